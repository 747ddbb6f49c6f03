"""Records that answer checks, linked to posts: consent, sources, interests, the account."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar
from uuid import uuid4

from app.checklist import consent as consent_rules
from app.errors import BadInput
from app.exchange.identifiers import ReadIdentifier, read_identifier
from app.model.changes import Changes
from app.model.post import Post
from app.model.records import Account, Consent, Interest, Source
from app.model.rows import PostFilter
from app.operations.consequences import OPEN_STATES, follow_records, sweep
from app.operations.history import Image, Step
from app.operations.posts import Edit, revise
from app.operations.session import Session
from app.store.records import posts_using

Record = Source | Consent | Interest
Kept = TypeVar("Kept", Source, Consent, Interest)


class RecordDesk:
    """The registers as far as a post needs them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def sources(self) -> tuple[Source, ...]:
        """All sources, newest first."""
        return _newest_first(self._session.sources)

    def consents(self) -> tuple[Consent, ...]:
        """All consent records, newest first."""
        return _newest_first(self._session.consents)

    def interests(self) -> tuple[Interest, ...]:
        """All interests, newest first."""
        return _newest_first(self._session.interests)

    def account(self) -> Account:
        """The doctor's own profile."""
        return self._session.account

    def source(self, source_id: int) -> Source:
        """One source."""
        return self._session.sources[source_id]

    def consent(self, consent_id: int) -> Consent:
        """One consent record."""
        return self._session.consents[consent_id]

    def interest(self, interest_id: int) -> Interest:
        """One interest."""
        return self._session.interests[interest_id]

    def save_source(self, source: Source) -> Changes:
        """Add (id 0) or change a source; ``created`` is the new id."""
        if not source.short_name.strip():
            raise BadInput("A source needs a short name.", "For example esc-af-2024.")
        for other in self._session.sources.values():
            if other.id != source.id and other.short_name == source.short_name:
                raise BadInput(
                    f"There is already a source called {source.short_name}.",
                    "Choose another short name.",
                )
        return self._save("source", source, self._session.sources.get(source.id))

    def save_consent(self, consent: Consent) -> Changes:
        """Add (id 0) or change a consent record. A code and initials, never a name."""
        if not consent.code.strip():
            raise BadInput("A consent record needs a code.", "For example C-021.")
        if len(consent.initials.replace(".", "").replace(" ", "")) > 4:
            raise BadInput(
                "Use initials here, not a name.", "Keep the name on the signed form in the clinic."
            )
        for other in self._session.consents.values():
            if other.id != consent.id and other.code == consent.code:
                raise BadInput(
                    f"There is already a consent record {consent.code}.", "Choose another code."
                )
        return self._save("consent", consent, self._session.consents.get(consent.id))

    def save_interest(self, interest: Interest) -> Changes:
        """Add (id 0) or change an interest and its disclosure line."""
        if not interest.organisation.strip():
            raise BadInput("Say which company or institution it is.")
        return self._save("interest", interest, self._session.interests.get(interest.id))

    def save_account(self, account: Account) -> Changes:
        """Change the profile; posts in review and Ready posts are looked at again."""
        before = self._session.account
        if account == before:
            return Changes()
        step = Step("change your profile", (Image("account", before, account),))
        changes = self._session.write(step, Changes())
        return changes | sweep(self._session, OPEN_STATES)

    def remove_source(self, source_id: int) -> Changes:
        """Remove a source and its links."""
        return self._remove("source", self._session.sources[source_id])

    def remove_consent(self, consent_id: int) -> Changes:
        """Remove a consent record and its links."""
        return self._remove("consent", self._session.consents[consent_id])

    def remove_interest(self, interest_id: int) -> Changes:
        """Remove an interest and its links."""
        return self._remove("interest", self._session.interests[interest_id])

    def withdraw_consent(self, consent_id: int, on: date) -> Changes:
        """Note that the patient took the consent back; Ready posts that use it are sent back."""
        return self.save_consent(replace(self._session.consents[consent_id], withdrawn_on=on))

    def link_source(self, post_id: int, source_id: int) -> Changes:
        """Say that a post cites a source."""

        def edit(post: Post) -> Post:
            return replace(post, source_ids=_with(post.source_ids, source_id))

        return revise(self._session, post_id, "link source", edit)

    def unlink_source(self, post_id: int, source_id: int) -> Changes:
        """Take a source from a post."""

        def edit(post: Post) -> Post:
            return replace(post, source_ids=_without(post.source_ids, source_id))

        return revise(self._session, post_id, "unlink source", edit)

    def link_consent(self, post_id: int, consent_id: int) -> Changes:
        """Say that a post rests on a consent record."""

        def edit(post: Post) -> Post:
            return replace(post, consent_ids=_with(post.consent_ids, consent_id))

        return revise(self._session, post_id, "link consent", edit)

    def unlink_consent(self, post_id: int, consent_id: int) -> Changes:
        """Take a consent record from a post."""

        def edit(post: Post) -> Post:
            return replace(post, consent_ids=_without(post.consent_ids, consent_id))

        return revise(self._session, post_id, "unlink consent", edit)

    def link_interest(self, post_id: int, interest_id: int) -> Changes:
        """Say that a post touches an interest."""

        def edit(post: Post) -> Post:
            return replace(post, interest_ids=_with(post.interest_ids, interest_id))

        return revise(self._session, post_id, "link affiliation", edit)

    def unlink_interest(self, post_id: int, interest_id: int) -> Changes:
        """Take an interest from a post."""

        def edit(post: Post) -> Post:
            return replace(post, interest_ids=_without(post.interest_ids, interest_id))

        return revise(self._session, post_id, "unlink affiliation", edit)

    def shortfalls(self, consent_id: int, post_id: int) -> tuple[str, ...]:
        """Why a consent record does not cover a post, in sentences; empty if it does."""
        session = self._session
        post = session.post(post_id)
        return consent_rules.shortfalls(
            session.consents[consent_id],
            post,
            today=session.today(),
            pack=session.pack,
            jurisdictions=session.account.jurisdictions,
        )

    def read_identifier(self, text: str) -> ReadIdentifier:
        """What a pasted DOI, PMID, PMCID, NCT number, guideline or link is, form only."""
        return read_identifier(text)

    def next_consent_code(self) -> str:
        """The next free code of the form C-022."""
        numbers = [
            int(record.code[2:])
            for record in self._session.consents.values()
            if record.code.startswith("C-") and record.code[2:].isdigit()
        ]
        return f"C-{max(numbers, default=0) + 1:03d}"

    def used_in(self, kind: str, record_id: int) -> tuple[int, ...]:
        """Ids of the posts that are linked to a record (``source``, ``consent``, ``interest``)."""
        return posts_using(self._session.store, kind, record_id)

    def _save(self, kind: str, after: Record, before: Record | None) -> Changes:
        if after == before:
            return Changes()
        session = self._session
        word = _WORDS[kind]
        name = f"change {word}" if before else f"add {word}"
        run = f"record:{uuid4().hex}"
        changes = session.write(
            Step(name, (Image(f"{kind}:{after.id}", before, after),), run), Changes()
        )
        affected = posts_using(session.store, kind, after.id) if before else ()
        if isinstance(after, Interest):
            affected = tuple(dict.fromkeys((*affected, *self._naming(after))))
        return changes | follow_records(session, affected, name, run)

    def _remove(self, kind: str, before: Record) -> Changes:
        session = self._session
        posts = [session.post(i) for i in posts_using(session.store, kind, before.id)]
        name = f"remove {_WORDS[kind]}"
        run = f"record:{uuid4().hex}"
        field = f"{kind}_ids"
        for post in posts:
            ids = _without(getattr(post, field), before.id)
            revise(session, post.id, name, _setter(field, ids), run=run)
        step = Step(name, (Image(f"{kind}:{before.id}", before, None),), run)
        changes = session.write(step, Changes(done=f"Removed {_WORDS[kind]}"))
        session.history.close_run()
        return changes | Changes(posts=frozenset(post.id for post in posts))

    def _naming(self, interest: Interest) -> tuple[int, ...]:
        """Posts whose text names the company or its products."""
        session = self._session
        found: dict[int, None] = {}
        for name in (interest.organisation, *interest.names, *interest.products):
            if name.strip():
                for row in session.rows(PostFilter(text=f'"{name}"')):
                    found[row.id] = None
        return tuple(found)


_WORDS = {"source": "source", "consent": "consent record", "interest": "affiliation"}


def _newest_first(shelf: Mapping[int, Kept]) -> tuple[Kept, ...]:
    return tuple(shelf[number] for number in sorted(shelf, reverse=True))


def _with(ids: tuple[int, ...], new: int) -> tuple[int, ...]:
    return ids if new in ids else (*ids, new)


def _without(ids: tuple[int, ...], old: int) -> tuple[int, ...]:
    return tuple(i for i in ids if i != old)


def _setter(field: str, ids: tuple[int, ...]) -> Edit:
    def edit(post: Post) -> Post:
        change: dict[str, tuple[int, ...]] = {field: ids}
        return replace(post, **change)  # type: ignore[arg-type]

    return edit
