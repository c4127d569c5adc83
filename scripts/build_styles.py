#!/usr/bin/env python3
"""Write the standard styles as QML into the bundled library. Run by hand; the output is committed.

    /usr/bin/python3 scripts/build_styles.py [--out FOLDER]

Run with the oldest supported QGIS: a newer one reads what an older one wrote, not always the other way.
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

from qgis.core import QgsApplication, QgsMapLayer, QgsReadWriteContext, QgsVectorLayer  # noqa: E402
from qgis.PyQt.QtXml import QDomDocument  # noqa: E402

BASE_FIELDS = "field=objekttyp:string"
BORDER_FIELDS = "field=niva:string"
NAME_FIELDS = ("field=namn_sv:string&field=namn_2:string&field=niva:integer&field=lanskod:string"
               "&field=kommunkod:string&field=fa_kod:string")


def styles():
    """Yield file name, geometry with fields, renderer and labelling."""
    from scripts.symbology import base, borders, names, statistics

    yield "bas_dampad_yta", f"MultiPolygon?{BASE_FIELDS}", base.surfaces(), None
    yield "bas_dampad_linje", f"MultiLineString?{BASE_FIELDS}", base.muted_lines(), None
    yield "bas_ritbar_linje", f"MultiLineString?{BASE_FIELDS}&{BORDER_FIELDS}", base.light_lines(), None
    yield "grans_adm_linje", f"MultiLineString?{BORDER_FIELDS}", borders.borders(), None
    yield ("grans_adm_punkt", f"Point?{NAME_FIELDS}", *borders.municipality_names())
    yield "ortnamn", f"Point?{NAME_FIELDS}", names.dots(), names.labels()
    yield "mask_utanfor", "MultiPolygon?field=code:string", borders.mask(), None
    yield ("stat_forandring7", "MultiPolygon?field=varde:double", statistics.change(), statistics.change_labels())


def write(folder: Path) -> list:
    """Write all styles and return the files."""
    categories = QgsMapLayer.StyleCategory.Symbology | QgsMapLayer.StyleCategory.Labeling
    files = []
    for name, memory, renderer, labelling in styles():
        layer = QgsVectorLayer(f"{memory}&crs=EPSG:3006", name, "memory")
        layer.setRenderer(renderer)
        layer.setLabelsEnabled(labelling is not None)
        if labelling is not None:
            layer.setLabeling(labelling)
        document = QDomDocument("qgis")
        fault = layer.exportNamedStyle(document, QgsReadWriteContext(), categories)
        if fault:
            raise SystemExit(f"{name}: {fault}")
        file = folder / f"{name}.qml"
        file.write_text(document.toString(1), encoding="utf-8")
        files.append(file)
    return files


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=ROOT / "resources" / "library" / "styles")
    folder = parser.parse_args().out
    application = QgsApplication([], False)
    application.initQgis()
    folder.mkdir(parents=True, exist_ok=True)
    for file in write(folder):
        print(file)
    application.exitQgis()
    return 0


if __name__ == "__main__":
    sys.exit(main())
