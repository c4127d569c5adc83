"""Faces: toolbar, area chooser, first start and options page. No logic of their own."""
