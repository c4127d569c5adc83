"""SPIN for QGIS: shared layers, standard styles and one-press maps for planning in the north of Sweden."""


def classFactory(iface):  # noqa: N802 - the name QGIS looks for
    """Return the plugin; everything heavier is imported when it is first needed."""
    from .plugin import SpinPlugin

    return SpinPlugin(iface)
