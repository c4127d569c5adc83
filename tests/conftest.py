"""A real QGIS without a window for every test that asks for it; nothing of the user's own profile is touched."""
from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def qgis_app():
    """Return a started QgsApplication with a throw-away profile."""
    folder = tempfile.mkdtemp(prefix="spin-profile-")
    os.environ["QGIS_CUSTOM_CONFIG_PATH"] = folder
    os.environ["QGIS_AUTH_DB_DIR_PATH"] = folder
    from qgis.core import QgsApplication
    from qgis.PyQt.QtCore import QCoreApplication, QSettings

    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QCoreApplication.setOrganizationName("SPIN tests")
    application = QgsApplication([], True, folder)
    application.initQgis()
    yield application
    # No exitQgis: it destroys what Python still holds, and the process ends here anyway.


@pytest.fixture
def project(qgis_app):
    """Return QGIS's own project, emptied before and after."""
    from qgis.core import QgsProject

    QgsProject.instance().clear()
    yield QgsProject.instance()
    QgsProject.instance().clear()


@pytest.fixture(scope="session")
def bundled_library():
    """Return the bundled library."""
    from spin_qgis_plugin.library.overlay import overlay
    from spin_qgis_plugin.library.reader import read_library

    return overlay(read_library(ROOT / "resources" / "library"))


@pytest.fixture(scope="session")
def areas():
    """Return the catalogue of areas."""
    from spin_qgis_plugin.areas.catalogue import load_catalogue

    return load_catalogue()
