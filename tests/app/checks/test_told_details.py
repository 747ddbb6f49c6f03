"""Details of people told of subtly, and of files that slipped out without a story."""

from __future__ import annotations

import pytest

from app.checks.context import Context
from app.checks.pack import load_pack
from app.checks.registry import check
from app.checks.scene import read_scene
from app.model.finding import Kind
from app.text.document import read_document

DETAILS = (
    ("relative", "the mayor's mother-in-law", "I put a pacemaker into the mayor's mother-in-law."),
    ("relative", "sister of the fire chief", "The sister of the fire chief got her valve today."),
    ("relative", "our caretaker's daughter", "We closed the ASD of our caretaker's daughter."),
    ("occupation", "county goalkeeper", "The county goalkeeper had his ablation with us."),
    ("occupation", "bell founder", "A bell founder told me his heart was out of tune."),
    ("occupation", "court stenographer", "A court stenographer noticed her own arrhythmia."),
    ("rare_event", "only survivor", "She was the only survivor of the crash and has my pacemaker."),
    ("rare_event", "survived the avalanche", "He survived the avalanche and now has a pacemaker."),
    ("place", "Castlebar", "A mother of two drove in from Castlebar with an EF of 15."),
    ("place", "Shetland", "Our transplant lady sails home to Shetland tomorrow."),
    ("name", "Zanele Dube", "Zanele Dube, whose heart stopped, danced in our corridor today."),
    ("name", "Dolly", "They call her Dolly on the ward, and she had her third stent today."),
    ("url", "https://a.example/@nan_ann", "Her film: https://a.example/@nan_ann from our ward"),
    ("handle", "@slow_sam_lvad", "@slow_sam_lvad is a joy. He got his pump from us in June."),
    ("age_over_89", "100th birthday", "She had her 100th birthday on our ward after the stent."),
    ("combination", "44, male, shepherd, Isle of Mull",
     "44, male, shepherd, Isle of Mull. VF in the pub, shocked twice, home on Friday."),
)  # fmt: skip
FILES = (
    (
        "On the post-it: Hans-Peter Kluge, An der Mühle 7, 37073 Göttingen, Tel. 0551 123456.",
        {"name": "Hans-Peter Kluge", "place": "An der Mühle 7, 37073 Göttingen"},
    ),
    (
        'Found in the printer: "O\'Shaughnessy, P., DOB 3/4/1951".',
        {"name": "O'Shaughnessy, P.", "date": "3/4/1951"},
    ),
    (
        "Misplaced file of Ramesh Gupta, Plot 14, Sector 9, Gandhinagar 382009, UHID 88123.",
        {"name": "Ramesh Gupta", "place": "Plot 14, Sector 9, Gandhinagar 382009"},
    ),
    (
        "Upload from IP 198.51.100.77: Martina Fuchs, born 1 May 1950.",
        {"name": "Martina Fuchs", "ip": "198.51.100.77"},
    ),
)
FOR_ALL = (
    "New rooms: Lakeview Cardiology, 1200 Pine Street, Suite 310, Madison, WI 53703.",
    "Register with Anna Kelly, anna.kelly@events.example, phone 01 555 0199.",
    "Nguyen T, Patel R, Wilson K. Telehealth in heart failure. Heart Lung Circ 2024.",
)


@pytest.mark.parametrize(("sub", "quote", "text"), DETAILS)
def test_a_detail_is_found_where_a_story_is_told(sub: str, quote: str, text: str) -> None:
    found = [(each.sub, each.quote) for each in check(text, Context()).findings]
    assert any(of == sub and (quote in words or words in quote) for of, words in found), found


@pytest.mark.parametrize(("text", "expected"), FILES)
def test_a_file_is_somebodys_without_a_story(text: str, expected: dict[str, str]) -> None:
    report = check(text, Context())
    found = {each.sub: each.quote for each in report.findings if each.kind is Kind.IDENTIFIER}
    assert expected.items() <= found.items(), found
    assert report.facts["mentions_patient"].value


@pytest.mark.parametrize("text", FOR_ALL)
def test_what_is_meant_for_everybody_is_no_file(text: str) -> None:
    assert not read_scene(read_document(text), load_pack()).dossiers
