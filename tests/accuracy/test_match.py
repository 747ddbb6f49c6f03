"""The measure itself: what answers a label, what counts as a false alarm, what is free."""

from __future__ import annotations

from tests.accuracy.corpus import Label, Labelled
from tests.accuracy.match import Hit, match
from tests.accuracy.score import score

TEXT = "We saw Mrs Eileen Byrne on 3 May and she danced home. Guaranteed results, guaranteed."


def label(kind: str, quote: str, sub: str = "", *, optional: bool = False) -> Label:
    start = TEXT.index(quote)
    return Label(kind, sub, quote, start, start + len(quote), optional=optional)


def hit(kind: str, quote: str, sub: str = "", strength: str = "block") -> Hit:
    start = TEXT.index(quote)
    return Hit(kind, sub, strength, start, start + len(quote))


def entry(*labels: Label) -> Labelled:
    clean = all(one.optional for one in labels)
    return Labelled("t1", "post", "x", "IE", "", TEXT, {}, labels, clean)


def test_most_of_a_name_is_a_hit_and_a_third_is_not():
    name = label("identifier", "Mrs Eileen Byrne", "name")
    assert match(TEXT, [name], [hit("identifier", "Eileen Byrne", "name")]).pairs
    short = match(TEXT, [name], [hit("identifier", "Mrs", "name")])
    assert short.missed == [name]
    assert len(short.false) == 1


def test_a_whole_sentence_does_not_answer_a_date():
    day = label("identifier", "3 May", "date")
    outcome = match(TEXT, [day], [hit("identifier", TEXT[:53], "date")])
    assert outcome.missed == [day]
    assert len(outcome.false) == 1


def test_a_cue_inside_a_story_answers_it():
    story = label("case_narrative", TEXT[:53])
    assert match(TEXT, [story], [hit("case_narrative", "she danced home")]).pairs


def test_another_kind_never_answers():
    promise = label("claim", "Guaranteed results", "guarantee")
    outcome = match(TEXT, [promise], [hit("tone", "Guaranteed results")])
    assert outcome.missed == [promise]
    assert len(outcome.false) == 1


def test_one_finding_answers_one_label_and_a_second_is_a_repeat():
    promise = label("claim", "Guaranteed results", "guarantee")
    outcome = match(TEXT, [promise], [hit("claim", "Guaranteed"), hit("claim", "results")])
    assert len(outcome.pairs) == 1
    assert len(outcome.repeats) == 1
    assert not outcome.false


def test_the_same_sub_is_preferred_and_can_be_demanded():
    promise = label("claim", "Guaranteed results", "guarantee")
    other, same = hit("claim", "Guaranteed results", "cure"), hit("claim", "results", "guarantee")
    assert match(TEXT, [promise], [other, same]).pairs == [(promise, same)]
    assert match(TEXT, [promise], [other], same_sub=True).missed == [promise]


def test_optional_labels_count_neither_way():
    maybe = label("identifier", "3 May", "date", optional=True)
    silent = match(TEXT, [maybe], [])
    spoken = match(TEXT, [maybe], [hit("identifier", "on 3 May", "date")])
    assert not silent.missed
    assert not spoken.false
    assert not spoken.pairs


def test_notes_count_neither_way_unless_asked():
    promise = label("claim", "Guaranteed results", "guarantee")
    found = {"t1": [hit("claim", "Guaranteed results", "guarantee", "note"), hit("tone", "We")]}
    strict = score([entry(promise)], found)
    assert strict.kinds["claim"].found == 0
    assert strict.kinds["claim"].noted == 1
    assert strict.kinds["tone"].false == 1
    assert score([entry(promise)], found, notes_count=True).kinds["claim"].found == 1


def test_clean_texts_are_counted_by_what_is_shown():
    warns = [hit("claim", word, strength="warn") for word in ("We", "saw", "results")]
    outcome = score([entry()], {"t1": [*warns, hit("identifier", "3 May", "date")]})
    assert (outcome.clean, outcome.stopped, outcome.nagged, outcome.marked) == (1, 1, 1, 1)
    assert outcome.kinds["claim"].precision == 0
    assert outcome.typed["identifier", "date"].false == 1


def test_precision_and_recall_of_nothing_are_not_errors():
    assert score([entry()], {}).kinds == {}
