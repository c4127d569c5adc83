"""What the project remembers about its SPIN layers, and keeping them in step with the area. Main thread."""
from __future__ import annotations

from typing import List, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsDataProvider,
    QgsLayerTreeGroup,
    QgsMapLayer,
    QgsProject,
)

from ..areas.area import Area
from ..areas.catalogue import Catalogue
from ..areas.current import set_area
from ..library.entries import LayerEntry, Library, StyleEntry
from .source import SourceContext, data_source

CRS = "EPSG:3006"
ENTRY, LIBRARY, STYLE, STYLE_VERSION = "spin/entry", "spin/library", "spin/style", "spin/style_version"
LEGEND, MASK, SET, ORDER = "spin/legend", "spin/mask", "spin/set", "spin/order"
"""Custom properties: of layers, the last two of nodes in the layer tree."""


def mark_layer(layer: QgsMapLayer, entry: LayerEntry, style: Optional[StyleEntry], legend: bool, language: str) -> None:
    """Write onto a layer where it comes from, so that it can be credited, repaired and restyled later."""
    layer.setCustomProperty(ENTRY, entry.id)
    layer.setCustomProperty(LIBRARY, entry.origin.library)
    layer.setCustomProperty(LEGEND, "1" if legend else "0")
    if style is not None:
        layer.setCustomProperty(STYLE, style.key)
        layer.setCustomProperty(STYLE_VERSION, style.version)
        if style.mask:
            layer.setCustomProperty(MASK, "1")
    facts = layer.metadata()
    facts.setTitle(entry.title.get(language))
    facts.setAbstract(entry.summary.get(language))
    facts.setRights([entry.credit.get(language)])
    facts.setLicenses([entry.licence])
    facts.setLanguage(language)
    layer.setMetadata(facts)
    _attribute(layer, entry.credit.get(language))


def _attribute(layer: QgsMapLayer, credit: str) -> None:
    """Set the attribution that QGIS's own copyright label shows; its place moved in QGIS 3.38."""
    from ..compat import set_attribution

    set_attribution(layer, credit)


def spin_layers(project: QgsProject) -> List[QgsMapLayer]:
    """Return the layers of a project that SPIN added."""
    return [layer for layer in project.mapLayers().values() if layer.customProperty(ENTRY)]


def set_groups(project: QgsProject) -> List[QgsLayerTreeGroup]:
    """Return the groups in the layer tree that hold a set."""
    return [group for group in project.layerTreeRoot().findGroups(True) if group.customProperty(SET)]


def prepare_project(project: QgsProject) -> bool:
    """Set SWEREF 99 TM in a project that is new and empty; return whether the project now has it.

    A project that has layers is never changed here: the caller asks first and then calls :func:`use_sweref`.
    """
    if project.crs().authid() == CRS:
        return True
    if project.mapLayers() or project.fileName():
        return False
    use_sweref(project)
    return True


def use_sweref(project: QgsProject) -> None:
    """Give the project SWEREF 99 TM and measure distances on its ellipsoid."""
    project.setCrs(QgsCoordinateReferenceSystem(CRS), True)


def follow_area(project: QgsProject, area: Optional[Area], catalogue: Catalogue, library: Library,
                language: str) -> List[QgsMapLayer]:
    """Make an area the project's; cut and mask the layers that follow it.

    Layers of the bundled data are changed at once. Returned are those that must be fetched anew in the
    background (their source depends on the area, and lies on a network or shared disk).
    """
    set_area(project, area, language)
    later = []
    for layer in spin_layers(project):
        entry = library.layers.get(str(layer.customProperty(ENTRY)))
        if entry is None or entry.area_filter is None:
            continue
        if entry.source.protocol == "file" and entry.source.url.startswith("data:"):
            _cut(layer, entry, SourceContext(library.folder(entry.origin), area, catalogue))
        else:
            later.append(layer)
    return later


def _cut(layer: QgsMapLayer, entry: LayerEntry, context: SourceContext) -> None:
    """Point a bundled layer at the part of its data that the area needs; its look stays."""
    source = data_source(entry, context)
    if layer.source() != source.uri:
        layer.setDataSource(source.uri, layer.name(), source.provider, QgsDataProvider.ProviderOptions())
        layer.triggerRepaint()
