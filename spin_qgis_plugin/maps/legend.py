"""The legend: only what the map shows, in the map's language, always inside its box."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Optional, Tuple

from qgis.core import (
    QgsLayerTreeModelLegendNode,
    QgsLayoutItemLegend,
    QgsLayoutUtils,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayer,
    QgsMapLayerLegendUtils,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSizeF

from .typeset import MM_PER_POINT, Face, break_lines

_STYLES = (
    QgsLegendStyle.Style.Title, QgsLegendStyle.Style.Group, QgsLegendStyle.Style.Subgroup,
    QgsLegendStyle.Style.SymbolLabel,
)
_MEASURE_PX = 1000
_MEASURE_DPI = 300.0


@dataclass(frozen=True)
class LegendLayer:
    """A layer in the legend: its heading (empty: no heading), the keys to show, and their texts."""

    layer: QgsMapLayer
    heading: str
    keys: Optional[frozenset]
    """None shows all; for layers whose content can't be asked."""
    labels: Dict[str, str]
    """Legend key → text in the map's language, where it differs from the layer's own."""


@dataclass(frozen=True)
class LegendFit:
    """How a legend came out."""

    rows: int
    points: float
    columns: int
    size_mm: Tuple[float, float]
    fits: bool


@dataclass(frozen=True)
class LegendBox:
    """The room a legend has: size in mm, wanted and smallest text in pt, font family, symbol at wanted size."""

    size_mm: Tuple[float, float]
    points: float
    smallest: float
    family: str
    symbol_mm: Tuple[float, float]


def fill_legend(item: QgsLayoutItemLegend, content: List[LegendLayer], box: LegendBox) -> LegendFit:
    """Put the layers into a legend item and find the largest text and the fewest columns that fit its box."""
    item.setAutoUpdateModel(False)
    item.setLegendFilterByMapEnabled(False)
    item.setResizeToContents(False)
    item.setEqualColumnWidth(False)
    item.setSplitLayer(True)
    item.setWrapString("\n")
    rows = _fill_tree(item, content)
    best = None
    points = box.points
    while best is None or not best.fits:
        for columns in (1, 2):
            best = _try(item, content, box, points, columns, rows)
            if best.fits:
                return best
        if points <= box.smallest:
            break
        points = max(box.smallest, points - 0.5 if points <= 14 else points - 1.0)
    return best


def _fill_tree(item: QgsLayoutItemLegend, content: List[LegendLayer]) -> int:
    """Rebuild the legend's own tree (never the project's) and return the number of symbol rows."""
    root = item.model().rootGroup()
    root.removeAllChildren()
    rows = 0
    for entry in content:
        node = root.addLayer(entry.layer)
        node.setUseLayerName(False)
        node.setName(entry.heading)
        style = QgsLegendStyle.Style.Subgroup if entry.heading else QgsLegendStyle.Style.Hidden
        QgsLegendRenderer.setNodeLegendStyle(node, style)
        order = []
        for index, symbol in enumerate(item.model().layerOriginalLegendNodes(node)):
            key = symbol.data(QgsLayerTreeModelLegendNode.LegendNodeRoles.RuleKeyRole)
            if entry.keys is None or key in entry.keys:
                order.append(index)
        QgsMapLayerLegendUtils.setLegendNodeOrder(node, order)
        item.model().refreshLayerLegend(node)
        rows += len(order)
    return rows


def _try(item, content: List[LegendLayer], box: LegendBox, points: float, columns: int, rows: int) -> LegendFit:
    """Set one text size and column count, and measure."""
    factor = points / box.points
    for style in _STYLES:
        font = item.styleFont(style)
        font.setFamily(box.family)
        font.setPointSizeF(points)
        font.setBold(style != QgsLegendStyle.Style.SymbolLabel)
        item.setStyleFont(style, font)
    symbol = (box.symbol_mm[0] * factor, box.symbol_mm[1] * factor)
    item.setSymbolWidth(symbol[0])
    item.setSymbolHeight(symbol[1])
    em = points * MM_PER_POINT
    for style, side, amount in (
        (QgsLegendStyle.Style.Symbol, QgsLegendStyle.Side.Top, em * 0.35),
        (QgsLegendStyle.Style.SymbolLabel, QgsLegendStyle.Side.Left, em * 0.5),
        (QgsLegendStyle.Style.Subgroup, QgsLegendStyle.Side.Top, em * 0.5),
        (QgsLegendStyle.Style.Subgroup, QgsLegendStyle.Side.Bottom, em * 0.15),
    ):
        item.rstyle(style).setMargin(side, amount)
    item.setColumnSpace(em)
    item.setLineSpacing(em * 0.1)
    item.setColumnCount(columns)
    column_width = (box.size_mm[0] - em * (columns - 1)) / columns
    _label(item, content, box.family, points, column_width, column_width - symbol[0] - em * 0.5)
    size = _measure(item)
    fits = size.width() <= box.size_mm[0] + 0.1 and size.height() <= box.size_mm[1] + 0.1
    return LegendFit(rows, points, columns, (size.width(), size.height()), fits)


def _label(item, content: List[LegendLayer], family: str, points: float, heading_mm: float, label_mm: float) -> None:
    """Break headings and labels into lines for the width at hand."""
    em = points * MM_PER_POINT
    plain, bold = Face(family).metrics(), Face(family, bold=True).metrics()
    nodes = item.model().rootGroup().findLayers()
    for entry, node in zip(content, nodes):
        if entry.heading:
            node.setName("\n".join(break_lines(entry.heading, bold, heading_mm / em * _MEASURE_PX * 0.985)))
        for index, symbol in enumerate(item.model().layerOriginalLegendNodes(node)):
            key = symbol.data(QgsLayerTreeModelLegendNode.LegendNodeRoles.RuleKeyRole)
            label = entry.labels.get(key)
            if label is None:
                label = _own_label(entry, index)
            lines = break_lines(label, plain, label_mm / em * _MEASURE_PX * 0.985)
            QgsMapLayerLegendUtils.setLegendNodeUserLabel(node, index, "\n".join(lines))
        item.model().refreshLayerLegend(node)


def _own_label(entry: LegendLayer, index: int) -> str:
    if isinstance(entry.layer, QgsVectorLayer) and entry.layer.renderer() is not None:
        items = entry.layer.renderer().legendSymbolItems()
        if index < len(items) and items[index].label():
            return items[index].label()
    return entry.layer.name()


def _measure(item: QgsLayoutItemLegend) -> QSizeF:
    """Return the size the legend needs, mm, as its own symbols and the layout's variables make it."""
    context = QgsLayoutUtils.createRenderContextForLayout(item.layout(), None, _MEASURE_DPI)
    context.setExpressionContext(item.createExpressionContext())
    return QgsLegendRenderer(item.model(), item.legendSettings()).minimumSize(context)
