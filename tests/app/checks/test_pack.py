from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.checks.compile import RULES, compiled, read_rules
from app.checks.hits import hits, matcher
from app.checks.pack import COMPILED, build_pack, load_pack, read_pack
from app.checks.rulefile import RuleError
from app.text.document import read_document


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def test_the_compiled_pack_is_up_to_date() -> None:
    text = (RULES / COMPILED).read_text(encoding="utf-8")
    assert text == compiled(RULES), "run python -m app.checks.compile"


def test_the_pack_holds_every_rule() -> None:
    pack = load_pack()
    files = read_rules(RULES)
    assert len(pack.items) == len(files["checklist"].content["items"])
    assert len(pack.authorities) == len(files["authorities"].content["authorities"])
    assert pack.lexicons["cues.dm_invite"].phrases
    assert pack.tables["jargon"][0]["term"]
    assert pack.version.startswith("2026.11+")


def test_nothing_is_read_at_import() -> None:
    code = (
        "import sys, app.checks.registry, app.checks.pack, app.checks.gazetteer\n"
        "from app.checks.pack import load_pack\n"
        "assert load_pack.cache_info().currsize == 0\n"
        "assert not {'yaml', 'phonenumbers', 'regex', 'markdown'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=RULES.parents[1])


@pytest.mark.parametrize(
    ("files", "words"),
    [
        (
            {"claims": "groups:\n  cure:\n    severity: loud\n    patterns: [cure]\n"},
            "claims.yaml, line 3: “severity” is one of note, warn, block, forbid, not “loud”",
        ),
        (
            {"claims": "groups:\n  cure:\n    patterns:\n    - cure\n    - cure\n"},
            "claims.yaml, line 5: “cure” is here twice",
        ),
        ({"cues": "cues:\n  a:\n    phrases:\n    - 12\n"}, "cues.yaml, line 4: a phrase is text"),
        ({"cues": "cues:\n  a:\n    regex:\n    - '('\n"}, "cues.yaml, line 4: the pattern cannot"),
        ({"jargon": "entries:\n- term: MI\n"}, "jargon.yaml, line 2: “plain” is missing"),
        ({"jargon": "other: 1\n"}, "jargon.yaml, line 1: the list “entries” is missing"),
        ({"cues": "cues: [\n"}, "cues.yaml, line 2: not readable"),
        ({"cues": "a: 1\nb: 2\na: 3\n"}, "cues.yaml, line 3: “a” is here twice"),
        (
            {
                "authorities": (
                    "authorities:\n- id: x\n  name: X\n  demands: d\n  confirmed: memory\n"
                ),
                "checklist": (
                    "items:\n- id: A\n  section: s\n  question: q\n  severity: warn\n"
                    "  authorities: [y]\n"
                ),
            },
            "checklist.yaml, line 6: no authority is called “y”",
        ),
    ],
)
def test_a_mistake_names_its_file_and_line(
    tmp_path: Path, files: dict[str, str], words: str
) -> None:
    with pytest.raises(RuleError) as caught:
        read_rules(write(tmp_path, **files))
    assert str(caught.value).startswith(words)


def test_a_pack_of_another_format_is_refused() -> None:
    with pytest.raises(ValueError, match="another version"):
        read_pack('{"format": 99}')


def test_a_hit_inside_an_exception_does_not_count() -> None:
    pack = build_pack(
        "t", {"c": {"groups": {"g": {"patterns": ["cure"], "exceptions": ["no cure"]}}}}
    )
    document = read_document("There is no cure. This cure works.")
    (hit,) = hits(document, pack)["c.g"]
    assert document.plain[hit.start :].startswith("cure works")


def test_all_phrases_are_matched_in_one_pass() -> None:
    assert len(matcher(load_pack()).payloads) > 2000
