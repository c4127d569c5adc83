"""The fixed words and numbers of a map, in both languages."""
import re
import string

import pytest

from spin_qgis_plugin.maps import numbers
from spin_qgis_plugin.maps.texts import TEXTS, text


def test_both_languages_hold_the_same_texts():
    assert set(TEXTS["sv"]) == set(TEXTS["en"])


@pytest.mark.parametrize("key", sorted(TEXTS["sv"]))
def test_a_text_is_written_and_takes_the_same_values_in_both_languages(key):
    def fields(words):
        return {name for _, name, _, _ in string.Formatter().parse(words) if name}

    assert TEXTS["sv"][key].strip() and TEXTS["en"][key].strip()
    assert fields(TEXTS["sv"][key]) == fields(TEXTS["en"][key])


def test_badges_have_at_most_sixteen_letters():
    for language in ("sv", "en"):
        for key, words in TEXTS[language].items():
            if re.fullmatch(r"(stage|time)_[a-z]+", key) and not key.startswith("stage_line"):
                assert len(words.format(year=2040) if "{" in words else words) <= 14, words


def test_another_language_gets_swedish():
    assert text("legend", "se") == "Teckenförklaring"


@pytest.mark.parametrize("value, decimals, signed, swedish, english", [
    (1234.5, 1, False, "1\u00a0234,5", "1\u00a0234.5"),
    (-4.6, 1, True, "\u22124,6", "\u22124.6"),
    (3.2, 1, True, "+3,2", "+3.2"),
    (-0.04, 1, True, "0,0", "0.0"),
    (999, 0, False, "999", "999"),
    (1234567, 0, False, "1\u00a0234\u00a0567", "1\u00a0234\u00a0567"),
])
def test_numbers_follow_the_language(value, decimals, signed, swedish, english):
    assert numbers.number(value, decimals, "sv", signed=signed) == swedish
    assert numbers.number(value, decimals, "en", signed=signed) == english


def test_per_cent_and_scale():
    assert numbers.percent(5, 1, "sv") == "5,0\u00a0%"
    assert numbers.percent(5, 1, "en") == "5.0%"
    assert numbers.scale(1_900_000, "sv") == "1:1\u00a0900\u00a0000"
