"""A layer entry made into what QGIS needs to open it: provider and URI. No network, no disk."""
from __future__ import annotations

import importlib
from dataclasses import dataclass
from pathlib import Path
from typing import List, Optional, Tuple

from ..areas.area import NORTH, Area
from ..areas.catalogue import Catalogue
from ..library.entries import LayerEntry


class SourceFault(Exception):
    """The entry can't be opened; the text says why and what to do."""


@dataclass(frozen=True)
class DataSource:
    """Provider key, URI and ``vector`` or ``raster``."""

    provider: str
    uri: str
    kind: str


@dataclass(frozen=True)
class SourceContext:
    """What a protocol needs besides the entry: the library's folder, the area, the authentication's id."""

    folder: Path
    area: Optional[Area] = None
    catalogue: Optional[Catalogue] = None
    auth_id: str = ""

    def codes(self, level: str) -> Tuple[str, ...]:
        """Return the codes of a level (region, municipality, fa, code) that the area is or consists of.

        Without an area, or with a drawn rectangle, nothing is cut; what is an outline by itself (``code``) is
        then the north's.
        """
        area = self.area
        if area is None or area.level == "extent":
            return (NORTH,) if level == "code" else ()
        if level == "code":
            return (area.code,)
        if level == area.level:
            return (area.code,)
        members = self.catalogue.members(area) if self.catalogue is not None else []
        if level == "municipality":
            return tuple(member.code for member in members) or ((area.code,) if area.level == level else ())
        if level == "region":
            regions = {member.region for member in members if member.region} or {area.region}
            return tuple(sorted(code for code in regions if code))
        if level == "fa" and area.code != NORTH and self.catalogue is not None:
            inside = {member.code for member in members}
            return tuple(fa.code for fa in self.catalogue.all("fa") if inside & set(fa.members))
        return ()


def data_source(entry: LayerEntry, context: SourceContext) -> DataSource:
    """Return provider and URI of an entry. Raises :class:`SourceFault`."""
    try:
        protocol = importlib.import_module(f"{__package__}.protocols.{entry.source.protocol}")
    except ModuleNotFoundError as error:
        from ..i18n import tr

        raise SourceFault(tr(
            "This version of SPIN can't open the protocol {protocol} yet. Ask the steward for another source.").format(
            protocol=entry.source.protocol)) from error
    return protocol.data_source(entry, context)


def condition(entry: LayerEntry, context: SourceContext) -> str:
    """Return the condition that cuts the data to the area, empty for none.

    Written with ``=``, ``OR`` and ``LIKE`` only: QGIS asks a WFS for these, while an ``IN`` is silently left out
    (measured on 3.22). Whole regions are asked for by the first two digits of a municipality's code, which
    keeps the address short.
    """
    if entry.area_filter is None:
        return ""
    level, name = entry.area_filter.level, entry.area_filter.field
    if level == "municipality" and context.area is not None and context.area.level in (NORTH, "region"):
        return " OR ".join(f"\"{name}\" LIKE '{code}%'" for code in context.codes("region"))
    return " OR ".join(f"\"{name}\" = '{code}'" for code in context.codes(level) if code.isalnum())


def both(*conditions: Optional[str]) -> str:
    """Return conditions joined by AND, the empty ones left out."""
    given: List[str] = [one for one in conditions if one]
    return given[0] if len(given) == 1 else " AND ".join(f"({one})" for one in given)
