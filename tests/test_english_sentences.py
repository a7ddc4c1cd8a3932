"""English sentences, one table for each thing that the realiser must get right."""

from __future__ import annotations

import pytest

from models.engine import Controls, SentenceType, Tense
from models.english import realise

Case = tuple[str, str]

_STATEMENTS: dict[str, list[Case]] = {
    "subject and agreement": [
        ("I, want, cookie", "I want a cookie."),
        ("want, cookie", "I want a cookie."),
        ("mum, want, coffee", "Mum wants coffee."),
        ("boy, swim, sea", "The boy swims in the sea."),
        ("children, play, park", "The children play in the park."),
        ("two, cat, sleep, sofa", "Two cats sleep on the sofa."),
        ("dad, child, fish, reed", "Dad and the child fish with the reed."),
        ("Emma, I, build, sandcastle", "Emma and I build a sandcastle."),
        ("somebody, knock, door", "Somebody knocks on the door."),
    ],
    "one word and lists stay": [
        ("water", "Water."),
        ("eat", "Eat."),
        ("I", "I."),
        ("mummy, car", "Mummy, car."),
        ("mum, dad, grandma", "Mum, dad, grandma."),
        ("later, park", "Later, park."),
        ("more, music", "More music."),
        ("big, red, ball", "Big red ball."),
        ("different, one", "A different one."),
        ("pee, now", "Pee now."),
    ],
    "repeats keep their count": [
        ("no, no, no", "No, no, no."),
        ("again, again", "Again, again."),
        ("want, more, more, juice", "I want more, more juice."),
        ("very, very, tired", "I'm very, very tired."),
        ("dad, dad, come", "Dad, dad is coming."),
    ],
    "any order of taps": [
        ("cookie, want, I", "I want a cookie."),
        ("park, go, tomorrow, I", "I'm going to the park tomorrow."),
        ("want, ball, red", "I want a red ball."),
        ("telly, watch, want", "I want to watch telly."),
        ("home, go, want, I", "I want to go home."),
        ("mum, love, I", "Mum loves me."),
        ("very, tired, I", "I'm very tired."),
    ],
    "be and have": [
        ("I, hungry", "I'm hungry."),
        ("shoe, broken", "The shoe is broken."),
        ("this, boring", "This is boring."),
        ("that, good", "That's good."),
        ("my, name, Leo", "My name is Leo."),
        ("my, dog, name, Rex", "My dog's name is Rex."),
        ("mum, here", "Mum is here."),
        ("ball, under, table", "The ball is under the table."),
        ("I, be, dragon", "I'm a dragon."),
        ("we, be, pirate", "We're pirates."),
        ("he, tall, thin", "He's tall and thin."),
        ("I, be, 7", "I'm 7."),
        ("not, hungry", "I'm not hungry."),
        ("it, not, my, fault", "It's not my fault."),
    ],
    "negation": [
        ("not, want, eat", "I don't want to eat."),
        ("no, want, eat", "I don't want to eat."),
        ("mum, not, come", "Mum isn't coming."),
        ("stepmother, let, Cinderella, go, party, not",
         "The stepmother doesn't let Cinderella go to the party."),
        ("not, can, breathe", "I can't breathe."),
        ("not, that", "Not that."),
        ("no, school, today", "No school today."),
        ("not, hurt", "It doesn't hurt."),
        ("tablet, not, work", "The tablet doesn't work."),
        ("never, go, there", "I never go there."),
        ("not, know", "I don't know."),
    ],
    "time and tense": [
        ("yesterday, go, beach, dad", "Yesterday I went to the beach with dad."),
        ("I, see, elephant, zoo, yesterday", "I saw an elephant at the zoo yesterday."),
        ("last night, not, sleep", "Last night I didn't sleep."),
        ("last, week, we, play, football", "Last week we played football."),
        ("tomorrow, grandma, come", "Tomorrow grandma is coming."),
        ("tonight, watch, film", "Tonight I'm going to watch a film."),
        ("tomorrow, I, be, happy", "Tomorrow I'll be happy."),
        ("grandpa, die", "Grandpa died."),
        ("I, fall, floor", "I fell on the floor."),
        ("every day, go, school", "Every day I go to school."),
        ("mum, eat, now", "Mum is eating now."),
        ("Ramadan, start, tomorrow", "Ramadan is going to start tomorrow."),
        ("on, Monday, swim", "On Monday I swim."),
        ("go, mosque, Friday", "I'm going to the mosque on Friday."),
    ],
    "what follows a verb": [
        ("want, play, outside", "I want to play outside."),
        ("want, mum, come", "I want mum to come."),
        ("like, swim", "I like swimming."),
        ("stop, push, me", "Stop pushing me."),
        ("help, mum, cook", "Help mum cook."),
        ("see, dog, run", "I see a dog running."),
        ("think, mum, angry", "I think mum is angry."),
        ("tell, me, what, you, want", "Tell me what you want."),
        ("make, mum, happy", "I make mum happy."),
        ("go, swim", "I'm going swimming."),
        ("want, go, walk", "I want to go for a walk."),
        ("I, have, go, toilet", "I have to go to the toilet."),
        ("happy, see, you", "I'm happy to see you."),
        ("I, sorry, hit, you", "I'm sorry for hitting you."),
        ("come, play", "Come and play."),
    ],
    "prepositions": [
        ("I, look, plane", "I look at the plane."),
        ("child, listen, music", "The child listens to music."),
        ("girl, skate, skates", "The girl skates with the skates."),
        ("eat, soup, spoon", "I eat soup with a spoon."),
        ("go, school, by, bus", "I'm going to school by bus."),
        ("go, park, bike, dad", "I'm going to the park by bike with dad."),
        ("put, ball, box", "Put the ball in the box."),
        ("I, throw, ball, dad", "I throw the ball to dad."),
        ("Oscar, be, bar", "Oscar is at the bar."),
        ("sleep, bed", "I sleep in bed."),
        ("play, Minecraft, Leo", "I play Minecraft with Leo."),
        ("visit, grandma, house", "I visit grandma's house."),
        ("eat, melon, lemon", "I eat melon and lemon."),
        ("scared, doctor", "I'm scared of the doctor."),
        ("tired, wait", "I'm tired of waiting."),
        ("allergic, nuts", "I'm allergic to nuts."),
        ("get up, early", "Get up early."),
    ],
    "articles and number": [
        ("I, eat, apple", "I eat an apple."),
        ("want, water", "I want water."),
        ("like, apple", "I like apples."),
        ("like, film", "I like the film."),
        ("I, have, three, dog", "I have three dogs."),
        ("all, children, laugh", "All the children laugh."),
        ("lots, people", "Lots of people."),
        ("watch, tv", "I watch TV."),
        ("Three Wise Men, bring, a, gift", "The Three Wise Men bring a gift."),
        ("an, old, lady, give, them, a, magic, eraser",
         "An old lady gives them a magic eraser."),
    ],
    "body and family of the speaker": [
        ("hurt, head", "My head hurts."),
        ("hurt, tummy, lots", "My tummy hurts lots."),
        ("I, hurt, head", "My head hurts."),
        ("head, hurt", "My head hurts."),
        ("throat, hurt, swallow", "My throat hurts when I swallow."),
        ("new, shoes, hurt, feet", "The new shoes hurt my feet."),
        ("wash, hands", "Wash my hands."),
        ("girl, wash, hands", "The girl washes her hands."),
        ("he, fall, break, arm", "He fell and broke his arm."),
        ("cat, lick, paw", "The cat licks its paw."),
        ("they, raise, hands", "They raise their hands."),
        ("nurse, wash, hands", "The nurse washes hands."),
        ("man, push, arm", "The man pushes the arm."),
        ("brother, hit, me", "My brother hits me."),
        ("scared, uncle", "I'm scared of my uncle."),
    ],
    "clauses": [
        ("sad, dog, die", "I'm sad because the dog died."),
        ("angry, you, shout", "I'm angry because you shout."),
        ("I, cry, because, dad, go", "I'm crying because dad is going."),
        ("happy, because, birthday", "I'm happy because of the birthday."),
        ("if, rain, stay, home", "If it rains, I stay home."),
        ("when, I, big, I, be, pilot", "When I'm big, I'm a pilot."),
        ("before, eat, wash, hands", "Before I eat, wash my hands."),
        ("I, hide, you, find, me", "I hide and you find me."),
        ("grow up, be, firefighter", "When I grow up, I'll be a firefighter."),
        ("like, strawberries, but, not, cream", "I like strawberries, but not cream."),
    ],
    "words as tapped": [
        ("ate, apple", "I ate an apple."),
        ("I, going, school", "I'm going to school."),
        ("dad, is, cooking", "Dad is cooking."),
        ("want, the, ball", "I want the ball."),
        ("go, to, school", "I'm going to school."),
        ("my, mum's, car", "My mum's car."),
        ("want, abuela", "I want abuela."),
        ("want, xylofibble", "I want xylofibble."),
        ("M, A, R, I, A", "M A R I A."),
        ("I, don't know", "I don't know."),
    ],
    "names and capitals": [
        ("Will, come", "Will is coming."),
        ("Grace, home", "Grace, home."),
        ("Rose, be, my, friend", "Rose is my friend."),
        ("May, arrive, late", "May arrives late."),
        ("I, WANT, COOKIE", "I want a cookie."),
        ("Want, Juice", "I want juice."),
        ("LITTLE RED RIDING HOOD, WALK", "The little red riding hood walks."),
        ("Little Red Riding Hood, walk", "Little Red Riding Hood walks."),
        ("i, go, spain, monday", "I'm going to Spain on Monday."),
        ("I, want, iPad", "I want the iPad."),
        ("I WANT TO GO TO..., park", "I want to go to park."),
    ],
    "social words": [
        ("hi, Sam", "Hi, Sam."),
        ("sorry, grandma", "Sorry, grandma."),
        ("want, milk, please", "I want milk, please."),
        ("please, help, me", "Please help me."),
        ("no, thank you", "No, thank you."),
        ("thank you, help, me", "Thank you for helping me."),
        ("thanks, present", "Thanks for the present."),
        ("good, morning, mum", "Good morning, mum."),
        ("I, love, you, mum", "I love you, mum."),
        ("dad, smelly, haha", "Dad is smelly, haha."),
    ],
    "nothing softened, nothing made sensible": [
        ("shit", "Shit."),
        ("you, be, idiot", "You're an idiot."),
        ("you, bastard", "You bastard."),
        ("I, want, die", "I want to die."),
        ("he, touch, my, penis", "He touches my penis."),
        ("cow, fly", "The cow flies."),
        ("shoe, eat, soup", "The shoe eats soup."),
    ],
}  # fmt: skip

_QUESTIONS: dict[str, list[Case]] = {
    "yes or no": [
        ("you, come, ?", "Are you coming?"),
        ("you, tired, ?", "Are you tired?"),
        ("you, like, pizza, ?", "Do you like pizza?"),
        ("can, I, go, out, ?", "Can I go out?"),
        ("I, can, play, ?", "Can I play?"),
        ("dad, home, ?", "Is dad home?"),
        ("dad, work, today, ?", "Is dad working today?"),
        ("did, you, sleep, well, ?", "Did you sleep well?"),
        ("have, you, pet, ?", "Do you have a pet?"),
        ("water, ?", "Water?"),
        ("rain, now, ?", "Is it raining now?"),
        ("go, park, ?", "Go to the park?"),
    ],
    "question words": [
        ("where, mum, ?", "Where is mum?"),
        ("where, be, my, shoes, ?", "Where are my shoes?"),
        ("what, do, tomorrow, ?", "What am I doing tomorrow?"),
        ("what, you, eat, ?", "What are you eating?"),
        ("what, that", "What is that?"),
        ("who, come, ?", "Who is coming?"),
        ("who, take, my, pen, ?", "Who took my pen?"),
        ("why, you, sad, ?", "Why are you sad?"),
        ("why, mum, not, come, ?", "Why isn't mum coming?"),
        ("how, make, cake, ?", "How do I make a cake?"),
        ("how much, cost, ?", "How much does it cost?"),
        ("how, many, apple, ?", "How many apples?"),
        ("which, ball, you, want, ?", "Which ball do you want?"),
        ("what, be, wrong, ?", "What is wrong?"),
        ("you, go, where, ?", "Where are you going?"),
        ("where, you, go, Marta, ?", "Where are you going, Marta?"),
        ("what, happen, ?", "What happened?"),
        ("why, grandpa, die, ?", "Why did grandpa die?"),
    ],
}

_REQUESTS: list[Case] = [
    ("open, door", "Open the door."),
    ("come, mum", "Come, mum."),
    ("help, me, shoe", "Help me with my shoe."),
    ("not, touch, me", "Don't touch me."),
    ("not, shout", "Don't shout."),
    ("leave, me, alone", "Leave me alone."),
    ("change, pad", "Change my pad."),
    ("give, me, ball", "Give me the ball."),
    ("cut, food, me", "Cut the food for me."),
    ("be, quiet", "Be quiet."),
    ("you, open, jar", "You open the jar."),
    ("you, sit, here", "You sit here."),
    ("take, me, home", "Take me home."),
]


def _said(taps: str, controls: Controls | None = None) -> str:
    return realise(taps.split(", "), controls or Controls()).text


def _named(tables: dict[str, list[Case]]) -> list[object]:
    return [
        pytest.param(taps, text, id=f"{name}: {taps}")
        for name, cases in tables.items()
        for taps, text in cases
    ]


@pytest.mark.parametrize(("taps", "text"), _named(_STATEMENTS))
def test_statements(taps: str, text: str) -> None:
    assert _said(taps) == text


@pytest.mark.parametrize(("taps", "text"), _named(_QUESTIONS))
def test_questions(taps: str, text: str) -> None:
    assert _said(taps) == text


@pytest.mark.parametrize(("taps", "text"), _REQUESTS)
def test_requests(taps: str, text: str) -> None:
    assert _said(taps) == text


@pytest.mark.parametrize(
    ("taps", "controls", "text"),
    [
        ("I, eat, apple", Controls(tense=Tense.PAST), "I ate an apple."),
        ("I, eat, apple", Controls(tense=Tense.FUTURE), "I'm going to eat an apple."),
        ("yesterday, eat", Controls(tense=Tense.PRESENT), "Yesterday I eat."),
        ("I, tired", Controls(tense=Tense.PAST), "I was tired."),
        ("I, tired", Controls(tense=Tense.FUTURE), "I'll be tired."),
        ("I, can, go", Controls(tense=Tense.PAST), "I could go."),
        ("you, come", Controls(sentence_type=SentenceType.QUESTION), "Are you coming?"),
        ("you, open, jar", Controls(sentence_type=SentenceType.REQUEST), "Open the jar."),
        ("mum, open, jar", Controls(sentence_type=SentenceType.REQUEST), "Mum, open the jar."),
        ("hit, Tom", Controls(sentence_type=SentenceType.REQUEST), "Hit Tom."),
        ("I, win", Controls(sentence_type=SentenceType.EXCLAMATION), "I won!"),
        ("want, eat", Controls(negative=True), "I don't want to eat."),
        ("not, want, eat", Controls(negative=True), "I don't want to eat."),
        ("mum, come", Controls(negative=True, tense=Tense.PAST), "Mum didn't come."),
        ("eat", Controls(tense=Tense.PAST), "I ate."),
    ],
)
def test_controls(taps: str, controls: Controls, text: str) -> None:
    assert _said(taps, controls) == text


@pytest.mark.parametrize(
    ("taps", "alternative"),
    [
        ("you, open, jar", "Open the jar."),
        ("brush, teeth", "I brush my teeth."),
        ("want, cookie", "I want the cookie."),
        ("what, do, tomorrow, ?", "What are we doing tomorrow?"),
        ("he, touch, my, penis", "He touched my penis."),
        ("mummy, car", "Mummy's car."),
        ("angry, mum", "Mum is angry."),
        ("go, park, ?", "Are we going to the park?"),
    ],
)
def test_other_readings_are_offered(taps: str, alternative: str) -> None:
    made = realise(taps.split(", "), Controls())
    assert alternative in made.alternatives
    assert made.text not in made.alternatives
    assert len(made.alternatives) <= 3
