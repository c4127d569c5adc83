"""Rules about the layers in the frame: something to see, credited, drawn as vectors."""
from __future__ import annotations

from typing import List

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtGui import QPainter

from ...i18n import tr
from ..build import BuiltMap
from ..finding import Finding


def map_is_not_empty(built: BuiltMap) -> List[Finding]:
    """At least one layer draws something in the frame."""
    shown = [layer for layer in built.layers
             if built.visible.drawn(layer) and str(layer.customProperty("spin/mask", "0")) != "1"]
    if shown:
        return []
    return [Finding(
        rule="map_is_not_empty", severity="error", item="map",
        what=tr("No layer that is switched on shows anything in {area}.").format(
            area=built.request.area.name(built.request.language)),
        why=tr("The map would be blank."),
        todo=tr("Add a set with SPIN › Layers, or switch layers on."))]


def layers_are_credited(built: BuiltMap) -> List[Finding]:
    """Every visible layer says where its data come from."""
    return [
        Finding(rule="layers_are_credited", severity="warning", item="sources", layer=name,
                what=tr("The layer “{layer}” has no source.").format(layer=name),
                why=tr("A map without sources can't be checked, and many licences require the credit."),
                todo=tr("Write it in the layer's properties: Metadata › Access › Rights."))
        for name in built.words.without_credit
    ]


def layers_show_at_this_scale(built: BuiltMap) -> List[Finding]:
    """A layer that is switched on but shows nothing is named."""
    return [
        Finding(rule="layers_show_at_this_scale", severity="info", layer=layer.name(),
                what=tr("The layer “{layer}” shows nothing on this map.").format(layer=layer.name()),
                why=tr("It has nothing in the area, or is drawn only at larger scales than this map's."),
                todo=tr("Nothing, if that is right; else choose a smaller area."))
        for layer in built.layers
        if not built.visible.drawn(layer) and str(layer.customProperty("spin/mask", "0")) != "1"
    ]


def layers_stay_vector(built: BuiltMap) -> List[Finding]:
    """No layer forces the whole map to become a picture."""
    normal = QPainter.CompositionMode.CompositionMode_SourceOver
    findings = []
    for layer in built.layers:
        blended = layer.blendMode() != normal
        if isinstance(layer, QgsVectorLayer):
            blended = blended or layer.opacity() < 1 or layer.featureBlendMode() != normal
        if blended and isinstance(layer, QgsVectorLayer):
            findings.append(Finding(
                rule="layers_stay_vector", severity="warning", layer=layer.name(),
                what=tr("The layer “{layer}” has a blend mode or layer opacity.").format(layer=layer.name()),
                why=tr("The map then becomes a picture in the PDF: large, slow and unsharp in print."),
                todo=tr("Set blend mode to Normal and opacity to 100 %, and use a lighter colour instead.")))
    return findings


RULES = (map_is_not_empty, layers_are_credited, layers_show_at_this_scale, layers_stay_vector)
