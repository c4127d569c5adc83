"""The standard styles as QGIS symbology: what ``scripts/build_styles.py`` writes as QML."""
