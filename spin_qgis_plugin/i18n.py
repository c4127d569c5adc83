"""The user's language: one translation function with one context, and QGIS's own choice of language."""
from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from . import paths

CONTEXT = "SPIN"


def tr(text: str) -> str:
    """Return the text in the user's language; give it a literal, and ``.format()`` the result."""
    return QCoreApplication.translate(CONTEXT, text)


def language() -> str:
    """Return ``sv`` when QGIS runs in Swedish, else ``en``."""
    from qgis.core import QgsApplication

    return "sv" if QgsApplication.locale().lower().startswith("sv") else "en"


class TranslationPart:
    """Installs the compiled translation for QGIS's language."""

    def __init__(self) -> None:
        """Prepare; the file is read by :meth:`install`."""
        self._translator = None

    def install(self) -> None:
        """Load ``spin_<language>.qm``; English needs none, its texts are the source."""
        file = paths.translations() / f"spin_{language()}.qm"
        if not file.exists():
            return
        translator = QTranslator()
        if translator.load(str(file)):
            QCoreApplication.installTranslator(translator)
            self._translator = translator

    def remove(self) -> None:
        """Take the translation away again."""
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None
