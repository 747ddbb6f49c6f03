"""Reads the command line, runs the command, turns what happened into an exit code."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from app.cli import commands, jsonl
from app.cli.arguments import build_parser
from app.errors import BadInput, CannotOpen, KnownError

FINE, BLOCKS, USAGE, CANNOT_OPEN = 0, 1, 2, 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``primum-cli``; the result is the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    chosen = build_parser().parse_args(arguments)
    try:
        if chosen.command == "check" and (chosen.jsonl is None) == (chosen.planner is None):
            raise BadInput("check takes either a planner or --jsonl.")
        if chosen.command == "check" and chosen.jsonl is not None:
            return jsonl.run(chosen.jsonl)
        outcome = commands.run(chosen)
    except KnownError as error:
        _complain(error, as_json=chosen.json)
        return _code(error)
    except BrokenPipeError:
        sys.stderr.close()
        return FINE
    if chosen.json:
        print(json.dumps(outcome.data, ensure_ascii=False, indent=2))
    else:
        print("\n".join(outcome.lines))
    return BLOCKS if outcome.blocks else FINE


def _code(error: KnownError) -> int:
    if isinstance(error, CannotOpen):
        return CANNOT_OPEN
    return USAGE if isinstance(error, BadInput) else BLOCKS


def _complain(error: KnownError, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps({"error": error.headline, "detail": error.detail}, ensure_ascii=False))
    print(f"{error.headline} {error.detail}".strip(), file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
