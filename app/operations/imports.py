"""Drafts that were written elsewhere, as Markdown files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any
from uuid import NAMESPACE_URL, uuid4, uuid5

from app.errors import BadInput
from app.exchange.identifiers import read_identifier
from app.exchange.markdown_in import DraftPicture, MarkdownDraft, Problem, read_markdown
from app.model.changes import Changes
from app.model.post import AttachedPicture, Post, State
from app.model.records import Source
from app.model.walltime import WallTime
from app.operations.history import Image, Step
from app.operations.pictures import keep_picture
from app.operations.posts import revise
from app.operations.reading import usual_time
from app.operations.session import Session
from app.store.posts import post_by_uid


@dataclass(slots=True)
class ImportResult:
    """What an import did. ``extras`` holds what a file says beside the post, by post id."""

    added: list[int] = field(default_factory=list)
    updated: list[int] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    extras: dict[int, Mapping[str, Any]] = field(default_factory=dict)

    def words(self) -> str:
        """What happened, for the toast."""
        if not self.added and not self.problems:
            return f"All {len(self.updated)} are here already. None were copied."
        return f"{len(self.added)} posts added, {len(self.updated)} updated."


class ImportDesk:
    """Files in. The same file a second time updates its post and copies nothing."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def markdown(
        self,
        paths: tuple[Path, ...],
        *,
        shift: timedelta = timedelta(),
        sample: bool = False,
    ) -> ImportResult:
        """Import Markdown files and folders of them; ``shift`` moves every date.

        A file that cannot be read is a problem in the result; the others are imported.
        """
        result = ImportResult()
        for path in paths:
            drafts, problems = read_markdown(path)
            result.problems.extend(problems)
            for draft in drafts:
                self._add(draft, path, shift, sample=sample, result=result)
        return result

    def _add(
        self,
        draft: MarkdownDraft,
        root: Path,
        shift: timedelta,
        *,
        sample: bool,
        result: ImportResult,
    ) -> None:
        session = self._session
        uid = _uid(draft, root)
        known = post_by_uid(session.store, uid)
        if known is not None and known.state in (State.POSTED, State.ARCHIVED):
            result.notes.append(f"{known.title}: posted already, left as it is.")
            return
        pictures = self._pictures(draft.pictures, draft.file, result)
        wanted = self._wanted(draft, known, shift, result)
        wanted = replace(wanted, pictures=pictures or wanted.pictures)
        if known is None:
            state = State.DRAFT if wanted.has_text else State.IDEA
            new = replace(wanted, uid=uid, state=state, sample=sample)
            step = Step("import", (Image("post:0", None, new),))
            post_id = session.write(step, Changes(), (("imported", None, ""),)).created
            result.added.append(post_id)
        else:
            post_id = known.id
            revise(session, post_id, "import", lambda _: wanted)
            result.updated.append(post_id)
        result.notes.extend(f"{draft.file}: {note}" for note in draft.notes)
        if draft.extra:
            result.extras[post_id] = {"sample": draft.extra}

    def _wanted(
        self, draft: MarkdownDraft, known: Post | None, shift: timedelta, result: ImportResult
    ) -> Post:
        session = self._session
        now = session.now()
        base = known or Post(id=0, uid=uuid4().hex, body="", created_at=now, changed_at=now)
        return replace(
            base,
            body=draft.body,
            own_texts=MappingProxyType(dict(draft.own_texts)),
            when=self._when(draft, shift) or base.when,
            networks=draft.networks or base.networks or session.account.networks,
            audience=draft.audience or base.audience,
            purpose=draft.purpose or base.purpose,
            note=draft.note or base.note,
            source_ids=self._sources(draft, result) or base.source_ids,
            consent_ids=self._named(
                draft, draft.consents, {c.code: c.id for c in session.consents.values()}, result
            )
            or base.consent_ids,
            interest_ids=self._named(
                draft,
                draft.interests,
                {i.organisation: i.id for i in session.interests.values()},
                result,
            )
            or base.interest_ids,
        )

    def _when(self, draft: MarkdownDraft, shift: timedelta) -> WallTime | None:
        if draft.day is None:
            return None
        day = draft.day + shift
        usual = usual_time(self._session, day)
        clock = draft.clock or usual.clock
        moment = datetime.combine(day, clock.replace(second=0, microsecond=0))
        return WallTime(moment, draft.zone or usual.zone)

    def _sources(self, draft: MarkdownDraft, result: ImportResult) -> tuple[int, ...]:
        """Ids of the sources that a file names; identifiers that are new become sources."""
        session = self._session
        found: dict[int, None] = {}
        for name in draft.sources:
            known = {s.short_name: s.id for s in session.sources.values()}
            known |= {s.identifier: s.id for s in session.sources.values()}
            read = read_identifier(name)
            source_id = known.get(name) or known.get(read.identifier)
            if source_id is None and read.ok:
                source_id = self._new_source(name)
            if source_id is None:
                result.notes.append(f"{draft.file}: the source {name} is not in the planner.")
            else:
                found[source_id] = None
        return tuple(found)

    def _new_source(self, text: str) -> int:
        session = self._session
        read = read_identifier(text)
        source = Source(
            id=0,
            short_name=f"source-{len(session.sources) + 1}",
            kind=read.kind,
            identifier=read.identifier,
            accessed_on=session.today(),
        )
        return session.write(
            Step("add source", (Image("source:0", None, source),)), Changes()
        ).created

    def _named(
        self,
        draft: MarkdownDraft,
        names: tuple[str, ...],
        known: Mapping[str, int],
        result: ImportResult,
    ) -> tuple[int, ...]:
        missing = [name for name in names if name not in known]
        result.notes.extend(f"{draft.file}: there is no record {name}." for name in missing)
        return tuple(known[name] for name in names if name in known)

    def _pictures(
        self, given: tuple[DraftPicture, ...], file: str, result: ImportResult
    ) -> tuple[AttachedPicture, ...]:
        session = self._session
        pictures = []
        for picture in given:
            try:
                taken = keep_picture(session, picture.path.read_bytes(), picture.path.name)
            except OSError:
                result.notes.append(f"{file}: the picture {picture.path.name} is not there.")
                continue
            except BadInput as problem:
                result.notes.append(f"{file}: {problem.headline}")
                continue
            pictures.append(
                AttachedPicture(taken.sha256, taken.name, picture.alt_text, picture.shows_person)
            )
        return tuple(pictures)


def _uid(draft: MarkdownDraft, root: Path) -> str:
    """The same file gives the same uid: by its own id, else by where it lies."""
    if draft.id:
        return uuid5(NAMESPACE_URL, f"primum-draft:{draft.id}").hex
    folder = root if root.is_dir() else root.parent
    return uuid5(NAMESPACE_URL, (folder / draft.file).resolve().as_uri()).hex
