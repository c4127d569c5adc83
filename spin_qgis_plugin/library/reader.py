"""A library folder read into entries. Pure Python; never raises for what the files hold."""
from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Dict, List, Tuple

from .assemble import MAKERS
from .document import Node, read_document
from .entries import Library, Origin, Text
from .findings import Finding
from .forms import FILES
from .kinds import Report

MOST_FILES = 500
"""YAML files of one library."""


@dataclass
class RawLibrary:
    """A library as checked plain values: what is kept in the cache."""

    id: str
    title: dict
    version: str
    contact: str
    root: Path
    rows: List[Tuple[str, dict, str, int]] = field(default_factory=list)
    """Part (layers, sets …), values, file, line."""
    findings: List[Finding] = field(default_factory=list)


def read_library(root: Path, allow_http: bool = False) -> Library:
    """Return all good entries of a folder and findings about the rest."""
    return assemble(read_raw(Path(root), allow_http))


def read_raw(root: Path, allow_http: bool = False) -> RawLibrary:
    """Return a folder's checked plain values."""
    raw = RawLibrary(id="unknown", title={"sv": root.name, "en": root.name}, version="0", contact="", root=root)
    if not root.is_dir():
        raw.findings.append(Finding("error", str(root), 0, 0, "folder_missing"))
        return raw
    _read_head(raw)
    files = _files(raw)
    for part, file in files:
        _read_part(raw, part, file, allow_http)
    return raw


def _files(raw: RawLibrary) -> List[Tuple[str, Path]]:
    root = raw.root
    found = [("layers", file) for file in sorted(root.glob("layers/*.yaml"))]
    found += [("sets", file) for file in sorted(root.glob("sets/*.yaml"))]
    found += [(part, root / part / f"{part}.yaml") for part in ("styles", "templates")
              if (root / part / f"{part}.yaml").exists()]
    if len(found) > MOST_FILES:
        raw.findings.append(Finding("error", root.name, 0, 0, "too_many_files", {"most": MOST_FILES}))
    return found[:MOST_FILES]


def _read_head(raw: RawLibrary) -> None:
    file = raw.root / "library.yaml"
    if not file.exists():
        raw.findings.append(Finding("error", "library.yaml", 0, 0, "library_missing"))
        return
    node, findings = read_document(file, "library.yaml")
    raw.findings.extend(findings)
    if node is None:
        return
    report = Report("library.yaml")
    values = FILES["library"].check(node, "library.yaml", report)
    raw.findings.extend(report.findings)
    for name, value in (values or {}).items():
        if value is not None:
            setattr(raw, name, value)


def _read_part(raw: RawLibrary, part: str, file: Path, allow_http: bool) -> None:
    name = file.relative_to(raw.root).as_posix()
    node, findings = read_document(file, name)
    raw.findings.extend(findings)
    if node is None:
        return
    for row in _rows(part, node, name, raw.findings):
        report = Report(name)
        kind = FILES["set"] if part == "sets" else _row_kind(part)
        values = kind.check(row, name, report)
        if values is not None and not report.findings:
            _check_files(raw.root, values, row, report)
            _check_http(values, row, report, allow_http)
        if values is not None and part == "sets" and not report.findings:
            for layer, layer_node in zip(values["layers"], row.value["layers"].value):
                layer["line"] = layer_node.line
        raw.findings.extend(report.findings)
        if values is not None and not report.findings:
            raw.rows.append((part, values, name, row.line))


def _row_kind(part: str):
    kind = FILES[part]
    return kind.of if part == "layers" else kind.fields[part].kind.of


def _rows(part: str, node: Node, name: str, findings: List[Finding]) -> List[Node]:
    """Return the entries of a file; a set file is one entry."""
    if part == "sets":
        return [node]
    report = Report(name)
    where = node
    if part in ("styles", "templates"):
        if not isinstance(node.value, dict) or part not in node.value:
            FILES[part].check(node, name, report)
            findings.extend(report.findings)
            return []
        for key in node.value:
            if key != part:
                report.error(node.keys[key], "unknown_key", name=key)
        where = node.value[part]
    if not isinstance(where.value, list):
        report.error((where.line, where.column), "wrong_kind", name=part, expects="list")
    findings.extend(report.findings)
    return where.value if isinstance(where.value, list) else []


def _check_files(root: Path, values: dict, row: Node, report: Report) -> None:
    """Every file that an entry names is inside the library and exists."""
    wanted: List[Tuple[str, Node]] = []
    source = values.get("source") or {}
    if source.get("protocol") == "file" and not source["url"].startswith("data:"):
        wanted.append((source["url"], row.value["source"].value["url"]))
    if "file" in values:
        wanted.append((values["file"], row.value["file"]))
    if isinstance(values.get("files"), dict):
        wanted += [(path, row.value["files"].value[geometry]) for geometry, path in values["files"].items()]
    inside = root.resolve()
    for path, node in wanted:
        target = (root / path).resolve()
        if inside not in target.parents:
            report.error((node.line, node.column), "path_leaves", value=path)
        elif not target.is_file():
            report.error((node.line, node.column), "file_missing", value=path)


def _check_http(values: dict, row: Node, report: Report, allow_http: bool) -> None:
    url = (values.get("source") or {}).get("url", "")
    if url.startswith("http://") and not allow_http:
        node = row.value["source"].value["url"]
        report.error((node.line, node.column), "http_refused")


def assemble(raw: RawLibrary) -> Library:
    """Return the library of checked values; of two entries with one id the first counts."""
    parts: Dict[str, dict] = {"layers": {}, "sets": {}, "styles": {}, "templates": {}}
    findings = list(raw.findings)
    for part, values, file, line in raw.rows:
        origin = Origin(raw.id, file, line)
        key = values.get("id") or values.get("key")
        if key in parts[part]:
            first = parts[part][key].origin
            findings.append(Finding("error", file, line, 0, "duplicate_id",
                                    {"name": key, "other": f"{first.file}:{first.line}"}))
            continue
        parts[part][key] = MAKERS[part](values, origin)
    return Library(id=raw.id, title=Text(raw.title["sv"], raw.title["en"]), version=raw.version, contact=raw.contact,
                   root=raw.root, roots={raw.id: raw.root}, findings=tuple(findings), **parts)
