"""The only module that branches on a QGIS or Qt version: one small function each, with its *since*."""
from __future__ import annotations

from qgis.core import Qgis


def qgis_version() -> int:
    """Return the version as a number, for instance 32216 for 3.22.16."""
    return Qgis.versionInt()


def set_attribution(layer, credit: str) -> None:
    """Set a layer's attribution; since 3.38 it is one of the server properties, before it was the layer's own."""
    if qgis_version() >= 33800:
        layer.serverProperties().setAttribution(credit)
    else:
        layer.setAttribution(credit)
