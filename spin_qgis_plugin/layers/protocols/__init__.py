"""One module a protocol: a layer entry becomes a QGIS data source."""
