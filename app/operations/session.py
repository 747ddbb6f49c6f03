"""What every operation works with: the open store, the clock, the rules, the history.

One session a planner. Views never see it; they see the desks of ``app.planner``.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar
from zoneinfo import ZoneInfo

from app.errors import Refused
from app.model.changes import Changes
from app.operations.history import History, Step
from app.settings import SETTINGS, Value
from app.store import account as account_table
from app.store import search as search_table
from app.store import settings as setting_table
from app.store.store import Store

if TYPE_CHECKING:
    from app.checklist.inputs import Inputs
    from app.checks.pack import Pack
    from app.model.account import Account
    from app.model.assessment import Assessment
    from app.model.post import Post
    from app.model.practice import PracticeRules
    from app.model.records import Consent, Interest, Source
    from app.model.registers import RegisterRecord
    from app.model.rows import PostFilter, PostRow
    from app.operations.writing import Writer

Listener = Callable[[Changes], None]
Event = tuple[str, int | None, str]
Kept = TypeVar("Kept")


class Session:
    """An open planner from the inside.

    What only edits and records need is imported when the first of them comes, so that
    opening a planner to look at it is quick.
    """

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
        self._registers: dict[int, RegisterRecord] | None = None
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
            self._account = account_table.account(self.store)
        return self._account

    @property
    def sources(self) -> Mapping[int, Source]:
        """Every source by id."""
        if self._sources is None:
            from app.store import records as record_table

            self._sources = {record.id: record for record in record_table.sources(self.store)}
        return self._sources

    @property
    def consents(self) -> Mapping[int, Consent]:
        """Every consent record by id."""
        if self._consents is None:
            from app.store import records as record_table

            self._consents = {record.id: record for record in record_table.consents(self.store)}
        return self._consents

    @property
    def interests(self) -> Mapping[int, Interest]:
        """Every interest by id."""
        if self._interests is None:
            from app.store import records as record_table

            self._interests = {record.id: record for record in record_table.interests(self.store)}
        return self._interests

    @property
    def registers(self) -> Mapping[int, RegisterRecord]:
        """Every record of every register by id."""
        if self._registers is None:
            from app.store import registers as register_table

            kept = register_table.registers(self.store)
            self._registers = {record.id: record for record in kept}
        return self._registers

    def post(self, post_id: int) -> Post:
        """A stored post. Raises Refused if it is gone."""
        from app.store import posts as post_table

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
            registers=tuple(self.registers.values()),
            account=self.account,
            levels=self.levels(),
            practice=self.practice,
            now=self.now().replace(second=0, microsecond=0),
            zone=self.zone,
        )

    @property
    def practice(self) -> PracticeRules:
        """What the practice added to the rules; the same object until it changes."""
        from app.store.practice import KEY, practice_of

        return practice_of(str(self.setting(KEY)))

    def levels(self) -> Mapping[str, str]:
        """Checklist item id to required, recommended or off, where the practice chose."""
        import json

        levels: dict[str, str] = json.loads(str(self.setting("item_levels")))
        return levels

    def assess(self, post: Post) -> Assessment:
        """Run the gate; the answer is kept until anything it depends on changes."""
        from app.checklist.assess import assess

        inputs = self.inputs(post)
        answer = self.known(inputs)
        if answer is None:
            answer = assess(inputs, self.pack)
            self.remember(inputs, answer)
        return answer

    def known(self, inputs: Inputs) -> Assessment | None:
        """The gate's answer to these very inputs, if it was given lately; from any thread."""
        for known, answer in tuple(self._assessed):
            if known.post.id == inputs.post.id and known.same_question(inputs):
                return answer
        return None

    def unweighed(self) -> tuple[int, ...]:
        """Ids of the posts whose words were saved before the gate looked at them."""
        from app.store.posts import unweighed

        return unweighed(self.store)

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
        weigh: bool = True,
    ) -> Changes:
        """Write a step in one transaction, remember it for Undo, tell the views.

        Without ``weigh`` the gate looks at its posts later; until then they are unweighed.
        """
        return self._writer.write(step, changes, events, remember=remember, weigh=weigh)

    def undo(self) -> Changes:
        """Take the last step back."""
        return self._writer.turn(self.history.last_done(), back=True)

    def redo(self) -> Changes:
        """Do the last undone step again."""
        return self._writer.turn(self.history.last_undone(), back=False)

    def notify(self, changes: Changes) -> None:
        """Tell every view what changed."""
        for listener in tuple(self._listeners):
            listener(changes)

    def forget(self, kind: str) -> None:
        """Read ``kind`` of thing (setting, account, source, ...) anew next time."""
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
        elif kind == "register":
            self._registers = None

    @cached_property
    def _writer(self) -> Writer:
        from app.operations.writing import Writer

        return Writer(self)


def _chosen(shelf: Mapping[int, Kept], ids: tuple[int, ...]) -> tuple[Kept, ...]:
    return tuple(shelf[i] for i in ids if i in shelf)
