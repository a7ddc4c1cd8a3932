"""Does a sentence say what was chosen, and nothing else?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from models.checking import content, polarity, roles, tense
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
    sentence: str, glosses: Sequence[str], language: str, controls: Controls | None = None
) -> Verdict:
    """Compare a sentence with its message by the rules that protect the speaker.

    Every content word is there in some form, none was added; it denies and asks where the message
    does; nobody changed parts; nothing was softened. Names, foreign and invented words pass.
    Raises UnsupportedLanguageError.
    """
    evidence = _evidence(sentence, glosses, language, controls or Controls())
    if roles.is_as_chosen(evidence) and not evidence.message.controls.negative:
        return _verdict((), (), tuple(polarity.reasons(evidence)))
    missing = tuple(glosses[gloss] for gloss in content.missing(evidence))
    reasons = (
        *content.reasons(evidence),
        *polarity.reasons(evidence),
        *tense.reasons(evidence, language),
        *roles.reasons(evidence),
    )
    return _verdict(missing, content.added(evidence), reasons)


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
        verdict = _checked(sentence.text, request)
        if not verdict.ok:
            raise CannotRealiseError(f"{sentence.text!r}: {'; '.join(verdict.reasons)}")
        faithful = (text for text in sentence.alternatives if _checked(text, request).ok)
        return replace(sentence, alternatives=tuple(faithful))


def _checked(text: str, request: SentenceRequest) -> Verdict:
    return check(text, request.glosses, request.language, request.controls)
