from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.model.post import Post
from app.model.records import Source, SourceKind
from ui.write.formatting_bar import Room
from ui.write.network_view import network_views, paragraphs, source_place, strictest
from ui.write.preview_card import Author
from ui.write.source_card import address_of, facts_of

AT = datetime(2026, 9, 10, tzinfo=UTC)
MARKDOWN = "# Salt\n\nIt **hides** in bread.\n\n1. Read labels\n2. Ask"


def post(**more: object) -> Post:
    return Post(1, "u", MARKDOWN, AT, AT, networks=("linkedin", "x"), **more)


def test_each_network_has_its_view_in_order() -> None:
    views = network_views(post(), ())
    assert [view.name for view in views] == ["LinkedIn", "X"]
    assert all("**" not in view.shown for view in views)
    assert strictest(views).network == "X"


def test_what_does_not_fit_is_said_and_counted() -> None:
    long = replace(post(), body="word " * 100)
    view = network_views(long, ())[1]
    assert view.room.over
    assert "too long for X" in view.problems[0]
    assert view.room.words() == f"X: {view.room.used:,} of 280"
    assert view.room.spoken().endswith("characters too long for X")


def test_a_post_for_no_network_has_no_count() -> None:
    assert strictest(network_views(replace(post(), networks=()), ())) is None


def test_paragraphs_lead_back_to_their_place_in_the_markdown() -> None:
    shown = network_views(post(), ())[0]
    for words in paragraphs(shown.shown + shown.hidden):
        place = source_place(MARKDOWN, words)
        assert place >= 0
        assert MARKDOWN[place:].lstrip("#* 1.")[:2] == words.lstrip("#* 1.")[:2]
    assert source_place(MARKDOWN, "Source: nowhere") == -1


@pytest.mark.parametrize(
    ("name", "initials"),
    [("Dr Maya Lindqvist", "ML"), ("Maya", "M"), ("Dr. A. B. Osei", "AO"), ("", "")],
)
def test_initials(name: str, initials: str) -> None:
    assert Author(name, "", "").initials == initials


def test_a_source_is_shown_by_its_address_and_what_was_read() -> None:
    source = Source(
        1, "esc", SourceKind.DOI, "10.1/x", year=2024, accessed_on=date(2026, 9, 3), read_full=True
    )
    assert address_of(source) == "https://doi.org/10.1/x"
    assert facts_of(source, date(2026, 9, 10)) == (
        "2024, read in full, you last opened it on Thu 3 Sep."
    )


def test_room_names_the_network_only_when_it_is_too_long() -> None:
    assert Room("LinkedIn", 708, 2200).words() == "708 of 2,200"
