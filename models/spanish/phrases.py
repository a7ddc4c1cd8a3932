"""Noun phrases: their parts as tapped, their agreement, and how they are written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from typing import TypeGuard

from models.spanish import adjectives, words
from models.spanish.conjugator import Person
from models.spanish.names import is_feminine as is_feminine_name
from models.spanish.nouns import plural, takes_el
from models.spanish.tokens import Kind, Token, Word


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
    def is_pronoun(self) -> bool:
        return self.head is not None and self.head.kind in (Kind.PRONOUN, Kind.OBLIQUE)

    @property
    def person(self) -> Person:
        """The person of a verb whose subject this is."""
        singles = [self, *(phrase for _, phrase in self.joined)]
        persons = [phrase._own_person() for phrase in singles]
        if len(persons) == 1:
            return persons[0]
        if persons and all(c is not None and c.text in ("o", "u", "ni") for c, _ in self.joined):
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
        if self.joined:
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
        if self.joined:
            return all(p.feminine for p in (self.single(), *(phrase for _, phrase in self.joined)))
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


def said(token: Token, form: str = "") -> Word:
    """A word of the message, in the form it takes."""
    return Word(form or token.text, token.glosses)


def added(text: str) -> Word:
    """A word of the grammar."""
    return Word(text)


def agreed(lemma: str, feminine: bool, is_plural: bool) -> str:
    """A determiner or quantifier that agrees with its noun."""
    row = words.AGREEING.get(lemma)
    if row is None:
        return adjectives.agreeing(lemma, feminine, is_plural)
    return row[2 * is_plural + feminine]


def written(phrase: NounPhrase, article: Article = Article.NONE) -> list[Word]:
    """The phrase in words, its parts agreed."""
    lead = [said(phrase.lead)] if phrase.lead is not None else []
    parts = [[*lead, *_one(phrase.single(), article)]]
    parts += [_one(other, article) for _, other in phrase.joined]
    return enumerated(parts, [None, *(conjunction for conjunction, _ in phrase.joined)])


def enumerated(parts: Sequence[list[Word]], joints: Sequence[Token | None]) -> list[Word]:
    """Parts of a list with commas and *y*; a conjunction that was tapped stands where it was."""
    made = list(parts[0]) if parts else []
    for i in range(1, len(parts)):
        conjunction = joints[i]
        if conjunction is not None:
            made.append(said(conjunction, _before(conjunction.text, parts[i])))
        elif i == len(parts) - 1:
            made.append(added(_before("y", parts[i])))
        elif made:
            made[-1] = Word(made[-1].text + ",", made[-1].glosses)
        made += parts[i]
    return made


def _joints(qualities: Sequence[Quality]) -> list[Token | None]:
    return [quality.conjunction for quality in qualities]


def _before(conjunction: str, part: list[Word]) -> str:
    """y and o before the same sound: e, u."""
    first = part[0].text.casefold() if part else ""
    if conjunction in ("y", "e"):
        same = first.startswith(("i", "hi", "í")) and not first.startswith(("hie", "io"))
        return "e" if same else "y"
    if conjunction in ("o", "u"):
        return "u" if first.startswith(("o", "ho", "ó")) else "o"
    return conjunction


def _one(phrase: NounPhrase, article: Article) -> list[Word]:
    feminine, is_plural = phrase.single().feminine, phrase.single().is_plural
    core = _core(phrase, feminine, is_plural)
    made = _determiners(phrase, article, feminine, is_plural, core)
    made += core
    for complement in phrase.complements:
        made += _complement(complement)
    return made


def _core(phrase: NounPhrase, feminine: bool, is_plural: bool) -> list[Word]:
    made: list[Word] = []
    for quality in phrase.before:
        form = adjectives.before_noun(quality.adjective.lemma, feminine, is_plural)
        made += [*map(said, quality.degrees), said(quality.adjective, form)]
    if phrase.head is not None:
        made.append(said(phrase.head, head_form(phrase, is_plural)))
    made += enumerated([q.words(feminine, is_plural) for q in phrase.after], _joints(phrase.after))
    if phrase.possessive is not None:
        lemma = words.LONG_POSSESSIVES.get(phrase.possessive.lemma, phrase.possessive.lemma)
        form = adjectives.agreeing(lemma, feminine, is_plural)
        made.append(said(phrase.possessive, form))
    return made


def head_form(phrase: NounPhrase, is_plural: bool) -> str:
    """The noun in the number that the phrase has."""
    head = phrase.head
    if head is None:
        return ""
    if head.kind not in (Kind.NOUN, Kind.WORD) or not is_plural or head.entry.plural:
        return head.text
    if head.kind is Kind.WORD and phrase.has_flag("bare"):
        return head.text
    return plural(head.text)


def _determiners(
    phrase: NounPhrase, article: Article, feminine: bool, is_plural: bool, core: list[Word]
) -> list[Word]:
    made: list[Word] = []
    total = [q for q in phrase.quantifiers if q.lemma == "todo"]
    others = [q for q in phrase.quantifiers if q.lemma != "todo"]
    for token in total:
        made.append(said(token, agreed("todo", feminine, is_plural)))
    if phrase.determiner is not None:
        made.append(said(phrase.determiner, _determiner(phrase, feminine, is_plural, core)))
    elif total and phrase.head is not None and not phrase.is_bare_name and not others:
        made.append(added(_article_form("el", phrase, feminine, is_plural, core)))
    elif not phrase.quantifiers and phrase.head is not None:
        made += _added_article(phrase, article, feminine, is_plural, core)
    for token in others:
        made.append(said(token, _quantifier(token, phrase, feminine, is_plural)))
    return made


def _added_article(
    phrase: NounPhrase, article: Article, feminine: bool, is_plural: bool, core: list[Word]
) -> list[Word]:
    if article is Article.NONE or phrase.is_bare_name:
        return []
    if article is Article.INDEFINITE:
        if is_plural or phrase.has_flag("mass"):
            return []
        return [added(_article_form("un", phrase, feminine, is_plural, core))]
    return [added(_article_form("el", phrase, feminine, is_plural, core))]


def _article_form(
    lemma: str, phrase: NounPhrase, feminine: bool, is_plural: bool, core: Iterable[Word]
) -> str:
    """The article; *el* and *un* before a feminine noun with a stressed a: el agua."""
    first = next(iter(core), None)
    is_head = phrase.head is not None and first is not None and first.text == phrase.head.text
    if feminine and not is_plural and is_head and first is not None and takes_el(first.text):
        return lemma
    return words.AGREEING[lemma][2 * is_plural + feminine]


def _determiner(phrase: NounPhrase, feminine: bool, is_plural: bool, core: list[Word]) -> str:
    """The tapped article, demonstrative or possessive, agreed with the noun."""
    token = phrase.determiner
    if token is None:
        return ""
    if phrase.head is None and phrase.pointed is not None:
        return agreed(token.lemma, *phrase.pointed)
    if phrase.head is None and not phrase.after:
        return token.text
    if token.text == "lo":
        return "lo"
    if token.kind is Kind.ARTICLE:
        return _article_form(token.lemma, phrase, feminine, is_plural, core)
    if token.kind is Kind.NEUTER:
        return agreed(words.NEUTERS[token.text], feminine, is_plural)
    return agreed(token.lemma, feminine, is_plural)


def _quantifier(token: Token, phrase: NounPhrase, feminine: bool, is_plural: bool) -> str:
    if token.kind is Kind.ADVERB:
        return token.text
    if token.kind is Kind.NUMBER:
        if token.text in ("uno", "un", "una"):
            return "una" if feminine else ("un" if phrase.head is not None else token.text)
        return token.text.replace("cientos", "cientas") if feminine else token.text
    if phrase.head is None and token.lemma in words.ALONE:
        return adjectives.agreeing(words.ALONE[token.lemma], feminine, is_plural)
    return agreed(token.lemma, feminine, is_plural)


def _complement(complement: Complement) -> list[Word]:
    words_in = written(complement.phrase, complement.article)
    if complement.preposition:
        return [*map(said, complement.preposition), *words_in]
    return [added(complement.linked), *words_in] if complement.linked else words_in


def is_how_much(chunk: object) -> TypeGuard[Token]:
    """Whether this is the question word cuánto, which agrees with its noun."""
    return isinstance(chunk, Token) and chunk.text.startswith("cuánt")


def how_much(question: Token, phrase: NounPhrase) -> list[Word]:
    """cuánta agua, cuántos años: what is counted is many."""
    counted = not phrase.has_flag("mass") and phrase.classes()[0] != "weather"
    form = adjectives.agreeing("cuánto", phrase.feminine, counted)
    words_in = written(phrase)
    if counted and not phrase.is_plural and phrase.head is not None:
        many = replace(phrase.head, entry=replace(phrase.head.entry, plural=True))
        head = replace(many, text=plural(many.text))
        words_in = written(replace(phrase, head=head))
    return [said(question, form), *words_in]
