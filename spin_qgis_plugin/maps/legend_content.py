"""Which rows a legend has: the layers drawn in the frame, their headings and labels in the map's language."""
from __future__ import annotations

from typing import Dict, List, Optional

from qgis.core import QgsGeometry, QgsMapLayer, QgsVectorLayer

from ..library.entries import Library, StyleEntry
from ..styles.apply import label_in
from .legend import LegendLayer
from .visible import Visible, count_by_key

STATISTICS = "statistics"


def legend_layers(layers: List[QgsMapLayer], library: Library, visible: Visible, language: str,
                  area: Optional[QgsGeometry], scale: float) -> List[LegendLayer]:
    """Return the legend's content from the top; a statistics theme comes first, the base map after it."""
    content = []
    for layer in layers:
        if str(layer.customProperty("spin/legend", "1")) == "0" or not visible.drawn(layer):
            continue
        style = library.styles.get(str(layer.customProperty("spin/style", "")))
        content.append(_one(layer, library, style, visible, language, area, scale))
    content.sort(key=lambda row: 0 if row.heading else 1)
    return content


def _one(layer: QgsMapLayer, library: Library, style: Optional[StyleEntry], visible: Visible, language: str,
         area: Optional[QgsGeometry], scale: float) -> LegendLayer:
    title = layer_title(layer, library, language)
    if not isinstance(layer, QgsVectorLayer) or layer.id() in visible.unasked:
        return LegendLayer(layer, "", None, {"": title})
    items = layer.renderer().legendSymbolItems()
    counts: Dict[str, int] = {}
    is_statistics = style is not None and style.group == STATISTICS
    if is_statistics and area is not None:
        counts = count_by_key(layer, area, scale)
    keys = {key for key in visible.keys.get(layer.id(), set())}
    if counts:
        keys = {key for key in keys if counts.get(key)}
    labels = {}
    for item in items:
        label = label_in(item.label(), style, language) if len(items) > 1 or item.label() else title
        if item.ruleKey() in counts:
            label = f"{label} ({counts[item.ruleKey()]})"
        labels[item.ruleKey()] = label
    keys = {key for key in keys if labels.get(key)}
    heading = ""
    if is_statistics:
        heading = f"{title}, {style.unit.get(language)}" if style.unit else title
    elif style is None and len(keys) > 1:
        heading = title
    return LegendLayer(layer, heading, frozenset(keys), labels)


def layer_title(layer: QgsMapLayer, library: Library, language: str) -> str:
    """Return a layer's title in the map's language; an officer's own layer keeps its name."""
    entry = library.layers.get(str(layer.customProperty("spin/entry", "")))
    return entry.title.get(language) if entry is not None else layer.name()
