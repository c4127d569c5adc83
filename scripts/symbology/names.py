"""Place names in all languages of a place, same size and weight."""
from __future__ import annotations

from qgis.core import (
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsRuleBasedLabeling,
    QgsSimpleMarkerSymbolLayer,
    QgsSimpleMarkerSymbolLayerBase,
    QgsSymbolLayer,
)
from qgis.PyQt.QtGui import QColor

from . import parts

NAMES = (
    "\"namn_sv\" || if(coalesce(\"namn_2\",'')<>'' and coalesce(@spin_multilingual,1)=1, '\\n' || array_to_string("
    "array_slice(string_to_array(\"namn_2\",';'),0,if(coalesce(@spin_k,1)>=1.6,1,0)),'\\n'), '')")
"""Swedish name and the others below it: three languages on large sheets, two on small ones."""

IS_INSIDE = (
    "coalesce(@spin_area_code,'norr') in ('norr','extent') and coalesce(\"lanskod\",'')<>'' "
    "or @spin_area_code in (\"lanskod\",\"kommunkod\",\"fa_kod\")")
"""Whether a place lies in the project's area."""
INSIDE_COLOUR = f"if({IS_INSIDE},'{parts.INK}','{parts.INK_FAR}')"

SIZES = {1: 14, 2: 12, 3: 10, 4: 9, 5: 8}
SMALLEST_SCALE = {1: 0, 2: 6_000_000, 3: 3_000_000, 4: 1_500_000, 5: 800_000}
WORDS = {1: "Ort med minst 20 000 invånare", 2: "Annan centralort", 3: "Tätort med minst 1 000 invånare",
         4: "Tätort med 200–999 invånare", 5: "Annan ort"}


def _dot(level: int) -> QgsMarkerSymbol:
    size = 1.4 if level <= 2 else 0.9
    layer = QgsSimpleMarkerSymbolLayer(QgsSimpleMarkerSymbolLayerBase.Shape.Circle, size)
    layer.setColor(QColor(parts.INK))
    layer.setStrokeColor(QColor("#FFFFFF"))
    layer.setStrokeWidth(0.3)
    layer.setDataDefinedProperty(QgsSymbolLayer.Property.PropertySize, parts.times_k(size + 0.3))
    layer.setDataDefinedProperty(QgsSymbolLayer.Property.PropertyStrokeWidth, parts.times_k(0.3))
    symbol = QgsMarkerSymbol()
    symbol.changeSymbolLayer(0, layer)
    return symbol


def dots():
    """Return the renderer of the dots."""
    return parts.rules(
        *(parts.rule(_dot(level), f'"niva"={level}', WORDS[level], SMALLEST_SCALE[level]) for level in SIZES),
        parts.rule(_dot(5), "ELSE", "Okänt värde", SMALLEST_SCALE[5]))


def _level_label(level: int) -> QgsPalLayerSettings:
    settings = parts.label(NAMES, SIZES[level], demi=level <= 2)
    settings.placement = QgsPalLayerSettings.Placement.OrderedPositionsAroundPoint
    settings.dist = 0.6
    settings.distUnits = parts.MM
    settings.offsetType = QgsPalLayerSettings.OffsetType.FromSymbolBounds
    settings.priority = 11 - 2 * level
    settings.zIndex = 10 - level
    parts.define(settings, QgsPalLayerSettings.Property.LabelDistance, f"0.6*{parts.K}")
    parts.define(settings, QgsPalLayerSettings.Property.Color, INSIDE_COLOUR)
    return settings


def labels():
    """Return the labelling: one rule a level, so that small places give way to large ones."""
    root = QgsRuleBasedLabeling.Rule(None)
    root.setRuleKey("spin_root")
    for level in SIZES:
        made = QgsRuleBasedLabeling.Rule(_level_label(level), filterExp=f'"niva"={level}', description=WORDS[level])
        made.setRuleKey(f"spin_niva_{level}")
        if SMALLEST_SCALE[level]:
            made.setMinimumScale(SMALLEST_SCALE[level])
        root.appendChild(made)
    return QgsRuleBasedLabeling(root)
