"""Engines by name, and the command that judges them."""

from __future__ import annotations

import argparse

import pytest

from evaluation.__main__ import main
from evaluation.choices import add_system_options, system_choice
from evaluation.errors import EvaluationError
from evaluation.examples import few_shot
from evaluation.named_sets import open_set
from evaluation.systems import SystemChoice, open_system
from models.decoding import Decoding
from models.engine import SentenceRequest
from models.errors import EngineUnavailableError
from models.faithful import check
from tests.tiny_gguf import write_parrot


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


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_examples_are_in_no_set_that_ships(language):
    examples = few_shot(10, None, language)
    daily = {item.keywords for item in open_set(f"daily-{language}").items}
    said = {text for item in open_set(f"daily-{language}").items for text in item.references}
    for keywords, sentence in examples:
        assert keywords not in daily
        assert sentence not in said
        assert check(sentence, keywords, language).ok


def test_more_examples_than_there_are_is_told(tmp_path):
    path = tmp_path / "few.tsv"
    path.write_text("pan\tPan.\n", "utf-8")
    assert few_shot(1, path, "es") == ((("pan",), "Pan."),)
    with pytest.raises(EvaluationError, match=r"few\.tsv: 1 examples, but 2 are asked for"):
        few_shot(2, path, "es")


def chosen(*arguments):
    parser = argparse.ArgumentParser()
    add_system_options(parser)
    return system_choice(parser.parse_args(["--engine", "gguf", *arguments]))


@pytest.mark.parametrize(
    ("arguments", "decoding"),
    [
        ([], None),
        (["--decoding", "greedy"], Decoding()),
        (["--decoding", "beam", "--beam", "2"], Decoding(beam=2)),
        (
            ["--decoding", "top-k", "--top-k", "5", "--seed", "3"],
            Decoding(temperature=0.7, top_k=5, seed=3),
        ),
        (
            ["--decoding", "top-p", "--top-p", "0.5", "--temperature", "1"],
            Decoding(temperature=1.0, top_p=0.5),
        ),
    ],
)
def test_decoding_is_chosen_by_name(arguments, decoding):
    assert chosen(*arguments).decoding == decoding


def test_numbers_that_mean_nothing_are_told():
    with pytest.raises(EvaluationError, match="--decoding top-p: top_p is above 0 and at most 1"):
        chosen("--decoding", "top-p", "--top-p", "2")


@pytest.fixture(scope="module")
def parrot(tmp_path_factory):
    pytest.importorskip("llama_cpp", reason="llama-cpp-python is not installed")
    folder = tmp_path_factory.mktemp("models")
    return write_parrot(folder / "parrot.gguf", [" Quiero", " comer", " agua", "."])


def test_a_model_says_what_it_says_unless_it_is_checked(parrot):
    request = SentenceRequest(0, ("yo", "querer", "agua"), "es")
    with open_system(SystemChoice("gguf", str(parrot))) as system:
        assert system.engine.realise(request).text == "Quiero comer agua."
        assert system.count_tokens("Quiero comer agua.") > 4
        assert system.description.name == "parrot"
        assert system.description.decoding["beam"] == 1
    with open_system(SystemChoice("gguf", str(parrot), checked=True)) as system:
        said = system.engine.realise(request)
        assert (said.text, said.engine) == ("Quiero agua.", "rules")
        assert system.description.name == "parrot+checked"
        assert system.description.decoding["beam"] == 4


def test_examples_stand_before_the_prompt(parrot):
    choice = SystemChoice("gguf", str(parrot), few_shot=2, decoding=Decoding(beam=2))
    with open_system(choice) as system:
        assert system.description.prompt == (
            "es: yo querer zumo naranja = Quiero un zumo de naranja.\n"
            "es: abuela hacer tortilla = La abuela hace una tortilla.\n"
            "es: yo querer agua ="
        )
        assert system.description.name == "parrot+2-shot+beam 2"
        said = system.engine.realise(SentenceRequest(0, ("yo", "querer", "agua"), "es"))
        assert said.text == "Quiero comer agua."


def test_chance_is_the_same_each_time(parrot):
    texts = []
    for _ in range(2):
        choice = SystemChoice("gguf", str(parrot), decoding=Decoding(temperature=1.0, seed=5))
        with open_system(choice) as system:
            texts.append(system.engine.realise(SentenceRequest(0, ("agua",), "es")).text)
    assert texts[0] == texts[1]
