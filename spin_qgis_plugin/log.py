"""One log for all rooms: ordinary ``logging``, shown in QGIS's message log where there is one."""
from __future__ import annotations

import logging

NAME = "SPIN"


def logger(room: str) -> logging.Logger:
    """Return the logger of a room, for instance ``logger("maps")``."""
    return logging.getLogger(f"spin.{room}")


class QgisLogHandler(logging.Handler):
    """Passes log records on to the *SPIN* tab of QGIS's message log; safe from any thread."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record."""
        from qgis.core import Qgis, QgsApplication

        level = Qgis.MessageLevel.Info
        if record.levelno >= logging.ERROR:
            level = Qgis.MessageLevel.Critical
        elif record.levelno >= logging.WARNING:
            level = Qgis.MessageLevel.Warning
        log = QgsApplication.messageLog()
        if log is not None:
            log.logMessage(self.format(record), NAME, level, False)


class LogPart:
    """Connects the log to QGIS while the plugin is loaded."""

    def __init__(self) -> None:
        """Prepare; nothing is connected yet."""
        self._handler = QgisLogHandler()

    def install(self) -> None:
        """Connect."""
        root = logging.getLogger("spin")
        root.setLevel(logging.INFO)
        root.addHandler(self._handler)

    def remove(self) -> None:
        """Disconnect."""
        logging.getLogger("spin").removeHandler(self._handler)
