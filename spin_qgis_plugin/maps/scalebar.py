"""The scale bar: two segments of a 1-2-5 length, in the map's language."""
from __future__ import annotations

import math

from qgis.core import QgsLayoutItemScaleBar, QgsScaleBarSettings, QgsUnitTypes

from .numbers import number
from .texts import text
from .typeset import Face, width_mm

SEGMENTS = 2


def nice_length(longest: float) -> float:
    """Return the greatest 1-2-5 number that is not above the longest."""
    if longest <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(longest))
    for step in (5.0, 2.0, 1.0):
        if step * power <= longest * (1 + 1e-9):
            return step * power
    return power


def fill_scalebar(item: QgsLayoutItemScaleBar, scale: float, box_mm: float, language: str, family: str) -> float:
    """Set segment length and unit for a map scale so that bar and labels stay within the box's width.

    Returns the length of one segment in metres.
    """
    text_format = item.textFormat()
    font = text_format.font()
    font.setFamily(family)
    text_format.setFont(font)
    item.setTextFormat(text_format)
    face = Face(family)
    points = text_format.size()
    # The first label is centred on the bar's start and the last one, with its unit, on its end.
    reserve = width_mm(number(0, 0, language), face, points) / 2 + width_mm("10 000 km", face, points) / 2 + 2
    segment_m = nice_length(max(5.0, box_mm - reserve) / 1000.0 * scale / SEGMENTS)
    in_km = segment_m >= 1000
    item.setUnits(QgsUnitTypes.DistanceUnit.DistanceKilometers if in_km else QgsUnitTypes.DistanceUnit.DistanceMeters)
    item.setMapUnitsPerScaleBarUnit(1)
    item.setUnitLabel(text("unit_km" if in_km else "unit_m", language))
    item.setNumberOfSegments(SEGMENTS)
    item.setNumberOfSegmentsLeft(0)
    item.setSegmentSizeMode(QgsScaleBarSettings.SegmentSizeMode.SegmentSizeFixed)
    item.setUnitsPerSegment(segment_m / 1000 if in_km else segment_m)
    item.setNumericFormat(_plain_format(language))
    item.update()
    return segment_m


def _plain_format(language: str):
    """Return a number format with the language's decimal sign and a no-break space between thousands."""
    from qgis.core import QgsBasicNumericFormat, QgsReadWriteContext

    numeric = QgsBasicNumericFormat()
    numeric.setConfiguration({
        "decimals": 1, "rounding_type": 0, "show_plus": False, "show_thousand_separator": True,
        "show_trailing_zeros": False, "decimal_separator": "." if language == "en" else ",",
        "thousand_separator": "\u00a0",
    }, QgsReadWriteContext())
    return numeric
