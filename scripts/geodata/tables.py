"""The tables that come with the plugin: municipalities, regions, the order of languages on a label."""
from __future__ import annotations

import csv
from pathlib import Path
from typing import Dict, List

DATA = Path(__file__).resolve().parents[2] / "resources" / "data"
LANGUAGES = ("sme", "smj", "sje", "sju", "sma", "fit", "fin")

LABEL_ORDER = {
    "2505": "sju sje", "2506": "sje smj sju", "2510": "smj sme", "2514": "fit fin", "2518": "fit fin",
    "2521": "fit fin", "2523": "sme smj fit fin", "2580": "smj fit fin", "2583": "fin fit", "2584": "sme fit fin",
    "2404": "sju", "2418": "sju", "2421": "sju sma", "2422": "sju", "2425": "sma", "2462": "sma", "2463": "sma",
    "2480": "sju fin fit", "2481": "sju", "2482": "sju sma fin", "2309": "sma", "2313": "sma", "2321": "sma",
    "2326": "sma", "2361": "sma", "2380": "sma", "2281": "sma fin", "2284": "sma fin",
}
"""Languages beside Swedish on a municipality's labels, in order; proposal of 2026, to be confirmed with the
municipalities and Sametinget. Municipalities that are not listed have no administrative-area status."""
MOST_ON_LABEL = 2


def municipalities() -> List[Dict[str, str]]:
    """Return the 44 rows of ``municipalities.csv``."""
    with (DATA / "municipalities.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def regions() -> List[Dict[str, str]]:
    """Return the four rows of ``regions.csv``."""
    with (DATA / "regions.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def other_names(row: Dict[str, str]) -> tuple:
    """Return the names and languages for a label: in the municipality's order, none that repeats the Swedish."""
    names, languages = [], []
    for language in LABEL_ORDER.get(row["code"], "").split():
        name = row[f"name_{language}"].strip()
        if name and name != row["name"] and name not in names:
            names.append(name)
            languages.append(language)
    return ";".join(names[:MOST_ON_LABEL]), ";".join(languages[:MOST_ON_LABEL])
