"""A whole message: greetings set off, clauses found and joined, the sentence finished."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from models.engine import Controls, SentenceType, Tense
from models.english import chunking, words
from models.english.clauses import Clause, Mood, Wish
from models.english.clausing import GROWN_UP, THEN, Joined, clauses
from models.english.context import Embed
from models.english.glosses import read
from models.english.lexicon import Tag, lexicon
from models.english.merging import gather
from models.english.nominals import bare
from models.english.phrases import Nominal, Piece, is_unit
from models.english.planning import plan
from models.english.reader import Unit
from models.english.saying import clause_text
from models.english.spelling import capitalised
from models.english.suffering import told
from models.english.tagging import tag
from models.english.tenses import Reading
from models.english.thanks import thanked
from models.english.verbs import VerbForm

_MARKS: Final = {"?": "?", "¿": "?", "!": "!", "¡": "!"}
_IGNORED: Final = frozenset({",", ";", ":"})
_ENDS: Final = (".", "?", "!", "…")
_RUNNING_ON: Final = words.QUESTION_WORDS | {"for", "about", "on"}
_RELATIVE: Final = frozenset({"who", "which"})
_ANYTHING: Final = frozenset({"nothing", "something", "anything"})
_OPEN_ENDS: Final = frozenset({"to", "a", "the", "my", "want", "like", "need", "have", "is", "am"})


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the message between social words: clauses with what joins them."""

    clauses: tuple[Joined, ...] = ()
    said: str = ""
    """Words that stand for themselves: a greeting, a cry, a whole phrase."""
    is_phrase: bool = False

    @property
    def mood(self) -> Mood:
        moods = {clause.mood for _, clause in self.clauses}
        if Mood.QUESTION in moods:
            return Mood.QUESTION
        return self.clauses[0][1].mood if self.clauses else Mood.FRAGMENT


@dataclass(frozen=True, slots=True)
class Message:
    """A message as understood."""

    parts: tuple[Part, ...]
    mark: str

    @property
    def clauses(self) -> list[Clause]:
        """Every clause in order."""
        return [clause for part in self.parts for _, clause in part.clauses]


def understand(glosses: Sequence[str], controls: Controls) -> Message:
    """Read the glosses. Raises UnclearRolesError where nobody may guess the roles."""
    spoken = [gloss for gloss in glosses if gloss not in _MARKS and gloss not in _IGNORED]
    marks = {_MARKS[gloss] for gloss in glosses if gloss in _MARKS}
    kind = controls.sentence_type
    question = "?" in marks or kind is SentenceType.QUESTION
    exclaimed = "!" in marks or kind is SentenceType.EXCLAMATION
    units = tag(gather(read(spoken)))
    denied = any(unit.tag is Tag.NEGATION for unit in units)
    wish = Wish(
        question, kind is SentenceType.REQUEST, controls.negative and not denied, controls.tense
    )
    parts = _told_twice(units, wish) or _parts(units, wish)
    asks = question or any(part.mood is Mood.QUESTION for part in parts)
    return Message(tuple(parts), "?" if asks else "!" if exclaimed else ".")


def _told_twice(units: Sequence[Unit], wish: Wish) -> list[Part]:
    """«He touches me and I cry»: the harm, and what the harmed person does; empty where neither."""
    halves = told(units)
    if halves is None or wish.question or wish.request or wish.negated:
        return []
    done, felt = (_parts(tag(half), wish) for half in (halves.done, halves.felt))
    if not (done[-1].clauses and felt[0].clauses):
        return []
    tense = done[-1].clauses[-1][1].tense
    (_, first), *more = felt[0].clauses
    first = replace(first, tense=first.tense or tense, is_habit=True, echo=halves.sufferer)
    joined = Part((*done[-1].clauses, ("and", first), *more))
    return [*done[:-1], joined, *felt[1:]]


def _parts(units: Sequence[Unit], wish: Wish) -> list[Part]:
    parts: list[Part] = []
    run: list[Unit] = []
    for unit in [*units, None]:
        if unit is not None and unit.tag not in {Tag.SOCIAL, Tag.PHRASE}:
            run.append(unit)
            continue
        if run:
            parts += _clause_parts(run, wish, parts)
            run = []
        if unit is not None:
            parts.append(Part(said=_phrase(unit), is_phrase=unit.tag is Tag.PHRASE))
    return parts


def _phrase(unit: Unit) -> str:
    """A whole phrase as it stands on its button; one in capitals is lowered."""
    if unit.tag is not Tag.PHRASE:
        return unit.said
    text = unit.text
    if text.isupper():
        small = text.lower().split()
        text = " ".join(f"I{word[1:]}" if word.split("'")[0] == "i" else word for word in small)
    text = text.rstrip(".…").rstrip() or text
    return ", ".join([text] * unit.token.count)


def _clause_parts(units: Sequence[Unit], wish: Wish, before: Sequence[Part]) -> list[Part]:
    pieces = chunking.gather(units)
    if _is_relative(pieces):
        return [Part(said=" ".join(unit.said for unit in units), is_phrase=True)]
    if _is_of_use(units):
        return [Part(said=f"{units[0].said} to {units[1].said}", is_phrase=True)]
    if _counts_down(units):
        return [Part(said=", ".join(unit.said for unit in units), is_phrase=True)]
    reported = _reported(pieces, wish, before)
    if reported is not None:
        return [Part(said=reported, is_phrase=True)]
    thanks = thanked(pieces, before[-1].said if before else "")
    if thanks is not None:
        return [Part(said=thanks, is_phrase=True)]
    if before and before[-1].said.lower() == "please" and _asks_not_to(pieces):
        wish = replace(wish, request=True)
    called = _called(pieces, before)
    if called is None:
        return [Part(tuple(clauses(pieces, wish)))]
    rest = pieces[1:]
    others = [Part(tuple(clauses(rest, wish)))] if rest else []
    return [Part(said=bare(called)), *others]


def _asks_not_to(pieces: Sequence[Piece]) -> bool:
    """`please, not, go`: what the listener is asked not to do."""
    if len(pieces) < 2 or not is_unit(pieces[0], Tag.NEGATION):
        return False
    verb = pieces[1].verb if isinstance(pieces[1], Unit) else None
    return verb is not None and not verb.has("self", "state")


def _is_of_use(units: Sequence[Unit]) -> bool:
    """`nothing, eat`: there is nothing to eat."""
    if len(units) != 2 or units[0].key not in _ANYTHING or units[1].verb is None:
        return False
    form, verb = units[1].word.form, units[1].verb
    return form is VerbForm.BASE and not verb.has("things", "alone", "self", "state")


def _counts_down(units: Sequence[Unit]) -> bool:
    """`one, two, three, go`: counted aloud, and then the signal."""
    counted = [unit for unit in units[:-1] if unit.tag is Tag.NUMBER or unit.key == "one"]
    return len(counted) > 1 and len(counted) == len(units) - 1 and is_unit(units[-1], Tag.VERB)


def _is_relative(pieces: Sequence[Piece]) -> bool:
    """`girl, who, sit, there`: which one is meant, before anything is said of her."""
    if len(pieces) < 3 or not isinstance(pieces[0], Nominal):
        return False
    second, third = pieces[1], pieces[2]
    who = isinstance(second, Unit) and second.tag is Tag.QUESTION and second.key in _RELATIVE
    that = isinstance(second, Nominal) and second.head.key == "that" and not second.lead
    acts = is_unit(third, Tag.VERB, Tag.MODAL) or isinstance(third, Nominal)
    follows = is_unit(third, Tag.VERB) or (acts and len(pieces) > 3)
    return (who or that) and follows and pieces[0].pronoun is None


def _reported(pieces: Sequence[Piece], wish: Wish, before: Sequence[Part]) -> str | None:
    """A question behind a phrase that asks it: «I don't know where mum is.»"""
    first = pieces[0]
    asks = isinstance(first, Unit) and first.tag is Tag.QUESTION and len(pieces) > 1
    if not (asks and before and before[-1].is_phrase) or wish.question:
        return None
    assert isinstance(first, Unit)
    return f"{first.text} {_embedder(Reading())(pieces[1:])}"


def _called(pieces: Sequence[Piece], before: Sequence[Part]) -> Nominal | None:
    """The one who is greeted or thanked: «Hello, Marta»."""
    first = pieces[0]
    if not before or not isinstance(first, Nominal) or not first.is_person or first.lead:
        return None
    if len(pieces) == 1:
        return first
    word = before[-1].said.split(",")[0].lower()
    acts = is_unit(pieces[1], Tag.VERB, Tag.MODAL)
    named = first.head.tag is Tag.NAME or first.is_a("parent", "kin")
    greeted = lexicon().is_in("greeting", word) and (not acts or word == "please")
    return first if greeted and named else None


def say(message: Message, reading: Reading) -> str:
    """The message as one sentence in this reading."""
    text = ""
    for part in message.parts:
        said = part.said or _join(part.clauses, reading)
        if not text or not said:
            text = text or said
        elif text.endswith(_ENDS):
            text += f" {capitalised(said)}"
        else:
            text += f" {said}" if _runs_on(text, part) else f", {said}"
    text = capitalised(text)
    finished = text.endswith(_ENDS) and message.mark == "."
    return text if finished else text + message.mark


def _runs_on(text: str, part: Part) -> bool:
    """«Please help me»; «I want to» and its place; «I» and «don't know»: no comma between."""
    if text.lower() == "please" and part.mood is Mood.REQUEST:
        return True
    last = text.lower().rsplit(" ", 1)[-1]
    if part.is_phrase:
        behind = part.said.split(" ", 1)[0]
        return text in {"I", "you", "we", "they"} or behind in _RUNNING_ON
    return bool(part.clauses) and last in _OPEN_ENDS and " " in text


def _join(joined: Sequence[Joined], reading: Reading) -> str:
    text = ""
    for joiner, clause in joined:
        said = clause_text(clause, reading, _embedder(reading))
        if joiner == ",":
            text += f", {said}"
        elif joiner == THEN:
            text += f", then {said}"
        elif joiner == GROWN_UP:
            text = f"when I {text.removeprefix('I ')}, {said}" if text else said
        elif joiner == "but" and text:
            text += f", but {said}"
        else:
            text = " ".join(part for part in (text, joiner, said) if part)
    return text


def _embedder(reading: Reading) -> Embed:
    def embed(pieces: Sequence[Piece], *, hoped: bool = False, tense: Tense | None = None) -> str:
        clause = plan(pieces, Wish(embedded=True, habit=hoped, tense=tense))
        first = clause.rest[0] if len(clause.rest) == 1 else None
        if clause.mood is Mood.FRAGMENT and clause.verb is None and isinstance(first, Nominal):
            clause = replace(clause, mood=Mood.STATEMENT, subject=first, copula=True, rest=())
        return clause_text(clause, reading, embed)

    return embed
