"""The printed figures beside their targets."""

from __future__ import annotations

from collections.abc import Iterator

from tests.accuracy.score import Outcome, Score

_TARGETS = {"identifier": (0.90, 0.93), "claim": (0.90, 0.92)}
_NAME_F1 = 0.88
_OTHER_F1 = 0.85
_STOPPED = 0.02
_NAGGED = 0.10
_HEAD = f"{'':28}{'labels':>7}{'prec':>7}{'recall':>7}{'F1':>7}{'false':>7}"


def report(title: str, outcome: Outcome) -> Iterator[str]:
    """All lines for one file."""
    yield f"== {title}"
    yield f"{_HEAD}{'again':>7}{'noted':>7}{'strong':>8}  target"
    for kind, row in sorted(outcome.kinds.items()):
        strong = f"{row.as_strong / row.found:8.2f}" if row.found else f"{'-':>8}"
        yield f"{_line(kind, row)}{row.repeats:7}{row.noted:7}{strong}  {_verdict(kind, row)}"
    for kind in ("identifier", "claim"):
        yield ""
        yield f"-- {kind} by sub: precision, recall and F1 of that very sub; recall by any sub"
        yield f"{_HEAD}{'any sub':>9}"
        for key in sorted(key for key in outcome.typed if key[0] == kind):
            any_sub = outcome.subs.get(key, Score()).recall
            yield f"{_line(key[1], outcome.typed[key])}{any_sub:9.2f}{_name_note(key, outcome)}"
    yield ""
    yield from _quiet(outcome)


def _line(name: str, row: Score) -> str:
    figures = "".join(f"{cell:>7}" for cell in _figures(row))
    return f"{name:28}{row.labels:7}{figures}{row.false:7}"


def _figures(row: Score) -> tuple[str, str, str]:
    """Precision, recall, F1; a dash where nothing was found or nothing was there to find."""
    precision = f"{row.precision:.2f}" if row.found + row.false else "-"
    recall = f"{row.recall:.2f}" if row.labels else "-"
    return precision, recall, f"{row.f1:.2f}" if row.labels else "-"


def _verdict(kind: str, row: Score) -> str:
    if kind in _TARGETS:
        precision, recall = _TARGETS[kind]
        good = row.precision >= precision and row.recall >= recall
        return f"P {precision:.2f} R {recall:.2f} {_met(good)}"
    return f"F1 {_OTHER_F1:.2f} {_met(row.f1 >= _OTHER_F1)}"


def _met(good: bool) -> str:
    return "met" if good else "SHORT"


def _name_note(key: tuple[str, str], outcome: Outcome) -> str:
    if key != ("identifier", "name"):
        return ""
    return f"  target F1 {_NAME_F1:.2f} {_met(outcome.typed[key].f1 >= _NAME_F1)}"


def _quiet(outcome: Outcome) -> Iterator[str]:
    total = outcome.clean or 1
    stopped, nagged = outcome.stopped / total, outcome.nagged / total
    yield f"clean texts {outcome.clean}"
    yield (
        f"  with something to fix          {outcome.stopped:4}  {stopped:6.1%}"
        f"  target <= {_STOPPED:.0%} {_met(stopped <= _STOPPED)}"
    )
    yield (
        f"  with more than two to consider {outcome.nagged:4}  {nagged:6.1%}"
        f"  target <= {_NAGGED:.0%} {_met(nagged <= _NAGGED)}"
    )
    yield f"  with anything shown            {outcome.marked:4}  {outcome.marked / total:6.1%}"


def all_met(outcome: Outcome) -> bool:
    """Whether every target is reached."""
    total = outcome.clean or 1
    names = outcome.typed.get(("identifier", "name"), Score())
    return (
        all(_verdict(kind, row).endswith("met") for kind, row in outcome.kinds.items())
        and names.f1 >= _NAME_F1
        and outcome.stopped / total <= _STOPPED
        and outcome.nagged / total <= _NAGGED
    )


def peer_report(title: str, ours: Outcome, peers: dict[str, Outcome]) -> Iterator[str]:
    """Identifiers only: ours beside the free tools, on the same texts in the same run."""
    yield f"-- identifiers beside free tools, {title}"
    yield f"{_HEAD}{'clean texts marked':>20}"
    for name, outcome in {"primum": ours, **peers}.items():
        row = outcome.kinds.get("identifier", Score())
        share = outcome.marked / (outcome.clean or 1)
        yield f"{_line(name, row)}{share:20.1%}"
    yield "   precision/recall/F1 of that very sub, in the same order"
    subs = sorted({key[1] for key in ours.typed if key[0] == "identifier"})
    for sub in subs:
        cells = []
        for outcome in (ours, *peers.values()):
            row = outcome.typed.get(("identifier", sub), Score())
            cells.append("/".join(_figures(row)))
        yield f"  {sub:26}" + "   ".join(f"{cell:>16}" for cell in cells)
