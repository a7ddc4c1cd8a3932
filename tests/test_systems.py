"""Engines by name, and the command that judges them."""

from __future__ import annotations

import pytest

from evaluation.__main__ import main
from evaluation.errors import EvaluationError
from evaluation.systems import SystemChoice, open_system
from models.engine import SentenceRequest
from models.errors import EngineUnavailableError


@pytest.mark.parametrize(
    ("engine", "said"), [("rules", "Quiero agua."), ("telegraphic", "Yo querer agua.")]
)
def test_an_engine_is_had_by_its_name(engine, said):
    with open_system(SystemChoice(engine)) as system:
        sentence = system.engine.realise(SentenceRequest(0, ("yo", "querer", "agua"), "es"))
    assert sentence.text == said
    assert system.description.name == system.description.engine == engine
    assert system.description.versions["python"].count(".") == 2


def test_an_unknown_engine_is_named():
    with pytest.raises(EvaluationError, match="'magic' is none of rules, telegraphic, gguf"):
        open_system(SystemChoice("magic"))


def test_weights_that_are_not_there_are_named(tmp_path):
    path = tmp_path / "none.gguf"
    with pytest.raises(EngineUnavailableError, match=r"none\.gguf"):
        open_system(SystemChoice("gguf", str(path)))


def test_the_command_without_a_subcommand_is_a_usage_error(capsys):
    with pytest.raises(SystemExit, match="2"):
        main([])
    assert "aac-evaluate" in capsys.readouterr().err
