"""Rules about the legend: inside its box, short enough to be read."""
from __future__ import annotations

from typing import List

from ...i18n import tr
from ..build import BuiltMap
from ..finding import Finding

MOST_ROWS = 12


def legend_fits(built: BuiltMap) -> List[Finding]:
    """The legend is inside its box, or on a page of its own."""
    if built.legend is None or built.legend.fits:
        return []
    return [Finding(
        rule="legend_fits", severity="error", item="legend",
        what=tr("The legend has {rows} rows and does not fit, even on a page of its own.").format(
            rows=built.legend.rows),
        why=tr("Rows would be cut off."),
        todo=tr("Switch off layers that this map does not need."))]


def legend_is_short(built: BuiltMap) -> List[Finding]:
    """More than twelve rows are not read at a meeting."""
    if built.legend is None or built.legend.rows <= MOST_ROWS:
        return []
    return [Finding(
        rule="legend_is_short", severity="warning", item="legend",
        what=tr("The legend has {rows} rows.").format(rows=built.legend.rows),
        why=tr("More than {most} are hard to keep in mind while reading a map.").format(most=MOST_ROWS),
        todo=tr("Switch off layers that the question does not need."))]


RULES = (legend_fits, legend_is_short)
