"""Layers loaded for real: bundled files, a real OGC server, servers that are slow, gone or wrong."""
from __future__ import annotations

import socket
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from spin_qgis_plugin.library.entries import AreaFilter, LayerEntry, Origin, Source, Text

ROOT = Path(__file__).resolve().parents[2]


def entry(key, protocol, url, layer=None, **source):
    """Return a layer entry on a loopback address."""
    area_filter = source.pop("area_filter", None)
    return LayerEntry(id=key, theme="base", title=Text(f"{key} sv", f"{key} en"), summary=Text("s", "s"),
                      source=Source(protocol, url, layer, **source), owner="T", credit=Text("Källa: T", "Source: T"),
                      licence="CC0-1.0", origin=Origin("spin", "t.yaml", 1), area_filter=area_filter)


def job_for(project, library, areas, entries=(), area="norr", **more):
    from spin_qgis_plugin.layers.load import LoadJob
    from spin_qgis_plugin.layers.request import requests_for_entries

    library = replace(library, layers={**library.layers, **{one.id: one for one in entries}})
    requests = more.pop("requests", None) or requests_for_entries(library, [one.id for one in entries])
    return LoadJob(project, requests, areas.get(area), areas, library, more.pop("language", "sv"), **more)


def set_job(project, library, areas, key, area="norr", language="sv"):
    from spin_qgis_plugin.layers.request import requests_for_set

    return job_for(project, library, areas, requests=requests_for_set(library, key), area=area, language=language,
                   title=library.sets[key].title, set_id=key)


@pytest.mark.parametrize("key", ["grundkarta", "ritkarta", "forandrad_befolkning"])
def test_an_offline_set_arrives_whole_in_order_styled_and_credited(project, bundled_library, areas, key):
    outcome = set_job(project, bundled_library, areas, key, "2580").run_and_wait()
    rows = bundled_library.sets[key].layers
    assert outcome.failed == [] and outcome.notes == [] and not outcome.cancelled
    group = project.layerTreeRoot().children()[0]
    assert group.name() == bundled_library.sets[key].title.sv
    assert [node.layer().customProperty("spin/entry") for node in group.children()] == [row.entry for row in rows]
    assert [node.itemVisibilityChecked() for node in group.children()] == [row.visible for row in rows]
    for node, row in zip(group.children(), rows):
        layer, source = node.layer(), bundled_library.layers[row.entry]
        assert layer.isValid() and layer.thread() is project.thread()
        assert layer.name() == source.title.sv
        assert layer.metadata().rights() == [source.credit.sv] and layer.metadata().licenses() == [source.licence]
        assert layer.customProperty("spin/style") == (row.style or source.style)
        assert layer.customProperty("spin/legend") == ("1" if row.legend else "0")


def test_the_data_files_are_left_as_they_were(project, bundled_library, areas):
    files = sorted((ROOT / "resources/data").iterdir())
    before = {file.name: file.read_bytes() for file in files}
    set_job(project, bundled_library, areas, "forandrad_befolkning", "2584").run_and_wait()
    for layer in project.mapLayers().values():
        assert layer.featureCount() > 0
    project.clear()
    assert {file.name: file.read_bytes() for file in sorted((ROOT / "resources/data").iterdir())} == before


def test_a_second_press_adds_nothing_twice(project, bundled_library, areas):
    set_job(project, bundled_library, areas, "grundkarta").run_and_wait()
    outcome = set_job(project, bundled_library, areas, "grundkarta").run_and_wait()
    assert outcome.added == [] and "Grundkarta" in outcome.notes[0]
    assert len(project.mapLayers()) == 6
    project.removeMapLayer(project.mapLayersByName("Orter")[0].id())
    outcome = set_job(project, bundled_library, areas, "grundkarta").run_and_wait()
    assert [layer.name() for layer in outcome.added] == ["Orter"]
    assert project.layerTreeRoot().children()[0].children()[0].name() == "Orter"


def test_another_set_switches_off_the_one_with_the_same_layers(project, bundled_library, areas):
    set_job(project, bundled_library, areas, "grundkarta").run_and_wait()
    outcome = set_job(project, bundled_library, areas, "forandrad_befolkning").run_and_wait()
    groups = {group.name(): group.itemVisibilityChecked() for group in project.layerTreeRoot().children()}
    assert groups == {"Förändrad befolkning": True, "Grundkarta": False}
    assert "Grundkarta" in outcome.notes[0]


def test_the_mask_follows_the_area(project, bundled_library, areas):
    from spin_qgis_plugin.areas.current import current_area
    from spin_qgis_plugin.layers.upkeep import follow_area

    set_job(project, bundled_library, areas, "grundkarta", "2580").run_and_wait()
    mask = project.mapLayersByName("Utanför området")[0]
    assert [feature["code"] for feature in mask.getFeatures()] == ["2580"]
    symbols = mask.renderer().dump()
    assert follow_area(project, areas.get("Kiruna"), areas, bundled_library, "sv") == []
    assert [feature["code"] for feature in mask.getFeatures()] == ["2584"]
    assert mask.renderer().dump() == symbols
    assert current_area(project, areas).code == "2584"


@pytest.mark.parametrize("area, level, codes", [
    ("2580", "municipality", ("2580",)), ("2580", "region", ("25",)), ("2580", "code", ("2580",)),
    ("22", "municipality", ("2260", "2262", "2280", "2281", "2282", "2283", "2284")), ("22", "region", ("22",)),
    ("norr", "region", ("22", "23", "24", "25")), ("norr", "code", ("norr",)), ("norr", "fa", ())])
def test_codes_of_an_area(areas, area, level, codes):
    from spin_qgis_plugin.layers.source import SourceContext

    assert SourceContext(ROOT, areas.get(area), areas).codes(level) == codes


def test_the_choropleth_counts_44_and_a_region_its_own(areas, bundled_library, project):
    from qgis.core import QgsVectorLayer

    from spin_qgis_plugin.layers.source import SourceContext, data_source

    cut = replace(bundled_library.layers["spin_befolkningsforandring"], area_filter=AreaFilter("kommunkod", "municipality"))
    for area, count in (("norr", 44), ("25", 14), ("2262", 1)):
        source = data_source(cut, SourceContext(ROOT, areas.get(area), areas))
        assert QgsVectorLayer(source.uri, "x", source.provider).featureCount() == count


def test_every_protocol_from_a_real_server(project, bundled_library, areas, map_server):
    entries = [
        entry("a_wms", "wms", map_server, "kommun,grans", crs="EPSG:3006"),
        entry("a_wmts", "wmts", f"{map_server}/?SERVICE=WMTS&REQUEST=GetCapabilities", "kommun", crs="EPSG:3006",
              matrix_set="EPSG:3006", server_style="default"),
        entry("a_wfs", "wfs", map_server, "kommun", crs="EPSG:3006", version="1.1.0",
              area_filter=AreaFilter("lanskod", "region")),
        entry("b_wfs", "wfs", map_server, "kommun", crs="EPSG:3006", version="1.1.0",
              area_filter=AreaFilter("kommunkod", "municipality")),
        entry("a_ogcapi", "ogcapi", f"{map_server}/wfs3", "kommun", crs="EPSG:3006"),
        entry("a_xyz", "xyz", map_server + "/{z}/{x}/{y}.png", min_zoom=0, max_zoom=5),
    ]
    outcome = job_for(project, bundled_library, areas, entries, area="22").run_and_wait()
    assert [failure.text() for failure in outcome.failed] == []
    assert [layer.customProperty("spin/entry") for layer in outcome.added] == [one.id for one in entries]
    by_id = {layer.customProperty("spin/entry"): layer for layer in outcome.added}
    assert sorted({feature["lanskod"] for feature in by_id["a_wfs"].getFeatures()}) == ["22"]
    assert sum(1 for _ in by_id["a_wfs"].getFeatures()) == 7
    assert sum(1 for _ in by_id["b_wfs"].getFeatures()) == 7, "a whole region by its municipalities' codes"
    assert sum(1 for _ in by_id["a_ogcapi"].getFeatures()) == 44
    assert by_id["a_wms"].extent().width() > 100_000


def test_what_can_not_be_had_is_named_and_the_others_arrive(project, bundled_library, areas, map_server):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        gone = f"http://127.0.0.1:{closed.getsockname()[1]}"
    entries = [
        entry("gone", "wms", gone, "a"),
        entry("no_layer", "wfs", map_server, "finns_inte", version="1.1.0"),
        entry("no_file", "file", "data/borta.gpkg", "x"),
        entry("good", "wfs", map_server, "kommun", version="1.1.0"),
        entry("no_auth", "wfs", map_server, "kommun", auth="finns-inte"),
        entry("unknown", "arcgis_map", map_server, "1"),
    ]
    job = job_for(project, bundled_library, areas, entries, title=Text("G", "G"))
    outcome = job.run_and_wait()
    assert [layer.customProperty("spin/entry") for layer in outcome.added] == ["good"]
    failed = {failure.entry_id: failure for failure in outcome.failed}
    assert set(failed) == {"gone", "no_layer", "no_file", "no_auth", "unknown"}
    for failure in failed.values():
        assert failure.reason and failure.title in failure.text() and "Traceback" not in failure.text()
    assert "finns-inte" in failed["no_auth"].reason and "arcgis_map" in failed["unknown"].reason


@pytest.fixture
def silent_server():
    """Return the address of a server that takes connections and never answers (no real one can be made to)."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen(20)
    held = []

    def accept():
        while True:
            try:
                held.append(listening.accept()[0])
            except OSError:
                return

    threading.Thread(target=accept, daemon=True).start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    listening.close()
    for connection in held:
        connection.close()


def test_a_silent_server_is_given_up_and_the_others_are_not_kept_waiting(project, bundled_library, areas, silent_server):
    from qgis.PyQt.QtCore import QTimer

    ticks = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start(20)
    entries = [entry("silent", "wms", silent_server, "a"),
               replace(bundled_library.layers["spin_yta"], id="good")]
    outcome = job_for(project, bundled_library, areas, entries, timeout_s=1.0).run_and_wait()
    timer.stop()
    assert [layer.customProperty("spin/entry") for layer in outcome.added] == ["good"]
    assert "1 s" in outcome.failed[0].reason and outcome.failed[0].todo
    assert len(ticks) > 20, "the main thread was kept waiting"


def test_cancel_gives_up_at_once_and_keeps_what_has_arrived(project, bundled_library, areas, silent_server):
    from qgis.core import QgsFeedback
    from qgis.PyQt.QtCore import QTimer

    feedback = QgsFeedback()
    QTimer.singleShot(700, feedback.cancel)
    entries = [entry("silent", "wms", silent_server, "a"),
               replace(bundled_library.layers["spin_yta"], id="good")]
    outcome = job_for(project, bundled_library, areas, entries, timeout_s=30).run_and_wait(feedback)
    assert outcome.cancelled and outcome.failed == []
    assert [layer.customProperty("spin/entry") for layer in outcome.added] == ["good"]


def test_no_more_than_two_at_a_time_ask_one_host(project, bundled_library, areas, silent_server):
    from qgis.core import QgsApplication

    before = QgsApplication.taskManager().countActiveTasks()
    job = job_for(project, bundled_library, areas, [entry(f"s{n}", "wms", silent_server, "a") for n in range(6)])
    job.start()
    assert QgsApplication.taskManager().countActiveTasks() - before <= 2
    job.cancel()
    assert job.outcome.cancelled


def test_a_style_that_does_not_suit_is_told_and_the_layer_arrives(project, bundled_library, areas):
    from spin_qgis_plugin.layers.request import LayerRequest

    job = job_for(project, bundled_library, areas, requests=[LayerRequest("spin_yta", style="ortnamn")])
    outcome = job.run_and_wait()
    assert len(outcome.added) == 1 and "Ortnamn" in outcome.notes[0]


def test_a_layer_fetched_anew_takes_the_place_of_the_old(project, bundled_library, areas):
    from spin_qgis_plugin.layers.request import LayerRequest

    set_job(project, bundled_library, areas, "grundkarta").run_and_wait()
    old = project.mapLayersByName("Orter")[0]
    project.layerTreeRoot().findLayer(old.id()).setItemVisibilityChecked(False)
    request = LayerRequest("spin_ort", style="ortnamn", legend=False, replaces=old.id())
    job_for(project, bundled_library, areas, requests=[request]).run_and_wait()
    node = project.layerTreeRoot().children()[0].children()[0]
    assert node.name() == "Orter" and node.layerId() != request.replaces
    assert len(project.mapLayersByName("Orter")) == 1 and not node.itemVisibilityChecked()


def test_a_new_project_gets_sweref_and_one_with_layers_is_left_alone(project):
    from qgis.core import QgsCoordinateReferenceSystem, QgsVectorLayer

    from spin_qgis_plugin.layers.upkeep import prepare_project

    assert prepare_project(project) and project.crs().authid() == "EPSG:3006"
    project.clear()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    project.addMapLayer(QgsVectorLayer("Point?crs=EPSG:4326", "min egen", "memory"))
    assert not prepare_project(project) and project.crs().authid() == "EPSG:3857"
