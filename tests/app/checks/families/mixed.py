"""Texts of many kinds for properties: sentences of the working corpus, with Markdown woven in."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from app.checks.context import Context
from app.model.post import Audience, PostKind

CORPUS = Path(__file__).parents[3] / "corpus" / "work.jsonl"
WRAPS = ("{}", "**{}**", "*{}*", "_{}_", "[{}](https://example.org/a_b)", "**_{}_**")
BLOCKS = ("{}", "- {}", "1. {}", "> {}", "# {}", "## {}", "- **Note:** {}", "> *{}*", "* {}")
TAILS = ("", " [@esc-af-2024]", " See [the page](https://example.org/a_b) for more.", " 🙂 👩‍⚕️")
JOINS = ("\n\n", " ", "\n")


@dataclass(frozen=True, slots=True)
class Row:
    """A text of the corpus with what it was written for."""

    text: str
    kind: PostKind
    audience: Audience
    country: str


@cache
def rows() -> tuple[Row, ...]:
    """The texts in which something is to be found; the others have nothing to replace."""
    found: list[Row] = []
    for line in CORPUS.read_text(encoding="utf-8").splitlines():
        said = json.loads(line)
        if said["kind"] != PostKind.INBOUND and not said["clean"]:
            found.append(
                Row(
                    said["text"],
                    PostKind(said["kind"]),
                    Audience(said.get("audience", "patients")),
                    said["country"],
                )
            )
    return tuple(found)


def context_of(row: Row) -> Context:
    """What the gate would know of it."""
    return Context(kind=row.kind, audience=row.audience, jurisdictions=(row.country,))


@st.composite
def woven(draw: st.DrawFn) -> tuple[str, Context]:
    """One to three texts of the corpus, each with emphasis or a link around some of its words."""
    chosen = draw(st.lists(st.sampled_from(rows()), min_size=1, max_size=3))
    join = draw(st.sampled_from(JOINS))
    parts = [_dressed(draw, row.text) for row in chosen]
    return join.join(parts), context_of(chosen[0])


def _dressed(draw: st.DrawFn, text: str) -> str:
    lines = text.split("\n")
    at = draw(st.integers(0, len(lines) - 1))
    words = lines[at].split(" ")
    low = draw(st.integers(0, len(words) - 1))
    high = draw(st.integers(low + 1, len(words)))
    wrap = draw(st.sampled_from(WRAPS))
    inner = " ".join(words[low:high])
    if inner.strip() and not set(inner) & set("*_[]()#@`"):
        words[low:high] = [wrap.format(inner)]
    lines[at] = (
        draw(st.sampled_from(BLOCKS)).format(" ".join(words)) if at == 0 else " ".join(words)
    )
    return "\n".join(lines) + draw(st.sampled_from(TAILS))
