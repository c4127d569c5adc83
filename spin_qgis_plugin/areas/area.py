"""What an area is. Pure Python."""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Optional

NORTH = "norr"
"""Code of the area that is all four regions."""

LEVELS = ("norr", "region", "municipality", "fa", "extent")
"""Kinds of area, widest first; ``fa`` is a functional analysis region, ``extent`` a drawn rectangle."""


@dataclass(frozen=True)
class Area:
    """A place an officer can choose; coordinates are SWEREF 99 TM (EPSG:3006), metres.

    ``code`` is ``norr``, a two-digit region, a four-digit municipality, ``FA`` and the number of a
    functional region, or ``extent``.
    """

    code: str
    level: str
    name_sv: str
    name_en: str
    names: dict = field(default_factory=dict)
    """Names in minority languages by code (sme smj sje sju sma fit fin)."""
    region: Optional[str] = None
    """The two-digit region a municipality lies in."""
    bbox: tuple = (0.0, 0.0, 0.0, 0.0)
    """xmin, ymin, xmax, ymax."""
    label: tuple = (0.0, 0.0)
    """A point inside the area."""
    members: tuple = ()
    """Codes of the municipalities it consists of."""

    def name(self, language: str) -> str:
        """Return the name in ``sv`` or ``en``."""
        return self.name_en if language == "en" else self.name_sv
