"""Files in a library, and the plugin's own data (``data:`` in front)."""
from __future__ import annotations

from ... import paths
from ...library.entries import LayerEntry
from ..source import DataSource, SourceContext, both, condition

BUNDLED = "data:"
RASTERS = (".tif", ".tiff", ".vrt", ".png", ".jpg")


def data_source(entry: LayerEntry, context: SourceContext) -> DataSource:
    """Return a URI that never locks or switches a shared GeoPackage to another journal mode.

    The filter is in the URI: set afterwards it would leave the file in WAL mode for everybody.
    """
    url = entry.source.url
    file = paths.data() / url[len(BUNDLED):] if url.startswith(BUNDLED) else context.folder / url
    if file.suffix.lower() in RASTERS:
        return DataSource("gdal", str(file), "raster")
    parts = [str(file)]
    if entry.source.layer:
        parts.append(f"layername={entry.source.layer}")
    if file.suffix.lower() == ".gpkg":
        parts.append("option:NOLOCK=YES")
    subset = both(entry.source.filter, condition(entry, context))
    if subset:
        parts.append(f"subset={subset}")
    return DataSource("ogr", "|".join(parts), "vector")
