"""The words of the command line."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from app.cli import practice
from app.model.registers import Register, Shows


def build_parser() -> argparse.ArgumentParser:
    """The parser for ``primum-cli``."""
    parser = argparse.ArgumentParser(
        prog="primum-cli",
        description="Plan posts, check them, hand the schedule over. Nothing leaves this computer.",
        epilog="Exit codes: 0 fine, 1 something blocks, 2 usage or unusable input, 3 cannot open.",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_new(commands)
    _add_import(commands)
    _add_list(commands)
    _add_show(commands)
    _add_check(commands)
    _add_ready(commands)
    _add_records(commands)
    _add_record(commands)
    _add_rules(commands)
    _add_export(commands)
    return parser


Commands = "argparse._SubParsersAction[argparse.ArgumentParser]"


def _command(commands: Commands, name: str, words: str) -> argparse.ArgumentParser:  # type: ignore[valid-type]
    parser: argparse.ArgumentParser = commands.add_parser(name, help=words, description=words)  # type: ignore[attr-defined]
    parser.add_argument("--json", action="store_true", help="print JSON instead of text")
    return parser


def _add_planner(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("planner", type=Path, metavar="PLANNER", help="the planner file")
    parser.add_argument(
        "--passphrase-file", type=Path, metavar="F", help="file whose first line is the passphrase"
    )


def _add_new(commands: Commands) -> None:  # type: ignore[valid-type]
    parser = _command(commands, "new", "Make a new planner file.")
    parser.add_argument("planner", type=Path, metavar="PLANNER")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--passphrase-file", type=Path, metavar="F")
    how.add_argument(
        "--no-password",
        action="store_true",
        help="anyone who uses this computer can then read the planner",
    )
    parser.add_argument("--zone", metavar="ZONE", help="IANA time zone, for example Europe/London")
    parser.add_argument(
        "--network", action="append", default=[], metavar="N", help="a network you post to"
    )
    parser.add_argument(
        "--jurisdiction", action="append", default=[], metavar="J", help="US, UK, EU, AU, CA..."
    )


def _add_import(commands: Commands) -> None:  # type: ignore[valid-type]
    parser = _command(commands, "import", "Import Markdown drafts with front matter; folders too.")
    _add_planner(parser)
    parser.add_argument("paths", type=Path, nargs="+", metavar="PATH")


def _add_list(commands: Commands) -> None:  # type: ignore[valid-type]
    parser = _command(commands, "list", "List posts.")
    _add_planner(parser)
    parser.add_argument("--state", action="append", default=[], metavar="S")
    parser.add_argument("--from", dest="since", type=date.fromisoformat, metavar="D")
    parser.add_argument("--to", dest="until", type=date.fromisoformat, metavar="D")
    parser.add_argument("--search", default="", metavar="WORDS")


def _add_show(commands: Commands) -> None:  # type: ignore[valid-type]
    parser = _command(commands, "show", "Show one post.")
    _add_planner(parser)
    parser.add_argument("post", metavar="POST", help="its number or the start of its uid")


def _add_check(commands: Commands) -> None:  # type: ignore[valid-type]
    parser = _command(commands, "check", "Say what is open, for one post, all posts or JSON lines.")
    parser.add_argument("planner", type=Path, nargs="?", metavar="PLANNER")
    parser.add_argument("post", nargs="?", metavar="POST")
    parser.add_argument("--passphrase-file", type=Path, metavar="F")
    parser.add_argument(
        "--jsonl",
        metavar="FILE",
        help="without a planner: one JSON object a line in, one a line out; - is standard input",
    )


def _add_ready(commands: Commands) -> None:  # type: ignore[valid-type]
    parser = _command(commands, "ready", "Mark a post ready, confirming what only you can confirm.")
    _add_planner(parser)
    parser.add_argument("post", metavar="POST")
    parser.add_argument(
        "--confirm",
        nargs="+",
        action="extend",
        default=[],
        metavar="ITEM",
        help="ids of questions or checklist items you confirm, as check prints them",
    )


def _add_records(commands: Commands) -> None:  # type: ignore[valid-type]
    parser = _command(commands, "records", "List the practice's dated records.")
    _add_planner(parser)
    parser.add_argument("--type", choices=[str(name) for name in Register], metavar="T")


def _add_record(commands: Commands) -> None:  # type: ignore[valid-type]
    parser = _command(
        commands, "record", "Add, change or remove a dated record: policy, training, partner..."
    )
    _add_planner(parser)
    parser.add_argument(
        "--type",
        choices=[str(name) for name in Register],
        metavar="T",
        help=", ".join(Register),
    )
    parser.add_argument("--title", metavar="WORDS", help="version, course, partner, day")
    parser.add_argument(
        "--on", type=date.fromisoformat, metavar="D", help="when; today if not said"
    )
    parser.add_argument("--until", type=date.fromisoformat, metavar="D", help="valid until")
    parser.add_argument(
        "--shows",
        nargs="+",
        choices=[str(name) for name in Shows],
        metavar="S",
        help=", ".join(Shows),
    )
    parser.add_argument("--note", metavar="WORDS", help="never published")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--change", type=int, metavar="N", help="the number of the one to change")
    which.add_argument("--remove", type=int, metavar="N", help="the number of the one to remove")


def _add_rules(commands: Commands) -> None:  # type: ignore[valid-type]
    many = _command(
        commands, "rules", "List, remove, hand on or take in your practice's own rules."
    )
    one = _command(commands, "rule", "Add or change one of your practice's own rules.")
    for parser in (many, one):
        _add_planner(parser)
    practice.add_arguments(many, one)


def _add_export(commands: Commands) -> None:  # type: ignore[valid-type]
    parser = _command(commands, "export", "Write the schedule as CSV.")
    _add_planner(parser)
    parser.add_argument("--preset", choices=("plain", "buffer"), required=True)
    parser.add_argument("--from", dest="since", type=date.fromisoformat, required=True, metavar="D")
    parser.add_argument("--to", dest="until", type=date.fromisoformat, required=True, metavar="D")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
