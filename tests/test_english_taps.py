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
    "what stands behind a small word": [
        ("listen, me, without, interrupt", "Listen to me without interrupting."),
        ("he, leave, without, say, goodbye", "He left without saying goodbye."),
        ("sit, here, next, me", "Sit here next to me."),
        ("read, next, chapter", "I read the next chapter."),
        ("I, forget, name, my, teacher", "I forgot the name of my teacher."),
        ("brush, teeth, then, eat", "Brush my teeth then eat."),
    ],
    "do not says no more than not": [
        ("do, not, resuscitate", "Don't resuscitate."),
        ("do, not, touch, that", "Don't touch that."),
        ("I, do, not, know", "I don't know."),
        ("he, does, not, like, me", "He doesn't like me."),
        ("do, you, not, like, me, ?", "Do you not like me?"),
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
    "parts of the body hurt, and somebody is told": [
        ("tooth, hurt, dentist", "My tooth hurts, dentist."),
        ("head, tummy, hurt", "My head and my tummy hurt."),
    ],
    "things give and read nothing": [
        ("ball, give, me", "Give me the ball."),
        ("tell, dad, I, love, he", "Tell dad I love him."),
        ("cake, bake, mum", "I bake mum a cake."),
        ("I, save, money, bike", "I save the money for the bike."),
    ],
    "questions about a thing or its owner": [
        ("which, bus, go, town, ?", "Which bus is going to town?"),
        ("what, you, name, ?", "What is your name?"),
        ("whose, turn, ?", "Whose turn?"),
        ("where, stop, bus, ?", "Where is the bus stopping?"),
        ("why, die, ?", "Why die?"),
    ],
    "verbs that are also nouns": [
        ("watch, broken", "The watch is broken."),
        ("drink, cold", "The drink is cold."),
        ("water, plants", "I water the plants."),
        ("dress, doll", "Dress the doll."),
        ("my, phone, ring", "My phone is ringing."),
        ("I, use, pictures, talk", "I use the pictures to talk."),
    ],
    "how somebody is, with a time or the subject last": [
        ("this morning, bus, late", "This morning the bus was late."),
        ("sometimes, dad, sad", "Sometimes dad is sad."),
        ("not, tired, me", "I'm not tired."),
        ("tomorrow, not, work", "Tomorrow I'm not going to work."),
    ],
    "numbers, hours and measures": [
        ("appointment, ten, Tuesday", "Appointment, ten, Tuesday."),
        ("train, late, 20, minutes", "Train, late 20 minutes."),
        ("get up, 7", "Get up at 7."),
        ("cup, tea", "Cup of tea."),
        ("want, two, slices, bread", "I want two slices of bread."),
    ],
    "prepositions": [
        ("excited, Christmas", "I'm excited about Christmas."),
        ("we, celebrate, Eid, Sunday", "We celebrate Eid on Sunday."),
        ("go, cemetery, flowers", "I'm going to the cemetery with the flowers."),
        ("I, prefer, tea, coffee", "I prefer tea to coffee."),
        ("pay, card", "I pay by card."),
        ("run out, milk", "I run out of milk."),
        ("come from, Poland", "I come from Poland."),
        ("get dressed, myself", "I get dressed myself."),
        ("turn, me, side", "Turn me to the side."),
    ],
    "who is called or told off": [
        ("go away, dog", "Go away, dog."),
        ("brush teeth, mum", "Brush teeth, mum."),
        ("not, touch, my, hair", "Don't touch my hair."),
        ("not, tell, anyone", "Don't tell anyone."),
        ("thank you, present, Auntie Jo", "Thank you for the present, Auntie Jo."),
    ],
    "number and article": [
        ("mum, and, dad, argue", "Mum and dad argue."),
        ("want, other, one", "I want the other one."),
        ("maths, difficult", "Maths is difficult."),
    ],
    "comparisons": [
        ("dog, big, than, cat", "The dog is bigger than the cat."),
        ("my, brother, taller, me", "My brother is taller than me."),
        ("film, boring, than, book", "The film is more boring than the book."),
    ],
    "a quality and a second thing told": [
        ("hungry, want, sandwich", "I'm hungry and I want a sandwich."),
        ("I, dizzy, fall", "I'm dizzy and I fell."),
        ("open, window, hot", "Open the window, hot."),
        ("not, eat, pork, Muslim", "I don't eat pork, Muslim."),
        ("I, not, feel, safe, home", "I don't feel safe at home."),
        ("happy, see, grandma", "I'm happy to see grandma."),
    ],
    "questions inside": [
        ("not, know, where, mum", "I don't know where mum is."),
        ("I, want, know, where, my, shoes", "I want to know where my shoes are."),
    ],
    "let's, and what is not liked": [
        ("let's, not, play", "Let's not play."),
        ("this, not, like", "I don't like this."),
        ("mum, die, cancer", "Mum died of cancer."),
        ("sleep with, me", "Sleep with me."),
    ],
    "names with a capital and owners": [
        ("go, McDonald's", "I'm going to McDonald's."),
        ("red, T-shirt", "Red T-shirt."),
        ("want, Leo's, ball", "I want Leo's ball."),
    ],
    "clauses that tell which one stay as chosen": [
        ("girl, who, sit, there, nice", "Girl who sit there nice."),
        ("book, that, I, like", "Book that I like."),
        ("one, two, three, go", "One, two, three, go."),
    ],
    "what to do, and what not": [
        ("I, not, know, what, do", "I don't know what to do."),
        ("I, know, how, swim", "I know how to swim."),
        ("not, resuscitate", "Don't resuscitate."),
        ("coffee, no, sugar", "Coffee, no sugar."),
    ],
    "here and now": [
        ("you, come, here", "You come here."),
        ("food, here, horrible", "The food is horrible here."),
        ("toilet, quick", "Toilet, quick."),
        ("grandma, cat, ill", "Grandma, cat, ill."),
        ("when, I, die, ?", "When do I die?"),
        ("I, turned on", "I'm turned on."),
        ("computer, not working", "The computer is not working."),
    ],
    "nothing to do, and things pointed at": [
        ("nothing, eat", "Nothing to eat."),
        ("nothing, hurt", "Nothing hurts."),
        ("that, my, chair", "That's my chair."),
        ("we, go, swimming, Saturday, ?", "Are we going swimming on Saturday?"),
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
        "break, glasses, Sara",
        "spill, juice, Tom",
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
