"""The checklist as data: which items apply, how strict they are, that every part is wired."""

from __future__ import annotations

import pytest

from app.checklist.evidence.registry import ELSEWHERE, EVIDENCE
from app.checklist.items import Rules, apply_items, places, rules_of
from app.checklist.prints import INPUTS
from app.checks.pack import load_pack
from app.model.finding import Kind, Strength


@pytest.fixture(scope="module")
def rules() -> Rules:
    return rules_of(load_pack())


def strengths(rules: Rules, facts: set[str], where: tuple[str, ...], **levels: str) -> dict:
    named = {name.replace("_", "-"): level for name, level in levels.items()}
    applied = apply_items(rules, frozenset({"always", *facts}), places(where), named)
    return {one.item.id: one.strength for one in applied}


def test_every_item_is_there_and_wired(rules: Rules) -> None:
    assert len(rules.items) == 112
    assert len({item.id for item in rules.items}) == 112
    kinds = {kind.value for kind in Kind}
    for item in rules.items:
        assert item.answer in EVIDENCE or item.answer in ELSEWHERE, item.id
        assert not item.row or item.row in rules.rows, item.id
        assert not item.ask or item.ask in rules.questions, item.id
        assert (item.when | item.only_if) <= set(rules.facts), item.id
        assert {find.partition("/")[0] for find in item.finds} <= kinds, item.id
        assert item.answer or item.ask, f"{item.id} is answered by nobody"
        assert not item.finds or item.row, item.id


def test_every_answer_has_a_row_and_every_kind_of_evidence_is_used(rules: Rules) -> None:
    used = {item.answer for item in rules.items}
    assert set(EVIDENCE) <= used
    for item in rules.items:
        if item.answer in EVIDENCE:
            assert rules.rows[item.row].title or rules.rows[item.row].clear, item.id


def test_every_question_is_bound_to_inputs_and_can_be_asked(rules: Rules) -> None:
    asked = {item.ask for item in rules.items}
    for question in rules.questions.values():
        assert question.about, question.id
        assert set(question.about) <= INPUTS, question.id
        assert set(question.instead.values()) <= set(rules.questions)
        known = (question.when, question.needs, question.unless, set(question.instead))
        for facts in known:
            assert set(facts) <= set(rules.facts), question.id
        others = {name for q in rules.questions.values() for name in q.instead.values()}
        assert question.id in asked | others or question.when, question.id


def test_every_kind_of_finding_has_a_row(rules: Rules) -> None:
    placed = {find.partition("/")[0] for item in rules.items for find in item.finds}
    placed |= {kind for row in rules.rows.values() for kind in row.also}
    assert placed >= {kind.value for kind in Kind}


def test_statements_are_plain_and_first_person(rules: Rules) -> None:
    for question in rules.questions.values():
        assert len(question.statement) <= 64, question.statement
        assert not question.statement.endswith((".", "?"))
    shown = [row.title + row.clear for row in rules.rows.values()]
    for words in (*shown, *(question.statement for question in rules.questions.values())):
        assert not {"violation", "severity", "lint", "compliance"} & set(words.lower().split())


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("US-NY",), {"US-NY", "US"}),
        (("IE",), {"IE", "EU"}),
        (("GB",), {"GB", "UK"}),
        (("uk",), {"UK"}),
        (("IN",), {"IN", "other"}),
        ((), set()),
    ],
)
def test_places_by_every_name(names: tuple[str, ...], said: set[str]) -> None:
    assert places(names) == said


def test_the_strictest_jurisdiction_wins(rules: Rules) -> None:
    def testimonial(*where: str) -> Strength:
        return strengths(rules, {"is_testimonial"}, where)["TST-01"]

    assert testimonial("UK") is Strength.BLOCK
    assert testimonial("US") is Strength.BLOCK
    assert testimonial("US-NY") is Strength.FORBID
    assert testimonial("UK", "AU") is Strength.FORBID


def test_items_of_other_jurisdictions_do_not_apply(rules: Rules) -> None:
    facts = {"names_product", "aimed_at_patients"}
    assert "ADV-02" not in strengths(rules, facts, ("US",))
    assert strengths(rules, facts, ("UK",))["ADV-02"] is Strength.BLOCK
    assert strengths(rules, facts, ("CA",))["ADV-02"] is Strength.WARN
    assert "ADV-02" not in strengths(rules, {"names_product"}, ("UK",))


def test_a_fact_raises_an_item(rules: Rules) -> None:
    assert strengths(rules, {"makes_claim"}, ())["CLM-04"] is Strength.WARN
    assert strengths(rules, {"names_product"}, ())["CLM-04"] is Strength.BLOCK
    assert strengths(rules, {"makes_claim"}, ("US",))["ACC-05"] is Strength.WARN
    assert strengths(rules, {"makes_claim", "sponsored"}, ("US",))["ACC-05"] is Strength.BLOCK


def test_levels_of_the_practice(rules: Rules) -> None:
    assert "PRO-01" not in strengths(rules, set(), (), PRO_01="off")
    assert strengths(rules, set(), (), PRO_01="recommended")["PRO-01"] is Strength.WARN
    assert strengths(rules, set(), (), PRO_03="required")["PRO-03"] is Strength.BLOCK


@pytest.mark.parametrize("item", ["PRIV_01", "PRIV_02", "PRIV_05", "ACC_01", "ACC_02", "TRN_03"])
def test_the_core_three_and_identity_cannot_be_turned_off(rules: Rules, item: str) -> None:
    facts = {"mentions_patient", "makes_claim", "has_interest"}
    name = item.replace("_", "-")
    before = strengths(rules, facts, ("UK",))[name]
    assert strengths(rules, facts, ("UK",), **{item: "off"})[name] is before
    assert strengths(rules, facts, ("UK",), **{item: "recommended"})[name] is before
    assert not rules.item(name).adjustable()


def test_what_is_forbidden_cannot_be_turned_off(rules: Rules) -> None:
    off = strengths(rules, {"is_testimonial"}, ("AU",), TST_01="off")
    assert off["TST-01"] is Strength.FORBID
    assert not rules.item("TST-01").adjustable(places(("AU",)))
    assert rules.item("TST-01").adjustable(places(("UK",)))
    assert "TST-01" not in strengths(rules, {"is_testimonial"}, ("UK",), TST_01="off")


def test_every_item_applies_to_some_post(rules: Rules) -> None:
    everywhere = places(("US-NY", "UK", "EU", "AU", "CA", "IN"))
    held = frozenset(rules.facts)
    applied = {one.item.id for one in apply_items(rules, held, everywhere, {})}
    assert applied == {item.id for item in rules.items}
