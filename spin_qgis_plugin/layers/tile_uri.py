"""URIs of QGIS's *wms* provider, which opens WMS, WMTS and tile addresses alike. Pure text."""
from __future__ import annotations

from typing import Iterable, Tuple
from urllib.parse import quote


def tile_uri(pairs: Iterable[Tuple[str, str]], auth_id: str = "") -> str:
    """Return name=value pairs joined and encoded; a name may come several times and its order counts."""
    given = list(pairs)
    if auth_id:
        given.append(("authcfg", auth_id))
    return "&".join(f"{name}={quote(str(value), safe=':/')}" for name, value in given)
