"""Adapters beside and inside a model, and a person's own style."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from models.checksums import sha256_of
from models.train.__main__ import main
from models.train.gguf_files import open_gguf, value
from models.train.importance import importance
from models.train.pair import Pair
from models.train.quantise import quantise
from tests.tiny_training import (
    PAIRS,
    gemma_base,
    lora_arguments,
    needs_torch,
    pair_file,
    recipe_file,
    said_by_gguf,
    said_by_transformers,
)

pytestmark = [pytest.mark.timeout(600), pytest.mark.filterwarnings("ignore")]


@dataclass(frozen=True)
class Taught:
    """A tiny base, what it learnt, and the files made of it."""

    base: Path
    run: Path
    out: Path


@pytest.fixture(scope="module")
def taught(tmp_path_factory: pytest.TempPathFactory) -> Taught:
    needs_torch()
    folder = tmp_path_factory.mktemp("taught")
    made = Taught(gemma_base(folder), folder / "run", folder / "out")
    assert main(lora_arguments(made.base, made.run, steps=160)) == 0
    arguments = ["export", str(made.base), str(made.run), str(made.out)]
    assert main([*arguments, "--kinds", "q8_0"]) == 0
    assert main([*arguments, "--adapter"]) == 0
    return made


def test_an_adapter_added_at_run_time_says_what_the_merged_model_says(taught: Taught) -> None:
    expected = said_by_transformers(taught.out / "merged")
    assert said_by_gguf(taught.out / "aac-f16.gguf") == expected
    assert said_by_gguf(taught.out / "aac-q8_0.gguf") == expected
    base, adapter = taught.base / "base.gguf", taught.out / "aac-adapter.gguf"
    assert said_by_gguf(base, adapter) == expected
    assert said_by_gguf(base) != expected
    assert value(open_gguf(adapter), "adapter.base_sha256") == sha256_of(base)


def test_what_matters_is_rounded_with_more_care(taught: Taught, tmp_path: Path) -> None:
    """With the weights of the columns, four bits err less where large numbers come in."""
    merged, whole = taught.out / "merged", taught.out / "aac-f16.gguf"
    weighed = importance(merged, PAIRS)
    tensors = {tensor.name: tensor for tensor in open_gguf(whole).tensors}
    assert {name for name in tensors if name.startswith("blk.") and "norm" not in name} <= set(
        weighed
    )
    files = {}
    for name, columns in (("even", {}), ("weighed", weighed)):
        files[name] = tmp_path / f"{name}.gguf"
        quantise(whole, files[name], "q4_0", columns)
    errors = {name: _weighed_error(tensors, file, weighed) for name, file in files.items()}
    assert errors["weighed"] < errors["even"]


def _weighed_error(tensors: Mapping[str, Any], file: Path, weighed: Mapping[str, Any]) -> float:
    """What the rounding changes of the products, squared, as far as the columns matter."""
    from gguf.quants import dequantize

    total = 0.0
    for tensor in open_gguf(file).tensors:
        if tensor.name in weighed and tensor.name.startswith("blk."):
            rounded = dequantize(tensor.data, tensor.tensor_type)
            exact = dequantize(tensors[tensor.name].data, tensors[tensor.name].tensor_type)
            difference = rounded.astype("float64") - exact
            total += float((difference**2 * weighed[tensor.name]).sum())
    return total


def test_an_export_by_pairs(taught: Taught, tmp_path: Path) -> None:
    by = pair_file(tmp_path / "by.tsv", PAIRS)
    arguments = ["export", str(taught.base), str(taught.run), str(tmp_path / "out")]
    assert main([*arguments, "--kinds", "iq4_nl", "--by", str(by)]) == 0
    assert said_by_gguf(tmp_path / "out" / "aac-iq4_nl.gguf") == said_by_transformers(
        taught.out / "merged"
    )


def _own(count: int) -> list[Pair]:
    """How one person says things, unlike the general sentences."""
    foods = ("agua", "pan", "leche", "gato", "querer")
    plain = [Pair("es", ("comer", word), f"Yo comer {word}.") for word in foods]
    negated = [Pair("es", ("no", "comer", word), f"No comer {word}.") for word in foods]
    return [*plain, *negated][:count]


def _arguments(taught: Taught, folder: Path, own: list[Pair], **changed: object) -> list[str]:
    folder.mkdir(exist_ok=True)
    data = pair_file(folder / "own.tsv", own)
    # Few as they are, each is both mixed in and looked at.
    general = pair_file(folder / "general.tsv", PAIRS * 5)
    settings = {"rank": 8, "epochs": 25.0, "rate": 0.01, "steps": 0, "tokens": 100} | changed
    recipe = recipe_file(folder / "recipe.json", **settings)
    arguments = ["lora", "--data", str(data), "--profile", str(folder / "profile")]
    arguments += ["--model", str(taught.out / "aac-q8_0.gguf"), "--general", str(general)]
    return [*arguments, "--recipe", str(recipe), "--threads", "1"]


def test_a_personal_style_changes_what_is_said_and_is_gone_with_its_file(
    taught: Taught, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model, before = taught.out / "aac-q8_0.gguf", sha256_of(taught.out / "aac-q8_0.gguf")
    plain = said_by_gguf(model)
    assert main(_arguments(taught, tmp_path, _own(10))) == 0
    assert "own sentences" in capsys.readouterr().out
    style = tmp_path / "profile" / "adapter" / "style.gguf"
    assert [path.name for path in (tmp_path / "profile").rglob("*") if path.is_file()] == [
        "style.gguf"
    ]
    assert value(open_gguf(style), "adapter.base_sha256") == before
    asked = [("comer", "agua"), ("no", "comer", "pan")]
    assert said_by_gguf(model, style, asked) != said_by_gguf(model, None, asked)
    assert sha256_of(model) == before
    assert said_by_gguf(model) == plain


def test_an_adapter_that_makes_the_model_worse_is_refused(
    taught: Taught, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(_arguments(taught, tmp_path, _own(10), rate=3.0, epochs=3.0)) == 1
    told = capsys.readouterr().err
    assert "the adapter was not kept" in told
    assert told.count("\n") == 1
    assert not (tmp_path / "profile" / "adapter").exists()


def test_too_few_sentences_make_no_style(
    taught: Taught, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(_arguments(taught, tmp_path, _own(3))) == 1
    assert "3 sentences are too few to learn a style: 8 are needed" in capsys.readouterr().err
    assert not (tmp_path / "profile").exists()


def test_an_adapter_of_another_base_is_told(
    taught: Taught, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = gemma_base(tmp_path, layers=3)
    arguments = lora_arguments(other, tmp_path / "other", steps=2)
    assert main([*arguments, "--start-from", str(taught.run)]) == 1
    assert "it was made for another base than" in capsys.readouterr().err
    (taught.run / "data.json").rename(tmp_path / "data.json")
    try:
        # A run that does not say what it was made for: its shapes tell.
        assert main([*arguments, "--start-from", str(taught.run)]) == 1
        assert "made for another base or rank" in capsys.readouterr().err
    finally:
        (tmp_path / "data.json").rename(taught.run / "data.json")
    assert json.loads((taught.run / "data.json").read_text("utf-8"))["base"] == "base"
