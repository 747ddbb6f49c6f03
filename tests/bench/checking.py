"""The checks: speed, loading, memory and growth, each beside what the machine itself needs.

The texts are own-written posts of the corpus, joined and cut to length; what touches first use
is measured in a process of its own.
"""

from __future__ import annotations

import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from app.checks.context import Context
from app.checks.matches import read_text
from app.checks.pack import load_pack
from app.checks.registry import check
from app.checks.sentence_classifier import WEIGHTS
from app.checks.sentence_scores import read_scores
from app.model.post import PostKind
from app.text.document import Document, read_document
from tests.bench.report import line

_ROOT = Path(__file__).parents[2]
_CORPUS = _ROOT / "tests" / "corpus" / "work.jsonl"
_PACK = _ROOT / "resources" / "rules" / "pack.json"
_WEIGHTS = _PACK.with_name(WEIGHTS)
_US = Context(jurisdictions=("US",))
_SCAN = re.compile(r"\w+|[^\w\s]")
_POSTS = 1_500
_LONG = 100_000

FIRST_USE = """
import json, sys, time

def memory():
    for text in open("/proc/self/status"):
        if text.startswith("VmRSS"):
            return int(text.split()[1]) / 1024

import app.planner, app.operations.session
from app.checks.context import Context
from app.checks.pack import load_pack
from app.checks.registry import check, families
from app.checks.sentence_classifier import load_classifier
early = load_pack.cache_info().currsize + load_classifier.cache_info().currsize
posts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
before = memory()
families()
begin = time.process_time()
check("One sober sentence.", Context())
first = time.process_time() - begin
after = memory()
begin = time.process_time()
check("Another sober sentence.", Context())
second = time.process_time() - begin
for post in posts:
    check(post, Context())
later = memory()
begin = time.process_time()
for path in sys.argv[2:]:
    json.loads(open(path, encoding="utf-8").read())
floor = time.process_time() - begin
print(early, (first - second) * 1000, after - before, later - before, floor * 1000)
"""


def run() -> bool:
    """Print the figures of the checks; whether the budgets are kept."""
    kept = True
    for length, budget in ((500, 3.0), (3_000, 15.0)):
        texts = _texts(length, 24)
        kept &= line(
            f"check of {length:,} characters, all rules, median",
            _median_ms(lambda text: check(text, _US), texts),
            "ms",
            budget,
            f"one scan for words {_median_ms(_SCAN.findall, texts):.2f} ms",
        )
        kept &= _classifier(texts, budget / 10)
    kept &= _lines_a_second()
    kept &= _first_use()
    return kept & _growth()


def _posts() -> list[str]:
    rows = map(json.loads, _CORPUS.read_text(encoding="utf-8").splitlines())
    return [row["text"] for row in rows if row["kind"] == "post"]


def _texts(length: int, count: int) -> list[str]:
    """Different texts of just this length."""

    def cut() -> Iterator[str]:
        text = ""
        for post in _posts() * 4:
            text += post + "\n\n"
            if len(text) >= length:
                yield text[:length]
                text = ""

    return [text for text, _ in zip(cut(), range(count), strict=False)]


def _median_ms(
    work: Callable[[Any], object],
    texts: list[str],
    rounds: int = 5,
    read: Callable[[str], object] = str,
) -> float:
    """The median over the texts of the best processor time for each, read anew each time.

    What ``read`` makes of a text is handed to ``work``, and its own time does not count.
    """
    best = [float("inf")] * len(texts)
    for turn in range(rounds + 1):
        for place, text in enumerate(texts):
            fresh = read(text + " " * turn)
            begin = time.process_time()
            work(fresh)
            if turn:  # the first turn warms what is remembered
                best[place] = min(best[place], time.process_time() - begin)
    return statistics.median(best) * 1000


def _classifier(texts: list[str], budget: float) -> bool:
    """The part of a check in which sentences are scored, all else about them being read."""
    pack = load_pack()

    def prepared(text: str) -> Document:
        document = read_document(text)
        read_text(document, pack, PostKind.POST)
        return document

    def look_up(document: Document) -> None:
        words = [token.lower for token in document.tokens]
        rows = dict.fromkeys(words, 1 << 512)
        sum(map(rows.__getitem__, words * 4))  # the words, their pairs, classes and manners

    scores = _median_ms(lambda one: read_scores(one, pack, PostKind.POST), texts, read=prepared)
    floor = _median_ms(look_up, texts, read=prepared)
    note = f"adding up ready numbers, four for each word {floor:.2f} ms"
    return line("  the classifier's part of it", scores, "ms", budget, note)


def _lines_a_second() -> bool:
    """``check --jsonl`` over as many posts, each different, start of the program included."""
    posts = _posts()
    lines = "".join(
        json.dumps({"id": number, "text": f"{posts[number % len(posts)]} {number}"}) + "\n"
        for number in range(_POSTS)
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "posts.jsonl"
        path.write_text(lines, encoding="utf-8")
        code = "import sys; from app.cli.main import main; sys.exit(main())"
        command = [sys.executable, "-c", code, "check", "--jsonl", str(path)]
        busy = _busy(command)
    begin = time.process_time()
    for text in lines.splitlines():
        json.loads(text)
    floor = _POSTS / (time.process_time() - begin)
    size = len(lines) / _POSTS
    note = f"{size:.0f} characters each; reading the JSON alone {floor:,.0f}/s"
    return line("check --jsonl, posts a second", _POSTS / busy, "/s", 300.0, note, least=True)


def _busy(command: list[str]) -> float:
    """Seconds of processor time that a command takes."""
    before = os.times()
    subprocess.run(command, stdout=subprocess.DEVNULL, cwd=_ROOT, env=_environment(), check=False)
    after = os.times()
    return (
        after.children_user + after.children_system - before.children_user - before.children_system
    )


def _environment() -> dict[str, str]:
    # As on any user's machine: modules are compiled once, not at every start.
    return {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


def _first_use() -> bool:
    """Loading and memory, the median of five processes."""
    figures: list[list[float]] = []
    for _ in range(5):
        answer = subprocess.run(
            [sys.executable, "-c", FIRST_USE, str(_CORPUS), str(_PACK), str(_WEIGHTS)],
            capture_output=True,
            text=True,
            cwd=_ROOT,
            env=_environment(),
            check=True,
        )
        figures.append([float(word) for word in answer.stdout.split()])
    early, load, first, later, floor = map(statistics.median, zip(*figures, strict=True))
    kept = line("packs and weights read before the first check", early, "", 0.0)
    note = f"json.loads of the same files {floor:.0f} ms"
    kept &= line("lexicons and weights loaded", load, "ms", 60.0, note)
    note = f"the files {(_PACK.stat().st_size + _WEIGHTS.stat().st_size) / 1e6:.1f} MB"
    kept &= line("memory for all rules, first check", first, "MB", 25.0, note)
    return kept & line("  after every post of the corpus", later, "MB", 25.0)


def _growth() -> bool:
    """How much more a character costs in a text ten times as long."""
    text = ("My patient **Mary** came in on 12 March 2024. It cures nobody.\n\n" * 2_000)[:_LONG]
    short = _median_ms(lambda each: check(each, _US), [text[: _LONG // 10]], 3)
    long = _median_ms(lambda each: check(each, _US), [text], 2)
    scan = _median_ms(_SCAN.findall, [text], 3)
    note = f"{long:.0f} ms; one scan for words {scan:.0f} ms"
    what = f"a character of {_LONG:,} beside one of {_LONG // 10:,}"
    return line(what, long / short / 10, "x", 1.5, note)
