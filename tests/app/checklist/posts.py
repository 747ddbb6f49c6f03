"""Posts and what they rest on, made from the short form in items.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from app.checklist import answers
from app.checklist.assess import assess, look_at
from app.checklist.inputs import Inputs
from app.checklist.items import Applied, apply_items
from app.checks.pack import load_pack
from app.model.assessment import Assessment, Check, Group
from app.model.post import (
    AttachedPicture,
    Audience,
    FactOverride,
    Post,
    PostKind,
    Purpose,
    State,
)
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
from app.model.registers import Register, RegisterRecord, Shows
from app.model.walltime import WallTime

NOW = datetime(2026, 9, 8, 9, 41, tzinfo=UTC)
ZONE = "Europe/London"
ACCOUNT = Account("Dr Maya Lindqvist", "MD", "Consultant cardiologist", "City Hospital")
SOURCE = Source(
    1,
    "esc-af-2024",
    SourceKind.DOI,
    "10.1093/eurheartj/ehae176",
    "ESC 2024 guideline on AF",
    2024,
    Evidence.GUIDELINE,
)
INTEREST = Interest(
    1,
    "Corvia Devices",
    Tie.SPEAKER,
    "Disclosure: I receive speaker fees from Corvia Devices.",
    value="about 2,000 a year",
)
CONSENT = Consent(
    1,
    "C-019",
    "A.B.",
    frozenset(Covers),
    (),
    date(2026, 8, 1),
    ends_on=date(2027, 8, 1),
    description="Her story of a fever",
    purpose="Teaching on social media",
    disclosed_by="Dr Lindqvist",
    saw_final_version=True,
    right_to_revoke_told=True,
    redisclosure_told=True,
    not_condition_of_care=True,
    freely_given=True,
    takedown_plan="The practice manager",
    form_kept_at="Cabinet 2",
)


def inputs_of(said: Mapping[str, Any], where: tuple[str, ...] = ("UK",)) -> Inputs:
    """A post and its records; what ``said`` leaves out is as in a usual post."""
    sources = tuple(_source(changes) for changes in said.get("sources", ()))
    consents = tuple(_consent(changes) for changes in said.get("consents", ()))
    account = replace(
        ACCOUNT,
        jurisdictions=tuple(said.get("where", where)),
        personal=bool(said.get("personal", False)),
        **said.get("account", {}),
    )
    post = Post(
        1,
        "u" * 32,
        said["text"],
        datetime.fromisoformat(said["written"]).replace(tzinfo=UTC) if "written" in said else NOW,
        NOW,
        kind=PostKind(said.get("kind", "post")),
        state=State.REVIEW,
        networks=("linkedin",),
        audience=_chosen(Audience, said.get("audience", "public")),
        purpose=_chosen(Purpose, said.get("purpose", "teach")),
        when=WallTime(datetime.fromisoformat(said.get("when", "2026-09-24T08:00")), ZONE),
        pictures=_pictures(said),
        source_ids=tuple(one.id for one in sources),
        consent_ids=tuple(one.id for one in consents),
        fact_overrides=tuple(
            FactOverride(name, value, "The author said so herself.", NOW)
            for name, value in said.get("facts", {}).items()
        ),
    )
    made = Inputs(
        post,
        sources=sources,
        consents=consents,
        all_interests=tuple(replace(INTEREST, **c) for c in said.get("interests", ())),
        registers=tuple(_record(n, r) for n, r in enumerate(said.get("registers", ()), start=1)),
        account=account,
        levels=said.get("levels", {}),
        now=NOW,
        zone=ZONE,
    )
    return _confirmed(made, said.get("confirm", ()))


def applied(inputs: Inputs) -> dict[str, Applied]:
    """The items that apply, by id."""
    situation = look_at(inputs, load_pack())
    found = apply_items(situation.rules, situation.held, situation.here, inputs.levels)
    return {one.item.id: one for one in found}


def open_checks(answer: Assessment, item: str) -> list[Check]:
    """The rows of the panel that say that an item is open."""
    return [
        check
        for check in answer.checks
        if item in check.items
        and (
            check.group in (Group.FIX, Group.CONSIDER)
            or (check.group is Group.CONFIRM and check.confirmed_at is None)
        )
    ]


def _chosen(kind: Any, name: str) -> Any:
    return None if name == "none" else kind(name)


def _pictures(said: Mapping[str, Any]) -> tuple[AttachedPicture, ...]:
    if "picture" not in said:
        return ()
    shows = bool(said.get("person", False))
    return (AttachedPicture("ab" * 32, "picture.png", said["picture"], shows),)


def _source(changes: Mapping[str, Any]) -> Source:
    known = dict(changes)
    if "evidence" in known:
        known["evidence"] = Evidence(known["evidence"])
    return replace(SOURCE, **known)


def _consent(changes: Mapping[str, Any]) -> Consent:
    known = dict(changes)
    if "networks" in known:
        known["networks"] = tuple(known["networks"])
    return replace(CONSENT, **known)


def _record(number: int, said: Mapping[str, Any]) -> RegisterRecord:
    known = dict(said)
    register = Register(known.pop("register"))
    shows = frozenset(Shows(name) for name in known.pop("shows", ()))
    return RegisterRecord(id=number, register=register, shows=shows, **known)


def _confirmed(inputs: Inputs, questions: tuple[str, ...]) -> Inputs:
    if not questions:
        return inputs
    answer = assess(inputs)
    rows = {check.id: check for check in answer.group(Group.CONFIRM)}
    post = inputs.post
    for question in questions:
        assert f"confirm:{question}" in rows, f"{question} is not asked, only {sorted(rows)}"
        post = answers.confirm(post, rows[f"confirm:{question}"], NOW)
    return replace(inputs, post=post)
