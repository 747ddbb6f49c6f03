"""The post of the screens: its first draft has problems, its last one has none."""

from __future__ import annotations

import pytest

from app.checks.context import Context
from app.checks.registry import check
from app.model.finding import Strength

CLEAN = """# Your watch says AFib. Now what?

An alert from a smartwatch is a reason to **check**, not a diagnosis.

People often come to clinic after a watch flags an irregular rhythm. Most feel fine.

By age 40, about 1 in 4 adults will go on to have AFib at some point. [@esc-af-2024]

**What I would do:**

1. Save the tracing as a PDF.
2. Book a 12-lead ECG within a week or two.
3. Chest pain, fainting or breathlessness? Call emergency services.

If it is confirmed, treatment depends on you. {ablation}, and tablets help too. [@esc-af-2024]

General information, not medical advice.
"""


@pytest.mark.parametrize(
    "ablation", ["Ablation can help some people", "Ablation can reduce AFib episodes"]
)
def test_a_sober_post_about_a_watch_is_clean(ablation: str) -> None:
    report = check(CLEAN.format(ablation=ablation), Context())
    strong = [f for f in report.findings if f.strength in (Strength.BLOCK, Strength.WARN)]
    assert [(f.rule, f.quote) for f in strong] == []
    assert report.failed == ()
