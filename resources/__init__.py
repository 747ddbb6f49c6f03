"""Data and art that ship with Primum."""
