"""One system in a process of its own: its load time, its memory, and its latencies.

    python -m evaluation.speed.subject < subject.json

prints one line of JSON. A message is tapped word by word, as people tap it, so an engine may have
computed for the words before; the time is that from the last tap to the sentence.
"""

from __future__ import annotations

import dataclasses
import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from evaluation.errors import EvaluationError
from evaluation.memory import peak_bytes
from evaluation.speed.loops import LlamaLoop, Loop, TransformersLoop
from evaluation.systems import SystemChoice, open_system
from models.engine import SentenceRequest
from models.errors import CannotRealiseError, EngineError

LLAMA_LOOP: Final = "bare llama.cpp"
TRANSFORMERS_LOOP: Final = "bare transformers"

Answer = Callable[[Sequence[str]], tuple[str, int | None]]
"""Words in; the sentence and how many tokens it took out, None for an engine without any."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is measured, and with what."""

    name: str
    language: str
    messages: tuple[tuple[str, ...], ...]
    engine: str = ""
    """A name of the systems; empty for a bare loop."""
    model: str | None = None
    checked: bool = False
    rounds: int = 1
    """How often all messages are gone through."""

    @classmethod
    def from_json(cls, text: str) -> Subject:
        """Out of what dataclasses.asdict and json wrote."""
        said = json.loads(text)
        said["messages"] = tuple(map(tuple, said["messages"]))
        return cls(**said)


def measure(subject: Subject) -> dict[str, Any]:
    """Load, warm up with the first message, and time all of them."""
    begun = time.perf_counter()
    answer, close = _opened(subject)
    load = time.perf_counter() - begun
    try:
        answer(subject.messages[0])
        timed = [
            _timed(answer, words) for _round in range(subject.rounds) for words in subject.messages
        ]
    finally:
        close()
    counts = [count for _seconds, count, _text in timed if count is not None]
    return {
        "name": subject.name,
        "load_s": load,
        "memory": peak_bytes(),
        "latencies_s": [seconds for seconds, _count, _text in timed],
        "tokens": sum(counts) if counts else None,
        "sentences": [text for _seconds, _count, text in timed[: len(subject.messages)]],
    }


def _timed(answer: Answer, words: Sequence[str]) -> tuple[float, int | None, str]:
    for tapped in range(1, len(words)):
        answer(words[:tapped])
    begun = time.perf_counter()
    text, count = answer(words)
    return time.perf_counter() - begun, count, text


def _opened(subject: Subject) -> tuple[Answer, Callable[[], None]]:
    if not subject.engine:
        weights = Path(subject.model or "")
        kinds: dict[str, Callable[[Path], Loop]] = {
            LLAMA_LOOP: LlamaLoop,
            TRANSFORMERS_LOOP: TransformersLoop,
        }
        loop = kinds[subject.name](weights)
        # What was tapped before is of no use to a bare loop, so it is not computed.
        return lambda words: loop.answer(words, subject.language), loop.close
    choice = SystemChoice(subject.engine, subject.model, checked=subject.checked)
    system = open_system(choice, subject.language)

    def answer(words: Sequence[str]) -> tuple[str, int | None]:
        try:
            made = system.engine.realise(SentenceRequest(0, tuple(words), subject.language))
        except CannotRealiseError:
            return "", None
        return made.text, system.count_tokens(made.text)

    return answer, system.close


def main() -> int:
    """Read the subject, measure it; what is expected to fail is one line on stderr."""
    # Read when llama.cpp or torch is loaded: spinning threads stop all work on a busy machine.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    try:
        print(json.dumps(measure(Subject.from_json(sys.stdin.read()))))
    except (EvaluationError, EngineError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


def as_json(subject: Subject) -> str:
    """A subject as its process reads it."""
    return json.dumps(dataclasses.asdict(subject))


if __name__ == "__main__":
    sys.exit(main())
