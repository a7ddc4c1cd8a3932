"""Who is harmed and then feels or does something: said both times, once as the object.

«él, tocar, yo, llorar»: the person between two verbs is whom the first is done to and who does
the second: «Él me toca y lloro». To leave it with the second alone would lose what was told.
"""

from __future__ import annotations

from models.spanish import adjectives
from models.spanish.clause import Clause, is_verb
from models.spanish.clauses import split
from models.spanish.lexicon import supplied
from models.spanish.phrases import Adverbial, Chunk, NounPhrase, Prepositional, Quality
from models.spanish.tokens import UNTAPPED, Entry, Kind, Token
from models.spanish.verbs import Frame, frame
from models.spanish.wordlist import listed

_DONE_TO = listed(
    """
    ignorar molestar perseguir asustar regañar manosear maltratar chillar burlarse reír reírse
    rechazar excluir abandonar atar quemar tirar enfadar fastidiar echar acariciar espiar mojar
    """
) | {"hacer daño", "hacer cosquillas", "reírse de", "burlarse de", "tirar de"}
"""What one person does to another beside what the table of verbs calls harm or touch."""


_SHOUTED = listed("gritar chillar")


_TO_DO = listed("forzar obligar amenazar")
"""Behind these stands what somebody is to do, or what is to be done to them."""


_SUBJECTS = {
    **dict.fromkeys(("me", "mí", "mi", "mis", "conmigo"), "yo"),
    **dict.fromkeys(("te", "ti", "tu", "tus", "contigo"), "tú"),
    **dict.fromkeys(("nos", "nuestro", "nuestra", "nuestros", "nuestras"), "nosotros"),
    "os": "vosotros",
}
"""Whom a clitic, a form behind a preposition or an owner means."""


_FELT = frozenset({"state", "feeling"})


def clauses_of(chunks: list[Chunk]) -> list[Clause]:
    """The clauses of a stretch of message, whoever is harmed in one named in both."""
    told = _retold(chunks)
    if told is None:
        return split(chunks)
    done, felt = map(split, told)
    felt[0].added = "y"
    return [*done, *felt]


def _retold(chunks: list[Chunk]) -> tuple[list[Chunk], list[Chunk]] | None:
    """What is done to somebody, and what they feel or do; None where a message tells no such
    thing."""
    verb = next((i for i, c in enumerate(chunks) if is_verb(c)), len(chunks))
    if verb == len(chunks) or not any(_is_somebody(c) for c in chunks[:verb]):
        return None
    if not _is_done_to_somebody(chunks[verb]):
        return None
    if any(isinstance(c, Token) and c.kind in _LINKS for c in chunks[:verb]):
        return None
    harmed = _harmed(chunks, verb)
    if harmed is None:
        return None
    place, sufferer = harmed
    for i in range(max(place, verb) + 1, len(chunks)):
        chunk = chunks[i]
        if isinstance(chunk, Token) and chunk.kind in _LINKS:
            return None
        if i > place + 1 and _is_somebody(chunk):
            return None
        if is_verb(chunk) and _is_open_harm(chunk, chunks[i + 1 :]):
            return None
        if _is_told_of(chunk, chunks[verb]):
            start = _start(chunks, i, max(place, verb) + 1)
            clitic = _clitic(chunks[place], chunks[verb])
            if clitic is None:
                return chunks[:start], [sufferer, *chunks[start:]]
            done = [*chunks[:verb], clitic, *chunks[verb:place], *chunks[place + 1 : start]]
            return done, [chunks[place], *chunks[start:]]
    return None


_LINKS = (Kind.SUBORDINATOR, Kind.COORDINATOR, Kind.QUESTION, Kind.PREPOSITION)


def _is_somebody(chunk: Chunk) -> bool:
    return isinstance(chunk, NounPhrase) and chunk.is_animate


def _frame(verb: Chunk) -> Frame:
    assert isinstance(verb, Token)
    return frame(verb.entry.verb or verb.lemma)


def _is_done_to_somebody(verb: Chunk) -> bool:
    asks = _frame(verb)
    return bool(asks.flags & {"harm", "touch"}) or asks.verb in _DONE_TO or asks.verb in _SHOUTED


def _is_open_harm(verb: Chunk, behind: list[Chunk]) -> bool:
    """«papá, empujar, yo, pegar»: a second harm may be his or mine, and is put into no mouth."""
    return bool(_frame(verb).flags & {"harm", "touch"}) and not any(map(_is_somebody, behind))


def _harmed(chunks: list[Chunk], verb: int) -> tuple[int, NounPhrase] | None:
    """Where the person stands to whom it is done, and the same person as a subject."""
    for i in (*range(verb + 1, len(chunks)), *range(verb)):
        chunk = chunks[i]
        if isinstance(chunk, Adverbial):
            continue
        if i < verb and not (isinstance(chunk, Token) and chunk.kind is Kind.CLITIC):
            continue
        name = _name(chunk)
        if name is None and i > verb:
            return None
        if name is not None:
            return i, name
    return None


def _name(chunk: Chunk) -> NounPhrase | None:
    """The pronoun for whom a phrase means, as nobody tapped it."""
    if isinstance(chunk, Token) and chunk.kind is Kind.CLITIC:
        text = _SUBJECTS.get(chunk.text, "")
    elif isinstance(chunk, Prepositional):
        text = _text(chunk.phrase) if chunk.prepositions[-1].text == "a" else ""
    elif isinstance(chunk, NounPhrase):
        text = _text(chunk)
    else:
        text = ""
    return NounPhrase(supplied(text)) if text else None


def _clitic(chunk: Chunk, verb: Chunk) -> Token | None:
    """«Él la pega y ella llora»: a third person is named where they act, not twice."""
    if not isinstance(chunk, NounPhrase) or chunk.head is None or not chunk.is_pronoun:
        return None
    datives = {"él": "le", "ella": "le", "ellos": "les", "ellas": "les"}
    objects = {"él": "lo", "ella": "la", "ellos": "los", "ellas": "las"}
    forms = objects if _frame(verb).has("tr") else datives
    text = forms.get(chunk.head.text, "")
    return Token(UNTAPPED, text, Entry(Kind.CLITIC, text)) if text else None


def _text(phrase: NounPhrase) -> str:
    head, owner = phrase.head, phrase.determiner
    if head is None or phrase.joined:
        return ""
    if phrase.is_pronoun and head.kind in (Kind.PRONOUN, Kind.OBLIQUE):
        return _SUBJECTS.get(head.text, head.text)
    if owner is not None and phrase.classes()[0] == "body":
        return _SUBJECTS.get(owner.text, "")
    return ""


def _is_told_of(chunk: Chunk, verb: Chunk) -> bool:
    """Whether a phrase is what the harmed person feels or does."""
    if is_verb(chunk):
        return _frame(verb).verb not in _TO_DO or _frame(chunk).has("refl")
    if isinstance(chunk, Quality):
        return adjectives.kind(chunk.adjective.lemma) in ("state", "mood")
    if not isinstance(chunk, NounPhrase) or chunk.head is None or chunk.determiner is not None:
        return False
    return chunk.classes()[0] in _FELT and not _frame(verb).has("outof")


def _start(chunks: list[Chunk], end: int, first: int) -> int:
    """Where the second clause begins: with its negation, its clitic, its time."""
    while end > first and _leads(chunks[end - 1]):
        end -= 1
    return end


def _leads(chunk: Chunk) -> bool:
    if isinstance(chunk, Token):
        return chunk.kind in (Kind.NEGATION, Kind.CLITIC)
    if not isinstance(chunk, Adverbial) or chunk.head.kind is not Kind.TIME:
        return False
    return chunk.tokens[0].text in _LATER


_LATER = listed("después luego ahora siempre entonces todavía")
