"""Noun phrases: their parts as tapped, their agreement, and how they are written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from models.spanish import adjectives
from models.spanish.conjugator import Person
from models.spanish.names import is_feminine as is_feminine_name
from models.spanish.nouns import plural
from models.spanish.tokens import Kind, Token, Word, said


class Article(Enum):
    """The article that the grammar adds where none was tapped."""

    NONE = auto()
    DEFINITE = auto()
    INDEFINITE = auto()
    """un, una with a thing that is counted; nothing in the plural and with a mass."""


@dataclass(frozen=True, slots=True)
class Quality:
    """An adjective with what stands before it: muy cansado."""

    adjective: Token
    degrees: tuple[Token, ...] = ()
    conjunction: Token | None = None
    """An *y* or *o* that was tapped before it."""

    def words(self, feminine: bool, is_plural: bool) -> list[Word]:
        form = adjectives.agreeing(self.adjective.lemma, feminine, is_plural)
        return [*map(said, self.degrees), said(self.adjective, form)]

    def tokens(self) -> tuple[Token, ...]:
        joint = (self.conjunction,) if self.conjunction is not None else ()
        return (*joint, *self.degrees, self.adjective)


@dataclass(frozen=True, slots=True)
class Complement:
    """What follows a noun: (bocadillo) de queso, (niña) con gafas."""

    preposition: tuple[Token, ...]
    """As tapped; empty where the grammar adds *de*."""
    phrase: NounPhrase
    linked: str = "de"
    """The preposition that is added; "" for an apposition: papá oso."""
    article: Article = Article.NONE


_GROUPS = frozenset(
    {"familia", "gente", "grupo", "equipo", "público", "pandilla", "multitud", "gentío", "manada"}
)


_ASKED_FOR_AGAIN = frozenset({"food", "toy", "text", "thing", "animal"})


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A noun with what belongs to it, or a pronoun."""

    head: Token | None
    determiner: Token | None = None
    quantifiers: tuple[Token, ...] = ()
    before: tuple[Quality, ...] = ()
    after: tuple[Quality, ...] = ()
    possessive: Token | None = None
    """A possessive behind the noun: (coche) mío."""
    complements: tuple[Complement, ...] = ()
    pointed: tuple[bool, bool] | None = None
    """Gender and number of what a demonstrative alone points at: (estos) son mis zapatos."""
    lead: Token | None = None
    """The first *ni* of ni el médico ni el dentista."""
    joined: tuple[tuple[Token | None, NounPhrase], ...] = field(default=())
    """Further phrases with the conjunction that was tapped, if one was: pan (y) queso."""

    @property
    def together(self) -> tuple[tuple[Token | None, NounPhrase], ...]:
        """The joined ones that are meant too, not refused: (sopa,) no pan."""
        return tuple(pair for pair in self.joined if pair[0] is None or pair[0].text != "no")

    @property
    def is_pronoun(self) -> bool:
        return self.head is not None and self.head.kind in (Kind.PRONOUN, Kind.OBLIQUE)

    @property
    def person(self) -> Person:
        """The person of a verb whose subject this is."""
        singles = [self, *(phrase for _, phrase in self.together)]
        persons = [phrase._own_person() for phrase in singles]
        if len(persons) == 1:
            return persons[0]
        if persons and all(c is not None and c.text in ("o", "u", "ni") for c, _ in self.together):
            return persons[-1]
        if any(p in (Person.FIRST, Person.FIRST_PLURAL) for p in persons):
            return Person.FIRST_PLURAL
        seconds = (Person.SECOND, Person.SECOND_PLURAL, Person.VOS)
        return Person.SECOND_PLURAL if any(p in seconds for p in persons) else Person.THIRD_PLURAL

    def _own_person(self) -> Person:
        if self.head is not None and self.head.entry.person is not None and self.is_pronoun:
            return self.head.entry.person
        return Person.THIRD_PLURAL if self.is_plural else Person.THIRD

    @property
    def is_plural(self) -> bool:
        """Whether it is said in the plural."""
        if self.together:
            return True
        if self.head is None and self.quantifiers:
            return self.quantifiers[-1].entry.plural
        if any(_makes_plural(q) for q in self.quantifiers):
            return not self._is_mass() or self._head_is_plural()
        if any(q.lemma in ("más", "menos") for q in self.quantifiers):
            return self.classes()[0] in _ASKED_FOR_AGAIN and not self._is_mass()
        return self._head_is_plural()

    def _head_is_plural(self) -> bool:
        if self.determiner is not None and self.head is None:
            return self.determiner.entry.plural
        return self.head is not None and self.head.entry.plural

    def _is_mass(self) -> bool:
        """Whether it is not counted: mucha hambre, todo el día; but dos zumos."""
        if any(q.kind is Kind.NUMBER for q in self.quantifiers):
            return False
        total = any(q.lemma == "todo" for q in self.quantifiers) and not self._are_single_beings()
        return total or self.has_flag("mass") or self.has_flag("sole")

    def _are_single_beings(self) -> bool:
        """Whether *todo* before it means each of them: todos los niños, toda la familia."""
        lemma = self.head.lemma if self.head is not None else ""
        return self.is_animate and not self.is_bare_name and lemma not in _GROUPS

    @property
    def feminine(self) -> bool:
        """Whether adjectives about it are feminine."""
        if self.together:
            return all(
                p.feminine for p in (self.single(), *(phrase for _, phrase in self.together))
            )
        head = self.head
        if head is None:
            text = self.determiner.text if self.determiner is not None else ""
            return text.rstrip("s").endswith("a")
        if head.kind is Kind.NAME:
            return is_feminine_name(head.text)
        if head.kind in (Kind.PRONOUN, Kind.OBLIQUE):
            return head.text in ("ella", "ellas", "nosotras", "vosotras")
        return self._noun_is_feminine()

    def _noun_is_feminine(self) -> bool:
        noun = self.head.noun if self.head is not None else None
        if noun is None:
            return False
        if noun.common and self.determiner is not None:
            return self.determiner.text.rstrip("s").endswith("a")
        return noun.feminine

    def single(self) -> NounPhrase:
        """The first of joined phrases."""
        return NounPhrase(
            self.head,
            self.determiner,
            self.quantifiers,
            self.before,
            self.after,
            self.possessive,
            self.complements,
            self.pointed,
        )

    def has_flag(self, flag: str) -> bool:
        noun = self.head.noun if self.head is not None else None
        return noun is not None and flag in noun.flags

    def classes(self) -> tuple[str, ...]:
        """Kinds of thing, the likeliest first; `who` for persons."""
        head = self.head
        if head is None:
            everybody = any(q.text in ("todos", "todas") for q in self.quantifiers)
            return ("who",) if everybody else ("thing",)
        if head.kind in (Kind.NAME, Kind.PRONOUN, Kind.OBLIQUE):
            return ("who",)
        if head.kind is Kind.INDEFINITE:
            return ("who",) if head.text in ("alguien", "nadie", "quien") else ("thing",)
        noun = head.noun
        if noun is None:
            return ("thing",)
        return tuple("who" if c in ("kin", "person") else c for c in noun.classes)

    @property
    def is_who(self) -> bool:
        return self.classes()[0] == "who"

    @property
    def is_animate(self) -> bool:
        return self.classes()[0] in ("who", "animal")

    @property
    def is_bare_name(self) -> bool:
        """Whether it stands without an article like a name: mamá, Ana, papá oso."""
        if self.head is None:
            return True
        if self.head.kind in (Kind.NAME, Kind.PRONOUN, Kind.OBLIQUE, Kind.INDEFINITE, Kind.NEUTER):
            return True
        return self.has_flag("bare") and not self.after and not self.is_plural

    @property
    def is_bare_name_without_qualities(self) -> bool:
        """Whether it is a name, or a word used like one, whatever adjectives follow."""
        if self.head is None or self.determiner is not None:
            return False
        return self.head.kind is Kind.NAME or (self.has_flag("bare") and self.is_who)

    @property
    def is_determined(self) -> bool:
        """Whether a word of the message already stands where an article would."""
        return self.determiner is not None or bool(self.quantifiers)

    def tokens(self) -> list[Token]:
        """Every token it says."""
        found = [t for t in (self.head, self.determiner, self.possessive) if t is not None]
        found += self.quantifiers
        for quality in (*self.before, *self.after):
            found += quality.tokens()
        for complement in self.complements:
            found += complement.preposition
            found += complement.phrase.tokens()
        found += [self.lead] if self.lead is not None else []
        for conjunction, phrase in self.joined:
            found += [conjunction] if conjunction is not None else []
            found += phrase.tokens()
        return found


def _makes_plural(quantifier: Token) -> bool:
    if quantifier.kind is Kind.ADVERB:
        return False
    if quantifier.kind is Kind.NUMBER:
        return quantifier.text not in ("uno", "un", "una", "1")
    return (
        quantifier.lemma
        in (
            "mucho",
            "muchísimo",
            "poco",
            "varios",
            "ambos",
            "demasiado",
            "tanto",
            "bastante",
            "todo",
        )
        or quantifier.entry.plural
    )


@dataclass(frozen=True, slots=True)
class Prepositional:
    """A preposition that was tapped, and what follows it."""

    prepositions: tuple[Token, ...]
    phrase: NounPhrase


@dataclass(frozen=True, slots=True)
class Infinitive:
    """A preposition and an infinitive before the sentence: para jugar, después de comer."""

    prepositions: tuple[Token, ...]
    verb: Token


@dataclass(frozen=True, slots=True)
class Adverbial:
    """An adverb with its degree: muy bien, mucho, aquí."""

    tokens: tuple[Token, ...]

    @property
    def head(self) -> Token:
        return self.tokens[-1]


Chunk = NounPhrase | Prepositional | Adverbial | Infinitive | Quality | Token


TIMES = frozenset({"time", "weekday", "month", "season", "feast"})


_LIVED = frozenset({"weekday", "month", "season", "feast"})


def is_lived(chunk: object, among: Sequence[object]) -> bool:
    """Whether a day, season or feast is what one loves or remembers, not when one does it.

    `among` are the phrases beside it: «recordar, abuela, Navidad» remembers her.
    """
    if not isinstance(chunk, NounPhrase) or chunk.classes()[0] not in _LIVED:
        return False
    others = [c for c in among if isinstance(c, NounPhrase) and not c.is_pronoun]
    first = next((i for i, c in enumerate(others) if c is chunk), len(others))
    places = [c for c in others[first:] if c.classes()[0] == "place"]
    return all(is_time(c) or any(c is p for p in places) for c in others)


def as_days(phrase: NounPhrase) -> NounPhrase:
    """lunes, sábado as every one of them: «los lunes»."""
    head = phrase.head
    if head is None or phrase.classes()[0] != "weekday" or phrase.is_determined or phrase.joined:
        return phrase
    many = replace(head, text=plural(head.text), entry=replace(head.entry, plural=True))
    return replace(phrase, head=many)


def is_time(chunk: object) -> bool:
    """Whether a noun phrase says when: el lunes, la tarde, tres días."""
    return isinstance(chunk, NounPhrase) and chunk.classes()[0] in TIMES


_FORCES = frozenset(
    {"nieve", "río", "mar", "ola", "marea", "hielo", "humo", "fuego", "luna", "sol"}
)


def is_natural(phrase: NounPhrase | None) -> bool:
    """la lluvia, el río: what nature does, it does not do to itself."""
    head = phrase.head.lemma if phrase is not None and phrase.head is not None else ""
    return phrase is not None and (phrase.classes()[0] == "weather" or head in _FORCES)


_FELT_WEATHER = frozenset({"frío", "calor", "fresco", "bochorno"})


def is_weather(chunk: object) -> bool:
    """el viento, el calor: what the weather makes."""
    if not isinstance(chunk, NounPhrase) or chunk.head is None:
        return False
    return chunk.classes()[0] == "weather" or chunk.head.lemma in _FELT_WEATHER
