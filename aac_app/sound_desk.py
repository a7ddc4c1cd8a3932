"""What a sound chooser asks for, done in a thread of its own: the microphone, and sound files."""

from __future__ import annotations

import mimetypes
import threading
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot

from aac_app.failures import explain
from aac_app.recorded_sounds import MOST_BYTES, RecordedSounds
from aac_app.recording import BadSoundError, NoMicrophoneError, SoundError
from aac_app.sound_format import seconds_of
from aac_app.ui.sound_chooser import SoundChooser
from aac_app.workers import WorkerThread

_WAV = "audio/wav"
_SHORTEST_S = 0.2


class Recorder(Protocol):
    """Anything that records."""

    def record(self, stopped: threading.Event) -> bytes:
        """Record until `stopped`; a WAV file. Raises NoMicrophoneError."""
        ...


class SoundWorker(QObject):
    """Lives in the microphone's thread and is the only user of it."""

    recorded = Signal(object)
    """bytes of a WAV file"""
    read = Signal(object, str, float)
    """bytes, content type, seconds"""
    failed = Signal(object)
    """SoundError"""

    def __init__(self, recorder: Recorder, sounds: RecordedSounds) -> None:
        super().__init__()
        self._recorder = recorder
        self._sounds = sounds

    @Slot(object)
    def record(self, stopped: threading.Event) -> None:
        try:
            self.recorded.emit(self._recorder.record(stopped))
        except NoMicrophoneError as error:
            self.failed.emit(error)

    @Slot(object)
    def read_file(self, path: Path) -> None:
        try:
            data = _read(path)
            self.read.emit(data, _type_of(path, data), self._sounds.seconds(data))
        except SoundError as error:
            self.failed.emit(error)


class SoundDesk(QObject):
    """Serves one sound chooser. Owns the microphone's thread, which starts when it is needed."""

    play_wanted = Signal(object)
    """aac_app.recording.Recording: let it be heard; None: silence, the microphone is opened."""
    _record_wanted = Signal(object)
    _read_wanted = Signal(object)

    def __init__(
        self,
        chooser: SoundChooser,
        recorder: Recorder,
        sounds: RecordedSounds,
        parent: QObject | None = None,
    ) -> None:
        """`sounds` belongs to this desk alone: it reads files, another one plays."""
        super().__init__(parent)
        self._chooser = chooser
        self._stopped = threading.Event()
        self._worker = SoundWorker(recorder, sounds)
        self._thread = WorkerThread(self._worker, "microphone")
        self._record_wanted.connect(self._worker.record)
        self._read_wanted.connect(self._worker.read_file)
        self._worker.recorded.connect(self._recorded)
        self._worker.read.connect(self._was_read)
        self._worker.failed.connect(self._failed)
        chooser.record_asked.connect(self._record)
        chooser.stop_asked.connect(self._end)
        chooser.file_asked.connect(self._read)
        chooser.play_asked.connect(self.play_wanted)

    def stop(self) -> bool:
        """Close the microphone; False if the thread is still busy."""
        self._end()
        return self._thread.stop()

    def _record(self) -> None:
        self.play_wanted.emit(None)  # else the microphone would hear the voice
        self._stopped = threading.Event()
        self._thread.start()
        self._record_wanted.emit(self._stopped)
        self._chooser.show_recording(is_on=True)

    def _end(self) -> None:
        self._stopped.set()

    def _read(self, path: Path) -> None:
        self._thread.start()
        self._read_wanted.emit(path)

    def _recorded(self, wav: bytes) -> None:
        self._chooser.show_recording(is_on=False)
        seconds = seconds_of(wav) or 0.0
        if seconds < _SHORTEST_S:
            self._chooser.tell(self.tr("That was too short. Press, speak, and press again."))
        else:
            self._chooser.show_sound(wav, _WAV, seconds, True)

    def _was_read(self, data: bytes, content_type: str, seconds: float) -> None:
        self._chooser.show_sound(data, content_type, seconds, False)

    def _failed(self, error: SoundError) -> None:
        self._chooser.show_recording(is_on=False)
        self._chooser.tell(explain(error))


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise BadSoundError(f"{path.name}: {error.strerror or error}") from error
    if len(data) > MOST_BYTES:
        raise BadSoundError(f"{path.name}: larger than {MOST_BYTES // 2**20} MiB")
    return data


def _type_of(path: Path, data: bytes) -> str:
    """As the Open Board Format names it; by the name, for the contents were read already."""
    if data[:4] == b"RIFF":
        return _WAV
    guessed = mimetypes.guess_type(path.name)[0] or ""
    return guessed if guessed.startswith("audio/") else "audio/mpeg"
