"""English messages of every day: each table is a cause of wrong sentences that is mended."""

from __future__ import annotations

import pytest

from models.engine import Controls
from models.english import realise

_SENTENCES: dict[str, list[tuple[str, str]]] = {
    "what there is": [
        ("there, be, spider, in, bath", "There is a spider in the bath."),
        ("there, be, many, birds, garden", "There are many birds in the garden."),
        ("be, there, milk, ?", "Is there milk?"),
        ("there, not, be, bread", "There isn't bread."),
        ("there, be, no, toilet paper", "There is no toilet paper."),
    ],
    "who did it is the subject behind `know`": [
        ("I, know, who, do, it", "I know who did it."),
        ("I, know, who, steal, money", "I know who stole the money."),
        ("who, do, this, ?", "Who did this?"),
        ("who, break, window, ?", "Who broke the window?"),
    ],
    "a cry to the listener, and why": [
        ("wait, I, not, finished", "Wait, I'm not finished."),
        ("hurry up, we, late", "Hurry up, we're late."),
        ("stop, I, tired", "Stop, I'm tired."),
        ("slow down, I, dizzy", "Slow down, I'm dizzy."),
    ],
    "two things, and how each is": [
        ("this, cup, mine, that, yours", "This cup is mine, that's yours."),
        ("mum, happy, dad, sad", "Mum is happy, dad is sad."),
        ("this, big, that, small", "This is big, that's small."),
    ],
    "what was done, and what is wanted now": [
        ("finish, book, want, another", "I finished the book and I want another."),
        ("drink, juice, want, more", "I drink juice and I want more."),
        ("lose, ball, want, new, one", "I lost the ball and I want a new one."),
    ],
    "whose it is": [
        ("dad, friend, come, dinner", "Dad's friend is coming to dinner."),
        ("mum, car, break down", "Mum's car broke down."),
        ("neighbour, dog, bark, all, day", "The neighbour's dog barks all day."),
        ("you, know, Ben, girlfriend, ?", "Do you know Ben's girlfriend?"),
        ("mum, dad, come", "Mum and dad are coming."),
    ],
    "what belongs to a thing is named after it": [
        ("my, wheelchair, battery, low", "My wheelchair battery is low."),
        ("I, need, phone, charger", "I need the phone charger."),
        ("car, keys, lost", "The car keys are lost."),
        ("kitchen, window, open", "The kitchen window is open."),
        ("phone, charger, where, ?", "Where is the phone charger?"),
    ],
    "which one it is": [
        ("girl, with, red, coat, be, nice", "The girl with the red coat is nice."),
        ("boy, in, wheelchair, be, my, friend", "The boy in the wheelchair is my friend."),
        ("girl, with, glasses, funny", "The girl with the glasses is funny."),
        ("man, with, beard, shout", "The man with the beard shouts."),
    ],
    "the one that is best": [
        ("grandma, make, best, cake", "Grandma makes the best cake."),
        ("I, want, biggest, ice cream", "I want the biggest ice cream."),
        ("worst, day, ever", "Worst day ever."),
    ],
    "things cost and take": [
        ("how, much, cost, ticket, ?", "How much does the ticket cost?"),
        ("how much, cost, shoes, ?", "How much do the shoes cost?"),
    ],
    "more is asked for, not told": [
        ("more, pillow, behind, head", "More pillows behind the head."),
        ("another, blanket, on, bed", "Another blanket on the bed."),
    ],
    "hopes": [
        ("I, hope, you, win", "I hope you win."),
        ("I, hope, mum, come", "I hope mum comes."),
    ],
    "measures": [
        ("bring, me, glass, water", "Bring me a glass of water."),
    ],
    "times that tell no tense": [
        ("I, feel, better, than, yesterday", "I feel better than yesterday."),
    ],
    "better is how somebody is": [
        ("doctor, say, I, better", "The doctor says I'm better."),
    ],
    "assistants are called": [
        ("Alexa, play, music", "Alexa, play music."),
        ("Siri, call, mum", "Siri, call mum."),
    ],
    "words that are two": [
        ("Ahmed, fast, during, Ramadan", "Ahmed fasts during Ramadan."),
        ("I, forget, words, after, stroke", "I forgot the words after the stroke."),
        ("uncle, touch, me, in, night", "My uncle touches me in the night."),
    ],
    "articles": [
        ("watch, Netflix", "I watch Netflix."),
        ("can, we, order, sushi, ?", "Can we order sushi?"),
        ("mum, and, dad, argue, about, money", "Mum and dad argue about money."),
    ],
}


@pytest.mark.parametrize(
    ("taps", "text"),
    [pytest.param(*case, id=case[0]) for table in _SENTENCES.values() for case in table],
)
def test_sentences(taps: str, text: str) -> None:
    assert realise(taps.split(", "), Controls()).text == text
