"""The controls as command-line options, the same for every command."""

from __future__ import annotations

import argparse

from models.engine import Controls, Formality, Gender, SecondPerson, SentenceType, Tense


def add_control_options(parser: argparse.ArgumentParser) -> None:
    """What may be chosen beside the words."""
    add = parser.add_argument
    add("--tense", choices=_values(Tense))
    add("--type", choices=_values(SentenceType), help="statement, question...")
    add("--gender", choices=_values(Gender), help="of the person who speaks")
    add("--listener", choices=_values(Gender), help="gender of the person spoken to")
    add("--formality", choices=_values(Formality), help="tú or usted")
    add("--second-person", choices=_values(SecondPerson), help="the variety of Spanish")
    add("--negative", action="store_true", help="make the message negative")


def controls_of(options: argparse.Namespace) -> Controls:
    """The controls that were given."""
    return Controls(
        tense=Tense(options.tense) if options.tense else None,
        sentence_type=SentenceType(options.type) if options.type else None,
        negative=options.negative,
        speaker=Gender(options.gender) if options.gender else None,
        listener=Gender(options.listener) if options.listener else None,
        formality=Formality(options.formality) if options.formality else None,
        second_person=SecondPerson(options.second_person) if options.second_person else None,
    )


def _values(kind: type[Tense | SentenceType | Gender | Formality | SecondPerson]) -> list[str]:
    return [member.value for member in kind]
