"""A sentence at once, and a better one a little later if somebody else has it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, Protocol, Self, runtime_checkable

from models.engine import Sentence, SentenceEngine, SentenceRequest
from models.errors import EngineError, EngineUnavailableError, GenerationCancelledError
from models.faithful import CheckedEngine, leaves_roles_open

_MOST_KNOWN: Final = 500


@dataclass(frozen=True, slots=True)
class Improvement:
    """What came of the second look at a message."""

    sentence: Sentence | None = None
    """None: the first one stays."""
    complaint: EngineUnavailableError | None = None
    """Why the helper cannot be used; None where it can."""


@runtime_checkable
class ImprovingEngine(SentenceEngine, Protocol):
    """An engine that may think of a better sentence after it has answered."""

    def improve(self, request: SentenceRequest, first: Sentence) -> Improvement: ...


class HelpedEngine:
    """An engine that answers at once, and a slower one whose faithful sentence is better.

    What the helper said is remembered, so that the same words give the same sentence at once the
    next time. Owned by one thread, as its engines are.
    """

    def __init__(
        self,
        engine: SentenceEngine,
        helper: SentenceEngine,
        close: Callable[[], None] = lambda: None,
    ) -> None:
        self._engine, self._helper = engine, CheckedEngine(helper)
        self._close = close
        self._known: OrderedDict[tuple[object, ...], Sentence] = OrderedDict()

    @property
    def name(self) -> str:
        """The name of the engine that answers at once."""
        return self._engine.name

    def realise(self, request: SentenceRequest) -> Sentence:
        """The engine's sentence, or what the helper said to the same words before."""
        return self._known.get(_words(request)) or self._engine.realise(request)

    def improve(self, request: SentenceRequest, first: Sentence) -> Improvement:
        """Ask the helper. Raises GenerationCancelledError, and nothing else.

        The first sentence and its alternatives stay on offer beside the better one. Where the words
        stay as chosen on purpose, or nobody can tell who does what to whom, the helper is not
        asked.
        """
        is_open = leaves_roles_open(request.glosses, request.language, request.controls)
        if first.is_settled or is_open or _words(request) in self._known:
            return Improvement()
        try:
            better = self._helper.realise(request)
        except GenerationCancelledError:
            raise
        except EngineUnavailableError as error:
            return Improvement(complaint=error)
        except EngineError:
            return Improvement()
        others = (first.text, *first.alternatives, *better.alternatives)
        offered = tuple(text for text in dict.fromkeys(others) if text != better.text)
        self._keep(request, replace(better, alternatives=offered))
        return Improvement(self._known[_words(request)])

    def _keep(self, request: SentenceRequest, sentence: Sentence) -> None:
        self._known[_words(request)] = sentence
        if len(self._known) > _MOST_KNOWN:
            self._known.popitem(last=False)

    def close(self) -> None:
        """Give the memory back; may be called twice."""
        self._close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def _words(request: SentenceRequest) -> tuple[object, ...]:
    return request.glosses, request.language, request.controls
