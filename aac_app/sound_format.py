"""Sound files as WAV: what is one already, and what miniaudio makes of the others. No Qt.

The only module that knows miniaudio, which reads MP3, FLAC, Ogg Vorbis and WAV, plays, and
records. It reads other people's files, so it works in a process of its own (sound_process).
"""

from __future__ import annotations

import io
import struct
import wave
from collections.abc import Generator, Sequence
from threading import Event
from time import sleep
from typing import Any

from aac_app.recording import BadSoundError, NoMicrophoneError, NotPlayedError

SUFFIXES = (".wav", ".mp3", ".ogg", ".flac")
RATE = 22_050
"""Samples a second of what is recorded: a voice needs no more."""
LONGEST_S = 60.0
"""Longest recording."""
_MOST_S = 300
"""Longest sound file that is played, seconds."""
_FRAMES = 4096
_SLACK = 6.0
"""Seconds that a device may take beyond the sound, to wake up."""


def seconds_of(wav: bytes) -> float | None:
    """How long a WAV file of whole samples (PCM) lasts; None if it is none."""
    try:
        with wave.open(io.BytesIO(wav)) as sound:
            frames, rate = sound.getnframes(), sound.getframerate()
            size = sound.getnchannels() * sound.getsampwidth()
    except (wave.Error, EOFError, ValueError, struct.error):
        return None
    is_whole = 0 < frames * size <= len(wav)
    return frames / rate if rate and is_whole else None


def pack(samples: bytes, rate: int = RATE, channels: int = 1) -> bytes:
    """A WAV file of samples of 16 bits."""
    target = io.BytesIO()
    with wave.open(target, "wb") as sound:
        sound.setnchannels(channels)
        sound.setsampwidth(2)
        sound.setframerate(rate)
        sound.writeframes(samples)
    return target.getvalue()


def samples_of(wav: bytes) -> bytes:
    """The samples of a recording whose header may not know how long it became.

    A recorder that is stopped, or that writes into a pipe, leaves 0 or the largest number there.
    """
    place = 12
    while wav[:4] == b"RIFF" and place + 8 <= len(wav):
        kind, length = struct.unpack_from("<4sI", wav, place)
        if kind == b"data":
            rest = wav[place + 8 :]
            samples = rest[:length] if 0 < length <= len(rest) else rest
            return samples[: len(samples) // 2 * 2]
        place += 8 + length + length % 2
    return b""


def decode(data: bytes) -> bytes:
    """Any sound file as WAV, at most five minutes. Raises BadSoundError."""
    import miniaudio

    samples = bytearray()
    try:
        stream = miniaudio.stream_memory(
            data,
            output_format=miniaudio.SampleFormat.SIGNED16,
            nchannels=1,
            sample_rate=44_100,
            frames_to_read=_FRAMES,
        )
        for part in stream:
            samples += part.tobytes()
            if len(samples) > _MOST_S * 44_100 * 2:
                raise BadSoundError(f"the sound is longer than {_MOST_S // 60} minutes")
    except miniaudio.MiniaudioError as error:
        raise BadSoundError("this is no sound that can be played here") from error
    if not samples:
        raise BadSoundError("the sound is empty")
    return pack(bytes(samples), 44_100)


def play(wav: bytes, backends: Sequence[Any] | None = None) -> None:
    """Play a WAV file to its end. Raises NotPlayedError."""
    import miniaudio

    done = Event()
    try:
        info = miniaudio.wav_get_info(wav)
        with miniaudio.PlaybackDevice(
            output_format=miniaudio.SampleFormat.SIGNED16,
            nchannels=info.nchannels,
            sample_rate=info.sample_rate,
            backends=list(backends) if backends else None,
        ) as device:
            stream = _samples(wav, info.nchannels * info.sample_width, done)
            next(stream)
            device.start(stream)
            if done.wait((seconds_of(wav) or 0) + _SLACK):
                sleep(device.buffersize_msec / 1000)  # what was given away last is still heard
    except miniaudio.MiniaudioError as error:
        raise NotPlayedError("this computer plays no sound") from error


def record(stopped: Event, backends: Sequence[Any] | None = None) -> bytes:
    """Record until told, at most a minute; a WAV file. Raises NoMicrophoneError."""
    import miniaudio

    samples = bytearray()
    try:
        with miniaudio.CaptureDevice(
            input_format=miniaudio.SampleFormat.SIGNED16,
            nchannels=1,
            sample_rate=RATE,
            backends=list(backends) if backends else None,
        ) as device:
            taker = _taken(samples)
            next(taker)
            device.start(taker)
            stopped.wait(LONGEST_S)
    except miniaudio.MiniaudioError as error:
        raise NoMicrophoneError("there is no microphone here") from error
    return pack(bytes(samples))


def _samples(wav: bytes, size: int, done: Event) -> Generator[bytes, int, None]:
    """The sound piece by piece, as a device asks for so many frames of `size` bytes."""
    left = samples_of(wav)
    wanted = yield b""
    while left:
        piece, left = left[: wanted * size], left[wanted * size :]
        wanted = yield piece
    done.set()


def _taken(samples: bytearray) -> Generator[None, bytes, None]:
    while True:
        samples += yield
