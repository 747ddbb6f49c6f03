"""Link a consent record to a post."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from app.errors import BadInput
from app.model.records import Consent, Covers
from ui.dialogs.consent_form import ConsentForm
from ui.dialogs.context import DialogContext
from ui.dialogs.wording import consent_detail, consent_title


class ConsentRegister:
    """Records that do not cover the post say why; they can be linked, but do not clear it."""

    title = "Link consent"
    noun = "consent record"
    note = "Codes and initials only. Names stay on the signed form in your clinic."

    def __init__(self, context: DialogContext, post_id: int) -> None:
        self.context = context
        self.post_id = post_id

    def records(self) -> tuple[Consent, ...]:
        """The records to choose from, most useful first."""

        def shortness(consent: Consent) -> int:
            return len(self._shortfalls(consent))

        return tuple(sorted(self.context.planner.records.consents(), key=shortness))

    def describe(self, record: Consent) -> tuple[str, str, str]:
        """Title, detail, and why it does not fit."""
        short = self._shortfalls(record)
        return consent_title(record), consent_detail(record), short[0] if short else ""

    def linked(self) -> tuple[int, ...]:
        """Ids that the post is linked to already."""
        return self.context.planner.posts.get(self.post_id).consent_ids

    def make_form(self, record: Consent | None) -> QWidget:
        """A form for a record, or for a new one."""
        today = self.context.planner.today()
        self._consent_form = ConsentForm(self.context.theme, record or self._blank(), today)
        return self._consent_form

    def _blank(self) -> Consent:
        """What a new record for this post starts with."""
        planner = self.context.planner
        post = planner.posts.get(self.post_id)
        person = any(picture.shows_person for picture in post.pictures)
        account = planner.records.account()
        return Consent(
            id=0,
            code=planner.records.next_consent_code(),
            initials="",
            covers=frozenset({Covers.STORY, Covers.IMAGE} if person else {Covers.STORY}),
            networks=post.networks,
            given_on=planner.today(),
            ends_on=_a_year_on(planner.today()),
            purpose="Education of the public",
            disclosed_by=account.name,
        )

    def first_field(self) -> QWidget:
        """Where typing starts."""
        return self._consent_form.code

    def save_form(self) -> int:
        """Save the record; its id."""
        consent = self._consent_form.value()
        if not consent.covers:
            raise BadInput("Tick what the consent covers.", "Nothing was saved yet.")
        return self.context.planner.records.save_consent(consent).created or consent.id

    def link(self, record_id: int) -> None:
        """Link the record to the post."""
        self.context.planner.records.link_consent(self.post_id, record_id)

    def unlink(self, record_id: int) -> None:
        """Take the record from the post; it stays in the register."""
        self.context.planner.records.unlink_consent(self.post_id, record_id)

    def _shortfalls(self, consent: Consent) -> tuple[str, ...]:
        return self.context.planner.records.shortfalls(consent.id, self.post_id)


def _a_year_on(day: date) -> date:
    return day.replace(year=day.year + 1, day=min(day.day, 28))
