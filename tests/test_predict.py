"""Predictions: kept at every step, gone on with, and carrying what is needed to repeat them."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evaluation import systems
from evaluation.__main__ import main
from evaluation.errors import BadRunError, BadTestSetError
from evaluation.runs import read_run
from evaluation.systems import Description, System
from evaluation.testset import read_test_set
from models.engine import Sentence
from models.errors import CannotRealiseError, EngineUnavailableError
from tests.tiny_gguf import write_parrot

NAMES = st.sampled_from(
    [
        "run",
        "format",
        "system",
        "set",
        "name",
        "item",
        "keywords",
        "hypothesis",
        "engine",
        "seconds",
        "references",
        "reference",
        "language",
        "controls",
        "tags",
        "tense",
        "negative",
    ]
)
ROOT = Path(__file__).resolve().parent.parent


HEAD = (
    '{"run": {"format": 1, "system": {"name": "a", "size": null}, '
    '"set": {"name": "b", "sha256": "c"}}}\n'
)
ANSWER = (
    '{"item": 1, "keywords": ["pan"], "hypothesis": "pan", "engine": "a", "seconds": 0.5, '
    '"tokens": null, "memory": null, "declined": null}\n'
)


class Mortal:
    """Says the words, declines those with a `!`, and dies at one of them if told to."""

    name = "mortal"

    def __init__(self, last: str | None = None, error: Exception | None = None) -> None:
        self._last, self._error = last, error or EngineUnavailableError("the model was closed")

    def realise(self, request):
        if self._last in request.glosses:
            raise self._error
        if "!" in request.glosses:
            raise CannotRealiseError("no sentence can be made of a shout")
        return Sentence("  ".join(request.glosses), self.name)


@pytest.fixture
def mortal(monkeypatch):
    """The engine `mortal` on the command line; dies at the word that is put into the list."""
    deaths: list[tuple[str, Exception | None]] = []

    def factory(choice, _language):
        engine = Mortal(*deaths[-1]) if deaths else Mortal()
        description = Description(choice.label or "mortal", "mortal", seed=choice.seed)
        return System(engine, description, count_tokens=lambda text: len(text.split()))

    monkeypatch.setitem(systems.ENGINES, "mortal", factory)
    return deaths


@pytest.fixture
def forty(tmp_path):
    """A set of forty items with a header, so that item n is on line n + 1."""
    path = tmp_path / "forty.tsv"
    lines = ["keywords\treference", *(f"word{n}, here\tWord{n} here." for n in range(1, 41))]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def predict(path, output, *arguments):
    call = ["predict", "--set", str(path), "--language", "en", "--engine", "mortal", "--quiet"]
    return main([*call, "--output", str(output), *arguments])


def test_an_engine_that_dies_leaves_what_it_said(mortal, forty, tmp_path, capsys):
    output = tmp_path / "run.jsonl"
    mortal.append(("word37", None))
    assert predict(forty, output) == 1
    said = capsys.readouterr().err
    assert said == (
        f"aac-evaluate: {forty}, line 38: mortal stopped at item 37 (the model was closed); "
        "36 answers are kept, and the same command goes on from there\n"
    )
    assert len(read_run(output).answers) == 36

    mortal.append((None, None))
    assert predict(forty, output) == 0
    answers = read_run(output).answers
    assert [answer.item for answer in answers] == list(range(1, 41))
    assert answers[36].hypothesis == "word37 here"


def test_an_engine_that_crashes_is_told_in_one_sentence_too(mortal, forty, tmp_path, capsys):
    mortal.append(("word2", RuntimeError("CUDA error: out of memory\nCUDA kernel errors...")))
    assert predict(forty, tmp_path / "run.jsonl") == 1
    said = capsys.readouterr().err
    assert "line 3: mortal stopped at item 2 (CUDA error: out of memory)" in said
    assert said.count("\n") == 1


def test_a_declined_message_is_said_as_it_was_chosen(mortal, tmp_path):
    path, output = tmp_path / "set.tsv", tmp_path / "run.jsonl"
    path.write_text("water, !\tWater!\nwater\tWater.\n", "utf-8")
    assert predict(path, output) == 0
    declined, said = read_run(output).answers
    assert declined.hypothesis == "Water!"
    assert (declined.engine, declined.declined) == (
        "telegraphic",
        "no sentence can be made of a shout",
    )
    assert declined.tokens is None
    assert (said.hypothesis, said.engine, said.declined, said.tokens) == (
        "water",
        "mortal",
        None,
        1,
    )


def test_a_run_tells_everything_that_repeats_it(mortal, forty, tmp_path):
    output = tmp_path / "run.jsonl"
    assert predict(forty, output, "--seed", "7", "--label", "ours") == 0
    run = read_run(output)
    assert run.name == "ours"
    assert run.header["system"]["seed"] == 7
    assert run.header["set"]["items"] == 40
    assert len(run.header["set"]["sha256"]) == 64
    assert run.header["command"].startswith("aac-evaluate")
    first = run.answers[0]
    assert first.hypothesis == "word1 here"  # spaces made single
    assert first.seconds > 0
    assert first.memory is None or first.memory > 1_000_000


def test_half_a_line_of_a_killed_run_is_written_anew(mortal, forty, tmp_path):
    output = tmp_path / "run.jsonl"
    assert predict(forty, output, "--limit", "5") == 0
    with output.open("ab") as file:
        file.write(b'{"item": 6, "keyw')
    assert predict(forty, output) == 0
    assert len(read_run(output).answers) == 40


def test_a_file_that_was_killed_before_its_first_line_is_begun_anew(mortal, forty, tmp_path):
    output = tmp_path / "run.jsonl"
    output.write_bytes(b'{"run": {"for')
    assert predict(forty, output) == 0
    assert len(read_run(output).answers) == 40


def test_another_run_is_not_mixed_in(mortal, forty, tmp_path, capsys):
    output = tmp_path / "run.jsonl"
    assert predict(forty, output, "--limit", "5") == 0
    assert predict(forty, output, "--seed", "1") == 1
    assert "another run lies here, with another system.seed" in capsys.readouterr().err
    assert len(read_run(output).answers) == 5
    forty.write_text(forty.read_text("utf-8") + "more\tMore.\n", "utf-8")
    assert predict(forty, output) == 1
    assert "set.items, set.sha256" in capsys.readouterr().err
    assert predict(forty, output, "--overwrite") == 0
    assert len(read_run(output).answers) == 41


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("", "line 1: no predictions"),
        ("water\n", "line 1: it is no JSON"),
        ('{"item": 1}\n', "line 1: it is not the head of predictions"),
        ('{"run": {"format": 1}}\n', "line 1: it does not say system.name"),
        (HEAD + '{"item": 2}\n', "line 2: it is not the answer to item 1"),
        (HEAD + "[]\n", "line 2: it is no JSON object"),
        (HEAD + ANSWER.replace('"pan"', "5"), "line 2: hypothesis is 5"),
        (HEAD + ANSWER.replace("0.5", "true"), "line 2: seconds is True"),
        (HEAD + "[" * 100_000 + "\n", "line 2: it is no JSON"),
    ],
)
def test_what_is_no_run_is_told_with_its_line(tmp_path, content, complaint):
    path = tmp_path / "run.jsonl"
    path.write_text(content, "utf-8")
    with pytest.raises(BadRunError) as caught:
        read_run(path)
    assert str(caught.value).startswith(f"{path}, {complaint}")


def test_what_is_a_run_is_read(tmp_path):
    path = tmp_path / "run.jsonl"
    path.write_text(HEAD + ANSWER, "utf-8")
    assert read_run(path).answers[0].hypothesis == "pan"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=5),
    max_leaves=12,
)


@given(st.lists(st.dictionaries(NAMES, JSON, max_size=9), max_size=3), st.binary(max_size=40))
@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_no_file_whatever_ends_in_a_traceback(tmp_path, records, data):
    text = "".join(f"{json.dumps(record)}\n" for record in records).encode()
    for content in (text, HEAD.encode() + text, data, HEAD.encode() + data):
        path = tmp_path / "any.jsonl"
        path.write_bytes(content)
        with contextlib.suppress(BadRunError):
            read_run(path)
        with contextlib.suppress(BadTestSetError):
            read_test_set(path)


def test_a_set_without_language_cannot_be_said(mortal, forty, tmp_path, capsys):
    call = ["predict", "--set", str(forty), "--engine", "mortal"]
    assert main([*call, "--output", str(tmp_path / "run.jsonl")]) == 1
    assert f"{forty}, line 2: in which language is it?" in capsys.readouterr().err


def test_a_killed_process_goes_on_where_it_was(tmp_path):
    """The real command, killed with SIGKILL once some answers are there."""
    output, whole = tmp_path / "killed.jsonl", tmp_path / "whole.jsonl"
    call = [sys.executable, "-m", "evaluation", "predict", "--set", "daily-es"]
    call += ["--engine", "rules", "--output"]
    with subprocess.Popen([*call, output], cwd=ROOT, stderr=subprocess.PIPE) as process:
        limit = time.monotonic() + 60
        while not output.exists() or output.read_bytes().count(b"\n") < 10:
            assert time.monotonic() < limit
            assert process.poll() is None
            time.sleep(0.002)
        os.kill(process.pid, signal.SIGKILL)
    kept = len(read_run(output).answers)
    assert 9 <= kept < 377
    for path in (output, whole):
        ran = subprocess.run([*call, path], cwd=ROOT, capture_output=True, text=True, check=False)
        assert ran.returncode == 0, ran.stderr
        assert ran.stdout == f"{path}: 377 sentences\n"
    once, again = read_run(output), read_run(whole)
    assert [a.hypothesis for a in once.answers] == [a.hypothesis for a in again.answers]
    assert once.header["set"] == again.header["set"]


def test_a_language_model_is_described_and_counted(tmp_path):
    pytest.importorskip("llama_cpp", reason="llama-cpp-python is not installed")
    model = write_parrot(tmp_path / "parrot.gguf", [" Water", "."])
    output = tmp_path / "run.jsonl"
    call = ["predict", "--set", "daily-en", "--engine", "gguf", "--model", str(model), "--quiet"]
    assert main([*call, "--limit", "3", "--output", str(output)]) == 0
    run = read_run(output)
    system = run.header["system"]
    assert system["checksum"] == systems.sha256(model)
    assert system["size"] == model.stat().st_size
    assert system["prompt"] == "en: I want water ="
    assert system["decoding"]["beam"] == 1
    assert "llama-cpp-python" in system["versions"]
    assert [a.hypothesis for a in run.answers] == ["Water."] * 3
    for answer in run.answers:
        assert (answer.tokens is None) == (answer.declined is not None)
    record = json.loads(output.read_text("utf-8").splitlines()[1])
    assert record["keywords"] == ["water"]
