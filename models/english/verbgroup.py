"""The verb of a clause in its tense: auxiliaries, agreement, negation and contractions."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from models.engine import Tense
from models.english import words
from models.english.verbs import Verb, VerbForm, inflect


@dataclass(frozen=True, slots=True)
class Agreement:
    """What a finite verb agrees with."""

    person: int
    plural: bool
    pronoun: str | None = None
    """The subject as written, where it is a pronoun that can carry a contraction."""


FIRST: Final = Agreement(1, False, "I")
IMPERSONAL: Final = Agreement(3, False, "it")


@dataclass(frozen=True, slots=True)
class Settings:
    """How the verb is to be said."""

    tense: Tense = Tense.PRESENT
    progressive: bool = False
    negated: bool = False
    inverted: bool = False
    modal: str | None = None
    perfect: bool = False
    """It began before now and goes on: I have lived here for ten years."""
    will: bool = False
    """The future with `will` rather than `going to`."""


_NEGATED: Final = MappingProxyType(
    {
        "do": "don't", "does": "doesn't", "did": "didn't", "is": "isn't", "are": "aren't",
        "was": "wasn't", "were": "weren't", "have": "haven't", "has": "hasn't", "had": "hadn't",
        "can": "can't", "could": "couldn't", "will": "won't", "would": "wouldn't",
        "should": "shouldn't", "must": "mustn't",
    }
)  # fmt: skip
_SHORT: Final = MappingProxyType(
    {"am": "'m", "is": "'s", "are": "'re", "will": "'ll", "would": "'d", "have": "'ve"}
)
_CARRIERS: Final = frozenset({"i", "you", "he", "she", "it", "we", "they", "that"})


def finite(verb: Verb, form: VerbForm, agreement: Agreement, how: Settings) -> list[str]:
    """The verb's words with the finite one first; a `not` is apart, right behind it."""
    chain = _chain(verb, form, agreement, how)
    if (how.negated or how.inverted) and len(chain) == 1 and verb.lemma != "be":
        chain = [_do(chain[0], verb, agreement, how.tense), inflect(verb.lemma, VerbForm.BASE)]
    if how.negated:
        chain.insert(1, "not")
    return chain


def _chain(verb: Verb, form: VerbForm, agreement: Agreement, how: Settings) -> list[str]:
    base = inflect(verb.lemma, VerbForm.BASE)
    if how.modal:
        past = how.tense is Tense.PAST and how.modal == "can"
        return [words.MODALS[how.modal] if past else how.modal, base]
    if form is VerbForm.GERUND:
        return [be(agreement, how.tense), inflect(verb.lemma, VerbForm.GERUND)]
    if form is VerbForm.PARTICIPLE and inflect(verb.lemma, VerbForm.PAST) != inflect(
        verb.lemma, VerbForm.PARTICIPLE
    ):
        return ["has" if _is_third(agreement) else "have", inflect(verb.lemma, form)]
    if how.perfect:
        has = "has" if _is_third(agreement) else "have"
        return [has, inflect(verb.lemma, VerbForm.PARTICIPLE)]
    if how.tense is Tense.FUTURE and not how.progressive:
        return ["will", base] if how.will else [be(agreement, Tense.PRESENT), "going", "to", base]
    if how.progressive:
        return [be(agreement, how.tense), inflect(verb.lemma, VerbForm.GERUND)]
    if verb.lemma == "be":
        return [be(agreement, how.tense)]
    if how.tense is Tense.PAST:
        return [inflect(verb.lemma, VerbForm.PAST)]
    return [inflect(verb.lemma, VerbForm.THIRD if _is_third(agreement) else VerbForm.BASE)]


def _do(_: str, verb: Verb, agreement: Agreement, tense: Tense) -> str:
    if tense is Tense.PAST:
        return "did"
    return "does" if _is_third(agreement) else "do"


def _is_third(agreement: Agreement) -> bool:
    return agreement.person == 3 and not agreement.plural


def be(agreement: Agreement, tense: Tense) -> str:
    """am, are, is, was or were."""
    many = agreement.plural or agreement.person == 2
    if tense is Tense.PAST:
        return "were" if many else "was"
    if agreement.person == 1 and not many:
        return "am"
    return "are" if many else "is"


def negated(auxiliary: str) -> str:
    """don't, isn't, can't; `may not` where there is no short form."""
    return _NEGATED.get(auxiliary, f"{auxiliary} not")


def say(chain: list[str], subject: str | None, *, followed: bool) -> str:
    """Subject and verb of a statement, shortened as people speak.

    `followed` tells whether anything comes after the verb: «I am.», but «I'm hungry.»
    """
    has_not = len(chain) > 1 and chain[1] == "not"
    rest = chain[2:] if has_not else chain[1:]
    short = _SHORT.get(chain[0])
    carries = subject is not None and subject.lower() in _CARRIERS
    ends = not rest and not followed and not has_not
    if carries and short and not ends and (len(chain) > 1 or chain[0] in {"am", "is", "are"}):
        if not has_not:
            return " ".join([f"{subject}{short}", *rest])
        if chain[0] in {"am", "is", "are"}:
            return " ".join([f"{subject}{short}", "not", *rest])
    verb = negated(chain[0]) if has_not else chain[0]
    return " ".join(part for part in (subject, verb, *rest) if part)


def ask(chain: list[str], subject: str | None) -> str:
    """The verb before its subject: «don't you like», «is mum coming»."""
    has_not = len(chain) > 1 and chain[1] == "not"
    rest = chain[2:] if has_not else chain[1:]
    if has_not and chain[0] in {"am", "may", "might"}:
        return " ".join(part for part in (chain[0], subject, "not", *rest) if part)
    first = negated(chain[0]) if has_not else chain[0]
    return " ".join(part for part in (first, subject, *rest) if part)
