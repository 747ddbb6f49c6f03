from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.model.post import AttachedPicture, Post
from app.networks.catalogue import networks
from app.networks.fit import fit, hashtags
from app.networks.fold import fold, fold_note

NOW = datetime(2026, 9, 10, 9, 0, tzinfo=UTC)


def post(body: str, *pictures: AttachedPicture, **own: str) -> Post:
    return Post(1, "u", body, NOW, NOW, pictures=pictures, own_texts=own)


PICTURE = AttachedPicture("a" * 64, "ecg.png", "A tracing")


def words(body: str, network: str, *pictures: AttachedPicture) -> list[str]:
    return [problem.words for problem in fit(post(body, *pictures), network).problems]


def test_reasons_read_as_the_design_says() -> None:
    assert words("a" * 322, "x") == ["text is 42 characters too long for X"]
    assert words("Hello", "instagram") == ["Instagram needs a picture"]
    assert words("Hello", "instagram", PICTURE) == []
    assert words("#a1 #b2 #c3 #d4 #e5 #f6", "instagram", PICTURE) == [
        "6 hashtags, and Instagram takes 5"
    ]
    assert words("Hello", "x", *[PICTURE] * 5) == ["5 pictures, and X takes 4"]
    long_alt = AttachedPicture("b" * 64, "e.png", "a" * 1001)
    assert words("Hello", "x", long_alt) == ["alt text is 1 character too long for X"]
    assert words("Hello", "x", PICTURE, long_alt) == [
        "alt text of picture 2 is 1 character too long for X"
    ]


def test_the_text_of_that_network_is_measured_without_markdown_signs() -> None:
    both = post("a" * 300, x="**short**")
    assert fit(both, "x").count.used == 5
    assert fit(both, "x").fits
    assert fit(both, "bluesky").fits
    assert fit(both, "linkedin").count.used == 300


def test_hashtags() -> None:
    assert hashtags("#AFib and a#b, #2 #2024x https://a.org/#frag #Herz-Tag") == (
        "#AFib",
        "#2024x",
        "#Herz",
    )


@pytest.mark.parametrize("network", sorted(networks()))
@given(text=st.lists(st.sampled_from(["a " * 30, " ", "\n", "é", "👍🏽", "e\u0301"])).map("".join))
@settings(max_examples=40, deadline=None)
def test_the_fold_loses_nothing(network: str, text: str) -> None:
    head, rest = fold(text, network)
    assert head + rest == text
    limit = networks()[network].fold_chars
    assert not limit or len(head) <= limit
    assert not rest or head


def test_the_fold_breaks_between_words() -> None:
    head, rest = fold("salt " * 60, "linkedin")
    assert head.endswith("salt")
    assert len(head) > 190
    assert rest.startswith(" ")
    assert fold("short", "linkedin") == ("short", "")
    assert fold("a" * 500, "mastodon") == ("a" * 500, "")
    assert fold_note("linkedin") == "LinkedIn shows about 210 characters before “...more”."
    assert fold_note("x") == ""
