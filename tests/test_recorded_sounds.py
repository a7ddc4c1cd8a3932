"""Recorded sounds: made, chosen, kept, and heard instead of the voice."""

from __future__ import annotations

import base64
import json
import math
import struct
import sys
import threading
import time
import zipfile

import pytest

from aac_app import sound_format, sound_process
from aac_app.recorded_sounds import RecordedSounds
from aac_app.recording import BadSoundError, NoMicrophoneError, NotPlayedError, Recording
from aac_app.sound_desk import SoundDesk
from aac_app.sound_recorder import SoundRecorder
from aac_app.speech import SilentVoice
from aac_app.ui.sound_chooser import SoundChooser
from aac_app.ui.theme import MIN_TARGET
from pictograms.errors import BoardError
from pictograms.obz import read_set
from tests.fakes import ScriptedEngine
from tests.programs import SPANISH
from tests.stand_in_player import StandInPlayer
from tests.test_window_boards import open_set

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the players are Linux programs"
)


def tone(seconds=0.3):
    wave = (round(9000 * math.sin(n / 8)) for n in range(round(sound_format.RATE * seconds)))
    return sound_format.pack(b"".join(struct.pack("<h", one) for one in wave))


@pytest.fixture
def player(tmp_path, monkeypatch):
    folder = tmp_path / "bin"
    folder.mkdir()
    one = StandInPlayer(folder)
    monkeypatch.setenv("PATH", str(folder))
    return one


def never():
    return threading.Event()


def test_a_recording_is_played_whole(player):
    player.install()
    RecordedSounds().play(Recording.of(tone()), never())
    (played,) = player.played()
    assert played.was_whole
    assert played.seconds == pytest.approx(0.3, abs=0.01)


def test_stop_is_silence_at_once(player):
    player.install()
    sounds, cancelled = RecordedSounds(), never()
    thread = threading.Thread(target=sounds.play, args=(Recording.of(tone(20)), cancelled))
    began = time.monotonic()
    thread.start()
    while not player.played():
        time.sleep(0.02)
    cancelled.set()
    sounds.stop()
    thread.join(5)
    assert not thread.is_alive()
    assert time.monotonic() - began < 10
    assert not player.played()[0].was_whole


def test_a_player_that_fails_is_followed_by_the_next_and_then_told(player):
    player.install_broken("aplay")
    player.install("paplay")
    RecordedSounds().play(Recording.of(tone()), never())
    assert len(player.played()) == 1
    player.install_broken("paplay")
    with pytest.raises(NotPlayedError, match="audio open error"):
        RecordedSounds().play(Recording.of(tone()), never())


def _unreadable():
    raise BoardError("the file is gone")


@pytest.mark.parametrize(
    "recording",
    [Recording(_unreadable), Recording(lambda: None), Recording.of(b"RIFF0000WAVE"),
     Recording.of(b"no sound at all" * 100)],
    ids=["gone", "none", "cut", "text"],
)  # fmt: skip
def test_what_is_no_sound_is_told(player, recording):
    player.install()
    with pytest.raises(BadSoundError):
        RecordedSounds().play(recording, never())
    assert player.played() == []


def test_sound_files_of_another_kind_are_decoded_in_a_process_of_their_own(player):
    """A WAV file whose samples are numbers of 32 bits with a point: not what players expect."""
    wav = tone(0.5)
    samples = [one / 32768 for (one,) in struct.iter_unpack("<h", wav[44:])]
    data = struct.pack(f"<{len(samples)}f", *samples)
    rate = sound_format.RATE
    form = struct.pack("<HHIIHH", 3, 1, rate, rate * 4, 4, 32)
    body = b"WAVEfmt " + struct.pack("<I", 16) + form + b"data" + struct.pack("<I", len(data))
    floating = b"RIFF" + struct.pack("<I", len(body) + len(data)) + body + data
    assert sound_format.seconds_of(floating) is None
    assert RecordedSounds().seconds(floating) == pytest.approx(0.5, abs=0.05)


def test_a_real_sound_file_of_another_program(player, shared):
    """The sounds of the boards that other communicators' makers publish."""
    player.install()
    path = shared / "data" / "boards" / "obf" / "lots_of_stuff.obz"
    boards = read_set(path)
    found = [sound for board in boards.boards.values() for sound in board.sounds.values()]
    assert found
    from pictograms.media import media_bytes

    sounds = RecordedSounds()
    lengths = [sounds.seconds(data) for one in found if (data := media_bytes(one, path))]
    assert lengths
    assert all(length > 0 for length in lengths)


def test_the_device_is_filled_and_read_without_a_sound_card():
    """miniaudio's own device that plays into nothing and records silence."""
    miniaudio = pytest.importorskip("miniaudio")
    sound_format.play(tone(0.2), [miniaudio.Backend.NULL])
    stopped = threading.Event()
    threading.Timer(0.4, stopped.set).start()
    wav = sound_format.record(stopped, [miniaudio.Backend.NULL])
    assert 0.1 < sound_format.seconds_of(wav) < 5


def test_the_sound_process_says_what_is_wrong(capfd, monkeypatch):
    import io

    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"no sound")))
    assert sound_process.main(["decode"]) == 1
    assert "no sound that can be played" in capfd.readouterr().err


# Recording ------------------------------------------------------------------------------

_RECORDER = """#!{python} -SE
import signal, sys, time
stream = open(sys.argv[-1], "wb")
stream.write(open({wav!r}, "rb").read())  # its header knows of more than was recorded
stream.flush()
def end(*_):
    stream.close()
    sys.exit(1)
signal.signal(signal.SIGINT, end)
time.sleep(30)
"""


@pytest.fixture
def microphone(player, tmp_path):
    """`arecord` in the player's folder."""
    wav = tmp_path / "spoken.wav"
    spoken = bytearray(tone(1.5))
    spoken[40:44] = struct.pack("<I", 0x7FFFFFFF)
    wav.write_bytes(spoken)
    program = player.folder / "arecord"
    program.write_text(_RECORDER.format(python=sys.executable, wav=str(wav)))
    program.chmod(0o755)
    return program


def test_what_the_microphone_hears_until_told(microphone):
    stopped = threading.Event()
    threading.Timer(0.5, stopped.set).start()
    wav = SoundRecorder().record(stopped)
    assert sound_format.seconds_of(wav) == pytest.approx(1.5, abs=0.01)


def test_without_a_microphone(player):
    program = player.folder / "arecord"
    program.write_text("#!/bin/sh\necho 'arecord: audio open error' >&2\nexit 1\n")
    program.chmod(0o755)
    with pytest.raises(NoMicrophoneError):
        SoundRecorder().record(threading.Event())


# The page -------------------------------------------------------------------------------


class Silence:
    """A microphone that is not there."""

    def record(self, stopped):
        raise NoMicrophoneError("none")


@pytest.fixture
def page(qtbot):
    chooser = SoundChooser()
    qtbot.add_widget(chooser)
    chooser.resize(700, 520)
    chooser.show()
    desks = []

    def serve(recorder):
        desks.append(SoundDesk(chooser, recorder, RecordedSounds()))
        return chooser, desks[0]

    yield serve
    for desk in desks:
        assert desk.stop()


def test_record_listen_and_use(qtbot, page, microphone):
    chooser, desk = page(SoundRecorder())
    chooser.open("mamá")
    assert not chooser.take_button.isEnabled()
    assert not chooser.remove_button.isEnabled()
    with qtbot.wait_signal(desk.play_wanted) as hushed:
        chooser.record_button.click()
    assert hushed.args == [None]
    qtbot.wait(400)
    assert "Recording" in chooser.state.text()
    chooser.record_button.click()
    qtbot.wait_until(lambda: chooser.take_button.isEnabled())
    with qtbot.wait_signal(desk.play_wanted) as tried:
        chooser.play_button.click()
    assert sound_format.seconds_of(tried.args[0].read()) == pytest.approx(1.5, abs=0.01)
    with qtbot.wait_signal(chooser.sound_chosen) as chosen:
        chooser.take_button.click()
    sound, data = chosen.args[0].sound, chosen.args[0].data
    assert (sound.content_type, sound.duration, sound.license) == ("audio/wav", 1.5, None)
    assert data == tried.args[0].read()


def test_no_microphone_is_one_quiet_line(qtbot, page):
    chooser, _ = page(Silence())
    chooser.open("mamá")
    chooser.record_button.click()
    qtbot.wait_until(lambda: "microphone" in chooser.notice.text())
    assert "said by the voice" in chooser.state.text()
    assert chooser.file_button.isEnabled()


def test_the_microphone_closes_with_the_page(qtbot, page, microphone):
    chooser, _ = page(SoundRecorder())
    chooser.open("mamá")
    chooser.record_button.click()
    qtbot.wait(300)
    chooser.hide()
    qtbot.wait_until(lambda: "Recording" not in chooser.state.text())


def test_a_sound_file_keeps_who_made_it(qtbot, page, tmp_path):
    chooser, _ = page(Silence())
    (tmp_path / "risa.wav").write_bytes(tone(0.7))
    (tmp_path / "notas.mp3").write_bytes(b"these are notes" * 50)
    chooser.open("reír")
    chooser._file_chosen(tmp_path / "notas.mp3")
    qtbot.wait_until(lambda: "cannot be played" in chooser.notice.text(), timeout=15_000)
    chooser._file_chosen(tmp_path / "risa.wav")
    qtbot.wait_until(lambda: chooser.take_button.isEnabled())
    chooser.credits.author.setText("Ana")
    chooser.credits.terms.setText("CC0")
    with qtbot.wait_signal(chooser.sound_chosen) as chosen:
        chooser.take_button.click()
    license = chosen.args[0].sound.license
    assert (license.type, license.author_name) == ("CC0", "Ana")


def test_the_present_sound_is_heard_and_removed(qtbot, page):
    chooser, desk = page(Silence())
    present = Recording.of(tone())
    chooser.open("mamá", present)
    with qtbot.wait_signal(desk.play_wanted) as tried:
        chooser.play_button.click()
    assert tried.args[0] is present
    with qtbot.wait_signal(chooser.sound_chosen) as chosen:
        chooser.remove_button.click()
    assert chosen.args[0].sound is None
    for button in (chooser.record_button, chooser.file_button, chooser.take_button):
        assert button.accessibleName()
        assert button.height() >= MIN_TARGET


# In use ---------------------------------------------------------------------------------


def _package(tmp_path, wav):
    board = {
        "format": "open-board-0.1", "id": "1", "locale": "es", "name": "Uno",
        "buttons": [
            {"id": "m", "label": "mamá", "sound_id": "s"},
            {"id": "a", "label": "agua"},
            {"id": "r", "label": "roto", "sound_id": "r"},
            {"id": "u", "label": "ayuda", "sound_id": "d", "ext_aac_speaks_at_once": True},
        ],
        "grid": {"rows": 2, "columns": 2, "order": [["m", "a"], ["r", "u"]]},
        "images": [],
        "sounds": [
            {"id": "s", "path": "sounds/m.wav", "content_type": "audio/wav"},
            {"id": "r", "path": "sounds/missing.wav", "content_type": "audio/wav"},
            {"id": "d", "data": "data:audio/wav;base64," + base64.b64encode(wav).decode()},
        ],
    }  # fmt: skip
    path = tmp_path / "one.obz"
    manifest = {"format": "open-board-0.1", "root": "1.obf", "paths": {"boards": {"1": "1.obf"}}}
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("manifest.json", json.dumps(manifest))
        archive.writestr("1.obf", json.dumps(board))
        archive.writestr("sounds/m.wav", wav)
    return path


def test_in_use_the_recording_is_heard_instead_of_the_voice(qtbot, start, player, tmp_path):
    player.install()
    voice = SilentVoice()
    app = start(ScriptedEngine({("mamá", "agua"): ["Mamá, agua."]}), voice=voice, settings=SPANISH)
    open_set(qtbot, app, read_set(_package(tmp_path, tone())))

    def quiet():
        return not app.desk._speaker.is_speaking

    app.window.board.cell("m").click()
    qtbot.wait_until(lambda: len(player.played()) == 1 and quiet())
    assert voice.said == []
    app.window.board.cell("a").click()
    qtbot.wait_until(lambda: bool(voice.said) and quiet())
    assert [one.text for one in voice.said] == ["agua"]
    qtbot.wait_until(lambda: app.communicator.is_answered)
    app.window.message_bar.spoken.emit()  # the message as a whole is said by the voice
    qtbot.wait_until(lambda: len(voice.said) == 2 and quiet())
    assert voice.said[-1].text == "Mamá, agua."
    app.window.board.cell("u").click()
    qtbot.wait_until(lambda: len(player.played()) == 2 and quiet())
    assert len(voice.said) == 2


def test_a_recording_that_is_gone_is_said_by_the_voice_and_told(qtbot, start, player, tmp_path):
    player.install()
    voice = SilentVoice()
    app = start(ScriptedEngine(), voice=voice, settings=SPANISH)
    open_set(qtbot, app, read_set(_package(tmp_path, tone())))
    app.window.board.cell("r").click()
    qtbot.wait_until(lambda: [one.text for one in voice.said] == ["roto"])
    qtbot.wait_until(lambda: any("missing.wav" in text for text in app.notices.texts))


def test_the_stop_button_ends_a_recording(qtbot, start, player, tmp_path):
    player.install()
    app = start(ScriptedEngine(), settings=SPANISH)
    open_set(qtbot, app, read_set(_package(tmp_path, tone(30))))
    app.window.board.cell("m").click()
    qtbot.wait_until(lambda: len(player.played()) == 1)
    app.window.message_bar.stopped.emit()
    qtbot.wait_until(lambda: not app.desk._speaker.is_speaking)
    assert not player.played()[0].was_whole
