"""Layers added to the project: the one way, whichever face asks for it. Main thread; the work is done in tasks."""
from __future__ import annotations

import re
import time
from functools import partial
from typing import Callable, Dict, List, Optional, Sequence
from urllib.parse import urlsplit

from qgis.core import (
    QgsApplication,
    QgsExpressionContextUtils,
    QgsFeedback,
    QgsLayerTreeGroup,
    QgsLayerTreeLayer,
    QgsProject,
)
from qgis.PyQt.QtCore import QEventLoop, QObject, QTimer

from ..areas.area import Area
from ..areas.catalogue import Catalogue
from ..i18n import tr
from ..library.entries import Library, Text
from ..log import logger
from . import upkeep
from .request import Failure, LayerRequest, LoadOutcome
from .source import SourceContext, SourceFault
from .task import LayerTask, auth_id

AT_ONCE = 4
PER_HOST = 2
TIMEOUT_S = 30
STATISTICS = "statistics"


class LoadJob(QObject):
    """Adds layers to a project, each as soon as it is there; what can't be had is named, the others arrive."""

    def __init__(self, project: QgsProject, requests: Sequence[LayerRequest], area: Optional[Area],
                 catalogue: Catalogue, library: Library, language: str, title: Optional[Text] = None,
                 set_id: str = "", timeout_s: float = TIMEOUT_S) -> None:
        """Prepare; nothing is fetched before :meth:`start`. ``title`` names the group, without it there is none."""
        super().__init__()
        self.outcome = LoadOutcome()
        self._project = project
        self._requests = list(requests)
        self._area, self._catalogue, self._library = area, catalogue, library
        self._language, self._title, self._set_id = language, title, set_id
        self._waiting: List[LayerRequest] = list(requests)
        self._running: Dict[str, LayerTask] = {}
        self._group: Optional[QgsLayerTreeGroup] = None
        self._on_progress: Callable[[int, int, str], None] = lambda done, total, name: None
        self._on_done: Callable[[LoadOutcome], None] = lambda outcome: None
        self._over = False
        self._timeout_s = timeout_s
        self._begun: Dict[str, float] = {}
        self._clock = QTimer(self)
        self._clock.setInterval(200)
        self._clock.timeout.connect(self._look_at_clock)

    def start(self, on_progress: Optional[Callable] = None, on_done: Optional[Callable] = None) -> None:
        """Begin. ``on_progress(done, total, title)`` and ``on_done(outcome)`` are called on the main thread."""
        self._on_progress = on_progress or self._on_progress
        self._on_done = on_done or self._on_done
        self._begin_all()

    def cancel(self) -> None:
        """Stop: what has arrived stays, what is under way is given up at once."""
        if self._over:
            return
        self._waiting.clear()
        self.outcome.cancelled = True
        for task in list(self._running.values()):
            self._give_up(task)
        self._finish()

    def run_and_wait(self, feedback: Optional[QgsFeedback] = None) -> LoadOutcome:
        """Do it all and return; events are handled meanwhile, and the feedback can cancel."""
        loop = QEventLoop()
        self._on_done = lambda outcome: loop.quit()
        timer = QTimer()
        if feedback is not None:
            self._on_progress = lambda done, total, name: feedback.setProgress(100.0 * done / max(total, 1))
            timer.timeout.connect(lambda: self.cancel() if feedback.isCanceled() else None)
            timer.start(50)
        self._begin_all()
        if not self._over:
            loop.exec()
        timer.stop()
        return self.outcome

    def _begin_all(self) -> None:
        self._leave_out_what_is_there()
        self._clock.start()
        self._next()

    def _leave_out_what_is_there(self) -> None:
        """Bring a set that the project has already to the top, and load only what it lacks."""
        group = next((group for group in upkeep.set_groups(self._project)
                      if self._set_id and group.customProperty(upkeep.SET) == self._set_id), None)
        if group is None or any(request.replaces for request in self._requests):
            return
        held = {node.layer().customProperty(upkeep.ENTRY) for node in group.findLayers() if node.layer()}
        self._waiting = [request for request in self._waiting if request.entry_id not in held]
        self._make_way(group)
        group.setItemVisibilityChecked(True)
        if not self._waiting:
            self.outcome.notes.append(tr("“{group}” is in the project already.").format(group=group.name()))

    def _next(self) -> None:
        """Start as many tasks as there is room for."""
        for request in list(self._waiting):
            if len(self._running) >= AT_ONCE:
                break
            host = self._host(request)
            if host and sum(1 for task in self._running.values() if self._host(task.request) == host) >= PER_HOST:
                continue
            self._waiting.remove(request)
            self._begin(request)
        if not self._running and not self._waiting:
            self._finish()

    def _host(self, request: LayerRequest) -> str:
        return urlsplit(self._library.layers[request.entry_id].source.url).hostname or ""

    def _begin(self, request: LayerRequest) -> None:
        entry = self._library.layers[request.entry_id]
        try:
            context = SourceContext(self._library.folder(entry.origin), self._area, self._catalogue,
                                    auth_id(entry.source.auth))
        except SourceFault as fault:
            self._fail(request, str(fault), "")
            return
        task = LayerTask(request, self._library, context, self._language, self._project.transformContext())
        self._running[self._key(request)] = task
        task.taskCompleted.connect(partial(self._arrived, task))
        task.taskTerminated.connect(partial(self._arrived, task))
        self._begun[self._key(request)] = time.monotonic()
        QgsApplication.taskManager().addTask(task)

    @staticmethod
    def _key(request: LayerRequest) -> str:
        return f"{request.order}:{request.entry_id}"

    def _look_at_clock(self) -> None:
        """Give up tasks that have had no answer in time."""
        late = [task for key, task in self._running.items()
                if time.monotonic() - self._begun[key] > self._timeout_s]
        for task in late:
            self._give_up(task)
            self._fail(task.request, tr("No answer within {seconds} s.").format(seconds=round(self._timeout_s)),
                       tr("Try again later, or raise the time-out in SPIN's settings."))
            self._tell(task.request)
        if late:
            self._next()

    def _give_up(self, task: LayerTask) -> None:
        """Let go of a task that can't be interrupted; its own connections keep it alive until it ends by itself."""
        self._running.pop(self._key(task.request), None)
        task.cancel()

    def _arrived(self, task: LayerTask) -> None:
        if self._running.pop(self._key(task.request), None) is not task or self._over:
            return
        try:
            self._take(task)
        except Exception as error:  # noqa: BLE001 - the other layers are not to be lost with this one
            logger("layers").exception("Adding %s failed", task.entry.id)
            self._fail(task.request, tr("Something unexpected happened ({error}).").format(error=type(error).__name__),
                       self._todo(task))
        self._tell(task.request)
        self._next()

    def _take(self, task: LayerTask) -> None:
        if task.layer is None:
            self._fail(task.request, task.reason, self._todo(task))
        elif task.request.replaces and self._project.mapLayer(task.request.replaces) is None:
            self.outcome.notes.append(tr("“{layer}” was removed meanwhile.").format(layer=task.layer.name()))
        else:
            self._add(task)

    def _tell(self, request: LayerRequest) -> None:
        done = len(self.outcome.added) + len(self.outcome.failed)
        title = self._library.layers[request.entry_id].title.get(self._language)
        self._on_progress(done, len(self._requests), title)

    def _todo(self, task: LayerTask) -> str:
        if task.entry.source.protocol == "file":
            return tr("Install the plugin or fetch the library again; the file may be damaged.")
        return tr("Check the network and try again. If it goes on, tell the steward: the address may have moved.")

    def _fail(self, request: LayerRequest, reason: str, todo: str) -> None:
        title = self._library.layers[request.entry_id].title.get(self._language)
        self.outcome.failed.append(Failure(request.entry_id, title, re.sub(r"\s+", " ", reason), todo, request))

    def _add(self, task: LayerTask) -> None:
        layer, request = task.layer, task.request
        task.layer = None
        upkeep.mark_layer(layer, task.entry, task.style, request.legend, self._language)
        if task.entry.visible_from:
            layer.setMinimumScale(task.entry.visible_from)
            layer.setScaleBasedVisibility(True)
        if task.style is not None and task.style.mask and self._is_statistics():
            QgsExpressionContextUtils.setLayerVariable(layer, "spin_mask_alpha", 255)
        self._project.addMapLayer(layer, False)
        self._place(layer, request)
        self.outcome.added.append(layer)
        self.outcome.notes.extend(task.notes)

    def _is_statistics(self) -> bool:
        styles = (self._library.styles.get(request.style or "") for request in self._requests)
        return any(style is not None and style.group == STATISTICS for style in styles)

    def _place(self, layer, request: LayerRequest) -> None:
        """Put a layer at its place in the tree: its predecessor's, or in the order of the set."""
        node = QgsLayerTreeLayer(layer)
        node.setItemVisibilityChecked(request.visible)
        node.setCustomProperty(upkeep.ORDER, request.order)
        old = self._project.layerTreeRoot().findLayer(request.replaces) if request.replaces else None
        if old is not None:
            parent = old.parent()
            node.setItemVisibilityChecked(old.itemVisibilityChecked())
            parent.insertChildNode(parent.children().index(old), node)
            self._project.removeMapLayer(request.replaces)
            return
        group = self._home()
        index = 0
        for index, child in enumerate(group.children()):  # noqa: B007 - the index is used after
            if child.customProperty(upkeep.ORDER) is None or int(child.customProperty(upkeep.ORDER)) > request.order:
                break
        else:
            index = len(group.children())
        group.insertChildNode(index, node)

    def _home(self) -> QgsLayerTreeGroup:
        """Return the set's group, made on top of the tree when it is not there."""
        if self._group is not None:
            return self._group
        root = self._project.layerTreeRoot()
        if self._title is None:
            self._group = root
            return root
        for group in upkeep.set_groups(self._project):
            if self._set_id and group.customProperty(upkeep.SET) == self._set_id:
                self._group = group
                return group
        self._make_way()
        self._group = root.insertGroup(0, self._title.get(self._language))
        self._group.setCustomProperty(upkeep.SET, self._set_id or "layers")
        return self._group

    def _make_way(self, but: Optional[QgsLayerTreeGroup] = None) -> None:
        """Switch off other sets that hold the same layers: drawn twice, labels would collide with themselves."""
        wanted = {request.entry_id for request in self._requests}
        for group in upkeep.set_groups(self._project):
            if but is not None and group is but:
                continue
            held = {node.layer().customProperty(upkeep.ENTRY) for node in group.findLayers() if node.layer()}
            if wanted & held and group.itemVisibilityChecked():
                group.setItemVisibilityChecked(False)
                self.outcome.notes.append(tr("“{group}” was switched off: it has the same layers.").format(
                    group=group.name()))

    def _finish(self) -> None:
        if self._over:
            return
        self._over = True
        self._clock.stop()
        order = {request.entry_id: index for index, request in enumerate(self._requests)}
        self.outcome.added.sort(key=lambda layer: order.get(str(layer.customProperty(upkeep.ENTRY)), 0))
        self._on_done(self.outcome)
