"""The report: every system on every set, gone on with, written between its marks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from evaluation import report
from evaluation.__main__ import main
from evaluation.metrics import NAMES
from evaluation.report import planned_systems
from evaluation.results import BEGIN, END
from evaluation.runs import read_run
from tests.tiny_gguf import write_parrot

EVALUATION = Path(report.__file__).parent

pytest.importorskip("sacrebleu")
pytest.importorskip("matplotlib", reason="needs matplotlib: the extra `evaluate`")


@pytest.fixture
def write(tmp_path, monkeypatch, capsys):
    """Write a report on a small set of our own; gives the document."""
    monkeypatch.setattr(report, "_PRETRAINED", tmp_path / "none")
    lines = [f"I, want, water, {n}\tI want water {n}." for n in range(12)]
    (tmp_path / "small.jsonl").write_text("", "utf-8")
    records = (
        f'{{"keywords": "{line.partition(chr(9))[0]}", "reference": "{line.partition(chr(9))[2]}",'
        ' "language": "en", "tags": ["request"]}\n'
        for line in lines
    )
    (tmp_path / "small.jsonl").write_text("".join(records), "utf-8")

    def _write(*arguments):
        call = ["report", "--set", str(tmp_path / "small.jsonl"), "--work", str(tmp_path / "runs")]
        call += ["--output", str(tmp_path / "RESULTS.md"), "--metric", "bleu", "--metric", "exact"]
        assert main([*call, "--bootstrap", "50", *arguments]) == 0
        capsys.readouterr()
        return (tmp_path / "RESULTS.md").read_text("utf-8")

    return _write


def test_the_document_tells_everything(write, tmp_path):
    text = write("--note", "On one quiet core.")
    assert "Measured on " in text
    assert "On one quiet core." in text
    assert re.search(r"^\| telegraphic \| .*\n\| rules \| ", text, re.M)
    assert "Llama-3-8B, QLoRA (published, not measured)" in text
    assert "COMET is not among the figures" in text
    assert "| request (12) |" in text
    assert str(tmp_path) not in text
    pictures = re.findall(r"!\[[^]]+\]\(([^)]+)\)", text)
    assert "results/overview.png" in pictures
    for picture in pictures:
        assert (tmp_path / picture).read_bytes().startswith(b"\x89PNG")


def test_its_commands_are_understood(write):
    from evaluation.__main__ import _parser

    blocks = re.findall(r"(?s)```sh\n(.*?)\n```", write())
    commands = [line for block in blocks for line in block.splitlines()]
    assert [line.split()[1] for line in commands] == ["report", "predict", "predict", "compare"]
    assert "--set small.jsonl" in commands[0]
    assert "--set small.jsonl" in commands[1]
    for line in commands:
        _parser().parse_args(line.split()[1:])


def test_what_stands_outside_the_marks_stays(write, tmp_path):
    path = tmp_path / "RESULTS.md"
    path.write_text(f"# Ours\n\n{BEGIN}\nold\n{END}\n\n## Methods\n\nA table.\n", "utf-8")
    text = write()
    assert text.startswith(f"# Ours\n\n{BEGIN}\n\n")
    assert text.endswith(f"{END}\n\n## Methods\n\nA table.\n")
    assert "\nold\n" not in text
    assert text.count(BEGIN) == text.count(END) == 1


def test_predictions_are_kept_and_gone_on_with(write, tmp_path):
    write()
    path = tmp_path / "runs" / "small.rules.jsonl"
    started = read_run(path).header["started"]
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join([lines[0].replace(started, "before"), *lines[1:6]]), "utf-8")
    write()
    run = read_run(path)
    assert (len(run.answers), run.header["started"]) == (12, "before")

    path.write_text("".join(lines).replace('"seed": 0', '"seed": 9'), "utf-8")
    write()
    assert read_run(path).header["system"]["seed"] == 0  # of another run: asked anew


def test_every_model_is_judged_alone_and_as_in_the_program(tmp_path, monkeypatch):
    monkeypatch.setattr(report, "_PRETRAINED", tmp_path)
    for name in ("b.gguf", "a.gguf"):
        (tmp_path / name).touch()
    plans = planned_systems([tmp_path / "more.gguf"], [Path("base.gguf")])
    chosen = [(plan.choice.engine, plan.choice.model, plan.choice.checked) for plan in plans]
    models = [str(tmp_path / name) for name in ("a.gguf", "b.gguf", "more.gguf")]
    assert chosen[:2] == [("telegraphic", None, False), ("rules", None, False)]
    assert chosen.pop(2) == ("gguf", "base.gguf", False)
    assert plans[2].arguments[-2:] == ("--few-shot", "5")
    assert chosen[2:] == [("gguf", model, checked) for model in models for checked in (False, True)]


def test_a_model_is_in_the_report(write, tmp_path):
    pytest.importorskip("llama_cpp", reason="llama-cpp-python is not installed")
    model = write_parrot(tmp_path / "parrot.gguf", [" Quiero", " agua", "."])
    text = write("--model", str(model))
    assert re.search(r"^\| parrot \| 0\.00", text, re.M)
    assert re.search(r"^\| parrot\+checked \| ", text, re.M)
    assert "![BLEU against the size of the weights on small](results/small-size.png)" in text
    assert "--engine gguf --model parrot.gguf --checked" in text


@pytest.mark.parametrize("document", ["RESULTS.md", "README.md"])
def test_what_the_documents_show_is_there(document):
    text = (EVALUATION / document).read_text("utf-8")
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        assert (EVALUATION / target).is_file(), target


def test_the_commands_in_the_readme_are_understood():
    from evaluation.__main__ import _parser

    blocks = re.findall(r"(?s)```\n(.*?)\n```", (EVALUATION / "README.md").read_text("utf-8"))
    text = "\n".join(blocks).replace("\\\n", " ")
    lines = [line.partition("#")[0] for line in text.splitlines()]
    assert len(lines) > 5
    for line in lines:
        _parser().parse_args(line.split()[1:])


def test_every_metric_is_in_the_readme():
    text = (EVALUATION / "README.md").read_text("utf-8")
    assert [name for name in NAMES if f"`{name}`" not in text] == []
