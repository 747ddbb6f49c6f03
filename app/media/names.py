"""File names of pictures, which often name the patient: kept only when they cannot."""

from __future__ import annotations

import re
from dataclasses import dataclass

# A name made only of these words, and of numbers too short to identify anyone, is kept.
_NEUTRAL_WORDS = """
    a ablation af afib and anatomy angiogram angiography aorta aortic artery arteries atrial
    background banner blood bp card cardiac carousel cartoon chart chest clinic coffee colour cover
    crop cropped cuff cut defibrillator device diagram dish draft drawing ecg echo echocardiogram
    edit edited ekg event example exercise failure fibrillation figure final flow food for front
    graph guide health healthy heart holter home how icon illustration image implant in infographic
    label lead leads logo medication monitor normal note of on pacemaker page photo picture pill
    pills plate poster pressure pulse quote rate rhythm risk salt sample scan screenshot sheet
    sketch sleep slide small smoking square st steps strip stroke study table tablet tablets test
    the tip tips to top trace tracing v valve vein version view walk walking wall watch week xray
"""
_NEUTRAL = frozenset(_NEUTRAL_WORDS.split())
_WORD = re.compile(r"[^\W\d_]+|\d+")


@dataclass(frozen=True, slots=True)
class CleanName:
    """What to call a picture, and whether its own name was replaced."""

    name: str
    replaced: bool


def clean_name(name: str, ending: str, digest: str) -> CleanName:
    """A name for a picture that cannot point to a person.

    Args:
        name: the file name as it came, with or without folders and ending.
        ending: of the kept file, without a dot.
        digest: hex digest of the kept bytes; its start names a picture that must be renamed.
    """
    stem = re.split(r"[\\/]", name)[-1].rpartition(".")
    stem_words = _WORD.findall((stem[0] or stem[2]).casefold())
    if stem_words and all(_harmless(word) for word in stem_words):
        return CleanName(f"{'-'.join(stem_words)}.{ending}", replaced=False)
    return CleanName(f"picture-{digest[:6]}.{ending}", replaced=bool(stem_words))


def _harmless(word: str) -> bool:
    return len(word) <= 2 if word.isdigit() else word in _NEUTRAL
