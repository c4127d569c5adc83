"""A layer entry becomes a layer in the project, off the main thread."""
