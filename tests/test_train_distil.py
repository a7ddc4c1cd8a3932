"""A larger model teaches a smaller one."""

from __future__ import annotations

import itertools
import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from models.train.__main__ import main
from models.train.errors import BadBaseError
from models.train.pair import Pair, read_pairs
from models.train.pruning import spared
from models.train.students import kept_layers, kinds_with, period
from models.train.teacher import WordLists, unlike
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


@pytest.mark.parametrize("wanted", [9, 10, 12, 15])
def test_a_student_keeps_the_order_of_the_kinds_of_layers(wanted: int) -> None:
    kinds = kinds_with(18, 6)
    kept = kept_layers(kinds, wanted)
    assert len(kept) == wanted
    assert (kept[0], kept[-1]) == (0, 17)
    assert list(kept) == sorted(set(kept))
    assert max(right - left for left, right in itertools.pairwise(kept)) <= 4
    assert wanted % (period([kinds[at] for at in kept]) or 99) == 0


def test_layers_that_are_all_alike_are_dropped_evenly() -> None:
    assert kept_layers(["full_attention"] * 30, 4) == (0, 10, 19, 29)
    with pytest.raises(BadBaseError, match="31 layers cannot be had of 30"):
        kept_layers(["full_attention"] * 30, 31)


def test_the_layers_that_are_missed_least_go_and_the_kinds_keep_their_order() -> None:
    kinds, told = kinds_with(18, 6), list[int]()
    idle = {1, 2, 3, 7, 9, 12, 16}

    def loss(kept: Sequence[int]) -> float:
        gone = set(range(18)) - set(kept)
        return 100.0 * len(gone - idle) + sum(gone & idle)

    kept = spared(kinds, 12, loss, lambda layer, _loss: told.append(layer))
    assert set(told) == {1, 2, 7, 9, 12, 16}  # two of each five: 3 is idle, and one too many
    assert kept == (0, 3, 4, 5, 6, 8, 10, 11, 13, 14, 15, 17)
    assert period([kinds[at] for at in kept]) == 4
    alike = spared(["full_attention"] * 6, 4, loss, lambda _layer, _loss: None)
    assert alike == (0, 3, 4, 5)


@pytest.mark.timeout(600)
@pytest.mark.filterwarnings("ignore")
def test_a_base_loses_the_layers_that_its_pairs_miss_least(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    needs_torch()
    base = gemma_base(tmp_path, layers=6)
    # Layers 1 and 3 add nothing: what they put out is multiplied by nothing.
    _silence(base / "model.safetensors", 1, 3)
    pairs = str(pair_file(tmp_path / "pairs.tsv"))
    arguments = ["base", str(base), str(tmp_path / "small"), "--layers", "4", "--layers-by", pairs]
    arguments += ["--threads", "1"]
    capsys.readouterr()
    assert main(arguments) == 0
    told = capsys.readouterr().out
    assert json.loads((tmp_path / "small" / "base.json").read_text("utf-8"))["kept"] == [0, 2, 4, 5]
    assert told.count("without layer") == 2
    assert said_by_transformers(tmp_path / "small") == said_by_transformers(base)


@pytest.mark.timeout(600)
@pytest.mark.filterwarnings("ignore")
def test_a_base_loses_the_units_that_do_least(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    needs_torch()
    base = gemma_base(tmp_path)
    idle = _let_units_idle(base / "model.safetensors")
    pairs = str(pair_file(tmp_path / "pairs.tsv"))
    small = tmp_path / "small"
    arguments = ["base", str(base), str(small), "--width", "64", "--threads", "1"]
    assert main(arguments) == 2
    assert "--layers-by" in capsys.readouterr().err
    assert main([*arguments, "--layers-by", pairs]) == 0
    config = json.loads((small / "config.json").read_text("utf-8"))
    assert config["intermediate_size"] == 64
    assert config["num_hidden_layers"] == 2
    assert idle == 64
    assert said_by_transformers(small) == said_by_transformers(base)
    assert said_by_gguf(small / "base.gguf") == said_by_transformers(base)
    arguments[arguments.index("64")] = "4096"
    assert main([*arguments, "--layers-by", pairs]) == 1
    assert "4096 units cannot be had of 128" in capsys.readouterr().err


def _let_units_idle(path: Path) -> int:
    """Let every other unit of each feed-forward layer add nothing; returns how many are left."""
    from safetensors.torch import load_file, save_file

    weights = load_file(path)
    for name, values in weights.items():
        if name.endswith("mlp.down_proj.weight"):
            values[:, ::2] = 0.0
            left = values.shape[1] // 2
    save_file(weights, path, metadata={"format": "pt"})
    return left


def _silence(path: Path, *layers: int) -> None:
    """Let some layers of a Gemma pass on what they get: Gemma multiplies by 1 + weight."""
    from safetensors.torch import load_file, save_file

    weights = load_file(path)
    for layer in layers:
        for norm in ("post_attention", "post_feedforward"):
            weights[f"model.layers.{layer}.{norm}_layernorm.weight"].fill_(-1.0)
    save_file(weights, path, metadata={"format": "pt"})


def test_lists_of_words_come_without_end_and_the_same_for_the_same_seed() -> None:
    pairs = [
        Pair("es", ("yo", "comer", word), f"Como {word}.") for word in ("pan", "arroz", "fruta")
    ]
    pairs += [Pair("es", ("tú", "beber", word), f"Bebes {word}.") for word in ("agua", "leche")]
    some = list(itertools.islice(WordLists(pairs, 3), 200))
    assert some == list(itertools.islice(WordLists(pairs, 3), 200))
    fresh = {pair.glosses for pair in some} - {pair.glosses for pair in pairs}
    assert fresh
    words = {word for pair in pairs for word in pair.glosses}
    assert {word for glosses in fresh for word in glosses} <= words
    assert len(list(unlike(WordLists(pairs, 3), set()))) < 2000


@pytest.mark.timeout(600)
@pytest.mark.filterwarnings("ignore")
def test_a_student_learns_what_its_teacher_says_and_says_it_as_gguf(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    needs_torch()
    base, out = gemma_base(tmp_path, layers=6), tmp_path / "out"
    assert main(lora_arguments(base, tmp_path / "run", method="full", rate=0.003, steps=40)) == 0
    assert main(["export", str(base), str(tmp_path / "run"), str(out), "--kinds"]) == 0
    student, run, held = tmp_path / "student", tmp_path / "distilled", tmp_path / "held.tsv"
    assert main(["base", str(out / "merged"), str(student), "--layers", "4"]) == 0
    held.write_text("querer, pan\tQuiero pan.\n", encoding="utf-8")
    pairs = str(pair_file(tmp_path / "pairs.tsv", PAIRS[:1]))
    arguments = ["distil", str(out / "merged"), str(student), str(run), "--pairs", pairs]
    arguments += ["--valid", pairs, "--held-out", str(held), "--sentences", "2"]
    recipe = recipe_file(tmp_path / "d.json", method="full", soft=0.8, rate=0.003, steps=40)
    assert main([*arguments, "--recipe", str(recipe), "--threads", "1"]) == 0
    taught = read_pairs(run / "taught.tsv")
    assert Pair("es", ("querer", "agua"), "Quiero agua.") in taught
    assert all(pair.sentence != "Quiero pan." for pair in taught)
    about = json.loads((run / "data.json").read_text("utf-8"))
    assert about["teacher_sha256"] != about["base_sha256"]
    assert main(["export", str(student), str(run), str(tmp_path / "small"), "--kinds", "q8_0"]) == 0
    expected = said_by_transformers(tmp_path / "small" / "merged")
    assert expected[0] == "Quiero agua."
    assert said_by_gguf(tmp_path / "small" / "aac-f16.gguf") == expected
    assert said_by_gguf(tmp_path / "small" / "aac-q8_0.gguf") == expected
    capsys.readouterr()
    # What was made for one base is not taken for another.
    assert main(["export", str(base), str(run), str(tmp_path / "wrong")]) == 1
    assert "it was made for another base" in capsys.readouterr().err
