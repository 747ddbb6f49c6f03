"""What the practice adds to the rules: own words, exceptions, levels of checks, questions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from uuid import uuid4

from app.checklist.items import rules_of
from app.checklist.own import check_level, check_question, choices
from app.checks.own_entry import check_phrase
from app.errors import BadInput, Refused
from app.exchange.practice_file import read_practice, write_practice
from app.model.changes import Changes
from app.model.finding import Strength
from app.model.practice import (
    OwnException,
    OwnLevel,
    OwnQuestion,
    OwnWord,
    PracticeRule,
    PracticeRules,
)
from app.model.rows import PostFilter
from app.operations.consequences import OPEN_STATES, follow
from app.operations.history import Image, Step
from app.operations.session import Event, Session
from app.store.practice import KEY, practice_text

MOST = 500
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class ItemChoice:
    """An item of the checklist and what it may weigh where the practice is bound."""

    id: str
    section: str
    question: str
    strength: Strength
    choices: tuple[Strength, ...]


@dataclass(frozen=True, slots=True)
class Imported:
    """How many rules of a file were new, changed and here already."""

    added: int
    changed: int
    same: int
    changes: Changes

    def words(self) -> str:
        """In a sentence."""
        if not self.added and not self.changed:
            return "All of them are here already."
        return f"{self.added} added, {self.changed} changed, {self.same} here already."


class PracticeDesk:
    """The practice's own rules. They live in the planner and outlast any pack."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def rules(self) -> PracticeRules:
        """Everything that the practice added."""
        return self._session.practice

    def rule(self, rule_id: int) -> PracticeRule:
        """One of the rules. Raises Refused if it is gone."""
        found = self.rules().rule(rule_id)
        if found is None:
            raise Refused("This rule is no longer there.", "Nothing was changed.")
        return found

    def items(self) -> tuple[ItemChoice, ...]:
        """The items that a practice may make stricter or lighter, in the order of the list."""
        rules, pack = rules_of(self._session.pack), self._session.pack
        sections = pack.data["checklist"].get("sections", {})
        here = self._session.account.jurisdictions
        found = (
            ItemChoice(
                item.id,
                str(sections.get(item.section, item.section)),
                item.question,
                item.strength,
                choices(item, here),
            )
            for item in rules.items
        )
        return tuple(item for item in found if item.choices)

    def save(self, rule: PracticeRule) -> Changes:
        """Add (id 0) or change a rule; ``created`` is the new id.

        Posts in review and Ready posts are looked at again; one Undo takes all of it back.
        """
        rule, before = _tidied(rule), self.rules()
        self._check(rule)
        known = before.like(rule)
        if known is not None and known.id != rule.id:
            raise BadInput(
                f"There is already a rule about {subject(rule)}.", "Change that one instead."
            )
        if not rule.id:
            rule = replace(rule, added=self._session.today())
        verb = "change" if rule.id else "add"
        after = before.with_rule(rule)
        changes = self._write(f"{verb} {named(rule)}", after, ((f"{verb} rule", rule),))
        return replace(changes, created=0 if rule.id else after.last_id)

    def remove(self, rule_id: int) -> Changes:
        """Take a rule away."""
        rule = self.rule(rule_id)
        after = self.rules().without(rule_id)
        done = f"Removed {named(rule)}"
        return self._write(f"remove {named(rule)}", after, (("remove rule", rule),), done)

    def import_file(self, path: Path) -> Imported:
        """Add the rules of a YAML file; one about the same thing is changed. All or nothing."""
        found = read_practice(path, self._session.today(), lambda rule: self._check(_tidied(rule)))
        before = after = self.rules()
        counts = {"add": 0, "change": 0, "same": 0}
        events: list[tuple[str, PracticeRule]] = []
        for rule in map(_tidied, found):
            known = after.like(rule)
            what = "add" if known is None else "change"
            if known is not None:
                rule = replace(rule, id=known.id, added=known.added)
                what = "same" if rule == known else what
            counts[what] += 1
            if what != "same":
                after = after.with_rule(rule)
                events.append((f"{what} rule", rule))
        changes = Changes()
        if after != before:
            done = f"Rules imported: {counts['add']} added, {counts['change']} changed"
            changes = self._write("import rules", after, tuple(events), done)
        return Imported(counts["add"], counts["change"], counts["same"], changes)

    def export_file(self, path: Path) -> None:
        """Write all rules to a YAML file."""
        write_practice(self.rules(), path)

    def _check(self, rule: PracticeRule) -> None:
        if isinstance(rule, OwnLevel):
            check_level(rule, self._session.pack, self._session.account.jurisdictions)
        elif isinstance(rule, OwnQuestion):
            check_question(rule)
        else:
            check_phrase(rule)

    def _write(
        self,
        name: str,
        after: PracticeRules,
        what: tuple[tuple[str, PracticeRule], ...],
        done: str = "",
    ) -> Changes:
        session = self._session
        if sum(1 for _ in after) > MOST:
            raise BadInput(f"No more than {MOST} rules can be added.", "Nothing was changed.")
        before, text = str(session.setting(KEY)), practice_text(after)
        if text == before:
            return Changes()
        events: tuple[Event, ...] = tuple((verb, None, _told(rule)) for verb, rule in what)
        run = f"rules:{uuid4().hex}"
        step = Step(name, (Image(f"setting:{KEY}", before, text),), run)
        changes = session.write(step, Changes(done=done), events)
        for row in session.rows(PostFilter(states=OPEN_STATES)):
            if session.assess(session.post(row.id)).tally != row.tally:
                changes |= follow(session, row.id, name, run)
        session.history.close_run()
        return changes


def subject(rule: PracticeRule) -> str:
    """What a rule is about, as a title."""
    if isinstance(rule, OwnLevel):
        return rule.item
    words = rule.statement if isinstance(rule, OwnQuestion) else rule.phrase
    return f"“{words if len(words) <= _SHOWN else words[: _SHOWN - 1] + '…'}”"


def named(rule: PracticeRule) -> str:
    """A rule in the words of an undo step: own words “heart whisperer”."""
    names = {OwnWord: "own words", OwnException: "exception", OwnLevel: "weight of"}
    return f"{names.get(type(rule), 'own question')} {subject(rule)}"


def _told(rule: PracticeRule) -> str:
    """A rule as the audit trail keeps it: with its strength and reason."""
    strength = "" if isinstance(rule, OwnException) else f", {rule.strength}"
    return f"{named(rule)}{strength}{f': {rule.why}' if rule.why else ''}"


def _tidied(rule: PracticeRule) -> PracticeRule:
    """Without spaces around and line ends within."""
    if isinstance(rule, OwnWord):
        rule = replace(rule, instead=_line(rule.instead))
    if isinstance(rule, OwnWord | OwnException):
        rule = replace(rule, phrase=_line(rule.phrase))
    elif isinstance(rule, OwnQuestion):
        rule = replace(rule, statement=_line(rule.statement))
    return replace(rule, why=_line(rule.why))


def _line(words: str) -> str:
    return " ".join(words.split())
