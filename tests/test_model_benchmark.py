"""The benchmark of the language model: what it prints, and the ways that it compares."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import pytest

from models import benchmark
from models.decoding import BEAM, GREEDY, Decoding
from models.options import add_decoding_options, decoding_of
from tests.tiny_gguf import write_parrot, write_random


def test_every_way_is_shown_beside_the_bare_loop(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("llama_cpp", reason="llama-cpp-python is not installed")
    model = write_parrot(tmp_path / "parrot.gguf", (" Quiero", " comer", " una", " manzana", "."))
    assert benchmark.main(["--model", str(model), "--repeats", "1", "--threads", "1"]) == 0
    first, _, *rows = capsys.readouterr().out.splitlines()
    assert first.startswith("parrot.gguf, 1 threads, loaded in ")
    assert [re.split(r"\s{2,}", row)[0] for row in rows] == [
        "bare llama.cpp loop",
        "greedy",
        "beam of 4",
        "as in use: beam, rules and check",
    ]
    for row in rows:
        median, p95, to_bare, to_greedy = map(float, re.findall(r"(\d+\.?\d*)(?: ms)?", row)[-4:])
        assert p95 >= median
        assert to_bare > 0 < to_greedy


def test_a_model_that_says_nothing_and_none_at_all(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("llama_cpp", reason="llama-cpp-python is not installed")
    endless = write_random(tmp_path / "endless.gguf", (" a", " e", " o"), 2, 0.0)
    assert benchmark.main(["--model", str(endless)]) == 0
    assert "comes to no sentence" in capsys.readouterr().out
    assert benchmark.main(["--model", str(tmp_path / "none.gguf")]) == 1
    assert "there is no such file" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "decoding"),
    [
        ((), BEAM),
        (("--beam", "1"), GREEDY),
        (
            ("--temperature", "0.7", "--top-k", "40", "--top-p", "0.9", "--seed", "3"),
            Decoding(temperature=0.7, top_k=40, top_p=0.9, seed=3),
        ),
    ],
)
def test_decoding_by_options(arguments: tuple[str, ...], decoding: Decoding) -> None:
    parser = argparse.ArgumentParser()
    add_decoding_options(parser)
    assert decoding_of(parser.parse_args(arguments)) == decoding


def test_options_that_contradict_each_other() -> None:
    parser = argparse.ArgumentParser()
    add_decoding_options(parser)
    with pytest.raises(ValueError, match="a beam does not sample"):
        decoding_of(parser.parse_args(["--beam", "4", "--temperature", "1"]))
