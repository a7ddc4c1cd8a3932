"""English messages as people tap them: each table is a kind of tapping that once went wrong."""

from __future__ import annotations

import pytest

from models.engine import Controls
from models.english import realise
from models.telegraphic import as_chosen

_SENTENCES: dict[str, list[tuple[str, str]]] = {
    "not denies what stands behind it": [
        ("want, tea, not, coffee", "I want tea, not coffee."),
        ("tea, not, coffee", "Tea, not coffee."),
        ("yesterday, not, school", "Yesterday, not school."),
        ("hot, not, cold", "Hot, not cold."),
        ("you, not, me", "You, not me."),
        ("sleepy, not, sleep", "I'm sleepy and I don't sleep."),
        ("wait, not, finished", "Wait, I'm not finished."),
        ("go to bed, not, tired", "Go to bed, I'm not tired."),
        ("stop, not, like", "Stop, I don't like it."),
        ("help, not, can, breathe", "Help, I can't breathe."),
        ("he, say, not, tell, mum", "He says not to tell mum."),
        ("try, not, cry", "I try not to cry."),
        ("if, not, rain, go", "If it doesn't rain, I go."),
        ("I, hope, not, rain", "I hope it doesn't rain."),
        ("dad, not, home", "Dad isn't home."),
    ],
    "not denies the wish where it stands before what is wished": [
        ("want, mum, not, go", "I don't want mum to go."),
        ("bath, not, want", "I don't want a bath."),
        ("I, think, he, not, come", "I don't think he's coming."),
        ("it, not, my, fault", "It's not my fault."),
    ],
    "please asks the listener not to": [
        ("please, not, leave, me", "Please don't leave me."),
        ("please, not, go", "Please don't go."),
    ],
    "a pronoun goes before the particle": [
        ("pick up, me, school", "Pick me up at school."),
        ("leave alone, me", "Leave me alone."),
        ("wake up, me", "Wake me up."),
        ("she, lock in, me, bathroom", "She locks me in the bathroom."),
        ("turn off, light", "Turn off the light."),
        ("I, pick up, my, ball", "I pick up my ball."),
    ],
    "causes": [
        ("not, go, because, ill", "I'm not going because I'm ill."),
        ("mum, shout, because, angry", "Mum shouts because angry."),
        ("not, like, because, cold", "I don't like it because it's cold."),
        ("not, go, because, rain", "I'm not going because it's raining."),
    ],
    "what is thought or hoped": [
        ("I, think, it, rain", "I think it's raining."),
        ("I, hope, rain, tomorrow", "I hope it'll rain tomorrow."),
        ("tomorrow, I, want, go, park", "Tomorrow I want to go to the park."),
    ],
    "question words anywhere": [
        ("what, for, lunch, ?", "What is for lunch?"),
        ("dad, come, home, when, ?", "When is dad coming home?"),
        ("Ramadan, when, ?", "When is Ramadan?"),
    ],
    "shooting and throwing": [
        ("I, shoot, zombie", "I shot the zombie."),
        ("I, throw, ball, dad", "I throw the ball to dad."),
        ("he, take, bag, me", "He takes the bag from me."),
    ],
}


def _said(taps: str) -> str:
    return realise(taps.split(", "), Controls()).text


@pytest.mark.parametrize(
    ("taps", "text"),
    [
        pytest.param(taps, text, id=f"{name}: {taps}")
        for name, cases in _SENTENCES.items()
        for taps, text in cases
    ],
)
def test_sentences(taps: str, text: str) -> None:
    assert _said(taps) == text


@pytest.mark.parametrize(
    "taps",
    [
        "pull, hair, Lucy",
        "hold, hand, Mia",
        "break, arm, boy",
        "cut, finger, girl",
        "throw, stone, Ben",
        "sell, bike, Paul",
        "pay, money, man",
        "promise, dad",
        "shout, dad, Sam",
        "laugh at, Ben",
        "lock in, carer",
        "force, man, woman",
        "drop, baby, nurse",
        "shake, baby",
        "chase, girl",
        "catch, thief, policeman",
        "undress, girl",
        "he, say, hit, me",
    ],
)
def test_who_acts_on_whom_is_left_open(taps: str) -> None:
    glosses = taps.split(", ")
    assert _said(taps) == as_chosen(glosses, "en")


def test_whose_body_it_is_is_a_reading() -> None:
    made = realise(["pull", "hair", "Lucy"], Controls())
    assert made.alternatives == (
        "Lucy pulled my hair.",
        "Pull Lucy's hair.",
        "I pulled Lucy's hair.",
    )
