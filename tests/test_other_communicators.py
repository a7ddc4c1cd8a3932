"""Other communicators and unadapted models as systems, against real servers and weights."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.errors import EvaluationError
from evaluation.systems import SystemChoice, open_system
from models.engine import SentenceRequest
from models.errors import EngineUnavailableError
from models.instructions import PromptStyle, improve_turns
from tests.answering_server import answering
from tests.tiny_gguf import write_parrot

_REQUEST = SentenceRequest(1, ("yo", "querer", "agua fría"), "es")


def test_cboards_prompt_is_one_turn_with_the_labels_and_nothing_else() -> None:
    (turn,) = improve_turns(_REQUEST)
    assert turn["role"] == "user"
    assert "'yo querer agua fría'" in turn["content"]
    assert "'es'" in turn["content"]
    assert PromptStyle.IMPROVE.is_chat
    assert not PromptStyle.FEW_SHOT.is_chat


def test_a_chat_model_on_a_server_is_asked_as_cboard_asks() -> None:
    with answering() as server:
        server.text = "«Quiero agua fría.»"
        choice = SystemChoice("cboard-prompt", "any", url=server.address)
        with open_system(choice, "es") as system:
            said = system.engine.realise(_REQUEST)
            about = system.description
        ((path, body, _headers),) = server.asked
    assert said.text == "Quiero agua fría."
    assert path.endswith("/chat/completions")
    assert body["messages"] == improve_turns(_REQUEST)
    assert body["temperature"] == 0
    assert about.engine == "cboard-prompt"
    assert about.name == "any+Cboard's prompt"
    assert "Correct the grammar" in (about.prompt or "")


def test_a_model_that_was_not_adapted_gets_five_examples() -> None:
    with answering() as server:
        choice = SystemChoice("few-shot", "any", url=server.address)
        with open_system(choice, "es") as system:
            assert system.engine.realise(_REQUEST).text == "Quiero agua."
            assert system.description.few_shot == 5
            assert system.description.name == "any+5-shot"
        ((_path, body, _headers),) = server.asked
    assert body["prompt"].count("\n") == 5
    assert body["prompt"].endswith("es: yo querer agua_fría =")


def test_a_gguf_file_is_asked_behind_examples_too(tmp_path: Path) -> None:
    weights = write_parrot(tmp_path / "parrot.gguf", [" Quiero", " agua", "."])
    with open_system(SystemChoice("few-shot", str(weights)), "es") as system:
        assert system.engine.realise(_REQUEST).text == "Quiero agua."
        assert (system.description.prompt or "").count("\n") == 5


@pytest.mark.parametrize(
    ("choice", "told"),
    [
        (SystemChoice("cboard-prompt", "x", few_shot=2), "has no examples"),
        (SystemChoice("cboard-prompt"), "needs a --model"),
        (SystemChoice("arasaac-flex", "x"), "no model to choose"),
        (SystemChoice("few-shot", "x.gguf", few_shot=99), "there are 0 to 8 examples"),
    ],
    ids=["examples", "no-model", "flex-model", "too-many"],
)
def test_what_makes_no_sense_is_told(choice: SystemChoice, told: str) -> None:
    with pytest.raises((EvaluationError, EngineUnavailableError), match=told):
        open_system(choice, "es")
