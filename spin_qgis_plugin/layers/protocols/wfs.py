"""Features from a WFS, cut to the area by the server."""
from __future__ import annotations

from qgis.core import QgsDataSourceUri

from ...library.entries import LayerEntry
from ..source import DataSource, SourceContext, condition

PROVIDER = "WFS"


def data_source(entry: LayerEntry, context: SourceContext) -> DataSource:
    """Return the URI of a WFS layer: only what the window shows is fetched, in pages."""
    return feature_source(entry, context, PROVIDER)


def feature_source(entry: LayerEntry, context: SourceContext, provider: str) -> DataSource:
    """Return the URI of a feature service of either kind."""
    source = entry.source
    uri = QgsDataSourceUri()
    uri.setParam("url", source.url)
    uri.setParam("typename", source.layer or "")
    uri.setParam("srsname", source.crs or "EPSG:3006")
    uri.setParam("restrictToRequestBBOX", "1")
    uri.setParam("pagingEnabled", "true")
    if provider == PROVIDER:
        uri.setParam("version", source.version or "auto")
    asked = condition(entry, context)
    if asked:
        uri.setParam("filter", asked)
    if context.auth_id:
        uri.setAuthConfigId(context.auth_id)
    return DataSource(provider, uri.uri(False), "vector")
