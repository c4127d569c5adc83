"""An area's outline in QGIS, and the area a project remembers."""
from __future__ import annotations

import pytest

from spin_qgis_plugin.areas.area import Area
from spin_qgis_plugin.areas.catalogue import load_catalogue


@pytest.fixture(scope="module")
def catalogue(qgis_app):
    return load_catalogue()


@pytest.fixture
def project(qgis_app):
    from qgis.core import QgsProject

    return QgsProject()


def test_every_area_has_an_outline_that_fits_its_rectangle(catalogue):
    from spin_qgis_plugin.areas.geometry import area_geometry, area_rectangle

    for area in catalogue.all():
        shape = area_geometry(area)
        assert not shape.isEmpty()
        assert area_rectangle(area).buffered(2).contains(shape.boundingBox()), area.code


def test_an_area_that_the_file_lacks_is_said_in_words(qgis_app):
    from spin_qgis_plugin.areas.geometry import AreaDataMissing, area_geometry

    with pytest.raises(AreaDataMissing, match="9999"):
        area_geometry(Area(code="9999' OR '1'='1", level="municipality", name_sv="X", name_en="X"))


def test_the_outline_is_a_copy(catalogue):
    from spin_qgis_plugin.areas.geometry import area_geometry

    area_geometry(catalogue.get("2584")).translate(1e6, 0)
    assert area_geometry(catalogue.get("2584")).boundingBox().xMaximum() < 1e6


def test_a_project_keeps_its_area_in_its_file(catalogue, project, tmp_path):
    from qgis.core import QgsProject

    from spin_qgis_plugin.areas.current import current_area, set_area

    assert current_area(project, catalogue) is None
    set_area(project, catalogue.get("Umeå"))
    assert project.isDirty() and project.customVariables()["spin_area_name"] == "Umeå"
    assert project.write(str(tmp_path / "p.qgz"))
    again = QgsProject()
    assert again.read(str(tmp_path / "p.qgz"))
    assert current_area(again, catalogue).code == "2480"


def test_a_drawn_extent_keeps_its_rectangle(catalogue, project):
    from qgis.core import QgsRectangle

    from spin_qgis_plugin.areas.current import current_area, extent_area, set_area
    from spin_qgis_plugin.areas.geometry import area_geometry

    set_area(project, extent_area(QgsRectangle(600_000, 7_000_000, 650_000, 7_080_000)))
    area = current_area(project, catalogue)
    assert (area.level, area.bbox) == ("extent", (600_000.0, 7_000_000.0, 650_000.0, 7_080_000.0))
    assert area_geometry(area).area() == pytest.approx(50_000 * 80_000)


@pytest.mark.parametrize("variables", [
    {"spin_area_code": "9999"}, {"spin_area_code": "extent"}, {"spin_area_code": "extent", "spin_area_rectangle": "a b"},
    {"spin_area_code": "extent", "spin_area_rectangle": "1 2 nan 4"},
    {"spin_area_code": "extent", "spin_area_rectangle": "5 5 1 1"}, {"spin_area_code": ""},
])
def test_what_makes_no_sense_is_no_area(catalogue, project, variables):
    from spin_qgis_plugin.areas.current import current_area

    project.setCustomVariables(variables)
    assert current_area(project, catalogue) is None


def test_taking_the_area_away_leaves_other_variables(catalogue, project):
    from spin_qgis_plugin.areas.current import current_area, set_area

    project.setCustomVariables({"mine": "1"})
    set_area(project, catalogue.get("25"))
    set_area(project, None)
    assert current_area(project, catalogue) is None and project.customVariables() == {"mine": "1"}
