"""Sources: what was pasted is recognised by its form, and nothing is ever looked up."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from app.model.records import SourceKind
from tests.ui.hands import find, focus, name_of, text_on

PASTE = "DOI, PubMed number or link"


@pytest.fixture
def cited():
    """The short names that the caller was told to put into the text."""
    return []


@pytest.fixture
def ask(home, post_id, cited):
    def ask():
        home.context.dialogs.add_source(post_id, cited.append)
        QApplication.processEvents()
        return home.context.dialogs.current

    return ask


@pytest.mark.parametrize(
    ("pasted", "kind", "identifier", "words"),
    [
        ("10.1093/eurheartj/ehae176", SourceKind.DOI, "10.1093/eurheartj/ehae176", "DOI"),
        (
            "https://doi.org/10.1056/NEJMoa2204737",
            SourceKind.DOI,
            "10.1056/nejmoa2204737",
            "DOI",
        ),
        ("PMID: 39210723", SourceKind.PMID, "39210723", "PubMed"),
        ("PMC7173035", SourceKind.PMCID, "PMC7173035", "PubMed Central"),
        ("NCT01206062", SourceKind.NCT, "NCT01206062", "rial"),
        ("https://www.who.int/news", SourceKind.URL, "https://www.who.int/news", "ink"),
    ],
)
def test_what_is_pasted_is_recognised(
    ask, home, planner, post_id, keys, cited, pasted, kind, identifier, words
):
    dialog = ask()
    assert name_of(focus()) == PASTE
    keys.paste(pasted)
    said = text_on(dialog)
    assert words in said
    assert "well formed" in said
    keys.press("Return")
    assert home.context.dialogs.current is None
    (source,) = planner.records.sources()
    assert (source.kind, source.identifier) == (kind, identifier)
    assert planner.posts.get(post_id).source_ids == (source.id,)
    assert cited == [source.short_name]
    assert source.short_name


@pytest.mark.parametrize("bad", ["10.1093", "doi:10.1093/", "NCT0120", "hello", "http://"])
def test_what_is_not_well_formed_is_refused_in_words(ask, home, planner, keys, bad):
    dialog = ask()
    keys.type(bad)
    said = planner.records.read_identifier(bad)
    assert not said.ok
    assert said.words in text_on(dialog)
    keys.tab_to("Title")
    keys.type("A title")
    keys.press("Return")
    assert home.context.dialogs.current is dialog
    assert dialog.message.isVisible()
    assert said.words.rstrip(".") in dialog.message.accessibleName()
    assert name_of(focus()) == PASTE
    assert focus().text() == bad
    assert find(dialog, "Title", QLineEdit).text() == "A title"
    assert planner.records.sources() == ()


def test_nothing_pasted_is_asked_for(ask, keys):
    dialog = ask()
    keys.press("Return")
    assert "Paste a DOI, a PubMed number or a link." in text_on(dialog)


def test_the_short_name_follows_title_and_year_until_it_is_ones_own(ask, planner, keys):
    dialog = ask()
    keys.paste("10.1093/eurheartj/ehae176")
    keys.tab_to("Title")
    keys.type("The guidelines for atrial fibrillation")
    keys.tab_to("Year")
    keys.type("2024")
    short = find(dialog, "Short name for the text", QLineEdit)
    assert short.text() == "guidelines-atrial-fibrillation-2024"
    keys.tab_to("Short name for the text")
    keys.fill("esc-af")
    keys.tab_to("Title", back=True)
    keys.fill("Another title")
    assert short.text() == "esc-af"
    keys.press("Return")
    (source,) = planner.records.sources()
    assert (source.short_name, source.year) == ("esc-af", 2024)


def test_a_short_name_is_given_once(ask, home, records, keys, hand):
    dialog = ask()
    hand.click(find(dialog, "Add new", QAbstractButton))
    keys.paste("10.1093/eurheartj/ehae999")
    keys.tab_to("Short name for the text")
    keys.fill("source-1")
    keys.press("Return")
    assert "There is already a source called source-1." in text_on(dialog)
    assert home.context.dialogs.current is dialog


@pytest.mark.usefixtures("records")
def test_search_and_arrows_choose_one_of_many(ask, planner, post_id, keys, cited):
    dialog = ask()
    keys.tab_to("Search sources")
    keys.type("number 2023")
    rows = [row for row in dialog.findChildren(QAbstractButton) if "Guideline" in row.text()]
    assert [row.text() for row in rows if row.isVisible()] == [
        "Guideline number 3 on the management of atrial fibrillation (2023)"
    ]
    assert [row.isChecked() for row in rows if row.isVisible()] == [True]
    keys.tab_to("Guideline number 3…")
    keys.press("Return")
    assert cited == ["source-3"]


@pytest.mark.usefixtures("records")
def test_enter_in_the_search_takes_what_is_found(ask, home, keys, cited):
    ask()
    keys.tab_to("Search sources")
    keys.type("2023")
    keys.press("Return")
    assert home.context.dialogs.current is None
    assert cited == ["source-3"]


@pytest.mark.usefixtures("records")
def test_a_search_that_finds_nothing_links_nothing(ask, home, planner, post_id, keys):
    dialog = ask()
    keys.tab_to("Search sources")
    keys.type("sodium")
    keys.press("Return")
    assert home.context.dialogs.current is dialog
    assert "Choose a source first." in text_on(dialog)
    assert planner.posts.get(post_id).source_ids == ()


@pytest.mark.usefixtures("records")
def test_a_withdrawn_source_says_so_and_is_not_chosen(ask, planner, home, keys, cited):
    newest = planner.records.sources()[0]
    planner.records.save_source(replace(newest, withdrawn=True))
    dialog = ask()
    row = find(dialog, f"{newest.title} ({newest.year})", QAbstractButton)
    assert "Withdrawn. It cannot support a post." in row.accessibleDescription()
    assert not row.isChecked()
    keys.press("Return")
    assert cited == [planner.records.sources()[1].short_name]


@pytest.mark.usefixtures("records")
def test_a_source_is_corrected_without_citing_it_again(ask, home, planner, post_id, hand, cited):
    source = planner.records.sources()[0]
    planner.records.link_source(post_id, source.id)
    dialog = ask()
    hand.click(find(dialog, f"{source.title} ({source.year})", QAbstractButton))
    hand.click(find(dialog, "Edit", QAbstractButton))
    year = find(dialog, "Year", QLineEdit)
    year.selectAll()
    hand.paste(year, "2019")
    hand.click(find(dialog, "Save", QAbstractButton))
    assert home.context.dialogs.current is None
    assert planner.records.source(source.id).year == 2019
    assert cited == []


def test_a_year_of_two_digits_is_asked_for_again(ask, home, planner, keys):
    dialog = ask()
    keys.paste("10.1093/eurheartj/ehae176")
    keys.tab_to("Year")
    keys.type("24")
    keys.press("Return")
    assert "Write the year with four digits." in text_on(dialog)
    assert name_of(focus()) == "Year"
    assert planner.records.sources() == ()
