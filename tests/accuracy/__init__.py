"""How well the text checks do on the labelled texts of ``tests/corpus``."""
