"""Rules about words: title, length, fonts, what the template lacks."""
from __future__ import annotations

from typing import List

from ...i18n import tr
from ..build import BuiltMap
from ..finding import Finding
from ..words import title_of

TITLE_WORDS = 12


def texts_fit(built: BuiltMap) -> List[Finding]:
    """Every text is inside its box at a size that can be read from where the map is used."""
    return [
        Finding(
            rule="texts_fit", severity="error", item=item_id,
            what=tr("The text “{item}” is too long for its place, even at the smallest size that can be read "
                    "({size} pt).").format(item=item_id, size=fitted.points),
            why=tr("It would be cut off or run into its neighbour."),
            todo=tr("Shorten the text, or choose a larger sheet."))
        for item_id, fitted in built.fitted.items() if not fitted.fits
    ]


def title_is_short(built: BuiltMap) -> List[Finding]:
    """A title has at most twelve words."""
    count = len(title_of(built.request).replace("–", " ").split())
    if count <= TITLE_WORDS:
        return []
    return [Finding(
        rule="title_is_short", severity="warning", item="title",
        what=tr("The title has {count} words.").format(count=count),
        why=tr("From across a room only a short title is read."),
        todo=tr("Shorten it to {most} words or fewer.").format(most=TITLE_WORDS))]


def font_is_there(built: BuiltMap) -> List[Finding]:
    """The map's font is there; another one changes widths and may lack Sámi letters."""
    if not built.fonts.missing:
        return []
    return [Finding(
        rule="font_is_there", severity="warning",
        what=tr("The font {missing} is missing; {family} is used instead.").format(
            missing=", ".join(built.fonts.missing), family=built.fonts.family),
        why=tr("Maps from different offices then look different, and some letters may be missing."),
        todo=tr("Install the plugin from its zip file, which holds the font, or install the font."))]


def template_is_whole(built: BuiltMap) -> List[Finding]:
    """What the template lacks or holds besides is said."""
    return [
        Finding(rule="template_is_whole", severity="warning", what=note,
                why=tr("A map without its usual parts is harder to trust and to compare."),
                todo=tr("Mend the template in the layout designer, or choose another."))
        for note in built.notes
    ]


RULES = (texts_fit, title_is_short, font_is_there, template_is_whole)
