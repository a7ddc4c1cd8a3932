"""The sentence engine seam: glosses in, one sentence out."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol, runtime_checkable

from models.errors import EngineError, GenerationCancelledError

_LOG = logging.getLogger(__name__)

LANGUAGES = ("es", "en")
"""The languages that every engine of ours speaks, as ISO 639-1 codes."""

QUESTION_GLOSS = "?"
"""The gloss of the question pictogram: the message is a question."""


class Tense(Enum):
    """When it happens, chosen by the user; without it time words decide, else the present."""

    PRESENT = "present"
    PAST = "past"
    FUTURE = "future"


class SentenceType(Enum):
    """What the speaker does with the sentence."""

    STATEMENT = "statement"
    QUESTION = "question"
    REQUEST = "request"
    """A request or a command: the verb is an imperative to the listener."""
    EXCLAMATION = "exclamation"


class Gender(Enum):
    """Grammatical gender of a person: «estoy cansada» or «estoy cansado»."""

    FEMININE = "feminine"
    MASCULINE = "masculine"


class Formality(Enum):
    """How the listener is addressed: tú or usted."""

    FAMILIAR = "familiar"
    POLITE = "polite"


class SecondPerson(Enum):
    """The variety of Spanish: how listeners are addressed familiarly."""

    VOSOTROS = "vosotros"
    """tú and vosotros (Spain)."""
    USTEDES = "ustedes"
    """tú and ustedes (most of America, the Canaries)."""
    VOS = "vos"
    """vos and ustedes (voseo of the Río de la Plata)."""


@dataclass(frozen=True, slots=True)
class Controls:
    """What the user chose beside the words. None means: not chosen, the words decide."""

    tense: Tense | None = None
    sentence_type: SentenceType | None = None
    negative: bool = False
    """True makes the message negative even without a *no* / *not* among the words."""
    speaker: Gender | None = None
    """The gender in which the speaker talks of themself."""
    listener: Gender | None = None
    formality: Formality | None = None
    second_person: SecondPerson | None = None


@dataclass(frozen=True, slots=True)
class SentenceRequest:
    """One message to turn into a sentence."""

    ticket: int
    """Numbers the requests; an answer with an older ticket is dropped."""
    glosses: tuple[str, ...]
    """The chosen words in their order: lemmas as on the buttons, names, spelled words, `?`."""
    language: str = "es"
    controls: Controls = Controls()
    cancelled: threading.Event = field(default_factory=threading.Event, compare=False, repr=False)
    """Set by the asker when nobody waits for the answer any more; engines look at it."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """What an engine answers: the sentence to be shown and spoken."""

    text: str
    engine: str
    """The name of the engine that made it."""
    alternatives: tuple[str, ...] = ()
    """Other readings of the same words, best first, all different from `text`."""
    is_settled: bool = False
    """The words stay as chosen on purpose; no other engine may make more of them."""
    is_sure: bool = False
    """Its engine knows the construction, so that another's sentence is hardly ever better."""


class SentenceEngine(Protocol):
    """Anything that turns glosses into a sentence. Raises only EngineError."""

    @property
    def name(self) -> str: ...

    def realise(self, request: SentenceRequest) -> Sentence: ...


@runtime_checkable
class Closing(Protocol):
    """An engine that holds memory which should be given back."""

    def close(self) -> None: ...


class FallbackEngine:
    """Try each engine in turn; the last one must not fail.

    Raises only GenerationCancelledError: when nobody is waiting, no rung need answer.
    """

    name = "fallback"

    def __init__(self, engines: Sequence[SentenceEngine]) -> None:
        self._engines = tuple(engines)

    def realise(self, request: SentenceRequest) -> Sentence:
        *preferred, last = self._engines
        for engine in preferred:
            try:
                return engine.realise(request)
            except GenerationCancelledError:
                raise
            except EngineError as error:
                _LOG.info("%s gave up (%s); trying the next engine", engine.name, error)
            except Exception:  # noqa: BLE001 (the last net of a rung)
                # A bug in one engine must not cost the person their sentence.
                _LOG.exception("%s failed; trying the next engine", engine.name)
        return last.realise(request)
