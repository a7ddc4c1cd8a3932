"""`aac-evaluate score`: its form, and one sentence with file and line for what is bad."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from evaluation.__main__ import main

pytest.importorskip("sacrebleu")

SET = "yo, querer, agua\tQuiero agua.\tYo quiero agua.\ngato, mirar, pez\tEl gato mira el pez.\n"
SAID = "Quiero agua.\nEl gato mira el pez.\n"


@pytest.fixture
def score(tmp_path, capsys):
    """Score sentences against a set; gives exit code, output and complaint."""

    def _score(*arguments, test_set=SET, said=SAID):
        for name, content in (("set.tsv", test_set), ("said.txt", said)):
            data = content if isinstance(content, bytes) else content.encode("utf-8")
            (tmp_path / name).write_bytes(data)
        files = ["--references", str(tmp_path / "set.tsv")]
        files += ["--hypotheses", str(tmp_path / "said.txt")]
        code = main(["score", *files, *arguments])
        return (code, *capsys.readouterr())

    return _score


def test_the_json_has_the_form_that_is_promised(score):
    code, out, err = score("--metric", "bleu", "--metric", "ter", "--json")
    assert (code, err) == (0, "")
    found = json.loads(out)
    assert list(found) == ["bleu", "ter"]
    assert {"score", "low", "high", "signature"} <= set(found["bleu"])
    assert found["bleu"]["score"] == pytest.approx(100.0)
    assert found["bleu"]["low"] <= found["bleu"]["score"] <= found["bleu"]["high"] + 1e-6
    assert found["ter"]["score"] == 0.0
    assert found["bleu"]["parts"]["precision-1"] == pytest.approx(100.0)


def test_the_table_has_a_line_for_each_metric(score):
    code, out, _ = score("--metric", "bleu", "--metric", "exact", "--protocol", "thesis")
    assert code == 0
    first, second = out.splitlines()
    assert first.split()[:2] == ["BLEU", "100.00"]
    assert "smooth:none" in first
    assert second.startswith("exact %")


def test_without_a_metric_all_that_need_no_weights_are_computed(score):
    pytest.importorskip("rouge_score", reason="needs rouge-score: the extra `evaluate`")
    _, out, _ = score("--json", "--bootstrap", "0")
    named = ["bleu", "chrf", "ter", "rouge-l", "exact", "length"]
    assert list(json.loads(out)) == named
    _, out, _ = score("--json", "--language", "es", "--bootstrap", "0")
    assert list(json.loads(out)) == [*named[:5], "coverage", "unfaithful", "length"]


@pytest.mark.parametrize("said", ["\ufeff" + SAID, SAID.rstrip("\n"), SAID.replace("\n", "\r\n")])
def test_line_ends_and_marks_do_not_matter(score, said):
    _, out, _ = score("--metric", "exact", "--json", said=said)
    assert json.loads(out)["exact"]["score"] == 100.0


def test_an_empty_line_is_a_system_that_says_nothing(score):
    _, out, _ = score("--metric", "exact", "--json", said="\nEl gato mira el pez.\n")
    assert json.loads(out)["exact"]["score"] == 50.0


@pytest.mark.parametrize(
    ("arguments", "change", "complaint"),
    [
        (["--metric", "blue"], {}, "there is no metric 'blue'"),
        ([], {"test_set": "yo\tYo.\nagua\n"}, "set.tsv, line 2: no tab between"),
        ([], {"test_set": "yo\tYo.\nagua\t\n"}, "set.tsv, line 2: an empty reference"),
        ([], {"test_set": SET + "niño\tNiño."}, "said.txt, line 3: 2 sentences for the 3 items"),
        ([], {"said": SAID + "Más.\n"}, "said.txt, line 3: 3 sentences for the 2 items"),
        ([], {"said": SAID.encode() + "año\n".encode("latin-1")}, "said.txt, line 3: not UTF-8"),
        ([], {"test_set": b"a\tA.\nni\xf1o\tNi\xc3\xb1o.\n"}, "set.tsv, line 2: not UTF-8"),
        (["--metric", "coverage"], {}, "add --language es or en"),
    ],
    ids=["metric", "column", "reference", "short", "long", "said", "mixed", "language"],
)
def test_bad_input_is_told_in_one_sentence(score, arguments, change, complaint):
    code, out, err = score(*(arguments or ["--metric", "exact"]), **change)
    assert (code, out) == (1, "")
    assert complaint in err
    assert err.startswith("aac-evaluate: ")
    assert err.count("\n") == 1


def test_predictions_are_scored_as_they_are(tmp_path, capsys):
    run = tmp_path / "run.jsonl"
    call = ["predict", "--set", "daily-en", "--engine", "rules", "--quiet", "--output", str(run)]
    assert main(call) == 0
    capsys.readouterr()
    call = ["score", "--references", "daily-en", "--hypotheses", str(run), "--metric", "coverage"]
    assert main([*call, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["coverage"]["score"] > 99


def test_predictions_that_are_not_whole_are_told(tmp_path, capsys):
    run = tmp_path / "run.jsonl"
    call = ["predict", "--set", "daily-en", "--engine", "telegraphic", "--quiet", "--limit", "5"]
    assert main([*call, "--output", str(run)]) == 0
    call = ["score", "--references", "daily-en", "--hypotheses", str(run), "--metric", "exact"]
    assert main(call) == 1
    assert "run.jsonl, line 7: 5 sentences for the 386 items" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_named(tmp_path, capsys):
    call = ["score", "--references", "daily-en", "--hypotheses", str(tmp_path / "none.txt")]
    assert main([*call, "--metric", "exact"]) == 1
    assert "none.txt: cannot be read" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--bootstrap=-1", "--bootstrap=many", "--batch-size=0"])
def test_a_number_that_means_nothing_is_a_mistake_in_usage(score, option, capsys):
    with pytest.raises(SystemExit, match="2"):
        score(option)
    assert option.partition("=")[0] in capsys.readouterr().err


def test_a_set_of_an_unknown_name_is_told(capsys):
    assert main(["score", "--references", "daily-fr", "--hypotheses", "x.txt"]) == 1
    assert "daily-fr: there is no such file, and no set but daily-es" in capsys.readouterr().err


def test_a_reader_that_leaves_is_no_error(tmp_path):
    """As `aac-evaluate sets | less` is left; here nobody ever reads."""
    command = f"{sys.executable} -m evaluation sets --json | true"
    ran = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"],
        cwd=Path(__file__).parent.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.stderr, ran.returncode) == ("", 0)
