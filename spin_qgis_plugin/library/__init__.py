"""The shared material as plain files: entries, reader, validator, overlay. Pure Python: no qgis, no Qt."""
