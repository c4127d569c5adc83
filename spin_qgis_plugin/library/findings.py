"""What is wrong in a library: file, line, column, and in plain words what is expected. Pure Python."""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Dict, Tuple

MESSAGES: Dict[str, Tuple[str, str]] = {
    "file_unreadable": ("Filen kan inte läsas ({reason}).", "The file can't be read ({reason})."),
    "file_too_large": ("Filen är {size} kB; högst {most} kB läses. Dela upp den i flera filer.",
                       "The file is {size} kB; at most {most} kB is read. Divide it into several files."),
    "not_utf8": ("Filen är inte sparad som UTF-8. Spara om den som UTF-8.",
                 "The file is not saved as UTF-8. Save it again as UTF-8."),
    "yaml_syntax": ("Här tar det stopp: {reason}. Kontrollera indrag, kolon och citattecken på raden och raden före.",
                    "It can't be read on from here: {reason}. Check indents, colons and quotes on this line and the "
                    "one before."),
    "yaml_tag": ("Märket ”{tag}” används inte i ett bibliotek. Ta bort det.",
                 "The tag “{tag}” is not used in a library. Remove it."),
    "yaml_alias": ("Ankare och alias (& och *) används inte i ett bibliotek. Skriv ut innehållet.",
                   "Anchors and aliases (& and *) are not used in a library. Write the content out."),
    "yaml_depth": ("Filen har fler än {most} nivåer av indrag. Det är säkert ett misstag.",
                   "The file has more than {most} levels of indent. That must be a mistake."),
    "yaml_many_documents": ("Filen innehåller flera dokument (---). Lägg dem i var sin fil.",
                            "The file holds several documents (---). Put them in one file each."),
    "empty_file": ("Filen är tom.", "The file is empty."),
    "duplicate_key": ("”{name}” står två gånger. Behåll ett.", "“{name}” is written twice. Keep one."),
    "unknown_key": ("”{name}” är okänt.", "“{name}” is unknown."),
    "unknown_key_near": ("”{name}” är okänt; menade du ”{near}”?", "“{name}” unknown, did you mean “{near}”?"),
    "missing_key": ("”{name}” saknas ({expected}).", "“{name}” is missing ({expected})."),
    "wrong_kind": ("”{name}” ska vara {expected}.", "“{name}” should be {expected}."),
    "bad_value": ("”{value}” går inte i ”{name}”; det ska vara {expected}.",
                  "“{value}” does not do in “{name}”; it should be {expected}."),
    "bad_value_near": ("”{value}” går inte i ”{name}”; menade du ”{near}”?",
                       "“{value}” does not do in “{name}”, did you mean “{near}”?"),
    "path_leaves": ("”{value}” leder ut ur biblioteket. Lägg filen i biblioteket och skriv sökvägen därifrån.",
                    "“{value}” leads out of the library. Put the file in the library and write its path from there."),
    "file_missing": ("Filen ”{value}” finns inte i biblioteket.", "The file “{value}” is not in the library."),
    "http_refused": ("Adressen börjar inte med https://. Okrypterade adresser måste tillåtas i inställningarna.",
                     "The address does not begin with https://. Unencrypted addresses must be allowed in the "
                     "settings."),
    "secret": ("Här ser det ut att stå ett lösenord eller en nyckel. Lägg den i QGIS autentisering och skriv bara "
               "konfigurationens namn i ”auth”.",
               "This looks like a password or key. Put it in QGIS's authentication and write only the "
               "configuration's name in “auth”."),
    "duplicate_id": ("”{name}” finns redan i {other}. Den första gäller.",
                     "“{name}” exists already in {other}. The first one counts."),
    "unknown_style": ("Det finns ingen stil ”{name}”.{near}", "There is no style “{name}”.{near}"),
    "unknown_entry": ("Det finns inget lager ”{name}”; resten av uppsättningen laddas.{near}",
                      "There is no layer “{name}”; the rest of the set is loaded.{near}"),
    "unknown_template": ("Det finns ingen mall ”{name}”.{near}", "There is no template “{name}”.{near}"),
    "unknown_set": ("Det finns ingen uppsättning ”{name}”.{near}", "There is no set “{name}”.{near}"),
    "empty_set": ("Uppsättningen har inget lager kvar och visas inte.",
                  "The set has no layer left and is not shown."),
    "library_missing": ("Mappen är inget bibliotek: library.yaml saknas.",
                        "The folder is not a library: library.yaml is missing."),
    "folder_missing": ("Mappen finns inte eller kan inte nås. Kontrollera adressen och nätverket.",
                       "The folder does not exist or can't be reached. Check the address and the network."),
    "too_many_files": ("Biblioteket har fler än {most} filer; resten läses inte.",
                       "The library has more than {most} files; the rest is not read."),
}
"""code → Swedish, English. A steward reads these, so each says what to do."""

EXPECTED: Dict[str, Tuple[str, str]] = {
    "text": ("text på svenska och engelska: {{sv: …, en: …}}", "text in Swedish and English: {{sv: …, en: …}}"),
    "string": ("text", "text"),
    "id": ("ett id: små bokstäver a–z, siffror och _, med en bokstav först, högst 64 tecken",
           "an id: small letters a–z, digits and _, a letter first, at most 64 characters"),
    "integer": ("ett heltal från {low} till {high}", "a whole number from {low} to {high}"),
    "number": ("ett tal från {low} till {high}", "a number from {low} to {high}"),
    "boolean": ("true eller false", "true or false"),
    "choice": ("något av {choices}", "one of {choices}"),
    "list": ("en lista (rader som börjar med -)", "a list (lines that begin with -)"),
    "map": ("fält med namn och värde (namn: värde)", "named fields (name: value)"),
    "path": ("en fil i biblioteket som slutar på {ending}", "a file in the library ending in {ending}"),
    "url": ("en adress", "an address"),
    "pair": ("två tal, bredd och höjd i mm", "two numbers, width and height in mm"),
    "not_empty": ("minst en rad", "at least one line"),
    "crs": ("ett koordinatsystem som EPSG:3006", "a coordinate system such as EPSG:3006"),
}
"""What a field expects: Swedish, English."""


@dataclass(frozen=True)
class Finding:
    """One fault in a library. ``line`` and ``column`` count from 1; 0 means the file as a whole.

    An *error* leaves the entry (or file) out; a *warning* does not.
    """

    severity: str
    file: str
    line: int
    column: int
    code: str
    params: dict = field(default_factory=dict)

    def text(self, language: str) -> str:
        """Return ``file:line:column: words`` in ``sv`` or ``en``."""
        which = 1 if language == "en" else 0
        params = dict(self.params)
        expected = params.pop("expects", None)
        if expected is not None:
            params["expected"] = EXPECTED[expected][which].format(**params)
        if "near_words" in params:
            near = params.pop("near_words")
            params["near"] = (f" Menade du ”{near}”?" if which == 0 else f" Did you mean “{near}”?") if near else ""
        where = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        return f"{where}: {MESSAGES[self.code][which].format(**params)}"
