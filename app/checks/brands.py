"""Whether a word is written as brands are: with a capital inside, as in "BeatWell"."""

from __future__ import annotations

import re

from app.checks.inflect import word_set

_INNER_CAPITAL = re.compile(r"(?:[A-Z]?[a-z]{2,}|[ei])[A-Z](?:[A-Z]+|[a-z]+)\w*(?:['’]s?)?")
# Written like brands, and yet networks, tools, units and genes that nobody is paid to name.
_NO_BRANDS = word_set(
    "linkedin youtube whatsapp tiktok facetime pubmed powerpoint medwatch github javascript "
    "paypal wordpress onedrive sharepoint clinicaltrials europcr medline icloud ipad iphone "
    "iplayer snapchat ebook eposter ehealth mhealth openaccess eurostat medarxiv medrxiv biorxiv"
)
_SURNAMES = ("mac", "fitz", "van", "saint", "des", "della", "von")
_SHORTEST = 5


def is_brand(text: str, word: str) -> bool:
    """Whether ``text`` is written as a brand; ``word`` is the same in lower case."""
    if len(text) < _SHORTEST or _INNER_CAPITAL.fullmatch(text) is None:
        return False
    bare = word.partition("'")[0]
    return bare not in _NO_BRANDS and not bare.startswith(_SURNAMES)
