"""The one style sheet of the application, filled in from tokens and text size."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from string import Template

import resources
from ui.theme.tokens import Tokens

# 1 and 2 px lines stay hairlines at every text size; everything else grows with the text.
_LENGTH = re.compile(r"\b(\d+)px\b")
_HAIRLINE = 2

_FOLDER = Path(resources.__file__).parent / "themes"


@cache
def _template() -> str:
    return (_FOLDER / "base.qss").read_text(encoding="utf-8")


def sheet_for(tokens: Tokens, text_size: int) -> str:
    """The style sheet for ``tokens`` at ``text_size`` per cent."""

    def scaled(match: re.Match[str]) -> str:
        length = int(match.group(1))
        if length <= _HAIRLINE:
            return match.group(0)
        return f"{round(length * text_size / 100)}px"

    art = _FOLDER / ("dark" if tokens.dark else "light")
    return Template(_LENGTH.sub(scaled, _template())).substitute(tokens.colours, art=art.as_posix())
