"""``python -m tests.accuracy``: the figures for every file, ours and those of free tools.

Of the held-back and the fresh texts only figures are printed, never words, so that nobody tunes
to them. For the texts to work with, misses and false alarms are written to ``build/accuracy``.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tests.accuracy.checker import hits
from tests.accuracy.corpus import FRESH, HELD_BACK, WORK, Labelled, read_labelled
from tests.accuracy.match import Hit
from tests.accuracy.peers import run_peers
from tests.accuracy.score import Outcome, score
from tests.accuracy.tables import all_met, peer_report, report

_OUT = Path("build") / "accuracy"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 1 with ``--strict`` when a target for the held-back texts is missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy", description=__doc__)
    parser.add_argument("--strict", action="store_true", help="fail when a target is missed")
    parser.add_argument("--no-peers", action="store_true", help="leave the free tools out")
    parser.add_argument("--notes", action="store_true", help="count notes as findings too")
    chosen = parser.parse_args(arguments)
    work, held, fresh = (read_labelled(path) for path in (WORK, HELD_BACK, FRESH))
    found, seconds = _find((*work, *held, *fresh))
    outcomes = {
        f"texts to work with ({len(work)})": (work, score(work, found, notes_count=chosen.notes)),
        f"held back ({len(held)})": (held, score(held, found, notes_count=chosen.notes)),
        f"fresh ({len(fresh)})": (fresh, score(fresh, found, notes_count=chosen.notes)),
    }
    for title, (_, outcome) in outcomes.items():
        _print(*report(title, outcome), "")
    _print(f"checked {len(found)} texts in {seconds:.1f} s", "")
    _write_lists(outcomes[f"texts to work with ({len(work)})"][1])
    if not chosen.no_peers:
        _print_peers(outcomes)
    ours = outcomes[f"held back ({len(held)})"][1]
    return 1 if chosen.strict and not all_met(ours) else 0


def _find(entries: Sequence[Labelled]) -> tuple[dict[str, Sequence[Hit]], float]:
    begin = time.perf_counter()
    found: dict[str, Sequence[Hit]] = {entry.id: hits(entry) for entry in entries}
    return found, time.perf_counter() - begin


def _print_peers(outcomes: dict[str, tuple[tuple[Labelled, ...], Outcome]]) -> None:
    everything = [entry for entries, _ in outcomes.values() for entry in entries]
    found, said = run_peers(everything)
    _print(*said)
    for title, (entries, ours) in outcomes.items():
        theirs = {peer: score(entries, by_text) for peer, by_text in found.items()}
        if theirs:
            _print(*peer_report(title, _identifiers(entries, ours), theirs), "")


def _identifiers(entries: Sequence[Labelled], ours: Outcome) -> Outcome:
    """Our outcome, with clean texts counted as marked only for identifiers, as the tools' are."""
    clean = {entry.id for entry in entries if entry.clean}
    marked = {
        entry.id for entry, hit in ours.alarms if entry.id in clean and hit.kind == "identifier"
    }
    return Outcome(kinds=ours.kinds, typed=ours.typed, clean=ours.clean, marked=len(marked))


def _write_lists(outcome: Outcome) -> None:
    _OUT.mkdir(parents=True, exist_ok=True)
    misses = sorted(outcome.misses, key=lambda pair: (pair[1].kind, pair[1].sub, pair[0].id))
    alarms = sorted(outcome.alarms, key=lambda pair: (pair[1].kind, pair[1].sub, pair[0].id))
    (_OUT / "misses.txt").write_text(
        "".join(
            f"{label.kind}.{label.sub}  {entry.id} {entry.kind}  {label.quote!r}\n"
            f"    in {entry.text!r}\n"
            for entry, label in misses
        ),
        encoding="utf-8",
    )
    (_OUT / "false_alarms.txt").write_text(
        "".join(
            f"{hit.kind}.{hit.sub} {hit.strength}  {entry.id} {entry.kind}"
            f"{' clean' if entry.clean else ''}  {entry.text[hit.start : hit.end]!r}\n"
            f"    in {entry.text!r}\n"
            for entry, hit in alarms
        ),
        encoding="utf-8",
    )
    _print(f"misses ({len(misses)}) and false alarms ({len(alarms)}) are listed in {_OUT}")


def _print(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))


if __name__ == "__main__":
    sys.exit(main())
