"""Check digits of the numbers that health services and states give to people."""

from __future__ import annotations

_MULTIPLY = (
    "0123456789", "1234067895", "2340178956", "3401289567", "4012395678",
    "5987604321", "6598710432", "7659821043", "8765932104", "9876543210",
)  # fmt: skip
_PERMUTE = (
    "0123456789", "1576283094", "5803796142", "8916043527",
    "9453126870", "4286573901", "2793806415", "7046913258",
)  # fmt: skip


def luhn(digits: str) -> bool:
    """The last digit of a Canadian SIN, an Australian IHI or a card number."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def verhoeff(digits: str) -> bool:
    """The last digit of an Indian Aadhaar number (Verhoeff's scheme)."""
    check = 0
    for place, digit in enumerate(reversed(digits)):
        check = int(_MULTIPLY[check][int(_PERMUTE[place % 8][int(digit)])])
    return check == 0


def nhs(digits: str) -> bool:
    """The last of ten digits of an English, Welsh or Manx NHS number (modulus 11)."""
    total = sum(int(digit) * (10 - place) for place, digit in enumerate(digits[:9]))
    check = 11 - total % 11
    return len(digits) == 10 and (0 if check == 11 else check) == int(digits[9])


def medicare_au(digits: str) -> bool:
    """The ninth digit of an Australian Medicare card number."""
    weights = (1, 3, 7, 9, 1, 3, 7, 9)
    total = sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False))
    return digits[0] in "23456" and total % 10 == int(digits[8])


def kvnr(number: str) -> bool:
    """The last digit of a German Krankenversichertennummer (a letter and nine digits)."""
    digits = f"{ord(number[0].upper()) - 64:02}{number[1:9]}"
    total = 0
    for place, digit in enumerate(digits):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == int(number[9])


def pps(number: str) -> bool:
    """The letter after seven digits of an Irish PPS number (modulus 23)."""
    total = sum(int(digit) * (8 - place) for place, digit in enumerate(number[:7]))
    if len(number) > 8 and number[8].upper() != "W":
        total += (ord(number[8].upper()) - 64) * 9
    return "WABCDEFGHIJKLMNOPQRSTUV"[total % 23] == number[7].upper()
