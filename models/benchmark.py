"""`python -m models.benchmark`: from the last tap to the whole sentence, beside a bare loop.

All ways take turns over the same messages in one run, so that what else the machine does hits them
alike: the ratios say more than the milliseconds. In every way all words but the last have been read
before, as when somebody taps.
"""

from __future__ import annotations

import argparse
import contextlib
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from models.choosing import BestSentenceEngine
from models.decoding import BEAM, GREEDY
from models.engine import Controls, FallbackEngine, SentenceRequest
from models.engines import below_the_model, shipped_model
from models.errors import EngineError
from models.gguf_engine import GgufEngine
from models.llama import LlamaModel, LlamaOptions
from models.prompts import answer, prompt
from models.realiser import RulesEngine

MESSAGES: Final = {
    "es": (
        ("yo", "querer", "comer", "manzana", "rojo"),
        ("mañana", "yo", "ir", "parque", "abuela"),
        ("niña", "jugar", "pelota", "parque", "hoy"),
        ("mamá", "leer", "cuento", "niño", "cama"),
        ("ayer", "perro", "comer", "mi", "galleta"),
        ("tú", "querer", "venir", "mi", "casa"),
    ),
    "en": (
        ("I", "want", "eat", "red", "apple"),
        ("tomorrow", "I", "go", "park", "grandma"),
        ("girl", "play", "ball", "park", "today"),
        ("mum", "read", "story", "boy", "bed"),
        ("yesterday", "dog", "eat", "my", "biscuit"),
        ("you", "want", "come", "my", "house"),
    ),
}
"""Five words each."""

_Run = Callable[[SentenceRequest], object]


@dataclass(slots=True)
class Way:
    """One way to make a sentence, and how long it took."""

    name: str
    read: _Run
    """Reads a message that is not finished."""
    run: _Run
    milliseconds: list[float] = field(default_factory=list)

    def measure(self, glosses: tuple[str, ...], language: str) -> None:
        """The time from the last word to the sentence."""
        with contextlib.suppress(EngineError):  # half a message need not be a sentence
            self.read(SentenceRequest(0, glosses[:-1], language))
        request = SentenceRequest(1, glosses, language)
        begun = time.perf_counter()
        self.run(request)
        self.milliseconds.append((time.perf_counter() - begun) * 1000)

    @property
    def median(self) -> float:
        return statistics.median(self.milliseconds)

    @property
    def p95(self) -> float:
        ordered = sorted(self.milliseconds)
        return ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]


class _BareLoop:
    """llama.cpp alone, over the tokens that greedy decoding writes: no text, no rules, no check."""

    def __init__(self, path: Path, options: LlamaOptions, engine: GgufEngine) -> None:
        self._model = LlamaModel(path, options)
        self._block, self._engine = options.block, engine
        self._answers: dict[tuple[str, ...], list[int]] = {}

    def learn(self, request: SentenceRequest) -> None:
        """Find out which tokens are to be computed, and read the prompt's whole blocks."""
        if request.glosses not in self._answers:
            text = answer(self._engine.realise(request).text)
            self._answers[request.glosses] = self._model.tokenize(text, is_whole=False)

    def read(self, request: SentenceRequest) -> None:
        asked = self._tokens(request)
        self._model.trim(0)
        for start in range(0, self._head(asked), self._block):
            self._model.evaluate(asked[start : start + self._block])

    def run(self, request: SentenceRequest) -> None:
        asked = self._tokens(request)
        for start in range(self._kept(request), len(asked), self._block):
            self._model.evaluate(asked[start : start + self._block])
        for token in self._answers[request.glosses][:-1]:
            self._model.best()
            self._model.evaluate([token])
        self._model.best()

    def _kept(self, request: SentenceRequest) -> int:
        before = self._tokens(SentenceRequest(0, request.glosses[:-1], request.language))
        asked = self._tokens(request)
        common = next(
            (i for i, (one, other) in enumerate(zip(before, asked, strict=False)) if one != other),
            min(len(before), len(asked)),
        )
        kept = min(common // self._block * self._block, self._head(before))
        self._model.trim(kept)
        return kept

    def _head(self, asked: Sequence[int]) -> int:
        return (len(asked) - 1) // self._block * self._block

    def _tokens(self, request: SentenceRequest) -> list[int]:
        return self._model.tokenize(prompt(request.glosses, request.language, Controls()))

    def close(self) -> None:
        self._model.close()


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print. Returns 1 where there is no model."""
    options = _parser().parse_args(argv)
    path = options.model or shipped_model()
    if path is None:
        _say("models.benchmark: there is no language model; name one with --model", sys.stderr)
        return 1
    try:
        _report(path, options)
    except EngineError as error:
        _say(f"models.benchmark: {error}", sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m models.benchmark", description=__doc__)
    parser.add_argument("--model", type=Path, metavar="FILE", help="a language model in GGUF form")
    parser.add_argument("--threads", type=int, help="threads to compute with")
    parser.add_argument("--repeats", type=int, default=5, help="how often each message is taken")
    return parser


def _report(path: Path, options: argparse.Namespace) -> None:
    run_options = LlamaOptions(threads=options.threads)
    begun = time.perf_counter()
    greedy = GgufEngine(path, run_options, decoding=GREEDY)
    loaded = time.perf_counter() - begun
    beam = GgufEngine(path, run_options, decoding=BEAM)
    bare = _BareLoop(path, run_options, greedy)
    try:
        ways = _ways(bare, greedy, beam)
        for language, messages in MESSAGES.items():
            _measure(ways, bare, language, messages, options.repeats)
        _print(path, loaded, greedy.threads, ways)
    finally:
        for each in (bare, beam, greedy):
            each.close()


def _ways(bare: _BareLoop, greedy: GgufEngine, beam: GgufEngine) -> list[Way]:
    rules = RulesEngine()
    whole = FallbackEngine([BestSentenceEngine(beam, rules), *below_the_model(rules)])
    return [
        Way("bare llama.cpp loop", bare.read, bare.run),
        Way("greedy", greedy.realise, greedy.realise),
        Way("beam of 4", beam.realise, beam.realise),
        Way("as in use: beam, rules and check", whole.realise, whole.realise),
    ]


def _measure(
    ways: Sequence[Way],
    bare: _BareLoop,
    language: str,
    messages: Sequence[tuple[str, ...]],
    repeats: int,
) -> None:
    usable = [each for each in messages if _is_answered(bare, SentenceRequest(0, each, language))]
    for _ in range(repeats):
        for glosses in usable:
            for way in ways:
                way.measure(glosses, language)


def _is_answered(bare: _BareLoop, request: SentenceRequest) -> bool:
    """Whether the model comes to a sentence; one that was not adapted may not."""
    try:
        bare.learn(request)
    except EngineError:
        return False
    return True


def _print(path: Path, loaded: float, threads: int, ways: Sequence[Way]) -> None:
    if not ways[0].milliseconds:
        _say("the model comes to no sentence for any of the messages")
        return
    bare, greedy = ways[0].median, ways[1].median
    _say(f"{path.name}, {threads} threads, loaded in {loaded:.2f} s, 5 words, last tap to sentence")
    _say(f"{'':34} {'median':>9} {'p95':>9} {'to bare':>8} {'to greedy':>9}")
    for way in ways:
        _say(
            f"{way.name:34} {way.median:6.0f} ms {way.p95:6.0f} ms {way.median / bare:8.2f} "
            f"{way.median / greedy:9.2f}"
        )


def _say(line: str, stream: object = None) -> None:
    print(line, file=stream or sys.stdout)  # type: ignore[arg-type]


if __name__ == "__main__":
    sys.exit(main())
