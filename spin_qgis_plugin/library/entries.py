"""What a library holds, as plain data. Pure Python.

The files behind these are described by ``resources/schema`` and read by :mod:`.reader`.
"""
from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Dict, Optional, Tuple


@dataclass(frozen=True)
class Text:
    """A text in Swedish and English."""

    sv: str
    en: str

    def get(self, language: str) -> str:
        """Return the text in ``sv`` or ``en``."""
        return self.en if language == "en" else self.sv


@dataclass(frozen=True)
class Origin:
    """Where an entry was read: library id, file relative to the library's root, line from 1."""

    library: str
    file: str
    line: int


@dataclass(frozen=True)
class Source:
    """Where a layer's data come from.

    ``protocol`` is one of :data:`PROTOCOLS`. ``url`` is an address, or for ``file`` a path relative to
    the library's root (``data:`` in front: relative to the plugin's bundled data). ``auth`` is the name
    of a QGIS authentication configuration, never a secret.
    """

    protocol: str
    url: str
    layer: Optional[str] = None
    crs: Optional[str] = None
    auth: Optional[str] = None
    version: Optional[str] = None
    format: Optional[str] = None
    geometry: Optional[str] = None
    """point, line, polygon or raster, where known before the data are asked for."""
    filter: Optional[str] = None
    """A fixed subset, as an OGR SQL condition (protocol ``file``)."""
    matrix_set: Optional[str] = None
    """Tile matrix set of a WMTS."""
    server_style: Optional[str] = None
    """Name of the server's own style (WMS, WMTS)."""
    min_zoom: Optional[int] = None
    max_zoom: Optional[int] = None


PROTOCOLS = (
    "wms", "wmts", "wfs", "ogcapi", "xyz", "arcgis_map", "arcgis_features", "vector_tiles", "postgis", "file",
)


@dataclass(frozen=True)
class AreaFilter:
    """How the data are cut to the chosen area: ``field`` holds the codes of ``level``.

    ``level`` is region, municipality, fa or code (the area's own code, whatever its level).
    """

    field: str
    level: str


@dataclass(frozen=True)
class LayerEntry:
    """One layer that can be added to a project."""

    id: str
    theme: str
    title: Text
    summary: Text
    source: Source
    owner: str
    credit: Text
    licence: str
    origin: Origin
    keywords: Dict[str, Tuple[str, ...]] = field(default_factory=dict)
    """Search words by language."""
    area_filter: Optional[AreaFilter] = None
    style: Optional[str] = None
    visible_from: Optional[int] = None
    """Denominator of the smallest scale at which it draws."""
    replaces: Tuple[str, ...] = ()
    grade: Optional[str] = None
    seen: Optional[str] = None
    processed: bool = False
    """True when the data were changed by us, so that the credit may not name the source as author."""
    reference_year: Optional[int] = None


@dataclass(frozen=True)
class SetLayer:
    """A layer in a set; ``style`` overrides the entry's own, ``legend`` False keeps it out of map legends."""

    entry: str
    style: Optional[str] = None
    group: Optional[Text] = None
    visible: bool = True
    legend: bool = True
    line: int = 0


@dataclass(frozen=True)
class SetEntry:
    """Layers that an officer loads in one click; the first one is drawn on top."""

    id: str
    title: Text
    summary: Text
    layers: Tuple[SetLayer, ...]
    origin: Origin
    templates: Tuple[str, ...] = ()
    """Templates that suit it, best first."""
    heading: Optional[Text] = None
    """The theme in the suggested map title, for instance "Befolkningsförändring 2014–2024"."""
    time: str = "nulage"


@dataclass(frozen=True)
class StyleEntry:
    """A standard style: one QML file a geometry type."""

    key: str
    title: Text
    summary: Text
    group: str
    version: int
    files: Dict[str, str]
    """geometry (point, line, polygon, raster) → path relative to the library's root."""
    origin: Origin
    legend: Tuple[Text, ...] = ()
    """Legend labels in both languages; the QML holds the Swedish ones."""
    unit: Optional[Text] = None
    """Unit of the values, written after the heading in a legend."""
    fields: Tuple[str, ...] = ()
    min_scale: Optional[int] = None
    max_scale: Optional[int] = None
    draw_order: int = 50
    """Low is below."""
    mask: bool = False


@dataclass(frozen=True)
class TemplateEntry:
    """A map template: a print-layout file and what it is for."""

    key: str
    title: Text
    summary: Text
    file: str
    origin: Origin
    page: Tuple[float, float] = (0.0, 0.0)
    """Width and height, mm."""
    k: float = 1.0
    """Page factor of symbol sizes (``@spin_k``)."""
    t: float = 1.0
    """Text factor of map labels (``@spin_t``)."""
    tmin: float = 8.0
    """Smallest label, pt (``@spin_tmin``)."""
    municipality_pt: float = 10.0
    questions: int = 0
    size_name: str = "A3"
    """The paper's name, printed beside the scale."""
    base_set: Optional[str] = None
    """Set that is loaded when the project has no layers yet."""
    required: Tuple[str, ...] = ()
    """Item ids without which the map is not finished."""


@dataclass(frozen=True)
class Library:
    """All that was read from one folder, or several laid over each other, with what was found wrong."""

    id: str
    title: Text
    version: str
    contact: str
    root: Path
    layers: Dict[str, LayerEntry] = field(default_factory=dict)
    sets: Dict[str, SetEntry] = field(default_factory=dict)
    styles: Dict[str, StyleEntry] = field(default_factory=dict)
    templates: Dict[str, TemplateEntry] = field(default_factory=dict)
    roots: Dict[str, Path] = field(default_factory=dict)
    """Library id → folder, for entries that came from another library."""
    findings: tuple = ()

    def folder(self, origin: Origin) -> Path:
        """Return the root folder of the library that an entry came from."""
        return self.roots.get(origin.library, self.root)
