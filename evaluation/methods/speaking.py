"""Let a trained method answer the test sets: once each for quality, and by chance till it is valid.

An answer is valid when models.faithful finds nothing missing, added or turned round in it. How many
attempts that takes tells how far a method can be relied on where its answers are drawn by chance.
"""

from __future__ import annotations

import math
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.memory import forget_peak, give_back, peak_bytes
from evaluation.methods.plan import Plan
from evaluation.methods.quality import Quality, quality
from evaluation.methods.trainee import Trainee
from evaluation.testset import Item, read_test_set
from models.engine import Controls
from models.faithful import check
from models.prompts import parse_answer, prompt

_MOST_TOKENS_A_WORD = 6
_MOST_TOKENS_BESIDES = 24


@dataclass(frozen=True, slots=True)
class Message:
    """One item of a test set, with its language."""

    language: str
    item: Item

    @property
    def most_tokens(self) -> int:
        """As many as models.gguf_engine lets an answer have."""
        return _MOST_TOKENS_A_WORD * len(self.item.keywords) + _MOST_TOKENS_BESIDES

    def is_valid(self, sentence: str) -> bool:
        """Whether it says what was chosen, and nothing else."""
        return bool(sentence) and check(sentence, self.item.keywords, self.language).ok


@dataclass(frozen=True, slots=True)
class Answers:
    """What was said greedily, and how long that took."""

    sentences: tuple[str, ...]
    seconds_median: float
    seconds_p95: float
    tokens_per_second: float
    by_language: dict[str, Quality]
    overall: Quality


@dataclass(frozen=True, slots=True)
class Reliability:
    """How far answers that are drawn by chance can be relied on."""

    messages: int
    attempts_mean: float | None
    """Attempts for each valid sentence, those for messages that never got one counted in; None
    where no sentence was valid."""
    first_time: float
    """Share of the messages whose first sentence was valid, 0 to 100."""
    never: float
    """Share of the messages without a valid sentence after all attempts, 0 to 100."""
    seconds_per_valid: float | None
    peak_ram: int
    """Bytes, while sentences are made."""


def messages_of(plan: Plan) -> tuple[Message, ...]:
    """The messages of all test sets, spread evenly over each."""
    return tuple(
        Message(language, item)
        for language, path, _sum in plan.tests
        for item in spread(read_test_set(Path(path)), plan.items)
    )


def spread(items: Sequence[Item], most: int) -> tuple[Item, ...]:
    """At most so many items, evenly taken from the whole."""
    if len(items) <= most:
        return tuple(items)
    return tuple(items[at * len(items) // most] for at in range(most))


def answer_all(trainee: Trainee, messages: Sequence[Message]) -> Answers:
    """Every message once, greedily. The first is said twice, for the first is slower."""
    trainee.model.eval()
    _said(trainee, messages[0])
    said, seconds, tokens = [], [], 0
    for message in messages:
        begun = time.perf_counter()
        sentence, count = _said(trainee, message)
        seconds.append(time.perf_counter() - begun)
        said.append(sentence)
        tokens += count
    judged = _judge(messages, said)
    languages = sorted({message.language for message in messages})
    return Answers(
        tuple(said),
        statistics.median(seconds),
        sorted(seconds)[math.ceil(0.95 * len(seconds)) - 1],
        tokens / sum(seconds),
        {name: judged({name}) for name in languages},
        judged(set(languages)),
    )


def _judge(messages: Sequence[Message], said: Sequence[str]) -> Callable[[set[str]], Quality]:
    """How good the answers in some of the languages are."""
    valid = [message.is_valid(text) for message, text in zip(messages, said, strict=True)]

    def judged(languages: set[str]) -> Quality:
        places = [at for at, message in enumerate(messages) if message.language in languages]
        return quality(
            [said[at] for at in places],
            [messages[at].item.references for at in places],
            [valid[at] for at in places],
        )

    return judged


def try_by_chance(trainee: Trainee, plan: Plan) -> Reliability:
    """Sample each message until its sentence is valid, or the attempts are used up."""
    trainee.model.eval()
    trainee.torch.manual_seed(plan.seed)
    give_back()
    forget_peak()
    messages = [
        Message(language, item)
        for language, path, _sum in plan.tests
        for item in spread(read_test_set(Path(path)), plan.tried)
    ]
    begun = time.perf_counter()
    tries = [_attempts(trainee, plan, message) for message in messages]
    seconds = time.perf_counter() - begun
    valid = [count for count in tries if count is not None]
    total = sum(valid) + plan.attempts * (len(tries) - len(valid))
    return Reliability(
        len(messages),
        total / len(valid) if valid else None,
        100 * sum(count == 1 for count in valid) / len(tries),
        100 * (len(tries) - len(valid)) / len(tries),
        seconds / len(valid) if valid else None,
        peak_bytes(),
    )


def _attempts(trainee: Trainee, plan: Plan, message: Message) -> int | None:
    """Which attempt gave a valid sentence; None where none did."""
    for attempt in range(1, plan.attempts + 1):
        text, _count = _said(trainee, message, temperature=plan.temperature, top_p=plan.top_p)
        if message.is_valid(text):
            return attempt
    return None


def _said(trainee: Trainee, message: Message, **sampling: float) -> tuple[str, int]:
    asked = prompt(message.item.keywords, message.language, Controls())
    text, count = trainee.say(asked, message.most_tokens, **sampling)
    return parse_answer(text), count
