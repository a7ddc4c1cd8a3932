"""The sentence by rules: always the same, always at once, in Spanish and English."""

from __future__ import annotations

from models.engine import Sentence, SentenceRequest
from models.errors import GenerationCancelledError
from models.grammar import grammar


class RulesEngine:
    """Surface realisation by the grammar of the request's language. Keeps nothing between calls."""

    name = "rules"

    def realise(self, request: SentenceRequest) -> Sentence:
        """The sentence, and the other readings of the same words.

        Raises UnsupportedLanguageError for a language without rules, CannotRealiseError where the
        rules decline, and GenerationCancelledError when nobody is waiting any more.
        """
        if request.cancelled.is_set():
            raise GenerationCancelledError("the message changed")
        made = grammar(request.language).realise(request.glosses, request.controls)
        return Sentence(made.text, self.name, made.alternatives, made.is_settled, made.is_sure)
