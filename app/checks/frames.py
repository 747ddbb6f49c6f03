"""What a sentence does to its reader: frames of who, what, how sure, how far and how soon.

The frames of ``frames.yaml`` are broad. They hold only in words that the author stands behind,
and a few of them, the hooks, reach from a question or a short sentence into the one after it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from app.checks.context import Context
from app.checks.grammar import UNLESS, Match
from app.checks.judge import Judged, judged_all
from app.checks.matches import read_text
from app.checks.pack import Pack
from app.checks.reading import Reading
from app.checks.rulebook import rulebook
from app.checks.scope import Scope, read_scope
from app.text.document import Document

_FILE = "frames."
_HOOK = "frames.hook_"
_SHORT = 7  # words of a sentence that may lean on the next one
_TELLING = 6  # words of a frame that says enough by itself
_FEW = 2  # sentences of a text that is too short to name its topic
_TOPIC = "{topic"
_ASIDE = "{aside"
_SOBER = "{sober"
# What may be said of a study or a law in the same breath as sober words.
_PLAIN_SPEECH = frozenset(("relative_risk", "causal_strength", "absolutes", "hype"))


@lru_cache(maxsize=2)
def _names(pack: Pack) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The frames that hold in one sentence, and the hooks."""
    names = [name for name in rulebook(pack).rules if name.startswith(_FILE)]
    return (
        tuple(name for name in names if not name.startswith(_HOOK)),
        tuple(name for name in names if name.startswith(_HOOK)),
    )


def framed(document: Document, context: Context, pack: Pack) -> Iterator[Judged]:
    """Where the frames hold in a text, as the rules of ``claims.yaml`` that they stand for."""
    scope = read_scope(document, pack, context.kind)
    plain, hooks = _names(pack)
    rows = judged_all(document, context, pack, plain)
    rows += _hooked(document, context, pack, scope, hooks)
    for row in rows:
        if not _half_quoted(document, scope, row.match):
            yield _as_claim(pack, row)


def promoting(
    document: Document, context: Context, pack: Pack, rows: list[Judged]
) -> Iterator[Judged]:
    """The claims among ``rows`` that stand in words about health, and not in sober ones.

    Hedges, advice to ask and talk of evidence in the same sentence or beside it tell
    information from promotion, whatever words it has in common with it.
    """
    if not rows:
        return
    reading = read_text(document, pack, context.kind).reading
    about = [reading.keys.get(index, set()) for index in range(len(document.sentences))]
    if len(about) > _FEW and not any(_TOPIC in found for found in about):
        return
    for row in rows:
        at = document.tokens[row.match.low].sentence
        if _ASIDE in about[at]:
            continue
        if _TOPIC not in about[at] and row.match.high - row.match.low < _TELLING:
            continue
        if _SOBER not in about[at] or row.rule.sub in _PLAIN_SPEECH:
            yield row


def _as_claim(pack: Pack, row: Judged) -> Judged:
    rule = rulebook(pack).rules.get(f"claims.{row.rule.sub}")
    return row if rule is None else Judged(rule, row.match, row.strength)


def _half_quoted(document: Document, scope: Scope, match: Match) -> bool:
    """Whether a quotation begins or ends inside the match: its words belong to two voices."""
    start = document.tokens[match.low].start
    end = document.tokens[match.high - 1].end
    return any(start < low < end or start < high < end for low, high in scope.quotes)


def _hooked(
    document: Document, context: Context, pack: Pack, scope: Scope, names: tuple[str, ...]
) -> Iterator[Judged]:
    """Where a hook holds over two sentences."""
    reading = _leaning(document, read_text(document, pack, context.kind).reading)
    if reading is None:
        return
    book = rulebook(pack)
    found = book.grammar.find(reading, _with_exceptions(names))
    for name in names:
        if name not in found:
            continue
        barred = found.get(name + UNLESS, ())
        rule = book.rules[name]
        for match in found.get(name, ()):
            if any(other.first < match.high and match.low < other.last for other in barred):
                continue
            if not scope.negated(match.low) and not scope.debunked(match):
                yield _as_claim(pack, Judged(rule, match, rule.strength))


@lru_cache(maxsize=2)
def _with_exceptions(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(names) | frozenset(name + UNLESS for name in names)


def _leaning(document: Document, reading: Reading) -> Reading | None:
    """The text with questions and short sentences read together with the sentence after them."""
    sentences = document.sentences
    joined: list[int] = []
    group = 0
    leans = False
    for index, span in enumerate(sentences):
        if index and not leans:
            group = index
        joined.append(group)
        text = document.plain[span.start : span.end]
        leans = text.rstrip("\"”’')» ").endswith("?") or len(text.split(None, _SHORT)) <= _SHORT
    if all(number == index for index, number in enumerate(joined)):
        return None
    return reading.joined([joined[token.sentence] for token in document.tokens])
