#!/usr/bin/env python3
"""Write ``resources/data/spin_base.gpkg``: sea, land, lakes, rivers and places. Run by hand; output committed.

    python3 scripts/build_base.py

Needs what ``scripts/build_areas.py`` needs. Sources: GSHHG and WDBII (LGPL) by way of ``gmt``; places from
GeoNames (CC BY 4.0) and ``resources/data/municipalities.csv``.
"""
from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from scripts.geodata.environment import run_inside  # noqa: E402

run_inside()

from shapely import difference, union_all  # noqa: E402

from scripts.geodata import shore  # noqa: E402
from scripts.geodata.country import GRID, Country  # noqa: E402
from scripts.geodata.geopackage import GeoPackage  # noqa: E402
from scripts.geodata.places import places  # noqa: E402


def surfaces(country: Country, lakes: list):
    """Yield sea, neighbours, Sweden and lakes; drawn in this order nothing is left uncovered."""
    yield difference(shore.WINDOW, country.land, grid_size=GRID), dict(objekttyp="hav", namn="")
    yield country.neighbours, dict(objekttyp="utland", namn="")
    yield country.sweden, dict(objekttyp="land", namn="")
    for lake in lakes:
        yield lake, dict(objekttyp="sjo", namn="")


def main() -> int:
    """Build the file."""
    country = Country()
    water = [shore.simplified(lake, 40, 300) for lake in shore.lakes()]
    # A lake lies in the land; what the coast's simplification moved outside it would be drawn on the sea.
    lakes = [lake.intersection(country.land.buffer(0)) for lake in water]
    lakes = [shore.as_multi(lake) for lake in lakes if lake.area > 400_000]
    rivers = shore.rivers(union_all(lakes))
    package = GeoPackage(ROOT / "resources" / "data" / "spin_base.gpkg")
    print("surfaces", package.add("yta", "MULTIPOLYGON", surfaces(country, lakes)))
    print("rivers", package.add("linje", "LINESTRING", (
        (line.simplify(40 if line.intersects(shore.NORTH) else 300), dict(objekttyp="vattendrag", namn=""))
        for line in rivers)))
    print("places", package.add("ort", "POINT", places(country.municipalities)))
    package.write()
    return 0


if __name__ == "__main__":
    sys.exit(main())
