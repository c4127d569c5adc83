"""Which layers are to be added, and what became of it: plain data."""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import List, Optional, Tuple

from ..library.entries import Library, SetLayer


@dataclass(frozen=True)
class LayerRequest:
    """One layer to be added."""

    entry_id: str
    style: Optional[str] = None
    visible: bool = True
    legend: bool = True
    order: int = 0
    """Place in its group, 0 on top."""
    replaces: str = ""
    """Id of the layer in the project that it takes the place of, once it is there."""


@dataclass(frozen=True)
class Failure:
    """A layer that could not be had: why, and what to do."""

    entry_id: str
    title: str
    reason: str
    todo: str
    request: LayerRequest

    def text(self) -> str:
        """Return title, reason and remedy as one line."""
        return f"{self.title}: {self.reason} {self.todo}"


@dataclass
class LoadOutcome:
    """What was added, what failed, what else is worth telling."""

    added: list = field(default_factory=list)
    """Layers, in the order of the requests."""
    failed: List[Failure] = field(default_factory=list)
    notes: List[str] = field(default_factory=list)
    cancelled: bool = False


def requests_for_set(library: Library, set_id: str) -> Tuple[LayerRequest, ...]:
    """Return the layers of a set, top first; raises KeyError for an unknown set."""
    return tuple(_request(library, row, order) for order, row in enumerate(library.sets[set_id].layers))


def requests_for_entries(library: Library, ids) -> Tuple[LayerRequest, ...]:
    """Return single layers, top first; raises KeyError for an unknown one."""
    return tuple(LayerRequest(entry_id=one, style=library.layers[one].style, order=order)
                 for order, one in enumerate(ids))


def _request(library: Library, row: SetLayer, order: int) -> LayerRequest:
    return LayerRequest(entry_id=row.entry, style=row.style or library.layers[row.entry].style, visible=row.visible,
                        legend=row.legend, order=order)
