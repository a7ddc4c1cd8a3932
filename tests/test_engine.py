"""The ladder of engines: whatever happens, somebody answers."""

from __future__ import annotations

import pytest

from models.engine import FallbackEngine, Sentence, SentenceRequest
from models.errors import CannotRealiseError, GenerationCancelledError

REQUEST = SentenceRequest(1, ("querer", "agua"))


class Rung:
    """Answers, or raises what it was given."""

    def __init__(self, answer):
        self.name = str(answer)
        self._answer = answer

    def realise(self, request):
        if isinstance(self._answer, Exception):
            raise self._answer
        return Sentence(self._answer, self.name)


@pytest.mark.parametrize(
    "trouble",
    [CannotRealiseError("not safe"), AttributeError("a bug"), MemoryError()],
    ids=["declines", "has-a-bug", "out-of-memory"],
)
def test_the_next_rung_answers(trouble):
    assert FallbackEngine([Rung(trouble), Rung("Quiero agua.")]).realise(REQUEST).text == (
        "Quiero agua."
    )


def test_a_cancelled_request_is_not_answered_by_anybody():
    with pytest.raises(GenerationCancelledError):
        FallbackEngine([Rung(GenerationCancelledError()), Rung("late")]).realise(REQUEST)
