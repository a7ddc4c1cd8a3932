"""The mean of a model before and after further training."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.train.__main__ import main
from tests.tiny_training import gemma_base, lora_arguments, needs_torch, said_by_gguf

pytestmark = [pytest.mark.timeout(600), pytest.mark.filterwarnings("ignore")]


def test_a_mean_lies_between_and_is_written_as_gguf(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    needs_torch()
    from safetensors.torch import load_file

    base, run, out = gemma_base(tmp_path), tmp_path / "run", tmp_path / "out"
    assert main(lora_arguments(base, run, steps=60)) == 0
    assert main(["export", str(base), str(run), str(out), "--kinds"]) == 0
    learnt, between = out / "merged", tmp_path / "between"
    command = ["mean", str(base), str(learnt), str(between)]
    assert main([*command, "--share", "0.25"]) == 0
    first, second, made = (
        load_file(folder / "model.safetensors") for folder in (base, learnt, between)
    )
    name = "model.layers.1.mlp.up_proj.weight"
    assert (first[name] != second[name]).any()
    assert made[name].allclose(0.75 * first[name] + 0.25 * second[name])

    assert main([*command, "--share", "1"]) == 0
    whole = tmp_path / "whole"
    kinds = ["--kinds", "q8_0", "--embedding", "q5_0"]
    assert main(["export", str(between), str(between), str(whole), *kinds]) == 0
    assert said_by_gguf(whole / "aac-f16.gguf") == said_by_gguf(out / "aac-f16.gguf")
    small, large = whole / "aac-q8_0.gguf", whole / "aac-f16.gguf"
    assert small.stat().st_size < large.stat().st_size
    capsys.readouterr()
    assert main(["export", str(between), str(between), str(whole), "--adapter"]) == 2
    assert "no adapter" in capsys.readouterr().err


def test_what_cannot_be_mixed_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    needs_torch()
    one, other = gemma_base(tmp_path / "one"), gemma_base(tmp_path / "other", layers=6)
    capsys.readouterr()
    for second, share, code, told in (
        (other, "0.5", 1, "their weights misfit"),
        (tmp_path / "none", "0.5", 1, "no weights in this folder"),
        (other, "1.5", 2, "from 0 to 1"),
    ):
        command = ["mean", str(one), str(second), str(tmp_path / "mean"), "--share", share]
        assert main(command) == code
        assert told in capsys.readouterr().err
    assert not (tmp_path / "mean").exists()
