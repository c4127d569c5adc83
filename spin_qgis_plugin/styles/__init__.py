"""A standard style on a layer, and the font it needs."""
