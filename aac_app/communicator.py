"""What activating a button means: the message, its sentence, and what is to be said. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from types import MappingProxyType
from typing import Protocol

from aac_app.controls import Toggle, pressed
from aac_app.message import Entry, Message
from aac_app.settings import MessageForm
from models.engine import Controls, Sentence, SentenceRequest
from models.telegraphic import as_chosen, with_controls
from pictograms.board import Board, Button, LoadBoard, Sound


class Occasion(Enum):
    """Why something is said; decides what may cut it short."""

    WORD = "word"
    MESSAGE = "message"
    URGENT = "urgent"


class Effects(Protocol):
    """What the communicator asks of the world around it."""

    def ask(self, request: SentenceRequest) -> None: ...
    def say(self, text: str, occasion: Occasion, sound: Sound | None = None) -> None:
        """Have it said; a recorded sound of the board is played instead of the voice."""

    def open_board(self, target: LoadBoard) -> None: ...
    def go_home(self) -> None: ...
    def go_back(self) -> None: ...
    def complete(self, prefix: str, place: int) -> str | None:
        """The word offered in completion cell `place` (from 1), or None."""

    def recall(self, request: SentenceRequest) -> str | None:
        """The alternative that was chosen for these words before, or None."""

    def remember(self, request: SentenceRequest, text: str | None) -> None:
        """Keep (or, with None, forget) the alternative chosen for these words."""

    def message_spoken(self, request: SentenceRequest, text: str) -> None: ...
    def notice(self, action: str) -> None:
        """A button asked for an action that does not exist here."""

    def changed(self) -> None:
        """Something that the window shows has changed."""


@dataclass(frozen=True, slots=True)
class Habits:
    """The settings that decide what a press does."""

    form: MessageForm = MessageForm.SENTENCE
    speak_words: bool = True
    home_after_word: bool = False
    standing: Controls = field(default_factory=Controls)
    """The controls that hold for every message: gender, formality, variety."""


@dataclass(frozen=True, slots=True)
class _State:
    message: Message
    controls: Controls
    form: MessageForm
    picked: str | None = None
    """The alternative that the user picked for this message."""
    said: str | None = None
    """What was spoken; the next word starts a new message."""


_UNDO_DEPTH = 50


class Communicator:
    """Turns activations into a message, a request for its sentence, and speech."""

    def __init__(self, effects: Effects, language: str, habits: Habits) -> None:
        self._effects = effects
        self._language = language
        self._habits = habits
        self._state = self._fresh()
        self._past: list[_State] = []
        self._sentence: Sentence | None = None
        self._ticket = 0
        self._request = self._new_request()

    # What the window shows -------------------------------------------------------------

    @property
    def message(self) -> Message:
        return self._state.message

    @property
    def language(self) -> str:
        return self._language

    @property
    def controls(self) -> Controls:
        return self._state.controls

    @property
    def is_spoken(self) -> bool:
        return self._state.said is not None

    @property
    def can_undo(self) -> bool:
        return bool(self._past)

    @property
    def choices(self) -> tuple[str, ...]:
        """The words as chosen, always first, then every sentence on offer, best first."""
        if self.message.is_empty:
            return ()
        offered = [self._as_chosen]
        if self._sentence:
            offered += [self._sentence.text, *self._sentence.alternatives]
        if self._state.picked:
            offered.append(self._state.picked)
        return tuple(dict.fromkeys(offered))

    @property
    def shown(self) -> str:
        """What is on the screen, and what the speak button says. Empty without a message."""
        if self._state.said is not None:
            return self._state.said
        if self.message.is_empty:
            return ""
        if self._state.picked is not None:
            return self._state.picked
        if self._state.form is MessageForm.AS_CHOSEN or self._sentence is None:
            return self._as_chosen
        return self._sentence.text

    @property
    def _as_chosen(self) -> str:
        words = with_controls(self.message.glosses, self.controls, self._language)
        return as_chosen(words, self._language)

    @property
    def is_answered(self) -> bool:
        """Whether the sentence of this message has come."""
        return self._sentence is not None

    # What the user does ----------------------------------------------------------------

    def activate(self, button: Button, board: Board) -> None:
        """A button was selected, by whatever access method."""
        sound = board.sound_of(button)
        if button.speaks_at_once:
            self._effects.say(button.spoken, Occasion.URGENT, sound)
        if button.is_word:
            self._add(Entry.of(button, board.id))
        if (button.is_word or sound) and not button.speaks_at_once and self._habits.speak_words:
            self._effects.say(button.spoken, Occasion.WORD, sound)
        for action in button.actions:
            self._perform(action)
        if button.load_board:
            self._effects.open_board(button.load_board)
        elif button.is_word and self._goes_home(board):
            self._effects.go_home()

    def speak(self) -> None:
        """Say what is shown, now."""
        text = self.shown
        if not text:
            return
        if not self.is_spoken:
            self._request.cancelled.set()  # a late sentence must not replace what was said
            self._ticket += 1
            message = self.message.with_spelling_finished()
            self._put(replace(self._state, message=message, said=text))
            self._effects.message_spoken(self._request, text)
        self._effects.say(text, Occasion.MESSAGE)
        self._effects.changed()

    def delete_last(self) -> None:
        if not self.message.is_empty:
            self._edit(replace(self._state, message=self.message.without_last()))

    def clear(self) -> None:
        if not self.message.is_empty:
            self._edit(self._fresh())

    def undo(self) -> None:
        """Bring back the message as it was before the last change, spoken or not."""
        if self._past:
            self._state = self._past.pop()
            self._ask()

    def pick(self, place: int) -> None:
        """Choose one of `choices`; it is remembered for these words."""
        choices = self.choices
        if not 0 <= place < len(choices):
            return
        if place == 0:
            self._put(replace(self._state, form=MessageForm.AS_CHOSEN, picked=None, said=None))
        else:
            text = choices[place]
            is_default = self._sentence is not None and text == self._sentence.text
            self._effects.remember(self._request, None if is_default else text)
            self._put(
                replace(self._state, form=MessageForm.SENTENCE, picked=text, said=None),
            )
        self._effects.changed()

    def toggle_form(self) -> None:
        """Switch between the words as chosen and the sentence."""
        as_words = self._state.form is MessageForm.AS_CHOSEN
        form = MessageForm.SENTENCE if as_words else MessageForm.AS_CHOSEN
        self._put(replace(self._state, form=form, picked=None, said=None))
        self._effects.changed()

    @property
    def form(self) -> MessageForm:
        return self._state.form

    def control(self, change: Callable[[Controls], Controls]) -> None:
        """Change the controls of this message: tense, type, negation."""
        self._edit(replace(self._state, controls=change(self.controls)))

    # What comes back -------------------------------------------------------------------

    def accept(self, ticket: int, sentence: Sentence) -> bool:
        """Keep the sentence unless the message has changed since it was asked for."""
        if ticket != self._ticket or self.is_spoken:
            return False
        self._sentence = sentence
        if self._state.picked is None and (before := self._effects.recall(self._request)):
            self._state = replace(self._state, picked=before)
            if self._state.form is MessageForm.AS_CHOSEN:
                self._state = replace(self._state, picked=None)
        self._effects.changed()
        return True

    def adapt(self, language: str, habits: Habits) -> None:
        """The settings changed. Words of another language start a new message; undo has them."""
        moved = language != self._language
        self._language, self._habits = language, habits
        if moved:
            self._put(self._fresh())
            self._past.clear()  # words of the other language cannot be continued here
        else:
            kept = self._state.controls
            standing = replace(
                habits.standing,
                tense=kept.tense,
                sentence_type=kept.sentence_type,
                negative=kept.negative,
            )
            self._state = replace(self._state, controls=standing, said=None)
        self._ask()

    def ask_again(self) -> None:
        """A better engine has become ready: ask it for the sentence of this message."""
        if not self.is_spoken and not self.message.is_empty:
            self._ask()

    def abandon(self) -> None:
        """Nobody waits for a sentence any more: the program ends."""
        self._request.cancelled.set()

    # ------------------------------------------------------------------------------------

    def _fresh(self) -> _State:
        return _State(Message(), self._habits.standing, self._habits.form)

    def _put(self, state: _State) -> None:
        self._past = [*self._past[-_UNDO_DEPTH:], self._state]
        self._state = state

    def _edit(self, state: _State) -> None:
        self._put(replace(state, picked=None, said=None))
        self._ask()

    def _new_request(self) -> SentenceRequest:
        state = self._state
        return SentenceRequest(self._ticket, state.message.glosses, self._language, state.controls)

    def _ask(self) -> None:
        self._request.cancelled.set()
        self._ticket += 1
        self._sentence = None
        self._request = self._new_request()
        if self._request.glosses and not self.is_spoken:
            self._effects.ask(self._request)
        self._effects.changed()

    def _add(self, entry: Entry) -> None:
        base = self._fresh() if self.is_spoken else self._state
        self._edit(replace(base, message=base.message.with_entry(entry)))

    def _spell(self, letters: str) -> None:
        base = self._fresh() if self.is_spoken else self._state
        self._edit(replace(base, message=base.message.with_letters(letters)))
        if self._habits.speak_words:
            self._effects.say(letters, Occasion.WORD)

    def _finish_spelling(self) -> None:
        word = self.message.spelled
        if not word or self.is_spoken:
            return
        self._edit(replace(self._state, message=self.message.with_spelling_finished()))
        if self._habits.speak_words:
            self._effects.say(word, Occasion.WORD)

    def _complete(self, place: int) -> None:
        spelled = "" if self.is_spoken else self.message.spelled
        word = self._effects.complete(spelled, place)
        if word is None:
            return
        base = self._fresh() if self.is_spoken else self._state
        message = replace(base.message, spelled="").with_entry(Entry(word, word))
        self._edit(replace(base, message=message))
        if self._habits.speak_words:
            self._effects.say(word, Occasion.WORD)

    def _goes_home(self, board: Board) -> bool:
        if board.home_after_word is not None:
            return board.home_after_word
        return self._habits.home_after_word

    def _perform(self, action: str) -> None:
        if action.startswith("+") and len(action) > 1:
            self._spell(action[1:])
        elif action.startswith(_COMPLETE) and action[len(_COMPLETE) :].isdecimal():
            self._complete(int(action[len(_COMPLETE) :]))
        elif action in _ACTIONS:
            _ACTIONS[action](self)
        else:
            self._effects.notice(action)


_COMPLETE = ":ext_aac_complete_"

_ACTIONS: Mapping[str, Callable[[Communicator], None]] = MappingProxyType(
    {
        ":space": lambda c: c._finish_spelling(),
        ":speak": Communicator.speak,
        ":clear": Communicator.clear,
        ":backspace": Communicator.delete_last,
        ":home": lambda c: c._effects.go_home(),
        ":back": lambda c: c._effects.go_back(),
        ":ext_aac_back": lambda c: c._effects.go_back(),
        ":ext_aac_undo": Communicator.undo,
        ":ext_aac_as_chosen": Communicator.toggle_form,
        ":ext_aac_past": lambda c: c.control(pressed(Toggle.PAST)),
        ":ext_aac_present": lambda c: c.control(pressed(Toggle.PRESENT)),
        ":ext_aac_future": lambda c: c.control(pressed(Toggle.FUTURE)),
        ":ext_aac_question": lambda c: c.control(pressed(Toggle.QUESTION)),
        ":ext_aac_request": lambda c: c.control(pressed(Toggle.REQUEST)),
        ":ext_aac_exclamation": lambda c: c.control(pressed(Toggle.EXCLAMATION)),
        ":ext_aac_negative": lambda c: c.control(pressed(Toggle.NEGATIVE)),
    }
)
