"""Where the plugin's files lie, in the repository and in the installed zip.

The only module that knows that ``resources/`` and ``i18n/`` lie *beside* the package in the repository
and *inside* it once installed. Pure Python.
"""
from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def _beside_or_inside(name: str) -> Path:
    inside = PACKAGE / name
    return inside if inside.exists() else PACKAGE.parent / name


def resources() -> Path:
    """Return the folder of library, data, icons and schema."""
    return _beside_or_inside("resources")


def translations() -> Path:
    """Return the folder of the compiled translations."""
    return _beside_or_inside("i18n")


def metadata() -> Path:
    """Return ``metadata.txt``, the only place where the version is written."""
    return _beside_or_inside("metadata.txt")


def bundled_library() -> Path:
    """Return the folder of the library that ships with the plugin."""
    return resources() / "library"


def data() -> Path:
    """Return the folder of the bundled GeoPackages and the area index."""
    return resources() / "data"


def fonts() -> Path:
    """Return the folder of the bundled map font; absent in the repository, put in by the build."""
    return resources() / "fonts"


def icon(name: str) -> str:
    """Return the path of an SVG icon by its name without ending."""
    return str(resources() / "icons" / f"{name}.svg")
