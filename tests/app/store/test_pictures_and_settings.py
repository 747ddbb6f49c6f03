from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace

import pytest

from app.model.past import Snapshot
from app.model.post import AttachedPicture, Post
from app.store import faults, history, pictures, posts, settings
from app.store.store import Store

from .conftest import NOW


def add(store: Store, data: bytes) -> str:
    sha = hashlib.sha256(data).hexdigest()
    with store.transaction() as tx:
        pictures.put_picture(tx, sha, data, "image/jpeg", 640, 480, b"small " + data)
    return sha


def test_a_picture_comes_back_byte_for_byte(store: Store) -> None:
    data = bytes(range(256)) * 4000
    sha = add(store, data)
    assert add(store, data) == sha
    assert pictures.picture(store, sha) == data
    assert pictures.thumbnail(store, sha) == b"small " + data
    assert pictures.picture_facts(store, sha) == ("image/jpeg", len(data), 640, 480)
    assert store.first("SELECT count(*) FROM picture_data") == (1,)


def test_unknown_pictures(store: Store) -> None:
    assert pictures.picture(store, "0" * 64) is None
    assert pictures.thumbnail(store, "0" * 64) is None
    assert pictures.picture_facts(store, "0" * 64) is None


def test_a_wrong_hash_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="hash"), store.transaction() as tx:
        pictures.put_picture(tx, "0" * 64, b"data", "image/png", 1, 1, b"")
    assert pictures.picture(store, "0" * 64) is None


def test_only_pictures_nobody_needs_are_purged(store: Store, put: Callable[..., Post]) -> None:
    shown, recorded, loose = add(store, b"shown"), add(store, b"recorded"), add(store, b"loose")
    post = put(pictures=(AttachedPicture(shown, "ecg.jpg", "A strip"),))
    with store.transaction() as tx:
        history.put_snapshot(tx, Snapshot(post.id, NOW, "", "1", "", pictures=((recorded, "alt"),)))
        assert pictures.purge_pictures(tx) == 1
    assert pictures.picture(store, loose) is None
    assert pictures.thumbnail(store, loose) is None
    assert store.first("SELECT count(*) FROM picture_data") == (2,)
    assert pictures.posts_with_picture(store, shown) == (post.id,)
    with store.transaction() as tx:
        posts.remove_post(tx, post.id)
        assert pictures.purge_pictures(tx) == 2
    assert store.first("SELECT count(*) FROM picture_data") == (0,)


def test_an_attached_picture_must_be_stored(store: Store, put: Callable[..., Post]) -> None:
    with pytest.raises(faults.DatabaseError):
        put(pictures=(AttachedPicture("0" * 64, "gone.png"),))


def test_changing_the_alt_text_keeps_the_order(store: Store, put: Callable[..., Post]) -> None:
    one, two = add(store, b"1"), add(store, b"2")
    post = put(pictures=(AttachedPicture(two, "b"), AttachedPicture(one, "a")))
    changed = replace(post, pictures=(post.pictures[0], replace(post.pictures[1], alt_text="é")))
    with store.transaction() as tx:
        posts.put_post(tx, changed)
    assert posts.get_post(store, post.id) == changed


@pytest.mark.parametrize("value", [True, False, 0, 150, -3, "", "Europe/London", '{"a": "é"}'])
def test_settings_keep_their_type(store: Store, value: settings.Value) -> None:
    with store.transaction() as tx:
        settings.put_setting(tx, "key", "before")
        settings.put_setting(tx, "key", value)
    (stored,) = settings.settings(store).values()
    assert (stored, type(stored)) == (value, type(value))
    with store.transaction() as tx:
        settings.remove_setting(tx, "key")
    assert settings.settings(store) == {}


def test_a_setting_that_makes_no_sense_is_left_out(store: Store) -> None:
    with store.transaction() as tx:
        settings.put_setting(tx, "good", 1)
        tx.execute("INSERT INTO setting VALUES ('bad', '{'), ('list', '[1]'), ('none', 'null')")
    assert settings.settings(store) == {"good": 1}
