"""Templates are checked before QGIS gets them: QGIS itself loads half a file and says ok."""
from pathlib import Path

import pytest

from spin_qgis_plugin.maps.template import TemplateFault, layout_from, read_template

pytestmark = pytest.mark.usefixtures("qgis_app")
MASTERS = Path(__file__).resolve().parents[2] / "resources" / "library" / "templates"
KEYS = ["dlg_fraga_a3", "dlg_vagg_a0"]


def changed(tmp_path, old, new, key="dlg_fraga_a3"):
    content = (MASTERS / f"{key}.qpt").read_text(encoding="utf-8")
    assert old in content, "the master no longer holds what this test changes"
    file = tmp_path / "changed.qpt"
    file.write_text(content.replace(old, new, 1), encoding="utf-8")
    return file


@pytest.mark.parametrize("key", KEYS)
def test_our_masters_pass_without_a_note_and_load_whole(key):
    from qgis.core import QgsProject

    template = read_template(MASTERS / f"{key}.qpt")
    assert template.notes == ()
    layout = layout_from(template, QgsProject())
    assert template.ids <= {item.id() for item in layout.items() if hasattr(item, "id")}


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_cut_off_file_is_refused_with_its_line(tmp_path, share):
    whole = (MASTERS / "dlg_fraga_a3.qpt").read_bytes()
    file = tmp_path / "cut.qpt"
    file.write_bytes(whole[:int(len(whole) * share)])
    with pytest.raises(TemplateFault, match="cut off at line"):
        read_template(file)


def test_a_byte_order_mark_does_no_harm(tmp_path):
    file = tmp_path / "bom.qpt"
    file.write_bytes(b"\xef\xbb\xbf" + (MASTERS / "dlg_fraga_a3.qpt").read_bytes())
    assert "map" in read_template(file).ids


@pytest.mark.parametrize("content, words", [
    (b"", "damaged"), (b"<html><body>404</body></html>", "not a print-layout template"),
    (b"<Layout name='x'/>", "no page"), ("<Layout name='å'/>".encode("cp1252"), "."),
])
def test_what_is_no_template_is_refused_in_words(tmp_path, content, words):
    file = tmp_path / "bad.qpt"
    file.write_bytes(content)
    with pytest.raises(TemplateFault, match=words):
        read_template(file)


def test_a_missing_file_and_a_huge_one(tmp_path):
    with pytest.raises(TemplateFault, match="can't be read"):
        read_template(tmp_path / "gone.qpt")
    huge = tmp_path / "huge.qpt"
    huge.write_bytes(b" " * 5_000_001)
    with pytest.raises(TemplateFault, match="at most"):
        read_template(huge)


def test_a_web_page_in_a_template_is_refused(tmp_path):
    with pytest.raises(TemplateFault, match="kind that is not used"):
        read_template(changed(tmp_path, 'type="65641"', 'type="65648"'))


def test_html_labels_and_functions_are_refused(tmp_path):
    with pytest.raises(TemplateFault, match="HTML"):
        read_template(changed(tmp_path, 'htmlState="0"', 'htmlState="1"'))
    with pytest.raises(TemplateFault, match="expression"):
        read_template(changed(tmp_path, 'labelText=""', 'labelText="[% env(\'HOME\') %]"'))
    file = changed(tmp_path, 'labelText=""', 'labelText="[% @spin_title %]"')
    assert "title" in read_template(file).ids


def test_a_template_without_a_map_or_with_an_id_twice_is_refused(tmp_path):
    with pytest.raises(TemplateFault, match="item id"):
        read_template(changed(tmp_path, 'id="map"', 'id="karta"'))
    with pytest.raises(TemplateFault, match="two items"):
        read_template(changed(tmp_path, 'id="status"', 'id="title"'))


def test_missing_and_unknown_items_are_noted(tmp_path):
    notes = " ".join(read_template(changed(tmp_path, 'id="sources"', 'id="min_egen"'), ("sources",)).notes)
    assert "sources" in notes and "min_egen" in notes


def test_an_item_of_a_newer_qgis_is_refused_not_dropped(tmp_path):
    with pytest.raises(TemplateFault, match="type 99999"):
        read_template(changed(tmp_path, 'type="65641"', 'type="99999"'))
