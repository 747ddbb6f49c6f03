"""What "Why?" can show of every finding: the rule, who stands behind it, how sure that is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from app.checklist.items import rules_of
from app.checks.context import Context
from app.checks.pack import load_pack
from app.checks.registry import check
from app.checks.rulebook import Rule, rulebook
from app.model.finding import Finding, Kind
from app.model.post import Audience, PostKind
from tests.app.checks.families.mixed import CORPUS

SURE = {"yes", "secondary", "partly", "memory"}
# Rules that only set a fact, clear another finding or lend their places to another rule.
NEVER_SHOWN = frozenset(
    {
        *("boasts.modest", "replies.complaint", "disclosure.no_tie", "disclosure.no_pay"),
        *("disclosure.adequate", "disclosure.adequate_de"),
        *("disclosure.adequate_named", "disclosure.adequate_us"),
    }
)
LATE = (
    "A new pump from our friends. It is small and quiet. It runs for a day on one battery. We have "
    "seen it on the bench, and it looked neat and tidy, with few parts and one plug.\n\n"
    "Advertisement. Paid partnership with Corvia Devices."
)


def _rows(name: str) -> list[dict[str, Any]]:
    import yaml

    text = (Path(__file__).parent / "families" / name).read_text(encoding="utf-8")
    return [row if isinstance(row, dict) else {"text": row} for row in yaml.safe_load(text)]


def _texts() -> Iterator[dict[str, Any]]:
    for line in CORPUS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if not row["clean"]:
            yield row
    yield from _rows("hits.yaml")
    yield {"text": LATE}
    yield {"text": "As a cardiologist I recommend Eliquis."}


@cache
def findings() -> tuple[Finding, ...]:
    return tuple(
        finding
        for row in _texts()
        for finding in check(
            row["text"],
            Context(
                kind=PostKind(row.get("kind", "post")),
                audience=Audience(row.get("audience", "patients")),
                jurisdictions=(row.get("country", "UK"),),
            ),
        ).findings
    )


def _shown() -> list[Rule]:
    return [rule for rule in rulebook(load_pack()).rules.values() if rule.name not in NEVER_SHOWN]


def test_every_kind_of_finding_is_among_the_texts() -> None:
    assert {finding.kind for finding in findings()} == set(Kind)


@pytest.mark.parametrize("kind", Kind)
def test_every_finding_says_which_rule_who_stands_behind_it_and_how_sure(kind: Kind) -> None:
    known = load_pack().authorities
    for finding in findings():
        if finding.kind is not kind:
            continue
        about = (finding.rule, finding.quote)
        assert finding.rule.partition(".")[2], about
        assert finding.title, about
        assert finding.why.rstrip("”")[-1] == ".", about
        assert finding.authorities, about
        assert set(finding.authorities) <= set(known), about
        assert finding.sure in SURE, about


def test_rules_that_lend_their_places_are_never_shown_by_their_own_name() -> None:
    shown = {finding.rule for finding in findings()}
    assert not shown & NEVER_SHOWN
    assert {"disclosure.late", "products.endorsement"} <= shown


def test_every_written_rule_has_words_authorities_and_a_sureness() -> None:
    known = load_pack().authorities
    rules = _shown()
    assert len(rules) > 40
    for rule in rules:
        assert 2 <= len(rule.title.split()) <= 7, rule.name
        assert rule.why, rule.name
        assert rule.authorities, rule.name
        assert set(rule.authorities) <= set(known), rule.name
        assert rule.sure in SURE, rule.name


def test_every_item_names_who_stands_behind_it_and_how_sure_that_is() -> None:
    known = load_pack().authorities
    for item in rules_of(load_pack()).items:
        assert item.authorities, item.id
        assert set(item.authorities) <= set(known), item.id
        assert item.sure in SURE, item.id
    assert all(one.confirmed in SURE and one.demands for one in known.values())
