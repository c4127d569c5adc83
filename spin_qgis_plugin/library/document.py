"""A YAML file as a tree that knows where everything stands. Pure Python; reads safely whatever it is given."""
from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Dict, List, Optional, Tuple

import yaml

from .findings import Finding

LARGEST = 1_000_000
"""Bytes of one file."""
DEEPEST = 12
"""Levels of nesting; the formats need six."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLAIN = {f"tag:yaml.org,2002:{kind}" for kind in ("str", "int", "float", "bool", "null")}


@dataclass
class Node:
    """A value with its place; ``value`` is a dict of nodes, a list of nodes or a plain scalar."""

    value: Any
    line: int
    column: int
    keys: Dict[str, Tuple[int, int]] = field(default_factory=dict)
    """Place of each key of a mapping."""

    def plain(self) -> Any:
        """Return dicts, lists and scalars without the places."""
        if isinstance(self.value, dict):
            return {name: node.plain() for name, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value


def read_document(file: Path, name: str) -> Tuple[Optional[Node], List[Finding]]:
    """Return a file's tree, or None, and what was wrong; ``name`` is how the file is called in findings."""
    try:
        size = file.stat().st_size
        if size > LARGEST:
            return None, [_whole(name, "file_too_large", size=size // 1000, most=LARGEST // 1000)]
        content = file.read_bytes()
    except OSError as error:
        return None, [_whole(name, "file_unreadable", reason=error.strerror or str(error))]
    return parse(content, name)


def parse(content: bytes, name: str) -> Tuple[Optional[Node], List[Finding]]:
    """Return the tree of a file's bytes, or None, and what was wrong."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[:error.start].count(b"\n") + 1
        return None, [Finding("error", name, line, 0, "not_utf8")]
    try:
        refusal = _refuse(text, name)
        if refusal is not None:
            return None, [refusal]
        loader = _LOADER(text)
        try:
            root = loader.get_single_node()
            if root is None:
                return None, [_whole(name, "empty_file")]
            findings: List[Finding] = []
            return _node(loader, root, name, findings), findings
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark is not None else (0, 0)
        reason = error.problem or error.context or "?"
        return None, [Finding("error", name, line, column, "yaml_syntax", {"reason": reason})]
    except (yaml.YAMLError, ValueError) as error:
        return None, [_whole(name, "yaml_syntax", reason=" ".join(str(error).split())[:200])]


def _whole(name: str, code: str, **params) -> Finding:
    return Finding("error", name, 0, 0, code, params)


def _refuse(text: str, name: str) -> Optional[Finding]:
    """Return why a text is not read at all: tags, aliases, depth or several documents; nothing is built yet."""
    depth = documents = 0
    for event in yaml.parse(text, Loader=_LOADER):
        code, params = "", {}
        tag = getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            code = "yaml_alias"
        elif tag and tag not in _PLAIN and tag != "!":
            code, params = "yaml_tag", {"tag": tag}
        elif isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            code = "yaml_many_documents" if documents > 1 else ""
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            depth += 1
            if depth > DEEPEST:
                code, params = "yaml_depth", {"most": DEEPEST}
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            depth -= 1
        if code:
            return Finding("error", name, event.start_mark.line + 1, event.start_mark.column + 1, code, params)
    return None


def _node(loader, node, name: str, findings: List[Finding]) -> Node:
    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    if isinstance(node, yaml.MappingNode):
        values: Dict[str, Node] = {}
        keys: Dict[str, Tuple[int, int]] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else "?"
            place = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
            if key in values:
                findings.append(Finding("error", name, *place, "duplicate_key", {"name": key}))
                continue
            keys[key] = place
            values[key] = _node(loader, value_node, name, findings)
        return Node(values, line, column, keys)
    if isinstance(node, yaml.SequenceNode):
        return Node([_node(loader, child, name, findings) for child in node.value], line, column)
    return Node(loader.construct_object(node) if node.tag in _PLAIN else node.value, line, column)
