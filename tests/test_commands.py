"""The commands as a person types them, in processes of their own."""

from __future__ import annotations

import array
import json
import os
import shutil
import subprocess
import sys
import wave
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

_ROOT = Path(__file__).resolve().parent.parent

needs_espeak = pytest.mark.skipif(
    not shutil.which("espeak-ng"), reason="needs the espeak-ng voice: apt-get install espeak-ng"
)


@pytest.fixture
def aac(tmp_path):
    """Run aac-app with a profile of its own: aac("say", "yo") -> the finished process."""

    def run(*arguments, profile=tmp_path / "profile", **environment):
        return subprocess.run(
            [sys.executable, "-m", "aac_app", "--profile", str(profile), *map(str, arguments)],
            capture_output=True,
            encoding="utf-8",
            cwd=_ROOT,
            env={**os.environ, **environment},
            timeout=60,
            check=False,
        )

    return run


SPANISH = ("say", "--language", "es", "yo", "querer", "comer", "manzana")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("es", "yo", "querer", "comer", "manzana"), "Quiero comer una manzana."),
        (("en", "I", "want", "eat", "apple"), "I want to eat an apple."),
        (("es", "doler", "cabeza"), "Me duele la cabeza."),
        (("es", "no", "no", "no"), "No, no, no."),
        (("en", "where", "ball", "?"), "Where is the ball?"),
    ],
)
def test_say_prints_the_sentence(aac, words, expected):
    language, *glosses = words
    done = aac("say", "--no-speech", "--language", language, *glosses)
    assert (done.stdout.strip(), done.stderr, done.returncode) == (expected, "", 0)


def test_controls_can_be_given(aac):
    done = aac("say", "--no-speech", "--language", "es", "--tense", "past", "comer", "pan")
    assert done.stdout.strip() == "Comí pan."


@needs_espeak
def test_say_writes_audible_speech(aac, tmp_path):
    out = tmp_path / "out.wav"
    done = aac(*SPANISH, "--wav", out, "--no-speech")
    assert done.stdout.strip() == "Quiero comer una manzana."
    assert done.returncode == 0
    with wave.open(str(out)) as sound:
        seconds = sound.getnframes() / sound.getframerate()
        samples = array.array("h", sound.readframes(sound.getnframes()))
    loudness = (sum(s * s for s in samples) / len(samples)) ** 0.5
    assert seconds > 0.8
    assert loudness > 300


@needs_espeak
def test_a_file_that_cannot_be_written_is_one_line(aac, tmp_path):
    done = aac(*SPANISH, "--wav", tmp_path / "none" / "out.wav", "--no-speech")
    assert done.returncode == 1
    assert done.stdout.strip() == "Quiero comer una manzana."
    assert len(done.stderr.strip().splitlines()) == 1
    assert "out.wav" in done.stderr


@pytest.mark.parametrize(
    ("content", "complaint"),
    [(None, "missing.gguf"), (b"this is no model", "missing.gguf")],
    ids=["missing", "not-a-model"],
)
def test_a_model_that_cannot_be_used_costs_no_sentence(aac, tmp_path, content, complaint):
    model = tmp_path / "missing.gguf"
    if content:
        model.write_bytes(content)
    done = aac(*SPANISH, "--no-speech", "--model", model)
    assert done.stdout.strip() == "Quiero comer una manzana."
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert complaint in done.stderr


def test_a_setting_that_is_not_known_is_one_line(aac, tmp_path):
    profile = tmp_path / "profile"
    profile.mkdir()
    (profile / "settings.json").write_text('{"colour": "red", "speaking_language": "en"}')
    done = aac("say", "--no-speech", "I", "want", "water")
    assert done.stdout.strip() == "I want water."
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "colour" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [("say",), ("say", "--language", "xx", "yo"), ("sing",), ("--board-size", "huge")],
)
def test_usage_is_exit_code_two(aac, arguments):
    assert aac(*arguments).returncode == 2


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_window_is_drawn_into_a_file(aac, tmp_path, language):
    picture = tmp_path / "window.png"
    words = {"es": "yo,querer", "en": "I,want"}[language]
    done = aac("--screenshot", picture, "--language", language, "--message", words, DISPLAY="")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (1280, 800)
    colours = {image.pixel(x, y) for x in range(0, 1280, 16) for y in range(0, 800, 16)}
    assert len(colours) > 20


def test_a_screenshot_that_cannot_be_made_is_one_line(aac, tmp_path):
    unknown = aac("--screenshot", tmp_path / "x.png", "--board", "nowhere")
    assert unknown.returncode == 1
    assert "'nowhere'" in unknown.stderr
    unwritable = aac("--screenshot", tmp_path / "none" / "x.png")
    assert unwritable.returncode == 1
    assert "x.png" in unwritable.stderr


def test_a_profile_that_cannot_be_written_still_shows_the_board(aac, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    picture = tmp_path / "window.png"
    done = aac("--screenshot", picture, profile=blocked / "profile")
    assert done.returncode == 0
    assert picture.exists()


def test_settings_stay_readable_for_people(aac, tmp_path):
    profile = tmp_path / "profile"
    profile.mkdir()
    (profile / "settings.json").write_text(json.dumps({"board_size": "small"}))
    picture = tmp_path / "window.png"
    assert aac("--screenshot", picture).returncode == 0
    assert json.loads((profile / "settings.json").read_text()) == {"board_size": "small"}


@pytest.mark.parametrize(
    ("computer", "expected"),
    [("C", "es"), ("es_ES.UTF-8", "es"), ("en_GB.UTF-8", "en"), ("fr_FR.UTF-8", "en")],
)
def test_the_computers_language_is_followed(computer, expected):
    code = "from aac_app.ui.interface import system_language as s; print(s())"
    plain = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG"))}
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        encoding="utf-8",
        cwd=_ROOT,
        env={**plain, "LANG": computer},
        check=True,
    )
    assert done.stdout.strip() == expected
