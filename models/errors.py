"""What can go wrong between the words and the sentence.

EngineError
├── EngineUnavailableError     no weights, no library or not enough memory: use the next engine
│   ├── AdapterError           the adapter cannot be added: use the model without it
│   └── ServerError            the server is away or talks nonsense: go on without it
├── UnsupportedLanguageError   the engine does not speak this language: use the next engine
├── CannotRealiseError         no sentence can be made safely of these words: use the next engine
└── GenerationCancelledError   the message changed meanwhile; nobody is waiting any more

CatalogError                   a model cannot be found, fetched or removed
"""

from __future__ import annotations


class EngineError(Exception):
    """The engine could not produce a sentence."""


class EngineUnavailableError(EngineError):
    """The engine cannot be loaded here; the message says why in one line."""


class AdapterError(EngineUnavailableError):
    """What was to be added to the model cannot be; the model itself may be good."""


class ServerError(EngineUnavailableError):
    """The server that was named cannot be used; the message says why in one line."""


class UnsupportedLanguageError(EngineError):
    """The engine does not know the language that was asked for."""


class CannotRealiseError(EngineError):
    """The engine declines: any sentence it made could say something that was not chosen."""


class GenerationCancelledError(EngineError):
    """The user changed the message; nobody is waiting for this sentence."""


class CatalogError(Exception):
    """A model cannot be found, fetched or removed; the message says why in one line."""
