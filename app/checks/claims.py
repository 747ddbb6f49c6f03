"""Claims that mislead: promises, cures, boasts, fear, bait, as claims.yaml lists them."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.boast import boasts
from app.checks.context import Context
from app.checks.cues import more
from app.checks.evidence import CAUSAL, overstated, softer
from app.checks.frames import framed, promoting
from app.checks.heard import heard
from app.checks.inflect import like, word_set
from app.checks.judge import joined, judged_all, said
from app.checks.matches import calls_for_help
from app.checks.pack import Pack
from app.checks.rulebook import rulebook
from app.model.finding import Finding, Kind
from app.model.post import PostKind
from app.text.document import Document

_FILE = "claims."
_ABSOLUTES = "claims.absolutes"
_URGENCY = "claims.fear_urgency"
_BASES = word_set("to will can could may might would should must'll cannot") | {"'ll"}


def find(document: Document, context: Context, pack: Pack) -> Iterator[Finding]:
    """Claims in posts and replies, one finding for each stretch of words and kind of claim."""
    if context.kind is PostKind.INBOUND:
        return
    names = [name for name in rulebook(pack).rules if name.startswith(_FILE)]
    if calls_for_help(document, context, pack):
        names.remove(_URGENCY)
    found = judged_all(document, context, pack, names)
    found += [row for row in framed(document, context, pack) if row.rule.name in names]
    found = list(promoting(document, context, pack, found))
    found += overstated(document, context, pack)
    found += more(document, context, pack, Kind.CLAIM, found)
    found += heard(document, context, pack, Kind.CLAIM, found)
    names += sorted({row.rule.name for row in found} - set(names))
    # A study that cannot show cause says more about "proves" than the word alone.
    names.insert(names.index(_ABSOLUTES), CAUSAL)
    for row in joined(document, found, names):
        if row.rule.name == CAUSAL:
            yield softer(document, context, pack, row)
            continue
        finding = said(document, row.rule, row.match, Kind.CLAIM, row.strength)
        yield _with_words(document, finding) if finding.sub == "cure" else finding
    yield from boasts(document, context, pack)


def _with_words(document: Document, finding: Finding) -> Finding:
    """A cure that is only a verb and its object can be said as help."""
    from dataclasses import replace

    words = finding.quote.split()
    if finding.suggestions or len(words) < 2 or words[0].lower() not in ("cures", "cure"):
        return finding
    rest = " ".join(words[1:])
    if any(sign in rest for sign in "*_`[](){}<>") or "\n" in finding.quote:
        return finding
    before = document.source[max(0, finding.start - 12) : finding.start].lower().split()
    base = bool(before) and before[-1] in _BASES
    if words[0].lower() == "cure" and not base:
        return finding
    return replace(
        finding, suggestions=(like(words[0], "help treat " if base else "can help treat ") + rest,)
    )
