from __future__ import annotations

import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.networks.count import count
from app.networks.weighted import load_parser, weighted_length

FAMILY = "👨‍👩‍👧‍👦"
LINK = "https://www.escardio.org/a/very/long/path/to/a/guideline?with=query"


def reference(text: str) -> int:
    load_parser()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from twitter_text import parse_tweet
    return int(parse_tweet(text).weightedLength)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("Salt and blood pressure", 23),
        ("日本語", 6),
        ("😷", 2),
        (FAMILY, 2),
        (f"see {LINK}", 27),
        ("see escardio.org now", 31),
        ("1.5 mg. Next", 12),
        ("e\u0301", 1),
        ("a\r\nb", 3),
        ("© 2026", 7),
        ("“quotes” — and…", 16),
    ],
)
def test_x_weighs_letters_links_and_emoji(text: str, length: int) -> None:
    assert weighted_length(text) == length
    assert count(text, "x").used == length


PIECES = st.sampled_from(
    (
        *("heart ", "blood.pressure ", "1.5", " escardio.org", " https://t.co/abc ", "😷", FAMILY),
        *("日本", "©", "®", "e\u0301", "\n", "1️⃣", "🇬🇧", ".", "@x.com", "…", "٣", "👍🏽"),
        "http://é.fr/x(y)",
    )
)


@given(st.lists(PIECES, max_size=12).map("".join))
@settings(max_examples=150, deadline=None)
def test_x_agrees_with_the_reference_parser(text: str) -> None:
    assert weighted_length(text) == reference(text)


@given(st.text(max_size=60))
@settings(max_examples=150, deadline=None)
def test_x_agrees_with_the_reference_parser_on_any_text(text: str) -> None:
    assert weighted_length(text) == reference(text)


def test_bluesky_counts_what_a_reader_sees_and_bytes() -> None:
    assert count(FAMILY, "bluesky").used == 25  # bytes: nearer to its limit
    assert count(FAMILY, "bluesky").unit == "bytes"
    accents = count("e\u0301" * 10, "bluesky")
    assert (accents.used, accents.unit, accents.left) == (10, "characters", 290)
    crowded = count(FAMILY * 121, "bluesky")
    assert crowded.over
    assert (crowded.unit, crowded.limit) == ("bytes", 3000)
    assert count("a" * 301, "bluesky").left == -1


def test_mastodon_counts_links_as_23_and_mentions_without_server() -> None:
    assert count(LINK, "mastodon").used == 23
    assert count(f"({LINK})", "mastodon").used == 25
    assert count(f"{LINK}.", "mastodon").used == 24
    assert count("escardio.org", "mastodon").used == 12
    assert count("@heart@mastodon.social hello", "mastodon").used == len("@heart hello")
    assert count("maya@clinic.example", "mastodon").used == 19
    assert count(FAMILY, "mastodon").used == 1


def test_threads_counts_emoji_as_bytes() -> None:
    assert count("heart ❤️", "threads").used == 6 + len("❤️".encode())
    assert count("日本", "threads").used == 2
    assert count("5 mg © 10", "threads").used == 9
    assert count("🇬🇧", "threads").used == 8


def test_others_count_characters_and_line_ends_once() -> None:
    assert count("a\r\nb 😷", "linkedin").used == 5
    assert count(LINK, "instagram").used == len(LINK)


def test_words() -> None:
    assert count("a" * 708, "instagram").words() == "708 of 2,200"
    assert count(FAMILY, "bluesky").words() == "25 of 3,000 bytes"


@given(st.text(max_size=80), st.sampled_from(["linkedin", "bluesky", "mastodon", "threads", "x"]))
@settings(max_examples=100, deadline=None)
def test_what_is_left_and_used_make_the_limit(text: str, network: str) -> None:
    result = count(text, network)
    assert result.used + result.left == result.limit
    assert result.used >= 0
