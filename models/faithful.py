"""Does a sentence say what was chosen, and nothing else?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from models.checking import (
    agreement,
    alone,
    content,
    harmed,
    omissions,
    owners,
    persons,
    polarity,
    roles,
    swaps,
    tense,
)
from models.checking.evidence import Evidence
from models.checking.lexis import lexis_of
from models.checking.matching import match
from models.checking.message import read
from models.engine import Controls, Sentence, SentenceEngine, SentenceRequest
from models.errors import CannotRealiseError, UnsupportedLanguageError


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check found. The reasons are for logs and developers, not for the screen."""

    ok: bool
    missing: tuple[str, ...] = ()
    """Chosen words that the sentence does not say in any form."""
    added: tuple[str, ...] = ()
    """Words of the sentence that nobody chose and no grammar asks for."""
    reasons: tuple[str, ...] = ()
    """Everything that is wrong, one short clause each, the missing and added words included."""


def check(
    sentence: str,
    glosses: Sequence[str],
    language: str,
    controls: Controls | None = None,
    *,
    is_alternative: bool = False,
) -> Verdict:
    """Compare a sentence with its message by the rules that protect the speaker.

    Every content word is there in some form, none was added; it denies and asks where the message
    does; nobody changed parts; nothing was softened. Names, foreign and invented words pass. Where
    the words leave open who does it to whom, only the words as chosen are faithful; an alternative
    may be one of the readings. Raises UnsupportedLanguageError.
    """
    evidence = _evidence(sentence, glosses, language, controls or Controls())
    evidence = replace(evidence, may_guess=is_alternative)
    if roles.is_as_chosen(evidence) and not evidence.message.controls.negative:
        return _verdict((), (), tuple(polarity.reasons(evidence)))
    missing = tuple(glosses[gloss] for gloss in omissions.missing(evidence))
    reasons = (
        *content.reasons(evidence),
        *polarity.reasons(evidence),
        *tense.reasons(evidence, language),
        *persons.reasons(evidence),
        *roles.reasons(evidence),
        *harmed.reasons(evidence),
        *owners.reasons(evidence),
        *swaps.reasons(evidence),
        *alone.reasons(evidence),
        *agreement.reasons(evidence, language),
    )
    return _verdict(missing, content.added(evidence), reasons)


def leaves_roles_open(glosses: Sequence[str], language: str, controls: Controls) -> bool:
    """Whether nobody can tell from the words who does it to whom: they stay as chosen.

    False for a language that cannot be checked.
    """
    lexis = lexis_of(language)
    return lexis is not None and roles.is_unclear(read(glosses, controls, lexis))


def _verdict(missing: tuple[str, ...], added: tuple[str, ...], reasons: tuple[str, ...]) -> Verdict:
    everything = (
        *(f"{word} is missing" for word in missing),
        *(f"{word} was added" for word in added),
        *reasons,
    )
    return Verdict(not everything, missing, added, everything)


def _evidence(sentence: str, glosses: Sequence[str], language: str, controls: Controls) -> Evidence:
    lexis = lexis_of(language)
    if lexis is None:
        raise UnsupportedLanguageError(f"no sentence in {language!r} can be checked")
    return Evidence(
        sentence, read(glosses, controls, lexis), match(sentence, glosses, lexis), lexis
    )


class CheckedEngine:
    """An engine whose sentences are checked; what is not faithful is left to the next engine."""

    def __init__(self, engine: SentenceEngine) -> None:
        self._engine = engine

    @property
    def name(self) -> str:
        """The name of the engine that is checked."""
        return self._engine.name

    def realise(self, request: SentenceRequest) -> Sentence:
        """The engine's sentence without its unfaithful alternatives.

        Raises what the engine raises, and CannotRealiseError for an unfaithful sentence.
        """
        sentence = self._engine.realise(request)
        verdict = check(sentence.text, request.glosses, request.language, request.controls)
        if not verdict.ok:
            raise CannotRealiseError(f"{sentence.text!r}: {'; '.join(verdict.reasons)}")
        faithful = (text for text in sentence.alternatives if _is_faithful(text, request))
        return replace(sentence, alternatives=tuple(faithful))


def _is_faithful(text: str, request: SentenceRequest) -> bool:
    """Whether an alternative may be offered."""
    return check(text, request.glosses, request.language, request.controls, is_alternative=True).ok
