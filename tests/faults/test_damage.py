"""Cut short or flipped: never wrong words, always the sentence, and the file left as it is."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.errors import CannotOpen, KnownError
from app.model.post import Post
from app.store import audit, posts, settings, upkeep
from app.store.connection import PAGE_BYTES
from app.store.open import open_store

NOW = datetime(2026, 9, 1, tzinfo=UTC)


@pytest.fixture
def filled(planner: Path) -> Path:
    with open_store(planner) as store, store.transaction() as tx:
        for number in range(40):
            post = Post(0, f"uid-{number}", f"# Post {number}\n\n" + "statin " * 300, NOW, NOW)
            posts.put_post(tx, post)
            audit.add_event(tx, "made", number)
    return planner


def everything(path: Path) -> list[Post]:
    with open_store(path) as store:
        return list(posts.posts(store))


def test_cut_short_anywhere(filled: Path) -> None:
    whole = filled.read_bytes()
    cut = random.Random(7)
    sizes = [1, 15, 16, 100, PAGE_BYTES - 1, PAGE_BYTES, PAGE_BYTES + 1, len(whole) - 1]
    sizes += [cut.randrange(2, len(whole)) for _ in range(15)]
    sizes += [len(whole) - PAGE_BYTES, len(whole) // PAGE_BYTES // 2 * PAGE_BYTES]
    for size in sizes:
        filled.write_bytes(whole[:size])
        with pytest.raises(CannotOpen) as caught:
            open_store(filled)
        assert caught.value.headline == "The planner file is damaged.", size
        assert filled.read_bytes() == whole[:size]


def test_one_flipped_bit_in_any_page(filled: Path) -> None:
    whole = filled.read_bytes()
    before = everything(filled)
    flip = random.Random(8)
    noticed = 0
    pages = len(whole) // PAGE_BYTES
    for page in range(pages):
        broken = bytearray(whole)
        place = page * PAGE_BYTES + flip.randrange(PAGE_BYTES)
        broken[place] ^= 1 << flip.randrange(8)
        filled.write_bytes(broken)
        try:
            with open_store(filled) as store:
                assert upkeep.troubles(store) != ()  # a look at all of it always notices
                assert list(posts.posts(store)) == before  # never wrong words
        except CannotOpen as error:
            noticed += 1
            assert error.headline == "The planner file is damaged."  # noqa: PT017
        filled.write_bytes(whole)
    assert noticed > pages // 4
    assert everything(filled) == before


def test_a_flipped_bit_in_the_head_is_not_taken_for_another_file(filled: Path) -> None:
    whole = bytearray(filled.read_bytes())
    for place in (0, 15, 16, 4000):
        broken = bytearray(whole)
        broken[place] ^= 4
        filled.write_bytes(broken)
        with pytest.raises(CannotOpen, match="The planner file is damaged"):
            open_store(filled)


def test_overwritten_with_zeros(filled: Path) -> None:
    whole = filled.read_bytes()
    filled.write_bytes(whole[: 3 * PAGE_BYTES] + bytes(len(whole) - 3 * PAGE_BYTES))
    with pytest.raises(CannotOpen, match="The planner file is damaged"):
        everything(filled)
    filled.write_bytes(bytes(len(whole)))
    with pytest.raises(CannotOpen, match="This file is not a planner"):
        open_store(filled)


def test_damage_met_while_writing_takes_the_whole_step_back(filled: Path) -> None:
    whole = filled.read_bytes()
    broken = bytearray(whole)
    for page in range(len(whole) // PAGE_BYTES - 30, len(whole) // PAGE_BYTES):
        broken[page * PAGE_BYTES + 100] ^= 1
    filled.write_bytes(broken)
    with open_store(filled) as store:
        with pytest.raises(KnownError, match="damaged"), store.transaction() as tx:  # noqa: PT012
            settings.put_setting(tx, "zone", "UTC")
            posts.purge_binned(tx, NOW)
            audit.events(store)
            posts.posts(store)
        assert not store.row_cache
    assert filled.read_bytes() == broken
