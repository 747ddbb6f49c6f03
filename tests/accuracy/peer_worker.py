"""Runs in the environment of the free tools: texts in, identifiers out, nothing over a network.

Reads JSON Lines with ``id`` and ``text`` from standard input; writes one line that says which
version of each tool is present, then one line a tool and text: ``found`` is ``[sub, start, end]``.
Imports nothing of the project.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable, Iterable
from importlib import metadata
from typing import Any

Find = Callable[[str], Iterable[tuple[str, int, int]]]

# Presidio's own documentation uses this score where it sets one.
_PRESIDIO_SCORE = 0.4
_PRESIDIO_SUBS = {
    "PERSON": "name",
    "EMAIL_ADDRESS": "email",
    "PHONE_NUMBER": "phone",
    "IP_ADDRESS": "ip",
    "URL": "url",
    "DATE_TIME": "date",
    "UK_POSTCODE": "place",
    "DE_PLZ": "place",
}
_PRESIDIO_RECOGNIZERS = (
    "EmailRecognizer",
    "PhoneRecognizer",
    "IpRecognizer",
    "UrlRecognizer",
    "DateRecognizer",
    "UsSsnRecognizer",
    "UsMbiRecognizer",
    "NhsRecognizer",
    "UkNinoRecognizer",
    "UkPostcodeRecognizer",
    "UkVehicleRegistrationRecognizer",
    "AuMedicareRecognizer",
    "InAadhaarRecognizer",
    "InVehicleRegistrationRecognizer",
    "DeHealthInsuranceRecognizer",
    "DePlzRecognizer",
)
_REGIONS = ("US", "GB", "IE", "AU", "IN", "DE")
# The corpus uses addresses that can belong to nobody; tools that know only real endings should
# not suffer for it. Of the same length, so that positions stay.
_REAL_ENDING = (".example", ".company")
_SCRUBADUB_SUBS = {
    "name": "name",
    "email": "email",
    "phone": "phone",
    "url": "url",
    "twitter": "handle",
    "skype": "handle",
    "postalcode": "place",
    "address": "place",
    "date_of_birth": "date",
}


def presidio() -> Find:
    """Presidio's pattern recognisers with their context words; no language model."""
    import spacy
    import tldextract
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry, predefined_recognizers
    from presidio_analyzer.nlp_engine import SpacyNlpEngine
    from spacy.language import Language

    # The e-mail recogniser would fetch a list of domains at first use; the bundled one will do.
    tldextract.extract = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)

    @Language.component("lower_as_lemma")
    def lower_as_lemma(document: Any) -> Any:
        for token in document:
            token.lemma_ = token.lower_
        return document

    class BlankEngine(SpacyNlpEngine):
        """Cuts words and nothing else, so that no model has to be fetched."""

        def __init__(self) -> None:
            super().__init__()
            language = spacy.blank("en")
            language.add_pipe("lower_as_lemma")
            self.nlp = {"en": language}

    registry = RecognizerRegistry(supported_languages=["en"])
    for name in _PRESIDIO_RECOGNIZERS:
        kind = getattr(predefined_recognizers, name)
        extra = {"supported_regions": _REGIONS} if name == "PhoneRecognizer" else {}
        registry.add_recognizer(kind(supported_language="en", **extra))
    engine = AnalyzerEngine(registry=registry, nlp_engine=BlankEngine(), supported_languages=["en"])

    def find(text: str) -> Iterable[tuple[str, int, int]]:
        for result in engine.analyze(text, language="en", score_threshold=_PRESIDIO_SCORE):
            sub = _PRESIDIO_SUBS.get(result.entity_type, "record_number")
            yield sub, result.start, result.end

    return find


def scrubadub() -> Find:
    """scrubadub with the detectors that it switches on by itself."""
    import scrubadub as tool

    scrubber = tool.Scrubber()

    def find(text: str) -> Iterable[tuple[str, int, int]]:
        for filth in scrubber.iter_filth(text):
            for part in getattr(filth, "filths", None) or [filth]:
                yield _SCRUBADUB_SUBS.get(part.type, "record_number"), part.beg, part.end

    return find


def main() -> None:
    """Both tools, each only when it is installed."""
    logging.disable(logging.CRITICAL)
    texts = [json.loads(line) for line in sys.stdin]
    for peer, package, make in (
        ("presidio patterns", "presidio-analyzer", presidio),
        ("scrubadub", "scrubadub", scrubadub),
    ):
        try:
            version = metadata.version(package)
        except metadata.PackageNotFoundError:
            _say(peer, f"{package} is not installed here: no figures for it.", present=False)
            continue
        _say(peer, f"{package} {version}", present=True)
        find = make()
        for entry in texts:
            found = [list(one) for one in find(entry["text"].replace(*_REAL_ENDING))]
            _write({"peer": peer, "id": entry["id"], "found": found})


def _say(peer: str, words: str, *, present: bool) -> None:
    _write({"peer": peer, "say": words, "present": present})


def _write(record: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(record) + "\n")


if __name__ == "__main__":
    main()
