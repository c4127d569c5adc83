"""What the written file should hold, taken from the built map."""
from __future__ import annotations

from typing import Optional

from qgis.core import QgsLayoutItemLabel

from .build import BuiltMap
from .contract import FIXED, rule
from .inspection import ExpectedItem, Expectation
from .words import document_facts


def expectation_for(built: BuiltMap, dpi: Optional[float] = None) -> Expectation:
    """Return page size, texts by item, map frame, document facts and fonts of a built map."""
    items = []
    for item_id, box in built.boxes.items():
        item = built.layout.itemById(item_id)
        if item is None or item.page() != 0:
            continue
        text = item.currentText() if isinstance(item, QgsLayoutItemLabel) else None
        known = rule(item_id)
        over_map = item_id.startswith(FIXED) or (known is not None and known.over_map)
        items.append(ExpectedItem(id=item_id, rect_mm=box, text=text, over_map=over_map))
    title, author, subject = document_facts(built.request, built.template)
    page = built.layout.pageCollection().page(0).pageSize()
    return Expectation(
        page_mm=(page.width(), page.height()),
        pages=built.layout.pageCollection().pageCount(),
        language=built.request.language,
        items=items,
        map_rects_mm=[built.boxes["map"]],
        title=title, author=author, subject=subject,
        fonts={built.fonts.family},
        dpi=dpi if dpi is not None else built.request.dpi,
    )
