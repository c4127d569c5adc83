#!/usr/bin/env python3
"""Write the JSON Schemas of the library's files, for editors. Run by hand; the output is committed.

    python3 scripts/build_schema.py [--check]
"""
from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from spin_qgis_plugin.library.forms import FILES  # noqa: E402

FOLDER = ROOT / "resources" / "schema"
TITLES = {
    "library": "SPIN library", "layers": "SPIN layer entries", "set": "SPIN set", "styles": "SPIN styles",
    "templates": "SPIN map templates",
}


def schemas() -> dict:
    """Return file name → schema as text."""
    result = {}
    for kind, form in FILES.items():
        schema = {"$schema": "http://json-schema.org/draft-07/schema#", "title": TITLES[kind], **form.schema()}
        result[f"{kind}.schema.json"] = json.dumps(schema, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    return result


def main() -> int:
    """Write the files, or with ``--check`` say whether they are up to date."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    stale = []
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        file = FOLDER / name
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            stale.append(name)
            if not check:
                file.write_text(text, encoding="utf-8")
    print(("out of date: " if check else "written: ") + (", ".join(stale) or "none"))
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
