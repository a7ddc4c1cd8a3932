"""Bases of other kinds: byte-level ones, folders of transformers, one from scratch, and none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from models.prompts import CONTROL_TOKENS
from models.train.__main__ import main
from models.train.byte_pairs import read_byte_pairs
from models.train.codec import Codec
from models.train.errors import TrainError
from models.train.recipe import Recipe, find_recipe, load_recipe, shipped_recipes
from models.train.scratch import SIZES, Size
from models.train.vocabulary import read_vocabulary
from tests.tiny_gguf import write_random
from tests.tiny_training import (
    LINES,
    gemma_base,
    lora_arguments,
    needs_torch,
    pair_file,
    recipe_file,
    said_by_gguf,
    said_by_transformers,
    text_file,
)

pytestmark = [pytest.mark.timeout(600), pytest.mark.filterwarnings("ignore")]
_THESIS = {"method": "qlora", "rank": 128, "alpha": 128, "dropout": 0.1, "rate": 2e-4, "epochs": 1}


def test_every_recipe_that_comes_with_the_program_can_be_read() -> None:
    recipes = shipped_recipes()
    for base in ("gemma", "smollm2"):
        assert [recipes[f"{base}-r{rank}"].rank for rank in (8, 16, 64)] == [8, 16, 64]
    for base in ("llama-3-8b", "gemma-7b"):
        thesis = recipes[f"thesis-{base}"]
        assert {name: getattr(thesis, name) for name in _THESIS} == _THESIS
        assert thesis.rate_at(0, 0.99) == 2e-4
    assert recipes["distil"].soft > 0
    assert recipes["scratch"].method == "full"
    assert find_recipe("personal") == recipes["personal"]
    with pytest.raises(TrainError, match="no recipe of ours: distil, gemma-full"):
        find_recipe("nothing")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"method": "magic"}', "the method 'magic' is none of lora, qlora, full"),
        ('{"rank": 0}', "rank must be above 0"),
        ('{"rate": "fast"}', "not a recipe"),
        ('{"patience": 2}', "patience needs a sample"),
    ],
)
def test_a_recipe_that_cannot_be_followed_is_told(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "recipe.json").write_text(text, encoding="utf-8")
    with pytest.raises(TrainError, match=told):
        load_recipe(tmp_path / "recipe.json")


def test_a_run_is_as_long_as_its_unit_says() -> None:
    assert Recipe(minutes=10).spent(step=3, seconds=300, epochs=9.0) == 0.5
    assert Recipe(minutes=10, steps=6).spent(step=3, seconds=999, epochs=9.0) == 0.5
    assert Recipe(minutes=10, epochs=4).spent(step=99, seconds=999, epochs=1.0) == 0.25


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A very small Llama, trained from scratch by the command."""
    needs_torch()
    folder = tmp_path_factory.mktemp("scratch")
    pairs = str(pair_file(folder / "pairs.tsv"))
    recipe = str(recipe_file(folder / "recipe.json", method="full", rate=0.004, steps=150))
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(SIZES, "5m", Size(128, 2, 256, 340))
        arguments = ["base", str(folder / "base"), "--scratch", "5m", "--pairs", pairs]
        arguments += ["--valid", pairs, "--recipe", recipe, "--threads", "1"]
        assert main(arguments) == 0
    return folder / "base"


def test_a_llama_from_scratch_takes_an_adapter_and_says_the_same_everywhere(
    scratch: Path, tmp_path: Path
) -> None:
    run, out = tmp_path / "run", tmp_path / "out"
    assert main(lora_arguments(scratch, run, steps=40, rate=0.002)) == 0
    arguments = ["export", str(scratch), str(run), str(out)]
    assert main([*arguments, "--kinds", "q8_0", "q4_0"]) == 0
    expected = said_by_transformers(out / "merged")
    assert len(set(expected)) > 1
    assert said_by_gguf(out / "aac-f16.gguf") == expected
    assert said_by_gguf(out / "aac-q8_0.gguf") == expected
    # Merged weights are a base, and the adapter goes with the GGUF of the base.
    assert main(["export", str(scratch), str(scratch / "run"), str(tmp_path / "base")]) == 1
    whole = tmp_path / "whole"
    start = ["export", str(scratch / "start"), str(scratch / "run"), str(whole), "--kinds"]
    assert main(start) == 0
    model = whole / "aac-f16.gguf"
    assert main([*arguments, "--adapter", "--for", str(model)]) == 0
    assert said_by_gguf(model, out / "aac-adapter.gguf") == expected


def test_a_byte_level_vocabulary_is_cut_and_gets_the_controls(tmp_path: Path) -> None:
    needs_torch()
    words = [" quiero", " agua", " never", " seen"]
    source = write_random(tmp_path / "source.gguf", words)
    text, base = text_file(tmp_path / "text.txt", [*LINES, "es: quiero agua"]), tmp_path / "base"
    assert main(["base", str(source), str(base), "--text", str(text), "--most", "280"]) == 0
    cut, old = read_byte_pairs(base / "base.gguf"), read_byte_pairs(source)
    lost = len(old.tokens) + len(CONTROL_TOKENS) - len(cut.tokens)
    assert lost == len("never") + len("seen")
    assert cut.tokens[-len(CONTROL_TOKENS) :] == CONTROL_TOKENS
    assert "Ġagua" in cut.tokens
    assert "Ġseen" not in cut.tokens
    codec = Codec(base)
    for word in ("es<past>: Zoë 北京 😀 =", " seen"):
        assert codec.decode(codec.encode(word)).strip() == word.replace("<past>", "").strip()
    # A base that has the controls is cut again as it is.
    again = ["base", str(base / "base.gguf"), str(tmp_path / "again"), "--text", str(text)]
    assert main([*again, "--most", "280"]) == 0
    assert set(CONTROL_TOKENS) <= set(read_byte_pairs(tmp_path / "again" / "base.gguf").tokens)


@pytest.mark.parametrize("kind", ["gemma", "llama"])
def test_a_folder_of_transformers_becomes_a_base(kind: str, scratch: Path, tmp_path: Path) -> None:
    source = scratch if kind == "llama" else gemma_base(tmp_path / "gemma")
    plain = tmp_path / "plain"
    plain.mkdir()
    for name in ("config.json", "model.safetensors", "tokenizer.json"):
        shutil.copyfile(source / name, plain / name)
    text, base = text_file(tmp_path / "text.txt"), tmp_path / "base"
    arguments = ["base", str(plain), str(base), "--text", str(text)]
    assert main([*arguments, "--whole"]) == 0
    assert Codec(base).is_same(Codec(source))
    assert said_by_gguf(base / "base.gguf") == said_by_transformers(source)
    read = read_vocabulary if kind == "gemma" else read_byte_pairs
    if kind == "gemma":
        assert main([*arguments, "--most", "300"]) == 0
        assert len(read(base / "base.gguf").tokens) <= len(read(source / "base.gguf").tokens)


def test_what_is_no_causal_model_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    needs_torch()
    from transformers import BertConfig, BertForMaskedLM

    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    sizes = {"hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2}
    masked = BertForMaskedLM(BertConfig(vocab_size=50, intermediate_size=16, **sizes))
    masked.save_pretrained(tmp_path / "bert")
    cases = {
        str(tmp_path / "bert"): "it is a BertForMaskedLM, not a causal language model",
        "nobody/no-such-model": "no such folder, and not on the hub",
        str(tmp_path / "absent.gguf"): "it cannot be read",
    }
    for source, expected in cases.items():
        assert main(["base", source, str(tmp_path / "base"), "--whole"]) == 1
        told = capsys.readouterr().err
        assert expected in told
        assert told.count("\n") == 1
        assert not (tmp_path / "base").exists()
    assert main(["base", "x.gguf", str(tmp_path / "base")]) == 2
    assert "--text" in capsys.readouterr().err


def test_a_file_that_is_cut_short_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = write_random(tmp_path / "whole.gguf", [" agua"])
    torn = tmp_path / "torn.gguf"
    torn.write_bytes(source.read_bytes()[: source.stat().st_size // 2])
    assert main(["base", str(torn), str(tmp_path / "base"), "--whole"]) == 1
    assert "torn.gguf: it is no whole GGUF file" in capsys.readouterr().err
    assert not (tmp_path / "base").exists()
