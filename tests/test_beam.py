"""The beam search: against all sentences there are, and by what a real model computes for it."""

from __future__ import annotations

import itertools
import math
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from models.beam import Follow, Hypothesis, Tokens, search
from models.candidates import Source
from models.decoding import BEAM, Decoding, draw, log_probabilities
from models.engine import SentenceRequest
from models.errors import CannotRealiseError, EngineError, GenerationCancelledError
from models.gguf_engine import GgufEngine
from models.llama import LlamaOptions
from tests.tiny_gguf import write_parrot, write_random

_END = 0
_WORDS = (" a", " e", " o", " casa", " perro", " gato", " come", " bebe", " agua", " pan", " el")
_WIDE = Decoding(beam=4, margin=50.0)


class _Table:
    """A model of three tokens whose chances depend on the last one."""

    def __init__(self, rows: dict[int, tuple[float, float, float]]) -> None:
        self.rows = rows
        self.asked: list[int] = []

    def follow(self, beginning: Tokens) -> list[Follow]:
        row = self.rows[beginning[-1] if beginning else -1]
        return [Follow(token, math.log(chance)) for token, chance in enumerate(row)]

    def after(self, beginnings: Sequence[Tokens]) -> list[list[Follow]]:
        self.asked.append(len(beginnings))
        return [self.follow(beginning) for beginning in beginnings]


_ROWS = {-1: (0.02, 0.54, 0.44), 1: (0.3, 0.35, 0.35), 2: (0.9, 0.05, 0.05)}
"""Greedy begins with token 1 and finds nothing likely behind it; token 2 ends well."""


def _is_whole(tokens: Tokens) -> bool:
    return tokens[-1] == _END


def _all_answers(table: _Table, longest: int) -> Iterator[Hypothesis]:
    for length in range(1, longest + 1):
        for inner in itertools.product((1, 2), repeat=length - 1):
            tokens = (*inner, _END)
            chance = sum(
                table.follow(tokens[:at])[token].log_probability for at, token in enumerate(tokens)
            )
            yield Hypothesis(tokens, chance)


def test_the_beam_finds_what_greedy_misses() -> None:
    greedy = search(_Table(_ROWS), _is_whole, Decoding(), 6)
    beam = search(_Table(_ROWS), _is_whole, Decoding(beam=2, alpha=0.0), 6)
    assert greedy == []  # it goes round in circles
    assert beam[0].tokens == (2, _END)


def test_a_wide_beam_finds_the_best_of_all_sentences() -> None:
    decoding = Decoding(beam=8, alpha=0.0, margin=50.0)
    found = search(_Table(_ROWS), _is_whole, decoding, 6)
    everything = sorted(_all_answers(_Table(_ROWS), 6), key=lambda each: -each.log_probability)
    assert [each.tokens for each in found[:3]] == [each.tokens for each in everything[:3]]
    assert found[0].log_probability == pytest.approx(everything[0].log_probability)


def test_length_is_forgiven() -> None:
    short, long = Hypothesis((1, 0), -2.0), Hypothesis((1, 2, 2, 2, 0), -2.5)
    assert short.score(0.0) > long.score(0.0)
    assert short.score(0.7) < long.score(0.7)


def test_where_the_model_is_sure_one_beginning_is_left() -> None:
    table = _Table({-1: (0.001, 0.998, 0.001), 1: (0.997, 0.002, 0.001), 2: (0.4, 0.3, 0.3)})
    found = search(table, _is_whole, Decoding(beam=4, margin=2.0), 10)
    assert [each.tokens for each in found] == [(1, _END)]
    assert table.asked == [1, 1]


def test_beside_the_likeliest_only_so_much_is_computed() -> None:
    rows = {-1: (0.001, 0.5, 0.499), 1: (0.1, 0.45, 0.45), 2: (0.1, 0.45, 0.45)}
    asked = {}
    for spare in (0, 3, None):
        table = _Table(rows)
        search(table, _is_whole, Decoding(beam=4, alpha=0.0, margin=9.0, spare=spare), 6)
        asked[spare] = table.asked
    assert set(asked[0]) == {1}
    assert 0 < sum(asked[3]) - len(asked[3]) <= 3
    assert sum(asked[3]) < sum(asked[None])


@pytest.mark.parametrize(
    "values",
    [
        {"beam": 0},
        {"spare": -1},
        {"beam": 9},
        {"beam": 2, "temperature": 1.0},
        {"seed": -1},
        {"margin": 0.0},
        {"temperature": -1.0},
        {"top_p": 0.0},
        {"top_k": -1},
    ],
)
def test_values_that_mean_nothing_are_refused(values: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=r"beam|spare|margin|temperature|top_|seed"):
        Decoding(**values)


def test_chance_obeys_its_limits() -> None:
    import numpy as np

    logits = np.log(np.array([0.5, 0.3, 0.15, 0.05], dtype=np.float32))
    random = np.random.default_rng(0)

    def drawn(**values: float) -> set[int]:
        decoding = Decoding(temperature=values.pop("temperature", 1.0), **values)
        return {draw(logits, decoding, random) for _ in range(300)}

    assert drawn() == {0, 1, 2, 3}
    assert drawn(top_k=2) == {0, 1}
    assert drawn(top_p=0.75) == {0, 1}
    assert drawn(top_p=0.01) == {0}
    assert drawn(temperature=0.01) == {0}
    assert np.exp(log_probabilities(logits)).sum() == pytest.approx(1.0)


# With real weights ------------------------------------------------------------------------


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("llama_cpp", reason="llama-cpp-python is not installed")
    return write_random(tmp_path_factory.mktemp("models") / "random.gguf", _WORDS, 2, 1.5, 0.2)


def _asked(*glosses: str) -> SentenceRequest:
    return SentenceRequest(1, glosses)


_MESSAGES = [("yo",), ("yo", "querer"), ("yo", "querer", "comer", "pan", "ahora"), ("tú", "?")]


def _told(engine: GgufEngine, glosses: tuple[str, ...], draft: str | None = None) -> object:
    try:
        return engine.candidates(_asked(*glosses), draft)
    except CannotRealiseError as error:
        return str(error)


def test_a_beam_of_one_is_greedy(model: Path) -> None:
    """The old way, token by token in one text, and the new way write the same."""
    with GgufEngine(model) as engine, GgufEngine(model, decoding=_almost_greedy()) as other:
        for glosses in _MESSAGES:
            assert _text(engine, glosses) == _text(other, glosses)


def _almost_greedy() -> Decoding:
    """Chance that can only take the likeliest token."""
    return Decoding(temperature=1.0, top_k=1)


def _text(engine: GgufEngine, glosses: tuple[str, ...]) -> str:
    try:
        return engine.realise(_asked(*glosses)).text
    except EngineError as error:
        return str(error)


def test_the_likelihood_of_each_sentence_is_the_models_own(model: Path) -> None:
    """A sentence that comes back as a draft is found as likely as when it was written."""
    with GgufEngine(model, decoding=_WIDE) as engine:
        request = _asked("yo", "querer", "comer")
        written = [each for each in engine.candidates(request) if each.text[0].isalpha()]
        assert len(written) > 1
        for candidate in written:
            draft = engine.candidates(request, candidate.text)[-1]
            assert (draft.text, draft.source) == (candidate.text, Source.DRAFT)
            assert draft.log_probability == pytest.approx(candidate.log_probability, abs=0.02)


def test_a_draft_has_no_part_in_what_the_model_says(model: Path) -> None:
    with GgufEngine(model, decoding=_WIDE) as engine:
        for glosses in _MESSAGES:
            alone = _told(engine, glosses)
            for draft in (" come pan.", " el perro.", "Ñandú"):
                helped = _told(engine, glosses, draft)
                if isinstance(alone, str):
                    assert helped == alone
                else:
                    own = [each for each in helped if each.source is Source.MODEL]
                    assert [each.text for each in own] == [each.text for each in alone]


def test_a_beam_does_not_depend_on_what_was_tapped_before(model: Path) -> None:
    decoding = Decoding(beam=4, margin=6.0)
    with GgufEngine(model, decoding=decoding) as engine:
        tapped = [_told(engine, glosses, "El perro come.") for glosses in _MESSAGES]
        backwards = [_told(engine, glosses, "El perro come.") for glosses in _MESSAGES[::-1]]
    fresh = []
    for glosses in _MESSAGES:
        with GgufEngine(model, decoding=decoding) as engine:
            fresh.append(_told(engine, glosses, "El perro come."))
    assert tapped == fresh == backwards[::-1]


def test_a_draft_that_the_model_agrees_with_costs_one_computation(tmp_path: Path) -> None:
    pytest.importorskip("llama_cpp", reason="llama-cpp-python is not installed")
    parrot = write_parrot(tmp_path / "m.gguf", (" Quiero", " comer", " una", " manzana", "."))
    looks: dict[str | None, int] = {}
    with GgufEngine(parrot, decoding=BEAM) as engine:
        for draft in (None, "Quiero comer una manzana."):
            cancelled = _CountingEvent()
            request = SentenceRequest(1, ("yo", "comer"), cancelled=cancelled)
            assert engine.candidates(request, draft)[0].text == "Quiero comer una manzana."
            looks[draft] = cancelled.looks
    assert looks["Quiero comer una manzana."] < looks[None]


class _CountingEvent(threading.Event):
    def __init__(self) -> None:
        super().__init__()
        self.looks = 0

    def is_set(self) -> bool:
        self.looks += 1
        return super().is_set()


class _Trips(threading.Event):
    def __init__(self, looks: int) -> None:
        super().__init__()
        self.looks = looks

    def is_set(self) -> bool:
        self.looks -= 1
        return self.looks < 0


@pytest.mark.parametrize("looks", [0, 1, 2, 3])
def test_a_cancelled_beam_leaves_the_engine_good(model: Path, looks: int) -> None:
    glosses = ("yo", "querer", "comer", "pan", "ahora")
    with GgufEngine(model, decoding=_WIDE) as engine:
        good = _told(engine, glosses)
        with pytest.raises(GenerationCancelledError):
            engine.candidates(SentenceRequest(1, glosses, cancelled=_Trips(looks)))
        assert _told(engine, glosses) == good


def test_a_long_message_gets_a_narrower_beam_and_not_an_error(model: Path) -> None:
    with GgufEngine(model, LlamaOptions(context=400), decoding=_WIDE) as engine:
        assert _told(engine, tuple(["pan"] * 20))
        assert _told(engine, ("pan",))


def test_sampling_is_the_same_for_the_same_seed(model: Path) -> None:
    def said(seed: int) -> list[str]:
        decoding = Decoding(temperature=1.5, top_k=8, seed=seed)
        with GgufEngine(model, decoding=decoding) as engine:
            return [_text(engine, glosses) for glosses in _MESSAGES]

    assert said(1) == said(1)
    assert len({tuple(said(seed)) for seed in range(4)}) > 1
