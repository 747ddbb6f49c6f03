"""The sample planner: two months of posts in every state, made from ``resources/sample``.

Its drafts are written around Thursday 10 September 2026; all dates are moved so that
this day falls on the latest Thursday that is not after today.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import resources
from app.errors import Refused
from app.model.assessment import Group
from app.model.post import State
from app.model.records import (
    Account,
    Consent,
    Covers,
    Evidence,
    Interest,
    Source,
    SourceKind,
    Tie,
)

if TYPE_CHECKING:
    from app.planner import Planner

ANCHOR = date(2026, 9, 10)
FOLDER = Path(str(files(resources) / "sample"))


@dataclass(frozen=True, slots=True)
class Plan:
    """What a draft of the sample becomes."""

    state: str
    overdue: bool = False
    later_words: str = ""


def shift_for(today: date) -> timedelta:
    """By how much the dates of the sample move: whole weeks, so that weekdays stay."""
    weeks = (today - ANCHOR).days // 7
    return timedelta(weeks=weeks)


def add_records(planner: Planner, shift: timedelta) -> None:
    """The sample's account, sources, consents and interest."""
    import yaml

    given: Mapping[str, Any] = yaml.safe_load((FOLDER / "records.yaml").read_text("utf-8"))
    account: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in given["account"].items()
    }
    planner.records.save_account(Account(**account))
    for record in given["sources"]:
        record["kind"] = SourceKind(record["kind"])
        record["evidence"] = Evidence(record["evidence"])
        seen = planner.today() - timedelta(days=9)
        planner.records.save_source(Source(id=0, accessed_on=seen, sample=True, **record))
    for record in given["consents"]:
        record["covers"] = frozenset(Covers(name) for name in record["covers"])
        record["networks"] = tuple(record["networks"])
        for name in ("given_on", "ends_on", "withdrawn_on"):
            if name in record:
                record[name] += shift
        planner.records.save_consent(_signed(Consent(id=0, sample=True, **record)))
    for record in given["interests"]:
        record["tie"] = Tie(record["tie"])
        record["names"] = tuple(record["names"])
        planner.records.save_interest(Interest(id=0, sample=True, **record))


def _signed(consent: Consent) -> Consent:
    """A record with everything on its form that a valid one has."""
    return replace(
        consent,
        purpose="Education of the public",
        disclosed_by="Dr Maya Lindqvist",
        saw_final_version=True,
        right_to_revoke_told=True,
        redisclosure_told=True,
        not_condition_of_care=True,
        freely_given=True,
        identifiable_agreed=True,
        takedown_plan="The practice manager removes it from every account within a day.",
    )


def fill(planner: Planner) -> None:
    """Add the sample to an empty planner."""
    shift = shift_for(planner.today())
    planner.set_setting("zone", "Europe/London")
    planner.set_setting("sample", True)
    add_records(planner, shift)
    result = planner.imports.markdown((FOLDER / "drafts",), shift=shift, sample=True)
    for post_id, extra in result.extras.items():
        plan = Plan(**extra.get("sample", {}))
        try:
            _bring(planner, post_id, plan)
        except Refused:
            # Stricter rules than the sample was written for: the post stays in review.
            continue


def _bring(planner: Planner, post_id: int, plan: Plan) -> None:
    """Bring a post to the state that its draft asks for, by the same gate as everyone's."""
    _keep_ahead(planner, post_id, plan)
    if plan.state in ("idea", "draft"):
        return
    if plan.state == "bin":
        planner.posts.bin(post_id)
        return
    planner.posts.advance(post_id)
    if plan.state == "review":
        return
    mark_ready(planner, post_id)
    if plan.state == "sent_back":
        body = planner.posts.get(post_id).body
        planner.posts.edit_text(post_id, body.rstrip() + f"\n\n{plan.later_words}\n")
    when = planner.posts.get(post_id).when
    past = when is not None and when.utc() < planner.now()
    if plan.state in ("posted", "archived") or (
        plan.state == "ready" and past and not plan.overdue
    ):
        planner.posts.mark_posted(post_id)
    if plan.state == "archived":
        planner.posts.archive(post_id)


def _keep_ahead(planner: Planner, post_id: int, plan: Plan) -> None:
    """What is still being worked on is not left behind when today is late in the week."""
    when = planner.posts.get(post_id).when
    working = plan.state in ("idea", "draft", "review", "sent_back")
    if working and when is not None and when.utc() < planner.now():
        planner.posts.shift(post_id, 7)


def mark_ready(planner: Planner, post_id: int) -> None:
    """Confirm what only the author can confirm, and mark ready; raises Refused if not clear."""
    for check in planner.gate.assess(post_id).group(Group.CONFIRM):
        planner.gate.confirm(post_id, check.id)
    if planner.posts.get(post_id).state is not State.READY:
        planner.posts.advance(post_id)
    if planner.posts.get(post_id).state is not State.READY:
        raise Refused("This post is not Ready.", planner.gate.assess(post_id).reason)
