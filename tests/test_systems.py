"""Engines by name, and the command that judges them."""

from __future__ import annotations

import argparse
from dataclasses import replace

import pytest

from evaluation.__main__ import main
from evaluation.choices import add_system_options, system_choice
from evaluation.errors import EvaluationError
from evaluation.named_sets import open_set
from evaluation.systems import SystemChoice, open_system
from models.decoding import Decoding
from models.engine import SentenceRequest
from models.errors import EngineUnavailableError
from models.instructions import EXAMPLES, few_shot_prompt
from models.prompts import answer, prompt
from tests.answering_server import answering
from tests.tiny_gguf import write_parrot
from tests.tiny_llama import teach, write_llama


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
    """Nobody is told an answer."""
    daily = {item.keywords for item in open_set(f"daily-{language}").items}
    assert [each.glosses for each in EXAMPLES[language] if each.glosses in daily] == []


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
            "es: yo querer zumo = Quiero zumo.\n"
            "es: abuela leer cuento = La abuela lee un cuento.\n"
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


@pytest.mark.parametrize(
    ("choice", "complaint"),
    [
        (SystemChoice("gguf", few_shot=9), "--few-shot 9: there are 0 to 8 examples"),
        (SystemChoice("gguf", "x.gguf", chat=True), "leave --chat out"),
        (SystemChoice("transformers"), "needs a --model"),
        (SystemChoice("remote"), "needs the --url"),
        (SystemChoice("remote", url="house", decoding=Decoding(beam=2)), "leave them out"),
    ],
)
def test_a_choice_that_means_nothing_is_told(choice, complaint, parrot):
    model = str(parrot) if choice.engine == "gguf" else choice.model
    with pytest.raises(EvaluationError, match=complaint):
        open_system(replace(choice, model=model))


@pytest.mark.filterwarnings("ignore")
def test_a_model_of_transformers_is_described(tmp_path):
    for name in ("torch", "transformers", "peft"):
        pytest.importorskip(name, reason=f"{name} is not installed: the extra `train`")
    asked = SentenceRequest(0, ("yo", "querer", "agua"), "es")
    folder = write_llama(tmp_path / "base", ["quiero", "Quiero", "agua", "yo"], chat=True)
    texts = [prompt(asked.glosses, "es", asked.controls), few_shot_prompt(asked, 1)]
    teach(folder, texts, [answer("Quiero agua."), answer("Quiero yo.")])
    weights = folder / "model.safetensors"
    for shots, said in ((0, "Quiero agua."), (1, "Quiero yo.")):
        choice = SystemChoice("transformers", str(folder), few_shot=shots, device="cpu")
        with open_system(choice) as system:
            assert system.engine.realise(asked).text == said
            assert system.count_tokens(said) > 2
            about = system.description
        assert (about.model, about.size) == ("base", weights.stat().st_size)
        assert len(about.checksum) == 64
        assert {"torch", "transformers", "peft"} <= set(about.versions)
        assert about.prompt == texts[shots]


def test_a_server_is_asked_and_its_key_is_kept_to_itself(monkeypatch):
    monkeypatch.setenv("AAC_SERVER_KEY", "very secret")
    with answering() as server:
        choice = SystemChoice("remote", "any", url=server.address)
        with open_system(choice) as system:
            said = system.engine.realise(SentenceRequest(0, ("yo", "querer", "agua"), "es"))
        assert (said.text, said.engine) == ("Quiero agua.", "remote")
        assert server.asked[0][2]["Authorization"] == "Bearer very secret"
        assert "very secret" not in str(system.description)
