"""The panel as a whole: the order of its rows, how many are open, and the reason line."""

from __future__ import annotations

from collections.abc import Iterable

from app.checklist.items import ORDER, Rules
from app.model.assessment import Check, Group, Tally

_GROUPS = tuple(Group)


def ordered(checks: Iterable[Check], rules: Rules) -> tuple[Check, ...]:
    """Checks in panel order: by group, core first, then by weight and place in the text."""
    rows = {f"row:{name}": place for place, name in enumerate(rules.rows)}
    core = {f"core:{name}": place for place, name in enumerate(rules.rows)}
    questions = {f"confirm:{name}": place for place, name in enumerate(rules.questions)}

    def place(check: Check) -> tuple[int, bool, int, int, int]:
        row = check.id if check.id.count(":") == 1 else check.id.rpartition(":")[0]
        by_row = core.get(check.id, rows.get(row, questions.get(check.id, 90)))
        weight = -ORDER.index(check.strength) if check.group is not Group.CLEAR else 0
        start = check.findings[0].start if check.findings else 1_000_000
        return _GROUPS.index(check.group), not check.core, weight, start, by_row

    return tuple(sorted(checks, key=place))


def is_open(check: Check) -> bool:
    """Whether a check stops Ready."""
    if check.group is Group.FIX:
        return True
    return check.group is Group.CONFIRM and check.confirmed_at is None


def tally_of(checks: Iterable[Check]) -> Tally:
    """How many checks are open, by what they ask for; confirmed ones count as clear."""
    fix = consider = confirm = clear = 0
    for check in checks:
        if check.group is Group.FIX:
            fix += 1
        elif check.group is Group.CONSIDER:
            consider += 1
        elif is_open(check):
            confirm += 1
        else:
            clear += 1
    return Tally(fix, consider, confirm, clear)


def reason_line(checks: tuple[Check, ...], tally: Tally) -> str:
    """What stands beside Mark ready: why not yet, or that all is done."""
    waiting = [check for check in checks if is_open(check)]
    if not waiting:
        done = f"All {tally.clear} checks are done"
        if tally.to_consider:
            return f"{done}, {tally.to_consider} to consider. The text is kept as it is now."
        return f"{done}. The text is kept as it is now."
    if len(waiting) == 1 and waiting[0].phrase:
        return f"Not ready yet: {waiting[0].phrase}."
    if not tally.to_fix and all(check.reopened for check in waiting):
        return f"Not ready yet: {tally.to_confirm} to confirm again."
    counts = ((tally.to_fix, "to fix"), (tally.to_confirm, "to confirm"))
    return f"Not ready yet: {', '.join(f'{n} {what}' for n, what in counts if n)}."
