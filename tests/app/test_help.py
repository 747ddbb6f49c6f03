from __future__ import annotations

from app.checklist.items import rules_of
from app.checks.pack import load_pack
from app.help import checks_html, guide_html
from app.model.finding import Kind
from app.model.practice import OwnQuestion, OwnWord, PracticeRules


def test_the_guide_is_rendered_with_its_table() -> None:
    html = guide_html()
    assert "<h1>How Primum works</h1>" in html
    assert "<table>" in html
    assert "Ctrl+Enter" in html


def test_the_page_of_checks_lists_every_item_with_what_is_behind_it() -> None:
    pack = load_pack()
    html = checks_html(pack)
    for item in rules_of(pack).items:
        assert f"<li>{item.id}</li>" in html
    assert html.count("<strong>When:</strong>") == len(rules_of(pack).items)
    assert "not verified" in html
    assert "read at the source" in html


def test_what_the_practice_added_is_told_as_it_was_written() -> None:
    rules = PracticeRules(
        words=(OwnWord(1, "(gold|silver) * <b>", Kind.CLAIM, "We agreed"),),
        questions=(OwnQuestion(2, "A colleague has read this"),),
    )
    html = checks_html(load_pack(), rules)
    assert "<h2>Your practice's own</h2>" in html
    assert "<b>" not in html.partition("practice's own")[2]
    assert "Asked: A colleague has read this." in html
    assert "practice's own</h2>" not in checks_html(load_pack(), PracticeRules())
