"""The record of what was checked when a post was marked Ready."""

from __future__ import annotations

import json
from dataclasses import asdict, replace

from app.checklist.own import version_of
from app.model.past import Snapshot
from app.model.post import Post
from app.networks.render import render
from app.operations.session import Session


def snapshot_of(session: Session, post: Post) -> Snapshot:
    """Everything that was checked: texts as each network shows them, pictures, records, rules."""
    sources = session.linked_sources(post)
    records = {
        "sources": [asdict(record) for record in sources],
        "consents": [asdict(record) for record in session.linked_consents(post)],
        "interests": [asdict(record) for record in session.linked_interests(post)],
        "registers": [asdict(record) for record in session.registers.values()],
    }
    return Snapshot(
        post_id=post.id,
        at=session.now(),
        who=session.account.name,
        pack_version=version_of(session.pack, session.practice),
        body=post.body,
        texts={name: render(post.text_for(name), name, sources).text for name in post.networks},
        pictures=tuple((picture.sha256, picture.alt_text) for picture in post.pictures),
        records=json.dumps(records, default=_plain, sort_keys=True),
        checks=tuple(
            confirmation.question + " " + confirmation.fingerprint
            for confirmation in post.confirmations
        ),
    )


def same_content(one: Snapshot, other: Snapshot) -> bool:
    """Whether two snapshots record the same texts, pictures, records and answers."""
    return replace(one, at=other.at, who=other.who) == other


def _plain(value: object) -> object:
    return sorted(value) if isinstance(value, frozenset) else str(value)
