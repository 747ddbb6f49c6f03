"""Colours that can be read, a look that switches whole, icons of one family."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo, QFontMetrics, QIcon
from PySide6.QtWidgets import QApplication, QLabel

import resources
from ui.theme.fonts import Role
from ui.theme.icons import icon_names, render_icon, stroke_for
from ui.theme.sheet import sheet_for
from ui.theme.theme import Theme
from ui.theme.tokens import contrast, load_tokens
from ui.widgets.buttons import Button

FOLDER = Path(resources.__file__).parent

TEXT_PAIRS = """
text surface, text bg, text sel, text accentSoft, text readySoft, text reviewSoft, text blockSoft,
text draftSoft, text raised, text hover, text sunken, text weekend, text outside, text pressed,
text2 surface, text2 bg, text2 sunken, text2 readySoft, text2 reviewSoft, text2 blockSoft,
text2 draftSoft, text2 awareSoft, text2 raised, text2 accentSoft, text2 pressed, text2 weekend,
text3 surface, text3 bg, text3 sunken, text3 hover, text3 draftSoft, text3 raised,
accentText surface, accentText bg, accentText accentSoft, accentText reviewSoft, accentText raised,
accentText sel, onAccent accent, onAccent accentHover,
ready surface, ready readySoft, ready raised, review surface, review reviewSoft, review raised,
block surface, block blockSoft, block raised, block accentSoft, block bg,
draft surface, draft draftSoft, aware surface, aware awareSoft, onToday today, surface block,
surface text2
"""
LINE_PAIRS = """
line2 surface, line2 bg, line2 raised, line2 sunken, focus surface, focus bg, focus sunken,
focus raised, accent surface, block surface, review surface, ready surface, line2 surface
"""


def pairs(text: str) -> list[tuple[str, str]]:
    return [tuple(pair.split()) for pair in text.replace("\n", " ").split(",")]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("pair", "least"),
    [(pair, 4.5) for pair in pairs(TEXT_PAIRS)] + [(pair, 3.0) for pair in pairs(LINE_PAIRS)],
    ids=lambda value: "-".join(value) if isinstance(value, tuple) else str(value),
)
def test_every_pair_in_use_can_be_read(dark, pair, least):
    colours = load_tokens(dark).colours
    assert contrast(colours[pair[0]], colours[pair[1]]) >= least


def test_contrast_is_that_of_the_guideline():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#57534C", "#FFFFFF") == pytest.approx(7.64, abs=0.01)


def test_both_themes_have_the_same_tokens():
    assert load_tokens(False).colours.keys() == load_tokens(True).colours.keys()


@pytest.mark.parametrize("name", ["light", "dark"])
def test_art_of_a_theme_uses_its_tokens_only(name):
    colours = set(load_tokens(name == "dark").colours.values())
    art = list((FOLDER / "themes" / name).glob("*.svg"))
    assert art
    for path in art:
        used = set(re.findall(r"#[0-9A-Fa-f]{6}", path.read_text(encoding="utf-8")))
        assert used <= colours, path.name


@pytest.mark.parametrize("dark", [False, True])
def test_sheet_has_no_blank_left_and_all_its_art(dark):
    sheet = sheet_for(load_tokens(dark), 100)
    assert "$" not in sheet
    for path in re.findall(r'url\("([^"]+)"\)', sheet):
        assert Path(path).is_file()


def test_lengths_grow_with_the_text_and_hairlines_do_not():
    sheet = sheet_for(load_tokens(False), 150)
    assert "min-height: 45px" in sheet
    assert "border: 1px solid" in sheet
    assert "border: 2px solid" in sheet


def test_px_and_fonts_follow_the_text_size(theme: Theme):
    assert theme.px(32) == 32
    small = theme.font(Role.BODY).pixelSize()
    theme.choose(text_size=130)
    assert theme.px(32) == 42
    assert theme.font(Role.BODY).pixelSize() == round(small * 1.3)


@pytest.mark.parametrize(("asked", "given"), [(10, 90), (90, 90), (150, 150), (400, 150)])
def test_text_size_stays_within_bounds(theme: Theme, asked, given):
    theme.choose(text_size=asked)
    assert theme.text_size == given


def test_inter_is_used_and_its_figures_stand_in_columns(theme: Theme):
    assert QFontInfo(theme.font()).family() == "Inter"
    metrics = QFontMetrics(theme.font(tabular=True))
    assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("8888")


def test_switching_dresses_everything_again(theme: Theme, qtbot):
    label, button = QLabel("words"), Button(theme, "New", "primary", "plus")
    qtbot.addWidget(label)
    qtbot.addWidget(button)
    before = button.icon().cacheKey()
    with qtbot.waitSignal(theme.changed):
        theme.choose("dark")
    assert theme.dark
    label.ensurePolished()
    assert label.palette().windowText().color().name().upper() == theme.tokens.colours["text"]
    assert QApplication.palette().window().color() == theme.token("bg")
    assert button.icon().cacheKey() != before


def test_choosing_what_is_in_use_changes_nothing(theme: Theme, qtbot):
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose("light", 100)


def test_unknown_system_scheme_is_light():
    assert not Theme("system").dark


@pytest.mark.parametrize("name", icon_names())
def test_every_icon_draws_something_evenly_inside_its_square(qapp, name):
    image = render_icon(name, "#1D1B18", 48, 24, 1.0).toImage()
    inked = [(x, y) for x in range(48) for y in range(48) if image.pixelColor(x, y).alpha() > 40]
    assert len(inked) > 30
    # Dots such as "more" and "grip" are small by nature; everything fills its square.
    xs, ys = [x for x, _ in inked], [y for _, y in inked]
    assert max(max(xs) - min(xs), max(ys) - min(ys)) >= 22


@pytest.mark.parametrize("name", [name for name in icon_names() if name != "primum"])
def test_icons_are_of_one_family(name):
    art = (FOLDER / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in art
    assert 'stroke-width="2" stroke-linecap="round" stroke-linejoin="round"' in art
    assert "currentColor" in art
    assert not re.search(r"#[0-9a-fA-F]{3,6}", art)


def test_weight_of_strokes_follows_the_size():
    assert [stroke_for(size) for size in (12, 14, 16, 18, 28)] == [2.4, 2.4, 2.0, 1.75, 1.75]


def test_icons_are_sharp_on_dense_screens_and_cached(theme: Theme):
    twice = theme.pixmap("plus", "text", 16, 2.0)
    assert (twice.width(), twice.devicePixelRatio()) == (32, 2.0)
    assert theme.pixmap("plus", "text", 16, 2.0).cacheKey() == twice.cacheKey()
    disabled = theme.icon("plus").pixmap(16, 16, QIcon.Mode.Disabled)
    assert disabled.cacheKey() != theme.icon("plus").pixmap(16, 16).cacheKey()
