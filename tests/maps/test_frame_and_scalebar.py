"""Scales are round and never too small for the area; scale bar steps are 1-2-5."""
import math

import pytest

from spin_qgis_plugin.maps.frame import fitting_scale, frame_extent, round_scale
from spin_qgis_plugin.maps.scalebar import nice_length


@pytest.mark.parametrize("raw, expected", [
    (1_000_000, 1_000_000), (1_000_001, 1_100_000), (1_823_000, 1_900_000), (905_000, 950_000),
    (130_500, 150_000), (100_000, 100_000), (42_000, 45_000), (12_300, 15_000), (1_234, 1_500), (0, 1_000),
])
def test_scales_are_rounded_up(raw, expected):
    assert round_scale(raw) == expected


@pytest.mark.parametrize("extent, frame, expected", [
    ((573_000, 845_000), (623, 892), 1_000_000),   # the four counties on the A0 wall map
    ((573_000, 845_000), (300, 250), 3_600_000),   # and on the A3 question sheet
    ((404_000, 441_000), (300, 250), 1_900_000),   # Norrbotten
    ((226_000, 211_000), (623, 892), 400_000),     # Västernorrland
])
def test_an_area_fits_its_frame_with_air(extent, frame, expected):
    bbox = (500_000, 7_000_000, 500_000 + extent[0], 7_000_000 + extent[1])
    scale = fitting_scale(bbox, frame)
    assert scale == expected
    rectangle = frame_extent(bbox, frame, scale)
    assert rectangle.xMinimum() <= bbox[0] - 0.024 * extent[0]
    assert rectangle.yMaximum() >= bbox[3] + 0.024 * extent[1]
    assert rectangle.width() / (frame[0] / 1000) == pytest.approx(scale)


def test_a_one_pixel_area_still_gets_a_map():
    assert fitting_scale((600_000, 7_200_000, 600_000, 7_200_000), (300, 250)) >= 350


@pytest.mark.parametrize("longest", [1, 1.9, 2, 4.99, 5, 9.99, 10, 777, 24_999, 25_000])
def test_steps_are_one_two_five(longest):
    length = nice_length(longest)
    mantissa = round(length / 10 ** math.floor(math.log10(length)))
    assert mantissa in (1, 2, 5) and length <= longest < length * 2.6
