"""Tokens to palette, style sheet, fonts and icons."""
