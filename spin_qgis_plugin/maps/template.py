"""A map template read from its file and checked before anything is built of it.

QGIS itself says *ok* to a truncated template, drops items it does not know without a word, and accepts a web
page in a template's place. So the bytes are parsed and checked here first.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import List, Set

from qgis.core import QgsLayoutItemRegistry, QgsPrintLayout, QgsProject, QgsReadWriteContext
from qgis.PyQt.QtCore import QByteArray
from qgis.PyQt.QtXml import QDomDocument, QDomElement

from ..i18n import tr
from .contract import FIXED, VARIABLES, rule

LARGEST = 5_000_000
"""Bytes; a master without pictures is about 0.2 MB."""

_EXPRESSION = re.compile(r"\[%(.*?)%\]", re.DOTALL)
_VARIABLE = re.compile(r"@(\w+)")
_KNOWN_TYPES = {
    int(kind) for kind in (
        QgsLayoutItemRegistry.ItemType.LayoutMap, QgsLayoutItemRegistry.ItemType.LayoutLabel,
        QgsLayoutItemRegistry.ItemType.LayoutLegend, QgsLayoutItemRegistry.ItemType.LayoutScaleBar,
        QgsLayoutItemRegistry.ItemType.LayoutPicture, QgsLayoutItemRegistry.ItemType.LayoutShape,
        QgsLayoutItemRegistry.ItemType.LayoutPolygon, QgsLayoutItemRegistry.ItemType.LayoutPolyline,
        QgsLayoutItemRegistry.ItemType.LayoutGroup, QgsLayoutItemRegistry.ItemType.LayoutPage,
    )
}


class TemplateFault(Exception):
    """A template that can't be used; the text says why and what to do."""


@dataclass(frozen=True)
class Template:
    """A parsed template that passed the checks."""

    file: Path
    document: QDomDocument
    ids: frozenset
    notes: tuple


def read_template(file: Path, required: tuple = ()) -> Template:
    """Read and check a template.

    Raises :class:`TemplateFault` with file, reason and remedy for one that is missing, too large, not XML,
    cut off, without a page, without a needed item, or carrying what a template may not carry.
    """
    content = _bytes(file)
    document = QDomDocument()
    parsed = document.setContent(QByteArray(content))
    if not (parsed[0] if isinstance(parsed, tuple) else parsed):
        message, line, column = (parsed[1:] if isinstance(parsed, tuple) and len(parsed) == 4 else ("", 0, 0))
        raise TemplateFault(tr(
            "The template {file} is damaged or was cut off at line {line}, column {column} ({reason}). "
            "Fetch it again, or save it anew from QGIS's layout designer."
        ).format(file=file.name, line=line, column=column, reason=message))
    root = document.documentElement()
    if root.tagName() != "Layout":
        raise TemplateFault(tr(
            "{file} is not a print-layout template: it begins with <{tag}>. Choose a .qpt file saved from "
            "QGIS's layout designer."
        ).format(file=file.name, tag=root.tagName()))
    if root.firstChildElement("PageCollection").firstChildElement("LayoutItem").isNull():
        raise TemplateFault(tr(
            "The template {file} has no page. Save it anew from QGIS's layout designer.").format(file=file.name))
    notes: List[str] = []
    ids = _check_items(root, file, notes)
    missing = [item for item in required if item not in ids]
    if "map" not in ids:
        raise TemplateFault(tr(
            "The template {file} has no map with the item id “map”. Give the main map that id in the layout "
            "designer (Item Properties › Item ID).").format(file=file.name))
    if missing:
        notes.append(tr("The template {file} lacks the items {items}; they are left out.").format(
            file=file.name, items=", ".join(missing)))
    return Template(file, document, frozenset(ids), tuple(notes))


def _bytes(file: Path) -> bytes:
    try:
        size = file.stat().st_size
        if size > LARGEST:
            raise TemplateFault(tr(
                "The template {file} is {size} MB; at most {limit} MB are read. Remove large pictures from it."
            ).format(file=file.name, size=round(size / 1e6, 1), limit=round(LARGEST / 1e6)))
        return file.read_bytes()
    except OSError as error:
        raise TemplateFault(tr(
            "The template {file} can't be read: {reason}. Check that the library's folder is within reach."
        ).format(file=str(file), reason=error.strerror or str(error))) from error


def _check_items(root: QDomElement, file: Path, notes: List[str]) -> Set[str]:
    """Return the item ids; refuse what may not be in a template, and strip what belongs to another project."""
    ids: Set[str] = set()
    items = root.elementsByTagName("LayoutItem")
    for index in range(items.count()):
        item = items.at(index).toElement()
        item_id = item.attribute("id")
        kind = int(item.attribute("type") or 0)
        if kind not in _KNOWN_TYPES:
            raise TemplateFault(tr(
                "The template {file} holds an item (“{item}”) of a kind that is not used in map templates "
                "(type {type}), for instance a web page, a table or another plugin's item. Remove it in the "
                "layout designer.").format(file=file.name, item=item_id or "?", type=kind))
        if item_id:
            if item_id in ids:
                raise TemplateFault(tr(
                    "The template {file} has two items with the id “{item}”. Give each its own.").format(
                        file=file.name, item=item_id))
            ids.add(item_id)
        _check_text(item.attribute("labelText"), item_id, file)
        if item.attribute("htmlState") == "1":
            raise TemplateFault(tr(
                "The label “{item}” in the template {file} is HTML, which could run scripts. Switch off "
                "“Render as HTML”.").format(item=item_id or "?", file=file.name))
        picture = item.attribute("file")
        if picture and not picture.startswith("base64:") and _is_absolute(picture):
            raise TemplateFault(tr(
                "The picture “{item}” in the template {file} points to {path} on one computer. Embed it, or keep "
                "it in the library.").format(item=item_id or "?", file=file.name, path=picture))
        if item_id and rule(item_id) is None and not item_id.startswith(FIXED):
            notes.append(tr("The item “{item}” in the template {file} is not known; it is drawn as it is.").format(
                item=item_id, file=file.name))
        _strip_layers(item)
    _check_expressions(root, file)
    return ids


def _check_text(text: str, item_id: str, file: Path) -> None:
    for expression in _EXPRESSION.findall(text or ""):
        bare = expression.strip()
        names = set(_VARIABLE.findall(bare))
        if not names or names - VARIABLES or _VARIABLE.sub("", bare).strip():
            raise TemplateFault(tr(
                "The label “{item}” in the template {file} holds the expression {expression}. Only single "
                "variables such as @spin_title are allowed.").format(
                    item=item_id or "?", file=file.name, expression="[%" + expression + "%]"))


def _check_expressions(root: QDomElement, file: Path) -> None:
    """Refuse data-defined properties: an expression can call any function registered on the machine."""
    options = root.elementsByTagName("Option")
    for index in range(options.count()):
        option = options.at(index).toElement()
        if option.attribute("name") == "expression" and option.attribute("value"):
            names = set(_VARIABLE.findall(option.attribute("value")))
            bare = _VARIABLE.sub("", option.attribute("value")).strip()
            if not names or names - VARIABLES or bare:
                raise TemplateFault(tr(
                    "The template {file} holds the data-defined expression “{expression}”. Only single variables "
                    "such as @spin_k are allowed.").format(file=file.name, expression=option.attribute("value")))


def _is_absolute(path: str) -> bool:
    lowered = path.lower()
    return lowered.startswith(("/", "\\", "file:", "http:", "https:")) or (len(path) > 1 and path[1] == ":")


def _strip_layers(item: QDomElement) -> None:
    """Take away layer ids: they belong to the project in which the template was drawn."""
    for tag in ("LayerSet", "LayerStyles", "layer-tree-group", "layer-tree"):
        child = item.firstChildElement(tag)
        while not child.isNull():
            following = child.nextSiblingElement(tag)
            item.removeChild(child)
            child = following


def layout_from(template: Template, project: QgsProject) -> QgsPrintLayout:
    """Return a layout with the template's items. Main thread; raises :class:`TemplateFault`."""
    layout = QgsPrintLayout(project)
    _items, loaded = layout.loadFromTemplate(template.document, QgsReadWriteContext(), True)
    if not loaded or layout.pageCollection().pageCount() < 1:
        raise TemplateFault(tr("QGIS could not load the template {file}.").format(file=template.file.name))
    for item_id in template.ids:
        if layout.itemById(item_id) is None:
            raise TemplateFault(tr(
                "QGIS {version} dropped the item “{item}” of the template {file}; it was probably saved by a newer "
                "QGIS. Ask for a template saved by the oldest version in use.").format(
                    version=_qgis_version(), item=item_id, file=template.file.name))
    return layout


def _qgis_version() -> str:
    from qgis.core import Qgis

    return Qgis.version()
