"""A company she discloses and the hospital she works at never say where a patient is from."""

from __future__ import annotations

from app.checks.context import Context
from app.checks.registry import check
from app.model.finding import Kind
from app.model.records import Account, Interest, Tie

LINE = "Disclosure: I receive consulting fees from Cardiosense."
STORY = "A patient in her 50s came to my clinic last week with a racing heart."
TIE = Interest(1, "Cardiosense", Tie.CONSULTING, LINE)


def places(text: str, context: Context) -> list[str]:
    return [f.quote for f in check(text, context).findings if f.kind is Kind.IDENTIFIER]


def test_the_company_of_a_disclosure_line_is_no_place() -> None:
    assert (
        places(f"# Palpitations after a bad winter\n\n{LINE}\n\n{STORY}", Context(interests=(TIE,)))
        == []
    )


def test_her_own_hospital_is_no_place() -> None:
    account = Account(employer="Cardiosense")
    assert (
        places(f"# Palpitations after a bad winter\n\n{LINE}\n\n{STORY}", Context(account=account))
        == []
    )
