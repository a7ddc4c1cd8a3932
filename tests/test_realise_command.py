"""aac-realise: lines of words in, lines of sentences out."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from models.realise import main
from tests.tiny_gguf import write_parrot

_ROOT = Path(__file__).parent.parent
Run = Callable[[Sequence[str], bytes | str], tuple[int, str, str]]
"""Options and standard input; exit code, standard output and standard error."""

_WORDS = ("--language", "es", "--engine", "telegraphic")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    def call(argv: Sequence[str], given: bytes | str) -> tuple[int, str, str]:
        data = given if isinstance(given, bytes) else given.encode()
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
        code = main(argv)
        told = capfd.readouterr()
        return code, told.out, told.err

    return call


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("yo, querer, agua\n", "Yo querer agua.\n"),
        ("yo,querer\ntú, venir, ?\n", "Yo querer.\n¿Tú venir?\n"),
        ("agua", "Agua.\n"),
        ("\n\nagua\n", "\n\nAgua.\n"),
        ("  ,, \nagua\n", "\nAgua.\n"),
        ("\ufeffagua\r\nno,no,no\r\n", "Agua.\nNo, no, no.\n"),
        ("echar de menos, papá\n", "Echar de menos papá.\n"),
        ("a\x00gua\n", "A gua.\n"),
        ("", ""),
    ],
    ids=["line", "two", "no-end", "empty", "commas", "bom-crlf", "phrase", "nul", "nothing"],
)
def test_one_sentence_a_line(run: Run, given: str, written: str) -> None:
    assert run(_WORDS, given) == (0, written, "")


@pytest.mark.parametrize(
    ("options", "given", "written"),
    [
        ((), "yo, querer, comer, manzana", "Quiero comer una manzana."),
        (("--tense", "past"), "yo, comer, manzana", "Comí una manzana."),
        (("--negative",), "yo, querer, agua", "No quiero agua."),
        (("--type", "question"), "tú, venir", "¿Vienes?"),
        (("--gender", "feminine"), "yo, cansado", "Estoy cansada."),
        (("--formality", "polite", "--type", "request"), "sentar, aquí", "Siéntese aquí."),
    ],
    ids=["plain", "tense", "negative", "type", "gender", "formality"],
)
def test_what_is_chosen_beside_the_words(
    run: Run, options: tuple[str, ...], given: str, written: str
) -> None:
    assert run(("--language", "es", "--engine", "rules", *options), given) == (
        0,
        f"{written}\n",
        "",
    )


def test_english(run: Run) -> None:
    code, written, _ = run(("--language", "en", "--engine", "rules"), "I, want, eat, apple")
    assert (code, written) == (0, "I want to eat an apple.\n")


def test_alternatives_follow_after_tabs(run: Run) -> None:
    options = ("--language", "es", "--engine", "rules", "--alternatives")
    _, written, _ = run(options, "pegar, Juan\nagua\n")
    first, second = written.splitlines()
    assert first.split("\t")[0] == "Pegar Juan."
    assert len(first.split("\t")) > 1
    assert second.split("\t")[0] == "Agua."


def test_a_line_that_is_no_text_is_named_and_the_rest_goes_on(run: Run) -> None:
    code, written, told = run(_WORDS, b"agua\nca\xf1a\npan\n")
    assert code == 1
    assert written == "Agua.\n\nPan.\n"
    assert told == "aac-realise: line 2: byte 3 is not UTF-8, so the line is left empty\n"


def test_more_words_than_a_sentence_holds_are_said_as_chosen(run: Run) -> None:
    line = ", ".join(f"w{number}" for number in range(41))
    code, written, told = run(("--language", "es", "--engine", "rules"), f"{line}\nagua\n")
    assert code == 1
    assert written.startswith("W0 w1 w2 ")
    assert written.endswith(" w40.\nAgua.\n")
    assert told == "aac-realise: line 1: 41 words, more than 40: said as chosen\n"
    code, written, told = run(("--language", "es", "--engine", "rules"), line.rpartition(",")[0])
    assert (code, told) == (0, "")


@pytest.mark.parametrize(
    "argv",
    [
        (),
        ("--language", "fr"),
        ("--language", "es", "--engine", "magic"),
        ("--language", "es", "--tense", "soon"),
        ("--language", "es", "extra"),
        ("--language", "es", "--lora", "lora.gguf"),
    ],
    ids=["nothing", "language", "engine", "tense", "argument", "lora-alone"],
)
def test_wrong_usage_is_exit_2(argv: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        main(argv)
    assert exit_.value.code == 2
    assert "usage: aac-realise" in capsys.readouterr().err


def test_a_model_asked_for_by_name_that_is_missing_ends_the_command(
    run: Run, tmp_path: Path
) -> None:
    missing = tmp_path / "nothing.gguf"
    argv = ("--language", "es", "--engine", "gguf", "--model", str(missing))
    code, written, told = run(argv, "agua\n")
    assert (code, written) == (1, "")
    assert told == f"aac-realise: {missing}: there is no such file\n"


def test_otherwise_the_next_best_engine_answers_and_the_reason_is_told(
    run: Run, tmp_path: Path
) -> None:
    broken = tmp_path / "model.gguf"
    broken.write_text("hola", "utf-8")
    code, written, told = run(("--language", "es", "--model", str(broken)), "agua\n")
    assert (code, written) == (1, "Agua.\n")
    assert told == f"aac-realise: {broken}: it is not a GGUF file; going on with the rules\n"


def test_debug_shows_who_answered_and_the_trace_of_an_error(run: Run, tmp_path: Path) -> None:
    _, _, told = run((*_WORDS, "--debug"), "agua\n")
    assert "answered by telegraphic" in told
    argv = ("--language", "es", "--engine", "gguf", "--model", str(tmp_path / "x"), "--debug")
    code, _, told = run(argv, "")
    assert code == 1
    assert "Traceback" in told


def test_a_model_answers_where_its_sentence_is_faithful(run: Run, tmp_path: Path) -> None:
    pytest.importorskip("llama_cpp", reason="llama-cpp-python is not installed")
    pieces = (" Quiero", " comer", " una", " manzana", ".")
    model = write_parrot(tmp_path / "parrot.gguf", pieces)
    argv = ("--language", "es", "--model", str(model))
    code, written, told = run(argv, "yo, querer, comer, manzana\nno, querer, dormir\n")
    assert (code, told) == (0, "")
    assert written == "Quiero comer una manzana.\nNo quiero dormir.\n"


def _process(*argv: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "models.realise", *argv],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=_ROOT,
    )


def test_each_line_is_answered_while_the_pipe_stays_open() -> None:
    with _process(*_WORDS) as process:
        assert process.stdin
        assert process.stdout
        for given, written in [(b"agua\n", b"Agua.\n"), ("tú,venir,?\n".encode(), None)]:
            process.stdin.write(given)
            process.stdin.flush()
            answer = process.stdout.readline()
            assert answer == (written or "¿Tú venir?\n".encode())
        process.stdin.close()
        assert process.wait(10) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux's always full device")
def test_a_full_disk_is_said() -> None:
    with Path("/dev/full").open("wb") as full:
        told = subprocess.run(
            [sys.executable, "-m", "models.realise", *_WORDS],
            input=b"agua\n",
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=_ROOT,
            timeout=30,
        )
    assert told.returncode == 1
    assert told.stderr == (
        b"aac-realise: the sentences cannot be written: No space left on device\n"
    )


def test_a_reader_who_leaves_is_no_error() -> None:
    with _process(*_WORDS) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(b"agua\n")
        process.stdin.flush()
        assert process.stdout.readline() == b"Agua.\n"
        process.stdout.close()
        process.stdin.write(b"pan\n" * 10)
        process.stdin.close()
        assert process.wait(10) == 0
        assert process.stderr.read() == b""
