"""Free tools on the same texts, in an environment of their own.

``PRIMUM_PEERS_PYTHON`` names the Python of that environment, so that neither tool (with its
hundred megabytes) becomes part of the project's own. Without it, this Python is tried.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.accuracy.corpus import Labelled
from tests.accuracy.match import Hit

VARIABLE = "PRIMUM_PEERS_PYTHON"
_WORKER = Path(__file__).with_name("peer_worker.py")
_TIME_LIMIT = 600


def run_peers(
    entries: Sequence[Labelled],
) -> tuple[dict[str, dict[str, list[Hit]]], tuple[str, ...]]:
    """Findings by tool and text, and what to say about the tools (versions, or absent)."""
    python = os.environ.get(VARIABLE) or sys.executable
    texts = "".join(json.dumps({"id": entry.id, "text": entry.text}) + "\n" for entry in entries)
    try:
        done = subprocess.run(
            [python, str(_WORKER)],
            input=texts,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=_TIME_LIMIT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as problem:
        return {}, (f"The free tools could not be run: {type(problem).__name__}.",)
    if done.returncode != 0:
        last = done.stderr.strip().splitlines()[-1:] or ["no reason given"]
        return {}, (f"The free tools could not be run: {last[0]}",)
    return _read(done.stdout)


def _read(output: str) -> tuple[dict[str, dict[str, list[Hit]]], tuple[str, ...]]:
    found: dict[str, dict[str, list[Hit]]] = {}
    said: list[str] = []
    for line in output.splitlines():
        record = json.loads(line)
        if "say" in record:
            said.append(record["say"])
            if record["present"]:
                found[record["peer"]] = {}
            continue
        found[record["peer"]][record["id"]] = [
            Hit("identifier", sub, "block", start, end) for sub, start, end in record["found"]
        ]
    return found, tuple(said)
