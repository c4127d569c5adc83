"""What preflight and inspection find: a rule, how grave, what, why it matters and what to do. Pure Python."""
from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Optional

SEVERITIES = ("error", "warning", "info")
"""An *error* makes the file a failed one; a *warning* should be seen to; an *info* is only told."""


@dataclass(frozen=True)
class Finding:
    """One thing found by the rule of that name, in the user's language."""

    rule: str
    severity: str
    what: str
    why: str = ""
    todo: str = ""
    item: Optional[str] = None
    """Id of the layout item it is about."""
    layer: Optional[str] = None
    """Name of the layer it is about."""

    def to_json(self) -> dict:
        """Return a plain dict, without the fields that are empty."""
        return {name: value for name, value in asdict(self).items() if value not in (None, "")}

    def text(self) -> str:
        """Return what, why and what to do as one paragraph."""
        return " ".join(part for part in (self.what, self.why, self.todo) if part)
