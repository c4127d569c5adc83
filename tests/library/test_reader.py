"""A library folder is read whatever state it is in; every fault is named with file, line and column."""
from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from spin_qgis_plugin.library.cache import read_cached
from spin_qgis_plugin.library.document import parse
from spin_qgis_plugin.library.overlay import overlay
from spin_qgis_plugin.library.reader import read_library

ROOT = Path(__file__).resolve().parents[2]
BUNDLED = ROOT / "resources" / "library"
LAYER = """- id: {id}
  theme: nature
  title: {{sv: Ett, en: One}}
  summary: {{sv: Ett, en: One}}
  source: {{protocol: wms, url: "{url}", layer: a}}
  owner: SPIN
  credit: "Källa: X"
  licence: CC0-1.0
"""
SET = "id: {id}\ntitle: {{sv: A, en: A}}\nsummary: {{sv: A, en: A}}\nlayers:\n  - {{layer: {layer}}}\n  - {{layer: x1}}\n"


@pytest.fixture
def library(tmp_path):
    """A small good library in a folder of its own."""
    root = tmp_path / "bibliotek"
    (root / "layers").mkdir(parents=True)
    (root / "sets").mkdir()
    (root / "library.yaml").write_text("id: bd\ntitle: {sv: A, en: A}\nversion: '1'\ncontact: GIS\n", encoding="utf-8")
    (root / "layers" / "a.yaml").write_text(LAYER.format(id="x1", url="https://example.org/a"), encoding="utf-8")
    return root


def english(found):
    return [finding.text("en") for finding in found.findings]


def test_the_bundled_library_has_no_fault():
    library = overlay(read_library(BUNDLED))
    assert english(library) == []
    assert {"grundkarta", "forandrad_befolkning"} <= set(library.sets)
    assert {"wms", "wmts", "wfs", "ogcapi", "xyz", "file"} <= {entry.source.protocol for entry in library.layers.values()}
    assert set(library.templates) >= {"dlg_vagg_a0", "dlg_fraga_a3"}
    assert set(library.styles) >= {"bas_dampad", "bas_ritbar", "grans_adm", "ortnamn", "mask_utanfor", "stat_forandring7"}


def test_the_offline_sets_need_no_network():
    library = read_library(BUNDLED)
    for key in ("grundkarta", "ritkarta", "forandrad_befolkning"):
        assert {library.layers[row.entry].source.protocol for row in library.sets[key].layers} == {"file"}


def test_bundled_network_addresses_are_encrypted_and_graded():
    for entry in read_library(BUNDLED).layers.values():
        if entry.source.protocol != "file":
            assert entry.source.url.startswith("https://") and entry.grade in ("A", "B"), entry.id


def test_a_half_written_file_does_not_stop_the_rest(library):
    (library / "layers" / "b.yaml").write_text("- id: x2\n  title: {sv: A, en:", encoding="utf-8")
    found = read_library(library)
    assert list(found.layers) == ["x1"]
    assert len(found.findings) == 1 and "layers/b.yaml:3:1: " in english(found)[0]


def test_a_misspelt_field_is_named_with_place_and_suggestion(library):
    text = LAYER.format(id="x2", url="https://example.org/a").replace("protocol", "protcol")
    (library / "layers" / "b.yaml").write_text(text, encoding="utf-8")
    found = read_library(library)
    assert "x2" not in found.layers and "x1" in found.layers
    assert english(found)[0].startswith("layers/b.yaml:5:12: “protcol” unknown, did you mean “protocol”?")


def test_one_bad_entry_leaves_its_neighbours(library):
    good, bad = LAYER.format(id="x2", url="https://example.org/a"), LAYER.format(id="9", url="https://example.org/a")
    (library / "layers" / "b.yaml").write_text(bad + good, encoding="utf-8")
    assert set(read_library(library).layers) == {"x1", "x2"}


def test_the_same_id_twice(library):
    (library / "layers" / "b.yaml").write_text(LAYER.format(id="x1", url="https://example.org/b"), encoding="utf-8")
    found = read_library(library)
    assert found.layers["x1"].source.url.endswith("/a")
    assert "layers/b.yaml:1: “x1” exists already in layers/a.yaml:1" in english(found)[0]


def test_unencrypted_addresses_need_leave(library):
    (library / "layers" / "b.yaml").write_text(LAYER.format(id="x2", url="http://example.org/a"), encoding="utf-8")
    assert "x2" not in read_library(library).layers
    assert "https://" in english(read_library(library))[0]
    assert "x2" in read_library(library, allow_http=True).layers


def test_no_file_outside_the_library_is_reached(library, tmp_path):
    (tmp_path / "hemligt.gpkg").write_bytes(b"x")
    (library / "lank.gpkg").symlink_to(tmp_path / "hemligt.gpkg")
    text = LAYER.format(id="x2", url="lank.gpkg").replace("wms", "file")
    (library / "layers" / "b.yaml").write_text(text, encoding="utf-8")
    found = read_library(library)
    assert "x2" not in found.layers and "leads out of the library" in english(found)[0]


def test_a_file_that_is_not_there(library):
    text = LAYER.format(id="x2", url="data/borta.gpkg").replace("wms", "file")
    (library / "layers" / "b.yaml").write_text(text, encoding="utf-8")
    assert "data/borta.gpkg" in english(read_library(library))[0]


def test_folders_that_are_no_library(tmp_path):
    assert "can't be reached" in english(read_library(tmp_path / "borta"))[0]
    assert "library.yaml is missing" in english(read_library(tmp_path))[0]


@pytest.mark.parametrize("content, code", [
    (b"a: !!python/object/apply:os.system [ls]", "yaml_tag"), (b"a: &x [1]\nb: *x", "yaml_alias"),
    (b"[" * 40 + b"]" * 40, "yaml_depth"), (b"a: 1\n---\nb: 1", "yaml_many_documents"), (b"\xe5: 1", "not_utf8"),
    (b"", "empty_file"), (b"a: [1,", "yaml_syntax"), (b"a: 'b\n", "yaml_syntax"), (b"\x00", "yaml_syntax"),
])
def test_dangerous_and_broken_yaml_is_refused(content, code):
    node, findings = parse(content, "x.yaml")
    assert node is None
    assert findings[0].code == code and findings[0].text("sv") and findings[0].text("en")


def test_a_huge_file_is_not_read(library):
    (library / "layers" / "b.yaml").write_bytes(b"#" * 1_100_000)
    assert "at most 1000 kB" in english(read_library(library))[0]


def test_a_shared_library_wins_by_id_and_is_named(library):
    (library / "layers" / "a.yaml").write_text(
        LAYER.format(id="spin_yta", url="https://example.org/regionens"), encoding="utf-8")
    merged = overlay(read_library(BUNDLED), read_library(library))
    assert merged.layers["spin_yta"].origin.library == "bd"
    assert merged.layers["spin_ort"].origin.library == "spin"
    assert merged.folder(merged.layers["spin_yta"].origin) == library
    assert merged.folder(merged.layers["spin_ort"].origin) == BUNDLED


def test_a_shared_set_may_use_bundled_layers_and_loses_only_unknown_ones(library):
    (library / "sets" / "s.yaml").write_text(SET.format(id="s1", layer="spin_ytta"), encoding="utf-8")
    merged = overlay(read_library(BUNDLED), read_library(library))
    assert [row.entry for row in merged.sets["s1"].layers] == ["x1"]
    said = [words for words in english(merged) if words.startswith("sets/s.yaml:5")]
    assert "There is no layer “spin_ytta”" in said[0] and "“spin_yta”" in said[0]


def test_a_set_with_nothing_left_is_not_offered(library):
    (library / "sets" / "s.yaml").write_text(SET.format(id="s1", layer="borta").replace("x1", "borta2"), encoding="utf-8")
    merged = overlay(read_library(library))
    assert "s1" not in merged.sets and any("no layer left" in words for words in english(merged))


def test_the_copy_is_used_until_a_file_changes(library, tmp_path):
    cache = tmp_path / "cache"
    first = read_cached([library], cache)
    copy = next(cache.iterdir())
    content = json.loads(copy.read_text(encoding="utf-8"))
    content["rows"][0][1]["owner"] = "Ur kopian"
    copy.write_text(json.dumps(content), encoding="utf-8")
    assert read_cached([library], cache).layers["x1"].owner == "Ur kopian"
    (library / "layers" / "a.yaml").write_text(LAYER.format(id="x1", url="https://example.org/ny"), encoding="utf-8")
    again = read_cached([library], cache)
    assert again.layers["x1"].owner == "SPIN" and again.layers["x1"].source.url.endswith("/ny")
    assert first.layers["x1"].source.url.endswith("/a")


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"stamp": 1}', "null"])
def test_a_broken_copy_is_ignored_and_written_anew(library, tmp_path, broken):
    cache = tmp_path / "cache"
    read_cached([library], cache)
    copy = next(cache.iterdir())
    copy.write_text(broken, encoding="utf-8")
    assert "x1" in read_cached([library], cache).layers
    assert "x1" in copy.read_text(encoding="utf-8")


def test_the_copy_holds_all_that_was_read(tmp_path):
    shutil.copytree(BUNDLED, tmp_path / "lib")
    assert read_cached([tmp_path / "lib"], tmp_path / "c") == read_cached([tmp_path / "lib"], tmp_path / "c")


def test_a_cache_folder_that_can_not_be_written_does_no_harm(library, tmp_path):
    (tmp_path / "fil").write_text("")
    assert "x1" in read_cached([library], tmp_path / "fil" / "cache").layers
