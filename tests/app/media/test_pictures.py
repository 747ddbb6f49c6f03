from __future__ import annotations

import contextlib
import io
import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, PngImagePlugin  # noqa: TID253 - tests may load it

from app.errors import BadInput
from app.media.names import clean_name
from app.media.pictures import LONGEST_SIDE, THUMBNAIL_SIDE, take_in

SECRET = b"SecretPlace"


def picture(size: tuple[int, int] = (60, 40), mode: str = "RGB") -> Image.Image:
    image = Image.new(mode, size, "white" if mode != "RGBA" else (255, 255, 255, 0))
    image.paste(Image.new(mode, (size[0] // 2, size[1] // 2), "red"), (0, 0))
    return image


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)  # type: ignore[arg-type]
    return out.getvalue()


def exif(orientation: int = 1) -> Image.Exif:
    data = Image.Exif()
    data[0x0112] = orientation
    data[0x010E] = SECRET.decode()
    data.get_ifd(0x8825)[1] = "N"
    data.get_ifd(0x8825)[2] = (51.0, 30.0, 0.0)
    return data


XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + SECRET + b"</x:xmpmeta>"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_hidden_stays(kind: str) -> None:
    options: dict[str, object] = {"exif": exif(), "xmp": XMP}
    if kind == "JPEG":
        options["comment"] = SECRET
    if kind == "PNG":
        info = PngImagePlugin.PngInfo()
        info.add_text("Comment", SECRET.decode())
        info.add_itxt("XML:com.adobe.xmp", XMP.decode())
        options = {"exif": exif(), "pnginfo": info}
    data = saved(picture(), kind, **options) + SECRET
    assert SECRET in data
    taken = take_in(data, "ecg.jpg")
    assert SECRET not in taken.data
    assert SECRET not in taken.thumbnail
    with Image.open(io.BytesIO(taken.data)) as kept:
        assert kept.format == kind
        assert not kept.getexif()
        assert not {"comment", "xmp", "exif", "icc_profile"} & set(kept.info)
        assert kept.size == (60, 40) == (taken.width, taken.height)
    assert taken.mime == f"image/{kind.lower()}"
    assert taken.notes[0] == "The place where it was taken was hidden in it and is removed."


def test_a_picture_lying_on_its_side_is_turned() -> None:
    taken = take_in(saved(picture(), "JPEG", exif=exif(6)), "a.jpg")
    assert (taken.width, taken.height) == (40, 60)
    with Image.open(io.BytesIO(taken.data)) as kept:
        pixel = kept.getpixel((35, 5))
        assert isinstance(pixel, tuple)
        assert pixel[0] > 200 > 90 > pixel[1]


def test_colours_are_converted_to_srgb() -> None:
    grey = Image.new("L", (8, 8), 120)
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    taken = take_in(saved(grey.convert("RGB"), "JPEG", icc_profile=lab), "a.jpg")
    with Image.open(io.BytesIO(taken.data)) as kept:
        assert kept.mode == "RGB"
        assert kept.getpixel((4, 4)) == pytest.approx((120, 120, 120), abs=2)
    broken = take_in(saved(picture(), "JPEG", icc_profile=b"no profile"), "a.jpg")
    assert broken.width == 60


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16", "CMYK"])
def test_other_modes_are_kept_visible(mode: str) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"
    source = picture().convert("L").convert("I").convert("I;16") if mode == "I;16" else None
    taken = take_in(saved(source or picture().convert(mode), kind), "a.png")
    with Image.open(io.BytesIO(taken.data)) as kept:
        assert kept.mode in ("RGB", "RGBA")


def test_transparency_stays_and_the_thumbnail_is_on_white() -> None:
    taken = take_in(saved(picture(mode="RGBA"), "PNG"), "a.png")
    with Image.open(io.BytesIO(taken.data)) as kept:
        assert kept.mode == "RGBA"
        assert kept.getpixel((50, 30)) == (255, 255, 255, 0)
    with Image.open(io.BytesIO(taken.thumbnail)) as small:
        assert small.format == "JPEG"
        assert small.getpixel((50, 30)) == pytest.approx((255, 255, 255), abs=3)


def test_sizes() -> None:
    taken = take_in(saved(Image.new("L", (5000, 100)), "PNG"), "wide.png")
    assert (taken.width, taken.height) == (LONGEST_SIDE, 82)
    assert any(note.startswith("Made smaller") for note in taken.notes)
    with Image.open(io.BytesIO(taken.thumbnail)) as small:
        assert max(small.size) == THUMBNAIL_SIDE


def test_the_same_picture_has_the_same_digest() -> None:
    data = saved(picture(), "PNG")
    assert take_in(data, "a.png").sha256 == take_in(data, "b.png").sha256


def bomb(width: int, height: int) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = zlib.compress(b"\0" * 1_000_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize("side", [8000, 12000, 60000])
def test_a_bomb_is_refused(side: int) -> None:
    with pytest.raises(BadInput, match="too large to open"):
        take_in(bomb(side, side), "a.png")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\0" * 128 + b"DICM" + b"\0" * 50, "DICOM"),
        (b"%PDF-1.7\n", "PDF"),
        (b'<?xml version="1.0"?>\n<svg xmlns="x"/>', "SVG"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC"),
        (b"GIF89a\x01\x00", "GIF"),
        (b"", "empty"),
        (b"%!PS-Adobe", "cannot be opened"),
        (b"II*\0", "cannot be opened"),
        (b"just text", "cannot be opened"),
    ],
)
def test_other_kinds_are_refused_in_words(data: bytes, words: str) -> None:
    with pytest.raises(BadInput, match=words) as caught:
        take_in(data, "a.jpg")
    assert caught.value.remedies == ("choose_another",)


def test_a_file_over_the_size_limit_is_refused() -> None:
    with pytest.raises(BadInput, match="up to 40 MB"):
        take_in(bytes(41 * 1024 * 1024), "a.jpg")


@given(st.sampled_from(["JPEG", "PNG", "WEBP"]), st.data())
@settings(max_examples=60, deadline=None)
def test_damaged_files_are_read_or_refused(kind: str, data: st.DataObject) -> None:
    whole = bytearray(saved(picture((16, 16)), kind))
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(whole[: data.draw(st.integers(0, len(whole)))])
    with contextlib.suppress(BadInput):  # the only thing it may raise
        assert take_in(cut, "a.png").data


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("ecg-strip-example.png", "ecg-strip-example.jpg"),
        ("C:\\Users\\John Smith\\ECG_12_lead.JPG", "ecg-12-lead.jpg"),
        ("/home/jsmith/slide 3.webp", "slide-3.jpg"),
        ("john_smith_echo.jpg", "picture-abcdef.jpg"),
        ("IMG_20260910_093000.jpg", "picture-abcdef.jpg"),
        ("echo 4478123.png", "picture-abcdef.jpg"),
        ("../../etc/passwd", "picture-abcdef.jpg"),
        ("", "picture-abcdef.jpg"),
        (".png", "picture-abcdef.jpg"),
    ],
)
def test_names_that_may_tell_are_replaced(name: str, kept: str) -> None:
    assert clean_name(name, "jpg", "abcdef0123").name == kept


def test_a_replaced_name_is_said_without_repeating_it() -> None:
    taken = take_in(saved(picture(), "PNG"), "john_smith_echo.png")
    assert "smith" not in taken.name
    assert taken.name in taken.notes[-1]
    assert "smith" not in " ".join(taken.notes)
    assert take_in(saved(picture(), "PNG"), "heart.png").name == "heart.png"
