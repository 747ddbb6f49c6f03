"""Dialogs: records, dates, export, questions."""
