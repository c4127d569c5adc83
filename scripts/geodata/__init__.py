"""Makes the bundled geodata from public sources; used by ``scripts/build_areas.py`` and ``scripts/build_base.py``."""
