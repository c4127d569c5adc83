"""An area's outline, from the bundled GeoPackage."""
from __future__ import annotations

from functools import lru_cache

from qgis.core import QgsExpression, QgsFeatureRequest, QgsGeometry, QgsRectangle, QgsVectorLayer

from .. import paths
from .area import Area

FILE = "spin_areas.gpkg"


class AreaDataMissing(Exception):
    """The bundled areas can't be read, or lack an area that the index has: the installation is broken."""


def area_geometry(area: Area) -> QgsGeometry:
    """Return the area as a multipolygon in SWEREF 99 TM (EPSG:3006)."""
    if area.level == "extent":
        return QgsGeometry.fromRect(QgsRectangle(*area.bbox))
    return QgsGeometry(_read(str(paths.data() / FILE), area.code))


def area_rectangle(area: Area) -> QgsRectangle:
    """Return the rectangle around an area in SWEREF 99 TM; needs no file."""
    return QgsRectangle(*area.bbox)


@lru_cache(maxsize=80)
def _read(file: str, code: str) -> QgsGeometry:
    # NOLOCK: a filter on a GeoPackage that several layers use would else leave it in WAL mode
    layer = QgsVectorLayer(f"{file}|layername=area|option:NOLOCK=YES", "area", "ogr")
    if not layer.isValid():
        raise AreaDataMissing(f"{file} can't be opened; install the plugin again.")
    request = QgsFeatureRequest().setFilterExpression(QgsExpression.createFieldEqualityExpression("code", code))
    for feature in layer.getFeatures(request.setNoAttributes()):
        return QgsGeometry(feature.geometry())
    raise AreaDataMissing(f"{file} has no area with the code {code}; install the plugin again.")
