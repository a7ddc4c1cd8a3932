"""Whose turn it is to speak: what a press does while something is being said. No Qt, no sound."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from aac_app.communicator import Occasion
from aac_app.recording import Recording
from aac_app.settings import Press
from aac_app.speech import Utterance


@dataclass(frozen=True, slots=True, eq=False)
class Turn:
    """One utterance on its way to the voice."""

    utterance: Utterance
    occasion: Occasion
    cancelled: threading.Event = field(default_factory=threading.Event)
    """Set when it is not to be heard any more, even if the voice has not begun yet."""
    recording: Recording | None = None
    """What is heard instead of the voice, which says the text where it cannot be played."""


def effect(setting: Press, said: Occasion, pressed: Occasion) -> Press:
    """What a press does to what is being said, unless it says the same.

    An urgent word is heard now, whatever is being said: who presses *help* or *stop* cannot
    wait for a sentence to end. Asked to interrupt, everything does. Else a word never cuts a
    sentence; the speak button cuts a word, which is soon said again.
    """
    if setting is Press.INTERRUPT:
        return Press.INTERRUPT
    if pressed is Occasion.URGENT:
        return Press.WAIT if said is Occasion.URGENT else Press.INTERRUPT
    if pressed is Occasion.MESSAGE and said is not Occasion.MESSAGE:
        return Press.INTERRUPT if said is Occasion.WORD else Press.WAIT
    return setting


class Speaker:
    """Gives the voice one turn at a time. Lives in one thread; `stop` always works.

    `start` hands a turn to the voice's thread, and `hush` silences the voice (any engine's
    `stop`). After every `start` there must come one `finished`, however the turn ended.
    """

    def __init__(
        self,
        start: Callable[[Turn], None],
        hush: Callable[[], None],
        setting: Press = Press.WAIT,
    ) -> None:
        self.setting = setting
        """What another press does; may be changed at any time."""
        self._start = start
        self._hush = hush
        self._current: Turn | None = None
        self._waiting: list[Turn] = []

    @property
    def is_speaking(self) -> bool:
        return self._current is not None

    @property
    def waiting(self) -> tuple[Utterance, ...]:
        return tuple(turn.utterance for turn in self._waiting)

    def press(
        self, utterance: Utterance, occasion: Occasion, recording: Recording | None = None
    ) -> bool:
        """Something is to be said. False if the press does nothing."""
        turn = Turn(utterance, occasion, recording=recording)
        if self._current is None:
            self._begin(turn)
            return True
        said = self._said()
        if said is None:  # silenced, and the voice is about to say so
            self._waiting.append(turn)
            return True
        what = effect(self.setting, said.occasion, occasion)
        if what is Press.IGNORE or self._is_repeated(utterance, said):
            return False
        if what is Press.INTERRUPT:
            self._cut(said)
        self._queue(turn)
        return True

    def finished(self) -> None:
        """The voice has ended its turn: all said, silenced, or failed."""
        self._current = None
        if self._waiting:
            self._begin(self._waiting.pop(0))

    def stop(self) -> None:
        """Silence, also for what is waiting."""
        self._waiting.clear()
        self._silence()

    def _begin(self, turn: Turn) -> None:
        self._current = turn
        self._start(turn)

    def _silence(self) -> None:
        if self._current is not None and not self._current.cancelled.is_set():
            self._current.cancelled.set()  # before hush: the voice may not have begun yet
            self._hush()

    def _said(self) -> Turn | None:
        """What is being said, or will be as soon as the voice has fallen silent."""
        if self._current is not None and not self._current.cancelled.is_set():
            return self._current
        return self._waiting[0] if self._waiting else None

    def _is_repeated(self, utterance: Utterance, said: Turn) -> bool:
        """The same as what was asked for last and is still to be heard: never twice."""
        last = self._waiting[-1] if self._waiting else said
        return last.utterance.text == utterance.text

    def _cut(self, said: Turn) -> None:
        if self.setting is Press.INTERRUPT:
            self._waiting.clear()
        elif said in self._waiting:
            self._waiting.remove(said)
        self._silence()

    def _queue(self, turn: Turn) -> None:
        """Urgent words go first; a sentence replaces the single words that it is made of."""
        if turn.occasion is Occasion.MESSAGE:
            self._waiting = [old for old in self._waiting if old.occasion is not Occasion.WORD]
        ahead = len(self._waiting)
        if turn.occasion is Occasion.URGENT:
            ahead = sum(old.occasion is Occasion.URGENT for old in self._waiting)
        self._waiting.insert(ahead, turn)
