"""Features from an OGC API; the URI is a WFS's, the provider another."""
from __future__ import annotations

from ...library.entries import LayerEntry
from ..source import DataSource, SourceContext
from .wfs import feature_source

PROVIDER = "OAPIF"


def data_source(entry: LayerEntry, context: SourceContext) -> DataSource:
    """Return the URI of a collection."""
    return feature_source(entry, context, PROVIDER)
