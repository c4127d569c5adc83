"""Parts that the standard styles share: sizes that follow the page, borders, hatches, label formats."""
from __future__ import annotations

import re

from qgis.core import (
    Qgis,
    QgsFillSymbol,
    QgsGeometryGeneratorSymbolLayer,
    QgsLineSymbol,
    QgsPalLayerSettings,
    QgsProperty,
    QgsRuleBasedRenderer,
    QgsSimpleFillSymbolLayer,
    QgsSimpleLineSymbolLayer,
    QgsSymbolLayer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFont

FAMILY = "Open Sans"
LAND, WATER, ABROAD = "#F4F1EA", "#D3E2EA", "#E9E6DF"
SHORE = "#8FB1C4"
INK, INK_FAR = "#1A1A1A", "#595959"
K = "coalesce(@spin_k,1)"
"""Page factor of everything measured in mm."""
MM = QgsUnitTypes.RenderUnit.RenderMillimeters

_WIDTH = QgsSymbolLayer.Property.PropertyStrokeWidth
_DASH = QgsSymbolLayer.Property.PropertyCustomDash


def times_k(mm: float) -> QgsProperty:
    """Return a size in mm that follows the page factor."""
    return QgsProperty.fromExpression(f"{mm:g}*{K}")


def fill(colour: str, outline: str = "", width: float = 0.0, rendering_pass: int = 0) -> QgsSimpleFillSymbolLayer:
    """Return a plain fill; without an outline it gets one of its own colour, so that neighbours leave no seam."""
    layer = QgsSimpleFillSymbolLayer(QColor(colour))
    layer.setStrokeColor(QColor(outline or colour))
    layer.setStrokeWidth(width or 0.1)
    layer.setStrokeWidthUnit(MM)
    layer.setPenJoinStyle(Qt.PenJoinStyle.RoundJoin)
    layer.setDataDefinedProperty(_WIDTH, times_k(width or 0.1))
    layer.setRenderingPass(rendering_pass)
    return layer


def polygon(*layers) -> QgsFillSymbol:
    """Return a fill symbol of symbol layers, the lowest first."""
    symbol = QgsFillSymbol()
    symbol.deleteSymbolLayer(0)
    for layer in layers:
        symbol.appendSymbolLayer(layer)
    return symbol


def stroke(colour: str, width: float, dash=(), rendering_pass: int = 0) -> QgsSimpleLineSymbolLayer:
    """Return a line; dashes are mm and follow the page factor too."""
    layer = QgsSimpleLineSymbolLayer(QColor(colour), width)
    layer.setWidthUnit(MM)
    layer.setPenJoinStyle(Qt.PenJoinStyle.RoundJoin)
    layer.setPenCapStyle(Qt.PenCapStyle.FlatCap if dash else Qt.PenCapStyle.RoundCap)
    layer.setDataDefinedProperty(_WIDTH, times_k(width))
    if dash:
        layer.setUseCustomDashPattern(True)
        layer.setCustomDashVector(list(dash))
        layer.setCustomDashPatternUnit(MM)
        parts = "||';'||".join(f"to_string({length:g}*{K})" for length in dash)
        layer.setDataDefinedProperty(_DASH, QgsProperty.fromExpression(parts))
    layer.setRenderingPass(rendering_pass)
    return layer


def line(*layers) -> QgsLineSymbol:
    """Return a line symbol of symbol layers, the lowest first."""
    symbol = QgsLineSymbol()
    symbol.deleteSymbolLayer(0)
    for layer in layers:
        symbol.appendSymbolLayer(layer)
    return symbol


def _hatch(spacing: float, falling: bool, colour: str, width: float) -> QgsGeometryGeneratorSymbolLayer:
    """Return hatching that stays lines in a PDF: QGIS's own line pattern would become a picture."""
    series = ("floor((x_min($geometry)-y_max($geometry))/@s)-1,ceil((x_max($geometry)-y_min($geometry))/@s)+1"
              if falling else
              "floor((x_min($geometry)+y_min($geometry))/@s)-1,ceil((x_max($geometry)+y_max($geometry))/@s)+1")
    sign = "+" if falling else "-"
    ends = ",".join(
        f"make_point(@element*@s{'' if falling else ''}{sign}{edge}($geometry)+0.013,{edge}($geometry))"
        for edge in ("y_min", "y_max"))
    expression = (f"with_variable('s',{spacing:g}*sqrt(2)*{K},intersection($geometry,collect_geometries("
                  f"array_foreach(generate_series({series}),make_line({ends})))))")
    layer = QgsGeometryGeneratorSymbolLayer.create({"geometryModifier": expression, "SymbolType": "Line"})
    layer.setSymbolType(Qgis.SymbolType.Line)
    layer.setUnits(MM)
    layer.setSubSymbol(line(stroke(colour, width)))
    return layer


def unknown_polygon() -> QgsFillSymbol:
    """Return the symbol of a polygon with a value the style does not know."""
    return polygon(fill("#FFFFFF", INK_FAR, 0.2), _hatch(2.0, False, INK_FAR, 0.2), _hatch(2.0, True, INK_FAR, 0.2))


def rule(symbol, expression: str, label: str, largest: int = 0) -> QgsRuleBasedRenderer.Rule:
    """Return a rule; ``largest`` is the denominator of the smallest scale at which it is drawn."""
    made = QgsRuleBasedRenderer.Rule(symbol, filterExp=expression, label=label)
    if expression == "ELSE":
        made.setIsElse(True)
    if largest:
        made.setMinimumScale(largest)
    made.setRuleKey("spin_" + plain_key(label))  # QGIS's own keys are random: the files would change every time
    return made


def plain_key(label: str) -> str:
    """Return a label as small letters, digits and underscores."""
    low = label.lower().translate(str.maketrans("åäö", "aao"))
    return re.sub(r"[^a-z0-9]+", "_", low).strip("_")


def rules(*made) -> QgsRuleBasedRenderer:
    """Return a renderer of rules."""
    root = QgsRuleBasedRenderer.Rule(None)
    root.setRuleKey("spin_root")
    for one in made:
        root.appendChild(one)
    return QgsRuleBasedRenderer(root)


def field(name: str) -> str:
    """Return an attribute that may be missing, so that one style suits layers with different fields."""
    return f"attribute('{name}')"


def text_format(points: float, colour: str = INK, demi: bool = False, halo: float = 0.8) -> QgsTextFormat:
    """Return a label format with an opaque white halo."""
    made = QgsTextFormat()
    font = QFont(FAMILY)
    font.setWeight(QFont.Weight.DemiBold if demi else QFont.Weight.Normal)
    made.setFont(font)
    made.setSize(points)
    made.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
    made.setColor(QColor(colour))
    made.setLineHeight(0.9)
    if halo:
        buffer = QgsTextBufferSettings()
        buffer.setEnabled(True)
        buffer.setSize(halo)
        buffer.setSizeUnit(MM)
        buffer.setColor(QColor("#FFFFFF"))
        buffer.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        made.setBuffer(buffer)
    return made


def label(expression: str, points: float, colour: str = INK, demi: bool = False, halo: float = 0.8,
          size: str = "") -> QgsPalLayerSettings:
    """Return label settings whose size follows the text factor and never goes below the page's least."""
    settings = QgsPalLayerSettings()
    settings.isExpression = True
    settings.fieldName = expression
    settings.setFormat(text_format(points, colour, demi, halo))
    settings.multilineAlign = QgsPalLayerSettings.MultiLineAlign.MultiFollowPlacement
    properties = settings.dataDefinedProperties()
    properties.setProperty(QgsPalLayerSettings.Property.Size, QgsProperty.fromExpression(
        size or f"max({points:g}*coalesce(@spin_t,1),coalesce(@spin_tmin,8))"))
    settings.setDataDefinedProperties(properties)
    return settings


def define(settings: QgsPalLayerSettings, which, expression: str) -> None:
    """Set one data-defined property of a label."""
    properties = settings.dataDefinedProperties()
    properties.setProperty(which, QgsProperty.fromExpression(expression))
    settings.setDataDefinedProperties(properties)
