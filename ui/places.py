"""The choices that first run and settings share: countries, networks, days a week may start on."""

from __future__ import annotations

from app.networks.catalogue import networks

JURISDICTIONS = (
    ("UK", "United Kingdom"),
    ("EU", "European Union"),
    ("US", "United States"),
    ("CA", "Canada"),
    ("AU", "Australia"),
    ("other", "Elsewhere"),
)

WEEK_STARTS = ((0, "Monday"), (6, "Sunday"), (5, "Saturday"))


def network_options() -> tuple[tuple[str, str], ...]:
    """Every network as id and name."""
    return tuple((network.id, network.name) for network in networks().values())


def likely_jurisdiction(zone: str) -> str:
    """The country that a clock suggests, as a first guess that the user sees and can change."""
    if zone in ("Europe/London", "Europe/Belfast", "GB"):
        return "UK"
    area, _, _ = zone.partition("/")
    if area == "Australia":
        return "AU"
    if area == "Canada" or zone in _CANADA:
        return "CA"
    if area == "US" or zone in _UNITED_STATES:
        return "US"
    if zone in _OUTSIDE_THE_UNION or area != "Europe":
        return "other"
    return "EU"


_CANADA = frozenset(
    f"America/{city}"
    for city in ("Toronto", "Vancouver", "Edmonton", "Winnipeg", "Halifax", "Regina", "St_Johns")
)
_UNITED_STATES = frozenset(
    f"America/{city}"
    for city in ("New_York", "Chicago", "Denver", "Los_Angeles", "Phoenix", "Anchorage", "Detroit")
)
_OUTSIDE_THE_UNION = frozenset(
    f"Europe/{city}"
    for city in (
        "Zurich",
        "Oslo",
        "Istanbul",
        "Moscow",
        "Kyiv",
        "Kiev",
        "Minsk",
        "Belgrade",
        "Sarajevo",
        "Skopje",
        "Tirane",
        "Chisinau",
        "Podgorica",
        "Samara",
        "Volgograd",
        "Kaliningrad",
        "Saratov",
        "Ulyanovsk",
        "Astrakhan",
        "Kirov",
        "Simferopol",
        "Monaco",
        "Andorra",
        "San_Marino",
        "Vaduz",
        "Vatican",
        "Gibraltar",
        "Jersey",
        "Guernsey",
        "Isle_of_Man",
    )
)
