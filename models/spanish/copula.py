"""Messages without a verb: which of them ser, estar or tener completes, and which stay phrases."""

from __future__ import annotations

from dataclasses import replace

from models.spanish import adjectives
from models.spanish.adjectives import GOVERNING, OF_PERSONS
from models.spanish.clause import Clause
from models.spanish.lexicon import supplied
from models.spanish.parts import told_of_part
from models.spanish.phrases import Adverbial, Chunk, NounPhrase, Prepositional, Quality
from models.spanish.plan import Options
from models.spanish.tokens import Kind, Token

"""The place of a word that nobody tapped."""


_DRIVEN = frozenset({"state"})


_WHERE = frozenset({"dónde", "cómo"})


_WHICH = frozenset({"cuál", "cuáles", "quién", "quiénes", "de quién", "cuándo", "de qué"})


_WELL = frozenset({"bien", "mal", "fatal", "regular", "mejor", "peor"})


_LASTING = frozenset({"trait", "colour", "before"})


def completed(clause: Clause, options: Options, question: bool) -> Clause | None:
    """The clause with the verb that it lacks, None if it is better without."""
    chunks = clause.chunks
    asked = [c for c in chunks if isinstance(c, Token) and c.kind is Kind.QUESTION]
    if asked:
        return _asked(clause, asked[0])
    phrases = [c for c in chunks if isinstance(c, NounPhrase)]
    qualities = [c for c in chunks if isinstance(c, Quality)]
    if not phrases:
        return None
    subject = phrases[0]
    cause = _caused(chunks)
    if cause is not None:
        return _with(clause, copula(None, cause, options), before=cause)
    state = _state(phrases)
    if state is not None:
        return _with(clause, "tener", before=state)
    if qualities:
        return _described(clause, subject, qualities[0], options, len(phrases))
    told = (
        _compared(clause, subject)
        or _part(clause, subject)
        or _predicate_of(clause, subject, options)
    )
    if told is not None:
        return told
    return _placed(clause, subject, options, question)


def _caused(chunks: list[Chunk]) -> Quality | None:
    """asustado, tormenta: «Estoy asustado por la tormenta.»"""
    first = chunks[0]
    if not isinstance(first, Quality) or first.adjective.lemma not in OF_PERSONS:
        return None
    second = chunks[1] if len(chunks) > 1 else None
    governs = first.adjective.lemma in GOVERNING
    caused = isinstance(second, NounPhrase) and (governs or not second.is_animate)
    return first if caused and not _is_time(second) else None


def _is_time(chunk: Chunk | None) -> bool:
    kinds = ("time", "weekday", "month", "season", "feast")
    return isinstance(chunk, NounPhrase) and chunk.classes()[0] in kinds


def _with(clause: Clause, verb: str, before: Chunk) -> Clause:
    """The clause with a verb put in front of one of its phrases."""
    place = next(i for i, c in enumerate(clause.chunks) if c is before)
    if place and _is_negation(clause.chunks[place - 1]):
        chunks = [*clause.chunks[:place], supplied(verb), *clause.chunks[place:]]
    else:
        chunks = [*clause.chunks[:place], supplied(verb), *clause.chunks[place:]]
    return Clause(chunks, clause.link, clause.added)


def _is_negation(chunk: Chunk) -> bool:
    return isinstance(chunk, Token) and chunk.kind is Kind.NEGATION


def _asked(clause: Clause, question: Token) -> Clause | None:
    """¿Dónde está mamá? ¿Quién es ese? ¿Qué es eso?"""
    rest = [c for c in clause.chunks if isinstance(c, NounPhrase)]
    if question.text == "qué hora" and not rest:
        return Clause([*clause.chunks, supplied("ser")], clause.link, clause.added)
    if not rest:
        return None
    verb = ""
    if question.text in _WHERE or question.text == "cómo":
        verb = "estar"
    elif question.text in _WHICH:
        verb = "ser"
    elif question.text in ("qué", "qué hora") and rest[0].head is not None:
        verb = "ser" if rest[0].head.kind is Kind.NEUTER or rest[0].head.text == "hora" else ""
    elif question.text.startswith("cuánt") and len(rest) > 1 and _is_age(rest[0]):
        return _with(clause, "tener", before=rest[1])
    if question.text == "por qué":
        return _why(clause, rest[0])
    if question.text == "cuándo" and rest[0].is_animate:
        return None
    if not verb:
        return None
    if question.text == "qué" and rest[0].head is not None and rest[0].head.text == "hora":
        return Clause([*clause.chunks, supplied(verb)], clause.link, clause.added)
    return _with(clause, verb, before=rest[0])


def _why(clause: Clause, phrase: NounPhrase) -> Clause | None:
    """¿Por qué el cielo es azul?"""
    if phrase.after and not phrase.is_pronoun:
        said_of = phrase.after[-1]
        place = clause.chunks.index(phrase)
        plain = replace(phrase, after=phrase.after[:-1])
        verb = copula(plain, said_of, Options())
        chunks = [
            *clause.chunks[:place],
            plain,
            supplied(verb),
            said_of,
            *clause.chunks[place + 1 :],
        ]
        return Clause(chunks, clause.link, clause.added)
    quality = next((c for c in clause.chunks if isinstance(c, Quality)), None)
    return _with(clause, copula(phrase, quality, Options()), before=quality) if quality else None


def _is_age(phrase: NounPhrase) -> bool:
    return phrase.head is not None and phrase.head.lemma == "año"


def _state(phrases: list[NounPhrase]) -> NounPhrase | None:
    """yo, frío: a person and what they have."""
    if len(phrases) < 2 or not phrases[0].is_animate or phrases[0].joined:
        return None
    second = phrases[1]
    if second.classes()[0] in _DRIVEN and second.determiner is None:
        return second
    numbered = any(q.kind is Kind.NUMBER for q in second.quantifiers)
    return second if _is_age(second) and numbered else None


def _described(
    clause: Clause, subject: NounPhrase, quality: Quality, options: Options, count: int
) -> Clause | None:
    """yo, cansado; mamá, triste; eso, aburrido. A thing with an adjective is one phrase already."""
    verb = copula(subject, quality, options)
    if adjectives.kind(quality.adjective.lemma) == "before" and not options.full:
        return None
    if subject.is_pronoun or _is_neuter(subject) or subject.is_bare_name or subject.is_animate:
        return _with(clause, verb, before=quality)
    return _with(clause, verb, before=quality) if options.full and count else None


def _is_measured(chunks: list[Chunk]) -> bool:
    """que yo, que el gato: what something is compared with."""
    first = chunks[0] if chunks else None
    return isinstance(first, Prepositional) and first.prepositions[0].text == "que"


def _compared(clause: Clause, phrase: NounPhrase) -> Clause | None:
    """película, más, divertido, que, libro: «La película es más divertida que el libro.»"""
    place = clause.chunks.index(phrase)
    behind = clause.chunks[place + 1] if place + 1 < len(clause.chunks) else None
    better = isinstance(behind, Adverbial) and behind.head.text in ("mejor", "peor")
    if better and _is_measured(clause.chunks[place + 2 :]) and not _is_time(phrase):
        chunks = [*clause.chunks[: place + 1], supplied("ser"), *clause.chunks[place + 1 :]]
        return Clause(chunks, clause.link, clause.added)
    if not phrase.after or phrase.joined or not isinstance(behind, Prepositional):
        return None
    told = phrase.after[-1]
    graded = told.degrees or told.adjective.text in ("mejor", "peor", "mayor", "menor")
    if behind.prepositions[0].text not in ("que", "como") or not graded:
        return None
    plain = replace(phrase, after=phrase.after[:-1])
    verb = supplied(copula(plain, told, Options()))
    chunks = [*clause.chunks[:place], plain, verb, told, *clause.chunks[place + 1 :]]
    return Clause(chunks, clause.link, clause.added)


def _part(clause: Clause, phrase: NounPhrase) -> Clause | None:
    """freno, silla, flojo: how a part of something is is told, not how the whole is."""
    found = told_of_part(phrase) if len(clause.chunks) == 1 else None
    if found is None:
        return None
    return Clause([found[0], supplied("estar"), found[1]], clause.link, clause.added)


def _predicate_of(clause: Clause, phrase: NounPhrase, options: Options) -> Clause | None:
    """mamá, enfadado; niño, triste: how a person is, though tapped like «perro grande»."""
    if (
        not phrase.after
        or phrase.joined
        or any(c.linked for c in phrase.complements)
        or not (phrase.is_animate or options.full or _is_favourite(phrase))
    ):
        return None
    told = phrase.after[-1]
    feeling = adjectives.kind(told.adjective.lemma) in ("state", "mood")
    mine = phrase.determiner is not None and phrase.determiner.kind is Kind.POSSESSIVE
    feeling |= mine
    if not (phrase.is_bare_name_without_qualities or feeling or options.full):
        return None
    plain = replace(phrase, after=phrase.after[:-1])
    place = clause.chunks.index(phrase)
    verb = copula(plain, told, options)
    chunks = [*clause.chunks[:place], plain, supplied(verb), told, *clause.chunks[place + 1 :]]
    return Clause(chunks, clause.link, clause.added)


def _is_favourite(phrase: NounPhrase) -> bool:
    """mi color favorito, azul."""
    mine = phrase.determiner is not None and phrase.determiner.kind is Kind.POSSESSIVE
    favourite = phrase.after and phrase.after[0].adjective.lemma in ("favorito", "preferido")
    return mine and bool(favourite) and len(phrase.after) > 1


def _is_neuter(phrase: NounPhrase) -> bool:
    return phrase.head is not None and phrase.head.kind is Kind.NEUTER


def copula(subject: NounPhrase | None, quality: Quality, options: Options) -> str:
    """ser or estar with this adjective and this subject."""
    kind = adjectives.kind(quality.adjective.lemma)
    animate = subject is None or subject.is_animate
    food = subject is not None and {"food", "drink", "dish"} & set(subject.classes())
    if kind == "state":
        verb = "estar"
    elif kind == "mood":
        verb = "estar" if animate else "ser"
    elif kind == "taste":
        verb = "estar" if food else "ser"
    else:
        verb = "ser"
    if options.other_copula and kind in ("mood", "taste"):
        return "ser" if verb == "estar" else "estar"
    return verb


def _placed(clause: Clause, subject: NounPhrase, options: Options, question: bool) -> Clause | None:
    """yo, aquí; mamá, en casa; eso, mío; and in a question any place."""
    rest = clause.chunks[clause.chunks.index(subject) + 1 :]
    rest = [c for c in rest if not _is_negation(c)]
    if not rest or not (subject.is_animate or _is_neuter(subject) or options.full or question):
        return None
    target = rest[0]
    if isinstance(target, Prepositional) and _is_place(target):
        return _with(clause, "estar", before=target)
    if isinstance(target, Adverbial) and target.head.kind in (Kind.PLACE, Kind.LOCATIVE):
        here = subject.is_pronoun or question or options.full
        return _with(clause, "estar", before=target) if here else None
    if isinstance(target, Adverbial) and target.head.text in _WELL:
        return _with(clause, "estar", before=target)
    if isinstance(target, Token) and target.kind is Kind.POSSESSIVE:
        return _with(clause, "ser", before=target)
    return None


def _is_place(chunk: Prepositional) -> bool:
    if chunk.prepositions[-1].kind is Kind.LOCATIVE:
        return True
    if chunk.prepositions[-1].text not in ("en", "bajo", "sobre", "entre", "dentro de"):
        return False
    return chunk.phrase.classes()[0] not in ("time", "month", "season")
