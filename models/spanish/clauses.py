"""A message cut into clauses: at the conjunctions that were tapped, and where a new verb begins."""

from __future__ import annotations

from collections.abc import Iterator

from models.spanish import adjectives
from models.spanish.asides import who_is_who, with_need
from models.spanish.backwards import MODALS, in_order, is_amount
from models.spanish.causes import happens, is_occasion
from models.spanish.clause import Clause, frame_of, is_first_person, is_verb
from models.spanish.lexicon import supplied
from models.spanish.needs import with_own_need
from models.spanish.neighbours import is_copula
from models.spanish.phrases import Adverbial, Chunk, NounPhrase, Quality, is_time
from models.spanish.tokens import Kind, Token
from models.spanish.wordlist import listed

_OBJECT_CONTROL = listed(
    """
    ayudar dejar enseñar ver oír escuchar mandar obligar invitar hacer mirar sentir
    """
)
"""Verbs between which and their infinitive a person is their object: ayúdame a comer."""


def split(chunks: list[Chunk]) -> list[Clause]:
    """The clauses of a stretch of message."""
    who = who_is_who(chunks)
    if who:
        return who
    clauses = [Clause()]
    chunks = in_order(chunks)
    for i, chunk in enumerate(chunks):
        current = clauses[-1]
        if _is_boundary(chunk, current, chunks[i + 1 :]) and isinstance(chunk, Token):
            if chunk.kind is Kind.QUESTION:
                clauses.append(Clause([chunk], embedded=True))
            elif current.chunks or current.link is not None:
                clauses.append(Clause(link=chunk))
            else:
                current.link = chunk
            continue
        if is_verb(chunk) and current.verbs:
            start = _new_start(current, chunk)
            if start is not None and _is_of_no_one(chunk, chunks[i + 1 : i + 2]):
                start = len(current.chunks)
            if start is not None:
                conditional = current.link is not None and current.link.text in _BEFORE_COMMA
                weeps = any(v.lemma == "llorar" for v in current.verbs)
                speaks = any((v.entry.verb or v.lemma) in _SPEAKING for v in current.verbs[-1:])
                speaks = speaks and not any(map(is_amount, current.chunks))
                joint = (
                    "que"
                    if speaks
                    else ","
                    if conditional and len(clauses) == 1
                    else "porque"
                    if weeps or _is_why(current, chunk)
                    else "y"
                )
                clauses.append(Clause(current.chunks[start:], added=joint))
                del current.chunks[start:]
        clauses[-1].chunks.append(chunk)
    whole = [c for c in clauses if c.chunks or c.link is not None]
    parted = [part for c in whole for part in with_own_need(c)]
    return _with_causes([part for c in parted for part in with_need(c)])


_BEFORE_COMMA = frozenset({"si", "cuando", "aunque", "mientras"})
"""A clause that begins a message with one of these is followed by a comma."""


EMBEDDING = listed(
    """
    saber decir ver recordar entender preguntar contar olvidar mirar pensar explicar
    """
)


_SPEAKING = listed("decir creer pensar saber prometer parecer")
"""What follows these with a subject of its own is what is said: dice que estoy bien."""


_GOING = listed("ir venir volver")


_LEAVING = _GOING | {"salir", "parar"}


_THINKING = listed("creer pensar suponer imaginar")
"""Who or what stands behind these before a verb does it: creo que papá viene."""


def _is_boundary(chunk: Chunk, current: Clause, rest: list[Chunk]) -> bool:
    if not isinstance(chunk, Token):
        return False
    if chunk.kind is Kind.QUESTION:
        asks = any((v.entry.verb or v.lemma) in EMBEDDING for v in current.verbs)
        who = chunk.text == "quién" and any(map(is_verb, rest))
        return asks and (who or any(isinstance(c, NounPhrase) for c in rest))
    if chunk.kind is Kind.SUBORDINATOR:
        return True
    if chunk.kind is not Kind.COORDINATOR:
        return False
    return any(is_verb(c) for c in rest) or not current.chunks


def _is_of_no_one(verb: Chunk, behind: list[Chunk]) -> bool:
    """ser, urgente: nobody named before is said to be that."""
    first = behind[0] if behind else None
    is_so = isinstance(verb, Token) and verb.lemma == "ser" and isinstance(first, Quality)
    return is_so and isinstance(first, Quality) and first.adjective.lemma in _OF_AFFAIRS


_OF_AFFAIRS = listed("urgente posible imposible necesario obligatorio verdad cierto falso tarde")


def _new_start(current: Clause, verb: Chunk) -> int | None:
    """Where in the current clause a new one begins that `verb` belongs to; None if it does not."""
    if not isinstance(verb, Token):
        return None
    last = max(i for i, c in enumerate(current.chunks) if is_verb(c))
    before = current.chunks[last]
    if not isinstance(before, Token):
        return None
    between = current.chunks[last + 1 :]
    hurts_if = current.link is not None and (
        frame_of(before).verb == "doler" or _is_begun_anew(between)
    )
    if _is_linked(before, verb, between) and not hurts_if:
        return None
    return last + 1 + _subject_start(current, last, between)


def _is_linked(before: Token, verb: Token, between: list[Chunk]) -> bool:
    """Whether the second verb depends on the first: querer comer, ir a jugar, estar comiendo."""
    asks = frame_of(before)
    if before.lemma == verb.lemma:
        return False  # no, ir, cole, ir, médico
    if verb.kind is Kind.GERUND:
        return True
    if any(isinstance(c, Token) and c.kind is Kind.PREPOSITION for c in between):
        return True
    if verb.kind is Kind.FINITE or _begins_wish(before, verb, between):
        return False
    if before.lemma == "tener" or (before.lemma == "jugar" and between):
        return False
    if before.lemma == "hacer" and (not between or _is_made_to(between)):
        return True
    if verb.lemma == "haber" and before.lemma not in MODALS and before.lemma != "ir":
        return False
    if before.lemma == "parecer" and not between and frame_of(verb).has("sky"):
        return False
    if before.lemma in _GOING and between and _tells_state(verb):
        return False  # no, ir, piscina, estar, resfriado
    if before.lemma == "usar" and between and verb.kind is Kind.VERB:
        return all(isinstance(c, NounPhrase) and not c.is_animate for c in between)
    if before.lemma == "llevar" and between and all(map(_lasts, between)):
        return True
    if before.lemma in _THINKING and any(isinstance(c, NounPhrase) for c in between):
        return False
    if before.lemma in ("encontrar", "pillar", "ver") and not between and verb.kind is Kind.VERB:
        return True
    if before.lemma in _SPEAKING and any(
        isinstance(c, NounPhrase) and c.is_animate for c in between
    ):
        return False
    if before.lemma in _SPEAKING and between and all(map(is_amount, between)):
        return False
    told = verb.lemma in ("ser", "estar", "haber") or frame_of(verb).has("sky")
    if before.lemma in _SPEAKING and told and all(map(_opens, between)):
        return False
    if before.lemma in ("decir", "pedir") and all(_is_negation(c) for c in between):
        return True
    if before.kind is Kind.VERB and asks.has("ger"):
        return not between
    if before.lemma in ("haber", "ser") and not between:
        return before.lemma == "haber"
    if asks.verb == "doler":
        return verb.kind is Kind.VERB
    if asks.link() is None:
        return False
    subjects = [c for c in between if isinstance(c, NounPhrase) and c.is_animate]
    if before.lemma == "esperar" and subjects and is_first_person(subjects[-1]):
        return False
    if not subjects or asks.has("that") or before.lemma in _OBJECT_CONTROL:
        return True
    return asks.verb not in ("ir", "venir") or not subjects[-1].is_pronoun


def _lasts(chunk: Chunk) -> bool:
    """«llevar, dos, horas, esperar», «llevar, mucho, tiempo, esperar»."""
    if not isinstance(chunk, NounPhrase) or chunk.head is None:
        return False
    return is_time(chunk) or (bool(chunk.quantifiers) and chunk.head.lemma == "tiempo")


def _is_why(current: Clause, verb: Chunk) -> bool:
    """«no, ir, piscina, estar, resfriado»: how somebody is, is why they go or not."""
    goes = current.verbs[-1].lemma in _LEAVING and len(current.chunks) > 1
    return goes and isinstance(verb, Token) and _tells_state(verb)


def _tells_state(verb: Token) -> bool:
    return verb.lemma.partition(" ")[0] in ("estar", "tener", "haber")


def _is_begun_anew(between: list[Chunk]) -> bool:
    """«cuando, terminar, película, yo, acostar»: behind a thing somebody begins to act."""
    things = [c for c in between[:-1] if isinstance(c, NounPhrase) and not c.is_animate]
    last = between[-1] if between else None
    return bool(things) and isinstance(last, NounPhrase) and last.is_pronoun


def _is_made_to(between: list[Chunk]) -> bool:
    """«jefa, hacer, yo, repetir»: whom somebody makes do it."""
    first = between[0]
    return len(between) == 1 and isinstance(first, NounPhrase) and first.is_pronoun


def _begins_wish(before: Token, verb: Token, between: list[Chunk]) -> bool:
    """«no, querer, sopa, querer, pan»: a wish does not hang on what is before it."""
    if verb.lemma not in ("querer", "necesitar", "preferir"):
        return False
    things = [c for c in between if isinstance(c, NounPhrase)]
    return bool(things) or before.lemma not in MODALS


def _is_negation(chunk: Chunk) -> bool:
    return isinstance(chunk, Token) and chunk.kind is Kind.NEGATION


def _subject_start(current: Clause, last: int, between: list[Chunk]) -> int:
    """How many phrases behind the first verb still belong to it."""
    if not between:
        return 0
    candidate = between[-1]
    start = len(between)
    if isinstance(candidate, Token) and candidate.kind in (Kind.NEGATION, Kind.CLITIC):
        start -= 1
        candidate = between[start - 1] if start else candidate
    if isinstance(candidate, NounPhrase) and candidate.is_animate and not _is_object(candidate):
        has_subject = any(isinstance(c, NounPhrase) for c in current.chunks[:last])
        if candidate.is_pronoun or has_subject or start > 1:
            start -= 1
    verb = current.chunks[last]
    thinks = isinstance(verb, Token) and verb.lemma in _THINKING
    if thinks and start == len(between) and isinstance(candidate, NounPhrase):
        start -= 1  # creer, árbitro, equivocarse
    held = isinstance(verb, Token) and verb.lemma == "ser"
    while start > held and _opens(between[start - 1]):
        start -= 1
    return start


def _opens(chunk: Chunk) -> bool:
    """Whether an adverb between two verbs begins the second clause: después, luego, ahora."""
    return isinstance(chunk, Adverbial) and chunk.head.kind is Kind.TIME and chunk.head.text != "ya"


def _is_object(phrase: NounPhrase) -> bool:
    return phrase.head is not None and phrase.head.kind is Kind.OBLIQUE


def _with_causes(clauses: list[Clause]) -> list[Clause]:
    """A feeling and what follows: «triste, perro, morir» is «Estoy triste porque...»."""
    made: list[Clause] = []
    for clause in map(_with_copula, clauses):
        end = _feeling_end(clause)
        if end:
            rest = Clause(clause.chunks[end:])
            rest.added = "porque" if _has_own_subject(rest) else "y"
            made += [Clause(clause.chunks[:end], clause.link, clause.added), rest]
        else:
            made.append(clause)
    return made


def _with_copula(clause: Clause) -> Clause:
    """«cansado, de, esperar» is said of somebody: «Estoy cansado de esperar.»"""
    for i, (told, link, verb) in enumerate(_threes(clause.chunks)):
        if any(map(is_verb, clause.chunks[: i + 1])):
            break
        linked = isinstance(link, Token) and link.kind is Kind.PREPOSITION
        if isinstance(told, Quality) and linked and is_verb(verb):
            lasting = adjectives.kind(told.adjective.lemma) == "trait"
            copula = "ser" if lasting else "estar"
            chunks = [*clause.chunks[:i], supplied(copula), *clause.chunks[i:]]
            return Clause(chunks, clause.link, clause.added, clause.embedded)
    return clause


def _threes(chunks: list[Chunk]) -> Iterator[tuple[Chunk, Chunk, Chunk]]:
    return zip(chunks, chunks[1:], chunks[2:], strict=False)


def _feeling_end(clause: Clause) -> int:
    """How many phrases at the head of a clause tell a feeling, 0 if none or if that is all."""
    i = 0
    chunks = clause.chunks
    if chunks and isinstance(chunks[0], NounPhrase) and is_first_person(chunks[0]):
        i = 1
    if i >= len(chunks) - 1:
        return 0
    quality = chunks[i]
    is_feeling = isinstance(quality, Quality) and adjectives.kind(quality.adjective.lemma) in (
        "state",
        "mood",
    )
    verbs = clause.verbs
    if not is_feeling or not verbs or is_verb(chunks[0]):
        return 0
    if is_copula(verbs[0]) and not is_occasion(verbs[0], chunks):
        return 0
    return i + 1


def _has_own_subject(clause: Clause) -> bool:
    asks = frame_of(clause.verbs[0])
    if asks.has("sky") or asks.has("perf"):
        return True
    phrases = [c for c in clause.chunks if isinstance(c, NounPhrase)]
    if any(c.is_animate and not is_first_person(c) for c in phrases):
        return True
    return bool(phrases) and happens(clause.verbs[0], phrases[0], clause.chunks)
