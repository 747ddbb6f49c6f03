"""Pictures of a post: taken in without hidden data, described, removed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.errors import BadInput
from app.media.pictures import TakenPicture, take_in
from app.model.changes import Changes
from app.model.post import AttachedPicture, Post
from app.operations.posts import revise
from app.operations.session import Session
from app.store.pictures import picture, put_picture, thumbnail


def keep_picture(session: Session, data: bytes, name: str) -> TakenPicture:
    """Clean a picture of hidden data and store it; no post shows it yet."""
    taken = take_in(data, name)
    with session.store.transaction() as tx:
        put_picture(
            tx, taken.sha256, taken.data, taken.mime, taken.width, taken.height, taken.thumbnail
        )
    return taken


class PictureDesk:
    """Pictures; their files live inside the planner, cleaned of hidden data."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, post_id: int, data: bytes, name: str, alt_text: str = "") -> Changes:
        """Take a picture in. Raises BadInput with what to do if it cannot be read or cleaned."""
        taken = keep_picture(self._session, data, name)
        attached = AttachedPicture(taken.sha256, taken.name, alt_text)

        def edit(post: Post) -> Post:
            if any(old.sha256 == attached.sha256 for old in post.pictures):
                return post
            return replace(post, pictures=(*post.pictures, attached))

        changes = revise(self._session, post_id, "add picture", edit)
        return replace(changes, notes=taken.notes)

    def set_alt(self, post_id: int, sha256: str, text: str) -> Changes:
        """Describe a picture for those who cannot see it."""
        return self._change(
            post_id, sha256, "edit alt text", lambda p: replace(p, alt_text=text), run="alt"
        )

    def set_shows_person(self, post_id: int, sha256: str, shows: bool) -> Changes:
        """Say whether someone can be recognised in a picture."""
        name = "a person is shown" if shows else "no person is shown"
        return self._change(post_id, sha256, name, lambda p: replace(p, shows_person=shows))

    def remove(self, post_id: int, sha256: str) -> Changes:
        """Take a picture from a post."""

        def edit(post: Post) -> Post:
            return replace(post, pictures=tuple(p for p in post.pictures if p.sha256 != sha256))

        return revise(self._session, post_id, "remove picture", edit, done="Picture removed")

    def data(self, sha256: str) -> bytes:
        """The cleaned picture's bytes."""
        return _found(picture(self._session.store, sha256))

    def thumbnail(self, sha256: str) -> bytes:
        """A small version for strips and lists."""
        return _found(thumbnail(self._session.store, sha256))

    def _change(
        self,
        post_id: int,
        sha256: str,
        name: str,
        change: Callable[[AttachedPicture], AttachedPicture],
        run: str = "",
    ) -> Changes:
        def edit(post: Post) -> Post:
            return replace(
                post,
                pictures=tuple(change(p) if p.sha256 == sha256 else p for p in post.pictures),
            )

        key = f"{run}:{post_id}:{sha256}" if run else ""
        return revise(self._session, post_id, name, edit, run=key)


def _found(data: bytes | None) -> bytes:
    if data is None:
        raise BadInput("This picture is missing.", "Remove it and add it again. The post is kept.")
    return data
