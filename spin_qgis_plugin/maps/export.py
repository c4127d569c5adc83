"""A built map written as files: beside first, inspected, then put in place under a name that is free."""
from __future__ import annotations

import contextlib
import os
import re
import shutil
import tempfile
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import List, Optional

from qgis.core import Qgis, QgsFeedback, QgsLayoutExporter, QgsProject

from ..i18n import tr
from .build import BuiltMap
from .expectation import expectation_for
from .finding import Finding
from .inspection import inspect_pdf, inspect_png
from .words import document_facts, page_id, title_of

LARGEST_PNG_SIDE = 8_000
"""Pixels; an A0 sheet as PNG is for the screen, its PDF is for the printer."""
FREE_BYTES = 50_000_000


class ExportFault(Exception):
    """The files could not be written; the text says why and what to do."""


@dataclass
class ExportOutcome:
    """Files written, and what the inspection of each found."""

    files: List[Path] = field(default_factory=list)
    findings: List[Finding] = field(default_factory=list)
    cancelled: bool = False


def export_map(built: BuiltMap, folder: Path, formats, feedback: Optional[QgsFeedback] = None) -> ExportOutcome:
    """Write and inspect each format. Main thread; raises :class:`ExportFault`.

    A file that fails its inspection is not left behind, nor is anything half-written.
    """
    outcome = ExportOutcome()
    _prepare(folder)
    try:
        beside = Path(tempfile.mkdtemp(prefix=".spin-", dir=str(folder)))
    except OSError as error:
        raise _not_writable(folder, error) from error
    try:
        for kind in formats:
            if feedback is not None and feedback.isCanceled():
                outcome.cancelled = True
                break
            _write_one(built, folder, beside, kind, outcome)
    finally:
        shutil.rmtree(str(beside), ignore_errors=True)
    return outcome


def _prepare(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(str(folder)).free
    except OSError as error:
        raise _not_writable(folder, error) from error
    if free < FREE_BYTES:
        raise ExportFault(tr(
            "The disk of {folder} has only {free} MB left; a map needs up to {needed} MB. Make room, or choose "
            "another folder.").format(folder=folder, free=round(free / 1e6), needed=round(FREE_BYTES / 1e6)))


def _not_writable(folder: Path, error: OSError) -> ExportFault:
    return ExportFault(tr(
        "Nothing can be written in {folder} ({reason}). Choose another folder in SPIN's settings, or ask for the "
        "right to write there.").format(folder=folder, reason=error.strerror or str(error)))


def _write_one(built: BuiltMap, folder: Path, beside: Path, kind: str, outcome: ExportOutcome) -> None:
    draft = beside / f"map.{kind}"
    if kind == "pdf":
        _write_pdf(built, draft)
        findings = inspect_pdf(draft, expectation_for(built))
    else:
        dpi = _write_png(built, draft)
        findings = inspect_png(draft, expectation_for(built, dpi))
    outcome.findings.extend(findings)
    if any(finding.severity == "error" for finding in findings):
        return
    for written in sorted(beside.glob(f"map*.{kind}")):
        suffix = written.stem[len("map"):]
        outcome.files.append(_put_in_place(written, folder, file_stem(built) + suffix, kind))


def _write_pdf(built: BuiltMap, draft: Path) -> None:
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.dpi = built.request.dpi
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    settings.exportMetadata = True
    settings.rasterizeWholeImage = False
    with document_metadata(built):
        result = QgsLayoutExporter(built.layout).exportToPdf(str(draft), settings)
    _check_result(result, draft)


def _write_png(built: BuiltMap, draft: Path) -> int:
    """Write the image and return the resolution used."""
    longest = max(built.template.page)
    dpi = min(built.request.dpi, int(LARGEST_PNG_SIDE / (longest / 25.4)))
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = dpi
    settings.generateWorldFile = False
    settings.exportMetadata = False  # QGIS would reopen the PNG to write into it, which GDAL can not
    with document_metadata(built):
        result = QgsLayoutExporter(built.layout).exportToImage(str(draft), settings)
    _check_result(result, draft)
    return dpi


def _check_result(result, draft: Path) -> None:
    ok = QgsLayoutExporter.ExportResult.Success
    if result == ok and draft.exists() and draft.stat().st_size > 0:
        return
    reasons = {
        QgsLayoutExporter.ExportResult.MemoryError: tr("there was not enough memory; lower the resolution (DPI)"),
        QgsLayoutExporter.ExportResult.FileError: tr("the file could not be written; the disk may be full"),
        QgsLayoutExporter.ExportResult.PrintError: tr("the file could not be started"),
        QgsLayoutExporter.ExportResult.Canceled: tr("it was cancelled"),
    }
    raise ExportFault(tr("The map could not be written: {reason}.").format(
        reason=reasons.get(result, tr("QGIS gave no reason"))))


@contextlib.contextmanager
def document_metadata(built: BuiltMap):
    """Lend the map's title, author and subject to the project while a file is written.

    QGIS writes the *project's* metadata into a PDF; the officer's own is put back after, untouched.
    """
    project: QgsProject = built.layout.project()
    before, was_dirty = project.metadata(), project.isDirty()
    title, author, subject = document_facts(built.request, built.template)
    lent = project.metadata()
    lent.setTitle(title)
    lent.setAuthor(author)
    lent.setAbstract(subject)
    lent.setLanguage(built.request.language)
    project.setMetadata(lent)
    try:
        yield
    finally:
        project.setMetadata(before)
        project.setDirty(was_dirty)


def file_stem(built: BuiltMap) -> str:
    """Return page id, short title, date and stage, safe in every file system."""
    request = built.request
    parts = (page_id(request, built.template.size_name), plain_name(title_of(request))[:40].strip("-"),
             request.day.isoformat(), request.stage)
    return "_".join(part for part in parts if part)


def plain_name(words: str) -> str:
    """Return words as lower-case letters a–z, digits and hyphens: ``Kiruna – Giron`` → ``kiruna-giron``."""
    spelled = words.lower().replace("đ", "d").replace("ŋ", "n").replace("ŧ", "t").replace("ø", "o").replace("æ", "ae")
    decomposed = unicodedata.normalize("NFKD", spelled)
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")


def _put_in_place(written: Path, folder: Path, stem: str, kind: str) -> Path:
    """Move a finished file to the first free name; an existing file is never overwritten."""
    number = 1
    while True:
        target = folder / (f"{stem}.{kind}" if number == 1 else f"{stem}-{number}.{kind}")
        try:
            os.close(os.open(str(target), os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            number += 1
            continue
        except OSError as error:
            raise _not_writable(folder, error) from error
        os.replace(str(written), str(target))
        return target
