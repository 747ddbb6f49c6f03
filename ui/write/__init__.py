"""The writing screen."""
