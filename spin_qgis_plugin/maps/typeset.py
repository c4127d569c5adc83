"""Text measured and broken into lines before it is put in a layout item.

QGIS 3.22 and later versions break the lines of a layout label by different code, and neither says when the
text is taller than its box. So lines are broken here, with a small margin, and the item gets finished lines.
Needs only QtGui.
"""
from __future__ import annotations

from dataclasses import dataclass
from typing import List, Tuple

from qgis.PyQt.QtGui import QFont, QFontMetricsF

MM_PER_POINT = 25.4 / 72.0
_MEASURE_PX = 1000
_SAFETY = 1.015
"""Text engines disagree by about a per cent; a line that just fits is broken a word earlier."""


@dataclass(frozen=True)
class Face:
    """A font as a layout item uses it."""

    family: str
    bold: bool = False
    italic: bool = False

    def metrics(self) -> QFontMetricsF:
        """Return metrics at 1 000 px, so that one em is 1 000."""
        font = QFont(self.family)
        font.setBold(self.bold)
        font.setItalic(self.italic)
        font.setPixelSize(_MEASURE_PX)
        return QFontMetricsF(font)


@dataclass(frozen=True)
class Fitted:
    """Text that was fitted into a box: its lines, its size in pt, and whether it went in."""

    text: str
    points: float
    fits: bool
    height_mm: float


def width_mm(text: str, face: Face, points: float) -> float:
    """Return the width of one line, mm."""
    return face.metrics().horizontalAdvance(text) / _MEASURE_PX * points * MM_PER_POINT


def break_lines(text: str, metrics: QFontMetricsF, limit_px: float) -> List[str]:
    """Break at spaces so that no line is wider than the limit; one longer word is broken by letters."""
    lines: List[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            trial = f"{line} {word}" if line else word
            if metrics.horizontalAdvance(trial) <= limit_px:
                line = trial
                continue
            if line:
                lines.append(line)
            line = word
            while metrics.horizontalAdvance(line) > limit_px and len(line) > 1:
                cut = _letters_that_fit(line, metrics, limit_px)
                lines.append(line[:cut])
                line = line[cut:]
        lines.append(line)
    return lines


def _letters_that_fit(word: str, metrics: QFontMetricsF, limit_px: float) -> int:
    low, high = 1, len(word)
    while low < high:
        middle = (low + high + 1) // 2
        if metrics.horizontalAdvance(word[:middle]) <= limit_px:
            low = middle
        else:
            high = middle - 1
    return low


def fit(text: str, face: Face, box_mm: Tuple[float, float], points: float, smallest: float) -> Fitted:
    """Fit text into a box (width, height in mm), from the wanted size down to the smallest allowed, half a
    point at a time; when even that is too much, return it at the smallest size with ``fits`` False."""
    metrics = face.metrics()
    spacing = metrics.lineSpacing() / _MEASURE_PX
    size = points
    while True:
        em_mm = size * MM_PER_POINT
        lines = break_lines(text, metrics, box_mm[0] / em_mm * _MEASURE_PX / _SAFETY)
        height = len(lines) * spacing * em_mm
        if height <= box_mm[1] + 0.05 or size <= smallest:
            return Fitted("\n".join(lines), size, height <= box_mm[1] + 0.05, height)
        size = max(smallest, size - 0.5)


def shorten(text: str, face: Face, box_mm: Tuple[float, float], points: float) -> str:
    """Return as much of a text as the box holds, with an ellipsis where it was cut."""
    words = text.split(" ")
    while len(words) > 1:
        words.pop()
        trial = " ".join(words).rstrip(" ,.;·–-") + " …"
        if fit(trial, face, box_mm, points, points).fits:
            return trial
    return "…"
