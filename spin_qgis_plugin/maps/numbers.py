"""Numbers as they are written on a Swedish or an English map. Pure Python.

U+00A0 between thousands from four digits and U+2212 as minus; decimal comma in Swedish, point in English.
"""
from __future__ import annotations

NO_BREAK = "\u00a0"
MINUS = "\u2212"


def number(value: float, decimals: int, language: str, *, signed: bool = False) -> str:
    """Return a number in words' company: ``1 234,5`` (sv), ``1 234.5`` (en); never "−0,0"."""
    value = round(float(value), decimals)
    if value == 0:
        value = 0.0
    digits = f"{abs(value):,.{decimals}f}".replace(",", NO_BREAK)
    if language != "en":
        digits = digits.replace(".", ",")
    sign = MINUS if value < 0 else ("+" if signed and value > 0 else "")
    return sign + digits


def percent(value: float, decimals: int, language: str, *, signed: bool = False) -> str:
    """Return a percentage; Swedish has a no-break space before the sign, English none."""
    gap = "" if language == "en" else NO_BREAK
    return number(value, decimals, language, signed=signed) + gap + "%"


def scale(denominator: float, language: str) -> str:
    """Return a map scale, for instance ``1:1 900 000``."""
    return "1:" + number(denominator, 0, language)
