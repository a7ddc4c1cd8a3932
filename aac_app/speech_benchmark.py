"""How long a press waits for its sound: measured, for `aac-app --benchmark`. No Qt."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterable
from dataclasses import dataclass

from aac_app.speech import NoSoundError, SpeechEngine, Utterance

_SENTENCES = {"es": "Quiero comer una manzana.", "en": "I want to eat an apple."}


@dataclass(frozen=True, slots=True)
class Latency:
    """Percentiles of some waits, in seconds."""

    count: int
    median: float
    p95: float
    worst: float

    @classmethod
    def of(cls, waits: Iterable[float]) -> Latency:
        """Raises ValueError without a wait."""
        ordered = sorted(waits)
        if not ordered:
            raise ValueError("nothing was measured")
        rank = -(-95 * len(ordered) // 100)  # nearest rank: a wait that really happened
        return cls(len(ordered), statistics.median(ordered), ordered[rank - 1], ordered[-1])

    def __str__(self) -> str:
        figures = (self.median, self.p95, self.worst)
        median, p95, worst = (f"{1000 * seconds:.0f} ms" for seconds in figures)
        return f"median {median}, 95th percentile {p95}, worst {worst} ({self.count} presses)"


def measure_press_to_sound(
    voice: SpeechEngine, count: int = 20, language: str = "es", pause: float = 0.3
) -> Latency:
    """Press `count` times, `pause` seconds apart; each is stopped at its first word.

    That is the dearer case: after a stop the next press needs the spare voice. The wait ends
    when the player has been started (where the system's voice plays by itself: at its first
    word); the sound card's own delay comes on top. Works without a sound device, for the
    player is started all the same. Raises SpeechError (NoVoiceError: nothing to measure).
    """
    text = _SENTENCES.get(language, _SENTENCES["en"])
    waits: list[float] = []
    for number in range(count):
        wait = _press(voice, Utterance(f"{text} {number + 1}.", language))
        if wait is not None:
            waits.append(wait)
        time.sleep(pause)
    return Latency.of(waits)


def _press(voice: SpeechEngine, utterance: Utterance) -> float | None:
    heard: list[float] = []
    pressed = time.perf_counter()

    def on_word(_start: int, _length: int) -> None:
        if not heard:
            heard.append(time.perf_counter() - pressed)
            voice.stop()

    try:
        voice.speak(utterance, on_word)
    except NoSoundError:
        if not heard:
            raise
    return heard[0] if heard else None
