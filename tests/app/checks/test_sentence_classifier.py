"""The weights: read as they were written, fresh, and the same for the same sentence."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.checks.examples import EXAMPLES, ExampleError, fingerprint, read_examples
from app.checks.matches import read_text
from app.checks.pack import load_pack
from app.checks.sentence_classifier import WEIGHTS, Classifier, encode, load_classifier, piles
from app.checks.sentence_features import TABLES, named
from app.checks.sentence_scores import read_scores
from app.model.post import PostKind
from app.text.document import read_document

STORED = st.lists(
    st.tuples(st.integers(0, 36), st.floats(-1, 1)), max_size=20, unique_by=lambda pair: pair[0]
)


def classifier_of(tables: dict[str, dict[str, str]], labels: int = 37) -> Classifier:
    rows = [{"name": f"label{number}", "bias": 0.5, "speaks": 1.0} for number in range(labels)]
    stored = {table: piles(codes) for table, codes in tables.items()}
    content = {"format": 2, "examples": "", "largest": 2.0, "labels": rows, "tables": stored}
    return Classifier(json.dumps(content))


@given(STORED)
def test_a_weight_comes_back_as_it_was_stored(weights: list[tuple[int, float]]) -> None:
    classifier = classifier_of({"word": {"heart": encode(weights)}})
    scores = classifier.scores({"word": ["heart"]})
    for number, weight in weights:
        # one feature weighs five; the steps are finer near nothing
        assert scores[number] - 0.5 == pytest.approx(10 * weight, abs=0.25)


def test_a_word_that_was_never_met_says_nothing() -> None:
    classifier = classifier_of({"word": {}})
    assert set(classifier.scores({"word": ["xylophone"], "pair": ["a b"]})) == {0.5}


def test_weights_of_another_version_are_refused() -> None:
    with pytest.raises(ValueError, match="another version"):
        Classifier('{"format": 99}')
    with pytest.raises(ValueError, match=r"."):
        Classifier("not json")


def test_the_weights_were_learned_from_these_examples() -> None:
    assert load_classifier().examples == fingerprint(EXAMPLES), "run: make weights"


def test_every_table_of_the_weights_is_one_that_sentences_have() -> None:
    document = read_document("I told you so. It never fails! #heart")
    reading = read_text(document, load_pack(), PostKind.POST).reading
    rows = named(document, reading, PostKind.POST)
    assert len(rows) == len(document.sentences)
    assert all(tuple(row) == TABLES for row in rows)
    assert all(len(set(found)) == len(found) for row in rows for found in row.values())


def same_as_defined(text: str, kind: PostKind) -> None:
    document = read_document(text)
    classifier = load_classifier()
    scored = read_scores(document, load_pack(), kind)
    reading = read_text(document, load_pack(), kind).reading
    rows = named(document, reading, kind)
    assert len(scored.sentences) == len(rows) == len(document.sentences)
    for index, features in enumerate(rows):
        defined = classifier.scores(features)
        assert scored.sentences[index] == pytest.approx(defined[: classifier.first])
        assert list(scored.every(index).values()) == pytest.approx(defined)


@given(st.text(max_size=400), st.sampled_from(PostKind))
def test_every_sentence_of_any_text_gets_its_score_for_every_label(
    text: str, kind: PostKind
) -> None:
    same_as_defined(text, kind)


@pytest.mark.parametrize("kind", PostKind)
def test_scores_added_up_fast_are_those_that_the_features_define(kind: PostKind) -> None:
    said = [example.text for example in read_examples(EXAMPLES)][::100]
    for at in range(0, len(said), 3):
        same_as_defined("\n\n".join(said[at : at + 3]), kind)
    same_as_defined(" ".join(said).replace(".", ","), kind)  # more words than rows are kept


def test_no_sum_can_leave_its_lane() -> None:
    """All weights of the file together stay within what one label has room for."""
    content = json.loads((files("resources") / "rules" / WEIGHTS).read_text(encoding="utf-8"))
    heaviest = 44**2
    features = sum(pile.count("\t") for table in content["tables"].values() for pile in table)
    assert features * heaviest < 2**31
    classes = sum(
        pile.count("\t") for name in ("class", "before", "after")
        for pile in content["tables"][name]
    )  # fmt: skip
    assert classes * heaviest < 2**28


def test_a_feature_is_found_whatever_signs_it_has() -> None:
    names = ["é", "a b", "“ ❤", "x" * 300, "\\", "%b"]
    code = encode([(3, 1.0)])
    classifier = classifier_of({"pair": dict.fromkeys(names, code)})
    for name in names:
        assert classifier.scores({"pair": [name]})[3] > 10
    assert classifier.row("pair", "b") == classifier.row("pair", "\ud800") == 0
    with pytest.raises(ValueError, match="tab"):
        piles({"a\tb": code})


def test_the_examples_are_well_formed_and_half_of_them_harmless() -> None:
    examples = list(read_examples(EXAMPLES))
    known = {label.name for label in load_classifier().labels}
    labelled = [mark.label for example in examples for mark in example.marks]
    assert len(examples) > 5_000
    assert set(labelled) - known == set()
    assert sum(not example.marks for example in examples) > len(examples) / 4


def test_an_example_file_with_a_mistake_names_its_line(tmp_path: object) -> None:
    from pathlib import Path

    folder = Path(str(tmp_path))
    (folder / "one.txt").write_text("== post US\nFine.\n\nAlone.\n", encoding="utf-8")
    with pytest.raises(ExampleError, match=r"one\.txt, line 4"):
        list(read_examples(folder))
    (folder / "one.txt").write_text("== leaflet US\nFine.\n", encoding="utf-8")
    with pytest.raises(ExampleError, match=r"one\.txt, line 1"):
        list(read_examples(folder))
