"""Formatting commands: a text and a selection in, a text and a selection out.

Places are code points. Every command toggles: applied twice it gives the text back.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_](?:[\w'’\-]*[^\W_])?")
_LIST = re.compile(r"(\s*)(?:[-*+]|(\d{1,9})[.)])(\s+|$)(?:\[[ xX]\]\s)?")
_INDENT = re.compile(r"\s*")
_BULLET = re.compile(r"(\s*)[-*+]\s")
_NUMBER = re.compile(r"(\s*)\d{1,9}[.)]\s")
_TITLE = re.compile(r"\s*# [^\n]*(?:\n|$)")
_HEADING = re.compile(r"#{1,6}\s")
_QUOTE = re.compile(r"\s*>\s?")
_LEAD = re.compile(r"(?:\s*>\s?)*(?:#{1,6}\s+|\s*[-*+]\s+|\s*\d{1,9}[.)]\s+)?\s*")
_LINK = re.compile(r"\[([^\[\]\n]*)\]\(([^()\s]*)\)")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+\Z")
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|$)")
_CITATIONS = re.compile(r"(?:\s*\[@[^\[\]\n]+\])*")


@dataclass(frozen=True, slots=True)
class Draft:
    """A text with its selection; ``start`` equals ``end`` for a bare cursor."""

    text: str
    start: int
    end: int

    @property
    def selected(self) -> str:
        """The selected words."""
        return self.text[self.start : self.end]


def bold(draft: Draft) -> Draft:
    """Make the selection, or the word at the cursor, bold; or no longer bold."""
    return _toggle_signs(draft, 2)


def italic(draft: Draft) -> Draft:
    """Make the selection, or the word at the cursor, italic; or no longer italic."""
    return _toggle_signs(draft, 1)


def heading(draft: Draft) -> Draft:
    """Make the lines headings (the first line of the post its title), or plain again."""
    first, _ = _lines_of(draft)
    sign = "## " if draft.text[:first].strip() else "# "

    def change(lines: list[str]) -> list[str]:
        if all(_HEADING.match(line) for line in lines):
            return [_HEADING.sub("", line, count=1) for line in lines]
        return [sign + _HEADING.sub("", line, count=1) for line in lines]

    return _change_lines(draft, change)


def bullets(draft: Draft) -> Draft:
    """Make the lines a bulleted list, or plain again."""

    def change(lines: list[str]) -> list[str]:
        if all(_BULLET.match(line) for line in lines):
            return [_without_list_sign(line) for line in lines]
        return [_with_sign("- ", line) for line in lines]

    return _change_lines(draft, change)


def numbers(draft: Draft) -> Draft:
    """Make the lines a numbered list from 1, or plain again."""

    def change(lines: list[str]) -> list[str]:
        if all(_NUMBER.match(line) for line in lines):
            return [_without_list_sign(line) for line in lines]
        return [_with_sign(f"{n}. ", line) for n, line in enumerate(lines, start=1)]

    return _change_lines(draft, change)


def quote(draft: Draft) -> Draft:
    """Make the lines a quotation, or plain again."""

    def change(lines: list[str]) -> list[str]:
        if all(_QUOTE.match(line) for line in lines):
            return [_QUOTE.sub("", line, count=1) for line in lines]
        return ["> " + line for line in lines]

    return _change_lines(draft, change)


def link(draft: Draft, address: str = "") -> Draft:
    """Link the selected words, or unlink them when the selection lies in a link.

    What is still to be written (the address, or the words) is selected afterwards.
    """
    for match in _LINK.finditer(draft.text):
        if match.start() <= draft.start and draft.end <= match.end() and match.group(1):
            words = match.group(1)
            text = draft.text[: match.start()] + words + draft.text[match.end() :]
            return Draft(text, match.start(), match.start() + len(words))
    draft = _at_word(draft) if draft.start == draft.end else _trimmed(draft)
    words = draft.selected
    if is_address(words):
        address, words = words, ""
    target = address or "https://"
    text = f"{draft.text[: draft.start]}[{words}]({target}){draft.text[draft.end :]}"
    if not words:
        return Draft(text, draft.start + 1, draft.start + 1)
    begin = draft.start + len(words) + 3
    if address:
        return Draft(text, begin + len(target) + 1, begin + len(target) + 1)
    return Draft(text, begin, begin + len(target))


def is_address(words: str) -> bool:
    """Whether ``words`` are one web address and nothing else."""
    return _ADDRESS.match(words) is not None


def cite(draft: Draft, short_name: str) -> Draft:
    """Put ``[@short_name]`` after the sentence that the selection ends in."""
    place = citation_place(draft.text, draft.end)
    gap = "" if place == 0 or draft.text[place - 1].isspace() else " "
    mark = f"{gap}[@{short_name}]"
    text = draft.text[:place] + mark + draft.text[place:]
    return Draft(text, place + len(mark), place + len(mark))


def citation_place(text: str, place: int) -> int:
    """Where a citation for the words that end at ``place`` belongs: after their sentence."""
    line_end = text.find("\n", place)
    line_end = len(text) if line_end < 0 else line_end
    line_start = text.rfind("\n", 0, place) + 1
    # A sentence that ends exactly where the words end is still their sentence.
    look_from = max(line_start, place - 1)
    ended = _SENTENCE_END.search(text, look_from, line_end)
    after = ended.end() if ended else line_start + len(text[line_start:line_end].rstrip())
    cited = _CITATIONS.match(text, after, line_end)
    return cited.end() if cited else after


def open_with(draft: Draft, line: str) -> Draft:
    """Put ``line`` first, as a paragraph below the title: a disclosure must be met at once."""
    title = _TITLE.match(draft.text)
    at = title.end() if title is not None else 0
    rest = draft.text[at:].lstrip("\n")
    lead = draft.text[:at].rstrip("\n") + ("\n\n" if at else "")
    text = f"{lead}{line}\n\n{rest}" if rest else lead + line
    place = len(lead) + len(line)
    return Draft(text, place, place)


def add_line(draft: Draft, line: str) -> Draft:
    """Add ``line`` as a paragraph of its own at the end."""
    body = draft.text.rstrip()
    text = f"{body}\n\n{line}" if body else line
    return Draft(text, len(text), len(text))


def new_line(draft: Draft) -> Draft | None:
    """What Enter does in a list: the next item, or the end of the list; None outside a list."""
    if draft.start != draft.end:
        return None
    start = draft.text.rfind("\n", 0, draft.start) + 1
    end = draft.text.find("\n", draft.start)
    line = draft.text[start : len(draft.text) if end < 0 else end]
    sign = _LIST.match(line)
    if sign is None or draft.start < start + sign.end():
        return None
    if not line[sign.end() :].strip():
        text = draft.text[:start] + draft.text[start + len(line) :]
        return Draft(text, start, start)
    following = sign.group(0)
    if sign.group(2):
        following = following.replace(sign.group(2), str(int(sign.group(2)) + 1), 1)
    text = f"{draft.text[: draft.start]}\n{following}{draft.text[draft.start :]}"
    place = draft.start + 1 + len(following)
    return Draft(text, place, place)


def _toggle_signs(draft: Draft, signs: int) -> Draft:
    if draft.start == draft.end:
        draft = _at_word(draft)
        if draft.start == draft.end:
            return _toggle_empty(draft, signs)
    segments = _segments(draft)
    if not segments:
        return draft
    signed = [_has(draft.text, start, end, signs) for start, end in segments]
    remove = all(signed)
    text = draft.text
    first, last = segments[0][0], segments[-1][1]
    for (start, end), has in reversed(list(zip(segments, signed, strict=True))):
        if remove:
            text = text[: start - signs] + text[start:end] + text[end + signs :]
        elif not has:
            text = text[:start] + "*" * signs + text[start:end] + "*" * signs + text[end:]
    grown = len(text) - len(draft.text)
    step = -signs if remove else (0 if signed[0] else signs)
    tail = -signs if remove else (0 if signed[-1] else signs)
    return Draft(text, first + step, last + grown - tail)


def _toggle_empty(draft: Draft, signs: int) -> Draft:
    place = draft.start
    if _run(draft.text, place, -1) == signs == _run(draft.text, place, 1):
        text = draft.text[: place - signs] + draft.text[place + signs :]
        return Draft(text, place - signs, place - signs)
    pair = "*" * signs
    return Draft(draft.text[:place] + pair * 2 + draft.text[place:], place + signs, place + signs)


def _segments(draft: Draft) -> list[tuple[int, int]]:
    """The selected words of each line, without list signs, spaces and the asterisks around them."""
    found: list[tuple[int, int]] = []
    at = 0
    for line in draft.text.splitlines(keepends=True):
        lead = _LEAD.match(line)
        start = max(draft.start, at + (lead.end() if lead else 0))
        end = min(draft.end, at + len(line.rstrip()))
        at += len(line)
        while start < end and draft.text[start].isspace():
            start += 1
        while start < end and draft.text[end - 1].isspace():
            end -= 1
        while start < end and draft.text[start] == "*":
            start += 1
        while start < end and draft.text[end - 1] == "*":
            end -= 1
        if start < end:
            found.append((start, end))
    return found


def _has(text: str, start: int, end: int, signs: int) -> bool:
    run = min(_run(text, start, -1), _run(text, end, 1), 3)
    return run >= 2 if signs == 2 else run in (1, 3)


def _run(text: str, place: int, step: int) -> int:
    """How many asterisks stand directly before (-1) or after (1) ``place``."""
    count = 0
    at = place if step > 0 else place - 1
    while 0 <= at < len(text) and text[at] == "*":
        count += 1
        at += step
    return count


def _at_word(draft: Draft) -> Draft:
    line_start = draft.text.rfind("\n", 0, draft.start) + 1
    for word in _WORD.finditer(draft.text, line_start):
        if word.start() > draft.start:
            break
        if draft.start <= word.end():
            return Draft(draft.text, word.start(), word.end())
    return draft


def _trimmed(draft: Draft) -> Draft:
    words = draft.selected
    start = draft.start + len(words) - len(words.lstrip())
    return Draft(draft.text, start, max(start, draft.end - len(words) + len(words.rstrip())))


def _without_list_sign(line: str) -> str:
    sign = _NUMBER if _NUMBER.match(line) else _BULLET
    return sign.sub(r"\1", line, count=1) if sign.match(line) else line


def _with_sign(sign: str, line: str) -> str:
    words = _without_list_sign(line)
    indent = _INDENT.match(words)
    place = indent.end() if indent else 0
    return words[:place] + sign + words[place:]


def _lines_of(draft: Draft) -> tuple[int, int]:
    """The places where the selected lines begin and end."""
    start = draft.text.rfind("\n", 0, draft.start) + 1
    last = draft.end
    if draft.end > draft.start and draft.text[draft.end - 1] == "\n":
        last -= 1
    end = draft.text.find("\n", last)
    return start, len(draft.text) if end < 0 else end


def _change_lines(draft: Draft, change: Callable[[list[str]], list[str]]) -> Draft:
    start, end = _lines_of(draft)
    lines = draft.text[start:end].split("\n")
    # Blank lines between paragraphs stay blank; a single blank line is meant.
    kept = [n for n, line in enumerate(lines) if line.strip()] or list(range(len(lines)))
    changed = change([lines[n] for n in kept])
    for n, line in zip(kept, changed, strict=True):
        lines[n] = line
    block = "\n".join(lines)
    text = draft.text[:start] + block + draft.text[end:]
    if draft.start == draft.end:
        place = max(start, start + len(block) - (end - draft.start))
        return Draft(text, place, place)
    return Draft(text, start, start + len(block))
