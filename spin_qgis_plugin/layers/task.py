"""One layer opened off the GUI thread."""
from __future__ import annotations

import re
from typing import List, Optional

from qgis.core import (
    QgsAuthMethodConfig,
    QgsApplication,
    QgsCoordinateTransformContext,
    QgsMapLayer,
    QgsRasterLayer,
    QgsTask,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..i18n import tr
from ..library.entries import LayerEntry, Library, StyleEntry
from ..log import logger
from ..styles.apply import apply_style
from .request import LayerRequest
from .source import SourceContext, SourceFault, data_source


class LayerTask(QgsTask):
    """Opens one entry and gives it its style; the layer is handed to the main thread unadded."""

    def __init__(self, request: LayerRequest, library: Library, context: SourceContext, language: str,
                 transforms: QgsCoordinateTransformContext) -> None:
        """Copy in all that the worker needs; the project is not touched from it."""
        self.entry: LayerEntry = library.layers[request.entry_id]
        super().__init__(tr("Loading {layer}").format(layer=self.entry.title.get(language)), QgsTask.Flag.CanCancel)
        self.request = request
        self.style: Optional[StyleEntry] = library.styles.get(request.style or "")
        self.layer: Optional[QgsMapLayer] = None
        self.reason = ""
        self.notes: List[str] = []
        self._style_folder = library.folder(self.style.origin) if self.style is not None else None
        self._context = context
        self._language = language
        self._transforms = transforms

    def run(self) -> bool:
        """Open the layer; worker thread. Any fault becomes a reason in words."""
        try:
            self._open()
        except SourceFault as fault:
            self.reason = str(fault)
        except Exception as error:  # noqa: BLE001 - what escapes from here would end QGIS
            logger("layers").exception("Opening %s failed", self.entry.id)
            self.reason = tr("Something unexpected happened ({error}).").format(error=type(error).__name__)
        return self.layer is not None

    def _open(self) -> None:
        source = data_source(self.entry, self._context)
        name = self.entry.title.get(self._language)
        if source.kind == "vector":
            options = QgsVectorLayer.LayerOptions(self._transforms, False)
            layer = QgsVectorLayer(source.uri, name, source.provider, options)
        else:
            options = QgsRasterLayer.LayerOptions(False)
            options.transformContext = self._transforms
            layer = QgsRasterLayer(source.uri, name, source.provider, options)
        if not layer.isValid():
            self.reason = why_invalid(layer)
            return
        if self.style is not None:
            outcome = apply_style(layer, self.style, self._style_folder, self._language)
            if not outcome.ok:
                self.notes.append(outcome.message)
        layer.moveToThread(QCoreApplication.instance().thread())
        self.layer = layer


def why_invalid(layer: QgsMapLayer) -> str:
    """Return the provider's own reason as one plain line."""
    provider = layer.dataProvider()
    raw = ""
    if provider is not None:
        raw = provider.error().message() or ""
    raw = raw or layer.error().message() or ""
    words = " ".join(re.sub(r"<[^>]+>", " ", raw).split())
    return words[:300] if words else tr("The source does not answer as it should, or the layer is not there.")


def auth_id(name: Optional[str]) -> str:
    """Return the id of the QGIS authentication configuration of a name. Main thread.

    Raises :class:`SourceFault` when there is none of that name.
    """
    if not name:
        return ""
    configurations = QgsApplication.authManager().availableAuthMethodConfigs()
    for identity, configuration in configurations.items():
        if isinstance(configuration, QgsAuthMethodConfig) and configuration.name() == name:
            return identity
    raise SourceFault(tr(
        "The layer needs the authentication configuration “{name}”, which is not in this QGIS. Make it under "
        "Settings › Options › Authentication, with the sign-in you have been given.").format(name=name))
