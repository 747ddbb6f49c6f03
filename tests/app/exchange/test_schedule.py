from __future__ import annotations

import csv
import io
import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import BadInput
from app.exchange.guard import unguard
from app.exchange.lines import text_hash
from app.exchange.presets import presets, read_preset
from app.exchange.schedule import Candidate, ExportPlan, ExportRequest, plan_export, write_export
from app.model.assessment import Assessment, Tally
from app.model.past import Snapshot
from app.model.post import AttachedPicture, Post, Posting, State
from app.model.records import Source, SourceKind
from app.model.walltime import WallTime

NOW = datetime(2026, 9, 8, 18, 20, tzinfo=UTC)
LONDON = "Europe/London"
CLEAR = Assessment((), (), {}, Tally(clear=9), "", 6.0, "2026.11")
OPEN = replace(
    CLEAR, tally=Tally(to_fix=1), reason="Not ready yet: consent C-019 ends before the post."
)
PLAIN = ExportRequest("plain", date(2026, 9, 10), date(2026, 9, 30), zone=LONDON)
BUFFER = replace(PLAIN, preset="buffer")
PLAIN_HEADER = (
    "post id,title,network,local date,local time,zone,UTC time,weekday,text,"
    "character count/limit,link,hashtags,media files,alt text,first comment,labels,status,"
    "checklist result,approved on,approved text hash,notes"
)


def post(
    id_: int,
    body: str = "# Salt\n\nLess salt.",
    when: datetime | None = datetime(2026, 9, 14, 8, 0),
    *,
    zone: str = LONDON,
    state: State = State.READY,
    networks: tuple[str, ...] = ("linkedin",),
    **more: object,
) -> Post:
    wall = WallTime(when, zone) if when else None
    made = Post(id_, f"uid{id_}", body, NOW, NOW, state=state, when=wall, networks=networks)
    return replace(made, **more)  # type: ignore[arg-type]


def candidate(made: Post, assessment: Assessment | None = CLEAR, **more: object) -> Candidate:
    return Candidate(post=made, assessment=assessment, **more)  # type: ignore[arg-type]


def read_back(data: bytes) -> list[list[str]]:
    text = data.decode("utf-8")
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def dicts(plan: ExportPlan, file: int = 0) -> list[dict[str, str]]:
    header, *rows = read_back(plan.files[file].data.removeprefix(b"\xef\xbb\xbf"))
    return [dict(zip(header, row, strict=True)) for row in rows]


def test_plain_has_the_canonical_columns_and_every_field() -> None:
    source = Source(1, "dash", SourceKind.DOI, "10.1056/x", "Sacks et al., NEJM", 2001)
    snapshot_text = (
        "Salt\n\nLess salt. See https://a.org/x #Salt #BP\n\nSource: Sacks et al., NEJM 2001. "
        "doi:10.1056/x"
    )
    made = post(
        1,
        "# Salt\n\n**Less** salt. See https://a.org/x #Salt #BP [@dash]",
        pictures=(AttachedPicture("a" * 64, "ecg.png", "A tracing"),),
        note="private: never exported",
    )
    snapshot = Snapshot(1, NOW, "me", "1", made.body, {"linkedin": snapshot_text})
    plan = plan_export(PLAIN, [candidate(made, snapshot=snapshot, sources=(source,))])
    (file,) = plan.files
    assert file.name == "plan-2026-09-10-to-2026-09-30-Europe-London.csv"
    assert file.data.startswith(b"\xef\xbb\xbf")
    assert ",".join(file.header) == PLAIN_HEADER
    assert b"private" not in file.data
    (row,) = dicts(plan)
    assert row == {
        "post id": "uid1",
        "title": "Salt",
        "network": "LinkedIn",
        "local date": "2026-09-14",
        "local time": "08:00",
        "zone": LONDON,
        "UTC time": "2026-09-14T07:00Z",
        "weekday": "Monday",
        "text": snapshot_text,
        "character count/limit": f"{len(snapshot_text)}/3000",
        "link": "https://a.org/x",
        "hashtags": "#Salt #BP",
        "media files": "ecg.png",
        "alt text": "A tracing",
        "first comment": "",
        "labels": "",
        "status": "Ready",
        "checklist result": "all clear",
        "approved on": "2026-09-08 19:20",
        "approved text hash": text_hash(snapshot_text),
        "notes": "Add 1 picture by hand.",
    }
    assert plan.summary() == "1 post will be written, in 1 file."
    assert plan.notes[0] == (
        "1 post has a picture. CSV cannot carry pictures: add it by hand after the upload. "
        "Alt text is in its own column."
    )


def test_buffer_is_exact() -> None:
    posts = [
        candidate(post(1, "# Salt\n\nLess, “please” 😷.", networks=("linkedin", "x"))),
        candidate(post(2, "=1+1 is two", datetime(2026, 9, 11, 12, 30), networks=("x",))),
    ]
    plan = plan_export(BUFFER, posts)
    assert [file.name for file in plan.files] == ["buffer-x.csv", "buffer-linkedin.csv"]
    assert (
        plan.files[0].data
        == (
            '"Text","Image URL","Tags","Posting Time"\r\n'
            '"=1+1 is two","","","2026-09-11 12:30"\r\n'
            '"Salt\n\nLess, “please” 😷.","","","2026-09-14 08:00"\r\n'
        ).encode()
    )
    assert plan.written == 2
    assert plan.summary() == "2 posts will be written, in 2 files."
    assert any("1 text starts with = + - or @" in note for note in plan.notes)
    assert any("Europe/London" in note for note in plan.notes)


def test_buffer_takes_a_hundred_rows_a_file() -> None:
    posts = [candidate(post(n, f"Post {n}")) for n in range(1, 202)]
    plan = plan_export(BUFFER, posts)
    assert [file.name for file in plan.files] == [
        "buffer-linkedin-1of3.csv",
        "buffer-linkedin-2of3.csv",
        "buffer-linkedin-3of3.csv",
    ]
    assert [len(file.rows) for file in plan.files] == [100, 100, 1]
    texts = [row["Text"] for n in range(3) for row in dicts(plan, n)]
    assert texts == [f"Post {n}" for n in range(1, 202)]


def test_what_is_left_out_is_counted_with_its_reason() -> None:
    plan = plan_export(
        BUFFER,
        [
            candidate(post(1)),
            candidate(post(2, state=State.DRAFT)),
            candidate(post(3, state=State.REVIEW, networks=())),
            candidate(post(4), OPEN),
            candidate(post(5), None),
            candidate(post(6, when=None)),
            candidate(post(7, when=datetime(2026, 10, 1, 8))),
            candidate(post(8, state=State.POSTED)),
            candidate(post(9, binned_at=NOW)),
            candidate(
                post(10), snapshot=Snapshot(10, NOW, "", "1", "", {"linkedin": "Other words"})
            ),
            candidate(post(11, state=State.IDEA, when=None)),
            candidate(post(12, postings=(Posting("linkedin", NOW),))),
        ],
    )
    assert plan.written == 1
    assert [(out.post_id, out.reason) for out in plan.left_out] == [
        (2, "Not Ready: Draft."),
        (3, "Not Ready: In review."),
        (4, "Not ready yet: consent C-019 ends before the post."),
        (5, "The checks did not run."),
        (6, "No date."),
        (8, "It was posted already."),
        (10, "Its text is not the one that was marked Ready."),
        (12, "It was posted already."),
    ]
    assert plan.left_out_words() == (
        "2 posts are left out because they are not Ready.",
        "2 posts are left out because they were posted already.",
        "2 posts are left out because checks are open again.",
        "1 post is left out because it changed after it was Ready.",
        "1 post is left out because it has no date.",
    )


def test_plain_takes_other_states_when_asked_but_buffer_never() -> None:
    draft = candidate(post(1, state=State.DRAFT), OPEN)
    asked = frozenset({State.READY, State.DRAFT})
    plain = plan_export(replace(PLAIN, states=asked), [draft])
    (row,) = dicts(plain)
    assert (row["status"], row["checklist result"], row["approved on"]) == ("Draft", "1 to fix", "")
    assert "Some posts are not Ready; the status column says which." in plain.notes
    assert plan_export(replace(BUFFER, states=asked), [draft]).files == ()
    ready = candidate(post(2), OPEN)
    assert plan_export(replace(PLAIN, states=asked), [ready]).written == 0


def test_only_the_networks_asked_for() -> None:
    both = candidate(post(1, networks=("linkedin", "x")))
    other = candidate(post(2, networks=("mastodon",), state=State.DRAFT))
    plan = plan_export(replace(BUFFER, networks=frozenset({"x"})), [both, other])
    assert [file.name for file in plan.files] == ["buffer-x.csv"]
    assert plan.left_out == ()


def test_a_network_it_was_posted_on_already_is_not_written_again() -> None:
    made = post(1, networks=("linkedin", "x"), postings=(Posting("x", NOW),))
    plan = plan_export(BUFFER, [candidate(made)])
    assert [file.name for file in plan.files] == ["buffer-linkedin.csv"]


def test_times_of_another_zone_are_converted_and_said() -> None:
    abroad = post(1, when=datetime(2026, 9, 30, 20, 0), zone="America/New_York")
    assert plan_export(PLAIN, [candidate(abroad)]).written == 0  # 01:00 on 1 October in London
    plan = plan_export(replace(PLAIN, last=date(2026, 10, 1)), [candidate(abroad)])
    (row,) = dicts(plan)
    assert (row["local date"], row["local time"]) == ("2026-10-01", "01:00")
    assert row["notes"] == "Planned for 20:00 in New York; written as 01:00 in London."
    assert any(note.startswith("Salt: Planned for 20:00 in New York") for note in plan.notes)
    same = post(2, zone="Europe/Jersey")
    assert dicts(plan_export(PLAIN, [candidate(same)]))[0]["notes"] == ""


def test_times_the_clocks_skip_or_double_are_flagged() -> None:
    spring = ExportRequest("plain", date(2027, 3, 28), date(2027, 3, 28), zone=LONDON)
    plan = plan_export(spring, [candidate(post(1, when=datetime(2027, 3, 28, 1, 30)))])
    (row,) = dicts(plan)
    assert row["local time"] == "02:30"
    assert row["notes"] == (
        "01:30 does not exist on 28 March 2027: clocks go forward. 02:30 is written."
    )
    autumn = ExportRequest("buffer", date(2026, 10, 25), date(2026, 10, 25), zone=LONDON)
    plan = plan_export(autumn, [candidate(post(1, when=datetime(2026, 10, 25, 1, 30)))])
    assert plan.files[0].rows[0][3] == "2026-10-25 01:30"
    assert plan.notes[0] == (
        "Salt: 01:30 happens twice on 25 October 2026: clocks go back. "
        "The first one is used. The file cannot say which."
    )


def test_nothing_to_export_is_said(tmp_path: Path) -> None:
    plan = plan_export(PLAIN, [candidate(post(n, state=State.DRAFT)) for n in range(1, 12)])
    assert plan.files == ()
    assert plan.summary() == "No Ready posts between 10 and 30 September."
    with pytest.raises(BadInput) as caught:
        write_export(plan, tmp_path)
    assert caught.value.detail == "11 posts are left out because they are not Ready."
    assert caught.value.remedies == ("show_them", "change_dates")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("request_", "words"),
    [
        (replace(PLAIN, preset="hootsuite"), "no export form"),
        (replace(PLAIN, last=date(2026, 9, 9)), "before the first"),
        (replace(PLAIN, zone="Mars/Olympus"), "not a time zone"),
    ],
)
def test_requests_that_make_no_sense(request_: ExportRequest, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        plan_export(request_, [])


BODIES = st.text(
    st.characters(exclude_categories=("Cs",)) | st.sampled_from("=+-@'\",;\n\r\t\0"), max_size=40
)


@given(st.lists(BODIES, min_size=1, max_size=6))
@settings(max_examples=80, deadline=None)
def test_read_back_is_what_the_plan_says(bodies: list[str]) -> None:
    candidates = [candidate(post(n, body)) for n, body in enumerate(bodies, 1)]
    plain, buffer = plan_export(PLAIN, candidates), plan_export(BUFFER, candidates)
    for plan in (plain, buffer):
        for file in plan.files:
            raw = file.data.removeprefix(b"\xef\xbb\xbf")
            assert read_back(raw) == [list(file.header), *(list(row) for row in file.rows)]
            assert not any(b < 32 and b not in b"\r\n" for b in raw)
    texts = [row["Text"] for row in dicts(buffer)]
    assert [unguard(row["text"]) for row in dicts(plain)] == texts
    assert not any(
        row["text"].lstrip()[:1] in ("=", "+", "-", "@")
        for row in dicts(plain)
        if row["text"].strip()
    )


def test_presets_are_dated_and_a_broken_one_is_said() -> None:
    for preset in presets().values():
        assert preset.checked_on.year >= 2026
        assert preset.sure in ("yes", "secondary", "partly", "memory")
    with pytest.raises(BadInput, match="cannot be read"):
        read_preset("mine", "name = 1")
    with pytest.raises(BadInput, match="cannot be read"):
        read_preset("mine", "[")


@given(st.integers(0, 5))
@settings(max_examples=3, deadline=None)
def test_the_bytes_on_disk_are_the_bytes_of_the_plan(number: int) -> None:
    plan = plan_export(BUFFER, [candidate(post(1, f"Post {number}", networks=("x", "linkedin")))])
    with tempfile.TemporaryDirectory() as folder:
        paths = write_export(plan, Path(folder))
        assert [path.read_bytes() for path in paths] == [file.data for file in plan.files]
