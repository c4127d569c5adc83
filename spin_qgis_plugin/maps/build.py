"""A template, an area and the project's visible layers become a finished layout. Main thread only."""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Dict, List, Optional, Tuple

from qgis.core import (
    QgsExpressionContextUtils,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
)

from ..areas.geometry import area_geometry
from ..i18n import tr
from ..library.entries import Library, TemplateEntry
from ..styles.fonts import FontState, ensure_fonts
from . import contract
from .frame import fill_map
from .legend import LegendBox, LegendFit, fill_legend
from .legend_content import legend_layers
from .overflow import legend_on_own_page, sources_on_own_page
from .request import MapRequest
from .scalebar import fill_scalebar
from .template import TemplateFault, layout_from, read_template
from .texts import text
from .typeset import Face, Fitted, fit
from .visible import Visible, visible_in
from .words import Words, page_id, words_for


@dataclass
class BuiltMap:
    """A layout ready to be checked and written, with what went into it."""

    layout: QgsPrintLayout
    request: MapRequest
    template: TemplateEntry
    layers: List[QgsMapLayer]
    visible: Visible
    words: Words
    fonts: FontState
    scale: int = 0
    segment_m: float = 0.0
    legend: Optional[LegendFit] = None
    fitted: Dict[str, Fitted] = field(default_factory=dict)
    boxes: Dict[str, Tuple[float, float, float, float]] = field(default_factory=dict)
    """Item id → x, y, width, height on the first page, mm."""
    notes: List[str] = field(default_factory=list)


def map_layers(project: QgsProject) -> List[QgsMapLayer]:
    """Return the layers switched on in the project, top first."""
    root = project.layerTreeRoot()
    layers = []
    for layer in root.layerOrder():
        node = root.findLayer(layer.id())
        if node is not None and node.isVisible() and layer.isValid():
            layers.append(layer)
    return layers


def build_map(project: QgsProject, library: Library, request: MapRequest) -> BuiltMap:
    """Make the layout. Raises :class:`TemplateFault` when the template can't be used."""
    entry = library.templates.get(request.template)
    if entry is None:
        raise TemplateFault(tr("There is no map template “{key}”. The library has: {offered}.").format(
            key=request.template, offered=", ".join(sorted(library.templates)) or "–"))
    template = read_template(library.folder(entry.origin) / entry.file, entry.required)
    fonts = ensure_fonts()
    layout = layout_from(template, project)
    layers = map_layers(project)
    built = BuiltMap(layout, request, entry, layers, Visible(), Words(), fonts, notes=list(template.notes))
    _remember_boxes(built, template.ids)
    _set_variables(built)
    frame = layout.itemById("map")
    if not isinstance(frame, QgsLayoutItemMap):
        raise TemplateFault(tr("The item “map” of the template {file} is not a map.").format(file=template.file.name))
    built.scale = fill_map(frame, request.area.bbox, layers)
    built.visible = visible_in(frame, layers)
    drawn = [layer for layer in layers if built.visible.drawn(layer)]
    built.words = words_for(request, entry, library, drawn, built.scale)
    _fill_labels(built)
    _fill_legend(built, library, drawn)
    bar = layout.itemById("scalebar")
    if isinstance(bar, QgsLayoutItemScaleBar):
        bar.setLinkedMap(frame)
        width = float(bar.customProperty(contract.WIDTH_PROPERTY, 60))
        built.segment_m = fill_scalebar(bar, built.scale, width, request.language, fonts.family)
        _remember_box(built, "scalebar")
    layout.setName(_layout_name(project, built))
    return built


def _remember_boxes(built: BuiltMap, ids) -> None:
    for item_id in ids:
        _remember_box(built, item_id)


def _remember_box(built: BuiltMap, item_id: str) -> None:
    item = built.layout.itemById(item_id)
    if item is not None:
        where, size = item.pagePos(), item.rect()
        built.boxes[item_id] = (where.x(), where.y(), size.width(), size.height())


def _set_variables(built: BuiltMap) -> None:
    """Set the variables that styles and templates follow; on the layout, so that two open maps don't share them."""
    request, entry = built.request, built.template
    values = {
        "spin_k": entry.k, "spin_t": entry.t, "spin_tmin": entry.tmin, "spin_municipality_pt": entry.municipality_pt,
        "spin_area_code": request.area.code, "spin_area_name": request.area.name(request.language),
        "spin_language": request.language, "spin_date": request.day.isoformat(), "spin_meeting": request.meeting,
        "spin_page_id": page_id(request, entry.size_name), "spin_stage": request.stage, "spin_time": request.time,
        "spin_version": request.version, "spin_sender": request.sender, "spin_contact": request.contact,
        "spin_title": request.title,
    }
    variables = QgsExpressionContextUtils.layoutScope(built.layout)
    known = {name: variables.variable(name) for name in variables.variableNames() if not variables.isReadOnly(name)}
    QgsExpressionContextUtils.setLayoutVariables(built.layout, {**known, **values})


def _smallest(layout: QgsPrintLayout, role: str) -> float:
    name = contract.PRIMARY_PROPERTY if role == "primary" else contract.SECONDARY_PROPERTY
    return float(layout.customProperty(name, 10 if role == "primary" else 8))


def _fill_labels(built: BuiltMap) -> None:
    for item_id, words in built.words.items.items():
        item = built.layout.itemById(item_id)
        if not isinstance(item, QgsLayoutItemLabel):
            continue
        rule = contract.rule(item_id)
        set_label(built, item, item_id, words, _smallest(built.layout, rule.role if rule else "secondary"))
    for item in built.layout.items():
        if isinstance(item, QgsLayoutItemLabel) and item.id().startswith(contract.FIXED):
            font = item.font()
            font.setFamily(built.fonts.family)
            item.setFont(font)
    sources = built.fitted.get("sources")
    if sources is not None and not sources.fits:
        built.fitted["sources"] = sources_on_own_page(built, text("sources", built.request.language))


def set_label(built: BuiltMap, item: QgsLayoutItemLabel, item_id: str, words: str, smallest: float) -> None:
    """Put fitted text into a label and remember how it went."""
    font = item.font()
    points = font.pointSizeF() if font.pointSizeF() > 0 else 10.0
    face = Face(built.fonts.family, font.bold(), font.italic())
    box = built.boxes[item_id]
    fitted = fit(words, face, (box[2], box[3]), points, min(points, smallest))
    font.setFamily(built.fonts.family)
    font.setPointSizeF(fitted.points)
    item.setFont(font)
    item.setText(fitted.text)
    built.fitted[item_id] = fitted


def _fill_legend(built: BuiltMap, library: Library, drawn: List[QgsMapLayer]) -> None:
    item = built.layout.itemById("legend")
    if not isinstance(item, QgsLayoutItemLegend):
        return
    request = built.request
    item.setLinkedMap(built.layout.itemById("map"))
    content = legend_layers(drawn, library, built.visible, request.language, area_geometry(request.area), built.scale)
    font = item.styleFont(_symbol_label())
    box = built.boxes["legend"]
    room = LegendBox((box[2], box[3]), font.pointSizeF(), min(font.pointSizeF(), _smallest(built.layout, "primary")),
                     built.fonts.family, (item.symbolWidth(), item.symbolHeight()))
    built.legend = fill_legend(item, content, room)
    if not content or not built.legend.rows:
        built.layout.removeLayoutItem(item)
        _say_in_legend(built, text("legend_none", request.language))
    elif not built.legend.fits:
        built.legend = legend_on_own_page(built, item, content, room)
        _say_in_legend(built, text("legend_next_page", request.language))


def _symbol_label():
    from qgis.core import QgsLegendStyle

    return QgsLegendStyle.Style.SymbolLabel


def _say_in_legend(built: BuiltMap, words: str) -> None:
    """Say under the legend's heading where the legend is, or that there is none."""
    heading = built.layout.itemById("legend_title")
    if isinstance(heading, QgsLayoutItemLabel):
        set_label(built, heading, "legend_title", words, _smallest(built.layout, "secondary"))


def _layout_name(project: QgsProject, built: BuiltMap) -> str:
    """Return a name that is free in the project: template and area, then a number."""
    name = f"{built.template.title.get(built.request.language)} – {built.request.area.name(built.request.language)}"
    taken = {layout.name() for layout in project.layoutManager().layouts()}
    if name not in taken:
        return name
    number = 2
    while f"{name} {number}" in taken:
        number += 1
    return f"{name} {number}"
