"""Who did what to whom is never guessed in English: rule 1 of what protects the speaker."""

from __future__ import annotations

import itertools

import pytest

from models.engine import Controls, SentenceType
from models.english import realise
from models.telegraphic import as_chosen

_HARM = (
    "hit", "bite", "kick", "push", "pinch", "slap", "scratch", "punch", "hurt", "grab", "beat",
    "bully", "attack", "spank", "poke", "kill", "rape", "shoot", "threaten", "steal",
)  # fmt: skip
_TOUCH = ("touch", "kiss", "hug", "tickle", "stroke", "lick", "cuddle")
_TELLING = ("tell", "ask", "call", "warn")
_PEOPLE = ("Tom", "boy", "mum", "teacher", "brother", "girl")


def _text(*taps: str) -> str:
    return realise(taps, Controls()).text


@pytest.mark.parametrize(
    ("verb", "person"), list(itertools.product((*_HARM, *_TOUCH, *_TELLING), _PEOPLE))
)
def test_without_a_subject_the_words_stay_as_chosen(verb: str, person: str) -> None:
    assert _text(verb, person) == as_chosen([verb, person], "en")


@pytest.mark.parametrize(
    "taps",
    [
        "give, mum, ball",
        "give, ball, Tom",
        "show, teacher, picture",
        "take, Lucy, ball",
        "hit, Tom, Ana",
        "hit, me",
        "Tom, Ana, hit",
        "me, Tom, hit",
        "Tom, bite",
        "dog, bite",
        "not, hit, Tom",
        "yesterday, hit, boy",
        "touch, penis",
        "bite, finger",
        "hug, dad, mum",
        "kiss, girl, mouth",
        "I, want, what, hit, I",
    ],
)
def test_open_roles_leave_the_words_as_chosen(taps: str) -> None:
    glosses = taps.split(", ")
    assert _text(*glosses) == as_chosen(glosses, "en")


@pytest.mark.parametrize(
    ("taps", "text"),
    [
        ("man, hit, me", "The man hits me."),
        ("me, hit, man", None),
        ("Tom, hit, Ana", "Tom hits Ana."),
        ("Ana, hit, Tom", "Ana hits Tom."),
        ("I, hit, Tom", "I hit Tom."),
        ("Tom, hit, I", "Tom hits me."),
        ("he, bite, she", "He bites her."),
        ("dad, hit, mum", "Dad hits mum."),
        ("teacher, touch, me", "The teacher touches me."),
        ("he, touch, my, penis", "He touches my penis."),
        ("cousin, show, me, penis", "My cousin shows me the penis."),
        ("neighbour, kiss, me, mouth", "The neighbour kisses me on the mouth."),
        ("she, lock, me, room", "She locks me in the room."),
        ("mum, give, me, ball", "Mum gives me the ball."),
        ("who, hit, you, ?", "Who hit you?"),
        ("not, touch, me", "Don't touch me."),
        ("give, me, ball", "Give me the ball."),
        ("tell, mum, I, sad", "Tell mum I'm sad."),
        ("hit, ball", "I hit the ball."),
        ("help, Tom, hit, me", "Help, Tom hits me."),
        ("uncle, put, hand, my, pants", "My uncle puts his hand in my pants."),
        ("noise, bother, me", "The noise bothers me."),
        ("hurt, head", "My head hurts."),
    ],
)
def test_named_roles_are_said_as_tapped(taps: str, text: str | None) -> None:
    glosses = taps.split(", ")
    assert _text(*glosses) == (text or as_chosen(glosses, "en"))


@pytest.mark.parametrize(
    ("taps", "readings"),
    [
        ("hit, Tom", ("Tom hit me.", "I hit Tom.")),
        ("bite, boy", ("The boy bit me.", "Bite the boy.", "I bit the boy.")),
        ("not, kiss, Ana", ("Ana didn't kiss me.", "Don't kiss Ana.", "I didn't kiss Ana.")),
        (
            "give, dad, book",
            ("Give dad the book.", "I gave dad the book.", "Dad gave me the book."),
        ),
        ("hit, Tom, Ana", ()),
        ("touch, penis", ()),
    ],
)
def test_each_reading_is_an_alternative(taps: str, readings: tuple[str, ...]) -> None:
    assert realise(taps.split(", "), Controls()).alternatives == readings


def test_a_request_by_control_names_the_one_who_acts() -> None:
    asked = Controls(sentence_type=SentenceType.REQUEST)
    assert realise(["hug", "mum"], asked).text == "Hug mum."
    assert realise(["hit", "boy"], asked).text == "Hit the boy."


@pytest.mark.parametrize("verb", [*_HARM, *_TOUCH])
def test_two_people_never_change_places(verb: str) -> None:
    for first, second in itertools.permutations(("Tom", "Ana", "mum"), 2):
        text = _text(first, verb, second).lower()
        assert text.index(first.lower()) < text.index(second.lower())
