"""Learns what sentences are like from the labelled examples: ``make weights``.

Reads ``resources/examples/*.txt`` and ``tests/corpus/work.jsonl`` (never the held-back texts) and
writes ``resources/rules/weights.json``. One logistic regression for each label over the features
of ``app.checks.sentence_features``; each text is judged once by a model that never saw it, and
from those judgements come the printed figures and the point from which a label is spoken of.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from app.checks.examples import CLAIM, EXAMPLES, Example, fingerprint, read_examples
from app.checks.heard import DISCLOSED, TIE
from app.checks.matches import read_text
from app.checks.pack import load_pack
from app.checks.sentence_classifier import FORMAT, KINDS_OF_CLAIMS, WEIGHTS, encode, piles
from app.checks.sentence_features import named, strength_of_one
from app.text.document import read_document
from tests.accuracy.corpus import WORK, Labelled, read_labelled

FOLDS = 5
MET = 2  # a feature met in fewer sentences teaches nothing
C = 0.5
PRESSURE = 3  # how much more a labelled sentence weighs than one without the label
FEWEST = 4  # sentences from which a share is told
LEAST = 30  # a label with fewer sentences is not learned
COMMON = 4  # a feature of one sentence in fifty or so keeps its weight
KEPT = 0.08  # weights closer to nothing than this are left out
SPEAKS = 0.8  # share of true ones from which a label is spoken of
SPEAKS_OF = {
    CLAIM: 0.88,
    "number": 0.9,
    "dm_invite": 0.88,
    "tie": 0.82,
    "tone": 0.76,
    "testimonial": 0.76,
}
PLAIN = "plain_cases"  # the file of the simplest forms, which must not be got wrong,
MOST = 6  # times that a sentence of the corpus may count, however few there are
PLAIN_WEIGHT = 3  # so each of them counts as often as this


class Row(NamedTuple):
    """One sentence: its features, its labels, those that count neither way, and its text."""

    features: list[str]
    labels: frozenset[str]
    free: frozenset[str]
    text: str
    corpus: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "resources" / "rules" / WEIGHTS)
    out = parser.parse_args().out
    rows = [row for example in read_examples(EXAMPLES) for row in _rows(example)]
    rows += [row for entry in read_labelled(WORK) for row in _rows(_example(entry), corpus=True)]
    labels = _labels(rows)
    print(f"{len(rows)} sentences, {len(labels)} labels")
    vocabulary = _vocabulary(rows)
    values = _matrix(rows, vocabulary)
    rarity = _rarity(values)
    values = values @ diags(rarity)
    folds = _folds(rows)
    corpus = np.array([row.corpus for row in rows])
    weights = np.array([PLAIN_WEIGHT if row.text.startswith(PLAIN) else 1 for row in rows])
    learned = {}
    for label in labels:
        truth = np.array([label in row.labels for row in rows])
        counts = np.array([label not in row.free for row in rows])
        point = math.inf
        if not label.startswith(KINDS_OF_CLAIMS):  # the kinds of claims only name what was heard
            point = _measured(label, values, truth, counts, folds, corpus, weights)
        model = _fit(values[counts], truth[counts], weights[counts])
        learned[label] = (_pruned(model)[0] * rarity, float(model.intercept_[0]), point)
    _write(out, vocabulary, learned)


def _measured(
    label: str,
    values: csr_matrix,
    truth: np.ndarray,
    counts: np.ndarray,
    folds: np.ndarray,
    corpus: np.ndarray,
    weights: np.ndarray,
) -> float:
    """The point of a label, each text judged by a model that was made without it."""
    scores = np.zeros(len(truth))
    for fold in range(FOLDS):
        seen = (folds != fold) & counts
        model = _fit(values[seen], truth[seen], weights[seen])
        scores[folds == fold] = values[folds == fold] @ _pruned(model)[0] + model.intercept_[0]
    # The corpus labels a tie only where the text does not disclose it.
    told = counts & ~corpus if label in (TIE, DISCLOSED) else counts
    point = _point(scores[told], truth[told], corpus[told], SPEAKS_OF.get(label, SPEAKS))
    print(f"{label:26}{_figures(scores[counts], truth[counts], point)}", flush=True)
    return point


def _example(entry: Labelled) -> Example:
    """A text of the corpus as an example: its sentences with what is labelled in them."""
    from app.checks.examples import from_labels

    return from_labels(
        entry.id,
        entry.kind,
        entry.text,
        [(one.kind, one.sub, one.start, one.end, one.optional) for one in entry.labels],
    )


def _rows(example: Example, *, corpus: bool = False) -> list[Row]:
    document = read_document(example.text)
    reading = read_text(document, load_pack(), example.kind).reading
    rows = []
    for index, features in enumerate(named(document, reading, example.kind)):
        span = document.sentences[index]
        low, high = document.to_source(span.start, span.end)
        labels, free = example.of(low, high)
        names = [f"{table}:{name}" for table, found in features.items() for name in found]
        rows.append(Row(names, labels, free - labels, example.id, corpus))
    return rows


def _labels(rows: Sequence[Row]) -> list[str]:
    met = Counter(label for row in rows for label in row.labels)
    known = [label for label, count in met.items() if count >= LEAST]
    return sorted(known, key=lambda label: (label.startswith(KINDS_OF_CLAIMS), label))


def _vocabulary(rows: Sequence[Row]) -> dict[str, int]:
    met = Counter(name for row in rows for name in row.features)
    return {name: at for at, name in enumerate(sorted(n for n, c in met.items() if c >= MET))}


def _matrix(rows: Sequence[Row], vocabulary: dict[str, int]) -> csr_matrix:
    data, places, ends = [], [], [0]
    for row in rows:
        known = [vocabulary[name] for name in row.features if name in vocabulary]
        places += known
        data += [strength_of_one(len(row.features))] * len(known)
        ends.append(len(places))
    return csr_matrix((data, places, ends), shape=(len(rows), len(vocabulary)))


def _rarity(values: csr_matrix) -> np.ndarray:
    """How much more a rare feature says than a common one."""
    met = np.asarray((values != 0).sum(axis=0)).ravel()
    return np.log(values.shape[0] / (1 + met)) / COMMON


def _folds(rows: Sequence[Row]) -> np.ndarray:
    """All sentences of a text in one fold, by its name and so always the same."""
    marks = [int(hashlib.sha256(row.text.encode()).hexdigest(), 16) % FOLDS for row in rows]
    return np.array(marks)


def _fit(values: csr_matrix, truth: np.ndarray, weights: np.ndarray) -> LogisticRegression:
    model = LogisticRegression(C=C, solver="liblinear", class_weight={True: PRESSURE, False: 1})
    return model.fit(values, truth, weights)


def _pruned(model: LogisticRegression) -> tuple[np.ndarray, int]:
    weights = model.coef_[0].copy()
    weights[np.abs(weights) < KEPT] = 0
    return weights, int((weights != 0).sum())


def _point(scores: np.ndarray, truth: np.ndarray, corpus: np.ndarray, wanted: float) -> float:
    """The lowest score from which the wanted share is true; infinite where there is none.

    Examples and corpus count the same: the first hold many traps, the second many plain texts.
    """
    ratio = (truth & ~corpus).sum() / max(1, (truth & corpus).sum())
    weights = np.where(corpus, min(MOST, ratio), 1.0)
    order = np.argsort(-scores)
    share = np.cumsum((weights * truth)[order]) / np.cumsum(weights[order])
    good = np.nonzero((share >= wanted) & (np.arange(len(order)) >= FEWEST))[0]
    return float(scores[order[good[-1]]]) if len(good) else math.inf


def _figures(scores: np.ndarray, truth: np.ndarray, point: float) -> str:
    spoken = scores >= point
    right = int((spoken & truth).sum())
    return (
        f"{int(truth.sum()):5} sentences   from {point:6.2f}: "
        f"P {right / max(1, int(spoken.sum())):.2f} R {right / int(truth.sum()):.2f}"
    )


def _write(
    out: Path,
    vocabulary: dict[str, int],
    learned: dict[str, tuple[np.ndarray, float, float]],
) -> None:
    largest = max(float(np.abs(weights).max()) for weights, _, _ in learned.values())
    tables: dict[str, dict[str, str]] = {}
    kept = 0
    for name, at in vocabulary.items():
        row = [(number, float(one[0][at])) for number, one in enumerate(learned.values())]
        code = encode([(number, weight / largest) for number, weight in row if weight])
        if code:
            table, _, rest = name.partition(":")
            tables.setdefault(table, {})[rest] = code
            kept += len(code) // 2
    content = {
        "format": FORMAT,
        "examples": fingerprint(EXAMPLES),
        "largest": largest,
        "labels": [
            {"name": label, "bias": bias, "speaks": _finite(point)}
            for label, (_, bias, point) in learned.items()
        ],
        "tables": {table: piles(codes) for table, codes in tables.items()},
    }
    out.write_text(json.dumps(content, sort_keys=True, indent=0) + "\n", encoding="utf-8")
    size = sum(map(len, tables.values()))
    print(f"{size} features, {kept} weights, {out.stat().st_size / 1024:.0f} KiB in {out}")


def _finite(point: float) -> float | None:
    return round(point, 4) if math.isfinite(point) else None


if __name__ == "__main__":
    main()
