"""Every area that can be chosen, and finding one by what an officer types. Pure Python."""
from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Dict, Iterable, List, Optional, Tuple

from .. import paths
from .area import NORTH, Area

INDEX = "spin_areas.json"

ALIASES = {
    NORTH: ("norr", "norra Sverige", "fyra regioner", "alla regioner", "SPIN", "northern Sweden", "the north"),
    "22": ("Västernorrland", "Region Västernorrland", "Västernorrlands län"),
    "23": ("Jämtland", "Jämtland Härjedalen", "Region Jämtland Härjedalen", "Jämtlands län"),
    "24": ("Västerbotten", "Region Västerbotten", "Västerbottens län"),
    "25": ("Norrbotten", "Region Norrbotten", "Norrbottens län"),
}
"""What people also call the widest areas; the index holds one name each."""

LEVEL_WORDS = {
    "kommun": "municipality", "kommuns": "municipality", "kommunen": "municipality", "municipality": "municipality",
    "region": "region", "regionen": "region", "lan": "region", "lanet": "region", "county": "region",
    "fa": "fa", "functional": "fa", "funktionell": "fa",
}
"""Words that say what kind of area is meant, folded; they are no part of its name."""

LEVEL_ORDER = {"norr": 0, "region": 1, "municipality": 2, "fa": 3}
"""Among equally good hits the wider comes first, but a municipality before the FA region of the same name."""

EXACT, PREFIX, WORD, INSIDE, TYPING_ERROR, NO_MATCH = range(6)

_LETTERS = str.maketrans({"đ": "d", "ŧ": "t", "ŋ": "n", "ø": "o", "æ": "a", "ß": "s", "ı": "i"})
_ALPHABET = str.maketrans({"å": "z1", "ä": "z2", "ö": "z3"})


class AreaNotFound(Exception):
    """No area has that code or name; ``nearest`` holds those that come closest."""

    def __init__(self, text: str, nearest: Iterable[Area] = ()) -> None:
        """Keep what was asked for and the nearest areas."""
        self.asked = str(text)
        self.nearest = list(nearest)
        super().__init__(self.text("en"))

    def text(self, language: str) -> str:
        """Return the message in ``sv`` or ``en``, naming the nearest areas."""
        names = ", ".join(f"{area.name(language)} ({area.code})" for area in self.nearest[:3])
        if language == "sv":
            return f"Det finns inget område som heter ”{self.asked}”." + (f" Närmast: {names}." if names else "")
        return f"There is no area called “{self.asked}”." + (f" Nearest: {names}." if names else "")


def fold(text: str) -> str:
    """Return a text in lower case without diacritics and punctuation, so that spellings compare."""
    low = unicodedata.normalize("NFD", str(text).lower().translate(_LETTERS))
    plain = "".join(letter for letter in low if not unicodedata.combining(letter))
    return " ".join(re.sub(r"[^a-z0-9]+", " ", plain).split())


def _level_and_rest(folded: str) -> Tuple[Optional[str], str]:
    """Return the level that a folded text names, if any, and the text without such words."""
    level, rest = None, []
    for word in folded.split():
        if word in LEVEL_WORDS and level in (None, LEVEL_WORDS[word], "fa"):
            level = level or LEVEL_WORDS[word]
        else:
            rest.append(word)
    return (level, " ".join(rest)) if rest else (None, folded)


def _one_edit_apart(first: str, second: str) -> bool:
    """Return whether one letter added, left out, changed or swapped with its neighbour makes them equal."""
    if abs(len(first) - len(second)) > 1:
        return False
    short, long = sorted((first, second), key=len)
    start = 0
    while start < len(short) and short[start] == long[start]:
        start += 1
    if len(short) != len(long):
        return short[start:] == long[start + 1:]
    swapped = short[start:start + 2][::-1] == long[start:start + 2] and short[start + 2:] == long[start + 2:]
    return short[start + 1:] == long[start + 1:] or swapped


class Catalogue:
    """All areas, in their natural order: the north, regions, municipalities, functional regions."""

    def __init__(self, areas: Iterable[Area]) -> None:
        """Take the areas as they are."""
        self._areas = list(areas)
        self._by_code = {area.code: area for area in self._areas}
        self._keys: Dict[str, Tuple[str, ...]] = {}

    def __len__(self) -> int:
        """Return the number of areas."""
        return len(self._areas)

    def all(self, level: Optional[str] = None) -> List[Area]:
        """Return all areas, or those of one level."""
        return [area for area in self._areas if level in (None, area.level)]

    def get(self, code_or_name: str) -> Area:
        """Return the area with a code or a whole name in any of its languages; else raise AreaNotFound."""
        text = str(code_or_name).strip()
        for code in (text, text.lower(), text.upper().replace(" ", "").replace("-", "")):
            if code in self._by_code:
                return self._by_code[code]
        hits = [(rank, area) for rank, area in self._ranked(text) if rank == EXACT]
        if hits:
            return hits[0][1]
        raise AreaNotFound(text, self.find(text, 3) or self._most_alike(text, 3))

    def find(self, text: str, limit: int = 12) -> List[Area]:
        """Return the areas that a text may mean, best first; all of them for an empty text."""
        if not fold(text):
            return self._areas[:limit]
        ranked = self._ranked(text)
        if any(rank < TYPING_ERROR for rank, _area in ranked):
            ranked = [hit for hit in ranked if hit[0] < TYPING_ERROR]
        return [area for _rank, area in ranked][:limit]

    def members(self, area: Area) -> List[Area]:
        """Return the municipalities that an area consists of; a municipality consists of itself."""
        return [self._by_code[code] for code in area.members or (area.code,) if code in self._by_code]

    def _ranked(self, text: str) -> List[Tuple[int, Area]]:
        level, wanted = _level_and_rest(fold(text))
        hits = []
        for area in self._areas:
            rank = self._rank(area, wanted)
            if rank < NO_MATCH:
                hits.append((rank, area))
        hits.sort(key=lambda hit: (hit[1].level != level if level else False, *self._order(*hit)))
        return hits

    @staticmethod
    def _order(rank: int, area: Area) -> tuple:
        return rank, LEVEL_ORDER.get(area.level, 9), area.name_sv.lower().translate(_ALPHABET)

    def _rank(self, area: Area, wanted: str) -> int:
        best = NO_MATCH
        code = area.code.lower()
        if wanted == code or (area.level == "fa" and wanted == code[2:]):
            return EXACT
        if wanted.isdigit():
            return PREFIX if code.startswith(wanted) else NO_MATCH
        for key in self._search_keys(area):
            if key == wanted or (key + "s" == wanted and len(key) > 3):
                return EXACT
            if key.startswith(wanted):
                best = min(best, PREFIX)
            elif f" {wanted}" in key:
                best = min(best, WORD)
            elif len(wanted) >= 3 and wanted in key:
                best = min(best, INSIDE)
            elif len(wanted) >= 4 and (_one_edit_apart(key, wanted)
                                       or (len(wanted) >= 5 and _begins_alike(key, wanted))):
                best = min(best, TYPING_ERROR)
        return best

    def _search_keys(self, area: Area) -> Tuple[str, ...]:
        if area.code not in self._keys:
            names = [area.name_sv, area.name_en, *area.names.values(), *ALIASES.get(area.code, ())]
            keys = []
            for name in names:
                folded = fold(name)
                rest = _level_and_rest(folded)[1]
                keys.extend((folded, rest) if area.level in ("norr", "region") else (rest,))
            self._keys[area.code] = tuple(dict.fromkeys(key for key in keys if key))
        return self._keys[area.code]

    def _most_alike(self, text: str, limit: int) -> List[Area]:
        from difflib import SequenceMatcher

        wanted = _level_and_rest(fold(text))[1]

        def likeness(area: Area) -> float:
            return max(SequenceMatcher(None, wanted, key).ratio() for key in self._search_keys(area))

        scored = sorted(((likeness(area), area) for area in self._areas), key=lambda pair: -pair[0])
        return [area for score, area in scored if score >= 0.5][:limit]


def _begins_alike(key: str, wanted: str) -> bool:
    """Return whether the beginning of a name is the text but for one letter."""
    return any(_one_edit_apart(key[:length], wanted) for length in (len(wanted) - 1, len(wanted), len(wanted) + 1))


def load_catalogue(path: Optional[Path] = None) -> Catalogue:
    """Return the catalogue of the bundled index, or of another file with the same content."""
    file = Path(path) if path is not None else paths.data() / INDEX
    content = json.loads(file.read_text(encoding="utf-8"))
    rows = content["areas"] if isinstance(content, dict) else content
    return Catalogue(_area(row) for row in rows)


def _area(row: dict) -> Area:
    """Return one row of the index as an area."""
    return Area(code=row["code"], level=row["level"], name_sv=row["name_sv"], name_en=row["name_en"],
                names=dict(row.get("names") or {}), region=row.get("region"), bbox=tuple(row["bbox"]),
                label=tuple(row["label"]), members=tuple(row.get("members") or ()))
