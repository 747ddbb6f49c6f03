"""How far an author stands behind her words: denial, question, quotation, myth, report."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from app.checks.grammar import Match
from app.checks.inflect import word_set
from app.checks.matches import read_text
from app.checks.pack import Pack
from app.checks.reading import Reading
from app.model.post import PostKind
from app.text.document import Document
from app.text.spans import Token

_NEGATIONS = word_set(
    "no not never cannot can't don't doesn't didn't isn't aren't wasn't weren't won't "
    "wouldn't couldn't shouldn't mustn't hasn't haven't hadn't nor neither without nothing "
    "hardly rarely seldom nobody none unlikely ain't nowhere"
)
_NO_NEGATION = word_set("only just wonder doubt matter question longer exceptions")
_ASKS = word_set("ask asks asked asking wonder wonders wondered know knows see sure unclear test")
_OPENERS = word_set("no none neither never nothing nobody not")
_ENDS_DENIAL = word_set("but just only is are was : ;")
_OPENING = 9  # words that "No detox, juice or cleanse ..." reaches over its list
_WITHIN = 4  # words that a denial reaches forward
_STOPS = frozenset(",;:.!?()—–")
_MYTH = re.compile(
    r"^\W*(?:(?:common |popular |busting |the |heart |another |big )*(?:myths?|fictions?|false|"
    r"misconceptions?|claims?|hype|rumou?r|mythos|irrtum)\b[^.!?\n]{0,30}[:–—-]|❌|🚫|✗|✘)",
    re.IGNORECASE,
)
# One of these is in every text that states a myth as one; few have any.
_MYTH_WORDS = ("myth", "fiction", "false", "misconc", "claim", "hype", "rumo", "irrtum", *"❌🚫✗✘")
_FACT = re.compile(
    r"^\W*(?:(?:the |actual )*(?:facts?|truth|reality|evidence|answer|fakt|really)\b"
    r"[^.!?\n]{0,20}[:–—-]|✅|✔|☑)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“„«]([^“”„«»\n]{1,400})[”“»]|(?<!\w)\"([^\"\n]{1,400})\"(?!\w)|"
                     r"(?<![\w’'])[‘']([^‘’'\n]{3,200})[’'](?!\w)")  # fmt: skip
_OFFERS = re.compile(
    r"^\W*(?:so |and |but )?(?:(?:do |are |would |have )?you (?:want|like|wish|ready|tired|fed up|"
    r"sick of|struggling|worried|had enough|dream|need|looking|still|know that|suffer)|want|ready|"
    r"tired|fed up|sick of|looking|struggling|worried|suffering|imagine|what if|why (?:wait|settle|"
    r"suffer|live|put up|risk|not|pay|take|pop|swallow|spend)|who (?:else )?(?:wants|needs|says)|"
    r"interested|fancy|did you know|care to|how would|need|got|isn't it time|isn’t it time|"
    r"wouldn't you|wouldn’t you|don't you|don’t you|would you rather|dreaming|who wouldn|"
    r"who needs|what (?:have|do) you (?:got |have )?to lose|what have you got|will you(?:r)?\b|"
    r"how much longer|how long will|do you really)",
    re.IGNORECASE,
)

_TAGGED = re.compile(
    r"(?:, ?(?:right|eh|no|correct|huh|yes|ok|okay|is it|are they|(?:is|are|does|do|was|were|has|"
    r"have|did|"
    r"ca|wo|would|could|should)n['’]t (?:it|they|he|she|we|you|that|there))|"
    r",? so (?:why|who|what)\b[^?]{0,60}|don['’]t you think)\?[\"”’')]*\s*$",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(
    r"^\W*(?:if|when|whenever|anyone|any|beware|be (?:wary|careful|sceptical|skeptical)|"
    r"watch out|avoid|"
    r"ignore|don['’]t|do not|never|whoever|posts? that|ads? that|steer|some|people who)\b",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"^\W*(?:(?:sadly|sorry|but|in fact|actually|well|spoiler:?),? )*(?:(?:it|they|that|this|"
    r"these|there|he|she|we|you) "
    r"(?:does|do|did|is|are|was|were|has|have|can|could|will|would|should)(?:n['’]t| not|not)\b|"
    r"(?:it|they|that|this) (?:never|cannot)\b|"
    r"(?:no|nope|nein|wrong|false|untrue|rubbish|nonsense|not (?:true|so|quite|really|even close|"
    r"at all))\b"
    r"[^\w]|not true|please (?:don['’]t|do not)|i (?:don['’]t|do not) (?:buy|believe|agree|"
    r"recommend|think)|"
    r"there is no evidence|no (?:food|supplement|treatment|study|trial|evidence|doctor|one|pill|"
    r"drug)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is true of a whole sentence.

    Attributes:
        asked: a true question, not an offer dressed as one.
        myth: stated as a myth.
        debunked: it says that something is wrong.
        reported: somebody else says it.
        supposed: it begins with "if", "beware" or the like.
        denies: it is the short "It does not." that puts right what the one before it reports.
    """

    asked: bool
    myth: bool
    debunked: bool
    reported: bool
    supposed: bool
    denies: bool


@dataclass(frozen=True, slots=True, eq=False)
class Scope:
    """The stance of a text, sentence by sentence; see ``softened``."""

    tokens: tuple[Token, ...]
    reading: Reading
    sentences: tuple[Sentence, ...]
    quotes: tuple[tuple[int, int], ...]
    """Stretches in quotation marks or quotation blocks, in plain coordinates."""

    def quoted(self, start: int, end: int) -> bool:
        """Whether a plain stretch stands inside quotation marks or a quotation."""
        index = bisect_right(self.quotes, (start, 1 << 60)) - 1
        return index >= 0 and self.quotes[index][1] >= end

    def negated(self, first: int) -> bool:
        """Whether the words that begin at token ``first`` are denied by the words before."""
        low = self.reading.bounds[first][0] if first < len(self.reading.bounds) else 0
        tokens = self.tokens
        steps, at = 0, first - 1
        while at >= low and steps < _WITHIN:
            word = tokens[at].lower
            if word in _STOPS:
                break
            if word in _NEGATIONS:
                following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
                return following not in _NO_NEGATION
            steps += 1
            at -= 1
        return first - low <= _OPENING and self._list_denied(low, first)

    def _list_denied(self, low: int, first: int) -> bool:
        """Whether the sentence begins with a denial whose list runs up to the words."""
        if low >= first or self.tokens[low].lower not in _OPENERS:
            return False
        between = [token.lower for token in self.tokens[low + 1 : first]]
        if any(word in _ENDS_DENIAL for word in between):
            return False
        near = [token.lower for token in self.tokens[low + 1 : first + _WITHIN]]
        return "," not in between or "or" in near or "and" in near or "nor" in near

    def asked(self, first: int) -> bool:
        """Whether the words stand in a question or under "whether"."""
        if self.sentences[self.tokens[first].sentence].asked:
            return True
        low = self.reading.bounds[first][0]
        before = [self.tokens[at].lower for at in range(max(low, first - 8), first)]
        if "whether" in before:
            return True
        return "if" in before and not _ASKS.isdisjoint(before[: before.index("if")])

    def debunked(self, match: Match) -> bool:
        """Whether the author reports or repeats the words without standing behind them."""
        index = self.tokens[match.first].sentence
        sentence = self.sentences[index]
        if sentence.myth or self._wrong(index, match):
            return True
        start, end = self.tokens[match.low].start, self.tokens[match.high - 1].end
        after = self.sentences[index + 1] if index + 1 < len(self.sentences) else None
        put_right = after is not None and (after.debunked or after.denies)
        before = self.sentences[index - 1] if index else None
        if before is not None and before.debunked and (before.reported or self.quoted(start, end)):
            return True
        if self.quoted(start, end) and not self._all_quoted(index, start, end):
            return True
        return sentence.reported and (sentence.supposed or put_right or sentence.debunked)

    def _all_quoted(self, index: int, start: int, end: int) -> bool:
        """Whether the quotation is all there is: then it is the message, not its subject."""
        place = bisect_right(self.quotes, (start, 1 << 60)) - 1
        low, high = self.quotes[place]
        first, last = self.tokens[0].start, self.tokens[-1].end
        return high - low > 0.6 * (last - first)

    def _wrong(self, index: int, match: Match) -> bool:
        """Whether the sentence says, in words outside the match, that it is wrong."""
        if not self.sentences[index].debunked:
            return False
        low, high = self.reading.bounds[match.first]
        return any(
            key == "{debunk" and (at < match.low or at >= match.high)
            for at in range(low, high)
            for key in self.reading.keys_at(at)
        )

    def softened(self, match: Match) -> bool:
        """Whether the words are denied, asked, or repeated to be put right."""
        return self.negated(match.low) or self.asked(match.low) or self.debunked(match)


@lru_cache(maxsize=16)
def read_scope(document: Document, pack: Pack, kind: PostKind = PostKind.POST) -> Scope:
    """The stance of a text; remembered for the last few."""
    text_read = read_text(document, pack, kind)
    classes = text_read.classes
    myths = _myths(document)
    sentences: list[Sentence] = []
    reported = False
    for index, span in enumerate(document.sentences):
        text = document.plain[span.start : span.end]
        asked = (
            text.rstrip("\"”’')» ").endswith("?")
            and not _OFFERS.match(text)
            and not _TAGGED.search(text)
        )
        found = classes[index]
        follows, reported = reported, "{report" in found and "{third_person" in found
        sentences.append(
            Sentence(
                asked,
                myths[index],
                "{debunk" in found,
                reported,
                bool(_SUPPOSED.match(text)),
                follows and bool(_DENIES.match(text)),
            )
        )
    return Scope(document.tokens, text_read.reading, tuple(sentences), _quotes(document))


def _myths(document: Document) -> list[bool]:
    """For each sentence whether it stands under a "Myth:" and above its "Fact:"."""
    plain, state, block_end = document.plain, False, -1
    lower = plain.lower()
    if not any(word in lower for word in _MYTH_WORDS):
        return [False] * len(document.sentences)
    starts = [block.start for block in document.blocks]
    marks: list[bool] = []
    for span in document.sentences:
        text = plain[span.start : span.end]
        if _MYTH.match(text):
            state = True
            index = bisect_right(starts, span.start) - 1
            block_end = document.blocks[index].end if index >= 0 else span.end
        elif _FACT.match(text) or (state and span.start >= block_end):
            state = False
        marks.append(state and not _fact_inside(text))
    return marks


def _fact_inside(text: str) -> bool:
    lower = text.lower()
    return " fact:" in lower and not lower.startswith("myth")


def _quotes(document: Document) -> tuple[tuple[int, int], ...]:
    plain = document.plain
    found = [(block.start, block.end) for block in document.blocks if block.kind.value == "quote"]
    if any(sign in plain for sign in "“„«\"‘'"):
        found.extend(match.span() for match in _QUOTED.finditer(plain))
    return tuple(sorted(found))
