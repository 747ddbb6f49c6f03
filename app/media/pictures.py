"""Take a picture in: check it, turn it upright, and draw it anew so that no hidden data stays."""

from __future__ import annotations

import hashlib
import io
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import BadInput
from app.media.kinds import refuse_other_kinds
from app.media.names import clean_name

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_BYTES = 40 * 1024 * 1024
"""Largest file taken in."""

MAX_PIXELS = 60_000_000
"""Most pixels taken in; a phone's camera makes 12 to 50 million."""

LONGEST_SIDE = 4096
"""Longest side kept, in pixels; no network shows more."""

THUMBNAIL_SIDE = 320

_MIMES = {"JPEG": "image/jpeg", "MPO": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}
_ENDINGS = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp"}
_HIDDEN = ("exif", "xmp", "comment", "photoshop", "icc_profile", "XML:com.adobe.xmp")


@dataclass(frozen=True, slots=True)
class TakenPicture:
    """A picture as it is kept.

    Attributes:
        sha256: of ``data``, hex; the same picture taken in twice has the same.
        data: the file's bytes, drawn anew, sRGB, without hidden data.
        mime: image/jpeg, image/png or image/webp.
        width, height: in pixels, upright.
        thumbnail: JPEG bytes, at most 320 pixels on the longest side.
        name: what to call it; never a name that may point to a person.
        notes: sentences on what was changed.
    """

    sha256: str
    data: bytes
    mime: str
    width: int
    height: int
    thumbnail: bytes
    name: str
    notes: tuple[str, ...] = ()


def take_in(data: bytes, name: str) -> TakenPicture:
    """Read a picture's bytes and draw it anew.

    EXIF (where and when it was taken), comments, XMP, embedded thumbnails and
    anything after the picture are left behind. What is drawn in the picture
    itself, such as a name on an echo, stays: that is for the author to check.

    Args:
        data: the file as chosen or pasted.
        name: its file name; used for the ending and, when it says nothing of a person, kept.

    Raises:
        BadInput: it is too large, of another kind, damaged, or a decompression bomb.
    """
    if len(data) > MAX_BYTES:
        raise BadInput(
            "This picture is too large.",
            f"It has {len(data) / 1024 / 1024:.0f} MB; up to {MAX_BYTES // 1024 // 1024} MB can "
            "be added. Save it smaller and add it again.",
            remedies=("choose_another",),
        )
    refuse_other_kinds(data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return _draw_anew(data, name)
        except BadInput:
            raise
        except MemoryError as error:
            raise _too_many_pixels() from error
        except Exception as error:  # Pillow's readers raise what they like on damaged data
            raise _unreadable(type(error).__name__) from error


def _draw_anew(data: bytes, name: str) -> TakenPicture:
    from PIL import Image, ImageOps

    try:
        opened = Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "WEBP"))
    except Image.DecompressionBombError as error:
        raise _too_many_pixels() from error
    with opened:
        if opened.width * opened.height > MAX_PIXELS:
            raise _too_many_pixels()
        mime = _MIMES[str(opened.format)]
        notes = _notes_on(opened)
        upright = ImageOps.exif_transpose(opened)
        drawn = _fresh(_in_srgb(upright))
    if max(drawn.size) > LONGEST_SIDE:
        drawn.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
        notes.append(f"Made smaller: {drawn.width} x {drawn.height} pixels are enough for posts.")
    kept = _encoded(drawn, mime)
    _assert_nothing_hidden(kept)
    digest = hashlib.sha256(kept).hexdigest()
    called = clean_name(name, _ENDINGS[mime], digest)
    if called.replaced:
        notes.append(f"The file name may say who it is about, so it is called {called.name} here.")
    return TakenPicture(
        sha256=digest,
        data=kept,
        mime=mime,
        width=drawn.width,
        height=drawn.height,
        thumbnail=_thumbnail(drawn),
        name=called.name,
        notes=tuple(notes),
    )


def _notes_on(opened: Image) -> list[str]:
    notes = []
    exif = opened.getexif()
    if exif.get_ifd(0x8825):
        notes.append("The place where it was taken was hidden in it and is removed.")
    elif exif or any(opened.info.get(key) for key in ("xmp", "comment", "XML:com.adobe.xmp")):
        notes.append("Hidden data was removed.")
    if getattr(opened, "n_frames", 1) > 1 and opened.format != "MPO":
        notes.append("It moves; only the first picture of it is kept.")
    return notes


def _in_srgb(picture: Image) -> Image:
    """The picture in sRGB, as RGB or RGBA."""
    from PIL import ImageCms

    if picture.mode in ("I;16", "I;16B", "I;16L", "I"):  # 16 bits a point, as scanners write
        picture = picture.convert("I").point(lambda value: value / 256).convert("L")
    alpha = picture.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in picture.info
    profile = picture.info.get("icc_profile")
    if profile and picture.mode in ("RGB", "CMYK", "L"):
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(picture, source, target, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            converted = None  # a broken profile: the colours as they are
        if converted is not None:
            return converted
    return picture.convert("RGBA" if alpha else "RGB")


def _fresh(picture: Image) -> Image:
    """A new image with the same points and nothing else."""
    from PIL import Image

    fresh = Image.new(picture.mode, picture.size)
    fresh.paste(picture)
    return fresh


def _encoded(picture: Image, mime: str) -> bytes:
    out = io.BytesIO()
    if mime == "image/jpeg":
        picture.convert("RGB").save(out, "JPEG", quality=92)
    elif mime == "image/png":
        picture.save(out, "PNG")
    else:
        picture.save(out, "WEBP", quality=92)
    return out.getvalue()


def _thumbnail(picture: Image) -> bytes:
    from PIL import Image

    small = picture.copy()
    small.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE), Image.Resampling.LANCZOS)
    if small.mode == "RGBA":
        ground = Image.new("RGB", small.size, "white")
        ground.paste(small, mask=small.getchannel("A"))
        small = ground
    out = io.BytesIO()
    small.save(out, "JPEG", quality=85)
    return out.getvalue()


def _assert_nothing_hidden(kept: bytes) -> None:
    from PIL import Image

    with Image.open(io.BytesIO(kept)) as again:
        if again.getexif() or any(again.info.get(key) for key in _HIDDEN):
            raise BadInput(
                "Hidden data could not be removed from this picture.",
                "It may show where it was taken. Take a screenshot of it and use that.",
                remedies=("choose_another",),
            )


def _too_many_pixels() -> BadInput:
    return BadInput(
        "This picture is too large to open.",
        f"It has more than {MAX_PIXELS // 1_000_000} million points. "
        "Save it smaller and add it again.",
        remedies=("choose_another",),
    )


def _unreadable(technical: str) -> BadInput:
    return BadInput(
        "This picture cannot be opened.",
        "Save it as JPEG or PNG and add it again.",
        remedies=("choose_another",),
        technical=technical,
    )
