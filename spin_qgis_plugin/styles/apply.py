"""A standard style put on a layer: how it looks and is labelled, and nothing else that a style file may carry."""
from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Iterator, List, Optional

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsExpression,
    QgsGraduatedSymbolRenderer,
    QgsMapLayer,
    QgsMapLayerType,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QByteArray
from qgis.PyQt.QtXml import QDomDocument, QDomElement

from ..i18n import tr
from ..library.entries import StyleEntry

LARGEST = 3_000_000
"""Bytes; the largest standard style is about 0.1 MB."""
REFUSED_FUNCTIONS = frozenset({"env", "eval", "eval_template", "load_layer", "raster_value", "file_exists", "exif",
                               "hash", "base_file_name", "file_path"})
"""Built-in functions that reach outside the layer; those written in Python on somebody's machine are refused too."""

_EXPRESSION_ATTRIBUTES = ("filter", "expression", "fieldName", "attr")


class StyleFault(Exception):
    """A style file that can't be used; the text says why and what to do."""


@dataclass
class StyleOutcome:
    """Whether a style was applied, what went wrong in words, and what of the file was left out."""

    ok: bool
    message: str = ""
    removed: List[str] = field(default_factory=list)


def geometry_of(layer: QgsMapLayer) -> str:
    """Return point, line, polygon or raster; an empty text for a layer without geometry."""
    if layer.type() == QgsMapLayerType.RasterLayer:
        return "raster"
    if not isinstance(layer, QgsVectorLayer):
        return ""
    kinds = {QgsWkbTypes.GeometryType.PointGeometry: "point", QgsWkbTypes.GeometryType.LineGeometry: "line",
             QgsWkbTypes.GeometryType.PolygonGeometry: "polygon"}
    return kinds.get(layer.geometryType(), "")


def apply_style(layer: QgsMapLayer, style: StyleEntry, folder: Path, language: str = "sv") -> StyleOutcome:
    """Give a layer a standard style, its legend in ``sv`` or ``en``; on any fault the old look stays."""
    kind = geometry_of(layer)
    file = style.files.get(kind)
    if file is None:
        offered = ", ".join(_kind_word(name) for name in style.files)
        return StyleOutcome(False, tr(
            "The style “{style}” is for {offered}; the layer “{layer}” has {kind}. Choose another style.").format(
            style=style.title.get(language), offered=offered, layer=layer.name(), kind=_kind_word(kind)))
    try:
        document, removed = read_style(folder / file)
    except StyleFault as fault:
        return StyleOutcome(False, str(fault))
    missing = [name for name in style.fields if kind != "raster" and layer.fields().lookupField(name) < 0]
    if missing:
        return StyleOutcome(False, tr(
            "The style “{style}” needs the field {fields}, which the layer “{layer}” does not have.").format(
            style=style.title.get(language), fields=", ".join(missing), layer=layer.name()))
    categories = QgsMapLayer.StyleCategory.Symbology | QgsMapLayer.StyleCategory.Labeling
    done, reason = layer.importNamedStyle(document, categories)
    if not done:
        return StyleOutcome(False, tr("QGIS can't use the style {file}: {reason}").format(
            file=Path(file).name, reason=reason or "–"), removed)
    translate_legend(layer, style, language)
    layer.triggerRepaint()
    return StyleOutcome(True, "", removed)


def _kind_word(kind: str) -> str:
    return {"point": tr("points"), "line": tr("lines"), "polygon": tr("areas"), "raster": tr("a picture")}.get(
        kind, tr("no geometry"))


def read_style(file: Path):
    """Return a style as a document and the names of what in it is never used. Raises :class:`StyleFault`."""
    try:
        if file.stat().st_size > LARGEST:
            raise StyleFault(tr("The style {file} is larger than {most} MB. Simplify its symbols.").format(
                file=file.name, most=LARGEST // 1_000_000))
        content = file.read_bytes()
    except OSError as error:
        raise StyleFault(tr("The style {file} can't be read ({reason}). Fetch the library again.").format(
            file=file.name, reason=error.strerror or str(error))) from error
    document = QDomDocument()
    parsed, reason, line, column = document.setContent(QByteArray(content))
    if not parsed:
        raise StyleFault(tr("The style {file} is damaged or cut off at line {line}: {reason}. Fetch it again.").format(
            file=file.name, line=line, reason=reason))
    root = document.documentElement()
    if root.tagName() != "qgis" or (root.firstChildElement("renderer-v2").isNull()
                                    and root.firstChildElement("pipe").isNull()):
        raise StyleFault(tr("{file} is not a QGIS style (QML). Save it again from the layer's properties.").format(
            file=file.name))
    refused = sorted({name for name in _functions(root) if _is_refused(name)})
    if refused:
        raise StyleFault(tr(
            "The style {file} uses the function {name}, which a shared style may not. Change the expression.").format(
            file=file.name, name=", ".join(refused)))
    return document, _left_out(root)


def _left_out(root: QDomElement) -> List[str]:
    """Return what the file carries besides looks: it is not loaded, and the steward is told."""
    names = []
    actions = root.firstChildElement("attributeactions")
    if not actions.isNull() and not actions.firstChildElement("actionsetting").isNull():
        names.append(tr("actions"))
    if root.firstChildElement("editforminitcode").text().strip():
        names.append(tr("form code"))
    if root.firstChildElement("mapTip").text().strip():
        names.append(tr("map tips"))
    return names


def _functions(element: QDomElement) -> Iterator[str]:
    """Yield the names of all functions that expressions in a document call."""
    for value in _values(element):
        if "(" in value:
            expression = QgsExpression(value)
            if not expression.hasParserError():
                yield from expression.referencedFunctions()
            for inner in re.findall(r"\[%(.*?)%\]", value, re.DOTALL):
                yield from QgsExpression(inner).referencedFunctions()


def _values(element: QDomElement) -> Iterator[str]:
    """Yield every attribute that may hold an expression."""
    attributes = element.attributes()
    for index in range(attributes.count()):
        attribute = attributes.item(index).toAttr()
        if attribute.name() in _EXPRESSION_ATTRIBUTES or (
                attribute.name() in ("value", "v") and element.attribute("name", element.attribute("k")) in (
                    "expression", "geometryModifier", "density_area_expression", "field")):
            yield attribute.value()
    child = element.firstChildElement()
    while not child.isNull():
        yield from _values(child)
        child = child.nextSiblingElement()


def _is_refused(name: str) -> bool:
    return name in REFUSED_FUNCTIONS or name not in _builtin()


@lru_cache(maxsize=1)
def _builtin() -> frozenset:
    return frozenset(QgsExpression.BuiltinFunctions()) | {"with_variable", "geom_from_wkt"}


def translate_legend(layer: QgsMapLayer, style: StyleEntry, language: str) -> None:
    """Give the legend labels of a layer in ``sv`` or ``en``, as the style's entry has them."""
    renderer = layer.renderer() if isinstance(layer, QgsVectorLayer) else None
    if renderer is None:
        return
    if isinstance(renderer, QgsGraduatedSymbolRenderer):
        for index, one in enumerate(renderer.ranges()):
            renderer.updateRangeLabel(index, label_in(one.label(), style, language))
    elif isinstance(renderer, QgsCategorizedSymbolRenderer):
        for index, one in enumerate(renderer.categories()):
            renderer.updateCategoryLabel(index, label_in(one.label(), style, language))
    elif isinstance(renderer, QgsRuleBasedRenderer):
        for one in renderer.rootRule().descendants():
            one.setLabel(label_in(one.label(), style, language))


def label_in(label: str, style: Optional[StyleEntry], language: str) -> str:
    """Return a legend label in ``sv`` or ``en``; one that the style's entry does not know stays as it is."""
    for words in style.legend if style is not None else ():
        if label in (words.sv, words.en):
            return words.get(language)
    return label
