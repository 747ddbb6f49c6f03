"""The networks: how each counts, limits and shows a text."""
