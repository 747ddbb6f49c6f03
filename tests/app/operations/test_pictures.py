from __future__ import annotations

import io
from pathlib import Path

import pytest

from app.errors import BadInput
from app.planner import Planner


def picture(colour: str = "red", fmt: str = "PNG") -> bytes:
    from PIL import Image

    out = io.BytesIO()
    image = Image.new("RGB", (64, 48), colour)
    exif = Image.Exif()
    exif[0x010E] = "Kathleen Byrne, 12 March"
    image.save(out, fmt, exif=exif)
    return out.getvalue()


def test_a_picture_is_stored_without_its_hidden_data_and_described(planner: Planner) -> None:
    post_id = planner.posts.new("# A\n\nText.").created
    planner.pictures.add(post_id, picture(fmt="JPEG"), "kathleen_byrne_echo.jpg")
    (attached,) = planner.posts.get(post_id).pictures
    assert "Kathleen" not in attached.name
    assert b"Kathleen" not in planner.pictures.data(attached.sha256)
    planner.pictures.set_alt(post_id, attached.sha256, "A red field.")
    assert planner.posts.get(post_id).pictures[0].alt_text == "A red field."
    planner.pictures.remove(post_id, attached.sha256)
    assert planner.posts.get(post_id).pictures == ()
    planner.undo()
    assert planner.posts.get(post_id).pictures[0].alt_text == "A red field."
    assert planner.pictures.data(attached.sha256)


@pytest.mark.parametrize("data", [b"", b"not a picture", b"DICM" * 50, b"<svg/>", b"%PDF-1.7"])
def test_what_is_no_picture_is_refused_in_words_and_the_post_is_kept(
    planner: Planner, data: bytes
) -> None:
    post_id = planner.posts.new("# A\n\nText.").created
    with pytest.raises(BadInput) as refusal:
        planner.pictures.add(post_id, data, "x.png")
    assert refusal.value.headline.endswith(".")
    assert planner.posts.get(post_id).pictures == ()


def test_the_file_holds_nothing_readable(planner: Planner, tmp_path: Path) -> None:
    planner.posts.new("# Zebra\n\nA very particular sentence about zebras.")
    raw = b"".join(path.read_bytes() for path in tmp_path.glob("*.primum*"))
    assert b"zebra" not in raw.lower()
