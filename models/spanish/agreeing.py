"""Gender and number of what is said of a subject."""

from __future__ import annotations

from models.engine import Gender
from models.spanish.conjugator import Person
from models.spanish.plan import Plan


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
