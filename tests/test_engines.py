"""Which engines answer, and in which order."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from models.engine import Controls, Sentence, SentenceRequest
from models.engines import LadderEngine, ModelFiles, build, shipped_model
from models.errors import CannotRealiseError, EngineUnavailableError, GenerationCancelledError
from models.telegraphic import TelegraphicEngine
from tests.tiny_gguf import write_adapter, write_parrot

_PIECES = (" Quiero", " comer", " una", " manzana", " pera", ".")


class _Declines:
    """An engine that never finds a sentence."""

    name = "declines"

    def realise(self, request: SentenceRequest) -> Sentence:
        raise CannotRealiseError("it does not want to")


@pytest.fixture
def model(tmp_path: Path) -> Path:
    pytest.importorskip("llama_cpp", reason="llama-cpp-python is not installed")
    return write_parrot(tmp_path / "parrot.gguf", (" Quiero", " comer", " una", " manzana", "."))


def _asked(*glosses: str, language: str = "es") -> SentenceRequest:
    return SentenceRequest(1, glosses, language, Controls())


def test_the_ladder_has_the_model_above_the_rules_above_the_words(model: Path) -> None:
    with build("auto", ModelFiles(model)) as engine:
        assert engine.rungs == ("gguf", "rules", "telegraphic")
        assert engine.reason is None
        sentence = engine.realise(_asked("yo", "querer", "comer", "manzana"))
        assert (sentence.text, sentence.engine) == ("Quiero comer una manzana.", "gguf")


def test_an_unfaithful_sentence_of_the_model_is_not_shown(model: Path) -> None:
    with build("gguf", ModelFiles(model)) as engine:
        sentence = engine.realise(_asked("no", "querer", "dormir"))
    assert (sentence.text, sentence.engine) == ("No quiero dormir.", "rules")


class _Liar:
    """Rules that say something else than was chosen."""

    name = "rules"

    def realise(self, request: SentenceRequest) -> Sentence:
        return Sentence("Quiero dormir.", self.name)


def test_an_unfaithful_sentence_by_rules_is_not_spoken(
    model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.engines.RulesEngine", _Liar)
    for choice in ("rules", "auto"):
        with build(choice, ModelFiles(model)) as engine:
            sentence = engine.realise(_asked("no", "querer", "dormir"))
        assert (sentence.text, sentence.engine) == ("No querer dormir.", "telegraphic")


def test_a_language_that_only_words_can_speak(model: Path) -> None:
    with build("auto", ModelFiles(model)) as engine:
        sentence = engine.realise(_asked("ich", "kommen", language="de"))
    assert (sentence.text, sentence.engine) == ("Ich kommen.", "telegraphic")


@pytest.mark.parametrize(
    ("choice", "rungs"),
    [("rules", ("rules", "telegraphic")), ("telegraphic", ("telegraphic",))],
)
def test_engines_by_name(choice: str, rungs: tuple[str, ...]) -> None:
    with build(choice) as engine:
        assert (engine.rungs, engine.reason) == (rungs, None)
        assert engine.realise(_asked("agua")).text == "Agua."


def test_an_unknown_name_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="'magic' is none of auto, gguf, rules, telegraphic"):
        build("magic")


def test_without_the_library_the_rules_answer_and_say_why(
    model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "llama_cpp", None)
    with build("auto", ModelFiles(model)) as engine:
        assert engine.rungs == ("rules", "telegraphic")
        assert engine.reason == "llama-cpp-python is not installed"
        assert engine.realise(_asked("agua")).text == "Agua."
    with pytest.raises(EngineUnavailableError, match="not installed"):
        build("gguf", ModelFiles(model))


def test_without_a_model_the_rules_answer_and_say_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.engines._SHIPPED", tmp_path)
    assert shipped_model() is None
    with build() as engine:
        assert engine.rungs == ("rules", "telegraphic")
        assert engine.reason == "there is no language model on this computer"
    with pytest.raises(EngineUnavailableError, match="no language model"):
        build("gguf")


def test_the_shipped_model_is_found(
    model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.engines._SHIPPED", tmp_path)
    assert shipped_model() == model
    with build() as engine:
        assert engine.rungs[0] == "gguf"


def test_an_adapter_comes_with_its_weights(tmp_path: Path) -> None:
    pytest.importorskip("llama_cpp", reason="llama-cpp-python is not installed")
    weights = write_parrot(tmp_path / "parrot.gguf", _PIECES)
    lora = write_adapter(tmp_path / "lora.gguf", _PIECES, (" una", " manzana", " pera"))
    with build("gguf", ModelFiles(weights, lora)) as engine:
        sentence = engine.realise(_asked("yo", "querer", "comer", "pera"))
    assert (sentence.text, sentence.engine) == ("Quiero comer una pera.", "gguf")


def test_a_cancelled_request_stops_the_ladder() -> None:
    request = _asked("agua")
    request.cancelled.set()
    with build("rules") as engine, pytest.raises(GenerationCancelledError):
        engine.realise(request)


def test_a_ladder_closes_what_it_holds_once_or_twice() -> None:
    closed: list[str] = []
    close: Callable[[], None] = lambda: closed.append("model")  # noqa: E731
    engine = LadderEngine([_Declines(), TelegraphicEngine()], close=close)
    assert engine.realise(_asked("agua")) == Sentence("Agua.", "telegraphic")
    engine.close()
    assert closed == ["model"]
