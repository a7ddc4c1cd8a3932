"""`aac-evaluate check`: is the check judged by sentences that it was not made for?"""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.__main__ import main
from evaluation.checked import measure, read_examples, shipped
from evaluation.errors import EvaluationError
from models.engine import Controls, Gender, Tense

_DATA = Path(__file__).parent / "data"
_HEADER = "kind\tkeywords\tcontrols\tsentence\n"


@pytest.mark.parametrize(
    ("language", "name", "precision", "recall"),
    [
        ("es", "written", 0.96, 0.96),
        ("en", "written", 0.96, 0.96),
        ("es", "of the model", 0.99, 0.75),
        ("en", "of the model", 0.99, 0.68),
    ],
)
def test_sentences_that_the_check_was_not_made_for_are_told_apart(
    language: str, name: str, precision: float, recall: float
) -> None:
    """Only the totals are asserted, so that no single sentence is worked on."""
    examples = read_examples(shipped(language)[name])
    assert len(examples) >= 80
    found = measure(examples, language)
    assert found.precision >= precision
    assert found.recall >= recall


@pytest.mark.parametrize("language", ["es", "en"])
def test_what_was_mended_stays_mended(language: str) -> None:
    found = measure(read_examples(_DATA / f"faithful_known_{language}.tsv"), language)
    assert found.recall >= 0.94, found.passed
    assert found.precision >= 0.98, found.refused


def test_the_command_prints_both_figures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "set.tsv"
    path.write_text(
        f"{_HEADER}good\tquerer, agua\t\tQuiero agua.\n"
        "good\tquerer, agua\t\tQuiero pan.\n"
        "form\tniña, correr\t\tEl niño corre.\n"
        "tense\tyo, comer\tpast\tComí.\n",
        "utf-8",
    )
    assert main(["check", "--set", str(path), "--misses"]) == 0
    printed = capsys.readouterr().out
    assert "precision 0.500, recall 0.500" in printed
    assert "form: 1 of 1 refused" in printed
    assert "good: 1 of 2 pass" in printed
    assert "tense\tyo, comer\tComí." in printed


def test_controls_are_read(tmp_path: Path) -> None:
    path = tmp_path / "set.tsv"
    path.write_text(f"{_HEADER}good\tyo, cansado\tpast,feminine\tEstuve cansada.\n", "utf-8")
    (example,) = read_examples(path)
    assert example.controls == Controls(tense=Tense.PAST, speaker=Gender.FEMININE)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("good\tagua", "line 2: 2 columns where 4 are needed"),
        ("good\tagua\tloud\tAgua.", "line 2: the control 'loud' is none of"),
        ("good\tagua, \t\tAgua.", "line 2: an empty word"),
    ],
)
def test_a_malformed_line_is_told(tmp_path: Path, line: str, reason: str) -> None:
    path = tmp_path / "set.tsv"
    path.write_text(_HEADER + line + "\n", "utf-8")
    with pytest.raises(EvaluationError, match=reason):
        read_examples(path)


def test_a_set_that_is_not_there_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--set", "nowhere.tsv"]) == 1
    assert "nowhere.tsv: cannot be read" in capsys.readouterr().err
