from __future__ import annotations

from datetime import date

import pytest

from app.errors import BadInput
from app.networks.catalogue import SURE, Unit, network, networks, read_networks


def test_the_seven_networks_in_order_with_dated_figures() -> None:
    found = networks()
    assert list(found) == [
        "linkedin", "x", "instagram", "facebook", "bluesky", "threads", "mastodon",
    ]  # fmt: skip
    assert [n.letters for n in found.values()] == ["in", "X", "Ig", "Fb", "Bs", "Th", "Ma"]
    for entry in found.values():
        assert entry.limit > 0
        assert entry.sure in SURE
        assert entry.checked_on >= date(2026, 11, 1)
    assert found["instagram"].picture_required
    assert found["instagram"].hashtag_limit == 5
    assert found["bluesky"].limit_bytes == 3000
    assert found["x"].unit is Unit.WEIGHTED
    assert found["x"].fold_chars == 0


CORRECTION = """
[mastodon.figures]
limit = { value = 5000, checked_on = 2027-01-02, sure = "yes", note = "our server" }
"""


def test_a_correction_replaces_only_what_it_gives() -> None:
    corrected = read_networks(CORRECTION, networks())
    assert corrected["mastodon"].limit == 5000
    assert corrected["mastodon"].max_pictures == networks()["mastodon"].max_pictures
    assert corrected["x"] == networks()["x"]
    assert networks()["mastodon"].limit == 500
    assert network(corrected["mastodon"]).limit == 5000


@pytest.mark.parametrize(
    "text",
    [
        "not toml at all [",
        '[x.figures]\nlimit = { value = -1, checked_on = 2026-01-01, sure = "yes" }',
        '[x.figures]\nlimit = { value = 10, sure = "yes" }',
        '[x.figures]\nlimit = { value = 10, checked_on = 2026-01-01, sure = "perhaps" }',
        '[x.figures]\nwidth = { value = 10, checked_on = 2026-01-01, sure = "yes" }',
        "[x.figures]\nlimit = 10",
        '[new]\nname = "New"',
    ],
)
def test_what_cannot_be_used_is_said(text: str) -> None:
    with pytest.raises(BadInput, match="came with Primum stay in use"):
        read_networks(text, networks())
