"""``dlg_vagg_a0``: write-on wall map, A0 portrait, read at one and a half metres, drawn on at 0.7 m."""
from __future__ import annotations

from qgis.PyQt.QtCore import Qt

from .sheet import Sheet

INK = "#595959"
COLUMNS = "ABCDEF"
ROWS = 9
STRIP = 8.0
FRAME = (20.0, 136.0, 623.0, 892.0)


def wall_map(project) -> Sheet:
    """Return the sheet: a big map with a grid, a blank column to write in, keys and rules below."""
    sheet = Sheet(project, "dlg_vagg_a0", (841, 1189), primary=30, secondary=9)
    sheet.label("title", (20, 18, 631, 80), 90, bold=True, middle=True)
    sheet.badge("status_time", (661, 20, 160, 22), 36, "#1B4A83")
    sheet.badge("status", (661, 46, 160, 22), 36, "#8C401F")
    sheet.label("meeting", (661, 72, 160, 26), 20, colour=INK)
    sheet.label("question_1", (20, 100, 801, 33), 36, middle=True)
    sheet.map("map", FRAME)
    _grid(sheet)
    sheet.shape("fixed_write_frame", (653, 136, 168, 892), "", "#8C8C8C", 0.4)
    sheet.label("write_area", (659, 141, 156, 16), 30, bold=True, colour=INK)
    sheet.label("legend_title", (20, 1036, 186, 15), 30, bold=True)
    sheet.legend("legend", (20, 1052, 186, 84), 30, (24, 11))
    _pens(sheet)
    sheet.label("rules_heading", (410, 1036, 371, 15), 30, bold=True)
    sheet.label("rules", (410, 1052, 371, 88), 30)
    sheet.north((789, 1036, 32, 44), 26)
    sheet.scalebar("scalebar", (20, 1142, 260, 17), 16, 3.6)
    sheet.label("scale_text", (20, 1161, 260, 9), 16)
    sheet.label("sources", (290, 1142, 225, 29), 12, colour=INK)
    sheet.label("disclaimer", (530, 1142, 150, 29), 16, colour=INK)
    sheet.label("sender", (695, 1142, 126, 17), 14, colour=INK)
    sheet.label("page_id", (695, 1160, 126, 11), 12, colour=INK)
    return sheet


def _grid(sheet: Sheet) -> None:
    """Squares A1–F9 to name a place by: thin lines over the map, letters and digits on white edge strips."""
    left, top, width, height = FRAME
    for column in range(1, len(COLUMNS)):
        x = left + width * column / len(COLUMNS)
        sheet.line(f"fixed_grid_column_{column}", (x, top), (x, top + height), 0.2, "#A39D92")
    for row in range(1, ROWS):
        y = top + height * row / ROWS
        sheet.line(f"fixed_grid_row_{row}", (left, y), (left + width, y), 0.2, "#A39D92")
    strips = {
        "top": (left, top, width, STRIP + 2), "bottom": (left, top + height - STRIP - 2, width, STRIP + 2),
        "left": (left, top, STRIP + 2, height), "right": (left + width - STRIP - 2, top, STRIP + 2, height),
    }
    for side, box in strips.items():
        sheet.shape(f"fixed_grid_strip_{side}", box, "#FFFFFF")
    for index, letter in enumerate(COLUMNS):
        cell = width / len(COLUMNS)
        for side in ("top", "bottom"):
            box = (left + cell * index, strips[side][1], cell, STRIP + 2)
            sheet.label(f"fixed_grid_{side}_{letter}", box, 22, bold=True, colour=INK, text=letter,
                        middle=True, align=Qt.AlignmentFlag.AlignHCenter)
    for index in range(ROWS):
        cell = height / ROWS
        for side in ("left", "right"):
            box = (strips[side][0], top + cell * index, STRIP + 2, cell)
            sheet.label(f"fixed_grid_{side}_{index + 1}", box, 22, bold=True, colour=INK, text=str(index + 1),
                        middle=True, align=Qt.AlignmentFlag.AlignHCenter)
    sheet.shape("fixed_map_frame", FRAME, "", INK, 0.4)


def _pens(sheet: Sheet) -> None:
    """What the colours of pens and dots mean, each with a sign of its own."""
    sheet.label("pens_heading", (214, 1036, 186, 15), 30, bold=True)
    keys = (("plus", "#125187", "#FFFFFF", "+"), ("minus", "#B85A10", "#FFFFFF", "\u2212"),
            ("question", "#F6E462", "#1A1A1A", "?"), ("conflict", "#1D1812", "#FFFFFF", "\u00d7"))
    for index, (name, fill, ink, sign) in enumerate(keys):
        top = 1054 + index * 20.5
        sheet.shape(f"fixed_pen_disc_{name}", (214, top, 16, 16), fill, "#1A1A1A", 0.4, round_=True)
        sheet.label(f"fixed_pen_sign_{name}", (214, top, 16, 16), 32, bold=True, colour=ink, text=sign,
                    middle=True, align=Qt.AlignmentFlag.AlignHCenter)
        sheet.label(f"pen_{name}", (236, top, 164, 16), 30, middle=True)
