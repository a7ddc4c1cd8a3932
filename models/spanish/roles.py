"""Messages in which it is not told who does it to whom: they stay as they were chosen.

A person and a verb of harm, touch, giving or telling without a subject before it can mean two
opposite things. Nothing is guessed there; each reading is offered.
"""

from __future__ import annotations

from models.engine import SentenceType
from models.spanish.chunks import Chunk
from models.spanish.clauses import Clause, frame_of
from models.spanish.lexicon import entry
from models.spanish.moods import is_me
from models.spanish.phrases import NounPhrase
from models.spanish.plan import Options
from models.spanish.tokens import Kind, Token

_ROLES = frozenset({"harm", "touch", "give", "tell"})
_ADDED = -1


def is_unclear(clause: Clause, options: Options) -> bool:
    """Whether a clause leaves open who does it."""
    if not clause.verbs or clause.verbs[0].kind is not Kind.VERB or len(clause.verbs) > 1:
        return False
    if options.roles or options.controls.sentence_type is SentenceType.REQUEST:
        return False
    flags = frame_of(clause.verbs[0]).flags & _ROLES
    place = clause.chunks.index(clause.verbs[0])
    if not flags or _has_subject(clause.chunks[:place]) or _has_clitic(clause.chunks):
        return False
    after = [c for c in clause.chunks[place + 1 :] if isinstance(c, NounPhrase)]
    return any(_is_open(c, flags, clause, after) for c in after)


def _has_subject(before: list[Chunk]) -> bool:
    question = any(isinstance(c, Token) and c.kind is Kind.QUESTION for c in before)
    return question or any(isinstance(c, NounPhrase) and c.is_animate for c in before)


def _has_clitic(chunks: list[Chunk]) -> bool:
    return any(isinstance(c, Token) and c.kind is Kind.CLITIC for c in chunks)


def _is_open(
    phrase: NounPhrase, flags: frozenset[str], clause: Clause, after: list[NounPhrase]
) -> bool:
    if is_me(phrase):
        return _is_me_open(flags, clause, after)
    if phrase.classes()[0] == "animal":
        return "harm" in flags
    return phrase.is_who


def _is_me_open(flags: frozenset[str], clause: Clause, after: list[NounPhrase]) -> bool:
    """«pegar, yo» is open; «no, pegar, yo» and «dar, yo, agua» are asked of the listener."""
    if any(p.is_who and not is_me(p) for p in after):
        return True
    negated = any(isinstance(c, Token) and c.text == "no" for c in clause.chunks)
    things = [p for p in after if not p.is_animate]
    if "touch" in flags or "harm" in flags:
        return not negated and not things
    return False


def readings(clause: Clause) -> list[tuple[str, Clause, bool]]:
    """The clause as each reading has it: a name, the clause made clear, whether it is a command."""
    place = clause.chunks.index(clause.verbs[0])
    after = clause.chunks[place + 1 :]
    persons = [c for c in after if isinstance(c, NounPhrase) and c.is_animate and not is_me(c)]
    before = clause.chunks[:place]
    verb: list[Chunk] = [clause.verbs[0]]
    me: list[Chunk] = [NounPhrase(Token(_ADDED, "yo", entry("yo")))]
    made = []
    if persons:
        rest = [c for c in after if c is not persons[0] and not is_me(c)]
        theirs = [persons[0], *before, *verb, *_only_me(after, me), *rest]
        made.append(("theirs", Clause(theirs), False))
    mine = [c for c in after if persons or not is_me(c)]
    others = [c for c in mine if not is_me(c)]
    made.append(("asked", Clause([*before, *verb, *(mine or after)]), True))
    made.append(("mine", Clause([*me, *before, *verb, *others]), False))
    return made


def _only_me(after: list[Chunk], me: list[Chunk]) -> list[Chunk]:
    """The speaker as the one it is done to: as tapped, or added by this reading."""
    tapped = [c for c in after if is_me(c)]
    return tapped or me
