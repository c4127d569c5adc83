"""A template, an area and layers become a layout, and the layout a checked file."""
