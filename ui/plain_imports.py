"""Python's own import, without what PySide6 does after each one."""

from __future__ import annotations

import builtins


def use_plain_imports() -> None:
    """Import from now on without PySide's hook, if PySide6 is loaded and has one.

    Importing PySide6 puts a hook around ``import`` that reads the source of every
    module imported later, to see whether it may switch on ``from __feature__ import
    snake_case``. Primum never does; the hook would take a tenth of a millisecond and
    the memory of its source for each of its modules, 30 ms of the start in all.
    """
    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain
