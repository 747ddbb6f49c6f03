from __future__ import annotations

import pytest

from app.checks.context import Context
from app.checks.pack import load_pack
from app.checks.scene import read_scene
from app.text.document import read_document

TOLD = (
    "Last night a teacher from Galway came in grey and sweating. We had her in the lab quickly.",
    "My patient asked me if she could fly.",
    "I will never forget the man who thanked me for fixing his valve.",
    "67F, syncope, new LBBB. What would you do?",
    "Bed 12 is a retired judge. He arrested at 3am and we got him back.",
    "She told me she had stopped her tablets. Three weeks later she was back with a stroke.",
    "He ran the marathon in April. In June his heart stopped. Today he walked out of our unit.",
    "A young mum I looked after last week thought it was heartburn. It was a dissection.",
    "The gentleman we stented yesterday is already asking for his dinner.",
    "A grandfather of six drove himself to our ED with crushing chest pain. His LAD was blocked.",
    "Someone I met in clinic today had been told for years that it was anxiety.",
    "Delighted to see John back at work six weeks after his bypass.",
    "A farmer ignored his chest pain for three days. He lost half of his heart muscle.",
    "An elderly lady came to see me with swollen ankles.",
    "Saw a 38 yo postman in A&E last night, massive anterior STEMI.",
)
GENERAL = (
    "If you have chest pain, call 999. Do not drive yourself.",
    "A 50-year-old man who smokes has twice the risk of a heart attack.",
    "Imagine a 54-year-old teacher who comes to clinic with chest pain. What would she need?",
    "In the trial, patients who took the drug had fewer strokes.",
    "In 1929 a young doctor passed a catheter into his own heart.",
    "My father had a heart attack when I was ten. It is why I became a cardiologist.",
    "I gave a talk at the congress yesterday about heart failure.",
    "I saw a great talk by Dr Jane Smith last week on women's heart health.",
    "Patients often ask me whether coffee is bad for the heart. Here is the evidence.",
    "When a person has a cardiac arrest, every minute counts. Start CPR and call for help.",
    "As a cardiologist I am asked every week about salt.",
    "Every patient has the right to ask for a second opinion.",
    "Patient safety starts with hand washing. Our patient portal is new this week.",
    "Footballer Christian Eriksen had a cardiac arrest on the pitch. He survived.",
    "Today is World Heart Day. Take a walk with someone you love.",
)


@pytest.mark.parametrize("text", TOLD)
def test_a_story_of_one_person_is_a_story(text: str) -> None:
    assert read_scene(read_document(text), load_pack()).stories


@pytest.mark.parametrize("text", GENERAL)
def test_general_words_tell_no_story(text: str) -> None:
    assert not read_scene(read_document(text), load_pack()).stories


def test_only_the_paragraph_of_a_story_is_one() -> None:
    text = f"{GENERAL[0]}\n\n{TOLD[0]}\n\n{GENERAL[5]}"
    scene = read_scene(read_document(text), load_pack())
    ((first, last),) = scene.stories
    assert "teacher" in scene.document.sentence_text(first)
    assert "her" in scene.document.sentence_text(last)


def test_every_person_has_an_age_a_gender_and_work_when_said() -> None:
    text = "I met a 54-year-old retired bus driver from Leeds. She told me more."
    (person,) = read_scene(read_document(text), load_pack()).persons
    assert (person.age, person.gender, person.head, person.determiner) == (54, "f", "driver", "a")
    assert person.job is not None
    assert text[slice(*person.job)] == "retired bus driver"


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("a fifty-four-year-old man", 54),
        ("a man aged 54", 54),
        ("54M with chest pain", 54),
        ("a 54 y/o man", 54),
        ("a woman in her sixties", 60),
        ("a 3-month-old baby", 0),
        ("a 101-year-old woman", 101),
    ],
)
def test_ages_in_many_forms(text: str, age: int) -> None:
    persons = read_scene(read_document(text), load_pack()).persons
    assert [person.age for person in persons] == [age]


@pytest.mark.parametrize(
    "text", ["adults aged 65 and over", "aged 40 to 74", "65-year-olds", "a 50-year-old+ cohort"]
)
def test_groups_are_no_person(text: str) -> None:
    persons = read_scene(read_document(text), load_pack()).persons
    assert [person for person in persons if person.age is not None] == []


def test_a_reply_is_always_personal() -> None:
    from app.model.post import PostKind

    scene = read_scene(read_document("Thank you."), load_pack())
    assert scene.personal(0, Context(kind=PostKind.REPLY))
    assert not scene.personal(0, Context())
