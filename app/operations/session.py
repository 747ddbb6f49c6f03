"""What every operation works with: the open store, the clock, the rules, the history.

One session a planner. Views never see it; they see the desks of ``app.planner``.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar
from zoneinfo import ZoneInfo

from app.errors import Refused
from app.model.assessment import Assessment
from app.model.changes import Changes
from app.model.post import Post, State
from app.model.records import Account, Consent, Interest, Source
from app.model.rows import PostFilter, PostRow
from app.operations.history import History, Image, Step
from app.settings import SETTINGS, Value
from app.store import posts as post_table
from app.store import records as record_table
from app.store import search as search_table
from app.store import settings as setting_table
from app.store.audit import add_event
from app.store.history import (
    READY,
    add_version,
    keep_version_of_day,
    last_snapshot,
    put_snapshot,
)
from app.store.store import Store, Tx

if TYPE_CHECKING:
    from app.checklist.inputs import Inputs
    from app.checks.pack import Pack

Listener = Callable[[Changes], None]
Event = tuple[str, int | None, str]
Kept = TypeVar("Kept", Source, Consent, Interest)


class Session:
    """An open planner from the inside."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self.store = store
        self.clock = clock
        self.history = History()
        self._listeners: list[Listener] = []
        self._settings: dict[str, Value] | None = None
        self._account: Account | None = None
        self._sources: dict[int, Source] | None = None
        self._consents: dict[int, Consent] | None = None
        self._interests: dict[int, Interest] | None = None
        self._assessed: deque[tuple[Inputs, Assessment]] = deque(maxlen=12)

    @cached_property
    def pack(self) -> Pack:
        """The rules in force; loaded when first needed."""
        from app.checks.pack import load_pack

        return load_pack()

    def now(self) -> datetime:
        """The present moment, aware UTC."""
        return self.clock()

    @property
    def zone(self) -> str:
        """The planner's IANA time zone: its setting, else the computer's."""
        chosen = str(self.setting("zone"))
        if chosen:
            return chosen
        from app.calendar.zones import computer_zone

        return computer_zone()

    def today(self) -> date:
        """The present day in the planner's zone."""
        return self.now().astimezone(ZoneInfo(self.zone)).date()

    def setting(self, key: str) -> Value:
        """The value of a setting, its default if never set or no longer allowed."""
        if self._settings is None:
            self._settings = dict(setting_table.settings(self.store))
        known = SETTINGS[key]
        value = self._settings.get(key, known.default)
        return value if known.accepts(value) else known.default

    @property
    def account(self) -> Account:
        """The doctor's own profile."""
        if self._account is None:
            self._account = record_table.account(self.store)
        return self._account

    @property
    def sources(self) -> Mapping[int, Source]:
        """Every source by id."""
        if self._sources is None:
            self._sources = {record.id: record for record in record_table.sources(self.store)}
        return self._sources

    @property
    def consents(self) -> Mapping[int, Consent]:
        """Every consent record by id."""
        if self._consents is None:
            self._consents = {record.id: record for record in record_table.consents(self.store)}
        return self._consents

    @property
    def interests(self) -> Mapping[int, Interest]:
        """Every interest by id."""
        if self._interests is None:
            self._interests = {record.id: record for record in record_table.interests(self.store)}
        return self._interests

    def post(self, post_id: int) -> Post:
        """A stored post. Raises Refused if it is gone."""
        found = post_table.get_post(self.store, post_id)
        if found is None:
            raise Refused("This post is no longer there.", "It was removed. Nothing else changed.")
        return found

    def rows(self, wanted: PostFilter) -> tuple[PostRow, ...]:
        """The rows that fulfil a filter."""
        return search_table.rows(self.store, wanted, self.now())

    def linked_sources(self, post: Post) -> tuple[Source, ...]:
        """The sources a post cites, in the order they were linked."""
        return _chosen(self.sources, post.source_ids)

    def linked_consents(self, post: Post) -> tuple[Consent, ...]:
        """The consent records linked to a post."""
        return _chosen(self.consents, post.consent_ids)

    def linked_interests(self, post: Post) -> tuple[Interest, ...]:
        """The interests linked to a post."""
        return _chosen(self.interests, post.interest_ids)

    def inputs(self, post: Post) -> Inputs:
        """Everything the gate needs to know to assess ``post``."""
        from app.checklist.inputs import Inputs

        return Inputs(
            post=post,
            sources=self.linked_sources(post),
            consents=self.linked_consents(post),
            interests=self.linked_interests(post),
            all_interests=tuple(self.interests.values()),
            account=self.account,
            levels=self.levels(),
            now=self.now().replace(second=0, microsecond=0),
            zone=self.zone,
        )

    def levels(self) -> Mapping[str, str]:
        """Checklist item id to required, recommended or off, where the practice chose."""
        import json

        levels: dict[str, str] = json.loads(str(self.setting("item_levels")))
        return levels

    def assess(self, post: Post) -> Assessment:
        """Run the gate; the answer is kept until anything it depends on changes."""
        from app.checklist.assess import assess

        inputs = self.inputs(post)
        for known, answer in self._assessed:
            if known.post.id == post.id and known.same_question(inputs):
                return answer
        answer = assess(inputs, self.pack)
        self.remember(inputs, answer)
        return answer

    def remember(self, inputs: Inputs, answer: Assessment) -> None:
        """Keep an assessment that was computed elsewhere from the very same inputs."""
        self._assessed.appendleft((inputs, answer))

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` after every change; returns what stops it."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def write(
        self,
        step: Step,
        changes: Changes,
        events: tuple[Event, ...] = (),
        *,
        remember: bool = True,
    ) -> Changes:
        """Write a step in one transaction, remember it for Undo, tell the views."""
        stored = self._store(step.images, events)
        if remember:
            self.history.add(Step(step.name, stored, step.run))
        created = next((i.after for i in stored if i.before is None), None)
        told = replace(_touched(stored), done=changes.done, notes=changes.notes, undoable=remember)
        if created is not None and not isinstance(created, (str, int, bool, Account)):
            told = replace(told, created=created.id)
        self.notify(told)
        return told

    def undo(self) -> Changes:
        """Take the last step back."""
        return self._turn(self.history.last_done(), back=True)

    def redo(self) -> Changes:
        """Do the last undone step again."""
        return self._turn(self.history.last_undone(), back=False)

    def notify(self, changes: Changes) -> None:
        """Tell every view what changed."""
        for listener in tuple(self._listeners):
            listener(changes)

    def _turn(self, step: Step | None, *, back: bool) -> Changes:
        if step is None:
            return Changes()
        turned = step.turned() if back else step
        word = "Undone" if back else "Done again"
        events = tuple(
            ("undo" if back else "redo", _post_id(image), step.name) for image in turned.images[:1]
        )
        stored = self._store(turned.images, events)
        if back:
            self.history.mark_undone()
        else:
            self.history.mark_redone()
        changes = replace(_touched(stored), done=f"{word}: {step.name}")
        self.notify(changes)
        return changes

    def _store(self, images: tuple[Image, ...], events: tuple[Event, ...]) -> tuple[Image, ...]:
        if self.store.read_only:
            raise Refused(
                "This planner is open for reading only.",
                "Nothing was changed. To edit, open it from a folder of your own.",
            )
        with self.store.transaction() as tx:
            self._forget(images)
            order = sorted(images, key=_order)
            stored = {image.key: self._put(tx, image) for image in order}
            for what, post_id, detail in events:
                new = next((i for i in stored.values() if i.key.startswith("post:")), None)
                about = post_id or (_post_id(new) if new is not None else None)
                add_event(tx, what, about, detail, at=self.now())
        self._forget(images)
        return tuple(stored[image.key] for image in images)

    def _put(self, tx: Tx, image: Image) -> Image:
        kind, _, name = image.key.partition(":")
        after = image.after
        if isinstance(after, Post):
            if isinstance(image.before, Post) and image.before.body != after.body:
                keep_version_of_day(tx, image.before, self.today())
            kept = post_table.put_post(tx, after, self.assess(after).tally)
            if kept.state is State.READY:
                self._keep_snapshot(tx, kept)
            return Image(f"post:{kept.id}", image.before, kept)
        if isinstance(after, Source | Consent | Interest):
            stored = _put_record(tx, after)
            self._forget((image,))
            return Image(f"{kind}:{stored.id}", image.before, stored)
        if isinstance(after, Account):
            record_table.put_account(tx, after)
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

        fresh = snapshot_of(self, post)
        last = last_snapshot(self.store, post.id)
        if last is None or not same_content(last, fresh):
            put_snapshot(tx, fresh)
            add_version(tx, post.id, self.now(), READY, post.body, post.own_texts)

    def _forget(self, images: tuple[Image, ...]) -> None:
        for image in images:
            kind = image.key.partition(":")[0]
            if kind == "setting":
                self._settings = None
            elif kind == "account":
                self._account = None
            elif kind == "source":
                self._sources = None
            elif kind == "consent":
                self._consents = None
            elif kind == "interest":
                self._interests = None


def _order(image: Image) -> int:
    """Records before the posts that are assessed with them, removals when nothing links there."""
    if image.key.startswith("post:"):
        return 1
    return 2 if image.after is None else 0


_REMOVE = {
    "source": record_table.remove_source,
    "consent": record_table.remove_consent,
    "interest": record_table.remove_interest,
}


def _put_record(tx: Tx, record: Source | Consent | Interest) -> Source | Consent | Interest:
    if isinstance(record, Source):
        return record_table.put_source(tx, record)
    if isinstance(record, Consent):
        return record_table.put_consent(tx, record)
    return record_table.put_interest(tx, record)


def _chosen(shelf: Mapping[int, Kept], ids: tuple[int, ...]) -> tuple[Kept, ...]:
    return tuple(shelf[i] for i in ids if i in shelf)


def _post_id(image: Image) -> int | None:
    kind, _, name = image.key.partition(":")
    return int(name) if kind == "post" else None


def _touched(images: tuple[Image, ...]) -> Changes:
    ids: dict[str, set[int]] = {"post": set(), "source": set(), "consent": set(), "interest": set()}
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
        settings=frozenset(settings),
        account=account,
    )
