"""The map frame: an area fitted at a round scale, layers and styles locked."""
from __future__ import annotations

import math
from typing import List, Tuple

from qgis.core import QgsCoordinateReferenceSystem, QgsLayoutItemMap, QgsMapLayer, QgsRectangle

CRS = "EPSG:3006"
AIR = 0.025
"""Share of the area's width and height that is kept free on each side."""


def round_scale(denominator: float) -> int:
    """Return the scale rounded up: to 50 000 below 1:1 million, 100 000 above; finer for small areas."""
    if denominator <= 0:
        return 1_000
    if denominator > 1_000_000:
        step = 100_000
    elif denominator > 100_000:
        step = 50_000
    else:
        step = 10 ** max(2, math.floor(math.log10(denominator))) // 2
    return int(math.ceil(denominator / step - 1e-9) * step)


def fitting_scale(bbox: Tuple[float, float, float, float], frame_mm: Tuple[float, float]) -> int:
    """Return the round scale at which a rectangle (metres) with its air fits a frame (mm)."""
    width = max(bbox[2] - bbox[0], 100.0) * (1 + 2 * AIR)
    height = max(bbox[3] - bbox[1], 100.0) * (1 + 2 * AIR)
    return round_scale(max(width / (frame_mm[0] / 1000.0), height / (frame_mm[1] / 1000.0)))


def frame_extent(bbox: Tuple[float, float, float, float], frame_mm: Tuple[float, float], scale: float) -> QgsRectangle:
    """Return the ground rectangle (EPSG:3006) of a frame centred on an area at a scale."""
    x, y = (bbox[0] + bbox[2]) / 2, (bbox[1] + bbox[3]) / 2
    half_width = frame_mm[0] / 1000.0 * scale / 2
    half_height = frame_mm[1] / 1000.0 * scale / 2
    return QgsRectangle(x - half_width, y - half_height, x + half_width, y + half_height)


def fill_map(item: QgsLayoutItemMap, bbox: Tuple[float, float, float, float], layers: List[QgsMapLayer]) -> int:
    """Put an area and layers into a map frame and lock them; returns the scale's denominator."""
    frame = (item.rect().width(), item.rect().height())
    scale = fitting_scale(bbox, frame)
    item.setCrs(QgsCoordinateReferenceSystem(CRS))
    item.setMapRotation(0)
    item.setExtent(frame_extent(bbox, frame, scale))
    item.setFollowVisibilityPreset(False)
    item.setLayers(layers)
    item.setKeepLayerSet(True)
    item.storeCurrentLayerStyles()
    item.setKeepLayerStyles(True)
    return scale
