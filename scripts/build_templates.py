#!/usr/bin/env python3
"""Write the map templates (``.qpt`` masters) from their boxes. Run by hand; the output is committed.

    QT_HASH_SEED=0 /usr/bin/python3 scripts/build_templates.py [--out FOLDER]

The masters are ordinary print-layout templates: a communicator can open and restyle them in QGIS. This script
made their first version and keeps sizes that belong together in step; boxes are millimetres from the page's
top left corner, texts are points.
"""
from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

if os.environ.get("QT_HASH_SEED") != "0":  # attribute order in the files would change from run to run
    os.environ["QT_HASH_SEED"] = "0"
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.execv(sys.executable, [sys.executable, *sys.argv])

from qgis.core import QgsApplication, QgsProject  # noqa: E402

from scripts.masters.question_sheet import question_sheet  # noqa: E402
from scripts.masters.wall_map import wall_map  # noqa: E402

MASTERS = (question_sheet, wall_map)


def build(folder: Path) -> list:
    """Write every master into a folder and return the files."""
    files = []
    for make in MASTERS:
        sheet = make(QgsProject())
        files.append(sheet.save(folder))
    return files


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=ROOT / "resources" / "library" / "templates")
    folder = parser.parse_args().out
    application = QgsApplication([], False)
    application.initQgis()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file in build(folder):
            print(file)
    finally:
        application.exitQgis()
    return 0


if __name__ == "__main__":
    sys.exit(main())
