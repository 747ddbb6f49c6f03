"""Every item of the checklist, one by one: applying, not applying, met, unmet, and where."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from app.checklist.assess import assess
from app.checklist.items import ORDER, Item, rules_of
from app.checks.pack import load_pack
from app.model.finding import Strength
from tests.app.checklist.posts import applied, inputs_of, open_checks

PLACES = ("US", "UK", "IE", "AU", "IN", "DE", "EU")


def _table() -> dict[str, dict[str, Any]]:
    import yaml

    text = (Path(__file__).parent / "items.yaml").read_text(encoding="utf-8")
    table: dict[str, dict[str, Any]] = yaml.safe_load(text)
    return table


TABLE = _table()


@cache
def items() -> dict[str, Item]:
    return {item.id: item for item in rules_of(load_pack()).items}


def _said(entry: dict[str, Any], part: str, item: str) -> dict[str, Any]:
    base = entry["applies"]
    said = dict(base) if isinstance(base, dict) else {"text": base}
    if part == "not" and entry["not"] == "off":
        return {**said, "levels": {item: "off"}}
    if part == "not":
        other = entry["not"]
        return dict(other) if isinstance(other, dict) else {"text": other}
    return said if part == "applies" else {**said, **entry.get(part, {})}


def test_the_table_has_every_item_of_the_pack_and_no_other() -> None:
    assert set(TABLE) == set(items())
    for name, entry in TABLE.items():
        assert {"strength", "applies", "not", "met"} <= set(entry), name
        item = items()[name]
        moved = {place for override in item.overrides for place in override.places} | item.places
        assert bool(moved) == bool(entry.get("but")), f"{name}: say where it weighs what"


def test_only_what_the_planner_does_by_itself_is_never_unmet() -> None:
    never = {name for name, entry in TABLE.items() if "never" in entry.get("unmet", {})}
    assert never == {"PRIV-08", "POL-05"}


@pytest.mark.parametrize("name", TABLE)
def test_it_applies(name: str) -> None:
    assert name in applied(inputs_of(_said(TABLE[name], "applies", name)))


@pytest.mark.parametrize("name", TABLE)
def test_it_does_not_apply(name: str) -> None:
    inputs = inputs_of(_said(TABLE[name], "not", name))
    assert name not in applied(inputs)
    assert not open_checks(assess(inputs), name)


@pytest.mark.parametrize("name", TABLE)
def test_it_is_met(name: str) -> None:
    inputs = inputs_of(_said(TABLE[name], "met", name))
    answer = assess(inputs)
    assert not open_checks(answer, name), [c.id for c in open_checks(answer, name)]


@pytest.mark.parametrize(
    "name", [name for name, entry in TABLE.items() if "never" not in entry.get("unmet", {})]
)
def test_it_is_unmet_and_says_so(name: str) -> None:
    inputs = inputs_of(_said(TABLE[name], "unmet", name))
    assert name in applied(inputs)
    found = open_checks(assess(inputs), name)
    assert found
    assert all(check.title for check in found)


@pytest.mark.parametrize("name", [name for name, entry in TABLE.items() if "also" in entry])
def test_other_posts_leave_it_open_too(name: str) -> None:
    for text in TABLE[name]["also"]:
        assert open_checks(assess(inputs_of({"text": text})), name), text


@pytest.mark.parametrize("name", TABLE)
def test_every_kind_of_finding_it_looks_for_is_found_in_its_posts(name: str) -> None:
    entry = TABLE[name]
    posts = [_said(entry, "applies", name), *({"text": text} for text in entry.get("also", ()))]
    found = {
        f"{finding.kind}/{finding.sub}"
        for said in posts
        for finding in assess(inputs_of(said)).findings
    }
    kinds = {one.partition("/")[0] for one in found}
    for wanted in items()[name].finds:
        assert wanted in found or ("/" not in wanted and wanted in kinds), (wanted, found)


@pytest.mark.parametrize("place", [*PLACES, "US-NY", "US-IL", "CA"])
@pytest.mark.parametrize("name", TABLE)
def test_it_weighs_what_the_place_asks(name: str, place: str) -> None:
    _weighs(name, place)


@pytest.mark.parametrize(
    ("name", "places"),
    [
        (name, where)
        for name, entry in TABLE.items()
        for where in entry.get("but", {})
        if "+" in where
    ],
)
def test_the_strictest_of_several_places_wins(name: str, places: str) -> None:
    _weighs(name, places)


def _weighs(name: str, place: str) -> None:
    entry = TABLE[name]
    by_place = entry.get("but") or {}
    country = place.partition("-")[0] if "+" not in place else place
    wanted = by_place.get(place, by_place.get(country, entry["strength"]))
    said = _said(entry, "unmet" if "never" not in entry.get("unmet", {}) else "applies", name)
    said.pop("where", None)
    inputs = inputs_of(said, tuple(place.split("+")))
    found = applied(inputs)
    if wanted == "no":
        assert name not in found
        return
    assert found[name].strength is Strength(wanted)
    for check in open_checks(assess(inputs), name):
        if place in by_place and not check.id.startswith("confirm:"):
            assert ORDER.index(check.strength) >= ORDER.index(Strength(wanted)), check.id
