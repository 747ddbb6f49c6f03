"""The safe replies by country: the right numbers, and nothing that the gate would mark."""

from __future__ import annotations

import re

import pytest

from app.checks.context import Context
from app.checks.pack import load_pack
from app.checks.registry import check
from app.checks.safe_replies import safe_reply
from app.model.finding import Kind
from app.model.post import PostKind

PLACES = ("US", "US-NY", "CA", "UK", "GB", "IE", "AU", "IN", "DE", "FR", "EU", "BR")
NAMES = ("emergency", "adverse_event", "advice", "patient_confirmation", "complaint")


@pytest.mark.parametrize("place", [*PLACES, ""])
@pytest.mark.parametrize("name", NAMES)
def test_a_safe_reply_passes_the_gate_without_a_finding(name: str, place: str) -> None:
    where = (place,) if place else ()
    reply = safe_reply(name, where, load_pack())
    assert "{" not in reply
    report = check(reply, Context(kind=PostKind.REPLY, jurisdictions=where))
    assert report.failed == ()
    assert [(one.rule, one.quote) for one in report.findings] == []


@pytest.mark.parametrize(
    ("place", "first", "more"),
    [
        ("US", ["911"], ["988"]),
        ("US-NY", ["911"], ["988"]),
        ("CA", ["911"], ["988"]),
        ("UK", ["999"], ["111", "116", "123"]),
        ("GB", ["999"], ["111", "116", "123"]),
        ("IE", ["112", "999"], ["116", "123"]),
        ("AU", ["000"], ["13", "11", "14"]),
        ("IN", ["112"], ["108"]),
        ("DE", ["112"], ["116117"]),
        ("FR", ["112"], []),
        ("EU", ["112"], []),
        ("BR", [], []),
    ],
)
def test_the_emergency_reply_has_the_numbers_of_the_country_and_the_call_comes_first(
    place: str, first: list[str], more: list[str]
) -> None:
    reply = safe_reply("emergency", (place,), load_pack())
    call = reply.split(" now.")[0]
    assert re.findall(r"\d+", call) == first
    assert re.findall(r"\d+", reply.removeprefix(call)) == more
    assert first or "local emergency number" in call


@pytest.mark.parametrize(
    ("places", "number"),
    [
        (("US", "CA"), "911"),
        (("DE", "FR"), "112"),
        (("US", "UK"), "your local emergency number"),
        ((), "your local emergency number"),
    ],
)
def test_a_practice_in_several_places_names_no_wrong_number(
    places: tuple[str, ...], number: str
) -> None:
    reply = safe_reply("emergency", places, load_pack())
    assert f"Call {number} now" in reply
    assert "116117" not in reply


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("I have crushing chest pain right now.", Kind.EMERGENCY, "000"),
        ("Since I started the new tablets I have a rash all over.", Kind.ADVERSE_EVENT, "TGA"),
    ],
)
def test_a_comment_that_needs_one_is_shown_with_the_reply_for_the_country(
    text: str, kind: Kind, number: str
) -> None:
    context = Context(kind=PostKind.INBOUND, jurisdictions=("AU",))
    (found,) = [one for one in check(text, context).findings if one.kind is kind]
    assert safe_reply(kind.value, ("AU",), load_pack()) in found.why
    assert number in found.why


def test_a_reply_that_is_not_there_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        safe_reply("chat", ("UK",), load_pack())
