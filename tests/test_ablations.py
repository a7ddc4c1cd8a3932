"""What each part of a model's making is worth: very small models, made and measured for real."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation.__main__ import main
from evaluation.ablations.plan import read_plan
from evaluation.errors import EvaluationError
from tests.tiny_training import PAIRS, RECIPE, gemma_base, needs_torch, pair_file

_RECIPE = "\n".join(f"{name} = {json.dumps(value)}" for name, value in RECIPE.items())


def _plan(folder: Path, *rows: str, before: str = "") -> Path:
    path = folder / "plan.toml"
    head = f'sets = ["daily-es={folder / "es.tsv"}"]\nitems = 4\nvalid = "pairs.tsv"\n{before}\n'
    path.write_text(f"{head}[recipe]\n{_RECIPE}\n" + "\n".join(rows), "utf-8")
    pair_file(folder / "pairs.tsv", PAIRS)
    (folder / "es.tsv").write_text("querer, agua\tQuiero agua.\n", "utf-8")
    return path


@pytest.mark.timeout(600)  # every row loads torch anew, in a process of its own
@pytest.mark.filterwarnings("ignore")
def test_rows_are_made_measured_and_not_made_twice(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    needs_torch()
    pytest.importorskip("llama_cpp", reason="needs llama-cpp-python")
    gemma_base(tmp_path)
    (tmp_path / "nothing").mkdir()
    plan = _plan(
        tmp_path,
        '[[row]]\nname = "four"\ngroup = "ranks"\nbase = "base"\npairs = ["pairs.tsv"]\n'
        'recipe = { rank = 16, steps = 200 }\nkinds = ["f16", "q8_0"]\nnote = "the small one"',
        '[[row]]\nname = "empty"\ngroup = "ranks"\nbase = "nothing"\npairs = ["pairs.tsv"]',
        '[[row]]\nname = "beam"\ngroup = "decoding"\nmodel = "out/four/out/model-q8_0.gguf"\n'
        "beam = 2",
    )
    (tmp_path / "out" / "four" / "out").mkdir(parents=True)
    (tmp_path / "out" / "four" / "out" / "model-q8_0.gguf").touch()  # it is made on the way
    command = ["ablations", str(plan), str(tmp_path / "out")]

    assert main(command) == 0
    said = json.loads((tmp_path / "out" / "ablations.json").read_text("utf-8"))
    whole, small, beam = said["results"]
    assert [r["name"] for r in said["results"]] == ["four, F16", "four, Q8_0", "beam"]
    for result in said["results"]:
        assert result["scores"]["daily-es"]["exact"] == 100
        assert result["scores"]["daily-es"]["unfaithful"] == 0
        assert result["cpu"] > 0
        assert result["peak_ram"] > 20e6
    assert small["size"] < whole["size"]
    assert whole["made"]["trained"] == 16 * _sides(tmp_path / "base")
    assert whole["made"]["pairs"] > 100
    assert beam["made"] is None
    assert said["not_made"] == {"empty": "nothing: no weights (*.safetensors) in this folder"}
    report = (tmp_path / "out" / "ablations.md").read_text("utf-8")
    assert "## Ranks" in report
    assert "## Decoding" in report
    assert report.count("- four: the small one") == 1
    assert str(tmp_path) not in report + json.dumps(said["plan"])

    weights = tmp_path / "out" / "four" / "made.json"
    made = weights.stat().st_mtime_ns
    capfd.readouterr()
    assert main(command) == 0
    assert weights.stat().st_mtime_ns == made
    told = capfd.readouterr().err
    assert "four: it is made now" not in told
    assert "is measured now" not in told


def _sides(base: Path) -> int:
    """What a rank of 1 adds to each linear layer of a base: its inputs and its outputs."""
    from safetensors import safe_open

    with safe_open(base / "model.safetensors", framework="np") as file:
        shapes = {name: file.get_slice(name).get_shape() for name in file.keys()}  # noqa: SIM118
    return sum(sum(shape) for name, shape in shapes.items() if name.endswith("_proj.weight"))


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ('name = "a"', "the row 'a' must have either a base or a model"),
        ('name = "a"\nmodel = "none.gguf"', "none.gguf: it is not there, and 'a' needs it"),
        ('name = "a"\nbase = "es.tsv"', "the row 'a' needs pairs"),
        ('name = "a"\nmodel = "es.tsv"\nkinds = ["q9"]', "the row 'a': 'q9' is no kind"),
        ('name = "a"\nmodel = "es.tsv"\nbeam = 0', "a beam has 1 sentence or more"),
        ('name = "a"\nmodel = "es.tsv"\nsize = 3', "not a plan (.*'size'"),
        ('name = "a"\nmodel = "es.tsv"\n[[row]]\nname = "a"\nmodel = "es.tsv"', "called 'a'"),
        ("name = ", "not a TOML file"),
    ],
)
def test_what_is_no_plan_is_told_with_its_row(tmp_path: Path, row: str, told: str) -> None:
    plan = _plan(tmp_path, f"[[row]]\n{row}")
    with pytest.raises(EvaluationError, match=told.replace("(.", "\\(.")):
        read_plan(plan)


def test_a_plan_that_is_not_there_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ablations", str(tmp_path / "none.toml"), str(tmp_path / "out")]) == 1
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "none.toml: cannot be read" in told
