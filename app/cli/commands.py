"""What each command does, as data for ``--json`` and as lines to read."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from app.cli import practice, registers, wording
from app.cli.outcome import Outcome
from app.errors import BadInput, CannotOpen, Refused
from app.model.assessment import Assessment, Group
from app.model.post import Post, State
from app.model.rows import PostFilter
from app.planner import Planner


def run(chosen: argparse.Namespace) -> Outcome:
    """Run the chosen command."""
    if chosen.command == "new":
        return _new(chosen)
    reading = chosen.command in ("list", "show", "records")
    reading = reading or (chosen.command == "rules" and practice.reads_only(chosen))
    with _opened(chosen, read_only=reading) as planner:
        return _COMMANDS[chosen.command](planner, chosen)


@contextmanager
def _opened(chosen: argparse.Namespace, *, read_only: bool) -> Iterator[Planner]:
    path: Path = chosen.planner
    passphrase = None
    if chosen.passphrase_file is not None:
        passphrase = _read_passphrase(chosen.passphrase_file)
    elif Planner.needs_passphrase(path):
        if not sys.stdin.isatty():
            raise CannotOpen("This planner has a passphrase.", "Give it with --passphrase-file.")
        passphrase = getpass.getpass("Passphrase: ")
    planner = Planner.open(path, passphrase, read_only=read_only)
    try:
        yield planner
    finally:
        planner.close()


def _read_passphrase(file: Path) -> str:
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput("The passphrase file cannot be read.", "Nothing was changed.") from error
    if not lines or not lines[0]:
        raise BadInput("The passphrase file is empty.", "Nothing was changed.")
    return lines[0]


def _new(chosen: argparse.Namespace) -> Outcome:
    if chosen.passphrase_file is not None:
        passphrase: str | None = _read_passphrase(chosen.passphrase_file)
    elif chosen.no_password:
        passphrase = None
    elif sys.stdin.isatty():
        passphrase = getpass.getpass("Choose a passphrase: ")
        if passphrase != getpass.getpass("Once more: "):
            raise BadInput("The two passphrases differ.", "Nothing was made.")
        if not passphrase:
            raise BadInput("The passphrase is empty.", "For none, say --no-password.")
    else:
        raise BadInput("Choose --passphrase-file F or --no-password.", "Nothing was made.")
    planner = Planner.create(chosen.planner, passphrase)
    try:
        _set_up(planner, chosen)
    finally:
        planner.close()
    protected = passphrase is not None
    words = "protected by a passphrase" if protected else "not protected by a passphrase"
    return Outcome(
        {"planner": str(chosen.planner), "protected": protected},
        (f"Made {chosen.planner}, {words}.",),
    )


def _set_up(planner: Planner, chosen: argparse.Namespace) -> None:
    from app.networks.catalogue import networks

    if chosen.zone:
        _check_zone(chosen.zone)
        planner.set_setting("zone", chosen.zone)
    for name in chosen.network:
        if name not in networks():
            raise BadInput(f"{name} is not a network.", f"Known: {', '.join(networks())}.")
    account = planner.records.account()
    planner.records.save_account(
        replace(
            account,
            networks=tuple(chosen.network) or account.networks,
            jurisdictions=tuple(chosen.jurisdiction) or account.jurisdictions,
        )
    )


def _check_zone(zone: str) -> None:
    from app.calendar.zones import zone_names

    if zone not in zone_names():
        raise BadInput(f"{zone} is not a time zone.", "For example Europe/London.")


def _import(planner: Planner, chosen: argparse.Namespace) -> Outcome:
    result = planner.imports.markdown(tuple(chosen.paths))
    lines = [f"{len(result.added)} posts added, {len(result.updated)} updated."]
    lines += [f"  {post_id}: {planner.lists.row(post_id).title}" for post_id in result.added]
    lines += [f"Not read: {problem.file}. {problem.words}" for problem in result.problems]
    data = {
        "added": list(result.added),
        "updated": list(result.updated),
        "problems": [{"file": p.file, "words": p.words} for p in result.problems],
        "notes": list(result.notes),
    }
    return Outcome(data, (*lines, *result.notes), blocks=bool(result.problems))


def _list(planner: Planner, chosen: argparse.Namespace) -> Outcome:
    try:
        states = frozenset(State(name) for name in chosen.state)
    except ValueError as error:
        raise BadInput(f"States are {', '.join(State)}.") from error
    wanted = PostFilter(text=chosen.search, states=states, since=chosen.since, until=chosen.until)
    rows = planner.lists.rows(wanted)
    return Outcome(
        [wording.row_data(row) for row in rows],
        tuple(wording.row_line(row) for row in rows) or ("No posts.",),
    )


def _show(planner: Planner, chosen: argparse.Namespace) -> Outcome:
    post = _find(planner, chosen.post)
    assessment = planner.gate.assess(post.id)
    texts = {name: planner.gate.network_text(post, name).text for name in post.networks}
    return Outcome(wording.post_data(post, assessment, texts), wording.post_lines(post, assessment))


def _check(planner: Planner, chosen: argparse.Namespace) -> Outcome:
    if chosen.post is not None:
        posts: tuple[Post, ...] = (_find(planner, chosen.post),)
    else:
        live = frozenset(State) - {State.POSTED, State.ARCHIVED}
        rows = planner.lists.rows(PostFilter(states=live))
        posts = tuple(planner.posts.get(row.id) for row in rows)
    answers = [(post, planner.gate.assess(post.id)) for post in posts]
    data = [wording.assessment_data(post, answer) for post, answer in answers]
    lines: list[str] = []
    for post, answer in answers:
        lines += wording.assessment_lines(post, answer)
    blocks = any(not answer.clear for _, answer in answers)
    return Outcome(data[0] if chosen.post is not None else data, tuple(lines), blocks)


def _ready(planner: Planner, chosen: argparse.Namespace) -> Outcome:
    post = _find(planner, chosen.post)
    unknown = _confirm(planner, post, chosen.confirm)
    if unknown:
        raise BadInput(
            f"Nothing to confirm is called {', '.join(unknown)}.",
            "The ids are printed by: primum-cli check PLANNER POST.",
        )
    try:
        for _ in range(3):
            if planner.posts.get(post.id).state is State.READY:
                break
            planner.posts.advance(post.id)
    except Refused as refusal:
        answer = planner.gate.assess(post.id)
        data = {"ready": False, "reason": str(refusal), **wording.assessment_data(post, answer)}
        lines = (str(refusal), *wording.assessment_lines(post, answer))
        return Outcome(data, lines, blocks=True)
    done = planner.posts.get(post.id)
    ready = done.state is State.READY
    words = "is Ready" if ready else f"is {wording.STATE_WORDS[done.state]}"
    return Outcome({"ready": ready, "post": post.id}, (f"{done.title} {words}.",), blocks=not ready)


def _confirm(planner: Planner, post: Post, wanted: list[str]) -> list[str]:
    """Confirm what was named; the names that fit nothing are returned."""
    unknown = []
    for name in wanted:
        answer: Assessment = planner.gate.assess(post.id)
        checks = [
            check
            for check in (*answer.group(Group.CONFIRM), *answer.group(Group.CLEAR))
            if name in (check.id, check.id.removeprefix("confirm:"), *check.items)
        ]
        if not checks:
            unknown.append(name)
        for check in checks:
            if check.group is Group.CONFIRM:
                planner.gate.confirm(post.id, check.id)
    return unknown


def _export(planner: Planner, chosen: argparse.Namespace) -> Outcome:
    if chosen.until < chosen.since:
        raise BadInput("The last day is before the first.", "Nothing was written.")
    plan = planner.exports.preview(chosen.preset, chosen.since, chosen.until)
    paths = planner.exports.write(plan, chosen.out) if plan.files else ()
    return Outcome(wording.export_data(plan, paths), wording.export_lines(plan, paths))


def _find(planner: Planner, name: str) -> Post:
    if name.isdigit():
        return planner.posts.get(int(name))
    found = planner.posts.by_uid(name)
    if found is None:
        raise BadInput(f"There is no post {name}.", "List them with: primum-cli list PLANNER.")
    return found


_COMMANDS: dict[str, Callable[[Planner, argparse.Namespace], Outcome]] = {
    "import": _import,
    "list": _list,
    "show": _show,
    "check": _check,
    "ready": _ready,
    "records": registers.listing,
    "record": registers.edit,
    "rules": practice.listing,
    "rule": practice.edit,
    "export": _export,
}
