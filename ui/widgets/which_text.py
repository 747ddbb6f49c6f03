"""Which text the words of a check are in, when a network has a version of its own."""

from __future__ import annotations

from app.model.assessment import Check
from app.networks.catalogue import networks


def where(check: Check) -> str:
    """Which text the words of a row are in; empty when it is the common text or goes without."""
    known = networks()
    own = [known[name].name for name in check.texts if name in known]
    if not own or check.about in check.texts or all(f"version for {n}" in check.why for n in own):
        return ""
    if len(own) == 1:
        names = f"the version for {own[0]}"
    else:
        names = f"the versions for {', '.join(own[:-1])} and {own[-1]}"
    return f"In the common text and {names}." if "" in check.texts else f"In {names}."
