"""The catalogue of areas: what it holds, and finding an area by what an officer types. No QGIS."""
from __future__ import annotations

import pytest

from spin_qgis_plugin.areas.catalogue import AreaNotFound, fold, load_catalogue


@pytest.fixture(scope="module")
def catalogue():
    return load_catalogue()


def codes(areas):
    return [area.code for area in areas]


def test_it_holds_all_levels(catalogue):
    assert [len(catalogue.all(level)) for level in ("norr", "region", "municipality", "fa")] == [1, 4, 44, 21]
    assert len(set(codes(catalogue.all()))) == len(catalogue) == 70


def test_municipalities_per_region(catalogue):
    per_region = {code: len(catalogue.get(code).members) for code in ("22", "23", "24", "25", "norr")}
    assert per_region == {"22": 7, "23": 8, "24": 15, "25": 14, "norr": 44}


def test_every_municipality_is_in_one_functional_region_and_its_own_region(catalogue):
    members = [code for area in catalogue.all("fa") for code in area.members]
    assert sorted(members) == codes(sorted(catalogue.all("municipality"), key=lambda area: area.code))
    assert all(area.region == area.code[:2] for area in catalogue.all("municipality"))


def test_rectangles_and_label_points_make_sense(catalogue):
    whole = catalogue.get("norr").bbox
    for area in catalogue.all():
        xmin, ymin, xmax, ymax = area.bbox
        assert whole[0] <= xmin < area.label[0] < xmax <= whole[2], area.code
        assert whole[1] <= ymin < area.label[1] < ymax <= whole[3], area.code


@pytest.mark.parametrize("text, code", [
    ("kir", "2584"), ("Kiruna", "2584"), ("Giron", "2584"), ("kiiruna", "2584"), ("2584", "2584"),
    ("ostersund", "2380"), ("ÖSTERSUND", "2380"), ("Staare", "2380"), ("Luulaja", "2580"), ("Julevu", "2580"),
    ("lule", "2580"), ("umeå kommun", "2480"), ("Härnösands kommun", "2280"), ("bihtam", "2581"),
    ("norrbotten", "25"), ("region jämtland", "23"), ("Region Jämtland Härjedalen", "23"), ("jämtlands län", "23"),
    ("Västernorrlands län", "22"), ("FA42", "FA42"), ("fa 42", "FA42"), ("fa luleå", "FA55"), ("norr", "norr"),
    ("norra sverige", "norr"), ("Härjedalen", "2361"), ("Skeleftea", "2482"), ("kriuna", "2584"), ("sundsval", "2281"),
])
def test_finding_is_forgiving(catalogue, text, code):
    assert codes(catalogue.find(text))[:1] == [code]


def test_the_municipality_comes_before_the_functional_region_of_the_same_name(catalogue):
    assert codes(catalogue.find("Luleå")) == ["2580", "FA55"]
    assert catalogue.get("Luleå").level == "municipality"


def test_functional_regions_tell_themselves_apart_by_name(catalogue):
    area = catalogue.get("FA55")
    assert (area.name("sv"), area.name("en")) == ("FA-region Luleå", "Functional region Luleå")


@pytest.mark.parametrize("text", ["2480", " 2480 ", "Umeå", "umea", "Ubmeje", "Umeå kommun"])
def test_get_takes_codes_and_whole_names(catalogue, text):
    assert catalogue.get(text).code == "2480"


def test_get_refuses_what_it_is_not_sure_of_and_names_the_nearest(catalogue):
    with pytest.raises(AreaNotFound) as caught:
        catalogue.get("Skeleftea")
    assert codes(caught.value.nearest)[0] == "2482"
    assert "Skellefteå (2482)" in str(caught.value)
    assert "Närmast: Skellefteå (2482)" in caught.value.text("sv")


@pytest.mark.parametrize("text", ["Stockholm", "9999", "%%%", "x" * 5000, "0180"])
def test_unknown_places_are_not_found(catalogue, text):
    with pytest.raises(AreaNotFound):
        catalogue.get(text)


@pytest.mark.parametrize("text", ["", "   ", "-"])
def test_an_empty_text_lists_the_widest_areas_first(catalogue, text):
    assert codes(catalogue.find(text, limit=5)) == ["norr", "22", "23", "24", "25"]


def test_the_limit_holds(catalogue):
    assert len(catalogue.find("a", limit=3)) == 3


def test_every_area_is_found_by_its_own_code_and_names(catalogue):
    for area in catalogue.all():
        assert catalogue.find(area.code)[0] == area
        assert area in catalogue.find(area.name_sv) and area in catalogue.find(area.name_en)
        for name in area.names.values():
            assert area in catalogue.find(name), name


def test_members_are_areas(catalogue):
    assert codes(catalogue.members(catalogue.get("FA60"))) == ["2521", "2584"]
    assert codes(catalogue.members(catalogue.get("2584"))) == ["2584"]


def test_letters_of_the_north_are_folded():
    assert fold("Byöhđame, Biŧon – ÅRE") == "byohdame biton are"
