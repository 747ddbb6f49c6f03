"""Which nouns in -er, -or, -ist and the like are people, where no list of occupations has them."""

from __future__ import annotations

_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "ess", "eer", "grapher", "smith", "wright")
# Common words that end so and are nobody.
_THINGS_WORDS = """
number paper letter computer monitor pacemaker center order corner matter marker trigger blocker
filter water power dinner winter summer cover layer finger shoulder liver bladder cancer fever
ulcer disorder tumor factor error mirror motor sensor vector tremor other another either neither
whether rather together further former latter later after over under never ever however per super
hyper inner outer upper lower higher better longer shorter greater smaller larger older younger
newer wider deeper easier harder earlier sooner faster slower stronger weaker bigger timer printer
scanner holder header folder server router charger counter meter tracker wrapper poster newsletter
chapter character quarter charter barrier carrier frontier career beer deer cheer steer butter
pepper ginger lager burger cucumber offer answer wonder gender tender thunder murder powder ladder
border defibrillator stimulator ventilator calculator indicator elevator generator regulator
incubator respirator simulator inhibitor receptor predictor mediator modulator accelerator
escalator radiator refrigerator denominator numerator corridor floor door labor favor flavor humor
honor list checklist wrist mist twist median guardian human german roman process access success
excess less unless stress congress illness fitness business witness weakness happiness kindness
loneliness breathlessness breakfast disaster register semester theater theatre river silver copper
plaster sticker slider killer blunder reminder remainder helper cluster master container trailer
boiler cooker dryer heater cooler mixer toaster freezer lighter hammer screwdriver clipper zipper
rubber leather feather weather mother father brother sister daughter doctor professor minor major
prior senior junior manner banner temper copier tier supper slipper diaper whisker transfer buffer
cipher primer premier thriller walker recorder amplifier adapter adaptor connector detector
transmitter transducer
"""
_THINGS = frozenset(_THINGS_WORDS.split())


def could_be_person(word: str) -> bool:
    """Whether a folded noun ends as words for people do and is none of the common things."""
    return len(word) > 4 and word.endswith(_ENDINGS) and word not in _THINGS
