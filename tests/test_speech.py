"""The speech seam, and what stands before the voice: texts, choice of voice, latency."""

from __future__ import annotations

import threading
import time

import pytest

from aac_app.espeak_driver import spread
from aac_app.speech import NoSoundError, NoVoiceError, SilentVoice, SpeechEngine, Utterance, Voice
from aac_app.speech_benchmark import Latency
from aac_app.spoken_text import clean, from_utf16, pieces, without_markup
from aac_app.voice_choice import choose, voices_of

_TEXT = "Quiero comer una manzana."


def test_the_silent_voice_remembers_and_shows_the_words():
    voice: SpeechEngine = SilentVoice()
    words = []
    voice.speak(Utterance(_TEXT), lambda start, length: words.append(_TEXT[start : start + length]))
    assert isinstance(voice, SilentVoice)
    assert voice.said == [Utterance(_TEXT)]
    assert words == ["Quiero", "comer", "una", "manzana"]


def test_the_silent_voice_can_be_stopped():
    voice = SilentVoice(seconds_per_word=30)
    threading.Timer(0.05, voice.stop).start()
    began = time.monotonic()
    voice.speak(Utterance(_TEXT))
    assert time.monotonic() - began < 5


def test_the_silent_voice_says_nothing_that_was_cancelled():
    voice = SilentVoice()
    cancelled = threading.Event()
    cancelled.set()
    voice.speak(Utterance(_TEXT), cancelled=cancelled)
    assert voice.said == []


def test_the_silent_voice_says_why_it_is_silent(tmp_path):
    because = NoSoundError("There is no sound device here.")
    voice = SilentVoice(because=because)
    assert voice.check() == "There is no sound device here."
    assert voice.problem() is because
    assert SilentVoice().check() is None
    with pytest.raises(NoVoiceError):
        SilentVoice().save(Utterance(_TEXT), tmp_path / "x.wav")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("Mañana, ¿vienes?", "Mañana, ¿vienes?"),
        ("a\x00b\x01c\x1bd", "a b c d"),
        ("a\tb\nc", "a b\nc"),
        ("a\ud83db", "a b"),
        ("👩🏽‍🦱 ok", "👩🏽‍🦱 ok"),
        ("\x00\x01", "  "),
    ],
    ids=["plain", "controls", "newline stays", "lone surrogate", "emoji", "nothing left"],
)
def test_a_cleaned_text_keeps_every_place(text, cleaned):
    assert clean(text) == cleaned
    assert len(cleaned) == len(text)


def test_markup_is_blanked_out_in_place():
    text = "<break time='9s'/> y [[slnc 900]] ya"
    assert without_markup(text) == " break time='9s'/> y   slnc 900   ya"
    assert len(without_markup(text)) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hola. " * 200,
        "uno, dos " * 200,
        "palabra " * 300,
        "a" * 1000,
        "😀" * 500,
        "\n" * 700,
        "Corta.",
        "",
    ],
    ids=["sentences", "commas", "spaces", "no break", "emoji", "empty lines", "short", "empty"],
)
def test_pieces_are_the_whole_text_in_order(text):
    found = list(pieces(text, 300))
    assert all(0 < len(piece) <= 300 for _, piece in found)
    assert all(text[start : start + len(piece)] == piece for start, piece in found)
    assert "".join(piece for _, piece in found).split() == text.split()


def test_a_piece_ends_with_its_sentence():
    first, *_ = pieces("Me duele la cabeza. " * 30, 300)
    assert first[1].endswith("cabeza. ")


@pytest.mark.parametrize(
    ("start", "length", "expected"),
    [(0, 2, (0, 1)), (3, 4, (2, 4)), (0, 0, (0, 0)), (50, 2, (6, 0))],
    ids=["emoji", "after it", "nothing", "beyond the end"],
)
def test_utf16_ranges_become_characters(start, length, expected):
    assert from_utf16("😀 hola", start, length) == expected


_VOICES = (
    Voice("gb", "English (Great Britain)", "en-gb", "male"),
    Voice("bells", "Bells", "en-us"),
    Voice("us", "English (America)", "en-us", "male"),
    Voice("la", "Spanish (Latin America)", "es-419", "male"),
    Voice("es", "Spanish (Spain)", "es", "male"),
    Voice("monica", "Mónica", "es_ES", "female", "adult"),
)


@pytest.mark.parametrize(
    ("language", "ids"),
    [
        ("es", ["es", "monica", "la"]),
        ("es-ES", ["es", "monica", "la"]),
        ("es-419", ["la", "es", "monica"]),
        ("es_MX.UTF-8", ["la", "es", "monica"]),
        ("en", ["gb", "us", "bells"]),
        ("en-us", ["us", "gb", "bells"]),
        ("ca", []),
    ],
)
def test_the_voice_of_the_region_comes_first(language, ids):
    assert [voice.id for voice in voices_of(_VOICES, language)] == ids


@pytest.mark.parametrize(
    ("wanted", "language", "expected"),
    [
        (None, "es", ("es", False)),
        ("", "es", ("es", False)),
        ("Monica", "es", ("monica", False)),
        ("gone", "es", ("es", True)),
        ("us", "es", ("us", False)),
        ("gone", "ca", (None, True)),
    ],
    ids=["none chosen", "empty", "any case", "gone", "other language on request", "no voice"],
)
def test_a_voice_that_is_gone_is_replaced_and_said(wanted, language, expected):
    voice, is_unknown = choose(_VOICES, language, wanted)
    assert (voice and voice.id, is_unknown) == expected


def test_without_word_events_the_words_are_spread_over_the_sound():
    marks = spread(_TEXT, 2.5)
    assert [_TEXT[mark.start : mark.start + mark.length] for mark in marks] == _TEXT.split()
    assert [round(mark.at, 1) for mark in marks] == [0.0, 0.7, 1.3, 1.7]


def test_percentiles_are_waits_that_happened():
    waits = [n / 1000 for n in range(1, 101)]
    latency = Latency.of(reversed(waits))
    assert (latency.count, latency.p95, latency.worst) == (100, 0.095, 0.1)
    assert str(latency) == "median 50 ms, 95th percentile 95 ms, worst 100 ms (100 presses)"
    assert Latency.of([0.2]).p95 == 0.2
    with pytest.raises(ValueError, match="nothing was measured"):
        Latency.of([])
