"""What each library file may hold, field by field. Pure Python; ``scripts/build_schema.py`` writes it as JSON Schema."""
from __future__ import annotations

import re

from .entries import PROTOCOLS
from .kinds import ADDRESS, CRS, ID, PATH, WORDS, Address, Bool, Choice, Field, Form, Many, Number, Str, Words

GEOMETRIES = ("point", "line", "polygon", "raster")
THEMES = (
    "administrative", "base", "names", "population", "housing", "transport", "energy", "nature", "culture", "water",
    "land", "geology", "reindeer", "services", "climate", "planning", "imagery", "labour",
)
FILE = r"^(data:)?" + PATH[1:]
POSTGIS = r"^postgresql://[A-Za-z0-9.\-]+(:[0-9]+)?/[A-Za-z0-9_\-]+$"
AUTH = r"^[A-Za-z0-9][A-Za-z0-9 _.\-]{0,39}$"

_id = Str(pattern=ID, expects="id")


def _path(ending: str) -> Str:
    return Str(pattern=PATH[:-1] + re.escape("." + ending) + "$", expects="path")


def _address_suits_protocol(nodes, values, report) -> None:
    """The address of ``file`` is a path, of ``postgis`` a database, of the others a web address."""
    node = nodes["url"]
    pattern = {"file": FILE, "postgis": POSTGIS}.get(values["protocol"])
    if pattern is None:
        Address().check(node, "url", report)
    else:
        Str(pattern=pattern, expects="path" if values["protocol"] == "file" else "url").check(node, "url", report)
    if values["protocol"] not in ("xyz", "file", "vector_tiles") and not values.get("layer"):
        report.error((node.line, node.column), "missing_key", name="layer", expects="string")


def _when(protocols: list, then: dict) -> dict:
    return {"if": {"properties": {"protocol": {"enum": protocols}}}, "then": then}


_WEB = [name for name in PROTOCOLS if name not in ("file", "postgis")]

SOURCE = Form({
    "protocol": Field(Choice(PROTOCOLS), required=True, about="How the data are fetched."),
    "url": Field(Str(), required=True, about="Web address, or for file a path in the library; {} marks what is filled in."),
    "layer": Field(Str(), about="The layer's name as the server or file spells it."),
    "crs": Field(Str(pattern=CRS, expects="crs"), about="Coordinate system to ask for."),
    "auth": Field(Str(pattern=AUTH), nullable=True, about="Name of a QGIS authentication configuration; never a secret."),
    "version": Field(Str(most=20), about="Version of the protocol, where the server needs one."),
    "format": Field(Str(most=100), about="Image or data format to ask for."),
    "geometry": Field(Choice(GEOMETRIES), about="Kind of geometry."),
    "filter": Field(Str(), about="A fixed condition on the features (SQL as OGR understands it); file only."),
    "matrix_set": Field(Str(most=100), about="Tile matrix set; wmts only."),
    "server_style": Field(Str(most=100), about="Name of the server's own style; wms and wmts only."),
    "min_zoom": Field(Number(0, 30), about="Least zoom level of tiles."),
    "max_zoom": Field(Number(0, 30), about="Greatest zoom level of tiles."),
}, rule=_address_suits_protocol, rule_schema=(
    _when(["file"], {"properties": {"url": {"pattern": FILE}}}),
    _when(["postgis"], {"properties": {"url": {"pattern": POSTGIS}}, "required": ["layer"]}),
    _when(_WEB, {"properties": {"url": {"pattern": ADDRESS}}}),
    _when([name for name in _WEB if name not in ("xyz", "vector_tiles")], {"required": ["layer"]}),
))

AREA_FILTER = Form({
    "field": Field(Str(pattern=r"^\w+$"), required=True, about="Attribute that holds the codes."),
    "level": Field(Choice(("region", "municipality", "fa", "code")), required=True, about="What the codes name."),
})

KEYWORDS = Form({"sv": Field(Many(Str(most=100))), "en": Field(Many(Str(most=100)))})

LAYER = Form({
    "id": Field(_id, required=True, about="Stable for ever: it is written into projects."),
    "theme": Field(Choice(THEMES), required=True),
    "title": Field(WORDS, required=True),
    "summary": Field(WORDS, required=True),
    "keywords": Field(KEYWORDS),
    "source": Field(SOURCE, required=True),
    "area_filter": Field(AREA_FILTER, nullable=True, about="Asked of the server or file, not of the screen."),
    "style": Field(_id, nullable=True, about="Key of the standard style."),
    "owner": Field(Str(), required=True),
    "credit": Field(Words(), required=True, about="Printed on every map that shows the layer."),
    "licence": Field(Str(), required=True, about="SPDX id where there is one."),
    "visible_from": Field(Number(100, 100_000_000), about="Denominator of the smallest scale at which it is drawn."),
    "replaces": Field(Many(_id), about="Ids of earlier entries that this one succeeds."),
    "grade": Field(Choice(("A", "B")), about="A: two independent public sources name it; B: one."),
    "seen": Field(Str(), about="Where and when it was last seen to work."),
    "processed": Field(Bool(), about="True when the data were changed by us."),
    "reference_year": Field(Number(1800, 2200)),
})

SET_LAYER = Form({
    "layer": Field(_id, required=True),
    "style": Field(_id),
    "group": Field(WORDS),
    "visible": Field(Bool()),
    "legend": Field(Bool(), about="False keeps it out of map legends."),
})

SET = Form({
    "id": Field(_id, required=True),
    "title": Field(WORDS, required=True),
    "summary": Field(WORDS, required=True),
    "heading": Field(WORDS, about="The theme in the suggested map title."),
    "time": Field(Choice(("nulage", "malbild")), about="Whether it shows how things are or how they should become."),
    "layers": Field(Many(SET_LAYER, least=1, most=100), required=True, about="From the top of the map downwards."),
    "templates": Field(Many(_id), about="Map templates that suit it, best first."),
})

STYLE = Form({
    "key": Field(_id, required=True),
    "title": Field(WORDS, required=True),
    "summary": Field(WORDS, required=True),
    "group": Field(Choice(("base", "borders", "names", "statistics", "structure", "access", "dialogue")), required=True),
    "version": Field(Number(1, 10_000), required=True),
    "files": Field(Form({name: Field(_path("qml")) for name in GEOMETRIES}), required=True),
    "legend": Field(Many(WORDS, most=100), about="Legend labels in both languages."),
    "unit": Field(WORDS, about="Unit of the values, written after the heading in the legend."),
    "fields": Field(Many(Str(pattern=r"^\w+$"))),
    "min_scale": Field(Number(100, 100_000_000)),
    "max_scale": Field(Number(100, 100_000_000)),
    "draw_order": Field(Number(0, 100), about="Low is below."),
    "mask": Field(Bool(), about="True for a style that hides what lies outside the area."),
})

TEMPLATE = Form({
    "key": Field(_id, required=True),
    "title": Field(WORDS, required=True),
    "summary": Field(WORDS, required=True),
    "file": Field(_path("qpt"), required=True),
    "page": Field(Many(Number(50, 2000, whole=False), exact=2), required=True, about="Width and height, mm."),
    "k": Field(Number(0.2, 10, whole=False), about="Factor of symbol sizes."),
    "t": Field(Number(0.2, 10, whole=False), about="Factor of map labels."),
    "tmin": Field(Number(4, 60, whole=False), about="Smallest map label, pt."),
    "municipality_pt": Field(Number(4, 100, whole=False), about="Size of municipality names, pt."),
    "questions": Field(Number(0, 3), about="Number of questions on the sheet."),
    "size_name": Field(Str(most=20), about="Name of the paper, printed beside the scale."),
    "base_set": Field(_id, about="Set that is loaded when the project has no layers."),
    "required": Field(Many(_id), about="Item ids without which the map is not finished."),
})

LIBRARY = Form({
    "id": Field(_id, required=True),
    "title": Field(WORDS, required=True),
    "version": Field(Str(pattern=r"^[0-9]+(\.[0-9]+)*$", most=20), required=True),
    "contact": Field(Str(), required=True, about="Whom to ask: name and e-mail."),
})

FILES = {
    "library": LIBRARY,
    "layers": Many(LAYER),
    "set": SET,
    "styles": Form({"styles": Field(Many(STYLE), required=True)}),
    "templates": Form({"templates": Field(Many(TEMPLATE), required=True)}),
}
"""Kind of file → what it may hold; also the names of the schema files."""

