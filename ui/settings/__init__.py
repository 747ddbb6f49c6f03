"""The settings screen: every change applies at once."""
