"""Base maps: muted, and so light that it can be drawn on."""
from __future__ import annotations

from . import parts
from .borders import LEVELS

_TYPES = {"utland": "Annat land", "land": "Land", "hav": "Hav", "sjo": "Sjö", "vattendrag": "Vattendrag",
          "vag": "E-väg och riksväg", "lansvag": "Länsväg", "jarnvag": "Järnväg"}


def _is(kind: str) -> str:
    return f"{parts.field('objekttyp')}='{kind}'"


def surfaces():
    """Return the renderer of land and water; water is drawn over land, so that a shore is one even line."""
    renderer = parts.rules(
        parts.rule(parts.polygon(parts.fill(parts.ABROAD)), _is("utland"), _TYPES["utland"]),
        parts.rule(parts.polygon(parts.fill(parts.LAND)), _is("land"), _TYPES["land"]),
        *(parts.rule(parts.polygon(parts.fill(parts.WATER, parts.SHORE, 0.2, rendering_pass=1)), _is(kind), _TYPES[kind])
          for kind in ("hav", "sjo")),
        parts.rule(parts.unknown_polygon(), "ELSE", "Okänt värde"))
    renderer.setUsingSymbolLevels(True)
    return renderer


def muted_lines():
    """Return the renderer of water and traffic lines on the muted base map."""
    return parts.rules(
        parts.rule(parts.line(parts.stroke(parts.SHORE, 0.3)), _is("vattendrag"), _TYPES["vattendrag"]),
        parts.rule(parts.line(parts.stroke("#A39D92", 0.35)), _is("vag"), _TYPES["vag"]),
        parts.rule(parts.line(parts.stroke("#A39D92", 0.25)), _is("lansvag"), _TYPES["lansvag"], 800_000),
        parts.rule(parts.line(parts.stroke("#A39D92", 0.35, (3, 1.5))), _is("jarnvag"), _TYPES["jarnvag"]),
        parts.rule(parts.line(parts.stroke("#A39D92", 0.2)), "ELSE", "Okänt värde"))


def light_lines():
    """Return the renderer of water, traffic and borders on the write-on base map: every ink is weak."""
    dashes = {"rike": (4, 1.2, 0.6, 1.2)}
    widths = {"rike": 0.9, "lan": 0.7, "kommun": 0.3}
    return parts.rules(
        *(parts.rule(parts.line(parts.stroke("#A39D92", widths[level], dashes.get(level, ()))),
                     f"{parts.field('niva')}='{level}'", LEVELS[level]) for level in ("kommun", "lan", "rike")),
        parts.rule(parts.line(parts.stroke(parts.SHORE, 0.2)), _is("vattendrag"), _TYPES["vattendrag"]),
        parts.rule(parts.line(parts.stroke("#C9C4BA", 0.3)), _is("vag"), _TYPES["vag"]),
        parts.rule(parts.line(parts.stroke("#C9C4BA", 0.3, (3, 1.5))), _is("jarnvag"), _TYPES["jarnvag"]),
        parts.rule(parts.line(parts.stroke("#C9C4BA", 0.2)), "ELSE", "Okänt värde"))
