"""Words and questions of the practice: listed, added, changed, removed, handed on, by any hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit

from app.model.finding import Kind, Strength
from app.model.practice import OwnException, OwnLevel, OwnQuestion, OwnWord
from tests.ui.hands import Keys, Pointer, find, focus, name_of, on_screen, text_on
from ui.settings.own_rules import OwnRules

WORD = OwnWord(0, "golden valve", Kind.CLAIM, "Agreed in May", Strength.BLOCK, "valve")
RULES = (
    WORD,
    OwnException(0, "Golden Heart Clinic", Kind.CLAIM, "Our name"),
    OwnLevel(0, "PRO-03", Strength.BLOCK),
    OwnQuestion(0, "A colleague has read this"),
)


@pytest.fixture
def keys() -> Keys:
    return Keys()


@pytest.fixture
def hand() -> Pointer:
    return Pointer()


@pytest.fixture
def page(window, planner):
    account = planner.records.account()
    planner.records.save_account(replace(account, jurisdictions=("UK",)))
    window.activateWindow()
    window.go("settings")
    QApplication.processEvents()
    yield window.page
    window.context.toasts.dismiss()


def sheet(window):
    QApplication.processEvents()
    assert window.context.dialogs.current is not None
    return window.context.dialogs.current


def put(planner, *new) -> None:
    """Have rules there before the work starts, and the page laid out with them."""
    for rule in new:
        planner.practice.save(rule)
    QTest.qWait(60)


def rules(planner):
    return tuple(planner.practice.rules())


def test_words_are_added_by_keyboard_alone(window, page, planner, keys):
    assert "Nothing yet." in text_on(page.own_rules)
    keys.tab_to("Add words…")
    keys.press("Space")
    assert name_of(focus()) == "Words"
    keys.type("golden valve")
    keys.tab_to("Shown as")
    keys.press("Down")
    keys.tab_to("How much it weighs")
    keys.press("Down")
    keys.tab_to("Why")
    keys.type("Agreed in May")
    keys.tab_to("Better words")
    keys.type("valve\n")
    assert window.context.dialogs.current is None
    (rule,) = rules(planner)
    assert (rule.phrase, rule.kind, rule.strength) == ("golden valve", Kind.TONE, Strength.BLOCK)
    assert (rule.why, rule.instead) == ("Agreed in May", "valve")
    assert name_of(focus()) == "Add words…"
    assert "“golden valve”" in text_on(page.own_rules)
    assert (
        "Always shown: Sharp tone. To fix. Better: valve. Agreed in May. Added 10 Sep 2026."
        in text_on(page.own_rules)
    )


def test_what_cannot_be_used_is_said_and_what_was_typed_stays(window, page, planner, hand, keys):
    hand.click(find(page, "Add an exception…"))
    keys.type("Anna Kelly")
    keys.tab_to("Why")
    keys.type("Our name")
    hand.choose(find(sheet(window), "Never shown as", QComboBox), "Could point to a patient")
    hand.click(find(sheet(window), "Add"))
    assert "“Anna Kelly” could be the name of a patient." in text_on(sheet(window))
    assert find(sheet(window), "Words", QLineEdit).text() == "Anna Kelly"
    assert rules(planner) == ()
    hand.click(find(sheet(window), "Words", QLineEdit))
    keys.fill("Anna Kelly Heart Clinic\n")
    assert rules(planner)[0].phrase == "Anna Kelly Heart Clinic"


def test_a_rule_is_changed_in_place_and_undone_by_name(window, page, planner, hand, keys):
    put(planner, WORD)
    hand.click(find(page, "Edit “golden valve”"))
    assert find(sheet(window), "Better words", QLineEdit).text() == "valve"
    keys.tab_to("Why")
    keys.fill("Agreed in June\n")
    assert rules(planner)[0].why == "Agreed in June"
    assert planner.undo_name == "change own words “golden valve”"
    keys.press("Ctrl+Z")
    assert "Agreed in May" in text_on(page.own_rules)


def test_removing_hands_the_keyboard_on_and_offers_undo(window, page, planner, keys):
    put(planner, *RULES[:2])
    keys.tab_to("Remove “golden valve”")
    keys.press("Space")
    assert [rule.phrase for rule in rules(planner)] == ["Golden Heart Clinic"]
    assert name_of(focus()) == "Remove “Golden Heart Clinic”"
    assert "Removed own words “golden valve”." in text_on(window.context.toasts.widget)
    keys.press("Space")
    assert rules(planner) == ()
    assert name_of(focus()) == "Add words…"
    planner.undo()
    assert "“Golden Heart Clinic”" in text_on(page.own_rules)


def test_a_check_is_offered_only_as_light_as_the_law_allows(window, page, planner, hand, keys):
    hand.click(find(page, "Change a check…"))
    offered = {item.id: item for item in planner.practice.items()}
    box = find(sheet(window), "Check", QComboBox)
    weight = find(sheet(window), "How much it weighs", QComboBox)
    assert not any(box.itemText(at).startswith("PRIV-01") for at in range(box.count()))
    strict = next(item for item in offered.values() if len(item.choices) == 1)
    shown = next(
        box.itemText(at) for at in range(box.count()) if box.itemText(at).startswith(strict.id)
    )
    hand.choose(box, shown)
    assert [weight.itemText(at) for at in range(weight.count())] == ["Always to fix"]
    assert strict.question in text_on(sheet(window))
    shown = next(
        box.itemText(at) for at in range(box.count()) if box.itemText(at).startswith("PRO-03")
    )
    hand.choose(box, shown)
    hand.choose(weight, "Not counted")
    hand.click(find(sheet(window), "Add"))
    assert "Say why it should weigh less." in text_on(sheet(window))
    keys.tab_to("Why")
    keys.type("Not our way")
    hand.click(find(sheet(window), "Add"))
    (rule,) = rules(planner)
    assert (rule.item, rule.strength) == ("PRO-03", Strength.NOTE)
    assert "PRO-03. Not counted." in text_on(page.own_rules)


def test_a_question_is_asked_in_the_post(window, page, planner, hand, keys):
    post = planner.posts.new("# Walking\n\nWalking is good.").created
    hand.click(find(page, "Add a question…"))
    keys.type("A colleague has read this")
    hand.choose(find(sheet(window), "Asked when", QComboBox), "Every post")
    hand.click(find(sheet(window), "Add"))
    titles = [check.title for check in planner.gate.assess(post).checks]
    assert "A colleague has read this" in titles


def test_rules_go_out_to_a_file_and_come_in(window, page, planner, asker, hand, tmp_path: Path):
    put(planner, *RULES)
    file = tmp_path / "rules.yaml"
    asker.answers.append(file)
    hand.click(find(page, "Export…"))
    assert file.read_text(encoding="utf-8").count("golden valve") == 1
    asker.answers.append((file,))
    hand.click(find(page, "Import…"))
    assert "All of them are here already." in text_on(window.context.toasts.widget)
    planner.practice.remove(1)
    put(planner)
    asker.answers.append((file,))
    hand.click(find(page, "Import…"))
    assert len(rules(planner)) == 4
    assert "Rules imported: 1 added, 0 changed." in text_on(window.context.toasts.widget)
    file.write_text("words:\n- phrase: gold\n", encoding="utf-8")
    asker.answers.append((file,))
    hand.click(find(page, "Import…"))
    assert on_screen(page.message)
    assert "rules.yaml, line 2: “kind” is missing." in text_on(page.message)


def test_escape_changes_nothing(window, page, planner, hand, keys):
    hand.click(find(page, "Add words…"))
    keys.type("golden")
    keys.press("Esc")
    assert window.context.dialogs.current is None
    assert rules(planner) == ()


@pytest.mark.parametrize("look", ["light", "dark"])
def test_everything_has_a_name_and_room_at_large_text(window, page, planner, hand, look):
    put(planner, *(replace(rule, why="A long reason " * 12) for rule in RULES))
    planner.set_setting("theme", look)
    planner.set_setting("text_size", 130)
    window.resize(960, 640)
    QApplication.processEvents()
    own = page.own_rules
    for title in ("“golden valve”", "A colleague has read this"):
        for deed in ("Edit", "Remove"):
            button = find(own, f"{deed} {title}")
            assert button.accessibleDescription()
            hand.reach(button)
            assert on_screen(button)
    for label in own.findChildren(QLabel):
        if label.isVisible() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
    assert own.width() <= page.width()


def test_a_check_that_can_no_longer_be_changed_can_be_removed(qtbot, theme):
    own = OwnRules(theme)
    qtbot.addWidget(own)
    own.show_rules((OwnLevel(7, "OLD-01", Strength.NOTE),))
    (row,) = own._shown.values()
    assert not row.edit.isEnabled()
    with qtbot.waitSignal(own.unwanted) as caught:
        row.remove.click()
    assert caught.args == [7]
