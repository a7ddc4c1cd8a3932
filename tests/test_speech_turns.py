"""What a press does while something is being said."""

from __future__ import annotations

import pytest

from aac_app.communicator import Occasion
from aac_app.settings import Press
from aac_app.speaker import Speaker, Turn
from aac_app.speech import Utterance

WORD, MESSAGE, URGENT = Occasion.WORD, Occasion.MESSAGE, Occasion.URGENT


class Stage:
    """A voice's thread that is told when to end, and a log of what was heard."""

    def __init__(self, setting: Press = Press.WAIT) -> None:
        self.heard: list[str] = []
        self.hushed = 0
        self.turns: list[Turn] = []
        self.speaker = Speaker(self._start, self._hush, setting)

    def _start(self, turn: Turn) -> None:
        self.turns.append(turn)
        self.heard.append(turn.utterance.text)

    def _hush(self) -> None:
        self.hushed += 1

    def press(self, text: str, occasion: Occasion = WORD) -> bool:
        return self.speaker.press(Utterance(text), occasion)

    def run_out(self) -> list[str]:
        while self.speaker.is_speaking:
            self.speaker.finished()
        return self.heard


_TABLE = [
    # setting, said, pressed -> cut, heard in the end
    (Press.WAIT, WORD, WORD, False, ["said", "pressed"]),
    (Press.WAIT, WORD, MESSAGE, True, ["said", "pressed"]),
    (Press.WAIT, WORD, URGENT, True, ["said", "pressed"]),
    (Press.WAIT, MESSAGE, WORD, False, ["said", "pressed"]),
    (Press.WAIT, MESSAGE, MESSAGE, False, ["said", "pressed"]),
    (Press.WAIT, MESSAGE, URGENT, True, ["said", "pressed"]),
    (Press.WAIT, URGENT, WORD, False, ["said", "pressed"]),
    (Press.WAIT, URGENT, MESSAGE, False, ["said", "pressed"]),
    (Press.WAIT, URGENT, URGENT, False, ["said", "pressed"]),
    (Press.INTERRUPT, WORD, WORD, True, ["said", "pressed"]),
    (Press.INTERRUPT, MESSAGE, WORD, True, ["said", "pressed"]),
    (Press.INTERRUPT, MESSAGE, MESSAGE, True, ["said", "pressed"]),
    (Press.INTERRUPT, MESSAGE, URGENT, True, ["said", "pressed"]),
    (Press.INTERRUPT, URGENT, WORD, True, ["said", "pressed"]),
    (Press.IGNORE, WORD, WORD, False, ["said"]),
    (Press.IGNORE, WORD, MESSAGE, True, ["said", "pressed"]),
    (Press.IGNORE, WORD, URGENT, True, ["said", "pressed"]),
    (Press.IGNORE, MESSAGE, WORD, False, ["said"]),
    (Press.IGNORE, MESSAGE, MESSAGE, False, ["said"]),
    (Press.IGNORE, MESSAGE, URGENT, True, ["said", "pressed"]),
    (Press.IGNORE, URGENT, WORD, False, ["said"]),
    (Press.IGNORE, URGENT, MESSAGE, False, ["said", "pressed"]),
    (Press.IGNORE, URGENT, URGENT, False, ["said", "pressed"]),
]


@pytest.mark.parametrize(
    ("setting", "said", "pressed", "cut", "heard"),
    _TABLE,
    ids=[f"{row[0].value}: {row[1].value} then {row[2].value}" for row in _TABLE],
)
def test_a_press_while_speaking(setting, said, pressed, cut, heard):
    stage = Stage(setting)
    assert stage.press("said", said)
    assert stage.press("pressed", pressed) is ("pressed" in heard)
    assert stage.heard == ["said"], "the voice gets one turn at a time"
    assert stage.turns[0].cancelled.is_set() is cut
    assert stage.hushed == cut
    assert stage.run_out() == heard


@pytest.mark.parametrize("setting", Press)
@pytest.mark.parametrize("occasion", Occasion)
def test_a_repeated_press_never_restarts(setting, occasion):
    stage = Stage(setting)
    stage.press("said", occasion)
    assert not stage.press("said", occasion)
    assert not stage.press("said", MESSAGE)
    assert stage.hushed == 0
    assert stage.run_out() == ["said"]


def test_a_repeated_press_is_not_queued_twice_but_another_round_is():
    stage = Stage()
    for text in ("a", "b", "b", "a", "a"):
        stage.press(text)
    assert stage.run_out() == ["a", "b", "a"]


def test_the_same_may_be_said_again_once_it_was_said():
    stage = Stage()
    stage.press("más")
    stage.speaker.finished()
    assert stage.press("más")
    assert stage.run_out() == ["más", "más"]


@pytest.mark.parametrize("setting", Press)
def test_stop_silences_what_is_said_and_what_waits(setting):
    stage = Stage(setting)
    stage.press("a", MESSAGE)
    stage.press("b")
    stage.speaker.stop()
    assert stage.hushed >= 1
    assert stage.turns[0].cancelled.is_set()
    assert stage.speaker.waiting == ()
    assert stage.run_out() == ["a"]


@pytest.mark.parametrize("setting", Press)
def test_a_press_after_stop_is_heard_even_before_the_voice_fell_silent(setting):
    stage = Stage(setting)
    stage.press("a", MESSAGE)
    stage.speaker.stop()
    assert stage.press("a", WORD)
    assert stage.run_out() == ["a", "a"]


def test_stop_without_speech_does_nothing():
    stage = Stage()
    stage.speaker.stop()
    assert stage.hushed == 0
    stage.press("a")
    assert stage.run_out() == ["a"]


def test_the_sentence_replaces_its_waiting_words_and_cuts_the_one_being_said():
    stage = Stage()
    for word in ("yo", "querer", "agua"):
        stage.press(word)
    stage.press("Quiero agua.", MESSAGE)
    assert stage.run_out() == ["yo", "Quiero agua."]


def test_an_urgent_word_cuts_a_sentence_and_no_word_that_waits_is_lost():
    stage = Stage()
    stage.press("Quiero agua.", MESSAGE)
    stage.press("pan")
    stage.press("no", URGENT)
    stage.press("ayuda", URGENT)
    assert stage.run_out() == ["Quiero agua.", "no", "ayuda", "pan"]


def test_an_urgent_word_that_cut_a_word_is_not_lost_to_the_sentence_after_it():
    stage = Stage()
    stage.press("pan")
    stage.press("ayuda", URGENT)
    stage.press("Quiero pan.", MESSAGE)
    assert stage.run_out() == ["pan", "ayuda", "Quiero pan."]


def test_the_last_of_many_interruptions_is_heard():
    stage = Stage(Press.INTERRUPT)
    for text in ("a", "b", "c", "d"):
        stage.press(text)
    assert stage.hushed == 1
    assert stage.run_out() == ["a", "d"]


def test_the_setting_may_change_while_speaking():
    stage = Stage(Press.IGNORE)
    stage.press("a", MESSAGE)
    stage.speaker.setting = Press.WAIT
    assert stage.press("b")
    assert stage.run_out() == ["a", "b"]


def test_an_end_without_a_turn_changes_nothing():
    stage = Stage()
    stage.speaker.finished()
    assert not stage.speaker.is_speaking
    assert stage.heard == []
