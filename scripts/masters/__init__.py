"""The boxes of the map templates, one module a template; used by ``scripts/build_templates.py``."""
