"""A sheet that layout items are put on by box, and saved as a template."""
from __future__ import annotations

import re
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFillSymbol,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPolygon,
    QgsLayoutItemPolyline,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
    QgsLayoutMeasurement,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendStyle,
    QgsLineSymbol,
    QgsPrintLayout,
    QgsReadWriteContext,
    QgsRectangle,
    QgsScaleBarSettings,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import QPointF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QPolygonF

FONT = "Open Sans"
TEXT = "#1A1A1A"
SECONDARY = "#595959"
MM = QgsUnitTypes.LayoutUnit.LayoutMillimeters


class Sheet:
    """One page of a given size in mm with items by id."""

    def __init__(self, project, key: str, size: tuple, primary: float, secondary: float) -> None:
        """Make the page; *primary* and *secondary* are the smallest text sizes at the reading distances, pt."""
        self.key = key
        self.layout = QgsPrintLayout(project)
        self.layout.initializeDefaults()
        self.layout.setName(key)
        self.layout.pageCollection().page(0).setPageSize(QgsLayoutSize(size[0], size[1], MM))
        self.layout.setCustomProperty("spin/primary_pt", primary)
        self.layout.setCustomProperty("spin/secondary_pt", secondary)
        self._z = 0

    def add(self, item, item_id: str, box: tuple):
        """Put an item on the page under its id; box is x, y, width, height."""
        item.setId(item_id)
        self.layout.addLayoutItem(item)
        item.setReferencePoint(QgsLayoutItem.ReferencePoint.UpperLeft)
        item.attemptMove(QgsLayoutPoint(box[0], box[1], MM))
        item.attemptResize(QgsLayoutSize(box[2], box[3], MM))
        self._z += 1
        item.setZValue(self._z)
        return item

    def label(self, item_id: str, box: tuple, points: float, *, bold: bool = False, colour: str = TEXT,
              align=Qt.AlignmentFlag.AlignLeft, middle: bool = False, fill: str = "", text: str = "") -> None:
        """A text; its words come at build time by the item's id."""
        item = QgsLayoutItemLabel(self.layout)
        font = QFont(FONT)
        font.setPointSizeF(points)
        font.setBold(bold)
        item.setMode(QgsLayoutItemLabel.Mode.ModeFont)
        item.setFont(font)
        item.setFontColor(QColor(colour))
        item.setMarginX(0)
        item.setMarginY(0)
        item.setHAlign(align)
        item.setVAlign(Qt.AlignmentFlag.AlignVCenter if middle else Qt.AlignmentFlag.AlignTop)
        item.setText(text)
        if fill:
            item.setBackgroundEnabled(True)
            item.setBackgroundColor(QColor(fill))
        self.add(item, item_id, box)

    def badge(self, item_id: str, box: tuple, points: float, fill: str) -> None:
        """White capitals on a dark ground."""
        self.label(item_id, box, points, bold=True, colour="#FFFFFF", fill=fill, middle=True,
                   align=Qt.AlignmentFlag.AlignHCenter)

    def map(self, item_id: str, box: tuple) -> None:
        """A map frame in SWEREF 99 TM with a thin frame, unrotated."""
        item = QgsLayoutItemMap(self.layout)
        self.add(item, item_id, box)
        item.setCrs(QgsCoordinateReferenceSystem("EPSG:3006"))
        item.setExtent(QgsRectangle(0, 0, box[2], box[3]))
        item.setBackgroundColor(QColor("#D3E2EA"))
        item.setFrameEnabled(True)
        item.setFrameStrokeColor(QColor(SECONDARY))
        item.setFrameStrokeWidth(QgsLayoutMeasurement(0.3, MM))

    def legend(self, item_id: str, box: tuple, points: float, symbol: tuple) -> None:
        """A legend linked to the map; groups are hidden, layers with one symbol are one row."""
        item = QgsLayoutItemLegend(self.layout)
        self.add(item, item_id, box)
        item.setTitle("")
        item.setAutoUpdateModel(False)
        item.setResizeToContents(False)
        item.setBoxSpace(0)
        item.setSymbolWidth(symbol[0])
        item.setSymbolHeight(symbol[1])
        item.setWmsLegendWidth(symbol[0] * 4)
        for style, size, bold in (
            (QgsLegendStyle.Style.Title, points, True),
            (QgsLegendStyle.Style.Group, points, True),
            (QgsLegendStyle.Style.Subgroup, points, True),
            (QgsLegendStyle.Style.SymbolLabel, points, False),
        ):
            font = QFont(FONT)
            font.setPointSizeF(size)
            font.setBold(bold)
            item.setStyleFont(style, font)
        item.setFontColor(QColor(TEXT))

    def scalebar(self, item_id: str, box: tuple, points: float, height: float) -> None:
        """Two segments in km; their length is set at build time."""
        item = QgsLayoutItemScaleBar(self.layout)
        item.setLinkedMap(self.layout.itemById("map"))
        item.setStyle("Single Box")
        item.setUnits(QgsUnitTypes.DistanceUnit.DistanceKilometers)
        item.setUnitLabel("km")
        item.setNumberOfSegments(2)
        item.setNumberOfSegmentsLeft(0)
        item.setUnitsPerSegment(50)
        item.setSegmentSizeMode(QgsScaleBarSettings.SegmentSizeMode.SegmentSizeFixed)
        item.setHeight(height)
        item.setBoxContentSpace(0)
        item.setLabelBarSpace(height / 2)
        font = QFont(FONT)
        font.setPointSizeF(points)
        text_format = item.textFormat()
        text_format.setFont(font)
        text_format.setSize(points)
        text_format.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
        text_format.setColor(QColor(TEXT))
        item.setTextFormat(text_format)
        for symbol_line in (item.lineSymbol(),):
            line = symbol_line.clone()
            line.setColor(QColor(TEXT))
            line.setWidth(height / 8)
            item.setLineSymbol(line)
        item.setCustomProperty("spin/width_mm", box[2])
        self.add(item, item_id, box)

    def line(self, item_id: str, start: tuple, end: tuple, width: float, colour: str) -> None:
        """A straight line from point to point."""
        symbol = QgsLineSymbol.createSimple({"color": colour, "width": str(width), "capstyle": "flat"})
        item = QgsLayoutItemPolyline(QPolygonF([QPointF(*start), QPointF(*end)]), self.layout)
        item.setSymbol(symbol)
        item.setId(item_id)
        self.layout.addLayoutItem(item)
        self._z += 1
        item.setZValue(self._z)

    def polygon(self, item_id: str, points: list, fill: str, stroke: str, width: float) -> None:
        """A filled shape from page points."""
        item = QgsLayoutItemPolygon(QPolygonF([QPointF(*point) for point in points]), self.layout)
        item.setSymbol(QgsFillSymbol.createSimple(
            {"color": fill, "outline_color": stroke, "outline_width": str(width), "joinstyle": "miter"}))
        item.setId(item_id)
        self.layout.addLayoutItem(item)
        self._z += 1
        item.setZValue(self._z)

    def shape(self, item_id: str, box: tuple, fill: str, stroke: str = "", width: float = 0.2, *,
              round_: bool = False) -> None:
        """A rectangle, or an ellipse."""
        item = QgsLayoutItemShape(self.layout)
        kind = QgsLayoutItemShape.Shape.Ellipse if round_ else QgsLayoutItemShape.Shape.Rectangle
        item.setShapeType(kind)
        style = {"color": fill or "#FFFFFF", "style": "solid" if fill else "no",
                 "outline_color": stroke or "#000000", "outline_style": "solid" if stroke else "no",
                 "outline_width": str(width)}
        item.setSymbol(QgsFillSymbol.createSimple(style))
        self.add(item, item_id, box)

    def north(self, box: tuple, letter_points: float) -> None:
        """A plain north arrow that points up the page, with its letter below."""
        x, y, width, height = box
        arrow = height * 0.62
        middle = x + width / 2
        half = min(width / 2, arrow * 0.36)
        self.polygon("north", [(middle, y), (middle + half, y + arrow), (middle, y + arrow * 0.78),
                               (middle - half, y + arrow)], TEXT, TEXT, 0.1)
        self.label("north_letter", (x, y + arrow, width, height - arrow), letter_points, bold=True,
                   align=Qt.AlignmentFlag.AlignHCenter)

    def save(self, folder: Path) -> Path:
        """Write the template, without what differs from run to run."""
        file = folder / f"{self.key}.qpt"
        if not self.layout.saveAsTemplate(str(file), QgsReadWriteContext()):
            raise OSError(f"could not write {file}")
        content = file.read_text(encoding="utf-8")
        numbers = {}

        def steady(match):
            return numbers.setdefault(match.group(0), "{00000000-0000-4000-8000-%012d}" % (len(numbers) + 1))

        content = re.sub(r"\{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}", steady, content)
        file.write_text(content, encoding="utf-8", newline="\n")
        return file


VERSION = Qgis.versionInt()
"""Version of QGIS that wrote the masters; the oldest supported one, so that all can read them."""
