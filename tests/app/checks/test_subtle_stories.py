"""Stories told without the word patient, and people of whom no story is told."""

from __future__ import annotations

import pytest

from app.checks.context import Context
from app.checks.pack import load_pack
from app.checks.registry import check
from app.checks.scene import read_scene
from app.model.finding import Kind
from app.model.post import PostKind
from app.text.document import read_document

TOLD = (
    "He squeezed my hand before the anaesthetic and said: see you on the other side. He did.",
    "The lady from the flower shop sent tulips. Her new valve sends its regards.",
    "We listed him in spring. The call came at 2 am on a Sunday, and he now climbs his stairs.",
    "You would not guess that the woman humming in the corridor was on ECMO a fortnight ago.",
    "Our chap in 12 wants his slippers back.",
    "A midwife I look after told me she hid her breathlessness for a year.",
    "She had walked past our door for years before the valve gave in.",
    "A priest, a publican and a vet in one list today, all with the same leaky valve.",
    "Our first case this morning was a bride of three weeks.",
    "Somebody's dad came in for a routine check and left with three stents.",
    "At 97 she asked me whether the battery would outlast her.",
    "That grin when the pacing wires came out! Day four after the arrest.",
    "Our oldest TAVI yet: she is older than the hospital.",
    "The student whose heart stopped in the library is back in the library.",
    "He came in for a knee and went out with a bypass.",
    "It took us four hours to get the clot out of the schoolmaster's leg.",
    "Two stents later the county goalkeeper was asking us about Sunday's game.",
    "We put a stent into a boxer from Tooting this morning.",
    "I have just put a pacemaker into the mayor's mother-in-law.",
    "A court stenographer noticed her own skipped beats because her typing went uneven.",
    "Discharged today after 112 days. The nurses formed a guard of honour for him.",
    "The lad we ablated in spring has sent a photo from the top of Ben Nevis.",
    "I phoned the widow this evening. She thanked us for the time he had.",
    "My last consult of the year was a monk with pauses of six seconds.",
    "Zanele Dube, whose heart stopped at her own wedding, danced in our corridor today.",
)
NOT_TOLD = (
    "My first boss never raised her voice. When the ward was burning, she whispered.",
    "A nurse once told me that the heart is the easy part. She was right.",
    "Congratulations to our registrar Fiona Kelly, who won the poster prize in Lisbon last week!",
    "The anaesthetist looked at the clock, looked at me, and ordered pizza. He knows me well.",
    "Willem Einthoven won the Nobel Prize in 1924. His first machine weighed 270 kg.",
    "The lady at the bakery asked if I'm the heart doctor. She gave me a second bun.",
    "A taxi driver in Chicago told me his theory of cholesterol. It beat some lectures.",
    "My son asked if the heart can break. I said yes, and that it mends.",
    "When a patient tells you she is afraid, put the pen down.",
    "If your father has chest pain, do not drive him. Call 112.",
    "A 45-year-old smoker has roughly the vessel age of a 60-year-old.",
    "I was admitted as a patient in 2021 and learned more in three days than in three years.",
    "Dr Priya Raman joined our heart failure clinic last month. She trained in Pune and Leeds.",
    "The minister visited our hospital today. He looked at the corridor and promised a plan.",
    "The actor told the newspaper that he had a stent. He urged men to get checked.",
    'Our receptionist has a sign: "The doctor is late because she listened."',
    "A journalist called yesterday and asked if coffee kills. I said no, and he was sad.",
    "I met a retired engineer on the train who explained bridges to me. It sounded familiar.",
    "Our pharmacist spotted an interaction that I had missed. I owe her a cake.",
    "A child needs her own size of defibrillator pads. Check the picture on the box.",
    "One in four men has high blood pressure. He often does not know it.",
    "We lost a colleague this week. She was an electrophysiologist and a terrible singer.",
    "A friend of mine says cardiologists are plumbers. I told him the pipes talk back.",
    "The engineer who serviced our MRI scanner yesterday found a paper clip. He kept it.",
    "I had a long talk with a bus driver this morning about shifts. He knows a lot.",
    '"Doctor, do you ever cry?" a schoolgirl asked me at the careers fair. Yes, I told her.',
    "The baker down the road has put a defibrillator beside his ovens. Bravo.",
    "In memory of Dr Ruth Adler, who built our echo lab and taught me to look twice.",
    "My mentor used to say: treat the patient, not the scan. He said it in three languages.",
    "I dreamt that the LAD was blocked and the LAD was a road. It was the M50.",
    "Thanks to Anna Schmidt for the photo of our team. She made us look awake.",
    "The Pope had a pacemaker, the Queen had a corgi, and I have a deadline.",
    "Hamilton, Bermuda, has more golf courses than cardiologists. I checked.",
)


@pytest.mark.parametrize("text", TOLD)
def test_it_is_a_story_without_the_word(text: str) -> None:
    assert read_scene(read_document(text), load_pack()).stories


@pytest.mark.parametrize("text", NOT_TOLD)
def test_staff_family_strangers_and_the_famous_are_no_story(text: str) -> None:
    kinds = {finding.kind for finding in check(text, Context()).findings}
    assert not kinds & {Kind.CASE_NARRATIVE, Kind.IDENTIFIER}


def test_the_finding_covers_the_whole_story_and_nothing_before_it() -> None:
    text = "A watch can be wrong. Last night he came in grey. We shocked him twice. Drink water."
    (story,) = [
        finding
        for finding in check(text, Context()).findings
        if finding.kind is Kind.CASE_NARRATIVE
    ]
    assert story.quote == "Last night he came in grey. We shocked him twice."


def test_what_a_reader_writes_of_herself_is_not_the_authors_story() -> None:
    text = "My husband had his bypass with you last week and he is home already."
    found = check(text, Context(kind=PostKind.INBOUND)).findings
    assert Kind.CASE_NARRATIVE not in {finding.kind for finding in found}
