"""Posts, assessments and export plans as JSON data and as lines to read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.jsonl import finding_json
from app.model.assessment import Assessment, Check, Group
from app.model.post import Post, State
from app.model.rows import PostRow
from app.model.walltime import WallTime

if TYPE_CHECKING:
    from app.exchange.schedule import ExportPlan

STATE_WORDS = {
    State.IDEA: "Idea",
    State.DRAFT: "Draft",
    State.REVIEW: "In review",
    State.READY: "Ready",
    State.POSTED: "Posted",
    State.ARCHIVED: "Archived",
}
_GROUP_WORDS = {
    Group.FIX: "To fix",
    Group.CONSIDER: "Consider",
    Group.CONFIRM: "Only you can confirm",
    Group.CLEAR: "Clear",
}


def when_data(when: WallTime | None) -> dict[str, Any] | None:
    """A wall time as JSON data."""
    if when is None:
        return None
    return {"local": when.local.isoformat(timespec="minutes"), "zone": when.zone}


def row_data(row: PostRow) -> dict[str, Any]:
    """A row as JSON data."""
    return {
        "id": row.id,
        "title": row.title,
        "state": row.state.value,
        "when": when_data(row.when),
        "networks": list(row.networks),
        "to_fix": row.tally.to_fix,
        "to_consider": row.tally.to_consider,
        "to_confirm": row.tally.to_confirm,
        "sent_back": row.sent_back,
    }


def row_line(row: PostRow) -> str:
    """A row as one line."""
    when = row.when.local.isoformat(" ", "minutes") if row.when else "no date"
    networks = ",".join(row.networks)
    state = STATE_WORDS[row.state]
    return (
        f"{row.id:>5}  {when:<16}  {state:<9}  {networks:<22}  {row.title}  ({row.tally.words()})"
    )


def post_data(post: Post, answer: Assessment, texts: Mapping[str, str]) -> dict[str, Any]:
    """A post with its texts and checks as JSON data."""
    return {
        "id": post.id,
        "uid": post.uid,
        "title": post.title,
        "state": post.state.value,
        "when": when_data(post.when),
        "networks": list(post.networks),
        "body": post.body,
        "texts": dict(texts),
        "pictures": [{"name": p.name, "alt_text": p.alt_text} for p in post.pictures],
        "assessment": assessment_data(post, answer),
    }


def post_lines(post: Post, answer: Assessment) -> tuple[str, ...]:
    """A post to read."""
    when = f"{post.when.local.isoformat(' ', 'minutes')} {post.when.zone}" if post.when else "none"
    return (
        f"{post.title}",
        f"State: {STATE_WORDS[post.state]}. Date: {when}. Where: {', '.join(post.networks)}.",
        "",
        post.body.rstrip(),
        "",
        *assessment_lines(post, answer),
    )


def check_data(check: Check) -> dict[str, Any]:
    """A check as JSON data."""
    return {
        "id": check.id,
        "group": check.group.value,
        "title": check.title,
        "quote": check.quote,
        "why": check.why,
        "strength": check.strength.value,
        "items": list(check.items),
        "core": check.core,
        "network": check.network,
        "reopened": check.reopened,
        "suggestions": list(check.suggestions),
        "findings": [finding_json(finding) for finding in check.findings],
    }


def assessment_data(post: Post, answer: Assessment) -> dict[str, Any]:
    """An assessment as JSON data."""
    return {
        "post": post.id,
        "clear": answer.clear,
        "reason": answer.reason,
        "checks": [check_data(check) for check in answer.checks],
        "facts": {name: fact.value for name, fact in sorted(answer.facts.items())},
        "grade": answer.grade,
        "rules": answer.pack_version,
    }


def assessment_lines(post: Post, answer: Assessment) -> tuple[str, ...]:
    """An assessment to read, open checks first."""
    lines = [f"{post.id}: {post.title}", f"  {answer.reason}"]
    for group in Group:
        checks = answer.group(group)
        if not checks:
            continue
        if group is Group.CLEAR:
            lines.append(f"  Clear: {len(checks)}")
            continue
        lines.append(f"  {_GROUP_WORDS[group]}")
        for check in checks:
            quote = f" “{check.quote}”" if check.quote else ""
            lines.append(f"    [{check.id}] {check.title}{quote}")
            if check.why:
                lines.append(f"        {check.why}")
    return tuple(lines)


def export_data(plan: ExportPlan, paths: tuple[Path, ...]) -> dict[str, Any]:
    """An export as JSON data."""
    return {
        "written": plan.written,
        "files": [str(path) for path in paths],
        "left_out": [
            {"post": out.post_id, "title": out.title, "reason": out.reason} for out in plan.left_out
        ],
        "notes": list(plan.notes),
    }


def export_lines(plan: ExportPlan, paths: tuple[Path, ...]) -> tuple[str, ...]:
    """An export to read."""
    if not plan.files:
        nothing = plan.nothing()
        return (f"{nothing.headline} {nothing.detail}".strip(),)
    lines = [plan.summary(), *(f"  {path}" for path in paths), *plan.left_out_words()]
    lines += [f"  {out.title}: {out.reason}" for out in plan.left_out]
    return (*lines, *plan.notes)
