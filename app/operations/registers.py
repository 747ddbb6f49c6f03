"""The practice's registers: dated records that answer checks of every post."""

from __future__ import annotations

from app.errors import BadInput, Refused
from app.model.changes import Changes
from app.model.registers import Register, RegisterRecord
from app.operations.consequences import OPEN_STATES, sweep
from app.operations.history import Image, Step
from app.operations.session import Session


class RegisterDesk:
    """Policy, training, partners and what else a practice keeps with a date."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self, register: Register | None = None) -> tuple[RegisterRecord, ...]:
        """The records of one register or of all, newest first in each."""
        found = self._session.registers.values()
        return tuple(one for one in found if register is None or one.register is register)

    def get(self, record_id: int) -> RegisterRecord:
        """One record. Raises Refused if it is gone."""
        found = self._session.registers.get(record_id)
        if found is None:
            raise Refused("This record is no longer there.", "Nothing was changed.")
        return found

    def save(self, record: RegisterRecord) -> Changes:
        """Add (id 0) or change a record; ``created`` is the new id.

        Posts in review and Ready posts are looked at again.
        """
        if not record.title.strip():
            raise BadInput("A record needs a title.", "For example Policy, version 2.")
        if record.until is not None and record.until < record.dated:
            raise BadInput("It ends before it begins.", "Nothing was changed.")
        before = self._session.registers.get(record.id)
        if record == before:
            return Changes()
        return self._write("change" if before else "add", before, record, record)

    def remove(self, record_id: int) -> Changes:
        """Take a record out of its register."""
        before = self.get(record_id)
        return self._write("remove", before, None, before)

    def _write(
        self,
        verb: str,
        before: RegisterRecord | None,
        after: RegisterRecord | None,
        about: RegisterRecord,
    ) -> Changes:
        session = self._session
        event = (f"{verb} record", None, f"{about.register}: {about.title}")
        step = Step(f"{verb} record", (Image(f"register:{about.id}", before, after),))
        changes = session.write(step, Changes(), (event,))
        return changes | sweep(session, OPEN_STATES)
