"""Checked plain values made into entries. Pure Python."""
from __future__ import annotations

from typing import Optional

from .entries import (
    AreaFilter,
    LayerEntry,
    Origin,
    SetEntry,
    SetLayer,
    Source,
    StyleEntry,
    TemplateEntry,
    Text,
)


def _words(value: Optional[dict]) -> Optional[Text]:
    return None if value is None else Text(value["sv"], value["en"])


def _given(values: dict, *names: str) -> dict:
    """Return the fields that are there, for those whose type needs no change."""
    return {name: values[name] for name in names if values.get(name) is not None}


def layer_entry(values: dict, origin: Origin) -> LayerEntry:
    """Return a layer entry."""
    area_filter = values.get("area_filter")
    keywords = values.get("keywords") or {}
    return LayerEntry(
        title=_words(values["title"]), summary=_words(values["summary"]), credit=_words(values["credit"]),
        source=Source(**{name: value for name, value in values["source"].items() if value is not None}),
        area_filter=AreaFilter(**area_filter) if area_filter else None,
        keywords={language: tuple(words) for language, words in keywords.items()},
        replaces=tuple(values.get("replaces") or ()), origin=origin,
        **_given(values, "id", "theme", "owner", "licence", "style", "visible_from", "grade", "seen", "processed",
                 "reference_year"))


def set_entry(values: dict, origin: Origin) -> SetEntry:
    """Return a set."""
    layers = tuple(
        SetLayer(entry=row["layer"], group=_words(row.get("group")), line=row.get("line", 0),
                 **_given(row, "style", "visible", "legend"))
        for row in values["layers"])
    return SetEntry(title=_words(values["title"]), summary=_words(values["summary"]), layers=layers, origin=origin,
                    heading=_words(values.get("heading")), templates=tuple(values.get("templates") or ()),
                    **_given(values, "id", "time"))


def style_entry(values: dict, origin: Origin) -> StyleEntry:
    """Return a style."""
    return StyleEntry(
        title=_words(values["title"]), summary=_words(values["summary"]), files=dict(values["files"]), origin=origin,
        legend=tuple(_words(row) for row in values.get("legend") or ()),
        unit=_words(values.get("unit")), fields=tuple(values.get("fields") or ()),
        **_given(values, "key", "group", "version", "min_scale", "max_scale", "draw_order", "mask"))


def template_entry(values: dict, origin: Origin) -> TemplateEntry:
    """Return a map template."""
    return TemplateEntry(
        title=_words(values["title"]), summary=_words(values["summary"]), origin=origin,
        page=tuple(float(side) for side in values["page"]), required=tuple(values.get("required") or ()),
        **_given(values, "key", "file", "k", "t", "tmin", "municipality_pt", "questions", "size_name", "base_set"))


MAKERS = {"layers": layer_entry, "sets": set_entry, "styles": style_entry, "templates": template_entry}
"""Part of the library → how one entry of it is made."""
