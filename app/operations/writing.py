"""Writing of steps: one transaction each, remembered for Undo, told to the views."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.errors import Refused
from app.model.changes import Changes
from app.model.post import Post, State
from app.model.records import Account, Consent, Interest, Source
from app.model.registers import RegisterRecord
from app.operations.history import Image, Step
from app.store import account as account_table
from app.store import posts as post_table
from app.store import records as record_table
from app.store import registers as register_table
from app.store import settings as setting_table
from app.store.audit import add_event
from app.store.history import (
    READY,
    add_version,
    keep_version_of_day,
    last_snapshot,
    put_snapshot,
)
from app.store.store import Tx

if TYPE_CHECKING:
    from app.operations.session import Event, Session


class Writer:
    """Writes the steps of one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def write(
        self,
        step: Step,
        changes: Changes,
        events: tuple[Event, ...],
        *,
        remember: bool,
        weigh: bool = True,
    ) -> Changes:
        """Write a step; with ``remember`` it can be undone.

        Without ``weigh`` posts are stored as they are and wait for the gate.
        """
        stored = self._store(step.images, events, weigh=weigh)
        if remember:
            self._session.history.add(Step(step.name, stored, step.run))
        created = next((i.after for i in stored if i.before is None), None)
        told = replace(_touched(stored), done=changes.done, notes=changes.notes, undoable=remember)
        if created is not None and not isinstance(created, (str, int, bool, Account)):
            told = replace(told, created=created.id)
        self._session.notify(told)
        return told

    def turn(self, step: Step | None, *, back: bool) -> Changes:
        """Take a step back, or do it again; nothing happens without one."""
        if step is None:
            return Changes()
        turned = step.turned() if back else step
        word = "Undone" if back else "Done again"
        events = tuple(
            ("undo" if back else "redo", _post_id(image), step.name) for image in turned.images[:1]
        )
        stored = self._store(turned.images, events)
        if back:
            self._session.history.mark_undone()
        else:
            self._session.history.mark_redone()
        changes = replace(_touched(stored), done=f"{word}: {step.name}")
        self._session.notify(changes)
        return changes

    def _store(
        self, images: tuple[Image, ...], events: tuple[Event, ...], *, weigh: bool = True
    ) -> tuple[Image, ...]:
        if self._session.store.read_only:
            raise Refused(
                "This planner is open for reading only.",
                "Nothing was changed. To edit, open it from a folder of your own.",
            )
        with self._session.store.transaction() as tx:
            self._forget(images)
            order = sorted(images, key=_order)
            stored = {image.key: self._put(tx, image, weigh=weigh) for image in order}
            for what, post_id, detail in events:
                new = next((i for i in stored.values() if i.key.startswith("post:")), None)
                about = post_id or (_post_id(new) if new is not None else None)
                add_event(tx, what, about, detail, at=self._session.now())
        self._forget(images)
        return tuple(stored[image.key] for image in images)

    def _put(self, tx: Tx, image: Image, *, weigh: bool) -> Image:
        kind, _, name = image.key.partition(":")
        after = image.after
        if isinstance(after, Post):
            if isinstance(image.before, Post) and image.before.body != after.body:
                keep_version_of_day(tx, image.before, self._session.today())
            tally = self._session.assess(after).tally if weigh else None
            kept = post_table.put_post(tx, after, tally)
            if tally is None:
                post_table.put_unweighed(tx, kept.id)
            elif kept.state is State.READY:
                self._keep_snapshot(tx, kept)
            return Image(f"post:{kept.id}", image.before, kept)
        if isinstance(after, Source | Consent | Interest | RegisterRecord):
            stored = _put_record(tx, after)
            self._forget((image,))
            return Image(f"{kind}:{stored.id}", image.before, stored)
        if isinstance(after, Account):
            account_table.put_account(tx, after)
        elif kind == "setting" and after is not None:
            setting_table.put_setting(tx, name, after)
        elif kind == "post":
            post_table.remove_post(tx, int(name))
        else:
            _REMOVE[kind](tx, int(name))
        self._forget((image,))
        return image

    def _keep_snapshot(self, tx: Tx, post: Post) -> None:
        """A Ready post always has a record of exactly what is Ready, also after an undo."""
        from app.operations.snapshots import same_content, snapshot_of

        fresh = snapshot_of(self._session, post)
        last = last_snapshot(self._session.store, post.id)
        if last is None or not same_content(last, fresh):
            put_snapshot(tx, fresh)
            add_version(tx, post.id, self._session.now(), READY, post.body, post.own_texts)

    def _forget(self, images: tuple[Image, ...]) -> None:
        for image in images:
            self._session.forget(image.key.partition(":")[0])


def _order(image: Image) -> int:
    """Records before the posts that are assessed with them, removals when nothing links there."""
    if image.key.startswith("post:"):
        return 1
    return 2 if image.after is None else 0


_REMOVE = {
    "source": record_table.remove_source,
    "consent": record_table.remove_consent,
    "interest": record_table.remove_interest,
    "register": register_table.remove_register,
}
_Record = Source | Consent | Interest | RegisterRecord


def _put_record(tx: Tx, record: _Record) -> _Record:
    if isinstance(record, Source):
        return record_table.put_source(tx, record)
    if isinstance(record, Consent):
        return record_table.put_consent(tx, record)
    if isinstance(record, RegisterRecord):
        return register_table.put_register(tx, record)
    return record_table.put_interest(tx, record)


def _post_id(image: Image) -> int | None:
    kind, _, name = image.key.partition(":")
    return int(name) if kind == "post" else None


def _touched(images: tuple[Image, ...]) -> Changes:
    kinds = ("post", "source", "consent", "interest", "register")
    ids: dict[str, set[int]] = {kind: set() for kind in kinds}
    settings: set[str] = set()
    account = False
    for image in images:
        kind, _, name = image.key.partition(":")
        if kind in ids:
            ids[kind].add(int(name))
        elif kind == "setting":
            settings.add(name)
        else:
            account = True
    return Changes(
        posts=frozenset(ids["post"]),
        sources=frozenset(ids["source"]),
        consents=frozenset(ids["consent"]),
        interests=frozenset(ids["interest"]),
        registers=frozenset(ids["register"]),
        settings=frozenset(settings),
        account=account,
    )
