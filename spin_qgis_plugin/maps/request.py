"""What an officer asks for when pressing *Map*: plain data."""
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Optional, Tuple

from ..areas.area import Area

STAGES = ("arbetsmaterial", "dialog", "remiss", "antagen")
FORMATS = ("pdf", "png")


@dataclass(frozen=True)
class MapRequest:
    """One map to be made; everything that is left out gets a sensible default."""

    area: Area
    template: str
    language: str = "sv"
    title: str = ""
    theme: str = ""
    """Theme of the suggested title, normally the set's heading."""
    questions: Tuple[str, ...] = ()
    meeting: str = ""
    place: str = ""
    day: date = field(default_factory=date.today)
    stage: str = "arbetsmaterial"
    time: str = "nulage"
    horizon: Optional[int] = None
    map_number: int = 0
    sheet: int = 1
    version: str = "1"
    sender: str = ""
    contact: str = ""
    dpi: int = 300
    formats: Tuple[str, ...] = ("pdf",)
    folder: Optional[Path] = None
    """Where files are written; without it only the layout is made."""
    keep_layout: bool = True
    """Add the layout to the project, so that it can be opened in the designer."""
