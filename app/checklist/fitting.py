"""Whether there is a text, a network, and whether the post fits each."""

from __future__ import annotations

from collections.abc import Iterator

from app.checklist.situation import Situation
from app.checklist.words import listed, sentence
from app.model.assessment import Check, Group, Remedy
from app.model.finding import Strength
from app.networks.catalogue import networks
from app.networks.fit import fit

_REMEDIES = {
    "too_long": (Remedy.SHOW,),
    "too_many_hashtags": (Remedy.SHOW,),
    "picture_needed": (Remedy.ADD_PICTURE,),
    "too_many_pictures": (Remedy.CHECK_PICTURE,),
    "alt_too_long": (Remedy.ADD_ALT_TEXT,),
}


def fitting_rows(situation: Situation) -> Iterator[Check]:
    """The rows on the text as such and on each network."""
    post = situation.post
    if not post.has_text and not any(
        post.own_texts.get(name, "").strip() for name in post.networks
    ):
        yield _fix("row:text", "Write the text", "There is no text yet.", (Remedy.SHOW,))
    if not post.networks:
        words = "No network is chosen."
        yield _fix("row:networks", "Choose where it goes", words, (Remedy.CHOOSE_NETWORKS,))
    known = networks()
    fits: list[str] = []
    for name in post.networks:
        if name not in known:
            words = f"“{name}” is not a network Primum knows."
            yield _fix(f"fit:{name}:unknown", words, "", (Remedy.CHOOSE_NETWORKS,))
            continue
        problems = fit(post, known[name], situation.inputs.sources).problems
        if not problems:
            fits.append(known[name].name)
        for number, problem in enumerate(problems):
            yield Check(
                id=f"fit:{name}:{problem.code}" + (f":{number}" if number else ""),
                group=Group.FIX,
                title=sentence(problem.words).rstrip("."),
                strength=Strength.BLOCK,
                remedies=_REMEDIES.get(problem.code, (Remedy.SHOW,)),
                network=name if name in post.own_texts else "",
                phrase=problem.words,
                about=name,
            )
    if fits and post.has_text:
        yield Check("row:fits", Group.CLEAR, f"Fits {listed(fits)}")


def _fix(name: str, title: str, why: str, remedies: tuple[Remedy, ...]) -> Check:
    phrase = (why or title).rstrip(".")
    return Check(
        id=name,
        group=Group.FIX,
        title=title,
        why=why,
        remedies=remedies,
        phrase=phrase[0].lower() + phrase[1:],
    )


def failed_row(families: tuple[str, ...]) -> Check:
    """The row that says that a post was not fully checked."""
    count = "1 check" if len(families) == 1 else f"{len(families)} checks"
    return Check(
        id="failed",
        group=Group.FIX,
        title=f"{count} could not run ({', '.join(families)})",
        why="The post cannot be Ready until it does.",
        phrase=f"{count} could not run",
    )
