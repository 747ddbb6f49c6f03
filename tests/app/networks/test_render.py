from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.model.records import Evidence, Source, SourceKind
from app.networks.catalogue import networks
from app.networks.render import render
from app.text.document import read_document

ESC = Source(
    1, "esc-af-2024", SourceKind.DOI, "10.1093/eurheartj/ehae176",
    "ESC atrial fibrillation guideline", 2024, Evidence.GUIDELINE,
)  # fmt: skip
TRIAL = Source(
    2, "dash", SourceKind.PMID, "11136953", "Sacks et al., N Engl J Med", 2001, Evidence.TRIAL
)


def shown(markdown: str, *sources: Source) -> str:
    return render(markdown, "linkedin", sources).text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("# Title\n\nWords", "Title\n\nWords"),
        ("Title\n---\nWords", "Title\nWords"),
        ("**bold** *it* __b__ _i_ ***both*** ~~gone~~", "bold it b i both gone"),
        ("2 * 3 * 4 and snake_case_x", "2 * 3 * 4 and snake_case_x"),
        ("- one\n* two\n+ three", "• one\n• two\n• three"),
        ("- one\n  - **two**", "• one\n  • two"),
        ("1. a\n2. b", "1. a\n2. b"),
        ("1. a\n1. b\n1. c", "1. a\n2. b\n3. c"),
        ("3. a\n4. b", "3. a\n4. b"),
        ("Please call\n999. Then wait.", "Please call\n999. Then wait."),
        ("2026. A year", "2026. A year"),
        ("> do no harm", "“do no harm”"),
        ("> “do no harm”", "“do no harm”"),
        ("> one\n> two", "“one\ntwo”"),
        ("[the guide](https://a.org/x)", "the guide (https://a.org/x)"),
        ("[https://a.org](https://a.org)", "https://a.org"),
        ("[a.org](https://www.a.org/)", "a.org"),
        ("[](https://a.org)", "https://a.org"),
        ("[**bold** link](https://a.org)", "bold link (https://a.org)"),
        ('[guide](https://a.org "the title")', "guide (https://a.org)"),
        ("```words\ncode *x*\n```\nafter", "code *x*\nafter"),
        ("```words\nnever *closed*", "never *closed*"),
        ("- [x] ", ""),
        ("<https://a.org>", "https://a.org"),
        ("see https://a.org/_x_/y_z and _this_", "see https://a.org/_x_/y_z and this"),
        ("**https://a.org**", "https://a.org"),
        ("a\n\n![ecg](x.png)\n\nb", "a\n\nb"),
        ("a\n\n***\n\nb", "a\n\nb"),
        ("a\n\n\n\nb", "a\n\nb"),
        (r"\*not it\* \#AFib 1\. x", "*not it* #AFib 1. x"),
        ("`code *x*` here", "code *x* here"),
        ("```\ncode *x*\n```\nafter", "code *x*\nafter"),
        ("#AFib stays", "#AFib stays"),
        ("one\\\ntwo  \nthree", "one\ntwo\nthree"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("[not a link] and *", "[not a link] and *"),
        ("", ""),
        ("- [x] done", "• done"),
    ],
)
def test_markdown_is_shown_as_plain_lines(markdown: str, text: str) -> None:
    assert shown(markdown) == text


def test_one_citation_is_a_line_at_the_end() -> None:
    text = shown("AFib is common [@esc-af-2024].\n\nGeneral information.", ESC, TRIAL)
    assert text == (
        "AFib is common.\n\nGeneral information.\n\n"
        "Source: 2024 ESC atrial fibrillation guideline, doi:10.1093/eurheartj/ehae176"
    )


def test_several_citations_keep_a_number_each() -> None:
    text = shown("Rhythm [@esc-af-2024]. Salt [@dash; @ESC-AF-2024] matters [@dash].", ESC, TRIAL)
    assert text == (
        "Rhythm [1]. Salt [2, 1] matters [2].\n\n"
        "Source [1]: 2024 ESC atrial fibrillation guideline, doi:10.1093/eurheartj/ehae176\n"
        "Source [2]: Sacks et al., N Engl J Med 2001. PMID 11136953"
    )
    assert render("x [@dash]", "x", [ESC, TRIAL]).cited == ("dash",)


def test_a_source_line_of_the_author_is_not_doubled() -> None:
    assert shown("Words.\n\nSource: [@dash]", TRIAL).count("Source") == 1


def test_a_page_is_cited_with_the_day_it_was_seen() -> None:
    page = Source(
        3, "nhs", SourceKind.URL, "https://www.nhs.uk/x", "NHS, Palpitations",
        accessed_on=date(2026, 11, 22),
    )  # fmt: skip
    assert shown("x [@nhs]", page).endswith(
        "Source: NHS, Palpitations, seen 22 Nov 2026, https://www.nhs.uk/x"
    )
    registered = Source(4, "t", SourceKind.NCT, "NCT01234567", "A trial")
    assert shown("x [@t]", registered).endswith("Source: A trial, trial registration NCT01234567")


def test_an_unlinked_citation_stays_and_is_said() -> None:
    result = render("Salt [@nobody] matters", "x", [ESC])
    assert result.text == "Salt [@nobody] matters"
    assert result.notes[0].startswith("[@nobody] is not a source of this post")


def test_what_was_removed_is_said_in_words() -> None:
    result = render("# T\n\n**a** *b* [c](https://d.org) ![e](f)", "instagram", [ESC])
    assert result.removed == (
        "bold", "italic", "headings", "links behind words", "pictures in the text",
    )  # fmt: skip
    assert render('[c](https://d.org "t")', "x").notes == ("Left out: link titles.",)
    assert result.notes == (
        "A picture in the text is left out. Attach pictures to the post instead.",
        "Bold and italic are not supported there and will be removed.",
        "Links cannot be tapped there: readers see the address only.",
        "1 linked source is not named in the text.",
    )
    assert render("plain", "linkedin").notes == ()
    cited_in_words = render("doi:10.1093/EURHEARTJ/ehae176", "linkedin", [ESC])
    assert cited_in_words.notes == ()


_MARKS = ("*", "**", "_", "__", "`", "[", "]", "(", "# ", "- ", "1. ", "> ", "\n", "\\", "<", "---")
_WORDS = ("a", "heart", " ", "é", "😷", "https://a.org/_x_", "[t](https://u.org/v)", "|", "~~x~~")
SIGNS = st.sampled_from(
    (
        *_MARKS,
        *_WORDS,
        *(")", "!", "#", "~~", ">", "\r", "\t", "\u2028", "&amp;", "0", "```"),
        *("[@dash]", "[@dash;@no]", "Source: ", "[t](u)", "![p](q)"),
    )
)
MARKDOWN = st.lists(SIGNS, max_size=25).map("".join)


@given(MARKDOWN, st.sampled_from(sorted(networks())))
@settings(max_examples=300, deadline=None)
def test_rendering_never_raises(markdown: str, network: str) -> None:
    result = render(markdown, network, [ESC, TRIAL])
    assert result.text == result.text.strip("\n")
    assert "\r" not in result.text


@given(st.text(max_size=60), st.sampled_from(sorted(networks())))
@settings(max_examples=150, deadline=None)
def test_rendering_never_raises_on_any_text(markdown: str, network: str) -> None:
    render(markdown, network, [ESC])


SAFE = st.sampled_from((*_MARKS, *_WORDS, "\n\n"))


@given(st.lists(SAFE, max_size=25).map("".join))
@settings(max_examples=400, deadline=None)
def test_no_letter_is_lost(markdown: str) -> None:
    before = Counter(sign for sign in markdown if sign.isalpha())
    after = Counter(sign for sign in shown(markdown) if sign.isalpha())
    # A link whose words are its own address is shown once.
    assert not before - after


def _letters(text: str) -> Counter[str]:
    return Counter(sign for sign in text if sign.isalpha())


@given(st.lists(st.sampled_from((*_MARKS, *_WORDS, "~~", "```", "&amp;", "12. ")), max_size=25))
@settings(max_examples=300, deadline=None)
def test_nothing_is_published_that_the_checks_do_not_read(pieces: list[str]) -> None:
    markdown = "".join(pieces)
    read = read_document(markdown)
    checked = _letters(read.plain)
    for link in read.links:
        checked += _letters(link.address)
    assert not _letters(shown(markdown)) - checked


PLAIN = st.text(
    st.characters(
        exclude_characters="*_~`[]<>!\\#-+=|&\r\t\x00()",
        exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp"),
    )
    | st.sampled_from(" \n"),
    max_size=80,
)


@given(PLAIN)
@settings(max_examples=200, deadline=None)
def test_plain_text_stays_and_rendering_it_again_changes_nothing(text: str) -> None:
    once = shown(text)
    assert shown(once) == once
    assert once.split() == text.split() or any(c.isdigit() for c in text)


def test_five_thousand_open_signs_are_read_in_time() -> None:
    import time

    start = time.perf_counter()
    shown("*a **b _c [" * 1000)
    assert time.perf_counter() - start < 2
