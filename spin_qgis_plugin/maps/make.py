"""The main job: from the layers in a project to a checked map, in one call. Main thread."""
from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import List, Optional

from qgis.core import QgsFeedback, QgsProject

from ..i18n import tr
from ..library.entries import Library
from .build import BuiltMap, build_map
from .export import export_map
from .finding import Finding
from .preflight import RULES as PREFLIGHT_RULES
from .preflight import preflight
from .request import MapRequest


@dataclass
class MadeMap:
    """What came of a request: the layout's name, the files that passed, all findings, seconds used."""

    layout_name: str = ""
    files: List[Path] = field(default_factory=list)
    findings: List[Finding] = field(default_factory=list)
    seconds: float = 0.0
    scale: int = 0
    cancelled: bool = False
    checked: int = 0
    """Preflight rules that were run."""

    @property
    def ok(self) -> bool:
        """True when nothing that was found is an error."""
        return not any(finding.severity == "error" for finding in self.findings)

    def findings_json(self) -> str:
        """Return the findings as a JSON list."""
        return json.dumps([finding.to_json() for finding in self.findings], ensure_ascii=False)


def make_map(project: QgsProject, library: Library, request: MapRequest,
             feedback: Optional[QgsFeedback] = None) -> MadeMap:
    """Build a map, check it, write and inspect its files when a folder is given, keep its layout if asked.

    Raises ``TemplateFault`` or ``ExportFault`` with a text for the user. A map whose preflight finds an error
    is not written; its layout is kept, so that the officer can mend it.
    """
    begun = time.perf_counter()
    made = MadeMap()
    _say(feedback, tr("Building the map …"))
    built = build_map(project, library, request)
    made.scale = built.scale
    made.findings.extend(preflight(built))
    made.checked = len(PREFLIGHT_RULES)
    if request.keep_layout:
        keep_layout(project, built)
        made.layout_name = built.layout.name()
    if request.folder is not None and made.ok and not _cancelled(feedback):
        _say(feedback, tr("Writing and checking the files …"))
        outcome = export_map(built, request.folder, request.formats, feedback)
        made.files = outcome.files
        made.findings.extend(outcome.findings)
        made.cancelled = outcome.cancelled
    made.cancelled = made.cancelled or _cancelled(feedback)
    made.seconds = time.perf_counter() - begun
    return made


def keep_layout(project: QgsProject, built: BuiltMap) -> None:
    """Add the layout to the project under its free name."""
    project.layoutManager().addLayout(built.layout)


def _say(feedback: Optional[QgsFeedback], words: str) -> None:
    if feedback is not None and hasattr(feedback, "pushInfo"):
        feedback.pushInfo(words)


def _cancelled(feedback: Optional[QgsFeedback]) -> bool:
    return feedback is not None and feedback.isCanceled()
