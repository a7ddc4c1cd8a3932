"""English messages of every day: each table is a cause of wrong sentences that is mended."""

from __future__ import annotations

import pytest

from models.engine import Controls
from models.english import realise
from models.faithful import check
from models.telegraphic import as_chosen

_SENTENCES: dict[str, list[tuple[str, str]]] = {
    "what there is": [
        ("there, be, spider, in, bath", "There is a spider in the bath."),
        ("there, be, many, birds, garden", "There are many birds in the garden."),
        ("be, there, milk, ?", "Is there milk?"),
        ("there, not, be, bread", "There isn't bread."),
        ("there, be, no, toilet paper", "There is no toilet paper."),
    ],
    "a thing of nature acts, though it is a place, too": [
        ("moon, rise", "The moon rises."),
        ("moon, shine", "The moon shines."),
        ("bread, rise, oven", "The bread rises in the oven."),
        ("koala, cling, tree", "The koala clings to the tree."),
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
        ("they, be, to, see, you, well", "They're to see you well."),
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
    "telling and saying": [
        ("dad, say, yes", "Dad says yes."),
        ("teacher, ask, me, question", "The teacher asks me the question."),
        ("he, tell, me, shut up", "He tells me to shut up."),
        ("she, tell, me, lie", "She tells me a lie."),
        ("mum, tell, Leo, stop", "Mum tells Leo to stop."),
        ("Emma, tell, Jack, she, like, him", "Emma tells Jack she likes him."),
        ("guess, who, I, see", "Guess who I see."),
    ],
    "a need, and what is asked for": [
        ("I, cold, close, window", "I'm cold, close the window."),
        ("I, thirsty, bring, water", "I'm thirsty, bring water."),
    ],
    "conditions and times of old": [
        ("if, I, win, lottery, buy, house", "If I win the lottery, I buy a house."),
        ("when, I, small, I, live, Spain", "When I was small, I lived in Spain."),
        ("when, I, teenager, I, love, punk", "When I was a teenager, I loved punk."),
    ],
    "first and then": [
        ("first, homework, then, play", "First homework, then play."),
        ("first, wash, hands, then, eat", "First wash my hands, then eat."),
    ],
    "not denies what somebody is": [
        ("she, not, my, friend", "She's not my friend."),
        ("I, not, baby", "I'm not a baby."),
        ("we, not, friends", "We're not friends."),
        ("I, not, ready, sex", "I'm not ready for sex."),
        ("lift, not, work", "The lift doesn't work."),
        ("no, one, understand, me", "No one understands me."),
        ("don't, finish, my, sentences", "Don't finish my sentences."),
        ("don't, want, go", "I don't want to go."),
    ],
    "what was done to a thing": [
        ("train, be, cancelled", "The train is cancelled."),
        ("letter, sent", "The letter is sent."),
    ],
    "compared without than": [
        ("London, bigger, Madrid", "London is bigger than Madrid."),
        ("summer, better, winter", "Summer is better than winter."),
        ("you, cook, better, me", "You cook better than me."),
        ("mum, drive, slower, dad", "Mum drives slower than dad."),
        ("drive, slower, mum", "I drive slower, mum."),
    ],
    "one thing, named whole": [
        ("chips, with, ketchup", "Chips with ketchup."),
        ("ticket, to, London, please", "Ticket to London, please."),
        ("peace, in, world", "Peace in the world."),
        ("this, for, you", "This is for you."),
    ],
    "questions about what somebody has": [
        ("when, mum, birthday, ?", "When is mum's birthday?"),
        ("where, dad, phone, ?", "Where is dad's phone?"),
        ("where, mum, dad, ?", "Where are mum and dad?"),
        ("how old, Leo, sister, ?", "How old is Leo's sister?"),
        ("where, lift, ?", "Where is the lift?"),
        ("how, spell, cat, ?", "How do I spell cat?"),
    ],
    "cries and last words": [
        ("shit, I, forget", "Shit, I forgot."),
        ("I, forget, your, name, sorry", "I forgot your name, sorry."),
        ("speak, to, me, not, my, carer", "Speak to me, not my carer."),
        ("sit, me, up", "Sit me up."),
        ("watch, me, jump", "Watch me jump."),
    ],
    "each does something": [
        ("mum, cook, dad, clean", "Mum cooks and dad cleans."),
        ("I, bored, nothing, do", "I'm bored with nothing to do."),
        ("want, something, eat", "I want something to eat."),
    ],
    "hours": [
        ("film, start, 8", "The film starts at 8."),
        ("train, leave, 10:30", "The train leaves at 10:30."),
        ("it, Monday, today", "It's Monday today."),
    ],
    "how often, where it was tapped": [
        ("sometimes, I, feel, lonely", "Sometimes I feel lonely."),
        ("I, sometimes, cry", "I sometimes cry."),
    ],
    "a place of two words": [
        ("bus, stop, far", "The bus stop is far."),
        ("bus, stop, here", "The bus stops here."),
    ],
    "over": [
        ("I, do, my, homework, already", "I already did my homework."),
        ("I, just, eat", "I just ate."),
    ],
    "in general": [
        ("politics, boring", "Politics is boring."),
        ("war, bad", "War is bad."),
        ("vote, for, change", "I vote for change."),
        ("I, ask, mum, money", "I ask mum for money."),
    ],
    "how long it has lasted": [
        ("she, not, eat, since, yesterday", "She hasn't eaten since yesterday."),
        ("I, live, here, for, ten, years", "I've lived here for ten years."),
        ("we, be, married, for, forty, years", "We've been married for forty years."),
        ("I, not, eat, yet", "I haven't eaten yet."),
        ("you, eat, yet, ?", "Have you eaten yet?"),
        ("not, ready, yet", "I'm not ready yet."),
        ("we, be, married, forty, years", "We've been married for forty years."),
        ("I, work, factory, thirty, years", "I've worked in the factory for thirty years."),
        ("I, know, Tom, twenty, years", "I've known Tom for twenty years."),
        ("I, be, 30, years, old", "I'm 30 years old."),
        ("I, live", "I live."),
    ],
    "wishes": [
        ("I, wish, I, can, walk", "I wish I could walk."),
        ("I, wish, I, have, dog", "I wish I had a dog."),
        ("I, feel, like, nobody, love, me", "I feel like nobody loves me."),
    ],
    "auxiliaries that were tapped": [
        ("do, you, want, dance, ?", "Do you want to dance?"),
        ("did, mum, sleep, ?", "Did mum sleep?"),
        ("do, homework, want, play", "I do my homework and I want to play."),
    ],
    "a little": [
        ("lift, my, arm, little", "Lift my arm a little."),
        ("hurt, little", "It hurts a little."),
        ("want, ball, little", "I want a little ball."),
    ],
    "thanks and wishes for others": [
        ("thanks, for, dinner", "Thanks for dinner."),
        ("sorry, for, shouting", "Sorry for shouting."),
        ("nice, meet, you", "Nice to meet you."),
        ("get, well, soon", "Get well soon."),
    ],
    "asked of somebody": [
        ("call, me, tomorrow", "Call me tomorrow."),
        ("tie, my, shoes", "Tie my shoes."),
        ("cut, my, nails", "Cut my nails."),
        ("take, this, away", "Take this away."),
        ("give, it, back", "Give it back."),
        ("turn, left", "Turn left."),
        ("push, chair, closer", "Push the chair closer."),
        ("wait, for, mum", "Wait for mum."),
    ],
    "who and what acts": [
        ("bee, sting, me", "The bee stings me."),
        ("shop, sell, bread", "The shop sells bread."),
        ("wind, blow, strong", "The wind blows strong."),
        ("people, think, I, stupid", "People think I'm stupid."),
    ],
    "prepositions": [
        ("I, go, to, bed, at, ten", "I'm going to bed at ten."),
        ("I, listen, music, my, room", "I listen to music in my room."),
        ("I, play, cards, with, grandpa", "I play cards with grandpa."),
        ("grandma, tell, stories, war", "Grandma tells stories about war."),
        ("what, kind, music, you, like, ?", "What kind of music do you like?"),
        ("I, read, book, about, dinosaurs", "I read a book about dinosaurs."),
        ("I, take, photo, of, cat", "I take a photo of the cat."),
    ],
    "needs": [
        ("need, help, eat", "I need help to eat."),
        ("need, blanket, cold", "I need a blanket, cold."),
        ("I, catch, cold", "I caught a cold."),
        ("I, want, coffee, no, sugar", "I want coffee, no sugar."),
        ("I, remember, my, first, kiss", "I remember my first kiss."),
    ],
    "times": [
        ("when I was little, we, live, farm", "When I was little we lived on the farm."),
        ("two hours ago, I, take, ibuprofen", "Two hours ago I took the ibuprofen."),
        ("day before yesterday, I, fall", "The day before yesterday I fell."),
    ],
    "denied inside": [
        ("I, hope, it, not, hurt", "I hope it doesn't hurt."),
        ("Kevin, say, he, not, do, it", "Kevin says he doesn't do it."),
        ("I, know, dad, not, come", "I know dad isn't coming."),
        ("she, think, I, not, listen", "She doesn't think I listen."),
        ("not, judge, me", "Don't judge me."),
        ("nobody, answer, door", "Nobody answers the door."),
    ],
    "more words": [
        ("I, order, pizza, online", "I order pizza online."),
        ("my, fingers, tingle", "My fingers tingle."),
        ("I, can, hardly, hear, you", "I can hardly hear you."),
        ("smell, remind, me, hospital", "The smell reminds me about hospital."),
        ("he, laugh, his, own, jokes", "He laughs at his own jokes."),
        (
            "yesterday, I, throw, stone, and, break, window",
            "Yesterday I threw the stone and I broke the window.",
        ),
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


@pytest.mark.parametrize("taps", ["laugh, at, me", "shout, at, me"])
def test_who_is_unkind_to_the_speaker_is_left_open(taps: str) -> None:
    glosses = taps.split(", ")
    assert realise(glosses, Controls()).text == as_chosen(glosses, "en")


@pytest.mark.parametrize(
    "taps",
    [
        "I, know, who, do, it",
        "there, be, spider",
        "if, rain, we, stay",
        "trust, me",
        "Tom, taller, me",
    ],
)
def test_the_rules_are_sure_of_constructions_that_leave_no_choice(taps: str) -> None:
    assert realise(taps.split(", "), Controls()).is_sure
    assert not realise(["dog", "eat", "apple"], Controls()).is_sure


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("he, touch, me, cry", "He touches me and I cry."),
        ("uncle, hit, me, scared", "My uncle hits me and I'm scared."),
        ("uncle, hit, I, scared", "My uncle hits me and I'm scared."),
        ("yesterday, he, touch, me, cry", "Yesterday he touched me and I cried."),
        ("yesterday, uncle, hit, me, sad", "Yesterday my uncle hit me and I was sad."),
        ("my, sister, push, me, fall", "My sister pushes me and I fall."),
        ("he, hit, her, cry", "He hits her and she cries."),
        ("kids, bully, us, cry", "The kids bully us and we cry."),
        ("he, touch, me, not, sleep", "He touches me and I don't sleep."),
        ("dad, shout at, me, cry", "Dad shouts at me and I cry."),
        ("friends, ignore, me, lonely", "My friends ignore me and I'm lonely."),
        ("uncle, lock, me, room, cry", "My uncle locks me in the room and I cry."),
        ("he, touch, me, and, cry", "He touches me and I cry."),
        ("dad, hit, me, scream, cry", "Dad hits me and I scream and cry."),
    ],
)
def test_who_is_harmed_is_told_as_the_object_and_feels_or_acts(words: str, sentence: str) -> None:
    assert realise(words.split(", "), Controls()).text == sentence


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("mum, cook, I, play", "Mum cooks and I play."),
        ("mum, help, me, eat", "Mum helps me eat."),
        ("he, make, me, cry", "He makes me cry."),
        ("mum, push, me, swing", "Mum pushes me on the swing."),
        ("he, hit, me, stick", "He hits me with the stick."),
        ("he, kick, me, leg", "He kicks me on the leg."),
    ],
)
def test_who_is_not_harmed_only_does_the_second(words: str, sentence: str) -> None:
    assert realise(words.split(", "), Controls()).text == sentence


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("he, hit, me, stop", "He hits me, stop."),
        ("nurse, hurt, me, help", "The nurse hurts me, help."),
        ("he, touch, me, no", "He touches me, no."),
        ("he, kiss, me, stop", "He kisses me, stop."),
        ("bus, stop", "The bus stops."),
        ("I, need, help", "I need help."),
        ("mum, help, me, stop", "Mum helps me stop."),
    ],
)
def test_a_last_word_is_cried_out_where_somebody_is_harmed(words: str, sentence: str) -> None:
    glosses = words.split(", ")
    assert realise(glosses, Controls()).text == sentence
    assert check(sentence, tuple(glosses), "en").ok


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("I, say, no", "I say no."),
        ("mum, say, no", "Mum says no."),
        ("I, say, stop", "I say stop."),
        ("I, not, say, no", "I don't say no."),
    ],
)
def test_a_no_that_is_said_denies_nothing(words: str, sentence: str) -> None:
    assert realise(words.split(", "), Controls()).text == sentence
