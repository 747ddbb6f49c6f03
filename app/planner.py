"""The one door: open a planner, read what views show, call operations.

A planner is made of desks, each for one kind of work. Every writing method returns
``Changes`` and tells the subscribers; every edit can be undone by name.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import BadInput
from app.model.changes import Changes
from app.operations.history import Image, Step
from app.operations.reading import CalendarDesk, ListDesk
from app.operations.session import Session
from app.settings import SETTINGS, Value
from app.store.keys import change_passphrase, needs_passphrase
from app.store.open import create_store, open_store
from app.store.store import Store

if TYPE_CHECKING:
    from app.exchange.presets import Preset as Preset
    from app.exchange.schedule import ExportPlan as ExportPlan
    from app.operations.exports import ExportDesk
    from app.operations.gate import GateDesk
    from app.operations.imports import ImportDesk
    from app.operations.pictures import PictureDesk
    from app.operations.posts import PostDesk
    from app.operations.practice import ItemChoice as ItemChoice
    from app.operations.practice import PracticeDesk
    from app.operations.records import RecordDesk
    from app.operations.registers import RegisterDesk

__all__ = ["Planner", "utc_now"]

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The present moment, aware UTC."""
    return datetime.now(UTC)


class Planner:
    """An open planner file.

    Desks are made when first used, so that opening a planner to look at its calendar
    loads neither the rules nor the exporters.

    Attributes:
        calendar: months as plain data.
        lists: rows of posts, filtered or searched.
    """

    def __init__(self, store: Store, clock: Clock = utc_now) -> None:
        self._session = Session(store, clock)
        self.calendar = CalendarDesk(self._session)
        self.lists = ListDesk(self._session)

    @cached_property
    def posts(self) -> PostDesk:
        """Edits of posts and their way through life."""
        from app.operations.posts import PostDesk

        return PostDesk(self._session)

    @cached_property
    def gate(self) -> GateDesk:
        """What stops a post, and the author's answers."""
        from app.operations.gate import GateDesk

        return GateDesk(self._session)

    @cached_property
    def records(self) -> RecordDesk:
        """Consent, sources, interests, the account."""
        from app.operations.records import RecordDesk

        return RecordDesk(self._session)

    @cached_property
    def registers(self) -> RegisterDesk:
        """Policy, training, partners and other dated records of the practice."""
        from app.operations.registers import RegisterDesk

        return RegisterDesk(self._session)

    @cached_property
    def practice(self) -> PracticeDesk:
        """What the practice added to the rules: own words, exceptions, levels, questions."""
        from app.operations.practice import PracticeDesk

        return PracticeDesk(self._session)

    @cached_property
    def pictures(self) -> PictureDesk:
        """Pictures of posts."""
        from app.operations.pictures import PictureDesk

        return PictureDesk(self._session)

    @cached_property
    def exports(self) -> ExportDesk:
        """The schedule as CSV."""
        from app.operations.exports import ExportDesk

        return ExportDesk(self._session)

    @cached_property
    def imports(self) -> ImportDesk:
        """Drafts that were written elsewhere."""
        from app.operations.imports import ImportDesk

        return ImportDesk(self._session)

    @staticmethod
    def create(path: Path, passphrase: str | None = None, *, clock: Clock = utc_now) -> Planner:
        """Make a new planner file; with None it is not protected on this computer.

        Raises CannotOpen if something is there already or the folder does not allow it.
        """
        return Planner(create_store(path, passphrase), clock)

    @staticmethod
    def create_sample(path: Path, *, clock: Clock = utc_now) -> Planner:
        """Make the sample planner, without a passphrase, around the present day."""
        from app.sample import fill

        planner = Planner.create(path, clock=clock)
        fill(planner)
        return planner

    @staticmethod
    def open(
        path: Path,
        passphrase: str | None = None,
        *,
        read_only: bool = False,
        clock: Clock = utc_now,
    ) -> Planner:
        """Open a planner file. Raises CannotOpen or WrongPassphrase; never changes a bad file."""
        return Planner(open_store(path, passphrase, read_only=read_only), clock)

    @staticmethod
    def needs_passphrase(path: Path) -> bool:
        """Whether opening this file takes a passphrase."""
        return needs_passphrase(path)

    @property
    def path(self) -> Path:
        """Where the planner file is."""
        return self._session.store.path

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written."""
        return self._session.store.read_only

    def close(self) -> None:
        """Write what is left and let go of the file."""
        self._session.store.close()

    def now(self) -> datetime:
        """The present moment, aware UTC."""
        return self._session.now()

    def today(self) -> date:
        """The present day in the planner's zone."""
        return self._session.today()

    @property
    def zone(self) -> str:
        """The planner's IANA time zone."""
        return self._session.zone

    def setting(self, key: str) -> Value:
        """The value of a setting."""
        return self._session.setting(key)

    def set_setting(self, key: str, value: Value) -> Changes:
        """Change a setting; quiet, undoable."""
        known = SETTINGS[key]
        if not known.accepts(value):
            raise BadInput(f"{known.title} cannot be set to that.", "Nothing was changed.")
        before = self.setting(key)
        if value == before:
            return Changes()
        name = f"change {known.title[0].lower()}{known.title[1:]}"
        step = Step(name, (Image(f"setting:{key}", before, value),), f"setting:{key}")
        return self._session.write(step, Changes())

    def tidy(self) -> None:
        """Empty the bin of what lay there for 30 days; right after opening only."""
        from app.operations.upkeep import tidy

        tidy(self._session)

    def remove_sample(self) -> Changes:
        """Take the sample's posts and records out; the user's own stay. Undoable."""
        from app.operations.sample_data import remove_sample

        return remove_sample(self._session)

    def change_passphrase(self, old: str | None, new: str | None) -> None:
        """Protect the file with another passphrase, or (None) with none."""
        change_passphrase(self.path, old, new)

    def guide_html(self) -> str:
        """The user guide."""
        from app.help import guide_html

        return guide_html()

    def checks_html(self) -> str:
        """Every check, when it applies, what is behind it and how sure that is."""
        from app.help import checks_html

        return checks_html(self._session.pack, self._session.practice)

    def subscribe(self, listener: Callable[[Changes], None]) -> Callable[[], None]:
        """Call ``listener`` after every operation; returns what stops it."""
        return self._session.subscribe(listener)

    @property
    def undo_name(self) -> str:
        """What Undo would take back, for its menu text; empty if nothing."""
        return self._session.history.undo_name

    @property
    def redo_name(self) -> str:
        """What Redo would do again; empty if nothing."""
        return self._session.history.redo_name

    def undo(self) -> Changes:
        """Take the last edit, move or link back."""
        return self._session.undo()

    def redo(self) -> Changes:
        """Do the last undone edit again."""
        return self._session.redo()
