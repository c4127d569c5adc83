"""What is written in each text item of a map: the officer's words, else sensible ones."""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Dict, List, Tuple

from qgis.core import QgsMapLayer

from ..areas.area import Area
from ..library.entries import Library, TemplateEntry
from . import numbers
from .request import MapRequest
from .texts import text

DEFAULT_THEME = {"sv": "Dialogkarta", "en": "Dialogue map"}
DEFAULT_SENDER = {"sv": "SPIN – Strategisk planering i norr", "en": "SPIN – Strategic Planning in the North"}


@dataclass
class Words:
    """Texts by item id, and the layers for which no source is known."""

    items: Dict[str, str] = field(default_factory=dict)
    without_credit: List[str] = field(default_factory=list)


def neutral(words: str) -> str:
    """Return typed text in which ``[%`` is no longer the beginning of an expression."""
    return words.replace("[%", "[ %")


def title_of(request: MapRequest) -> str:
    """Return the title typed, else theme and area."""
    if request.title.strip():
        return " ".join(neutral(request.title).split())
    theme = request.theme or DEFAULT_THEME["en" if request.language == "en" else "sv"]
    return text("title_join", request.language).format(theme=theme, area=request.area.name(request.language))


def page_id(request: MapRequest, size_name: str) -> str:
    """Return the sheet's id: meeting number, paper, sheet."""
    return f"M{request.map_number:02d}-{size_name}-{request.sheet}"


def sender_of(request: MapRequest) -> str:
    """Return who sends the map."""
    return request.sender.strip() or DEFAULT_SENDER["en" if request.language == "en" else "sv"]


def question_texts(request: MapRequest, template: TemplateEntry) -> List[str]:
    """Return as many questions as the template has; suggestions stand in for those not given."""
    given = [neutral(question).strip() for question in request.questions if question.strip()]
    if template.questions == 1:
        suggested = [text("wall_question", request.language)]
    else:
        suggested = [text(f"question_{number}", request.language) for number in (1, 2, 3)]
    return (given + suggested[len(given):])[:template.questions] if given else suggested[:template.questions]


def words_for(request: MapRequest, template: TemplateEntry, library: Library, layers: List[QgsMapLayer],
              scale: int) -> Words:
    """Return the texts of all items for the layers drawn in the frame."""
    language = request.language
    words = Words()
    put = words.items
    put["title"] = title_of(request)
    for index, question in enumerate(question_texts(request, template), start=1):
        put[f"question_{index}"] = question
    put["status"] = text(f"stage_{request.stage}", language)
    put["status_time"] = text(f"time_{request.time}", language).format(year=request.horizon or "")
    put["meeting"] = meeting_lines(request)
    put["scale_text"] = text("scale_at", language).format(
        scale=numbers.scale(scale, language), size=template.size_name)
    put["north_letter"] = text("north_letter", language)
    put["sources"] = _sources(request, library, layers, words)
    put["disclaimer"] = " ".join((
        text(f"stage_line_{request.stage}", language), text("generalised", language),
        text("not_for_navigation", language)))
    put["sender"] = _sender_lines(request)
    put["page_id"] = text("page", language).format(id=page_id(request, template.size_name)) + "\n" + text(
        "sheet_version", language).format(version=request.version)
    put["rules"] = text("rules", language) + "\n" + text("photo", language)
    put["legend_title"] = text("legend", language)
    for key in ("rules_heading", "pens_heading", "pen_plus", "pen_minus", "pen_question", "pen_conflict",
                "write_area", "scale_question", "scale_low", "scale_high", "missing"):
        put[key] = text(key, language)
    return words


def meeting_lines(request: MapRequest) -> str:
    """Return the place of the map on the first line; meeting, date and place below it."""
    area: Area = request.area
    where = area.name(request.language)
    parts = [neutral(part).strip() for part in (request.meeting, request.place) if part.strip()]
    if request.map_number:
        parts.append(text("map_number", request.language).format(number=request.map_number))
    first = parts or [text("no_meeting", request.language)]
    return where + "\n" + " · ".join([*first, request.day.isoformat()])


def _sender_lines(request: MapRequest) -> str:
    lines = [neutral(sender_of(request))]
    line = text("version", request.language).format(version=request.version, date=request.day.isoformat())
    if request.contact.strip():
        line += " " + text("contact", request.language).format(contact=neutral(request.contact.strip()))
    return "\n".join([*lines, line])


def _sources(request: MapRequest, library: Library, layers: List[QgsMapLayer], words: Words) -> str:
    """Return the credit of every drawn layer once, in draw order."""
    credits: List[str] = []
    for layer in layers:
        if str(layer.customProperty("spin/mask", "0")) == "1":
            continue
        credit = credit_of(layer, library, request.language)
        if not credit:
            words.without_credit.append(layer.name())
            credit = text("source_missing", request.language).format(layer=layer.name())
        if credit not in credits:
            credits.append(credit)
    return text("sources", request.language) + " · ".join(credits)


def credit_of(layer: QgsMapLayer, library: Library, language: str) -> str:
    """Return a layer's credit: its library entry's in the map's language, else what the layer itself says."""
    entry = library.layers.get(str(layer.customProperty("spin/entry", "")))
    if entry is not None:
        return entry.credit.get(language)
    rights = [right.strip() for right in layer.metadata().rights() if right.strip()]
    return rights[0] if rights else (layer.attribution() or "").strip()


def document_facts(request: MapRequest, template: TemplateEntry) -> Tuple[str, str, str]:
    """Return title, author and subject of the written file."""
    title = title_of(request)
    subject = text("subject", request.language).format(
        title=title, template=template.title.get(request.language), area=request.area.name(request.language),
        date=request.day.isoformat(), stage=text(f"stage_line_{request.stage}", request.language))
    return title, sender_of(request), subject
