"""The practice's own rules: kept, merged, undone, and never below the law."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.checklist.items import apply_items, next_item, places, rules_of
from app.checklist.own import levels_of
from app.checks import pack as packs
from app.checks.pack import load_pack
from app.errors import BadInput, KnownError, Refused
from app.model.assessment import Check, Group
from app.model.finding import Kind, Strength
from app.model.post import State
from app.model.practice import OwnException, OwnLevel, OwnQuestion, OwnWord, PracticeRules
from app.planner import Planner
from app.store.audit import events
from app.store.practice import practice_of, practice_text
from tests.app.operations.test_posts import make_ready

TEXT = "# A walk\n\nA golden valve. Walking is a good first exercise. General information only."
WORD = OwnWord(0, "golden valve", Kind.CLAIM, "We agreed on it", Strength.BLOCK, "valve")
QUESTION = OwnQuestion(0, "A colleague has read this", "Agreed in May")


def checks(planner: Planner, post_id: int) -> dict[str, Check]:
    return {check.id: check for check in planner.gate.assess(post_id).checks}


@pytest.fixture
def post_id(planner: Planner) -> int:
    return planner.posts.new(TEXT).created


def test_rules_survive_the_file_and_come_back_as_they_were(planner: Planner) -> None:
    for rule in (
        WORD,
        QUESTION,
        OwnException(0, "Golden Heart Clinic", Kind.IDENTIFIER, "Our name"),
        OwnLevel(0, "PRO-03", Strength.BLOCK, "Stricter here"),
    ):
        planner.practice.save(rule)
    kept = planner.practice.rules()
    planner.close()
    with_rules = Planner.open(planner.path)
    try:
        assert tuple(with_rules.practice.rules()) == tuple(kept)
        assert {rule.added for rule in kept} == {date(2026, 9, 10)}
    finally:
        with_rules.close()
    assert practice_of(practice_text(kept)) == kept
    assert practice_text(PracticeRules()) == ""


def test_what_is_no_rules_text_is_never_taken_for_no_rules() -> None:
    with pytest.raises(ValueError, match="cannot be read"):
        practice_of('{"words": [{"phrase": 1}]}')


def test_rules_survive_another_version_of_the_pack(
    planner: Planner, post_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    planner.practice.save(WORD)
    planner.close()
    newer = replace(load_pack(), version="2027.03+00000000")
    monkeypatch.setattr(packs, "load_pack", lambda: newer)
    later = Planner.open(planner.path)
    try:
        answer = later.gate.assess(post_id)
        assert answer.pack_version.startswith("2027.03+00000000+own.")
        assert "finding:own.1:golden valve" in {check.id for check in answer.checks}
    finally:
        later.close()


def test_own_words_are_a_row_with_their_reason(planner: Planner, post_id: int) -> None:
    before = planner.gate.assess(post_id)
    assert "+own" not in before.pack_version
    planner.practice.save(WORD)
    check = checks(planner, post_id)["finding:own.1:golden valve"]
    assert check.group is Group.FIX
    assert check.suggestions == ("valve",)
    assert check.why.endswith("Your practice's own rule, added 10 September 2026.")


def test_an_item_that_is_off_does_not_silence_own_words(planner: Planner, post_id: int) -> None:
    planner.practice.save(replace(WORD, kind=Kind.PRODUCT, strength=Strength.WARN))
    assert checks(planner, post_id)["finding:own.1:golden valve"].group is Group.CONSIDER


def test_an_own_question_is_asked_for_these_words_and_this_statement(
    planner: Planner, post_id: int
) -> None:
    planner.practice.save(QUESTION)

    def asked() -> Check:
        return next(c for name, c in checks(planner, post_id).items() if "own-1-" in name)

    assert (asked().group, asked().strength) == (Group.CONFIRM, Strength.BLOCK)
    assert asked().why == ("Agreed in May. Your practice's own question, added 10 September 2026.")
    planner.gate.confirm(post_id, asked().id)
    assert asked().confirmed_at is not None
    kept = planner.practice.rules().questions[0]
    planner.practice.save(replace(kept, statement="Two colleagues have read this"))
    assert asked().confirmed_at is None, "another statement was never confirmed"
    planner.practice.save(replace(planner.practice.rules().questions[0], strength=Strength.WARN))
    assert asked().group is Group.CONSIDER


def test_an_own_question_is_asked_only_when_it_is_about(planner: Planner, post_id: int) -> None:
    planner.practice.save(replace(QUESTION, when="has_media"))
    assert not [name for name in checks(planner, post_id) if "own-" in name]


def test_one_undo_takes_the_rule_and_what_followed_back(planner: Planner, post_id: int) -> None:
    ready = make_ready(planner)
    changes = planner.practice.save(replace(WORD, phrase="walking"))
    assert planner.posts.get(ready).state is State.REVIEW
    assert changes.settings == {"practice_rules"}
    assert planner.undo_name.startswith("add own words “")
    planner.undo()
    assert planner.posts.get(ready).state is State.READY
    assert planner.practice.rules().empty
    planner.redo()
    assert planner.posts.get(ready).state is State.REVIEW


def test_every_change_is_in_the_audit_trail(planner: Planner) -> None:
    created = planner.practice.save(WORD).created
    planner.practice.save(replace(planner.practice.rule(created), why="Other words"))
    planner.practice.remove(created)
    found = [(event.what, event.detail) for event in events(planner._session.store)]
    assert found[-3:] == [
        ("add rule", "own words “golden valve”, block: We agreed on it"),
        ("change rule", "own words “golden valve”, block: Other words"),
        ("remove rule", "own words “golden valve”, block: Other words"),
    ]


def test_an_id_is_never_given_twice(planner: Planner) -> None:
    planner.practice.remove(planner.practice.save(WORD).created)
    assert planner.practice.save(WORD).created == 2


def test_the_same_words_are_not_added_twice(planner: Planner) -> None:
    planner.practice.save(WORD)
    with pytest.raises(BadInput, match="already a rule about “Golden Valve”"):
        planner.practice.save(OwnException(0, "Golden  Valve", Kind.CLAIM, "Why"))


def test_levels_are_offered_as_far_as_the_law_allows(planner: Planner) -> None:
    item_levels = {item.id: item.choices for item in planner.practice.items()}
    assert item_levels["PRO-03"] == (Strength.BLOCK, Strength.WARN, Strength.NOTE)
    assert "PRIV-01" not in item_levels, "the core is never changed"
    # Where the law of the UK makes a check a block, it can only stay as strict as that.
    raised = [item.id for item in planner.practice.items() if item.choices == (Strength.BLOCK,)]
    assert raised
    for name in raised[:3]:
        for strength in (Strength.WARN, Strength.NOTE):
            with pytest.raises(Refused, match="Where you practise, the rules ask for more"):
                planner.practice.save(OwnLevel(0, name, strength))


def test_who_has_not_said_where_may_be_bound_by_any_law(planner: Planner) -> None:
    before = {item.id: item.choices for item in planner.practice.items()}
    planner.records.save_account(replace(planner.records.account(), jurisdictions=()))
    after = {item.id: item.choices for item in planner.practice.items()}
    assert all(set(after[name]) <= set(before[name]) for name in after)
    assert "TST-01" in before
    assert "TST-01" not in after, "Australia forbids it"


def test_a_level_from_elsewhere_never_goes_below_the_law(planner: Planner) -> None:
    name = next(i.id for i in planner.practice.items() if i.choices == (Strength.BLOCK,))
    account = planner.records.account()
    rules, here = rules_of(load_pack()), places(account.jurisdictions)
    item = next_item(rules.items, name)
    facts = item.when | item.only_if | {f for o in item.overrides for f in o.facts}
    law, free = (
        apply_items(rules, facts, where, {name: "off"}) for where in (here, frozenset({"ZZ"}))
    )
    assert [one.strength for one in law if one.item.id == name] == [Strength.BLOCK]
    assert not [one for one in free if one.item.id == name]


def test_a_level_makes_an_item_count_more_or_not_at_all(planner: Planner, post_id: int) -> None:
    planner.practice.save(OwnLevel(0, "PRO-03", Strength.BLOCK))
    planner.practice.save(OwnLevel(0, "PRO-01", Strength.NOTE, "Not ours"))
    inputs = planner._session.inputs(planner.posts.get(post_id))
    applied = apply_items(
        rules_of(load_pack()), frozenset({"always"}), frozenset(), levels_of(inputs)
    )
    strengths = {one.item.id: one.strength for one in applied}
    assert strengths["PRO-03"] is Strength.BLOCK
    assert "PRO-01" not in strengths


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (OwnLevel(0, "XXX-99", Strength.BLOCK), "There is no check XXX-99."),
        (OwnLevel(0, "PRO-03", Strength.FORBID), "cannot weigh “forbid”"),
        (OwnLevel(0, "PRO-01", Strength.WARN), "Say why it should weigh less."),
        (OwnLevel(0, "PRIV-01", Strength.BLOCK), "PRIV-01 always counts in full."),
        (replace(QUESTION, statement=" "), "Say what is to be confirmed."),
        (replace(QUESTION, statement="Is it read?"), "Write it as a statement"),
        (replace(QUESTION, statement="x" * 150), "The statement is too long."),
        (replace(QUESTION, when="full_moon"), "is not a moment to ask"),
        (replace(QUESTION, strength=Strength.FORBID), "A question cannot weigh"),
        (replace(WORD, why=""), "Say why, in one sentence."),
    ],
)
def test_refusals_change_nothing(planner: Planner, rule: OwnLevel, words: str) -> None:
    with pytest.raises(KnownError) as caught:
        planner.practice.save(rule)
    assert words in str(caught.value)
    assert planner.practice.rules().empty


def test_a_file_goes_out_and_comes_back(planner: Planner, tmp_path: Path) -> None:
    planner.practice.save(WORD)
    planner.practice.save(QUESTION)
    planner.practice.save(OwnLevel(0, "PRO-03", Strength.BLOCK))
    planner.practice.save(OwnException(0, "Golden Heart Clinic", Kind.IDENTIFIER, "Our name"))
    kept = tuple(replace(rule, id=0) for rule in planner.practice.rules())
    file = tmp_path / "rules.yaml"
    planner.practice.export_file(file)
    assert planner.practice.import_file(file).words() == "All of them are here already."
    for rule in tuple(planner.practice.rules()):
        planner.practice.remove(rule.id)
    result = planner.practice.import_file(file)
    assert result.words() == "4 added, 0 changed, 0 here already."
    assert tuple(replace(rule, id=0) for rule in planner.practice.rules()) == kept
    planner.undo()
    assert planner.practice.rules().empty


def test_an_import_changes_what_is_about_the_same(planner: Planner, tmp_path: Path) -> None:
    planner.practice.save(WORD)
    file = tmp_path / "rules.yaml"
    file.write_text("words:\n- phrase: Golden  valve\n  kind: claim\n  why: New words\n")
    assert planner.practice.import_file(file).words() == "0 added, 1 changed, 0 here already."
    (rule,) = planner.practice.rules()
    assert (rule.id, rule.why) == (1, "New words")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("words:\n- phrase: a\n", "rules.yaml, line 2: “kind” is missing."),
        (
            "words:\n- phrase: gold\n  kind: gold\n  why: w\n",
            "rules.yaml, line 3: “kind” cannot be “gold”.",
        ),
        (
            "exceptions:\n- {phrase: Anna Kelly, kind: identifier, why: w}\n",
            "rules.yaml, line 2: “Anna Kelly” could be the name of a patient.",
        ),
        ("things: []\n", "rules.yaml, line 1: “things” is not one of"),
        ("words:\n- phrase: 12\n  kind: claim\n  why: w\n", "rules.yaml, line 2: “phrase” is text"),
        ("words: gold\n", "rules.yaml, line 1: “words” is a list"),
        ("items:\n- item: X-1\n  strength: block\n", "rules.yaml, line 2: There is no check X-1."),
        ("questions:\n- statement: A\n  ask: B\n", "rules.yaml, line 3: “ask” is not one of"),
        ("schema: 9\n", "rules.yaml, line 1: this file was made by another version"),
        ("words: [\n", "rules.yaml, line 2: not readable"),
        ("a: &x [1]\nb: *x\n", "rules.yaml uses references (*)."),
        ("words:\n- {phrase: gold, kind: claim, why: w, added: soon}\n", "“added” is a day"),
    ],
)
def test_a_mistake_in_a_file_names_file_and_line(
    planner: Planner, tmp_path: Path, text: str, words: str
) -> None:
    file = tmp_path / "rules.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        planner.practice.import_file(file)
    assert words in str(caught.value)
    assert planner.practice.rules().empty


def test_what_is_no_text_is_said(planner: Planner, tmp_path: Path) -> None:
    file = tmp_path / "rules.yaml"
    with pytest.raises(BadInput, match="cannot be read"):
        planner.practice.import_file(file)
    file.write_bytes(b"\xff\xfe\x00words")
    with pytest.raises(BadInput, match="not UTF-8"):
        planner.practice.import_file(file)
    file.write_bytes(b"#" * 1_000_001)
    with pytest.raises(BadInput, match="too large"):
        planner.practice.import_file(file)
