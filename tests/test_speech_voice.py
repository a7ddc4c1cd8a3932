"""The real voice, pyttsx3 with espeak-ng, played by a stand-in that takes as long as the sound."""

from __future__ import annotations

import array
import ctypes
import math
import os
import signal
import subprocess
import sys
import threading
import time
import wave
from dataclasses import replace
from pathlib import Path

import pytest

from aac_app.pyttsx3_voice import Pyttsx3Voice
from aac_app.speech import (
    CannotSaveError,
    NoSoundError,
    NoVoiceError,
    SpeechEngine,
    UnknownVoiceError,
    Utterance,
    Voice,
    VoiceFailedError,
)
from aac_app.speech_benchmark import measure_press_to_sound
from tests.stand_in_player import Played, StandInPlayer

_ROOT = Path(__file__).resolve().parent.parent


def _has_espeak() -> bool:
    try:
        ctypes.CDLL("libespeak-ng.so.1")
    except OSError:
        return False
    return True


pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not _has_espeak(),
    reason="needs Linux with espeak-ng (libespeak-ng1): the real voice is tested",
)

_SENTENCE = Utterance("Quiero comer una manzana.")
_YES, _NO = Utterance("Sí.", rate=2.0), Utterance("No.", rate=2.0)
_LONG = Utterance("Me duele mucho la cabeza y quiero ir a casa ahora mismo con mi madre.")


@pytest.fixture
def player(tmp_path, monkeypatch):
    """Nothing but the stand-in is on PATH, and temporary files would go where we look."""
    folder = tmp_path / "bin"
    folder.mkdir()
    stand_in = StandInPlayer(folder)
    stand_in.install()
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin")
    yield stand_in
    assert list(temporary.iterdir()) == [], "something that was said lies on the disk"


@pytest.fixture
def notices():
    return []


@pytest.fixture
def voice(player, notices):
    """A voice that must leave neither process nor thread behind."""
    before = set(threading.enumerate())
    voice = Pyttsx3Voice(notices.append)
    yield voice
    voice.close()
    assert _children() == []
    assert set(threading.enumerate()) <= before


def _children() -> list[int]:
    children = [child for task in Path("/proc/self/task").iterdir() for child in _children_of(task)]
    return [child for child in children if _is_voice(child)]


def _children_of(task: Path) -> list[int]:
    try:
        return [int(pid) for pid in (task / "children").read_text().split()]
    except OSError:  # the thread ended after it was listed
        return []


def _is_voice(pid: int) -> bool:
    try:
        return b"aac_app.voice_process" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False


def _is_running(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in "ZX"


def _wait_until_gone(pids: list[int], seconds: float) -> list[int]:
    deadline = time.monotonic() + seconds
    while (left := [pid for pid in pids if _is_running(pid)]) and time.monotonic() < deadline:
        time.sleep(0.005)
    return left


def _samples(path: Path) -> tuple[array.array[int], int]:
    with wave.open(str(path), "rb") as sound:
        assert (sound.getnchannels(), sound.getsampwidth()) == (1, 2)
        return array.array("h", sound.readframes(sound.getnframes())), sound.getframerate()


def _loudness(path: Path) -> float:
    """Root mean square of the samples; full scale is 32,768."""
    samples, _ = _samples(path)
    return math.sqrt(sum(sample * sample for sample in samples) / len(samples))


def _seconds(path: Path) -> float:
    samples, rate = _samples(path)
    return len(samples) / rate


def _frequency(path: Path) -> float:
    """The voice's pitch in Hz: the lag at which the loudest tenth of a second repeats itself."""
    samples, rate = _samples(path)
    size = rate // 10
    loudest = max(
        range(0, len(samples) - 2 * size, size),
        key=lambda at: sum(abs(sample) for sample in samples[at : at + size]),
    )
    window = samples[loudest : loudest + 2 * size]
    lag = max(
        range(rate // 400, rate // 60),
        key=lambda lag: sum(window[i] * window[i + lag] for i in range(0, size, 2)),
    )
    return rate / lag


class _Words:
    """Hears the words, and when."""

    def __init__(self, utterance: Utterance) -> None:
        self._text = utterance.text
        self.said: list[str] = []
        self.times: list[float] = []
        self.first = threading.Event()

    def __call__(self, start: int, length: int) -> None:
        self.said.append(self._text[start : start + length])
        self.times.append(time.time())
        self.first.set()


def _wait_for_player(player: StandInPlayer, before: int = 0) -> Played:
    deadline = time.monotonic() + 5
    while len(player.played()) == before:
        assert time.monotonic() < deadline, "no player was started"
        time.sleep(0.002)
    return player.played()[-1]


class _Speaking(threading.Thread):
    """Speaks in a thread of its own; begun, it is past the first word and being played."""

    def __init__(self, voice: SpeechEngine, utterance: Utterance, player: StandInPlayer) -> None:
        super().__init__()
        self.words = _Words(utterance)
        self.fault: VoiceFailedError | None = None
        self._voice, self._utterance = voice, utterance
        before = len(player.played())
        self.start()
        assert self.words.first.wait(10), "no word was said"
        self.played = _wait_for_player(player, before)

    def run(self) -> None:
        try:
            self._voice.speak(self._utterance, self.words)
        except VoiceFailedError as error:
            self.fault = error

    def has_ended(self, seconds: float = 5) -> bool:
        self.join(seconds)
        return not self.is_alive()


# Speaking ----------------------------------------------------------------------------------


def test_each_word_is_told_in_time_with_the_sound(voice, player):
    words = _Words(_SENTENCE)
    voice.warm_up()
    voice.speak(_SENTENCE, words)
    ended = time.time()
    (played,) = player.played()
    assert words.said == ["Quiero", "comer", "una", "manzana"]
    assert played.was_whole
    assert 1.2 < played.seconds < 2.2
    assert ended >= played.began + played.seconds
    # espeak-ng's own places of the words in this sentence, at its own pace: 0, 279, 567, 743 ms.
    after = [told - played.began for told in words.times]
    for told, said in zip(after, (0.0, 0.279, 0.567, 0.743), strict=True):
        assert said - 0.1 < told < said + 0.3


def test_the_voice_is_there_again_at_once_without_a_new_process(voice, player):
    for utterance in (_YES, _NO, _YES):
        voice.speak(utterance)
    assert len(player.played()) == 3
    assert len({played.parent for played in player.played()}) == 1


def test_a_prepared_sentence_is_said_whole_and_another_one_too(voice, player):
    voice.warm_up()
    sentence = replace(_SENTENCE, rate=2.0)
    voice.prepare(sentence)
    words = _Words(sentence)
    voice.speak(sentence, words)
    assert words.said == ["Quiero", "comer", "una", "manzana"]
    voice.prepare(sentence)
    other = Utterance("Hola, papá.", rate=2.0)
    words = _Words(other)
    voice.speak(other, words)
    assert words.said == ["Hola", "papá"]
    assert player.played()[0].seconds > player.played()[1].seconds


def test_a_single_sentence_takes_a_single_process(voice, tmp_path):
    voice.save(_SENTENCE, tmp_path / "said.wav")
    voice.speak(_YES)
    assert len(_children()) == 1


def test_nothing_to_say_is_said_without_a_process(voice, player):
    for text in ("", "   ", "\n\t", "\x00"):
        voice.prepare(Utterance(text))
        voice.speak(Utterance(text))
    assert player.played() == []
    assert _children() == []


def test_a_long_text_begins_at_once(voice, player):
    utterance = Utterance("Me duele la cabeza, de verdad. " * 3000)
    voice.warm_up()
    voice.speak(_YES)
    pressed = time.monotonic()
    speaking = _Speaking(voice, utterance, player)
    assert time.monotonic() - pressed < 1.5
    voice.stop()
    assert speaking.has_ended()


def test_places_are_those_of_the_whole_text_beyond_the_first_piece(voice):
    start = " " * 400 + "😀 "
    utterance = Utterance(f"{start}¿Mañana, sí?", rate=2.0)
    words = _Words(utterance)
    voice.speak(utterance, words)
    assert words.said[-2:] == ["Mañana", "sí"]


def test_nothing_said_is_on_a_command_line(voice, player):
    speaking = _Speaking(voice, _LONG, player)
    for pid in (speaking.played.pid, speaking.played.parent):
        assert b"cabeza" not in Path(f"/proc/{pid}/cmdline").read_bytes()
        assert b"cabeza" not in Path(f"/proc/{pid}/environ").read_bytes()
    voice.stop()
    assert speaking.has_ended()


# Stopping ----------------------------------------------------------------------------------


def test_stop_is_immediate_and_leaves_nothing_running(voice, player):
    voice.warm_up()
    speaking = _Speaking(voice, _LONG, player)
    assert _is_running(speaking.played.pid)
    stopped = time.monotonic()
    voice.stop()
    assert _wait_until_gone([speaking.played.pid, speaking.played.parent], 0.1) == []
    assert speaking.has_ended()
    assert time.monotonic() - stopped < 0.5
    assert not player.played()[0].was_whole
    assert len(speaking.words.said) < 5
    voice.speak(_YES)
    assert player.played()[1].was_whole


def test_stop_without_speech_does_not_silence_the_next(voice, player):
    voice.stop()
    voice.speak(_YES)
    assert [played.was_whole for played in player.played()] == [True]


def test_what_was_cancelled_before_the_voice_began_is_not_heard(voice, player):
    cancelled = threading.Event()
    cancelled.set()
    voice.speak(_SENTENCE, cancelled=cancelled)
    assert player.played() == []


def test_many_stops_in_a_row(voice, player):
    voice.warm_up()
    for _ in range(8):
        speaking = _Speaking(voice, _LONG, player)
        voice.stop()
        assert speaking.has_ended()
    voice.speak(_YES)
    assert player.played()[-1].was_whole


def test_a_listener_that_fails_silences_the_voice(voice, player):
    def fails(_start: int, _length: int) -> None:
        _wait_for_player(player)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        voice.speak(_LONG, fails)
    assert _wait_until_gone([player.played()[0].pid], 0.5) == []
    voice.speak(_YES)
    assert [played.was_whole for played in player.played()] == [False, True]


def test_close_cuts_what_is_being_said(voice, player):
    speaking = _Speaking(voice, _LONG, player)
    voice.close()
    assert speaking.has_ended()
    assert _wait_until_gone([speaking.played.pid, speaking.played.parent], 1) == []
    voice.close()
    voice.speak(_SENTENCE)
    assert len(player.played()) == 1


# When the voice dies -----------------------------------------------------------------------


def test_a_voice_killed_in_mid_sentence_is_replaced(voice, player):
    speaking = _Speaking(voice, _LONG, player)
    os.kill(speaking.played.parent, signal.SIGKILL)
    assert speaking.has_ended()
    assert str(speaking.fault) == ("The voice stopped working in the middle; it is started again.")
    assert _wait_until_gone([speaking.played.pid], 0.5) == [], (
        "the player went on without the voice"
    )
    voice.speak(_YES)
    assert player.played()[1].was_whole


def test_a_voice_that_hangs_in_mid_sentence_is_given_up(player):
    voice = Pyttsx3Voice(patience=0.5)
    utterance = Utterance("Sí, papá.", rate=2.0)
    speaking = _Speaking(voice, utterance, player)
    os.kill(speaking.played.parent, signal.SIGSTOP)
    assert speaking.has_ended(10)
    assert speaking.fault is not None
    assert _wait_until_gone([speaking.played.pid, speaking.played.parent], 0.5) == []
    voice.speak(_YES)
    assert player.played()[1].was_whole
    voice.close()


def test_a_player_that_hangs_is_given_up(player):
    player.install_stuck()
    voice = Pyttsx3Voice(patience=0.3)
    with pytest.raises(VoiceFailedError):
        voice.speak(_YES)
    player.install()
    voice.speak(_NO)
    assert [played.was_whole for played in player.played()] == [True]
    voice.close()


@pytest.mark.parametrize("signum", [signal.SIGKILL, signal.SIGSTOP], ids=["dead", "hanging"])
def test_a_spare_that_was_lost_is_not_noticed(player, signum):
    voice = Pyttsx3Voice(patience=0.6)
    voice.warm_up()
    voice.speak(_YES)  # now both are up
    assert len(_children()) == 2
    for pid in _children():
        os.kill(pid, signum)
    voice.speak(_NO)
    assert [played.was_whole for played in player.played()] == [True, True]
    voice.close()


def test_the_voice_does_not_outlive_the_program(player, tmp_path):
    script = (
        "from aac_app.pyttsx3_voice import Pyttsx3Voice\n"
        "from aac_app.speech import Utterance\n"
        "voice = Pyttsx3Voice()\n"
        "voice.warm_up()\n"
        f"voice.speak(Utterance({_LONG.text!r}), lambda *_: print('word', flush=True))\n"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", script], cwd=_ROOT, stdout=subprocess.PIPE, text=True
    )
    with parent:
        assert parent.stdout.readline() == "word\n"
        played = _wait_for_player(player)
        parent.kill()
    assert _wait_until_gone([played.pid, played.parent], 2) == []


# What bad surroundings get -----------------------------------------------------------------


def test_without_a_player_the_sound_is_missed_and_said(voice, player, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoSoundError, match="there is no player; install alsa-utils"):
        voice.speak(_SENTENCE)
    assert isinstance(voice.problem(), NoSoundError)
    voice.save(_SENTENCE, tmp_path / "said.wav")
    assert _seconds(tmp_path / "said.wav") > 0.5


def test_without_a_sound_device_the_player_s_words_are_passed_on(voice, player):
    player.install_broken()
    with pytest.raises(NoSoundError) as caught:
        voice.speak(_SENTENCE)
    assert str(caught.value) == "The sound cannot be played: aplay: main:831: audio open error."
    assert voice.check() == str(caught.value)
    player.install()
    assert voice.check() is None


def test_the_next_player_is_tried(voice, player):
    player.install_broken("aplay")
    player.install("pw-play")
    voice.speak(_YES)
    assert [played.was_whole for played in player.played()] == [True]


def test_a_voice_that_is_gone_is_replaced_by_the_language_s_own(voice, player, notices):
    gone = replace(_YES, voice="roa/gone")
    voice.speak(gone)
    voice.speak(gone)
    assert len(player.played()) == 2
    assert [str(notice) for notice in notices] == [
        "The voice 'roa/gone' is not here any more; Spanish (Spain) speaks instead."
    ]
    assert isinstance(notices[0], UnknownVoiceError)
    assert isinstance(voice.problem("es", "roa/gone"), UnknownVoiceError)
    assert voice.problem("es", "roa/es-419") is None


def test_a_language_without_a_voice(voice, player):
    with pytest.raises(NoVoiceError, match="no voice for the language 'tlh'"):
        voice.speak(Utterance("Qapla'", "tlh"))
    assert voice.voices("tlh") == ()
    assert voice.check("tlh") == "There is no voice for the language 'tlh'."
    voice.speak(_YES)
    assert len(player.played()) == 1


def test_without_a_speech_program(player, tmp_path, monkeypatch):
    package = tmp_path / "without" / "pyttsx3"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(
        "def init(name):\n    raise RuntimeError('you probably do not have eSpeak')\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(package.parent))
    voice = Pyttsx3Voice()
    voice.warm_up()
    sentence = "There is no speech program here: install espeak-ng."
    assert voice.check() == sentence
    with pytest.raises(NoVoiceError, match="install espeak-ng"):
        voice.speak(_SENTENCE)
    with pytest.raises(NoVoiceError, match="install espeak-ng"):
        voice.save(_SENTENCE, tmp_path / "said.wav")
    assert voice.voices("es") == ()
    assert voice.adjustable("es") == frozenset()
    voice.close()
    assert _children() == []


def test_a_command_that_does_not_exist(player, tmp_path):
    voice = Pyttsx3Voice(command=[str(tmp_path / "no-such-program")])
    voice.warm_up()
    with pytest.raises(NoVoiceError, match="cannot be started: No such file"):
        voice.speak(_SENTENCE)
    voice.close()


def test_a_process_that_talks_nonsense(player):
    voice = Pyttsx3Voice(command=["/bin/echo", "nonsense"])
    with pytest.raises(VoiceFailedError):
        voice.speak(_SENTENCE)
    voice.close()


# Voices ------------------------------------------------------------------------------------


def test_the_voices_of_both_languages(voice):
    spanish = [found.id for found in voice.voices("es")]
    assert spanish[0] == "roa/es"
    assert "roa/es-419" in spanish
    assert voice.voices("es-419")[0].id == "roa/es-419"
    assert voice.voices("en")[0].id == "gmw/en"
    assert voice.voices("en-us")[0].id == "gmw/en-us"
    assert {found.gender for found in voice.voices("es")} == {"female", "male"}
    assert voice.adjustable("es") == {"rate", "volume", "pitch"}


def test_voices_languages_and_genders_sound_different(voice, tmp_path):
    ids = ("roa/es", "roa/es-419", "roa/es+f2", "gmw/en", "gmw/en-us")
    sounds = set()
    for number, name in enumerate(ids):
        path = tmp_path / f"{number}.wav"
        voice.save(Utterance("Gracias, zapato.", voice=name), path)
        sounds.add(path.read_bytes())
    assert len(sounds) == len(ids)


# Saving ------------------------------------------------------------------------------------


def test_a_saved_sentence_can_be_heard(voice, player, tmp_path):
    path = tmp_path / "said.wav"
    path.write_text("what was there before")
    voice.save(_SENTENCE, path)
    assert 1.2 < _seconds(path) < 2.2
    assert _loudness(path) > 500
    assert path.stat().st_mode & 0o077 == 0
    assert [found.name for found in tmp_path.iterdir() if found.suffix == ".wav"] == ["said.wav"]
    assert player.played() == []


def test_saving_and_speaking_do_not_disturb_each_other(voice, player, tmp_path):
    voice.save(_SENTENCE, tmp_path / "one.wav")
    voice.speak(_YES)
    voice.save(_SENTENCE, tmp_path / "two.wav")
    voice.speak(_NO)
    assert [played.was_whole for played in player.played()] == [True, True]
    assert _seconds(tmp_path / "one.wav") == pytest.approx(_seconds(tmp_path / "two.wav"), rel=0.1)


def test_rate_volume_and_pitch_can_be_heard(voice, tmp_path):
    def saved(name: str, **how: float) -> Path:
        path = tmp_path / f"{name}.wav"
        voice.save(Utterance(_SENTENCE.text, **how), path)
        return path

    fast = saved("fast", rate=2.0)  # first: pyttsx3 is prone to forget the first properties
    plain = saved("plain")
    assert _seconds(fast) < 0.7 * _seconds(plain)
    assert _seconds(saved("slow", rate=0.5)) > 1.5 * _seconds(plain)
    assert _loudness(saved("soft", volume=0.3)) < 0.6 * _loudness(plain)
    assert _frequency(saved("high", pitch=1.5)) > 1.2 * _frequency(plain)
    assert _seconds(saved("plain again")) == pytest.approx(_seconds(plain), rel=0.1)


@pytest.mark.parametrize(
    "text",
    [
        "😀 ¡hola! 👩🏽‍🦱",
        "a\x00b\x01c\x1b[31m",
        "-v --help",
        "<speak><break time='9s'/>hola</speak>",
        "[[hola]] &amp; %s {0} \\n $(ls)",
        "\ud83d suelto",
        "¿?",
        "漢字 и кириллица",
        "a" * 2000,
        "Hola, ¿qué tal? " * 400,
    ],
    ids=[
        *("emoji", "controls", "options", "ssml", "codes"),
        *("surrogate", "marks", "other scripts", "one long word", "long text"),
    ],
)
def test_odd_texts_are_survived(voice, tmp_path, text):
    voice.save(Utterance(text), tmp_path / "odd.wav")
    assert _seconds(tmp_path / "odd.wav") > 0.05


@pytest.mark.parametrize(
    ("folder", "text", "message"),
    [
        ("missing", "Hola.", "cannot be written: No such file or directory."),
        (".", "  ", "is not written: there is nothing to say."),
    ],
    ids=["no folder", "no text"],
)
def test_what_cannot_be_saved_says_so(voice, tmp_path, folder, text, message):
    path = tmp_path / folder / "said.wav"
    with pytest.raises(CannotSaveError) as caught:
        voice.save(Utterance(text), path)
    assert str(caught.value) == f"{path} {message}"
    assert not path.exists()


def test_a_folder_is_not_replaced_by_a_sound(voice, tmp_path):
    path = tmp_path / "said.wav"
    path.mkdir()
    with pytest.raises(CannotSaveError, match="cannot be written"):
        voice.save(_SENTENCE, path)
    assert [found.name for found in tmp_path.glob(".*")] == []


# Drivers that play by themselves, as on Windows and macOS ----------------------------------


def test_a_driver_that_plays_by_itself_gets_a_process_for_each_utterance(player):
    voice = Pyttsx3Voice(command=[sys.executable, "-m", "aac_app.voice_process", "dummy"])
    utterance = Utterance("I want an apple", "en")
    for _ in range(3):
        words = _Words(utterance)
        voice.speak(utterance, words)
        assert words.said == ["I", "want", "an", "apple"]
    assert voice.adjustable("en") == {"rate", "volume"}
    assert [(found.gender, found.age) for found in voice.voices("en")] == [
        ("male", "adult"),
        ("female", "adult"),
        ("male", "child"),
    ]
    voice.close()
    assert player.played() == []
    assert _children() == []


@pytest.fixture
def talking(player, monkeypatch, request):
    """A voice whose driver plays by itself, in the style that the test names."""
    monkeypatch.chdir(_ROOT)
    voice = Pyttsx3Voice(
        command=[sys.executable, "-m", "tests.talking_driver", request.param], patience=2.0
    )
    yield voice
    voice.close()


@pytest.mark.parametrize("talking", ["sapi5", "nsss"], indirect=True)
def test_windows_and_macos_count_otherwise_and_may_never_return(talking):
    utterance = Utterance("😀 <Hola, [[papá]] 😀😀 sí")
    words = _Words(utterance)
    for _ in range(2):
        talking.speak(utterance, words)
    assert words.said == 2 * ["😀", "Hola,", "papá", "😀😀", "sí"]


@pytest.mark.parametrize("talking", ["sapi5"], indirect=True)
def test_the_voices_of_other_systems(talking):
    assert talking.voices("es")[0] == Voice("HKEY\\ELENA", "Elena", "es-es", "female", "adult")
    english = [(voice.name, voice.gender, voice.age) for voice in talking.voices("en")]
    assert english == [("Mia", "female", "adult"), ("Bells", None, "senior")]
    assert talking.adjustable("es") == {"rate", "volume"}
    assert talking.check("es") is None


@pytest.mark.parametrize("talking", ["deaf"], indirect=True)
def test_a_driver_that_cannot_play_says_so(talking):
    with pytest.raises(NoSoundError, match="cannot be played: no audio endpoint"):
        talking.speak(_YES)


@pytest.mark.parametrize("talking", ["sapi5"], indirect=True)
def test_windows_saves(talking, tmp_path):
    talking.save(_SENTENCE, tmp_path / "said.wav")
    assert _seconds(tmp_path / "said.wav") == 1.0
    with pytest.raises(CannotSaveError, match="cannot be written: the disk is full"):
        talking.save(Utterance("unwritable"), tmp_path / "other.wav")
    assert not (tmp_path / "other.wav").exists()


@pytest.mark.parametrize("talking", ["nsss"], indirect=True)
def test_what_macos_saves_is_made_a_wav(talking, player, tmp_path):
    with pytest.raises(CannotSaveError, match="cannot be converted to WAV"):
        talking.save(_SENTENCE, tmp_path / "said.wav")
    converter = player.folder / "afconvert"
    converter.write_text("#!/bin/sh\nhead -c 4 $5 > $6; echo ' made WAV' >> $6\n")
    converter.chmod(0o755)
    talking.save(_SENTENCE, tmp_path / "said.wav")
    assert (tmp_path / "said.wav").read_text() == "FORM made WAV\n"
    assert [found.name for found in tmp_path.iterdir() if found.is_file()] == ["said.wav"]


# Latency -----------------------------------------------------------------------------------


def test_a_press_is_heard_soon(voice, player):
    voice.warm_up()
    latency = measure_press_to_sound(voice, count=6, pause=0.2)
    assert latency.count == 6
    assert latency.median < 0.2
    assert latency.worst < 2


def test_the_constructor_starts_nothing_and_does_not_wait(player):
    began = time.perf_counter()
    voice = Pyttsx3Voice()
    assert time.perf_counter() - began < 0.005
    assert _children() == []
    voice.close()
