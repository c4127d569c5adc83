"""The area that a project is about, kept in the project's variables so that it is saved with it."""
from __future__ import annotations

import math
from typing import Optional

from qgis.core import QgsProject

from .area import Area
from .catalogue import AreaNotFound, Catalogue

CODE = "spin_area_code"
NAME = "spin_area_name"
RECTANGLE = "spin_area_rectangle"
EXTENT = "extent"


def set_area(project: QgsProject, area: Optional[Area], language: str = "sv") -> None:
    """Make an area the project's own, or none; expressions can use ``@spin_area_code`` and ``@spin_area_name``."""
    before = project.customVariables()
    variables = {name: value for name, value in before.items() if name not in (CODE, NAME, RECTANGLE)}
    if area is not None:
        variables[CODE] = area.code
        variables[NAME] = area.name(language)
        if area.level == EXTENT:
            variables[RECTANGLE] = " ".join(f"{value:.1f}" for value in area.bbox)
    if variables != before:
        project.setCustomVariables(variables)
        project.setDirty(True)


def current_area(project: QgsProject, catalogue: Catalogue) -> Optional[Area]:
    """Return the project's area, or None when it has none or one that this version doesn't know."""
    variables = project.customVariables()
    code = str(variables.get(CODE) or "")
    if not code:
        return None
    if code == EXTENT:
        return _extent(str(variables.get(RECTANGLE) or ""), str(variables.get(NAME) or ""))
    try:
        return catalogue.get(code)
    except AreaNotFound:
        return None


def extent_area(rectangle, name_sv: str = "Eget område", name_en: str = "Own area") -> Area:
    """Return a drawn rectangle (EPSG:3006) as an area."""
    box = (rectangle.xMinimum(), rectangle.yMinimum(), rectangle.xMaximum(), rectangle.yMaximum())
    centre = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    return Area(code=EXTENT, level=EXTENT, name_sv=name_sv, name_en=name_en, bbox=box, label=centre)


def _extent(text: str, name: str) -> Optional[Area]:
    """Return the extent area written in a project, or None when its rectangle makes no sense."""
    try:
        box = tuple(float(value) for value in text.split())
    except ValueError:
        return None
    if len(box) != 4 or not all(math.isfinite(value) for value in box) or box[0] >= box[2] or box[1] >= box[3]:
        return None
    centre = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    return Area(code=EXTENT, level=EXTENT, name_sv=name or "Eget område", name_en=name or "Own area", bbox=box,
                label=centre)
