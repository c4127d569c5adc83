"""Statistics on areas: classes with a double border that holds against every colour."""
from __future__ import annotations

from qgis.core import QgsGraduatedSymbolRenderer, QgsPalLayerSettings, QgsRendererRange, QgsVectorLayerSimpleLabeling

from . import parts

DIV7 = ("#074F7F", "#4F8CC6", "#A6C5ED", "#F5F3EF", "#F5B976", "#C7813B", "#975722")
"""High to low."""
BREAKS = (10, 5, 1, -1, -5, -10)
CLASSES = ("+10 eller mer", "+5 till +10", "+1 till +5", "−1 till +1 (i stort sett oförändrad)", "−5 till −1",
           "−10 till −5", "under −10")
ENDLESS = 1e9

_NUMBER = (
    "with_variable('n',if(abs(round(\"varde\",1))=0,0,round(\"varde\",1)),if(@n>0,'+','') || "
    "if(coalesce(@spin_language,'sv')='en',replace(format_number(@n,1,'sv'),',','.'),format_number(@n,1,'sv')))")


def _area(colour: str):
    return parts.polygon(
        parts.fill(colour),
        _edge("#FFFFFF", 0.7, 1),
        _edge("#333333", 0.25, 2))


def _edge(colour: str, width: float, rendering_pass: int):
    from qgis.PyQt.QtCore import Qt

    layer = parts.fill("#000000", colour, width, rendering_pass)
    layer.setBrushStyle(Qt.BrushStyle.NoBrush)
    return layer


def change():
    """Return the renderer of change in seven classes; ranges from high to low, so that a limit falls upwards."""
    limits = (ENDLESS, *BREAKS, -ENDLESS)
    ranges = [QgsRendererRange(low, high, _area(colour), label)
              for high, low, colour, label in zip(limits, limits[1:], DIV7, CLASSES)]
    renderer = QgsGraduatedSymbolRenderer('round("varde",1)', ranges)
    renderer.setUsingSymbolLevels(True)
    return renderer


def change_labels():
    """Return the labelling: the signed number, white on the two darkest classes."""
    settings = parts.label(_NUMBER, 9, demi=True, halo=0)
    settings.placement = QgsPalLayerSettings.Placement.Horizontal
    settings.centroidInside = True
    settings.fitInPolygonOnly = True
    settings.priority = 3
    parts.define(settings, QgsPalLayerSettings.Property.Color,
                 'if(round("varde",1)>=10 or round("varde",1)<-10,\'#FFFFFF\',\'#1A1A1A\')')
    return QgsVectorLayerSimpleLabeling(settings)
