"""The plugin's validator and the JSON Schema for editors accept and refuse the same files."""
from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from spin_qgis_plugin.library.document import read_document
from spin_qgis_plugin.library.forms import FILES
from spin_qgis_plugin.library.kinds import Report

ROOT = Path(__file__).resolve().parents[2]
CORPUS = sorted((Path(__file__).parent / "corpus").glob("*/*.yaml"))
BUNDLED = [(kind, file) for kind, pattern in (
    ("library", "library.yaml"), ("layers", "layers/*.yaml"), ("set", "sets/*.yaml"), ("styles", "styles/*.yaml"),
    ("templates", "templates/*.yaml")) for file in sorted((ROOT / "resources/library").glob(pattern))]



def both(kind, file):
    node, findings = read_document(file, file.name)
    assert node is not None and not findings
    report = Report(file.name)
    FILES[kind].check(node, kind, report)
    schema = json.loads((ROOT / f"resources/schema/{kind}.schema.json").read_text(encoding="utf-8"))
    errors = list(jsonschema.Draft7Validator(schema).iter_errors(node.plain()))
    return report.findings, errors


@pytest.mark.parametrize("file", CORPUS, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_they_agree_on_the_corpus(file):
    ours, theirs = both(file.parent.name, file)
    assert bool(ours) == bool(theirs), ([finding.text("en") for finding in ours], [error.message for error in theirs])
    assert bool(ours) == file.stem.startswith("bad_"), [finding.text("en") for finding in ours]
    for finding in ours:
        assert finding.line > 0 and finding.column > 0
        assert finding.text("sv") != finding.text("en")


@pytest.mark.parametrize("kind, file", BUNDLED, ids=lambda part: getattr(part, "stem", part))
def test_they_agree_on_the_bundled_library(kind, file):
    assert both(kind, file) == ([], [])


def test_the_schema_files_are_up_to_date():
    run = subprocess.run([sys.executable, str(ROOT / "scripts/build_schema.py"), "--check"], capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
