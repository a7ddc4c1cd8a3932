"""The language model that comes with the program."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.catalog import KnownModel, shipped_models
from models.engine import SentenceRequest
from models.engines import LadderEngine, build

_MOST_BYTES = 96_000_000
_FOLDER = Path(__file__).parent.parent / "models" / "pretrained"


@pytest.fixture(scope="module")
def shipped() -> tuple[KnownModel, Path]:
    ((model, path),) = shipped_models().items()
    return model, path


@pytest.fixture(scope="module")
def engine() -> Iterator[LadderEngine]:
    pytest.importorskip("llama_cpp", reason="needs llama-cpp-python")
    with build("auto") as ladder:
        yield ladder


def test_it_is_what_its_entry_says(shipped: tuple[KnownModel, Path]) -> None:
    model, path = shipped
    data = path.read_bytes()
    assert len(data) == model.size <= _MOST_BYTES
    assert hashlib.sha256(data).hexdigest() == model.sha256
    assert model.quality > 0


def test_its_papers_lie_beside_it() -> None:
    notice = (_FOLDER / "NOTICE.txt").read_text("utf-8")
    assert notice.startswith(
        "Gemma is provided under and subject to the Gemma Terms of Use found at "
        "ai.google.dev/gemma/terms"
    )
    assert "has\nbeen changed" in notice
    assert "3.2 Use Restrictions" in (_FOLDER / "GEMMA_TERMS.txt").read_text("utf-8")
    card = " ".join((_FOLDER / "README.md").read_text("utf-8").split())
    for word in ("Tatoeba", "Common Voice", "Limits", "Gemma Terms of Use"):
        assert word in card


@pytest.mark.weights
@pytest.mark.parametrize(
    ("language", "words", "sentence"),
    [
        ("es", "yo querer comer manzana", "Quiero comer una manzana."),
        ("es", "no querer ir colegio", "No quiero ir al colegio."),
        ("en", "I want eat apple", "I want to eat an apple."),
        ("en", "dog sleep garden", "The dog sleeps in the garden."),
    ],
)
def test_it_says_what_was_chosen(
    engine: LadderEngine, language: str, words: str, sentence: str
) -> None:
    request = SentenceRequest(0, tuple(words.split()), language)
    said = engine.realise(request)
    assert "gguf" in engine.rungs
    assert sentence in (said.text, *said.alternatives)
    assert engine.realise(request) == said
