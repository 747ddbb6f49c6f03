from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.exchange.identifiers import read_identifier, same_identifier
from app.model.records import SourceKind

DOI = "10.1093/eurheartj/ehae176"


@pytest.mark.parametrize(
    ("text", "kind", "identifier"),
    [
        (DOI, SourceKind.DOI, DOI),
        ("https://doi.org/10.1093/EURHEARTJ/ehae176", SourceKind.DOI, DOI),
        ("http://dx.doi.org/10.1093/eurheartj/ehae176.", SourceKind.DOI, DOI),
        ("doi:10.1093/eurheartj/ehae176", SourceKind.DOI, DOI),
        ("DOI: 10.1093/eurheartj/ehae176;", SourceKind.DOI, DOI),
        ("DOI 10.1093/eurheartj/ehae176", SourceKind.DOI, DOI),
        ("(doi:10.1016/S0140-6736(19)31997-X)", SourceKind.DOI, "10.1016/s0140-6736(19)31997-x"),
        ("10.1016/S0140-6736(19)31997-X", SourceKind.DOI, "10.1016/s0140-6736(19)31997-x"),
        ("10.1016/S0140-6736(19)31997-X)", SourceKind.DOI, "10.1016/s0140-6736(19)31997-x"),
        ("https://doi.org/10.1161%2FCIR.0000000000001356", SourceKind.DOI,
         "10.1161/cir.0000000000001356"),
        ("10.1002/(SICI)1097-0258(19980815/30)17:15<1661::AID>3.0.CO;2-2", SourceKind.DOI,
         "10.1002/(sici)1097-0258(19980815/30)17:15<1661::aid>3.0.co;2-2"),
        ("https://www.ahajournals.org/doi/full/10.1161/CIR.0000000000001356?x=1", SourceKind.DOI,
         "10.1161/cir.0000000000001356"),
        ("11136953", SourceKind.PMID, "11136953"),
        ("PMID: 11136953", SourceKind.PMID, "11136953"),
        ("https://pubmed.ncbi.nlm.nih.gov/11136953/", SourceKind.PMID, "11136953"),
        ("pmc1234567", SourceKind.PMCID, "PMC1234567"),
        ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1234567/", SourceKind.PMCID, "PMC1234567"),
        ("https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/", SourceKind.PMCID, "PMC1234567"),
        ("nct01234567", SourceKind.NCT, "NCT01234567"),
        ("https://clinicaltrials.gov/study/NCT01234567", SourceKind.NCT, "NCT01234567"),
        ("https://www.nhs.uk/conditions/x", SourceKind.URL, "https://www.nhs.uk/conditions/x"),
        ("www.nice.org.uk/guidance/ng196.", SourceKind.URL,
         "https://www.nice.org.uk/guidance/ng196"),
        ("2024 ESC Guidelines for atrial fibrillation", SourceKind.GUIDELINE,
         "2024 ESC Guidelines for atrial fibrillation"),
    ],
)  # fmt: skip
def test_what_is_read(text: str, kind: SourceKind, identifier: str) -> None:
    read = read_identifier(text)
    assert (read.kind, read.identifier, read.ok) == (kind, identifier, True)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Paste a DOI"),
        ("   ", "Paste a DOI"),
        ("10.12/x", "starts like a DOI"),
        ("doi:10.1093/", "starts like a DOI"),
        ("PMID 0123", "not a PubMed number"),
        ("123456789", "not a PubMed number"),
        ("PMCabc", "not a PubMed Central number"),
        ("NCT123", "not a trial number"),
        ("ftp://example.org/x", "http or https"),
        ("javascript://alert(1)", "http or https"),
        ("https://user:pass@example.org/", "not well formed"),
        ("https://localhost/x", "not well formed"),
        ("https://[bad", "not well formed"),
        ("ESC Guidelines", "Which year"),
        ("my notes", "does not look like"),
        ("x" * 5000, "too long"),
    ],
)
def test_what_cannot_be_kept_is_said(text: str, words: str) -> None:
    read = read_identifier(text)
    assert not read.ok
    assert words in read.words


@given(st.text(max_size=60) | st.sampled_from([DOI, "PMID 1", "NCT01234567", "https://a.org"]))
@settings(max_examples=200, deadline=None)
def test_reading_never_raises_and_what_was_read_reads_the_same(text: str) -> None:
    read = read_identifier(text)
    assert "valid" not in read.words.lower()
    if read.ok:
        again = read_identifier(read.identifier)
        assert (again.kind, again.identifier, again.ok) == (read.kind, read.identifier, True)


def test_comparison() -> None:
    assert same_identifier(SourceKind.DOI, DOI.upper(), DOI)
    assert same_identifier(SourceKind.URL, "https://a.org/x/", "https://a.org/x")
    assert not same_identifier(SourceKind.URL, "https://a.org/X", "https://a.org/x")
