"""The template contract: which item ids a master may hold and what they are. Pure Python."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, Optional

LABEL, MAP, LEGEND, SCALEBAR, SHAPE, PICTURE = "label", "map", "legend", "scalebar", "shape", "picture"


@dataclass(frozen=True)
class ItemRule:
    """What an item id stands for.

    ``role`` is *primary* for what must be read from the template's main distance, *secondary* for the
    rest; it decides how small the text may become.
    """

    kind: str
    role: str = "secondary"
    needed: bool = False
    over_map: bool = False
    bold: bool = False


ITEMS: Dict[str, ItemRule] = {
    "map": ItemRule(MAP, needed=True),
    "title": ItemRule(LABEL, "primary", needed=True),
    "question_1": ItemRule(LABEL, "primary"),
    "question_2": ItemRule(LABEL, "primary"),
    "question_3": ItemRule(LABEL, "primary"),
    "legend": ItemRule(LEGEND, "primary", needed=True),
    "scalebar": ItemRule(SCALEBAR, needed=True),
    "scale_text": ItemRule(LABEL),
    "north": ItemRule(SHAPE, needed=True),
    "north_letter": ItemRule(LABEL),
    "status": ItemRule(LABEL, "badge", needed=True),
    "status_time": ItemRule(LABEL, "badge", needed=True),
    "meeting": ItemRule(LABEL, needed=True),
    "sources": ItemRule(LABEL, needed=True),
    "disclaimer": ItemRule(LABEL, needed=True),
    "sender": ItemRule(LABEL, needed=True),
    "page_id": ItemRule(LABEL, needed=True),
    "rules_heading": ItemRule(LABEL, "primary"),
    "rules": ItemRule(LABEL, "primary"),
    "pens_heading": ItemRule(LABEL, "primary"),
    "pen_plus": ItemRule(LABEL, "primary"),
    "pen_minus": ItemRule(LABEL, "primary"),
    "pen_question": ItemRule(LABEL, "primary"),
    "pen_conflict": ItemRule(LABEL, "primary"),
    "write_area": ItemRule(LABEL),
    "scale_question": ItemRule(LABEL, "primary"),
    "scale_low": ItemRule(LABEL),
    "scale_high": ItemRule(LABEL),
    "missing": ItemRule(LABEL, "primary"),
    "legend_title": ItemRule(LABEL, "primary"),
}
"""Every id that is filled; ids that begin with ``fixed_`` are drawn as they are (lines, boxes, grid)."""

FIXED = "fixed_"

PRIMARY_PROPERTY = "spin/primary_pt"
SECONDARY_PROPERTY = "spin/secondary_pt"
"""Layout custom properties of a master: the smallest sizes allowed at its reading distances, pt."""

WIDTH_PROPERTY = "spin/width_mm"
"""Custom property of a scale bar: the width it may take. QGIS itself resizes a scale bar to its content, so
the item's own size says nothing."""

VARIABLES = frozenset({
    "spin_area_name", "spin_area_code", "spin_title", "spin_language", "spin_date", "spin_meeting",
    "spin_page_id", "spin_k", "spin_t", "spin_tmin", "spin_municipality_pt", "spin_question_1", "spin_version",
    "spin_stage", "spin_time", "spin_sender", "spin_contact", "layout_name", "layout_page", "layout_numpages",
    "atlas_pagename", "atlas_featurenumber", "atlas_totalfeatures",
})
"""Variables an expression in a template may use; nothing else is evaluated."""


def rule(item_id: str) -> Optional[ItemRule]:
    """Return what an item id stands for, or None for one this version does not fill."""
    return ITEMS.get(item_id)
