"""Tiles by an address with {z}, {x} and {y}."""
from __future__ import annotations

from ...library.entries import LayerEntry
from ..source import DataSource, SourceContext
from ..tile_uri import tile_uri


def data_source(entry: LayerEntry, context: SourceContext) -> DataSource:
    """Return the URI of a tile layer."""
    source = entry.source
    pairs = [("type", "xyz"), ("crs", source.crs or "EPSG:3857"),
             ("zmin", str(source.min_zoom if source.min_zoom is not None else 0)),
             ("zmax", str(source.max_zoom if source.max_zoom is not None else 18)), ("url", source.url)]
    return DataSource("wms", tile_uri(pairs, context.auth_id), "raster")
