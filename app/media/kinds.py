"""Files that are no picture for a post, each refused in its own words."""

from __future__ import annotations

from app.errors import BadInput

_HEIF = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis")


def refuse_other_kinds(data: bytes) -> None:
    """Refuse what can be told from its first bytes not to be JPEG, PNG or WebP.

    Raises:
        BadInput: says what it is and what to do.
    """
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if data[128:132] == b"DICM":
        raise _refusal(
            "This is a scan from the hospital system (DICOM).",
            "It carries the patient's name and often shows it. Save a plain picture without "
            "the name from your viewer, check it, and add that.",
        )
    if start.startswith(b"%PDF"):
        raise _refusal(
            "This is a PDF, not a picture.", "Save the page you need as PNG and add that."
        )
    if b"<svg" in start.lower():
        raise _refusal(
            "This is an SVG drawing, which networks do not take.", "Save it as PNG and add that."
        )
    if data[4:8] == b"ftyp" and data[8:12] in _HEIF:
        raise _refusal(
            "This is a phone picture in the HEIC or AVIF form, which cannot be read here.",
            "Save it as JPEG and add it again.",
        )
    if data[:6] in (b"GIF87a", b"GIF89a"):
        raise _refusal("This is a GIF.", "Only still pictures are kept. Save it as PNG.")
    if not data:
        raise _refusal("This file is empty.", "Choose another picture.")


def _refusal(headline: str, detail: str) -> BadInput:
    return BadInput(headline, detail, remedies=("choose_another",))
