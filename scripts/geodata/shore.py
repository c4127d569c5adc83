"""Coast, lakes and rivers from GSHHG and WDBII, by way of Debian's ``gmt``, as polygons in SWEREF 99 TM.

``gmt coast -M`` writes lines that are cut at the edges of its bins. The lines are projected, clipped to the
window, joined with the window's frame and polygonised; then gmt itself is asked which pieces are land or lake.
"""
from __future__ import annotations

import subprocess
from typing import Iterable, List

from pyproj import Transformer
from shapely import make_valid, set_precision
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box
from shapely.ops import linemerge, polygonize, unary_union

WINDOW = box(-300_000, 6_450_000, 1_550_000, 8_000_000)
"""The base map's extent, EPSG:3006: no map frame of the four regions reaches beyond it."""
REGION = "-R-12/50/57/73"
NORTH = box(300_000, 6_700_000, 980_000, 7_750_000)
"""Where full detail is kept."""

TO_METRES = Transformer.from_crs("EPSG:4326", "EPSG:3006", always_xy=True)
TO_DEGREES = Transformer.from_crs("EPSG:3006", "EPSG:4326", always_xy=True)


def gmt_lines(*what: str) -> List[LineString]:
    """Return the lines that ``gmt coast`` dumps for the options, projected and clipped to the window."""
    dump = subprocess.run(["gmt", "coast", REGION, "-Dh", *what, "-M"], check=True, capture_output=True, text=True)
    lines: List[LineString] = []
    points: List[tuple] = []
    for row in [*dump.stdout.splitlines(), ">"]:
        if row.startswith((">", "#")):
            if len(points) > 1:
                lines.append(LineString(points))
            points = []
            continue
        longitude, latitude = (float(value) for value in row.split()[:2])
        points.append(TO_METRES.transform(longitude - 360 if longitude > 180 else longitude, latitude))
    return [piece for line in lines for piece in parts(line.intersection(WINDOW), LineString)]


def parts(geometry, kind) -> list:
    """Return the parts of a geometry that are of one kind."""
    return [part for part in getattr(geometry, "geoms", [geometry]) if isinstance(part, kind) and not part.is_empty]


def _pieces(lines: Iterable[LineString]) -> List[Polygon]:
    """Return the polygons between lines, vertices snapped to whole metres so that cut lines meet."""
    snapped = [set_precision(line, 1.0) for line in lines]
    return list(polygonize(unary_union([line for line in snapped if not line.is_empty])))


def _which(pieces: List[Polygon], keep: str) -> List[Polygon]:
    """Return the pieces whose inside gmt calls land, lake … (order of ``-N``: ocean/land/lake/island/pond)."""
    rows = []
    for number, piece in enumerate(pieces):
        point: Point = piece.representative_point()
        longitude, latitude = TO_DEGREES.transform(point.x, point.y)
        rows.append(f"{longitude:.7f} {latitude:.7f} {number}")
    done = subprocess.run(["gmt", "select", REGION, "-Dh", f"-N{keep}", "-fg"], input="\n".join(rows), check=True,
                          capture_output=True, text=True)
    return [pieces[int(float(row.split()[2]))] for row in done.stdout.splitlines() if row.strip()]


def land() -> MultiPolygon:
    """Return all land in the window, lakes included."""
    pieces = _pieces([*gmt_lines("-W1"), LineString(WINDOW.exterior.coords)])
    return as_multi(unary_union(_which(pieces, "s/k/k/k/k")))


def lakes() -> List[Polygon]:
    """Return the lakes of at least 0.5 km², without their islands."""
    pieces = _pieces([*gmt_lines("-W2"), *gmt_lines("-W3"), LineString(WINDOW.exterior.coords)])
    water = as_multi(unary_union(_which(pieces, "s/s/k/s/k")))
    return [lake for lake in water.geoms if lake.area >= 500_000]


def rivers(without) -> List[LineString]:
    """Return the rivers as long lines, cut away where they run through lakes."""
    merged = linemerge(unary_union(gmt_lines("-Ir")))
    outside = merged.difference(without)
    return [line for line in parts(linemerge(outside) if outside.geom_type != "LineString" else outside, LineString)
            if line.length > 800]


def as_multi(geometry) -> MultiPolygon:
    """Return the polygons of a geometry as one multipolygon, made valid."""
    geometry = make_valid(geometry)
    polygons: List[Polygon] = []
    for part in getattr(geometry, "geoms", [geometry]):
        polygons.extend(parts(part, Polygon))
    return MultiPolygon(polygons)


def simplified(geometry, near: float = 40.0, far: float = 400.0):
    """Return polygons with detail where the regions are and less elsewhere; tolerances in metres."""
    inside = as_multi(geometry.intersection(NORTH)).simplify(near)
    outside = as_multi(geometry.difference(NORTH)).simplify(far)
    return as_multi(unary_union([inside, outside]))
