"""Messages that stay without a verb: «Más música.», «Mamá, coche.», «Eso no.»"""

from __future__ import annotations

from dataclasses import replace

from models.engine import Gender
from models.spanish import adjectives, complements
from models.spanish.phrases import (
    Adverbial,
    Article,
    Chunk,
    Infinitive,
    NounPhrase,
    Prepositional,
    Quality,
    is_time,
)
from models.spanish.plan import Options
from models.spanish.tokens import Kind, Token, Word, added, said
from models.spanish.writing import how_much, is_how_much, written


def fragment(chunks: list[Chunk], options: Options, definite: bool = False) -> list[Word]:
    """The phrases in their order, nothing added but commas and agreement.

    `definite` gives nouns their article, behind «me gusta..., pero».
    """
    ordered = chunks if definite else _with_no_behind(chunks)
    made: list[Word] = []
    negative = options.controls.negative and not any(
        isinstance(c, Token) and c.kind is Kind.NEGATION for c in chunks
    )
    if negative:
        return _denied(chunks, options)
    if definite:
        return [
            word
            for chunk in ordered
            for c in _unquantified(chunk)
            for word in (
                written(c, Article.DEFINITE)
                if isinstance(c, NounPhrase)
                else _words(c, options, ordered)
            )
        ]
    skipped = None
    for i, chunk in enumerate(ordered):
        following = ordered[i + 1] if i + 1 < len(ordered) else None
        if chunk is skipped:
            continue
        if is_how_much(chunk) and isinstance(following, NounPhrase):
            made += how_much(chunk, following)
            skipped = following
            continue
        if made and _is_apart(ordered[i - 1], chunk, i == 1):
            made[-1] = replace(made[-1], text=made[-1].text + ",")
        made += _words(chunk, options, ordered)
    return made


def _denied(chunks: list[Chunk], options: Options) -> list[Word]:
    """«Agua no.», «No cansado.»: denied by a control."""
    plain = replace(options, controls=replace(options.controls, negative=False))
    words = fragment(chunks, plain)
    last = chunks[-1] if chunks else None
    return [*words, added("no")] if isinstance(last, NounPhrase) else [added("no"), *words]


def _unquantified(chunk: Chunk) -> list[Chunk]:
    """«más los melocotones»: how much one likes it, not how many."""
    if not isinstance(chunk, NounPhrase) or not chunk.quantifiers:
        return [chunk]
    graded = [q for q in chunk.quantifiers if q.lemma in ("más", "menos", "mucho", "poco")]
    rest = tuple(q for q in chunk.quantifiers if q not in graded)
    return [*graded, replace(chunk, quantifiers=rest)]


def _with_no_behind(chunks: list[Chunk]) -> list[Chunk]:
    """«no, este, vaso» is «Este vaso no»; «no, mamá» speaks to her."""
    first = chunks[0] if chunks else None
    timed = bool(chunks) and (is_time(first) or _says_when_or_where(chunks[0]))
    if len(chunks) == 3 and _is_no(chunks[1]) and timed:
        thing = isinstance(chunks[2], NounPhrase) and not chunks[2].is_animate
        return [chunks[0], chunks[2], chunks[1]] if thing else chunks
    if not isinstance(first, Token) or first.text != "no":
        return chunks
    if len(chunks) == 3 and _are_this_and_other(chunks[1], chunks[2]):
        return [chunks[1], first, chunks[2]]
    if len(chunks) == 3 and all(map(_says_when_or_where, chunks[1:])):
        return [chunks[1], first, chunks[2]]
    if len(chunks) != 2:
        return chunks
    second = chunks[1]
    if isinstance(second, NounPhrase) and not second.is_who:
        return [second, first]
    return [second, first] if _says_when_or_where(second) else chunks


def _is_no(chunk: Chunk) -> bool:
    return isinstance(chunk, Token) and chunk.text == "no"


def _are_this_and_other(one: Chunk, two: Chunk) -> bool:
    """no, este, otro: this is refused, the other one chosen."""
    if not isinstance(one, NounPhrase) or not isinstance(two, NounPhrase):
        return False
    return one.head is None and two.head is None and two.quantifiers[-1:] != ()


def _says_when_or_where(chunk: Chunk) -> bool:
    """ahora, aquí: with *no* these are refused: «Ahora no.»"""
    places = (Kind.TIME, Kind.PLACE, Kind.LOCATIVE)
    return isinstance(chunk, Adverbial) and len(chunk.tokens) == 1 and chunk.head.kind in places


def _is_apart(before: Chunk, chunk: Chunk, first: bool) -> bool:
    """Whether a comma stands between two phrases; `first` of the message is the one before."""
    if isinstance(before, Token) and before.text == "no":
        if isinstance(chunk, Adverbial) and chunk.head.text in ("más", "menos", "así"):
            return False
        return isinstance(chunk, (NounPhrase, Adverbial)) or (
            isinstance(chunk, Quality) and not first
        )
    if (
        isinstance(chunk, NounPhrase)
        and chunk.head is not None
        and chunk.head.text in ("nada", "todo")
    ):
        return False
    if isinstance(chunk, NounPhrase) and chunk.is_pronoun and isinstance(before, Adverbial):
        return False
    if isinstance(chunk, NounPhrase):
        return isinstance(before, (NounPhrase, Adverbial, Quality)) and not _grades(before)
    if isinstance(chunk, Quality):
        return isinstance(before, (Quality, Adverbial)) and not _grades(before)
    return isinstance(chunk, Token) and chunk.kind is Kind.VERB and isinstance(before, Token)


def _grades(chunk: Chunk) -> bool:
    """Whether an adverb belongs to what follows: más, muy, solo."""
    if not isinstance(chunk, Adverbial):
        return False
    return chunk.head.text in (
        "más",
        "muy",
        "solo",
        "también",
        "tampoco",
        "casi",
        "menos",
        "mucho",
        "mejor",
    )


def _words(chunk: Chunk, options: Options, chunks: list[Chunk]) -> list[Word]:
    if isinstance(chunk, NounPhrase):
        if is_time(chunk) and chunk is chunks[0] and not all(map(is_time, chunks)):
            return complements.time_words(chunk)
        return written(chunk, Article.NONE)
    if isinstance(chunk, Prepositional):
        return complements.tapped(chunk, None)
    if isinstance(chunk, Adverbial):
        return [said(t) for t in chunk.tokens]
    if isinstance(chunk, Infinitive):
        return [*map(said, chunk.prepositions), said(chunk.verb)]
    if isinstance(chunk, Quality):
        joint = [said(chunk.conjunction)] if chunk.conjunction is not None else []
        return [*joint, *chunk.words(*_form(chunk, options))]
    return [said(chunk)]


def _form(quality: Quality, options: Options) -> tuple[bool, bool]:
    """An adjective alone stays as it was tapped, but a state is the speaker's: «Cansada.»"""
    chosen = adjectives.chosen_form(quality.adjective.text, quality.adjective.lemma)
    if any(chosen) or adjectives.kind(quality.adjective.lemma) not in ("state", "mood"):
        return chosen
    return options.controls.speaker is Gender.FEMININE, False
