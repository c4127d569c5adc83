"""Kinds of value a library file may hold. Each can check a value and describe itself as JSON Schema. Pure Python.

Check and description stand side by side, so that an editor and the plugin never disagree.
"""
from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import Any, Callable, Dict, List, Optional, Tuple

from .document import Node
from .findings import Finding

ID = r"^[a-z][a-z0-9_]{0,63}$"
PATH = r"^(?!/)(?!.*(^|/)\.\.?(/|$))[A-Za-z0-9_.\-/]+$"
SECRET = r"[?&](token|api_?key|access_token|password|passwd|pwd|key|secret)=[^{&\s]"
ADDRESS = r"^(?!\S*" + SECRET + r")https?://[^\s/@]+(/\S*)?$"
CRS = r"^EPSG:[0-9]{4,6}$"


class Report:
    """Collects findings about one file."""

    def __init__(self, file: str) -> None:
        """Begin with none."""
        self.file = file
        self.findings: List[Finding] = []

    def error(self, place: Tuple[int, int], code: str, **params) -> None:
        """Add an error at line and column."""
        self.findings.append(Finding("error", self.file, place[0], place[1], code, params))


def nearest(word: str, offered) -> Optional[str]:
    """Return what a misspelt word most likely meant, or None."""
    found = difflib.get_close_matches(str(word), list(offered), 1, 0.6)
    return found[0] if found else None


def _shown(node: Node) -> str:
    return str(node.plain())[:60]


@dataclass(frozen=True)
class Str:
    """A text of one line or more, not empty."""

    pattern: str = ""
    expects: str = "string"
    most: int = 4000

    def check(self, node: Node, name: str, report: Report) -> Any:
        """Return the text, or None after reporting."""
        place = (node.line, node.column)
        if not isinstance(node.value, str) or not node.value.strip():
            report.error(place, "wrong_kind", name=name, expects=self.expects)
            return None
        if len(node.value) > self.most or (self.pattern and not re.match(self.pattern, node.value)):
            leaves = self.expects == "path" and re.search(r"(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[A-Za-z]:", node.value)
            if leaves:
                report.error(place, "path_leaves", value=_shown(node))
            else:
                report.error(place, "bad_value", name=name, value=_shown(node), expects=self.expects, ending="…")
            return None
        return node.value

    def schema(self) -> dict:
        """Return the JSON Schema."""
        return {"type": "string", "pattern": self.pattern or r"\S", "maxLength": self.most}


@dataclass(frozen=True)
class Address(Str):
    """A web address without user name, password or key."""

    pattern: str = ADDRESS
    expects: str = "url"

    def check(self, node: Node, name: str, report: Report) -> Any:
        """Return the address, or None after reporting."""
        if isinstance(node.value, str) and _holds_secret(node.value):
            report.error((node.line, node.column), "secret")
            return None
        return super().check(node, name, report)


def _holds_secret(url: str) -> bool:
    """Return whether an address carries credentials; a place-holder in braces is none."""
    return bool(re.match(r"^\w+://[^/]*@", url) or re.search(SECRET, url))


@dataclass(frozen=True)
class Number:
    """A number within limits, whole or not."""

    low: float
    high: float
    whole: bool = True

    def check(self, node: Node, name: str, report: Report) -> Any:
        """Return the number, or None after reporting."""
        kinds = (int,) if self.whole else (int, float)
        good = isinstance(node.value, kinds) and not isinstance(node.value, bool)
        if not good or not self.low <= node.value <= self.high:
            report.error((node.line, node.column), "wrong_kind", name=name, low=self.low, high=self.high,
                         expects="integer" if self.whole else "number")
            return None
        return node.value

    def schema(self) -> dict:
        """Return the JSON Schema."""
        return {"type": "integer" if self.whole else "number", "minimum": self.low, "maximum": self.high}


@dataclass(frozen=True)
class Bool:
    """True or false."""

    def check(self, node: Node, name: str, report: Report) -> Any:
        """Return the truth, or None after reporting."""
        if not isinstance(node.value, bool):
            report.error((node.line, node.column), "wrong_kind", name=name, expects="boolean")
            return None
        return node.value

    def schema(self) -> dict:
        """Return the JSON Schema."""
        return {"type": "boolean"}


@dataclass(frozen=True)
class Choice:
    """One of a few words."""

    words: Tuple[str, ...]

    def check(self, node: Node, name: str, report: Report) -> Any:
        """Return the word, or None after reporting."""
        if node.value in self.words and isinstance(node.value, str):
            return node.value
        near = nearest(node.value, self.words) if isinstance(node.value, str) else None
        place = (node.line, node.column)
        if near:
            report.error(place, "bad_value_near", name=name, value=_shown(node), near=near)
        else:
            report.error(place, "bad_value", name=name, value=_shown(node), expects="choice",
                         choices=", ".join(self.words))
        return None

    def schema(self) -> dict:
        """Return the JSON Schema."""
        return {"enum": list(self.words)}


@dataclass(frozen=True)
class Many:
    """A list of values of one kind."""

    of: Any
    least: int = 0
    most: int = 2000
    exact: Optional[int] = None

    def check(self, node: Node, name: str, report: Report) -> Any:
        """Return the good values, or None after reporting."""
        place = (node.line, node.column)
        if not isinstance(node.value, list):
            report.error(place, "wrong_kind", name=name, expects="list")
            return None
        if self.exact is not None and len(node.value) != self.exact:
            report.error(place, "wrong_kind", name=name, expects="pair")
            return None
        if len(node.value) < self.least or len(node.value) > self.most:
            report.error(place, "wrong_kind", name=name, expects="not_empty")
            return None
        return [self.of.check(child, name, report) for child in node.value]

    def schema(self) -> dict:
        """Return the JSON Schema."""
        least, most = (self.exact, self.exact) if self.exact is not None else (self.least, self.most)
        return {"type": "array", "items": self.of.schema(), "minItems": least, "maxItems": most}


@dataclass(frozen=True)
class Field:
    """A named field of a form."""

    kind: Any
    required: bool = False
    about: str = ""
    """What it is for, shown by editors."""
    nullable: bool = False


@dataclass(frozen=True)
class Form:
    """A mapping with known fields."""

    fields: Dict[str, Field]
    rule: Optional[Callable[[Dict[str, Node], dict, Report], None]] = None
    """A check of fields against each other, after each is good by itself."""
    rule_schema: Tuple[dict, ...] = ()
    """The same rule as JSON Schema."""
    any_name: Optional[Any] = None
    expects: str = "map"

    def check(self, node: Node, name: str, report: Report) -> Any:
        """Return a dict of the good values, or None after reporting."""
        if not isinstance(node.value, dict):
            report.error((node.line, node.column), "wrong_kind", name=name, expects=self.expects)
            return None
        before = len(report.findings)
        values = {}
        for key, child in node.value.items():
            known = self.fields.get(key)
            if known is None:
                self._unknown(key, node, report)
            elif child.value is None and known.nullable:
                values[key] = None
            else:
                values[key] = known.kind.check(child, key, report)
        for key, known in self.fields.items():
            if known.required and key not in node.value:
                report.error((node.line, node.column), "missing_key", name=key, expects=_expects(known.kind),
                             low="", high="", choices=", ".join(getattr(known.kind, "words", ())), ending="…")
        if self.rule is not None and len(report.findings) == before:
            self.rule(node.value, values, report)
        return values

    def _unknown(self, key: str, node: Node, report: Report) -> None:
        near = nearest(key, [name for name in self.fields if name not in node.value])
        code = "unknown_key_near" if near else "unknown_key"
        report.error(node.keys[key], code, name=key, **({"near": near} if near else {}))

    def schema(self) -> dict:
        """Return the JSON Schema."""
        properties = {}
        for name, known in self.fields.items():
            inner = known.kind.schema()
            if known.nullable:
                inner = {"anyOf": [inner, {"type": "null"}]}
            if known.about:
                inner = {**inner, "description": known.about}
            properties[name] = inner
        described = {"type": "object", "additionalProperties": False, "properties": properties,
                     "required": [name for name, known in self.fields.items() if known.required]}
        return {**described, "allOf": list(self.rule_schema)} if self.rule_schema else described


def _expects(kind: Any) -> str:
    if isinstance(kind, Form):
        return kind.expects
    if isinstance(kind, (Str, Words)):
        return kind.expects
    names = {Number: "integer", Bool: "boolean", Choice: "choice", Many: "list"}
    return names.get(type(kind), "string")


WORDS = Form({"sv": Field(Str(), required=True), "en": Field(Str(), required=True)}, expects="text")
"""A text in both languages."""


@dataclass(frozen=True)
class Words:
    """A text in both languages, or one text for both."""

    expects: str = "text"

    def check(self, node: Node, name: str, report: Report) -> Any:
        """Return ``{"sv": …, "en": …}``, or None after reporting."""
        if isinstance(node.value, str):
            single = Str().check(node, name, report)
            return None if single is None else {"sv": single, "en": single}
        return WORDS.check(node, name, report)

    def schema(self) -> dict:
        """Return the JSON Schema."""
        return {"anyOf": [Str().schema(), WORDS.schema()]}
