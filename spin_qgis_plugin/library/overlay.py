"""Libraries laid over each other: what a shared one holds replaces the bundled by id. Pure Python."""
from __future__ import annotations

from dataclasses import replace
from typing import Dict, List

from .entries import Library, SetEntry
from .findings import Finding
from .kinds import nearest


def overlay(bundled: Library, *shared: Library) -> Library:
    """Return one library; later ones win by id, and every entry's origin says where it came from.

    References between entries are checked here, since a shared set may use bundled layers: a set loses only
    the layers that do not exist.
    """
    parts: Dict[str, dict] = {}
    for part in ("layers", "sets", "styles", "templates"):
        parts[part] = {}
        for library in (bundled, *shared):
            parts[part].update(getattr(library, part))
    roots = {name: root for library in (bundled, *shared) for name, root in library.roots.items()}
    findings: List[Finding] = [finding for library in (bundled, *shared) for finding in library.findings]
    merged = replace(bundled, roots=roots, **parts)
    sets = {key: _checked_set(entry, merged, findings) for key, entry in merged.sets.items()}
    _check_layers(merged, findings)
    _check_templates(merged, findings)
    return replace(merged, sets={key: entry for key, entry in sets.items() if entry.layers}, findings=tuple(findings))


def _warn(findings: List[Finding], origin, line: int, code: str, name: str, offered) -> None:
    findings.append(Finding("warning", origin.file, line or origin.line, 0, code,
                            {"name": name, "near_words": nearest(name, offered) or ""}))


def _checked_set(entry: SetEntry, library: Library, findings: List[Finding]) -> SetEntry:
    kept = []
    for layer in entry.layers:
        if layer.entry not in library.layers:
            _warn(findings, entry.origin, layer.line, "unknown_entry", layer.entry, library.layers)
            continue
        if layer.style and layer.style not in library.styles:
            _warn(findings, entry.origin, layer.line, "unknown_style", layer.style, library.styles)
            layer = replace(layer, style=None)
        kept.append(layer)
    if not kept:
        findings.append(Finding("error", entry.origin.file, entry.origin.line, 0, "empty_set"))
    for key in entry.templates:
        if key not in library.templates:
            _warn(findings, entry.origin, 0, "unknown_template", key, library.templates)
    return replace(entry, layers=tuple(kept),
                   templates=tuple(key for key in entry.templates if key in library.templates))


def _check_layers(library: Library, findings: List[Finding]) -> None:
    for entry in library.layers.values():
        if entry.style and entry.style not in library.styles:
            _warn(findings, entry.origin, 0, "unknown_style", entry.style, library.styles)


def _check_templates(library: Library, findings: List[Finding]) -> None:
    for entry in library.templates.values():
        if entry.base_set and entry.base_set not in library.sets:
            _warn(findings, entry.origin, 0, "unknown_set", entry.base_set, library.sets)
