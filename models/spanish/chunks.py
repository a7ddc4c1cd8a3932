"""From tokens to phrases: what belongs together before anybody asks who does what."""

from __future__ import annotations

from dataclasses import dataclass, replace

from models.spanish import adjectives
from models.spanish.adjectives import OF_PERSONS
from models.spanish.compounds import compound
from models.spanish.context import VERBAL, is_copula
from models.spanish.nouns import Noun
from models.spanish.phrases import Article, Complement, NounPhrase, Quality
from models.spanish.tokens import Kind, Token
from models.spanish.verbs import frame

_HEADS = frozenset({Kind.NOUN, Kind.NAME, Kind.WORD, Kind.PRONOUN, Kind.OBLIQUE, Kind.INDEFINITE})
_NOUNS = frozenset({Kind.NOUN, Kind.WORD})
_DETERMINERS = frozenset({Kind.ARTICLE, Kind.DEMONSTRATIVE, Kind.POSSESSIVE})
_COUNTS = frozenset({Kind.QUANTIFIER, Kind.NUMBER})


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


class Chunker:
    """Reads one message; `position` is the next token not yet read."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self.position = 0

    def chunks(self) -> list[Chunk]:
        """The whole message."""
        made: list[Chunk] = []
        while self.position < len(self._tokens):
            made.append(self._chunk(made))
        return made

    def _peek(self, ahead: int = 0) -> Token | None:
        i = self.position + ahead
        return self._tokens[i] if i < len(self._tokens) else None

    def _kind(self, ahead: int = 0) -> Kind | None:
        token = self._peek(ahead)
        return token.kind if token else None

    def _take(self) -> Token:
        token = self._tokens[self.position]
        self.position += 1
        return token

    def _chunk(self, made: list[Chunk]) -> Chunk:
        token = self._tokens[self.position]
        infinitive = self._infinitive(made)
        if infinitive is not None:
            return infinitive
        if token.kind is Kind.PREPOSITION:
            return self._prepositional()
        if token.kind is Kind.LOCATIVE:
            return self._locative()
        if token.text == "ni" and token.kind is Kind.COORDINATOR:
            neither = self._neither()
            if neither is not None:
                return neither
        if token.kind is Kind.DEGREE or token.text in (
            "más",
            "menos",
            "mucho",
            "poco",
            "demasiado",
        ):
            graded = self._graded()
            if graded is not None:
                return graded
        if not self._is_predicate(made):
            phrase = self._noun_phrase(made)
            if phrase is not None:
                return phrase
        token = self._take()
        if token.kind is Kind.ADJECTIVE:
            return Quality(token)
        if token.kind in (Kind.TIME, Kind.PLACE, Kind.MANNER, Kind.ADVERB, Kind.DEGREE):
            return Adverbial((token,))
        if token.kind is Kind.QUANTIFIER:
            return Adverbial((token,))
        return token

    def _infinitive(self, made: list[Chunk]) -> Chunk | None:
        """para, jugar; después, de, comer: only before the verb of the sentence."""
        token = self._tokens[self.position]
        if any(isinstance(c, Token) and c.kind in VERBAL for c in made):
            return None
        length = 0
        if token.text in ("para", "sin", "al", "después de", "antes de"):
            length = 1
        elif token.text in ("después", "antes") and self._peek_text(1) == "de":
            length = 2
        later = [t for t in self._tokens[self.position + length + 1 :] if t.kind in VERBAL]
        if not length or self._kind(length) is not Kind.VERB or not later:
            return None
        prepositions = tuple(self._take() for _ in range(length))
        return Infinitive(prepositions, self._take())

    def _is_predicate(self, made: list[Chunk]) -> bool:
        """Whether a feeling here is said of the person just named: yo, asustado, tormenta."""
        token = self._tokens[self.position]
        if token.kind is not Kind.ADJECTIVE or not made:
            return False
        before = made[-1]
        if isinstance(before, Token) and is_copula(before):
            return True
        named = isinstance(before, NounPhrase) and (before.is_pronoun or before.is_bare_name)
        return named and before is made[-1]

    def _prepositional(self) -> Chunk:
        prepositions = [self._take()]
        while self._kind() is Kind.PREPOSITION:
            prepositions.append(self._take())
        phrase = self._noun_phrase([])
        if phrase is not None:
            return Prepositional(tuple(prepositions), phrase)
        if self._kind() in (Kind.TIME, Kind.PLACE, Kind.LOCATIVE, Kind.MANNER, Kind.ADVERB):
            return Adverbial((*prepositions, self._take()))
        if len(prepositions) > 1:
            self.position -= len(prepositions) - 1
        return prepositions[0]

    def _neither(self) -> Chunk | None:
        """ni el médico ni el dentista."""
        lead = self._take()
        phrase = self._noun_phrase([])
        if phrase is None:
            self.position -= 1
            return None
        return replace(phrase, lead=lead)

    def _locative(self) -> Chunk:
        """encima (de) la mesa: the place with the thing, if one follows."""
        locative = self._take()
        linked = [locative]
        if self._kind() is Kind.PREPOSITION and self._peek_text() == "de":
            linked.append(self._take())
        phrase = self._noun_phrase([])
        if phrase is not None and not _starts_clause(phrase, self._kind()):
            return Prepositional(tuple(linked), phrase)
        if phrase is not None:
            self.position -= len(phrase.tokens())
        if len(linked) == 2:
            self.position -= 1
        return Adverbial((locative,))

    def _peek_text(self, ahead: int = 0) -> str:
        token = self._peek(ahead)
        return token.text if token else ""

    def _graded(self) -> Chunk | None:
        """muy cansado, más grande, mucho mejor, muy bien; None if a noun follows."""
        degrees = [self._take()]
        while self._kind() is Kind.DEGREE:
            degrees.append(self._take())
        after = self._peek()
        if after is not None and after.kind is Kind.ADJECTIVE and self._kind(1) not in _NOUNS:
            return Quality(self._take(), tuple(degrees))
        if after is not None and after.kind in (Kind.MANNER, Kind.PLACE, Kind.LOCATIVE, Kind.TIME):
            is_graded = degrees[-1].kind is Kind.DEGREE or after.kind is Kind.MANNER
            if is_graded and degrees[-1].text != "un poco":
                return Adverbial((*degrees, self._take()))
        bit = " ".join(t.text for t in degrees) == "un poco"
        if bit and self._is_poured():
            return self._little(degrees)
        little = degrees[-1].text in ("poco", "un poco") and self._peek_text() == "de"
        if little and self._kind(1) in (Kind.NOUN, Kind.WORD):
            return self._little_of(degrees)
        self.position -= len(degrees)
        if degrees[0].kind is Kind.DEGREE:
            self.position += len(degrees)
            return Adverbial(tuple(degrees))
        return None

    def _is_poured(self) -> bool:
        """Whether what follows is not counted, and not what one loves or suffers a little."""
        token = self._peek()
        if token is None or token.noun is None or "mass" not in token.noun.flags:
            return False
        before = self._tokens[self.position - 2] if self.position > 1 else None
        return not (before is not None and before.kind in VERBAL and frame_has_dative(before))

    def _little(self, degrees: list[Token]) -> Chunk | None:
        """un poco (de) agua."""
        phrase = self._single()
        if phrase is None:
            return None
        words = [t.as_kind(Kind.ADVERB) for t in degrees]
        words[-1] = replace(words[-1], text=words[-1].text + " de")
        return replace(phrase, quantifiers=tuple(words))

    def _little_of(self, degrees: list[Token]) -> Chunk | None:
        """un poco de agua: the quantity stands before the noun."""
        degrees.append(self._take())
        phrase = self._single()
        if phrase is None or phrase.is_determined:
            self.position -= len(degrees) + (len(phrase.tokens()) if phrase is not None else 0)
            return None
        return replace(phrase, quantifiers=tuple(t.as_kind(Kind.ADVERB) for t in degrees))

    def _noun_phrase(self, made: list[Chunk]) -> NounPhrase | None:
        start = self.position
        phrase = self._single()
        if phrase is None:
            self.position = start
            return None
        return self._joined(phrase, made)

    def _single(self) -> NounPhrase | None:
        """One phrase: determiners, adjectives before, noun, adjectives and complements behind."""
        quantifiers: list[Token] = []
        determiner: Token | None = None
        while True:
            token = self._peek()
            if token is None:
                break
            if (token.kind in _DETERMINERS and determiner is None) or (
                token.kind is Kind.NEUTER and self._kind(1) in (Kind.NOUN, Kind.WORD)
            ):
                determiner = self._take()
            elif token.kind in _COUNTS and self._is_count():
                quantifiers.append(self._take())
            else:
                break
        before = self._adjectives_before()
        head = self._head(determiner, quantifiers)
        if head is None and determiner is None and not quantifiers:
            self.position -= sum(len(q.tokens()) for q in before)
            return None
        if head is None and self._kind() is Kind.ADJECTIVE and not before:
            before = []
        phrase = NounPhrase(head, determiner, tuple(quantifiers), tuple(before))
        return self._completed(phrase)

    def _is_count(self) -> bool:
        """Whether a quantifier here counts a noun: «más agua», not «más bonito» or «comer más»."""
        token = self._tokens[self.position]
        ahead = 1
        while self._kind(ahead) in _COUNTS | {Kind.ADJECTIVE, Kind.DEGREE}:
            ahead += 1
        if self._kind(ahead) in (Kind.NOUN, Kind.WORD):
            return not (token.lemma in ("mucho", "poco") and self._is_uncounted(ahead))
        if token.kind is Kind.NUMBER:
            return True
        if self._kind(ahead) is Kind.NAME and token.lemma == "otro":
            return True
        return token.lemma in (
            "otro",
            "todo",
            "algún",
            "ningún",
            "cualquier",
            "varios",
            "ambos",
            "mismo",
        )

    def _is_uncounted(self, ahead: int) -> bool:
        """Whether *mucho* before this noun says how much one loves or hurts."""
        before = self._tokens[self.position - 1] if self.position else None
        if before is not None and before.kind in VERBAL and frame_has_dative(before):
            return True
        if before is not None and before.kind is Kind.VERB and self._is_enjoyed(before, ahead):
            return True
        return _is_one_person(self._peek(ahead))

    def _is_enjoyed(self, verb: Token, ahead: int) -> bool:
        """divertir, mucho, fiesta: not many of them, if the word is singular."""
        token = self._peek(ahead)
        if token is None or token.noun is None or token.entry.plural:
            return False
        asks = frame(verb.lemma)
        moved = asks.known and (asks.has("refl") or asks.has("pron") or not asks.has("tr"))
        return moved and "mass" not in token.noun.flags

    def _adjectives_before(self) -> list[Quality]:
        found: list[Quality] = []
        ahead = 0
        while self._kind(ahead) in (Kind.ADJECTIVE, Kind.DEGREE):
            ahead += 1
        if ahead == 0 or self._kind(ahead) not in (Kind.NOUN, Kind.WORD):
            return found
        noun = self._tokens[self.position + ahead].noun
        if self._tells_feeling(made_of=ahead, noun=noun):
            return found
        ordered = all(
            adjectives.stands_before(t.lemma)
            for t in self._tokens[self.position : self.position + ahead]
            if t.kind is Kind.ADJECTIVE
        )
        noun = self._tokens[self.position + ahead].noun
        named = noun is not None and noun.classes[0] in ("kin", "person")
        if not ordered and (named or self._kind(ahead + 1) in VERBAL):
            return found
        degrees: list[Token] = []
        for _ in range(ahead):
            token = self._take()
            if token.kind is Kind.DEGREE:
                degrees.append(token)
            else:
                found.append(Quality(token, tuple(degrees)))
                degrees = []
        return found

    def _tells_feeling(self, made_of: int, noun: Noun | None) -> bool:
        """Whether a message begins with what only a person can be: asustado, tormenta."""
        first = self._tokens[self.position]
        verbs = any(t.kind in VERBAL for t in self._tokens)
        if self.position or made_of != 1 or verbs or noun is None:
            return False
        thing = noun.classes[0] not in ("kin", "person", "animal")
        return thing and first.lemma in OF_PERSONS

    def _head(self, determiner: Token | None, quantifiers: list[Token]) -> Token | None:
        token = self._peek()
        if token is None:
            return None
        if token.kind in (Kind.NOUN, Kind.WORD, Kind.NAME):
            return self._take()
        if token.kind in (Kind.PRONOUN, Kind.OBLIQUE, Kind.NEUTER):
            alone = determiner is None and all(q.lemma == "todo" for q in quantifiers)
            return self._take() if alone else None
        if token.kind is Kind.INDEFINITE and determiner is None:
            return self._take()
        return None

    def _completed(self, phrase: NounPhrase) -> NounPhrase:
        """Adjectives, possessives, de-phrases and further nouns that belong to the noun."""
        moved = tuple(q for q in phrase.before if not adjectives.stands_before(q.adjective.lemma))
        kept = tuple(q for q in phrase.before if adjectives.stands_before(q.adjective.lemma))
        phrase = replace(phrase, before=kept, after=moved)
        if phrase.head is not None and phrase.head.kind in (Kind.PRONOUN, Kind.OBLIQUE):
            return phrase
        phrase = self._with_nouns(self._with_adjectives(phrase))
        return self._with_quantity(phrase)

    def _with_quantity(self, phrase: NounPhrase) -> NounPhrase:
        """hambre, mucho: how much, tapped behind what is not counted."""
        token = self._peek()
        if token is None or token.lemma not in (
            "mucho",
            "poco",
            "bastante",
            "demasiado",
            "muchísimo",
        ):
            return phrase
        if token.kind is not Kind.QUANTIFIER or phrase.is_determined or phrase.after:
            return phrase
        follows = self._kind(1) in (Kind.NOUN, Kind.WORD, Kind.ADJECTIVE)
        counted = not phrase.has_flag("mass") or phrase.complements
        return phrase if follows or counted else replace(phrase, quantifiers=(self._take(),))

    def _with_adjectives(self, phrase: NounPhrase) -> NounPhrase:
        neutral = phrase.head is not None and phrase.head.kind in (Kind.NEUTER, Kind.INDEFINITE)
        while not neutral:
            degrees = 0
            while self._kind(degrees) is Kind.DEGREE or self._peek_text(degrees) in (
                "más",
                "menos",
            ):
                degrees += 1
            if self._kind(degrees) is Kind.ADJECTIVE:
                taken = tuple(self._take() for _ in range(degrees))
                phrase = replace(phrase, after=(*phrase.after, Quality(self._take(), taken)))
            elif self._kind() is Kind.COORDINATOR and phrase.after and self._is_quality(1):
                conjunction = self._take()
                phrase = replace(
                    phrase, after=(*phrase.after, Quality(self._take(), (), conjunction))
                )
            elif degrees == 0 and self._is_possessive_behind(phrase):
                owner = self._take()
                short = owner.text in ("mi", "tu")
                phrase = (
                    replace(phrase, determiner=owner)
                    if short
                    else replace(phrase, possessive=owner)
                )
            else:
                return phrase
        return phrase

    def _is_quality(self, ahead: int) -> bool:
        return self._kind(ahead) is Kind.ADJECTIVE and self._kind(ahead + 1) not in _NOUNS

    def _is_possessive_behind(self, phrase: NounPhrase) -> bool:
        token = self._peek()
        if token is None or token.kind is not Kind.POSSESSIVE or phrase.determiner is not None:
            return False
        if token.text in ("mi", "tu") and self._kind(1) is None:
            return phrase.head is not None
        long = token.text not in ("mi", "tu", "su", "mis", "tus", "sus")
        return long and self._kind(1) not in (Kind.NOUN, Kind.WORD) and phrase.head is not None

    def _with_nouns(self, phrase: NounPhrase) -> NounPhrase:
        while True:
            start = self.position
            if self._peek_text() in ("de", "del") and phrase.head is not None:
                preposition = self._take()
                inner = self._single()
                if inner is None:
                    self.position = start
                    return phrase
                phrase = _with(phrase, Complement((preposition,), inner, article=_inner(inner)))
                continue
            if self._kind() not in (Kind.NOUN, Kind.NAME, Kind.WORD, Kind.POSSESSIVE):
                return phrase
            inner = self._single()
            complement = compound(phrase, inner, self._kind()) if inner is not None else None
            if complement is None:
                self.position = start
                return phrase
            phrase = _with(phrase, complement)
            if not complement.linked and inner is not None and inner.after:
                phrase = replace(phrase, after=(*phrase.after, *inner.after))

    def _joined(self, phrase: NounPhrase, made: list[Chunk]) -> NounPhrase:
        """Further phrases behind *y* or *o*, unless a new sentence begins there."""
        while self._kind() is Kind.COORDINATOR:
            start = self.position
            conjunction = self._take()
            other = self._single()
            seen_verb = any(isinstance(c, Token) and c.kind in VERBAL for c in made)
            begins = (
                other is not None
                and seen_verb
                and self._kind() in VERBAL | {Kind.NEGATION, Kind.CLITIC}
            )
            if other is None or begins:
                self.position = start
                return phrase
            phrase = replace(phrase, joined=(*phrase.joined, (conjunction, other)))
        return phrase


def frame_has_dative(verb: Token) -> bool:
    """Whether a verb is like gustar."""
    return frame(verb.entry.verb or verb.lemma).has("dat")


def _is_one_person(token: Token | None) -> bool:
    """Whether a noun is somebody who is not counted: querer mucho abuela."""
    if token is None or token.noun is None or token.entry.plural:
        return False
    return token.noun.classes[0] in ("kin", "body") and "mass" not in token.noun.flags


def _with(phrase: NounPhrase, complement: Complement) -> NounPhrase:
    return replace(phrase, complements=(*phrase.complements, complement))


def _starts_clause(phrase: NounPhrase, following: Kind | None) -> bool:
    """Whether a phrase behind a place adverb is the subject of what follows."""
    return following in VERBAL and phrase.is_animate


def _inner(phrase: NounPhrase) -> Article:
    """The article of a noun behind a tapped *de*: la casa de la abuela, zumo de naranja."""
    if phrase.is_who or phrase.classes()[0] in ("animal", "place", "plant", "body", "furniture"):
        return Article.NONE if phrase.is_plural and not phrase.is_who else Article.DEFINITE
    return Article.NONE
