"""The bundled GeoPackages: complete, valid, closed against each other, safe to open from a share."""
from __future__ import annotations

import json

import pytest

from spin_qgis_plugin import paths

BREAKS = (-10, -5, -1, 1, 5, 10)
POPULATION_2024 = {"22": 241458, "23": 132839, "24": 281138, "25": 248620}
POPULATION_2014 = {"22": 243061, "23": 126765, "24": 262362, "25": 249987}
FILES = ("spin_areas.gpkg", "spin_base.gpkg")
SQUARE_KM = 1e6


def features(file, name):
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(f"{paths.data() / file}|layername={name}|option:NOLOCK=YES", name, "ogr")
    assert layer.isValid() and layer.crs().authid() == "EPSG:3006"
    return list(layer.getFeatures())


@pytest.fixture(scope="module")
def municipalities(qgis_app):
    return {feature["kommunkod"]: feature for feature in features("spin_areas.gpkg", "kommun")}


@pytest.fixture(scope="module")
def areas(qgis_app):
    return {feature["code"]: feature for feature in features("spin_areas.gpkg", "area")}


@pytest.mark.parametrize("file", FILES)
def test_rollback_journal_and_size(file):
    head = (paths.data() / file).read_bytes()[:20]
    assert head[18] == 1 and head[19] == 1
    assert sum((paths.data() / name).stat().st_size for name in FILES) <= 9 * 1024 * 1024


def test_the_index_and_the_file_hold_the_same_areas(areas):
    from qgis.core import QgsGeometry, QgsPointXY, QgsRectangle

    index = json.loads((paths.data() / "spin_areas.json").read_text(encoding="utf-8"))["areas"]
    assert {row["code"] for row in index} == set(areas)
    for row in index:
        shape = areas[row["code"]].geometry()
        assert shape.contains(QgsGeometry.fromPointXY(QgsPointXY(*row["label"]))), row["code"]
        assert QgsRectangle(*row["bbox"]).buffered(2).contains(shape.boundingBox()), row["code"]


@pytest.mark.parametrize("file, layer", [("spin_areas.gpkg", "area"), ("spin_areas.gpkg", "kommun"),
                                         ("spin_areas.gpkg", "grans"), ("spin_base.gpkg", "yta"),
                                         ("spin_base.gpkg", "linje")])
def test_geometries_are_valid(qgis_app, file, layer):
    faulty = [feature.id() for feature in features(file, layer)
              if feature.geometry().isEmpty() or not feature.geometry().isGeosValid()]
    assert not faulty


def test_municipalities_do_not_overlap(municipalities):
    shapes = sorted((code, feature.geometry()) for code, feature in municipalities.items())
    for index, (code, shape) in enumerate(shapes):
        for other_code, other in shapes[index + 1:]:
            if shape.boundingBox().intersects(other.boundingBox()):
                assert shape.intersection(other).area() < 0.01 * SQUARE_KM, (code, other_code)


def test_wider_areas_are_made_of_their_municipalities(areas, municipalities):
    total = sum(feature.geometry().area() for feature in municipalities.values())
    assert areas["norr"].geometry().area() == pytest.approx(total, rel=1e-5)
    assert sum(areas[code].geometry().area() for code in POPULATION_2024) == pytest.approx(total, rel=1e-5)
    assert sum(shape.geometry().area() for code, shape in areas.items() if code.startswith("FA")) == pytest.approx(
        total, rel=1e-5)


def test_there_are_no_gaps_between_neighbours(areas):
    """A hole in the outline of the north that is not the sea would be a gap along a border."""
    from qgis.core import QgsGeometry

    holes = [QgsGeometry.fromPolygonXY([ring]).area() for polygon in areas["norr"].geometry().asMultiPolygon()
             for ring in polygon[1:]]
    assert sum(holes) < 5 * SQUARE_KM


def test_land_areas_are_near_the_published_ones(municipalities):
    """Land with lakes is somewhat more than land alone: between 0 and 20 per cent, islands included."""
    for code, feature in municipalities.items():
        published = feature["pop_2024"] / feature["density_2024"]
        assert 0.93 < feature.geometry().area() / SQUARE_KM / published < 1.25, code


@pytest.mark.parametrize("field, expected", [("pop_2014", POPULATION_2014), ("pop_2024", POPULATION_2024)])
def test_population_adds_up_to_the_published_figures(municipalities, field, expected):
    sums = {}
    for feature in municipalities.values():
        sums[feature["lanskod"]] = sums.get(feature["lanskod"], 0) + feature[field]
    assert sums == expected


def test_changes_fill_the_seven_classes_as_published(municipalities):
    counts = [0] * 7
    for feature in municipalities.values():
        counts[sum(feature["varde"] >= limit for limit in BREAKS)] += 1
    assert counts == [3, 17, 7, 8, 3, 4, 2]


def test_names_stand_in_their_municipality(qgis_app, municipalities):
    names = features("spin_areas.gpkg", "kommunnamn")
    assert len(names) == 44
    for name in names:
        assert municipalities[name["kommunkod"]].geometry().contains(name.geometry()), name["namn_sv"]


def test_borders_are_edges_and_not_coast(qgis_app):
    lines = features("spin_areas.gpkg", "grans")
    assert {line["niva"] for line in lines} == {"rike", "lan", "kommun"}
    land = {line["niva"]: 0.0 for line in lines}
    for line in lines:
        land[line["niva"]] += line.geometry().length() / 1000
    assert 1700 < land["rike"] < 2600 and 1200 < land["lan"] < 2600 and 4000 < land["kommun"] < 7500


def test_the_base_map_covers_its_window(qgis_app):
    from qgis.core import QgsGeometry, QgsRectangle

    window = QgsGeometry.fromRect(QgsRectangle(-250_000, 6_500_000, 1_500_000, 7_950_000))
    shapes = [feature.geometry() for feature in features("spin_base.gpkg", "yta") if feature["objekttyp"] != "sjo"]
    uncovered = window.difference(QgsGeometry.unaryUnion(shapes))
    assert uncovered.isEmpty() or uncovered.area() < SQUARE_KM


def test_the_land_of_the_base_map_is_that_of_the_municipalities(qgis_app, areas):
    land = [feature.geometry() for feature in features("spin_base.gpkg", "yta") if feature["objekttyp"] == "land"]
    outside = areas["norr"].geometry().difference(union_of(land))
    assert outside.isEmpty() or outside.area() < SQUARE_KM


def union_of(shapes):
    from qgis.core import QgsGeometry

    return QgsGeometry.unaryUnion(shapes)


def test_places(qgis_app, municipalities):
    places = features("spin_base.gpkg", "ort")
    seats = [place for place in places if place["centralort"] == 1]
    assert sorted(place["kommunkod"] for place in seats) == sorted(municipalities)
    assert {place["niva"] for place in seats} == {1, 2}
    for place in places:
        if place["land"] == "SE":
            shape = municipalities[place["kommunkod"]].geometry()
            assert shape.distance(place.geometry()) < 500, place["namn_sv"]
            assert place["lanskod"] == place["kommunkod"][:2]
        else:
            assert place["land"] in ("NO", "FI") and not place["kommunkod"]
    names = [(place["namn_sv"], place["kommunkod"]) for place in places if place["land"] == "SE"]
    assert len(names) == len(set(names)), "a place twice"
    assert not [name for name, _code in names if "ommun" in name or not name.strip()]
    assert {"Narvik", "Trondheim", "Torneå", "Uleåborg"} <= {place["namn_sv"] for place in places}


def test_minority_names_stand_beside_the_seats(qgis_app):
    kiruna = [place for place in features("spin_base.gpkg", "ort") if place["namn_sv"] == "Kiruna"][0]
    assert (kiruna["namn_2"], kiruna["sprak_2"]) == ("Giron;Kieruna", "sme;fit")
