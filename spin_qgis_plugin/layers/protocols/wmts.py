"""Tiles from a WMTS, by its capabilities document."""
from __future__ import annotations

from ...library.entries import LayerEntry
from ..source import DataSource, SourceContext
from ..tile_uri import tile_uri


def data_source(entry: LayerEntry, context: SourceContext) -> DataSource:
    """Return the URI of a WMTS layer."""
    source = entry.source
    crs = source.crs or "EPSG:3006"
    pairs = [("crs", crs), ("format", source.format or "image/png"), ("layers", source.layer or ""),
             ("styles", source.server_style or ""), ("tileMatrixSet", source.matrix_set or crs),
             ("contextualWMSLegend", "0"), ("url", source.url)]
    return DataSource("wms", tile_uri(pairs, context.auth_id), "raster")
