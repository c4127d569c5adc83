"""One module a protocol: ``data_source(entry, context)`` builds the URI. A new protocol is a new file here."""
