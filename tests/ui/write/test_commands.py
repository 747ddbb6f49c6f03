from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ui.write import commands
from ui.write.commands import Draft


def marked(text: str) -> Draft:
    """A draft from a text in which ``‹`` and ``›`` (or one ``|``) show the selection."""
    if "|" in text:
        place = text.index("|")
        return Draft(text.replace("|", ""), place, place)
    start = text.index("‹")
    end = text.index("›") - 1
    return Draft(text.replace("‹", "").replace("›", ""), start, end)


def shown(draft: Draft) -> str:
    if draft.start == draft.end:
        return f"{draft.text[: draft.start]}|{draft.text[draft.start :]}"
    return f"{draft.text[: draft.start]}‹{draft.selected}›{draft.text[draft.end :]}"


@pytest.mark.parametrize(
    ("command", "before", "after"),
    [
        (commands.bold, "a ‹reason› to", "a **‹reason›** to"),
        (commands.bold, "a **‹reason›** to", "a ‹reason› to"),
        (commands.bold, "a ‹**reason**› to", "a ‹reason› to"),
        (commands.bold, "a rea|son to", "a **‹reason›** to"),
        (commands.bold, "a ‹ reason › to", "a  **‹reason›**  to"),
        (commands.bold, "a |", "a **|**"),
        (commands.bold, "a **|**", "a |"),
        (commands.bold, "*‹both›*", "***‹both›***"),
        (commands.italic, "***‹both›***", "**‹both›**"),
        (commands.italic, "**‹both›**", "***‹both›***"),
        (commands.italic, "so ‹slow›", "so *‹slow›*"),
        (commands.italic, "so *‹slow›*", "so ‹slow›"),
        (commands.bold, "- ‹one\n- two›", "- **‹one**\n- **two›**"),
        (commands.heading, "|Watch", "# |Watch"),
        (commands.heading, "# Wa|tch", "Wa|tch"),
        (commands.heading, "# T\n\nWhat |now", "# T\n\n## What |now"),
        (commands.bullets, "‹one\n\ntwo›", "‹- one\n\n- two›"),
        (commands.bullets, "‹1. one\n2. two›", "‹- one\n- two›"),
        (commands.bullets, "- o|ne", "o|ne"),
        (commands.numbers, "‹one\ntwo\n›three", "‹1. one\n2. two›\nthree"),
        (commands.numbers, "‹1. one\n2. two›", "‹one\ntwo›"),
        (commands.quote, "sa|id", "> sa|id"),
        (commands.quote, "> sa|id", "sa|id"),
        (commands.link, "see ‹this›", "see [this](‹https://›)"),
        (commands.link, "see ‹https://x.org›", "see [|](https://x.org)"),
        (commands.link, "see [th|is](https://x.org)", "see ‹this›"),
        (commands.new_line, "1. one|", "1. one\n2. |"),
        (commands.new_line, "  - one| two", "  - one\n  - | two"),
        (commands.new_line, "- one\n- |", "- one\n|"),
    ],
)
def test_command(command: Callable[[Draft], Draft], before: str, after: str) -> None:
    assert shown(command(marked(before))) == after


@pytest.mark.parametrize("before", ["plain|", "|- one", "‹- one›"])
def test_enter_outside_a_list_is_left_to_the_editor(before: str) -> None:
    assert commands.new_line(marked(before)) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("about ‹1 in 4 adults› will. Next.", "about 1 in 4 adults will. [@esc]| Next."),
        ("no end ‹1 in 4›", "no end 1 in 4 [@esc]|"),
        ("It is ‹20 %.› Next", "It is 20 %. [@esc]| Next"),
        ("It is ‹20 %›. [@a]\nNext", "It is 20 %. [@a] [@esc]|\nNext"),
        ("|", "[@esc]|"),
    ],
)
def test_a_citation_follows_its_sentence(before: str, after: str) -> None:
    assert shown(commands.cite(marked(before), "esc")) == after


def test_a_line_is_added_as_a_paragraph() -> None:
    assert (
        commands.add_line(Draft("Text.\n", 0, 0), "I work there.").text == "Text.\n\nI work there."
    )
    assert commands.add_line(Draft("", 0, 0), "I work there.").text == "I work there."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# Title\n\nText.", "# Title\n\nDisclosure.\n\nText."),
        ("# Title\nText.", "# Title\n\nDisclosure.\n\nText."),
        ("# Title", "# Title\n\nDisclosure."),
        ("Text.\n\n# Later", "Disclosure.\n\nText.\n\n# Later"),
        ("## Part\n\nText.", "Disclosure.\n\n## Part\n\nText."),
        ("", "Disclosure."),
    ],
)
def test_a_disclosure_stands_first_below_the_title(before: str, after: str) -> None:
    draft = commands.open_with(Draft(before, 0, 0), "Disclosure.")
    assert draft.text == after
    assert draft.text[: draft.start].endswith("Disclosure.")


PLAIN = st.text(alphabet="ab é🫀漢.,\n", max_size=40)


@given(PLAIN, st.data(), st.sampled_from([commands.bold, commands.italic]))
def test_signs_toggle_back(
    text: str, data: st.DataObject, command: Callable[[Draft], Draft]
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    once = command(Draft(text, start, end))
    assume(once.text != text)
    assert command(once).text == text
    assert once.text.replace("*", "") == text


@given(
    PLAIN,
    st.data(),
    st.sampled_from([commands.heading, commands.bullets, commands.numbers, commands.quote]),
)
def test_lines_toggle_back(
    text: str, data: st.DataObject, command: Callable[[Draft], Draft]
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    once = command(Draft(text, start, end))
    assert 0 <= once.start <= once.end <= len(once.text)
    assert command(once).text == text


NEVER_LOSE = (
    commands.bold,
    commands.italic,
    commands.heading,
    commands.bullets,
    commands.numbers,
    commands.quote,
)


@given(st.text(alphabet="ab *#->1.[]()\n", max_size=40), st.data())
def test_no_command_loses_words_or_leaves_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for command in NEVER_LOSE:
        after = command(Draft(text, start, end))
        assert 0 <= after.start <= after.end <= len(after.text)
        letters = [c for c in text if c in "ab"]
        kept = [c for c in after.text if c in "ab"]
        assert kept == letters
