"""Predictions of three systems on a small set, made with the real command."""

from __future__ import annotations

import json
from pathlib import Path

from evaluation.__main__ import main
from evaluation.rating.pictures import Pictures
from evaluation.rating.results import ResultFile
from evaluation.rating.session import Session
from evaluation.rating.sheet import read_sheet

SET = """keywords\treference
yo, querer, agua\tQuiero agua.
doler, cabeza\tMe duele la cabeza.
yo, ir, baño\tVoy al baño.
hola\tHola.
"""


def write_runs(folder: Path) -> list[Path]:
    """rules, telegraphic, and one that says what rules say with a word of its own."""
    test_set = folder / "set.tsv"
    test_set.write_text(SET, encoding="utf-8")
    runs = []
    for engine in ("rules", "telegraphic"):
        run = folder / f"{engine}.jsonl"
        command = ["predict", "--set", str(test_set), "--language", "es", "--engine", engine]
        assert main([*command, "--output", str(run), "--quiet"]) == 0
        runs.append(run)
    return [*runs, _another(runs[0], folder / "polite.jsonl")]


def _another(run: Path, target: Path) -> Path:
    header, *answers = map(json.loads, run.read_text("utf-8").splitlines())
    header["run"]["system"]["name"] = "polite"
    for answer in answers:
        if answer["keywords"] != ["hola"]:
            answer["hypothesis"] = answer["hypothesis"].removesuffix(".") + ", por favor."
    lines = [header, *answers]
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    target.write_text(text, encoding="utf-8")
    return target


def session(folder: Path, pictures: Path | None = None, *, scores_all: bool = True) -> Session:
    """A session over those runs, whose results go into `ratings.jsonl`."""
    sheet = read_sheet(write_runs(folder), 20, 0)
    words = [word for question in sheet.questions for word in question.keywords]
    results = ResultFile(folder / "ratings.jsonl")
    return Session(sheet, results, Pictures(pictures, words), 0, scores_all)
