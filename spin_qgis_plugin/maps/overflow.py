"""A second page for what does not fit on the first: the legend, the sources. Nothing is ever cut off."""
from __future__ import annotations

from typing import List

from qgis.core import (
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemPage,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsUnitTypes,
)

from .legend import LegendBox, LegendFit, LegendLayer, fill_legend
from .texts import text
from .typeset import Face, Fitted, fit

_MM = QgsUnitTypes.LayoutUnit.LayoutMillimeters
_MARGIN = 0.04
"""Share of the page's width kept free on the second page."""


def _second_page(built) -> tuple:
    """Add the page if it is not there yet, and return its width, height and margin, mm."""
    pages = built.layout.pageCollection()
    size = pages.page(0).pageSize()
    if pages.pageCount() < 2:
        page = QgsLayoutItemPage(built.layout)
        page.setPageSize(QgsLayoutSize(size.width(), size.height(), _MM))
        pages.addPage(page)
    return size.width(), size.height(), size.width() * _MARGIN


def legend_on_own_page(built, item: QgsLayoutItemLegend, content: List[LegendLayer], room: LegendBox) -> LegendFit:
    """Move the legend to the second page at its full text size."""
    width, height, margin = _second_page(built)
    box = LegendBox((width - 2 * margin, height * 0.78 - margin), room.points, room.smallest, room.family,
                    room.symbol_mm)
    item.attemptMove(QgsLayoutPoint(margin, margin, _MM), True, False, 1)
    item.attemptResize(QgsLayoutSize(box.size_mm[0], box.size_mm[1], _MM))
    return fill_legend(item, content, box)


def sources_on_own_page(built, prefix: str) -> Fitted:
    """Put the whole list of sources on the second page, and say so in its place."""
    item = built.layout.itemById("sources")
    width, height, margin = _second_page(built)
    words = built.words.items["sources"]
    label = QgsLayoutItemLabel(built.layout)
    label.setId("sources_more")
    label.setMode(QgsLayoutItemLabel.Mode.ModeFont)
    font = item.font()
    label.setFont(font)
    label.setFontColor(item.fontColor())
    label.setMarginX(0)
    label.setMarginY(0)
    built.layout.addLayoutItem(label)
    label.attemptResize(QgsLayoutSize(width - 2 * margin, height * 0.16, _MM))
    label.attemptMove(QgsLayoutPoint(margin, height * 0.80, _MM), True, False, 1)
    face = Face(built.fonts.family, font.bold())
    fitted = fit(words, face, (width - 2 * margin, height * 0.16), font.pointSizeF(), font.pointSizeF())
    label.setText(fitted.text)
    item.setText(prefix + text("sources_next_page", built.request.language))
    return fitted
