"""A parsed copy of each library, so that YAML is read only when a file has changed. Pure Python."""
from __future__ import annotations

import json
import os
import zlib
from dataclasses import asdict
from pathlib import Path
from typing import List, Optional, Sequence

from ..log import logger
from .entries import Library
from .findings import Finding
from .overlay import overlay
from .reader import RawLibrary, assemble, read_raw

FORMAT = 1
"""Raised when entries change shape; an older copy is then read anew."""


def read_cached(roots: Sequence[Path], cache_folder: Path, allow_http: bool = False) -> Library:
    """Return the first library with the others laid over it, from parsed copies where these are fresh.

    A copy that is missing, broken or out of date is ignored and written anew; one that can't be written is only
    noted in the log.
    """
    libraries = [assemble(_raw(Path(root), Path(cache_folder), allow_http)) for root in roots]
    return overlay(libraries[0], *libraries[1:])


def _raw(root: Path, folder: Path, allow_http: bool) -> RawLibrary:
    copy = folder / f"library-{zlib.crc32(str(root).encode('utf-8')):08x}.json"
    stamp = _stamp(root, allow_http)
    raw = _read_copy(copy, root, stamp)
    if raw is None:
        raw = read_raw(root, allow_http)
        _write_copy(copy, raw, stamp)
    return raw


def _stamp(root: Path, allow_http: bool) -> list:
    """Return what changes when any file of the library changes: names, sizes and times of all its files."""
    rows: List[list] = []
    for folder in ("", "layers", "sets", "styles", "templates", "data"):
        try:
            with os.scandir(root / folder) as found:
                for file in found:
                    if file.is_file():
                        facts = file.stat()
                        rows.append([f"{folder}/{file.name}", facts.st_size, facts.st_mtime_ns])
        except OSError as error:
            rows.append([folder, -1, type(error).__name__])
    return [FORMAT, str(root), allow_http, sorted(rows, key=str)]


def _read_copy(copy: Path, root: Path, stamp: list) -> Optional[RawLibrary]:
    try:
        content = json.loads(copy.read_text(encoding="utf-8"))
        if content["stamp"] != stamp:
            return None
        raw = RawLibrary(root=root, rows=[tuple(row) for row in content["rows"]], **content["head"])
        raw.findings = [Finding(**finding) for finding in content["findings"]]
        assemble(raw)
        return raw
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        logger("library").info("The parsed copy %s is not used: %s", copy.name, error)
        return None


def _write_copy(copy: Path, raw: RawLibrary, stamp: list) -> None:
    content = {
        "stamp": stamp, "rows": raw.rows, "findings": [asdict(finding) for finding in raw.findings],
        "head": {"id": raw.id, "title": raw.title, "version": raw.version, "contact": raw.contact},
    }
    beside = copy.with_name(f"{copy.name}.{os.getpid()}.part")
    try:
        copy.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        os.replace(str(beside), str(copy))
    except OSError as error:
        logger("library").warning("The parsed copy of %s could not be written: %s", raw.id, error)
