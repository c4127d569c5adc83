"""Text is broken and sized so that it stays in its box."""
import pytest

from spin_qgis_plugin.maps.typeset import Face, fit, shorten, width_mm

pytestmark = pytest.mark.usefixtures("qgis_app")
FACE = Face("Open Sans")


def test_text_that_fits_keeps_its_size():
    fitted = fit("Kort text", FACE, (100, 20), 14, 8)
    assert (fitted.text, fitted.points, fitted.fits) == ("Kort text", 14, True)


def test_longer_text_is_broken_then_shrunk_but_never_below_the_smallest():
    words = "Vad behövs för att kunna bo, verka och leva gott i hela den här kommunen året om? " * 2
    fitted = fit(words, FACE, (94, 13.2), 14, 8)
    assert 8 <= fitted.points < 14
    assert "\n" in fitted.text
    assert fitted.text.replace("\n", " ").split() == words.split()
    for line in fitted.text.split("\n"):
        assert width_mm(line, FACE, fitted.points) <= 94


def test_text_that_is_too_long_is_said_not_hidden():
    fitted = fit("ord " * 400, FACE, (94, 13.2), 14, 10)
    assert not fitted.fits and fitted.points == 10


def test_one_endless_word_is_broken_by_letters():
    fitted = fit("A" * 300, FACE, (60, 500), 12, 12)
    assert fitted.fits and fitted.text.replace("\n", "") == "A" * 300


def test_line_breaks_of_the_writer_are_kept():
    assert fit("ett\ntvå\ntre", FACE, (100, 100), 10, 8).text == "ett\ntvå\ntre"


def test_shortening_ends_with_an_ellipsis_and_fits():
    words = "Källor: " + " · ".join(f"Myndighet nummer {n}" for n in range(40))
    short = shorten(words, FACE, (60, 8), 8)
    assert short.endswith("…") and fit(short, FACE, (60, 8), 8, 8).fits
