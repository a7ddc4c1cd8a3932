"""What a press means, without a window."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aac_app.communicator import Communicator, Habits, Occasion
from aac_app.controls import Toggle, is_on, pressed
from aac_app.settings import MessageForm
from models.engine import Controls, Gender, Sentence, Tense
from pictograms.board import Board, Button, LoadBoard

YO, QUERER, AGUA = (Button(word, word) for word in ("yo", "querer", "agua"))
HELP = Button("help", "ayuda", speaks_at_once=True)
FOOD = Button("food", "comida", load_board=LoadBoard(id="food"))
FRUIT = Button("fruit", "fruta", load_board=LoadBoard(id="fruit"), adds_word=True)
BOARD = Board("home", "Inicio", "es", {}, ())


class Recorder:
    """Stands for the world: writes down what was asked of it."""

    def __init__(self):
        self.asked = []
        self.said = []
        self.sounds = []
        self.moves = []
        self.choices = {}
        self.spoken = []
        self.notices = []
        self.words = ["manzana"]

    def ask(self, request):
        self.asked.append(request)

    def say(self, text, occasion, sound=None):
        self.said.append((text, occasion))
        self.sounds.append(sound)

    def open_board(self, target):
        self.moves.append(target.id)

    def go_home(self):
        self.moves.append("home")

    def go_back(self):
        self.moves.append("back")

    def complete(self, prefix, place):
        return self.words[place - 1] if place <= len(self.words) else None

    def recall(self, request):
        return self.choices.get(request.glosses)

    def remember(self, request, text):
        self.choices[request.glosses] = text

    def message_spoken(self, request, text):
        self.spoken.append((request.glosses, text))

    def notice(self, action):
        self.notices.append(action)

    def changed(self):
        pass


@pytest.fixture
def world():
    return Recorder()


@pytest.fixture
def talk(world):
    return Communicator(world, "es", Habits(speak_words=False))


def tap(talk, *buttons):
    for button in buttons:
        talk.activate(button, BOARD)


def answer(talk, world, text, *others):
    return talk.accept(world.asked[-1].ticket, Sentence(text, "test", others))


def test_a_tap_asks_at_once_and_shows_the_words_meanwhile(talk, world):
    tap(talk, QUERER, AGUA)
    assert [request.glosses for request in world.asked] == [("querer",), ("querer", "agua")]
    assert world.asked[0].cancelled.is_set()
    assert not world.asked[1].cancelled.is_set()
    assert talk.shown == "Querer agua."
    assert answer(talk, world, "Quiero agua.")
    assert talk.shown == "Quiero agua."


def test_a_sentence_for_an_older_message_is_dropped(talk, world):
    tap(talk, YO, QUERER)
    assert not talk.accept(world.asked[0].ticket, Sentence("Yo.", "slow"))
    assert answer(talk, world, "Quiero.")


def test_speak_never_waits_and_a_late_sentence_never_replaces_what_was_said(talk, world):
    tap(talk, QUERER, AGUA)
    late = world.asked[-1]
    talk.speak()
    assert world.said == [("Querer agua.", Occasion.MESSAGE)]
    assert late.cancelled.is_set()
    assert not talk.accept(late.ticket, Sentence("Quiero agua.", "slow"))
    assert talk.shown == "Querer agua."


def test_a_spoken_message_stays_and_the_next_word_starts_a_new_one(talk, world):
    tap(talk, QUERER, AGUA)
    answer(talk, world, "Quiero agua.")
    talk.speak()
    assert talk.shown == "Quiero agua."
    tap(talk, YO)
    assert talk.message.glosses == ("yo",)
    talk.undo()
    assert talk.message.glosses == ("querer", "agua")
    assert talk.shown == "Quiero agua."
    talk.speak()
    assert world.said[-1] == ("Quiero agua.", Occasion.MESSAGE)


def test_delete_clear_and_undo_walk_back_step_by_step(talk, world):
    tap(talk, YO, QUERER, AGUA)
    talk.delete_last()
    assert talk.message.glosses == ("yo", "querer")
    talk.clear()
    assert talk.shown == ""
    talk.undo()
    talk.undo()
    assert talk.message.glosses == ("yo", "querer", "agua")


def test_urgent_words_are_spoken_at_once_without_the_engine(talk, world):
    tap(talk, HELP)
    assert world.said == [("ayuda", Occasion.URGENT)]
    assert world.asked == []
    assert talk.message.is_empty


def test_an_urgent_word_may_also_be_added(talk, world):
    tap(talk, replace(HELP, adds_word=True))
    assert world.said == [("ayuda", Occasion.URGENT)]
    assert talk.message.glosses == ("ayuda",)


def test_words_are_spoken_while_building_where_the_setting_says_so(world):
    talk = Communicator(world, "es", Habits(speak_words=True))
    tap(talk, replace(AGUA, vocalization="agüita"))
    assert world.said == [("agüita", Occasion.WORD)]


@pytest.mark.parametrize(
    ("button", "moves", "glosses"),
    [(FOOD, ["food"], ()), (FRUIT, ["fruit"], ("fruta",))],
    ids=["link", "link-that-adds-its-word"],
)
def test_links(talk, world, button, moves, glosses):
    tap(talk, button)
    assert world.moves == moves
    assert talk.message.glosses == glosses


@pytest.mark.parametrize(
    ("board_says", "setting", "goes"),
    [(None, False, False), (None, True, True), (True, False, True), (False, True, False)],
)
def test_going_home_after_a_word(world, board_says, setting, goes):
    talk = Communicator(world, "es", Habits(speak_words=False, home_after_word=setting))
    talk.activate(AGUA, replace(BOARD, home_after_word=board_says))
    assert world.moves == (["home"] if goes else [])


def test_a_spelled_word_enters_as_one_gloss_unchanged(talk, world):
    letters = [Button(c, c, actions=(f"+{c}",)) for c in "Zoé"]
    tap(talk, QUERER, *letters)
    assert talk.message.glosses == ("querer", "Zoé")
    tap(talk, Button("space", "espacio", actions=(":space",)))
    assert [entry.gloss for entry in talk.message.entries] == ["querer", "Zoé"]
    tap(talk, letters[0])
    talk.delete_last()
    assert talk.message.glosses == ("querer", "Zoé")


def test_the_next_word_or_speak_ends_a_spelled_word(talk, world):
    tap(talk, Button("n", "n", actions=("+no",)), AGUA)
    assert talk.message.glosses == ("no", "agua")
    tap(talk, Button("s", "s", actions=("+sal",)))
    talk.speak()
    assert [entry.gloss for entry in talk.message.entries] == ["no", "agua", "sal"]


def test_a_completion_replaces_the_letters(talk, world):
    tap(talk, Button("m", "m", actions=("+ma",)))
    tap(talk, Button("c1", "", actions=(":ext_aac_complete_1",)))
    assert talk.message.glosses == ("manzana",)
    tap(talk, Button("c2", "", actions=(":ext_aac_complete_2",)))
    assert talk.message.glosses == ("manzana",)


def test_board_actions(talk, world):
    tap(talk, YO, AGUA, Button("b", "", actions=(":backspace",)))
    assert talk.message.glosses == ("yo",)
    tap(talk, Button("s", "", actions=(":speak",)))
    assert world.said[-1][1] is Occasion.MESSAGE
    tap(talk, Button("c", "", actions=(":clear", ":home")))
    assert talk.message.is_empty
    assert world.moves == ["home"]
    tap(talk, Button("w", "", actions=(":beep",)))
    assert world.notices == [":beep"]


def test_as_chosen_is_always_the_first_choice_and_one_selection_away(talk, world):
    tap(talk, QUERER, AGUA)
    answer(talk, world, "Quiero agua.", "Quiero el agua.")
    assert talk.choices == ("Querer agua.", "Quiero agua.", "Quiero el agua.")
    talk.pick(0)
    assert talk.shown == "Querer agua."
    tap(talk, YO)
    answer(talk, world, "Yo quiero agua.")
    assert talk.shown == "Querer agua yo."
    talk.toggle_form()
    assert talk.shown == "Yo quiero agua."


def test_as_chosen_can_be_a_persons_default(world):
    talk = Communicator(world, "es", Habits(form=MessageForm.AS_CHOSEN, speak_words=False))
    tap(talk, QUERER, AGUA)
    answer(talk, world, "Quiero agua.")
    assert talk.shown == "Querer agua."


def test_a_chosen_alternative_is_remembered_and_can_be_forgotten(talk, world):
    tap(talk, QUERER, AGUA)
    answer(talk, world, "Quiero agua.", "Quiero el agua.")
    talk.pick(2)
    talk.speak()
    assert world.spoken == [(("querer", "agua"), "Quiero el agua.")]
    tap(talk, QUERER, AGUA)
    answer(talk, world, "Quiero agua.", "Quiero el agua.")
    assert talk.shown == "Quiero el agua."
    talk.pick(1)
    assert world.choices[("querer", "agua")] is None
    assert talk.shown == "Quiero agua."


def test_controls_hold_for_one_message(world):
    talk = Communicator(
        world, "es", Habits(speak_words=False, standing=Controls(speaker=Gender.FEMININE))
    )
    tap(talk, QUERER)
    talk.control(pressed(Toggle.PAST))
    assert world.asked[-1].controls == Controls(tense=Tense.PAST, speaker=Gender.FEMININE)
    assert is_on(Toggle.PAST, talk.controls)
    talk.control(pressed(Toggle.PAST))
    assert talk.controls.tense is None
    talk.control(pressed(Toggle.NEGATIVE))
    talk.control(pressed(Toggle.QUESTION))
    talk.speak()
    tap(talk, AGUA)
    assert talk.controls == Controls(speaker=Gender.FEMININE)


def test_a_change_of_language_starts_a_new_message(talk, world):
    tap(talk, QUERER)
    talk.adapt("en", Habits(speak_words=False))
    assert talk.message.is_empty
    assert not talk.can_undo
    tap(talk, Button("want", "want"))
    assert world.asked[-1].language == "en"


def test_a_better_engine_is_asked_for_the_words_that_stand_there(talk, world):
    tap(talk, QUERER)
    answer(talk, world, "Querer.")
    talk.ask_again()
    assert len(world.asked) == 2
    talk.speak()
    talk.ask_again()
    assert len(world.asked) == 2


def test_nothing_happens_without_words(talk, world):
    talk.speak()
    talk.delete_last()
    talk.clear()
    talk.undo()
    talk.pick(3)
    assert (world.said, world.asked, talk.shown, talk.choices) == ([], [], "", ())


@pytest.mark.parametrize("toggle", Toggle)
def test_buttons_of_a_board_may_be_the_controls(talk, world, toggle):
    control = Button("t", "", actions=(f":ext_aac_{toggle.value}",))
    tap(talk, YO, QUERER, control)
    assert is_on(toggle, talk.controls)
    assert is_on(toggle, world.asked[-1].controls)
    tap(talk, control)
    assert not is_on(toggle, talk.controls)
    assert not world.notices
