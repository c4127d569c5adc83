"""The maps' font: the one that ships with the plugin, else one of the same kind, and it is said."""
from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Tuple

from qgis.PyQt.QtGui import QFont, QFontDatabase, QFontInfo

from .. import paths
from ..log import logger

FAMILIES = ("Open Sans", "Noto Sans", "DejaVu Sans")
"""In order of preference; all three have å ä ö and the Sámi letters."""


@dataclass(frozen=True)
class FontState:
    """Which family maps are drawn with, whether it is the bundled one, and what is missing."""

    family: str
    bundled: bool = False
    missing: Tuple[str, ...] = ()


@lru_cache(maxsize=1)
def ensure_fonts() -> FontState:
    """Register the bundled font once and return what there is. Main thread, with a QGuiApplication."""
    registered = [_register(file) for file in sorted(paths.fonts().glob("*.ttf"))]
    bundled = bool(registered) and all(registered)
    if bundled or _is_there(FAMILIES[0]):
        return FontState(FAMILIES[0], bundled)
    for family in FAMILIES[1:]:
        if _is_there(family):
            return FontState(family, False, (FAMILIES[0],))
    return FontState(QFontInfo(QFont()).family(), False, (FAMILIES[0],))


def _register(file) -> bool:
    number = QFontDatabase.addApplicationFont(str(file))
    if number == -1:
        logger("styles").warning("The font %s could not be registered", file.name)
    return number != -1


def _is_there(family: str) -> bool:
    """Return whether a family is installed; Qt answers with another one when it is not."""
    return QFontInfo(QFont(family)).family() == family
