"""Algorithms for the toolbox, models and ``qgis_process``."""
