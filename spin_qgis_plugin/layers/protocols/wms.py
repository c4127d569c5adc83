"""Pictures from a WMS; several layer names, separated by commas, are drawn in one picture."""
from __future__ import annotations

from ...library.entries import LayerEntry
from ..source import DataSource, SourceContext
from ..tile_uri import tile_uri


def data_source(entry: LayerEntry, context: SourceContext) -> DataSource:
    """Return the URI of a WMS layer."""
    source = entry.source
    names = [name.strip() for name in (source.layer or "").split(",")]
    pairs = [("crs", source.crs or "EPSG:3006"), ("format", source.format or "image/png")]
    pairs += [("layers", name) for name in names]
    pairs += [("styles", source.server_style or "") for _name in names]
    pairs += [("contextualWMSLegend", "0"), ("dpiMode", "7"), ("url", source.url)]
    return DataSource("wms", tile_uri(pairs, context.auth_id), "raster")
