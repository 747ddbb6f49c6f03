"""What no rule foresaw, and what a rule took for more than it is: whole sentences, as learned.

Rules speak first. Where none has spoken about a sentence, the classifier may: the whole sentence
is the finding then, to consider. Where a rule has spoken about a sentence that is quite unlike
the examples of its kind, what it found weighs less; it never falls silent.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from app.checks.citing import cites
from app.checks.context import Context
from app.checks.grammar import Match
from app.checks.judge import Judged
from app.checks.matches import read_text
from app.checks.pack import Pack
from app.checks.rulebook import Rule, rulebook
from app.checks.scope import read_scope
from app.checks.sentence_classifier import KINDS_OF_CLAIMS
from app.checks.sentence_features import sentence_bounds
from app.checks.sentence_scores import Scored, read_scores
from app.model.finding import Finding, Kind, Strength
from app.model.post import PostKind
from app.text.document import Document

STORY = "case_narrative"
TIE = "tie"
DISCLOSED = "disclosure"
UNLIKELY = -2.0
"""Below this score one story of six that rules heard was one, on texts that no rule had seen."""
_FAINT, _NEVER = -1.5, -2.5
"""Between these scores one of three findings of rules was right, and below them one of five."""
_CLAIM = "claim"
_PREFIX = "heard."
_REASON = "The sentence as a whole reads like this."
_WORDS = 3  # a shorter sentence says too little to be heard
# The label of a kind, and the rule whose words are said for it.
_SPOKEN = {
    Kind.CLAIM: (_CLAIM, ""),
    Kind.TONE: ("tone", "tone.jibe"),
    Kind.TESTIMONIAL: ("testimonial", "testimonials.praise"),
    Kind.ADVICE: ("advice", "replies.advice"),
    Kind.PATIENT_CONFIRMATION: ("patient_confirmation", "replies.patient_confirmation"),
    Kind.DM_INVITE: ("dm_invite", "replies.dm_invite"),
    Kind.DISCLOSURE_WEAK: ("disclosure_weak", "disclosure.weak_vague"),
    Kind.DISCLOSURE_MISSING: (TIE, "disclosure.tie"),
    Kind.EMERGENCY: ("emergency", "emergencies.emergency"),
    Kind.ADVERSE_EVENT: ("adverse_event", "emergencies.adverse_event"),
    Kind.NUMBER_WITHOUT_SOURCE: ("number", "numbers.soft_statistic"),
}
_ANYWHERE = frozenset((Kind.PATIENT_CONFIRMATION, Kind.ADVICE))
"""Kinds whose rules are about replies, and whose examples are about posts as well."""
_DOUBTED = frozenset(
    (
        *(Kind.CLAIM, Kind.TONE, Kind.TESTIMONIAL, Kind.ADVICE, Kind.PATIENT_CONFIRMATION),
        *(Kind.DM_INVITE, Kind.DISCLOSURE_WEAK, Kind.DISCLOSURE_MISSING),
    )
)


_CERTAIN = frozenset(("disclosure.interest", "disclosure.late", "tone.shouting"))
"""What records, places and letters say, whatever the words are like."""
_FILES = {Kind.CLAIM: ("claims.", "frames."), Kind.TONE: ("tone.",)}
_DENIABLE = frozenset(
    ("cure", "reversal", "guarantee", "certainty_prediction", "diagnosis_by_post", "instant")
)
"""Promises, which a sentence that begins with a denial does not make; boasts it may."""
_DENIALS = frozenset(("no", "none", "nothing", "nobody", "neither", "not"))
_HEAVY = frozenset((Strength.WARN, Strength.BLOCK))


def heard(
    document: Document, context: Context, pack: Pack, kind: Kind, found: Sequence[Judged] = ()
) -> list[Judged]:
    """Sentences that are like examples of a kind, but for those that ``found`` speaks of."""
    scored = read_scores(document, pack, context.kind)
    like = scored.like(_SPOKEN[kind][0])
    if not like:
        return []
    spoken = {document.tokens[row.match.low].sentence for row in found}
    settled = _settled(document, context, pack, kind)
    rows = []
    for sentence in _long_enough(document, like):
        if sentence in spoken or sentence in settled:
            continue
        rule = _rule(scored, sentence, pack, kind)
        if rule is None or not (rule.speaks(context.kind) or kind in _ANYWHERE):
            continue
        low, high = sentence_bounds(document)[sentence]
        if rule.sub in _DENIABLE and document.tokens[low].lower in _DENIALS:
            continue
        if rule.cited is None and cites(document, context, sentence):
            continue
        rows.append(Judged(rule, Match(low, high, low, high), Strength.WARN))
    return rows


def _settled(document: Document, context: Context, pack: Pack, kind: Kind) -> set[int]:
    """Sentences in which rules have met their words, and seen that they are not stood behind."""
    scope = read_scope(document, pack, context.kind)
    found = {index for index, sentence in enumerate(scope.sentences) if sentence.myth}
    files = _FILES.get(kind)
    if files is None:
        return found
    for name, matches in read_text(document, pack, context.kind).matches.items():
        if name.startswith(files):
            found.update(
                document.tokens[match.low].sentence for match in matches if scope.softened(match)
            )
    return found


def sentences_like(document: Document, pack: Pack, kind: PostKind, label: str) -> Iterator[int]:
    """The sentences that are like the examples of a label."""
    return _long_enough(document, read_scores(document, pack, kind).like(label))


def doubted(
    document: Document, context: Context, pack: Pack, findings: Iterable[Finding]
) -> Iterator[Finding]:
    """The findings, lighter where their sentences are unlike the examples of their kind."""
    places: list[tuple[int, int]] = []
    starts: list[int] = []
    ends: list[int] = []
    for finding in findings:
        certain = finding.kind not in _DOUBTED or finding.rule in _CERTAIN
        if certain or finding.strength not in _HEAVY:
            yield finding
            continue
        scored = read_scores(document, pack, context.kind)
        if not places:
            places = [document.to_source(*span) for span in document.sentences]
            starts, ends = [start for start, _ in places], [end for _, end in places]
        label = _SPOKEN[finding.kind][0]
        first = bisect_right(ends, finding.start)
        after = bisect_left(starts, finding.end, lo=first)
        score = max((scored.of(index, label) for index in range(first, after)), default=0.0)
        if score < _FAINT:
            finding = replace(finding, strength=_lighter(finding.strength, score))
        yield finding


def _lighter(strength: Strength, score: float) -> Strength:
    if score < _NEVER:
        return Strength.NOTE
    return Strength.WARN if strength is Strength.BLOCK else strength


def _long_enough(document: Document, sentences: Iterable[int]) -> Iterator[int]:
    """Those of the sentences that say enough to be heard."""
    bounds = sentence_bounds(document)
    for sentence in sentences:
        low, high = bounds[sentence]
        if sum(token.is_word for token in document.tokens[low:high]) >= _WORDS:
            yield sentence


def _rule(scored: Scored, sentence: int, pack: Pack, kind: Kind) -> Rule | None:
    name = _SPOKEN[kind][1] or _claim(scored, sentence)
    rule = rulebook(pack).rules.get(name)
    if rule is None:
        return None
    why = f"{rule.why} {_REASON}"
    return replace(rule, name=_PREFIX + rule.name, why=why, strength=Strength.WARN, replace={})


def _claim(scored: Scored, sentence: int) -> str:
    """The rule of the claim that a sentence is most like."""
    scores = scored.every(sentence)
    best = max(
        ((score, label) for label, score in scores.items() if label.startswith(KINDS_OF_CLAIMS)),
        default=(0.0, ""),
    )
    return f"claims.{best[1].removeprefix(KINDS_OF_CLAIMS)}"
