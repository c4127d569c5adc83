"""A real map server on loopback: QGIS Server's own, serving the bundled data from one project."""
from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def server_project(folder: Path) -> Path:
    """Write a project that offers municipalities and borders over WMS, WMTS, WFS and OGC API."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRectangle, QgsReferencedRectangle, QgsVectorLayer

    data = folder / "spin_areas.gpkg"
    shutil.copy(ROOT / "resources/data/spin_areas.gpkg", data)
    project = QgsProject()
    crs = QgsCoordinateReferenceSystem("EPSG:3006")
    project.setCrs(crs)
    layers = [QgsVectorLayer(f"{data}|layername={name}", name, "ogr") for name in ("kommun", "grans")]
    project.addMapLayers(layers)
    ids = [layer.id() for layer in layers]
    project.writeEntry("WFSLayers", "/", ids)
    for identity in ids:
        project.writeEntry("WFSLayersPrecision", f"/{identity}", 3)
    project.writeEntry("WMTSLayers", "Project", False)
    project.writeEntry("WMTSLayers", "Layer", ids)
    project.writeEntry("WMTSPngLayers", "Layer", ids)
    project.writeEntry("WMTSGrids", "CRS", ["EPSG:3006"])
    project.writeEntry("WMTSGrids", "Config", ["EPSG:3006,7900000.0,200000.0,10000000.0,6"])
    project.writeEntry("WMSCrsList", "/", ["EPSG:3006", "EPSG:4326", "EPSG:3857"])
    project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(QgsRectangle(3e5, 6.8e6, 9.5e5, 7.7e6), crs))
    file = folder / "server.qgs"
    assert project.write(str(file))
    return file


@pytest.fixture(scope="session")
def map_server(qgis_app, tmp_path_factory):
    """Return the address of a running QGIS Server."""
    folder = tmp_path_factory.mktemp("server")
    project, port = server_project(folder), free_port()
    program = shutil.which("qgis_mapserver")
    assert program, "qgis-server is not installed; scripts/test.py installs it"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QGIS_SERVER_LOG_LEVEL": "2"}
    with open(folder / "log.txt", "wb") as log:
        process = subprocess.Popen([program, "-p", str(project), f"127.0.0.1:{port}"], stdout=log, stderr=log,
                                   env=environment)
        address = f"http://127.0.0.1:{port}"
        try:
            _wait_until_it_answers(address, process)
            yield address
        finally:
            process.terminate()
            process.wait(timeout=20)


def _wait_until_it_answers(address: str, process) -> None:
    for _ in range(150):
        assert process.poll() is None, "the server stopped"
        try:
            with urllib.request.urlopen(f"{address}/?SERVICE=WMS&REQUEST=GetCapabilities", timeout=20) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.2)
    raise AssertionError("the server did not answer")
