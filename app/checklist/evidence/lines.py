"""Lines that should stand in the text, and how it reads."""

from __future__ import annotations

from app.checklist.evidence.answer import Answer, Open, opened
from app.checklist.situation import Situation
from app.checklist.words import several
from app.checks.hits import hits
from app.model.assessment import Remedy
from app.model.finding import Strength
from app.model.post import Audience

DISCLAIMER = "General information, not medical advice."
OWN_VIEW = "This is my own view."
_GRADE = 8.0


def disclaimer(situation: Situation) -> Answer | None:
    """Whether advice to the public says that it is general information."""
    professional = situation.post.audience is Audience.PROFESSIONALS
    if professional and "is_reply" not in situation.held:
        return None
    silent = [
        told
        for told in situation.told
        if told.text.strip() and situation.first_hit(told, "general_information") is None
    ]
    if not silent:
        return Answer()
    first = silent[0]
    return opened(
        Open(
            why=f"In {first.name}. One short line is enough."
            if first.network
            else "One short line is enough.",
            remedies=(Remedy.ADD_LINE,),
            suggestions=(DISCLAIMER,),
            phrase="it does not say that it is general information",
            network=first.network,
        )
    )


def balance(situation: Situation) -> Answer | None:
    """Whether a benefit of something named stands beside its limits or harms.

    A benefit claimed for one product by name must have them; of a whole class, or in
    another sentence, it is only worth a thought.
    """
    if "names_product" not in situation.held or not situation.says("benefit"):
        return None
    if situation.says("balance"):
        return Answer()
    return opened(
        Open(
            why="A benefit is named; say what it can harm, or for whom it is not.",
            quote=situation.because("names_product"),
            remedies=(Remedy.CORRECT_FACT,),
            phrase="no limits or harms are mentioned",
            fact="names_product",
            at_most=Strength.FORBID if _praises_product(situation) else Strength.WARN,
        )
    )


def _praises_product(situation: Situation) -> bool:
    """Whether one sentence names a product and its benefit."""
    for told in situation.told:
        found = hits(told.document, situation.pack)
        named = {hit.sentence for hit in found.get("products", ())}
        if named & {hit.sentence for hit in found.get("checklist.benefit", ())}:
            return True
    return False


def reading_grade(situation: Situation) -> Answer | None:
    """Whether text for the public reads at grade 8 or below."""
    grades = [told.report.grade for told in situation.told if told.report.grade is not None]
    if not grades:
        return None
    hardest = max(grades)
    if hardest <= _GRADE:
        return Answer(quote=f"Grade {round(max(hardest, 1.0))}")
    return opened(
        Open(
            f"Reads at grade {round(hardest)}",
            "Grade 6 to 8 suits most readers. Shorter sentences and words help.",
            key="grade",
        )
    )


def terms(situation: Situation) -> Answer | None:
    """Whether an offer has its terms."""
    if situation.says("terms"):
        return Answer()
    return opened(
        Open(
            why="Say what it includes and what it depends on.",
            quote=situation.because("mentions_offer"),
            phrase="an offer has no terms",
        )
    )


def opinion(situation: Situation) -> Answer | None:
    """Whether an opinion is marked as the author's own."""
    if "opinion" not in situation.held:
        return None
    if situation.says("own_view"):
        return Answer()
    return opened(
        Open(
            why="Readers may take it for your employer's view.",
            quote=situation.because("opinion"),
            remedies=(Remedy.ADD_LINE,),
            suggestions=(OWN_VIEW,),
        )
    )


def correction_line(situation: Situation) -> Answer | None:
    """Whether a correction links the post it corrects."""
    links = [link for told in situation.told for link in told.document.links if not link.image]
    if links:
        return Answer(quote=several(len(links), "link"))
    return opened(
        Open(
            why="Link the earlier post, so that readers of both can see it.",
            quote=situation.because("correction"),
        )
    )
