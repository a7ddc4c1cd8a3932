"""What the tokens of an answer spell, and whether they are a whole one."""

from __future__ import annotations

from collections.abc import Sequence

from models.answers import is_sentence, text_of
from models.beam import Hypothesis, Tokens
from models.candidates import Candidate
from models.errors import CannotRealiseError
from models.llama import LlamaModel


class Spelling:
    """What tokens spell, and whether they are a whole answer, for the words of one message."""

    def __init__(self, model: LlamaModel, glosses: tuple[str, ...]) -> None:
        self._model, self._glosses = model, glosses
        self._spelled: dict[Tokens, bytes] = {(): b""}

    def is_whole(self, tokens: Tokens) -> bool:
        return self._model.ends(tokens[-1]) or is_sentence(self.bytes_of(tokens), self._glosses)

    def bytes_of(self, tokens: Tokens) -> bytes:
        if tokens not in self._spelled:
            last = b"" if self._model.ends(tokens[-1]) else self._model.piece(tokens[-1])
            self._spelled[tokens] = self.bytes_of(tokens[:-1]) + last
        return self._spelled[tokens]

    def candidates(self, found: Sequence[Hypothesis]) -> list[Candidate]:
        """The answers that are text. Raises CannotRealiseError where none is."""
        made, problems = [], [CannotRealiseError("the model did not come to the end of a sentence")]
        for each in found:
            try:
                text = text_of(self.bytes_of(each.tokens))
            except CannotRealiseError as error:
                problems.append(error)
            else:
                made.append(Candidate(text, each.log_probability, len(each.tokens)))
        if not made:
            raise problems[-1]
        return made
