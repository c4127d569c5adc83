"""``dlg_fraga_a3``: question sheet, A3 landscape, read at half a metre."""
from __future__ import annotations

from qgis.PyQt.QtCore import Qt

from .sheet import Sheet

INK = "#595959"


def question_sheet(project) -> Sheet:
    """Return the sheet: map to the left, three questions, a scale, what is missing, legend to the right."""
    sheet = Sheet(project, "dlg_fraga_a3", (420, 297), primary=10, secondary=8)
    sheet.label("title", (10, 8, 300, 14), 24, bold=True, middle=True)
    sheet.badge("status_time", (316, 8, 45, 7), 10, "#1B4A83")
    sheet.badge("status", (363, 8, 47, 7), 10, "#8C401F")
    sheet.label("meeting", (316, 16.5, 94, 12), 8, colour=INK)
    sheet.map("map", (10, 26, 300, 250))
    for number, top in ((1, 30), (2, 74), (3, 118)):
        sheet.label(f"question_{number}", (316, top, 94, 13.2), 14, bold=True)
        for row in range(4):
            height = top + 17 + row * 8
            sheet.line(f"fixed_question_{number}_line_{row + 1}", (316, height), (410, height), 0.2, "#8C8C8C")
    _agreement(sheet)
    sheet.label("missing", (316, 180, 94, 7), 14, bold=True)
    for row in range(2):
        sheet.line(f"fixed_missing_line_{row + 1}", (316, 193 + row * 8), (410, 193 + row * 8), 0.2, "#8C8C8C")
    sheet.label("legend_title", (316, 206, 94, 6), 12, bold=True)
    sheet.legend("legend", (316, 213, 94, 63), 12, (8, 4.5))
    sheet.scalebar("scalebar", (10, 278, 62, 7.5), 8, 1.6)
    sheet.label("scale_text", (10, 285.6, 62, 4.2), 8)
    sheet.north((74, 278, 8, 11.8), 8)
    sheet.label("sources", (86, 278, 98, 12), 8, colour=INK)
    sheet.label("sender", (188, 278, 52, 12), 8, colour=INK)
    sheet.label("disclaimer", (244, 278, 128, 12), 8, colour=INK)
    sheet.label("page_id", (376, 278, 34, 12), 8, align=Qt.AlignmentFlag.AlignRight)
    return sheet


def _agreement(sheet: Sheet) -> None:
    """How well does the map match: a question over five numbered boxes between two words."""
    sheet.label("scale_question", (316, 161.5, 94, 6), 12, bold=True)
    sheet.label("scale_low", (316, 168.5, 19, 8), 10, middle=True, align=Qt.AlignmentFlag.AlignRight)
    sheet.label("scale_high", (391, 168.5, 19, 8), 10, middle=True)
    for box in range(5):
        left = 338 + box * 10.5
        sheet.shape(f"fixed_scale_box_{box + 1}", (left, 168.5, 8, 8), "#FFFFFF", INK, 0.3)
        sheet.label(f"fixed_scale_digit_{box + 1}", (left, 168.5, 8, 8), 10, colour=INK, middle=True,
                    align=Qt.AlignmentFlag.AlignHCenter, text=str(box + 1))
