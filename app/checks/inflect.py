"""English word forms: what a rule's ``word~`` stands for, and the shape of a replacement."""

from __future__ import annotations

_VOWELS = frozenset("aeiou")
_IRREGULAR: dict[str, tuple[str, ...]] = {
    "be": ("is", "are", "was", "were", "be", "been", "being", "am"),
    "have": ("has", "had", "having"),
    "do": ("does", "did", "done", "doing"),
    "get": ("gets", "got", "gotten", "getting"),
    "give": ("gives", "gave", "given", "giving"),
    "go": ("goes", "went", "gone", "going"),
    "beat": ("beats", "beaten", "beating"),
    "undo": ("undoes", "undid", "undone", "undoing"),
    "wipe": ("wipes", "wiped", "wiping"),
    "free": ("frees", "freed", "freeing"),
    "cut": ("cuts", "cutting"),
    "put": ("puts", "putting"),
    "quit": ("quits", "quitting"),
    "send": ("sends", "sent", "sending"),
    "make": ("makes", "made", "making"),
    "take": ("takes", "took", "taken", "taking"),
    "leave": ("leaves", "left", "leaving"),
    "keep": ("keeps", "kept", "keeping"),
    "tell": ("tells", "told", "telling"),
    "say": ("says", "said", "saying"),
    "find": ("finds", "found", "finding"),
    "see": ("sees", "saw", "seen", "seeing"),
    "know": ("knows", "knew", "known", "knowing"),
    "throw": ("throws", "threw", "thrown", "throwing"),
    "come": ("comes", "came", "coming"),
    "fly": ("flies", "flew", "flown", "flying"),
    "pay": ("pays", "paid", "paying"),
    "lend": ("lends", "lent", "lending"),
    "melt": ("melts", "melted", "melting"),
    "shrink": ("shrinks", "shrank", "shrunk", "shrinking"),
    "write": ("writes", "wrote", "written", "writing"),
    "bring": ("brings", "brought", "bringing"),
    "feel": ("feels", "felt", "feeling"),
    "hurt": ("hurts", "hurting"),
    "lose": ("loses", "lost", "losing"),
    "rise": ("rises", "rose", "risen", "rising"),
    "fall": ("falls", "fell", "fallen", "falling"),
    "grow": ("grows", "grew", "grown", "growing"),
    "think": ("thinks", "thought", "thinking"),
    "hide": ("hides", "hid", "hidden", "hiding"),
    "die": ("dies", "died", "dying"),
    "lie": ("lies", "lied", "lying"),
    "drop": ("drops", "dropped", "dropping"),
    "stop": ("stops", "stopped", "stopping"),
    "scrub": ("scrubs", "scrubbed", "scrubbing"),
    "skip": ("skips", "skipped", "skipping"),
    "unclog": ("unclogs", "unclogged", "unclogging"),
    "travel": ("travels", "travelled", "traveled", "travelling", "traveling"),
    "outperform": ("outperforms", "outperformed", "outperforming"),
    "prevent": ("prevents", "prevented", "preventing"),
    "win": ("wins", "won", "winning"),
    "bin": ("bins", "binned", "binning"),
    "begin": ("begins", "began", "begun", "beginning"),
    "swap": ("swaps", "swapped", "swapping"),
    "flush": ("flushes", "flushed", "flushing"),
    "run": ("runs", "ran", "running"),
    "buy": ("buys", "bought", "buying"),
    "sit": ("sits", "sat", "sitting"),
    "refer": ("refers", "referred", "referring"),
}


def word_set(words: str) -> frozenset[str]:
    """The words of a line, for looking words up."""
    return frozenset(words.split())


def forms(word: str) -> tuple[str, ...]:
    """The word with its verb or noun endings: ``cure`` gives cure, cures, cured, curing."""
    if word in _IRREGULAR:
        return tuple(dict.fromkeys((word, *_IRREGULAR[word])))
    if word.endswith("e"):
        return word, word + "s", word + "d", word[:-1] + "ing"
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word, word[:-1] + "ies", word[:-1] + "ied", word + "ing"
    if word.endswith(("s", "sh", "ch", "x", "z")):
        return word, word + "es", word + "ed", word + "ing"
    return word, word + "s", word + "ed", word + "ing"


def like(model: str, words: str) -> str:
    """``words`` with the capital (or capitals) of the words they replace."""
    letters = [sign for sign in model if sign.isalpha()]
    if not letters or not words:
        return words
    if len(letters) > 3 and all(sign.isupper() for sign in letters):
        return words.upper()
    if letters[0].isupper() and words[0].islower():
        return words[0].upper() + words[1:]
    return words


def article(word: str) -> str:
    """``a`` or ``an`` for what follows, by its sound as far as its letters tell."""
    lower = word.lower()
    if lower.startswith(("hour", "honest", "heir")):
        return "an"
    if lower.startswith(("uni", "use", "eu", "one")):
        return "a"
    return "an" if lower[:1] in _VOWELS else "a"
