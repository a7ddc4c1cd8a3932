"""Gender and number of what is said of a subject."""

from __future__ import annotations

from models.engine import Gender
from models.spanish import adjectives
from models.spanish.conjugator import Person
from models.spanish.phrases import Quality
from models.spanish.plan import Plan


def quality_agreement(plan: Plan, quality: Quality) -> tuple[bool, bool]:
    """Gender and number of this adjective: who chose *cansada* for themself is told so."""
    feminine, is_plural = agreement(plan)
    if not _tells_gender(plan):
        feminine |= adjectives.chosen_form(quality.adjective.text, quality.adjective.lemma)[0]
    return feminine, is_plural


def _tells_gender(plan: Plan) -> bool:
    """Whether the subject or a control says of which gender somebody is."""
    head = plan.subject.head if plan.subject is not None else None
    if plan.subject is not None and (plan.subject.joined or not plan.subject.is_pronoun):
        return True
    if head is not None and head.text not in ("yo", "tú", "vos", "usted"):
        return True
    controls = plan.options.controls
    asked = controls.speaker if plan.person is Person.FIRST else controls.listener
    return asked is not None


def agreement(plan: Plan) -> tuple[bool, bool]:
    """Gender and number of an adjective said of the subject."""
    subject = plan.subject
    controls = plan.options.controls
    if subject is not None and not subject.is_pronoun:
        return subject.feminine, subject.is_plural
    plural = plan.person in (Person.FIRST_PLURAL, Person.SECOND_PLURAL, Person.THIRD_PLURAL)
    head = subject.head.text if subject is not None and subject.head is not None else ""
    if subject is not None and subject.joined:
        return subject.feminine, True
    if head in ("yo", "") and plan.person is Person.FIRST:
        return controls.speaker is Gender.FEMININE, False
    if head in ("tú", "vos", "usted", "") and plan.person in (
        Person.SECOND,
        Person.VOS,
        Person.THIRD,
    ):
        is_listener = head != "" or plan.person is not Person.THIRD
        return is_listener and controls.listener is Gender.FEMININE, False
    return subject.feminine if subject is not None else False, plural
