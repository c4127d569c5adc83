"""Administrative borders, names of municipalities, and the mask over what lies outside."""
from __future__ import annotations

from qgis.core import (
    QgsInvertedPolygonRenderer,
    QgsNullSymbolRenderer,
    QgsPalLayerSettings,
    QgsProperty,
    QgsSimpleFillSymbolLayer,
    QgsSingleSymbolRenderer,
    QgsSymbolLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from . import parts
from .names import INSIDE_COLOUR, NAMES

LEVELS = {"kommun": "Kommungräns", "lan": "Länsgräns", "rike": "Riksgräns"}


def borders():
    """Return the renderer of border lines; the widest is drawn last."""
    renderer = parts.rules(
        parts.rule(parts.line(parts.stroke("#6E6E6E", 0.3)), "\"niva\"='kommun'", LEVELS["kommun"]),
        parts.rule(parts.line(parts.stroke("#4D4D4D", 0.7, rendering_pass=1)), "\"niva\"='lan'", LEVELS["lan"]),
        parts.rule(parts.line(parts.stroke("#1A1A1A", 0.9, (4, 1.2, 0.6, 1.2), rendering_pass=2)), "\"niva\"='rike'",
                   LEVELS["rike"]),
        parts.rule(parts.line(parts.stroke("#6E6E6E", 0.2)), "ELSE", "Okänt värde"))
    renderer.setUsingSymbolLevels(True)
    return renderer


def municipality_names():
    """Return renderer and labelling of municipality names: no symbol, the name at the point."""
    settings = parts.label(NAMES, 10, halo=0.8, size="coalesce(@spin_municipality_pt,10)")
    settings.placement = QgsPalLayerSettings.Placement.OverPoint
    settings.multilineAlign = QgsPalLayerSettings.MultiLineAlign.MultiCenter
    settings.priority = 8
    parts.define(settings, QgsPalLayerSettings.Property.Color, INSIDE_COLOUR)
    return QgsNullSymbolRenderer(), QgsVectorLayerSimpleLabeling(settings)


def mask():
    """Return the renderer of what lies outside the area: muted, or on statistics maps white."""
    layer = QgsSimpleFillSymbolLayer(QColor(255, 255, 255, 166))
    layer.setStrokeColor(QColor("#333333"))
    layer.setStrokeWidth(0.8)
    layer.setStrokeWidthUnit(parts.MM)
    layer.setPenJoinStyle(Qt.PenJoinStyle.RoundJoin)
    layer.setDataDefinedProperty(QgsSymbolLayer.Property.PropertyStrokeWidth, parts.times_k(0.8))
    layer.setDataDefinedProperty(QgsSymbolLayer.Property.PropertyFillColor, QgsProperty.fromExpression(
        "color_rgba(255,255,255,coalesce(@spin_mask_alpha,166))"))
    return QgsInvertedPolygonRenderer(QgsSingleSymbolRenderer(parts.polygon(layer)))
