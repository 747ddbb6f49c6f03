from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.text.document import read_document
from app.text.spans import BlockKind

PLAIN_SIGNS = st.characters(
    whitelist_categories=("Lu", "Ll", "Lo", "Mn", "Nd", "So", "Zs"), blacklist_characters="`´"
)
SIGNS = ["**", "[a](b)", "[@src]", "&amp;", "\r\n", "👨‍👩‍👧", "e\u0301", "- ", "> ", "\n\n"]
PIECE = st.one_of(
    st.sampled_from([*SIGNS, *"*_~`[]()<>#\\!&-+.:@|=\"' \t\n\r1aé"]),
    st.characters(exclude_categories=("Cs",)),
)
ANY_TEXT = st.lists(PIECE, max_size=80).map("".join)
WORD = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyzäéß"), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("# A title #\nText", "A title\nText"),
        ("Title\n=====\nText", "Title\n\nText"),
        ("**bold** and *thin* and __bold__ and _thin_", "bold and thin and bold and thin"),
        ("***both*** and ~~gone~~", "both and gone"),
        ("**a *b* c** d", "a b c d"),
        ("snake_case_word and 2 * 3 * 4", "snake_case_word and 2 * 3 * 4"),
        ("`co*de*` and `` a`b ``", "co*de* and a`b"),
        ("[words](https://a.b/c_d (t)) end", "words end"),
        ("![alt words](p.png) end", "alt words end"),
        ("<https://a.b/c> and <me@a.b>", "https://a.b/c and me@a.b"),
        ("- one\n* two\n  + three\n1. four\n2) five", "one\ntwo\nthree\nfour\nfive"),
        ("- [ ] open\n- [x] done", "open\ndone"),
        ("> said\n> > twice", "said\ntwice"),
        ("a \\* b \\[c\\] \\\\", "a * b [c] \\"),
        ("a &amp; b &#169; &nosuch; &", "a & b © &nosuch; &"),
        ("hard\\\nbreak", "hard\nbreak"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("Fact [@smith-2023]. Next [@a; @b] end", "Fact. Next end"),
        ("```\n*code*\n```\nafter", "\n*code*\n\nafter"),
        ("one\n\n---\n\ntwo", "one\n\n\n\ntwo"),
        ("She is\n54. It was", "She is\n54. It was"),
        ("#hashtag is no heading", "#hashtag is no heading"),
        ("un**frigging**believable", "unfriggingbelievable"),
        ("**a** [**b**](u)", "a b"),
    ],
)
def test_plain_text(source: str, plain: str) -> None:
    assert read_document(source).plain == plain


def test_every_word_is_traced_to_its_place() -> None:
    source = "# **Bold** café\r\n\r\n- one [*two*](u) &amp; 👩🏽‍⚕️ three\r\n> four\\* `five` _six_"
    document = read_document(source)
    words = [token for token in document.tokens if token.is_word]
    assert [token.text for token in words] == [
        "Bold",
        "café",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
    ]
    for token in words:
        low, high = document._trace.start(token.start), document._trace.end(token.end)
        assert source[low:high] == token.text


def test_a_stretch_takes_along_the_signs_that_touch_it() -> None:
    source = "Say **John Murphy**, 54"
    document = read_document(source)
    start = document.plain.index("John")
    assert source[slice(*document.to_source(start, start + 11))] == "John Murphy"
    assert source[slice(*document.to_source(0, start + 11))] == "Say **John Murphy**"


def test_a_stretch_that_tears_a_pair_apart_is_known() -> None:
    source = "one **two three** four"
    document = read_document(source)
    assert document.cuts_markup(0, source.index(" three"))
    assert not document.cuts_markup(0, source.index(" four"))
    assert not document.cuts_markup(source.index("two"), source.index(" three"))


def test_links_and_citations_are_kept_apart() -> None:
    source = "See [the page](https://a.example/x) and https://b.example/y. [@short-1]"
    document = read_document(source)
    assert [(link.address, link.written) for link in document.links] == [
        ("https://a.example/x", False),
        ("https://b.example/y", True),
    ]
    for link in document.links:
        assert source[link.source_start : link.source_end] == link.address
    (citation,) = document.citations
    assert citation.name == "short-1"
    assert source[citation.start : citation.end] == "[@short-1]"
    assert document.plain[: citation.at].endswith("y.")


def test_blocks_say_what_they_are() -> None:
    document = read_document("# T\n\ntext\nmore\n\n- a\n- b\n\n> q\n\n```\nc\n```")
    assert [block.kind for block in document.blocks] == [
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.ITEM,
        BlockKind.ITEM,
        BlockKind.QUOTE,
        BlockKind.CODE,
    ]


@given(ANY_TEXT, st.data())
@settings(max_examples=300, deadline=None)
def test_every_plain_stretch_has_a_place_in_the_source(source: str, data: st.DataObject) -> None:
    document = read_document(source)
    size = len(document.plain)
    assert size <= len(source)
    start = data.draw(st.integers(0, size))
    end = data.draw(st.integers(start, size))
    low, high = document.to_source(start, end)
    assert 0 <= low <= high <= len(source)
    if end > start:
        assert high > low
    for place in range(size):
        at, after = document._trace.start(place), document._trace.end(place + 1)
        said = source[at:after]
        assert said == document.plain[place] or said[:1] in "&\r"
    previous = -1
    for place in range(size):
        assert document._trace.start(place) > previous
        previous = document._trace.start(place)


@given(st.text(PLAIN_SIGNS, max_size=200))
@settings(max_examples=200, deadline=None)
def test_text_without_signs_is_itself(source: str) -> None:
    if re.search(r"(^|\n)\s*\d{1,3}[.)]", source):
        return
    document = read_document(source)
    assert document.plain == source
    assert document.to_source(0, len(source)) == (0, len(source))


def _inline(word: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, str]]:
    """(Markdown, the words that were put in)."""
    wraps = st.sampled_from(
        ["{}", "*{}*", "**{}**", "_{}_", "***{}***", "`{}`", "[{}](http://u.v/w)"]
    )
    return st.tuples(wraps, word).map(lambda pair: (pair[0].format(pair[1]), pair[1]))


LINE = st.lists(_inline(WORD), min_size=1, max_size=6).map(
    lambda parts: (" ".join(part[0] for part in parts), " ".join(part[1] for part in parts))
)
BLOCK = st.tuples(st.sampled_from(["{}", "# {}", "### {}", "- {}", "> {}", "1. {}"]), LINE).map(
    lambda pair: (pair[0].format(pair[1][0]), pair[1][1])
)


@given(st.lists(BLOCK, min_size=1, max_size=6))
@settings(max_examples=150, deadline=None)
def test_what_was_put_in_comes_out(blocks: list[tuple[str, str]]) -> None:
    source = "\n\n".join(block[0] for block in blocks)
    assert read_document(source).plain == "\n\n".join(block[1] for block in blocks)


@given(st.lists(BLOCK, min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_agrees_with_the_markdown_library(blocks: list[tuple[str, str]]) -> None:
    import html

    import markdown

    source = "\n\n".join(block[0] for block in blocks)
    shown = html.unescape(re.sub(r"<[^>]+>", " ", markdown.markdown(source)))
    assert read_document(source).plain.split() == shown.split()
