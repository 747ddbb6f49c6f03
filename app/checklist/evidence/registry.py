"""Every kind of evidence by the name the rule file gives it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from app.checklist.evidence import (
    consents,
    fields,
    lines,
    products,
    registers,
    sources,
    ties,
)
from app.checklist.evidence.answer import Evidence

EVIDENCE: Mapping[str, Evidence] = MappingProxyType(
    {
        "consent_on_file": consents.consent_on_file,
        "consent_scope": consents.consent_scope,
        "consent_dates": consents.consent_dates,
        "consent_given": consents.consent_given,
        "takedown_plan": consents.takedown_plan,
        "composite_label": consents.composite_label,
        "timing": consents.timing,
        "testimonial": consents.testimonial,
        "source_linked": sources.source_linked,
        "source_findable": sources.source_findable,
        "source_stands": sources.source_stands,
        "numbers": sources.numbers,
        "review_date": sources.review_date,
        "ties_told": ties.ties_told,
        "interest_value": ties.interest_value,
        "audience": fields.audience,
        "purpose": fields.purpose,
        "profile": fields.profile,
        "employer": fields.employer,
        "degrees": fields.degrees,
        "right_account": fields.right_account,
        "alt_text": fields.alt_text,
        "picture_clean": fields.picture_clean,
        "overnight": fields.overnight,
        "archive_copy": fields.archive_copy,
        "disclaimer": lines.disclaimer,
        "balance": lines.balance,
        "reading_grade": lines.reading_grade,
        "terms": lines.terms,
        "prescription_named": products.prescription_named,
        "opinion": lines.opinion,
        "correction_line": lines.correction_line,
        "policy_in_force": registers.policy_in_force,
        "policy_reviewed": registers.policy_reviewed,
        "training_recent": registers.training_recent,
        "cpd_recent": registers.cpd_recent,
        "reflection": registers.reflection,
        "lists_reviewed": registers.lists_reviewed,
        "practice_attested": registers.practice_attested,
        "partner_known": registers.partner_known,
        "partner_agreement": registers.partner_agreement,
        "partner_vetted": registers.partner_vetted,
        "partner_sector": registers.partner_sector,
        "privacy_checked": registers.privacy_checked,
        "sensitive_day": registers.sensitive_day,
        "comments_read": registers.comments_read,
    }
)

# Answered elsewhere: by findings in the text, or by the author alone.
ELSEWHERE = frozenset({"", "findings"})
