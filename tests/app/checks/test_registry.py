from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from app.checks.context import Context
from app.checks.merge import merged
from app.checks.pack import Pack, load_pack
from app.checks.registry import Family, check, families, run
from app.checks.say import finding
from app.model.assessment import Fact
from app.model.finding import Finding, Kind, Strength
from app.model.post import Audience, PostKind
from app.model.records import Interest, Tie
from app.text.document import Document, read_document
from tests.app.checks.labelled import CLEAN, HITS


def one(
    document: Document,
    start: int,
    end: int,
    kind: Kind = Kind.CLAIM,
    strength: Strength = Strength.WARN,
    suggestions: tuple[str, ...] = (),
) -> Finding:
    return finding(
        document, start, end, kind=kind, sub="s", rule="r", strength=strength,
        title="t", why="w", suggestions=suggestions,
    )  # fmt: skip


def test_a_family_that_breaks_off_is_named_and_the_others_speak() -> None:
    def broken(document: Document, context: Context, pack: Pack) -> Iterator[Finding]:
        raise RuntimeError("patient text that must not leak")

    def sound(document: Document, context: Context, pack: Pack) -> Iterator[Finding]:
        yield one(document, 0, 4)

    report = run(
        "Some text", Context(), load_pack(), [Family("claims", broken), Family("tone", sound)]
    )
    assert report.failed == ("claims",)
    assert [each.quote for each in report.findings] == ["Some"]


def test_overlapping_findings_of_a_kind_become_the_one_that_says_most() -> None:
    document = read_document("This miracle cure works")
    strong = one(document, 5, 17, strength=Strength.BLOCK)
    findings = [one(document, 5, 12), strong, one(document, 13, 23), one(document, 0, 4)]
    other = one(document, 5, 12, kind=Kind.TONE)
    assert merged([*findings, other], document) == (findings[3], other, strong)


def test_a_suggestion_that_tears_signs_apart_is_taken_back() -> None:
    document = read_document("A **bold claim** here")
    (torn,) = merged([one(document, 7, 17, suggestions=("x",))], document)
    assert torn.suggestions == ()
    (whole,) = merged([one(document, 2, 12, suggestions=("x",))], document)
    assert whole.suggestions == ("x",)


def test_the_word_of_the_author_wins_over_the_family_and_the_lists() -> None:
    def facts(document: Document, context: Context, pack: Pack) -> Iterator[Fact]:
        yield Fact("opinion", False, "text", "family")
        yield Fact("sponsored", True, "text", "family")

    def none(document: Document, context: Context, pack: Pack) -> Iterator[Finding]:
        return iter(())

    family = Family("x", none, facts)
    report = run("I think so", Context(facts={"sponsored": False}), load_pack(), [family])
    assert report.facts["opinion"].value is False
    assert report.facts["sponsored"] == Fact("sponsored", False, "author", "family")


def test_facts_from_words_and_context() -> None:
    interest = Interest(1, "Acme Heart Ltd", Tie.SPEAKER, "line", names=("Acme",))
    context = Context(kind=PostKind.REPLY, audience=Audience.PUBLIC, interests=(interest,))
    text = (
        "In my opinion atorvastatin reduces risk by 30%. The ESC guideline agrees. Walk daily. "
        "Thanks to ACME for the tool. #heart"
    )
    facts = {name for name, fact in check(text, context).facts.items() if fact.value}
    assert facts >= {
        "opinion", "names_product", "makes_claim", "has_statistic", "references_guideline",
        "lifestyle_advice", "has_interest", "has_hashtags", "is_reply", "aimed_at_patients",
    }  # fmt: skip
    assert "has_statistic" not in check("Walk with a friend.", Context()).facts
    assert "has_hashtags" not in check("We are #1", Context()).facts


def test_the_same_text_always_gives_the_same_report_on_any_thread() -> None:
    texts = [text for text, _ in HITS] + list(CLEAN)
    expected = [check(text, Context()).findings for text in texts]
    with ThreadPoolExecutor(4) as pool:
        for _ in range(2):
            reports = list(pool.map(lambda text: check(text, Context()), texts))
            assert [report.findings for report in reports] == expected
            assert not any(report.failed for report in reports)


def test_families_have_names_for_people() -> None:
    assert all(family.name == family.name.lower() for family in families())
    assert len({family.name for family in families()}) == len(families())
