"""The voice processes of the program: one that works, and spares that wait."""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from aac_app.speech import (
    CannotSaveError,
    NoSoundError,
    NoVoiceError,
    SpeechError,
    VoiceFailedError,
)
from aac_app.voice_link import Event, VoiceLink

_LOG = logging.getLogger(__name__)

_SPARES = 2
"""Processes kept ready between talks; while one talks, one less."""

_PROMPT = 2.0
"""Seconds within which a process that is up begins to speak; else another one is asked."""

_ERRORS: Mapping[str, type[SpeechError]] = MappingProxyType(
    {kind.__name__: kind for kind in (NoVoiceError, NoSoundError, CannotSaveError)}
)

Hear = Callable[[Event], float | None]
"""Told each event of a talk; answers how many more seconds it may last, or None."""


@dataclass(frozen=True, slots=True)
class Talk:
    """One request, and how its answers are heard."""

    do: str
    fields: Mapping[str, Any]
    patience: float
    """Seconds in which it must be done, unless `hear` says otherwise."""
    hear: Hear = lambda _event: None
    turn: int | None = None
    """`VoicePool.turn` when speech was asked for; None: it is not speech, `stop` spares it."""


class _LostError(VoiceFailedError):
    """The process died or hangs."""

    def __init__(self, had_begun: bool) -> None:
        super().__init__("The voice stopped working in the middle; it is started again.")
        self.had_begun = had_begun


class VoicePool:
    """Talks with one process at a time, from one thread at a time.

    `stop` and `close` may be called from any thread. A process that fails before anything
    was heard is replaced unnoticed.
    """

    def __init__(self, command: Sequence[str]) -> None:
        self._command = tuple(command)
        self._lock = threading.Lock()
        self._spares: list[VoiceLink] = []
        self._busy: VoiceLink | None = None
        self._is_speech = False
        self._turn = 0
        self._is_closed = False
        self._has_spares = False
        self._is_broken = False
        """The last process found no voice to open: others would not, either."""

    @property
    def turn(self) -> int:
        """Counts the stops, so that a stop before the first sound is not lost."""
        return self._turn

    def warm_up(self) -> None:
        """Start the spares, without waiting for them, and replace those that are used.

        Never called, as for a single sentence, one process does everything.
        """
        self._has_spares = True
        self.refill(_SPARES)

    def refill(self, spares: int) -> None:
        """Have so many processes wait; where they cannot be started, the next talk says so."""
        with self._lock:
            is_wanted = self._has_spares and not self._is_closed and not self._is_broken
            missing = spares - len(self._spares) if is_wanted else 0
        with contextlib.suppress(NoVoiceError):
            for _ in range(missing):
                self._keep(self._start())

    def ask_ahead(self, talk: Talk) -> None:
        """Send a request whose answer nobody needs to the process that comes next."""
        with self._lock:
            spare = self._spares[0] if self._spares else None
        if spare is not None:
            spare.ask(talk.do, talk.patience, **talk.fields)

    def hold(self, talk: Talk) -> bool:
        """Ask, and listen until it is done; False if it was stopped. Raises SpeechError."""
        while True:
            link, was_waiting = self._take(talk)
            if link is None:
                return False
            is_idle = False
            try:
                link.ask(talk.do, talk.patience, **talk.fields)
                is_idle = self._listen(link, talk)
                return is_idle
            except _LostError as error:
                if error.had_begun or not was_waiting:
                    raise
                _LOG.info("a waiting voice process was lost; another one is asked")
            except SpeechError:
                is_idle = True
                raise
            finally:
                self._release(link, talk, is_idle)

    def stop(self) -> None:
        with self._lock:
            self._turn += 1
            if self._busy is not None and self._is_speech:
                self._busy.kill()

    def close(self) -> None:
        with self._lock:
            self._is_closed = True
            spares, self._spares = self._spares, []
            if self._busy is not None:
                self._busy.kill()  # the thread that listens to it clears it away
        for spare in spares:
            spare.end()

    # ------------------------------------------------------------------------------------

    def _start(self) -> VoiceLink:
        try:
            return VoiceLink(self._command)
        except OSError as error:
            raise NoVoiceError(f"The voice cannot be started: {error.strerror}.") from error

    def _keep(self, link: VoiceLink) -> None:
        with self._lock:
            is_kept = not self._is_closed and len(self._spares) < _SPARES
            if is_kept:
                self._spares.append(link)
        if not is_kept:
            link.end()

    def _take(self, talk: Talk) -> tuple[VoiceLink | None, bool]:
        """The process to talk with, and whether it had been waiting; None after a stop."""
        with self._lock:
            waiting = self._spares.pop(0) if self._spares else None
        link = waiting or self._start()
        with self._lock:
            is_late = self._is_stopped(talk)
            if not is_late:
                self._busy, self._is_speech = link, talk.turn is not None
        if is_late:
            self._keep(link)
            return None, False
        return link, waiting is not None

    def _is_stopped(self, talk: Talk) -> bool:
        return self._is_closed or (talk.turn is not None and talk.turn != self._turn)

    def _release(self, link: VoiceLink, talk: Talk, is_idle: bool) -> None:
        with self._lock:
            self._busy = None
            is_good = is_idle and not self._is_stopped(talk) and not link.has_ended
            is_good = is_good and (link.is_lasting or talk.do not in ("speak", "save"))
            if is_good:
                self._spares.insert(0, link)  # it is up and warm; the others may still start
        if not is_good:
            link.end()
        self.refill(_SPARES)

    def _listen(self, link: VoiceLink, talk: Talk) -> bool:
        had_begun = False
        # Only speech is prompt: saving may take long before it answers.
        is_prompt = talk.turn is not None and link.has_answered
        deadline = time.monotonic() + (min(_PROMPT, talk.patience) if is_prompt else talk.patience)
        while True:
            try:
                event = link.answer(deadline - time.monotonic())
            except TimeoutError:
                link.kill()
                raise _LostError(had_begun) from None
            if event is None:
                if self._is_stopped(talk):
                    return False
                raise _LostError(had_begun)
            if event["event"] == "done":
                self._is_broken = False
                return True
            if event["event"] == "error":
                raise self._error(event)
            had_begun = had_begun or event["event"] == "started"
            more = talk.hear(event)
            if more is not None:
                deadline = time.monotonic() + more

    def _error(self, event: Event) -> SpeechError:
        kind = _ERRORS.get(event["kind"], VoiceFailedError)
        self._is_broken = kind is NoVoiceError and event["id"] is None
        return kind(event["text"])
