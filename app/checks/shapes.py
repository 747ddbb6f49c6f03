"""Words that Greek or Latin parts give away as words of the trade, in no list or not."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.hits import Hit
from app.checks.inflect import word_set
from app.text.document import Document

_SHORTEST = 8
# What a word ends in when it names a finding, a disease or a procedure.
_ENDS = tuple(
    word_set(
        "aemia aemias aemic kalemia natremia glycemia lipidemia cholesterolemia volemia uremia "
        "ischemic opathy opathies opathic oplasty oplasties ectomy ectomies otomy otomies "
        "ostomy oscopy oscopies cardiography angiography venography arteriography culography "
        "olysis olytic olytics megaly sclerosis sclerotic trophic plegia penia aturia inuria "
        "orrhage orrhages arrhythmic arrhythmics algia kinesis kinesia kinetic centesis pnoea "
        "pnea phylaxis phylactic stenosis stenoses stenotic ectasia thrombus thrombosis "
        "thrombotic thrombi embolus emboli embolic carditis oedema adenopathy angiitis "
        "vasculitis arteritis phlebitis genesis ogenic tropic otropic ectopy fibrosis "
        "amyloidosis cytosis cytopenia lipidaemia stomosis morbidity morbidities coagulable "
        "coagulopathy"
    )
)
# Where in the body something lies or goes: a beginning and an end together.
_STARTS = tuple(
    word_set(
        "tachy brady myo endo peri epi intra trans per sub supra retro extra inter para pre "
        "post hypo hyper dys anti"
    )
)
_TAILS = tuple(
    word_set(
        "cardial cardiac cardium arrhythmia arrhythmias cutaneous cutaneously venous venously "
        "oesophageal esophageal vascular arterial mural cranial thoracic catheter pulmonary "
        "femoral luminal stitial valvular clavian septal aortic tensives tensive kinetic "
        "synchrony thyroidism volaemic perfusion coagulant coagulants coagulation platelet "
        "platelets thrombotic ischaemic ischemic operative operatively prandial ganglionic "
        "nodal"
    )
)
# Ends and all, these are everyday words, or every patient with a heart knows them.
_EVERYDAY = word_set(
    "homeopathy homeopathic homoeopathy osteopathy osteopathic naturopathy naturopathic "
    "telepathy psychopathic colonoscopy endoscopy gastroscopy hysterectomy vasectomy "
    "mastectomy tonsillectomy appendectomy lobotomy tracheotomy colostomy angioplasty "
    "thrombosis anaphylaxis kinesis kinetic apnoea apnea hypnogenic genesis photogenic "
    "carcinogenic pathogenic hallucinogenic cryogenic analgesia nostalgia neuralgia "
    "fibromyalgia hemiplegia paraplegia tetraplegia osteoporosis anaemia anaemic leukaemia "
    "leukaemic hypoglycaemia hypoglycemia hyperglycaemia cystic fibrosis intravenous "
    "intravenously intercostal hypertensive trophic philanthropic misanthropic geotropic "
    "perioperative postoperative preoperative psychotropic tropic isotropic anticoagulation "
    "arteriosclerosis glycaemic hydrotherapy"
)


def by_shape(document: Document) -> Iterator[Hit]:
    """Words of the trade by their shape; ``row`` is -1, for no list has them."""
    for index, token in enumerate(document.tokens):
        word = token.lower
        if len(word) < _SHORTEST or not _technical(word):
            continue
        yield Hit("jargon", word, -1, token.start, token.end, index, index, token.sentence)


def _technical(word: str) -> bool:
    if not (word.endswith(_ENDS) or (word.startswith(_STARTS) and word.endswith(_TAILS))):
        return False
    return word not in _EVERYDAY
