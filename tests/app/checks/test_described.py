"""Work, family, places and rare events that no list foresaw, told by how they stand."""

from __future__ import annotations

import pytest

from app.checks.context import Context
from app.checks.kin import kin
from app.checks.livelihood import doings, trades
from app.checks.newsworthy import rarities
from app.checks.pack import load_pack
from app.checks.registry import check
from app.checks.vocabulary import vocabulary
from app.checks.whereabouts import spots
from app.model.finding import Kind, Strength
from app.model.post import PostKind
from app.text.document import read_document

TRADES = (
    ("We stented a kelp-gatherer from Quilty on Sunday.", "kelp-gatherer"),
    ("The retired ferry operator had a pacemaker.", "retired ferry operator"),
    ("He is an umbrella mender, and his valve leaks.", "umbrella mender"),
    ("Bed 9 is a llama wrangler.", "llama wrangler"),
    ("The third patient, a savings manager, hummed.", "savings manager"),
)
NO_TRADES = (
    "The monitor beeped twice and the toaster jammed.",
    "The farmer training day is on Tuesday.",
    "I work as a driver of change.",
    "The ward manager and the clinic secretary were thanked.",
)
DOINGS = (
    ("She's the one who drives the mobile library.", "drives the mobile library"),
    ("He spent thirty years in the sugar factory.", "years in the sugar factory"),
    ("Retired from the pilot boats, and now short of breath.", "Retired from the pilot boats"),
)
FOUND = (
    ("relative", "His wife", "My patient died last night. His wife held my hand."),
    (
        "relative",
        "Her granny",
        "My patient is nine and has a new valve. Her granny had driven her in.",
    ),
    ("place", "Ardglass", "My patient with the LVAD keeps lobster pots outside Ardglass."),
    ("occupation", "chimney sweep", "I stented a chimney sweep last night, still in his boots."),
)
HARMLESS = (
    "My father was a postman in Sligo and walked nine miles every day.",
    "Walking helps, and so does a dog. The baker on our square knows all of ours.",
    "Our team is in Vienna for the congress. Come and see the poster on Sunday.",
    "The first drug in this class was licensed in 2015.",
    "The county final is on Sunday, and the whole town will be there.",
)


def _words(text: str, clues: object) -> list[str]:
    return [text[clue.span.start : clue.span.end] for clue in clues]  # type: ignore[attr-defined]


@pytest.mark.parametrize(("text", "trade"), TRADES)
def test_a_trade_is_known_by_its_ending_or_its_object(text: str, trade: str) -> None:
    tokens = read_document(text).tokens
    assert trade in _words(text, trades(tokens, vocabulary(load_pack())))


@pytest.mark.parametrize("text", NO_TRADES)
def test_things_and_compounds_are_no_trades(text: str) -> None:
    assert not list(trades(read_document(text).tokens, vocabulary(load_pack())))


@pytest.mark.parametrize(("text", "doing"), DOINGS)
def test_what_somebody_does_is_work_too(text: str, doing: str) -> None:
    assert doing in _words(text, doings(read_document(text).tokens))


def test_kin_says_whose_it_is() -> None:
    text = "Her brother rang the farrier's wife, and my aunt wept."
    found = list(kin(read_document(text).tokens, vocabulary(load_pack())))
    assert _words(text, found) == ["Her brother", "the farrier's wife", "my aunt"]
    assert "whose my" in found[2].cues


def test_a_place_is_a_capital_where_places_stand() -> None:
    text = "He rows home to Illauntannig, and everybody in Dunmore knows."
    found = list(spots(read_document(text).tokens, vocabulary(load_pack())))
    assert _words(text, found) == ["Illauntannig", "Dunmore"]
    assert "everybody" in found[1].cues


def test_last_week_is_not_the_last_of_its_kind() -> None:
    text = "We met last week. She is the last weaver in the county."
    found = list(rarities(read_document(text).tokens))
    assert [clue.sentence for clue in found] == [1]
    assert "sole in an area" in found[0].cues


@pytest.mark.parametrize(("sub", "quote", "text"), FOUND)
def test_a_story_lets_it_slip(sub: str, quote: str, text: str) -> None:
    found = [(each.sub, each.quote) for each in check(text, Context()).findings]
    assert any(of == sub and quote in words for of, words in found), found


@pytest.mark.parametrize("text", HARMLESS)
def test_general_texts_and_the_authors_own_family_are_left_alone(text: str) -> None:
    found = check(text, Context()).findings
    assert not [each.quote for each in found if each.kind is Kind.IDENTIFIER]


def test_what_somebody_else_writes_of_themselves_is_theirs_to_tell() -> None:
    text = "My husband the sexton got a stent in Cahir on Monday."
    found = check(text, Context(kind=PostKind.INBOUND)).findings
    assert not [each for each in found if each.sub in ("relative", "occupation")]


def test_cues_ask_and_never_stop_a_post() -> None:
    text = "My patient died last night. His wife held my hand."
    (found,) = [each for each in check(text, Context()).findings if each.sub == "relative"]
    assert found.strength is Strength.WARN
