"""What of each layer is really drawn inside a map frame."""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Dict, List, Set

from qgis.core import (
    QgsExpressionContextUtils,
    QgsFeatureRequest,
    QgsGeometry,
    QgsLayoutItemMap,
    QgsMapHitTest,
    QgsMapLayer,
    QgsRenderContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize

_HIT_DPI = 96.0


@dataclass
class Visible:
    """Legend keys drawn in the frame by layer id; a layer that can't be asked is taken as drawn."""

    keys: Dict[str, Set[str]] = field(default_factory=dict)
    unasked: Set[str] = field(default_factory=set)

    def drawn(self, layer: QgsMapLayer) -> bool:
        """Return whether anything of a layer is in the frame."""
        return layer.id() in self.unasked or bool(self.keys.get(layer.id()))


def visible_in(item: QgsLayoutItemMap, layers: List[QgsMapLayer]) -> Visible:
    """Find the legend keys of the features that a map frame draws, at its own scale."""
    found = Visible()
    scale = item.scale()
    vectors = []
    for layer in layers:
        if layer.hasScaleBasedVisibility() and not layer.isInScaleRange(scale):
            found.keys[layer.id()] = set()
        elif isinstance(layer, QgsVectorLayer) and layer.renderer() is not None and layer.isSpatial():
            vectors.append(layer)
        else:
            found.unasked.add(layer.id())
    if not vectors:
        return found
    pixels = QSize(max(1, round(item.rect().width() / 25.4 * _HIT_DPI)),
                   max(1, round(item.rect().height() / 25.4 * _HIT_DPI)))
    settings = item.mapSettings(item.extent(), _as_float(pixels), _HIT_DPI, False)
    settings.setLayers(vectors)
    test = QgsMapHitTest(settings)
    test.run()
    for layer in vectors:
        found.keys[layer.id()] = {
            symbol_item.ruleKey() for symbol_item in layer.renderer().legendSymbolItems()
            if _hit(test, symbol_item, layer)
        }
    return found


def _as_float(size: QSize):
    from qgis.PyQt.QtCore import QSizeF

    return QSizeF(size)


def _hit(test: QgsMapHitTest, symbol_item, layer: QgsVectorLayer) -> bool:
    return test.legendKeyVisible(symbol_item.ruleKey(), layer)


def count_by_key(layer: QgsVectorLayer, within: QgsGeometry, scale: float) -> Dict[str, int]:
    """Count the features of each legend key whose inside point lies within an area (the layer's CRS)."""
    context = QgsRenderContext()
    context.setRendererScale(scale)
    context.expressionContext().appendScopes(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    renderer = layer.renderer().clone()
    counts: Dict[str, int] = {}
    engine = QgsGeometry.createGeometryEngine(within.constGet())
    engine.prepareGeometry()
    renderer.startRender(context, layer.fields())
    try:
        for feature in layer.getFeatures(QgsFeatureRequest().setFilterRect(within.boundingBox())):
            point = feature.geometry().pointOnSurface()
            if point.isNull() or not engine.contains(point.constGet()):
                continue
            context.expressionContext().setFeature(feature)
            for key in renderer.legendKeysForFeature(feature, context):
                counts[key] = counts.get(key, 0) + 1
    finally:
        renderer.stopRender(context)
    return counts
