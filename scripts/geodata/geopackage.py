"""A GeoPackage in SWEREF 99 TM written through QGIS's own GDAL, in rollback journal mode.

The geometry libraries run in a private environment and GDAL in the system's Python, so features travel as
GeoJSON lines in a temporary folder from one to the other.
"""
from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import tempfile
from pathlib import Path
from typing import Dict, Iterable, List, Tuple

from shapely import set_precision
from shapely.geometry import MultiPolygon, mapping

Feature = Tuple[object, Dict[str, object]]
FIXED_TIME = "2026-01-01T00:00:00.000Z"


class GeoPackage:
    """Collects layers and writes them in one go, beside the target and then in its place."""

    def __init__(self, target: Path) -> None:
        """Prepare for a target file."""
        self.target = target
        self._folder = tempfile.TemporaryDirectory()
        self._layers: List[Tuple[str, str, Path]] = []

    def add(self, name: str, kind: str, features: Iterable[Feature], decimals: float = 0.1) -> int:
        """Add a layer of one geometry kind (MULTIPOLYGON, LINESTRING, POINT); returns the number of features."""
        file = Path(self._folder.name) / f"{name}.geojsonl"
        count = 0
        with file.open("w", encoding="utf-8") as out:
            for geometry, values in features:
                if kind == "MULTIPOLYGON" and geometry.geom_type == "Polygon":
                    geometry = MultiPolygon([geometry])
                geometry = set_precision(geometry, decimals)
                if geometry.is_empty:
                    continue
                out.write(json.dumps({"type": "Feature", "geometry": mapping(geometry), "properties": values},
                                     ensure_ascii=False) + "\n")
                count += 1
        self._layers.append((name, kind, file))
        return count

    def write(self) -> None:
        """Write all layers."""
        beside = self.target.with_suffix(".part.gpkg")
        beside.unlink(missing_ok=True)
        for name, kind, file in self._layers:
            command = ["ogr2ogr", "-f", "GPKG", str(beside), f"GeoJSONSeq:{file}", "-nln", name, "-nlt", kind,
                       "-a_srs", "EPSG:3006", "-lco", "GEOMETRY_NAME=geom"]
            if beside.exists():
                command.insert(1, "-update")
            subprocess.run(command, check=True, env={**os.environ, "OGR_CURRENT_DATE": FIXED_TIME})
        connection = sqlite3.connect(str(beside))
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("VACUUM")
        connection.close()
        beside.replace(self.target)
