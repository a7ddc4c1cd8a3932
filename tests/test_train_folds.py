"""Cross-validation: every sentence is said by a model that has not learnt it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from models.train.__main__ import main
from models.train.folds import dealt
from models.train.pair import Pair, words_of
from tests.tiny_training import (
    PAIRS,
    gemma_base,
    lora_arguments,
    needs_torch,
    pair_file,
    recipe_file,
)


def test_parts_are_even_and_equal_sentences_stay_together() -> None:
    pairs = [Pair("es", (str(at),), f"Frase {at}.") for at in range(23)]
    pairs.append(Pair("es", ("otra",), "¡Frase 3!"))
    parts = dealt(pairs, 5, seed=1)
    assert sorted(at for part in parts for at in part) == list(range(24))
    assert {len(part) for part in parts} <= {4, 5, 6}
    home = {words_of(pairs[at].sentence): number for number, p in enumerate(parts) for at in p}
    assert all(
        home[words_of(pairs[at].sentence)] == n for n, part in enumerate(parts) for at in part
    )
    assert parts == dealt(pairs, 5, seed=1) != dealt(pairs, 5, seed=2)


@pytest.mark.timeout(600)
@pytest.mark.filterwarnings("ignore")
def test_each_part_is_said_by_an_adapter_of_the_others_and_kept(tmp_path: Path) -> None:
    needs_torch()
    base, run, out = gemma_base(tmp_path), tmp_path / "run", tmp_path / "folds"
    assert main(lora_arguments(base, run, steps=4)) == 0
    spanish = [pair for pair in PAIRS if pair.language == "es"]
    lines = ["keywords\treference", *(f"{', '.join(p.glosses)}\t{p.sentence}" for p in spanish)]
    (tmp_path / "set.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    replay = pair_file(tmp_path / "replay.tsv")
    arguments = ["folds", str(base), str(run), str(out), "--es", str(tmp_path / "set.tsv")]
    arguments += ["--replay", str(replay), "--folds", "3", "--threads", "1"]
    arguments += ["--recipe", str(recipe_file(tmp_path / "recipe.json", steps=2))]
    assert main(arguments) == 0
    said = (out / "hypotheses_es.txt").read_text("utf-8").splitlines()
    assert len(said) == len(spanish)
    kept = json.loads((out / "fold-1.json").read_text("utf-8"))
    (out / "fold-1.json").write_text(json.dumps(dict.fromkeys(kept, "Kept.")), encoding="utf-8")
    assert main(arguments) == 0
    again = (out / "hypotheses_es.txt").read_text("utf-8").splitlines()
    assert [text for at, text in enumerate(again) if str(at) in kept] == ["Kept."] * len(kept)
    assert [t for at, t in enumerate(again) if str(at) not in kept] == [
        t for at, t in enumerate(said) if str(at) not in kept
    ]


@pytest.mark.timeout(600)
@pytest.mark.filterwarnings("ignore")
def test_a_base_that_has_learnt_the_task_needs_no_run(tmp_path: Path) -> None:
    needs_torch()
    base, out = gemma_base(tmp_path), tmp_path / "folds"
    lines = [f"{', '.join(pair.glosses)}\t{pair.sentence}" for pair in PAIRS]
    (tmp_path / "set.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    replay = pair_file(tmp_path / "replay.tsv")
    arguments = ["folds", str(base), str(base), str(out), "--en", str(tmp_path / "set.tsv")]
    arguments += ["--replay", str(replay), "--folds", "2", "--threads", "1"]
    arguments += ["--recipe", str(recipe_file(tmp_path / "recipe.json", steps=2))]
    assert main(arguments) == 0
    assert len((out / "hypotheses_en.txt").read_text("utf-8").splitlines()) == len(PAIRS)


@pytest.mark.timeout(600)
@pytest.mark.filterwarnings("ignore")
def test_the_program_says_the_words_with_the_adapter(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a tiny model makes of them is checked, so it is the rules' sentences that are left."""
    needs_torch()
    pytest.importorskip("llama_cpp", reason="needs llama-cpp-python")
    base, out = gemma_base(tmp_path), tmp_path / "folds"
    asked = {"querer, agua": "Quiero agua.", "yo, comer, pan": "Como pan."}
    lines = [f"{words}\t{sentence}" for words, sentence in asked.items()]
    (tmp_path / "set.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    replay = pair_file(tmp_path / "replay.tsv")
    arguments = ["folds", str(base), str(base), str(out), "--es", str(tmp_path / "set.tsv")]
    arguments += ["--replay", str(replay), "--folds", "2", "--threads", "1", "--in-program"]
    arguments += ["--recipe", str(recipe_file(tmp_path / "recipe.json", steps=2))]
    assert main(arguments) == 0, capsys.readouterr().err
    said = (out / "hypotheses_es.txt").read_text("utf-8").splitlines()
    assert said == list(asked.values())
    assert (out / "run" / "adapter.gguf").is_file()
    (base / "base.gguf").unlink()
    assert main(arguments) == 1
    assert "there is no base.gguf" in capsys.readouterr().err


def test_folds_without_a_set_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["folds", str(tmp_path), str(tmp_path), str(tmp_path / "o"), "--replay", "x"]
    assert main(arguments) == 1
    assert "need a set" in capsys.readouterr().err
