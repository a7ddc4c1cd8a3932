"""Controls and decoding as command-line options, the same for every command."""

from __future__ import annotations

import argparse

from models.decoding import BEAM, GREEDY, Decoding
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


def add_decoding_options(parser: argparse.ArgumentParser) -> None:
    """How a model chooses its words; for developers and evaluation."""
    group = parser.add_argument_group("decoding, for developers")
    add = group.add_argument
    add("--beam", type=int, metavar="N", help="sentences side by side, 1 to 8; 1 is greedy")
    add("--temperature", type=float, default=0.0, metavar="T", help="above 0 chance decides")
    add("--top-k", type=int, default=0, metavar="N", help="chance takes one of the N likeliest")
    add("--top-p", type=float, default=1.0, metavar="P", help="chance takes the likeliest P in all")
    add("--seed", type=int, default=0, metavar="N", help="the same seed, the same sentences")


def decoding_of(options: argparse.Namespace) -> Decoding:
    """The decoding that was asked for. Raises ValueError, in words, for what means nothing."""
    samples = options.temperature > 0
    beam = options.beam if options.beam is not None else 1 if samples else BEAM.beam
    return Decoding(
        beam=beam,
        margin=BEAM.margin if beam > 1 else GREEDY.margin,
        spare=BEAM.spare if beam > 1 else GREEDY.spare,
        temperature=options.temperature,
        top_k=options.top_k,
        top_p=options.top_p,
        seed=options.seed,
    )


def _values(kind: type[Tense | SentenceType | Gender | Formality | SecondPerson]) -> list[str]:
    return [member.value for member in kind]
