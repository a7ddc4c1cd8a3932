"""Messages in which it is not told who does it to whom: they stay as they were chosen.

A person and a verb of harm, touch, giving or telling without a subject before it can mean two
opposite things. Nothing is guessed there; each reading is offered.
"""

from __future__ import annotations

from models.engine import SentenceType
from models.spanish.calling import calls_me
from models.spanish.clause import Clause, frame_of
from models.spanish.contrast import contrasts
from models.spanish.lexicon import supplied
from models.spanish.persons import is_me
from models.spanish.phrases import Chunk, NounPhrase, Quality
from models.spanish.plan import Options
from models.spanish.things import FRIGHTENING
from models.spanish.tokens import Kind, Token
from models.spanish.verbkinds import CARE
from models.spanish.wordlist import listed

_ROLES = frozenset({"harm", "touch", "give", "tell"})


_HANDLING = listed(
    """
    lavar peinar vestir desvestir desnudar duchar bañar afeitar secar cuidar atar quemar
    romper manchar estropear destrozar rayar ensuciar
    perseguir asustar molestar regañar echar tirar comprar llevar enseñar dejar maltratar
    manosear chillar burlar burlarse avisar perdonar
    """
) | {"tirar de", "hacer daño", "dar de comer", "hacer cosquillas", "reírse de"}
"""What else one person does to another and the other might as well do to them."""


_FRIGHTENING = listed("perseguir asustar molestar") | {"hacer daño"}
"""What animals do to persons and persons to animals."""


_PLEASING = frozenset({"gustar", "encantar", "interesar", "importar"})
_ASKED_FOR = listed("querer poder deber intentar empezar ir") | {"tener que", "hay que"}


def is_unclear(clause: Clause, options: Options) -> bool:
    """Whether a clause leaves open who does it."""
    verbs = clause.verbs
    if not verbs or any(v.kind is not Kind.VERB for v in verbs):
        return False
    if contrasts(clause):
        return not options.roles
    if calls_me(clause):
        return False
    if any(isinstance(c, Token) and c.kind is Kind.CLITIC for c in clause.chunks):
        return _is_clitic_open(clause)
    if options.roles or options.controls.sentence_type is SentenceType.REQUEST:
        return False
    if len(verbs) > 1:
        return _is_chain_open(clause)
    place = clause.chunks.index(verbs[0])
    before, after = clause.chunks[:place], _phrases(clause.chunks[place + 1 :])
    flags = _roles_of(verbs[0])
    if _is_frightened_by_thing(before, verbs[0]):
        return False
    if _has_question(before):
        return False
    if frame_of(verbs[0]).verb in _PLEASING and _are_you_and_me(before, after):
        return True
    if _persons(before):
        return bool(flags) and _is_pair_open(before, after)
    if _are_two(after) and _takes_persons(verbs[0]):
        return True
    if verbs[0].lemma == "llamar":
        named = any(isinstance(c, Quality) for c in clause.chunks[place + 1 :])
        return named and bool(_persons(after))
    return bool(flags) and any(_is_open(c, verbs[0], clause, after) for c in after)


def shares_doer(clause: Clause, before: Clause) -> bool:
    """«candidato, besar, niños, y, robar, padres»: who does it is named once for both."""
    if clause.link is None or clause.link.text not in ("y", "e") or not before.verbs:
        return False
    leads = bool(clause.chunks) and clause.verbs[:1] == clause.chunks[:1]
    return leads and bool(_persons(before.chunks[: before.chunks.index(before.verbs[0])]))


def _is_frightened_by_thing(before: list[Chunk], verb: Token) -> bool:
    """«ruido, asustar, yo»: a thing stands before what a thing may do to somebody."""
    things = [c for c in before if isinstance(c, NounPhrase) and not c.is_animate]
    return (
        bool(things) and not _persons(before) and frame_of(verb).verb in FRIGHTENING | {"molestar"}
    )


def _are_you_and_me(before: list[Chunk], after: list[NounPhrase]) -> bool:
    """«tú, gustar, yo»: who pleases whom."""
    both = [*_persons(before), *_persons(after)]
    return len(both) == 2 and all(p.is_pronoun and not p.joined for p in both)


def _roles_of(verb: Token) -> frozenset[str]:
    """In which ways a verb acts on somebody."""
    frame = frame_of(verb)
    flags = frame.flags & _ROLES
    return flags | {"handle"} if frame.verb in _HANDLING or verb.lemma in _HANDLING else flags


def _takes_persons(verb: Token) -> bool:
    """Whether somebody can be the object of a verb: not of venir, but of llamar."""
    frame = frame_of(verb)
    return bool(_roles_of(verb)) or (frame.verb in CARE and frame.has("tr"))


def _is_chain_open(clause: Clause) -> bool:
    """«querer, pegar, Juan»: the wish to harm is put into nobody's mouth."""
    first, last = clause.verbs[0], clause.verbs[-1]
    denied = any(isinstance(c, Token) and c.text == "no" for c in clause.chunks)
    felt = frame_of(first).has("dat")
    kinds = {"harm", "touch"} if denied or felt else {"harm"}
    if len(clause.verbs) != 2 or not kinds & frame_of(last).flags or last.lemma == "quitar":
        return False
    if not felt and frame_of(first).verb not in _ASKED_FOR:
        return False
    place = clause.chunks.index(first)
    if felt and any(p.is_pronoun for p in _persons(clause.chunks[place + 1 : place + 2])):
        return False  # gustar, yo, besar, chico
    if _persons(clause.chunks[:place]) or _has_question(clause.chunks[:place]):
        return False
    return any(c.is_who for c in _phrases(clause.chunks[place + 1 :]))


def _is_pair_open(before: list[Chunk], after: list[NounPhrase]) -> bool:
    """«Juan, Ana, pegar»: two persons side by side before the verb."""
    persons = _persons(before)
    named = any(not c.linked and c.phrase.is_who for p in persons for c in p.complements)
    return (named or len(persons) > 1) and not _persons(after)


def _are_two(after: list[NounPhrase]) -> bool:
    """Two persons behind the verb, neither of them the speaker or the listener."""
    return len([p for p in _persons(after) if not p.is_pronoun]) > 1


def _phrases(chunks: list[Chunk]) -> list[NounPhrase]:
    """The noun phrases, and the persons who seem to own the thing before them."""
    found: list[NounPhrase] = []
    for chunk in chunks:
        if isinstance(chunk, NounPhrase):
            found.append(chunk)
            added = [c for c in chunk.complements if c.linked and not c.preposition]
            found += [c.phrase for c in added if c.phrase.is_who and not chunk.is_who]
    return found


def _persons(chunks: list[Chunk] | list[NounPhrase]) -> list[NounPhrase]:
    return [c for c in chunks if isinstance(c, NounPhrase) and c.is_animate]


def _has_question(before: list[Chunk]) -> bool:
    return any(isinstance(c, Token) and c.kind is Kind.QUESTION for c in before)


def _is_clitic_open(clause: Clause) -> bool:
    """«le, dar, Juan, pelota»: he may give it or get it; «me, pegar»: who does it is not said."""
    place = clause.chunks.index(clause.verbs[0])
    tapped = _clitics(clause.chunks)
    flags = _roles_of(clause.verbs[0])
    after = _persons(clause.chunks[place + 1 :])
    if _persons(clause.chunks[:place]) or not flags or len(clause.verbs) > 1:
        return False
    if after:
        return not tapped & {"me", "nos"}
    denied = any(isinstance(c, Token) and c.text == "no" for c in clause.chunks)
    return bool(tapped & {"me", "nos"} and flags & {"harm", "touch"}) and not denied


def _clitics(chunks: list[Chunk]) -> set[str]:
    return {c.text for c in chunks if isinstance(c, Token) and c.kind is Kind.CLITIC}


def _is_open(phrase: NounPhrase, verb: Token, clause: Clause, after: list[NounPhrase]) -> bool:
    flags = _roles_of(verb)
    if is_me(phrase):
        return _is_me_open(verb, clause, after)
    if phrase.classes()[0] == "animal":
        return "harm" in flags or frame_of(verb).verb in _FRIGHTENING
    return phrase.is_who


def _is_me_open(verb: Token, clause: Clause, after: list[NounPhrase]) -> bool:
    """«pegar, yo» is open; «no, pegar, yo» and «dar, yo, agua» are asked of the listener."""
    if any(p.is_who and not is_me(p) for p in after):
        return True
    if any(isinstance(c, Token) and c.text == "no" for c in clause.chunks):
        return False
    frame = frame_of(verb)
    parts = [p for p in after if not p.is_animate]
    if frame.verb in CARE:
        return bool(frame.flags & {"harm", "touch"}) and not parts
    if frame.flags & {"touch", "harm"}:
        return not parts or parts[0].classes()[0] == "body"
    return not parts and (frame.has("tell") or frame.verb in _FRIGHTENING)


def readings(clause: Clause) -> list[tuple[str, Clause, bool]]:
    """The clause as each reading has it: its name, the clear clause, whether it is a command."""
    if contrasts(clause):
        return []
    place = clause.chunks.index(clause.verbs[-1])
    chunks = clause.chunks
    persons = [c for c in chunks if isinstance(c, NounPhrase) and c.is_animate]
    others = [p for p in persons if not is_me(p)]
    rest = [c for c in chunks[:place] if not any(c is p for p in persons)]
    behind = [c for c in chunks[place + 1 :] if not any(c is p for p in persons)]
    verb: list[Chunk] = [*rest, chunks[place]]
    tapped: list[Chunk] = [p for p in persons if is_me(p)]
    told: list[Chunk] = [NounPhrase(supplied("yo"))]
    me: list[Chunk] = tapped or ([] if _clitics(chunks) else told)
    if len(others) > 1:
        return _of_two(others, verb, tapped, behind)
    if not others and frame_of(clause.verbs[-1]).has("dat"):
        return [("they", Clause([*verb, *me, *behind]), False)]
    if not others:
        return [
            ("they", Clause([*verb, *me, *behind]), False),
            ("asked", Clause([*verb, *me, *behind]), True),
            ("mine", Clause([*_by_me(clause, verb, me, told), *behind]), False),
        ]
    made = [("theirs", Clause([others[0], *verb, *me, *behind]), False)]
    if not tapped and len(clause.verbs) == 1:
        made.append(("asked", Clause([*verb, *chunks[place + 1 :]]), True))
    done_to = [c for c in chunks[place + 1 :] if not any(c is p for p in tapped)]
    early = [] if any(c is others[0] for c in done_to) else [others[0]]
    made.append(("mine", Clause([*(me or told), *verb, *early, *done_to]), False))
    return made


def _by_me(clause: Clause, verb: list[Chunk], me: list[Chunk], told: list[Chunk]) -> list[Chunk]:
    """«Yo pego»; but «querer, matar, yo» may be said of oneself."""
    return [*told, *verb, *me] if len(clause.verbs) > 1 else [*(me or told), *verb]


def _of_two(
    others: list[NounPhrase], verb: list[Chunk], tapped: list[Chunk], behind: list[Chunk]
) -> list[tuple[str, Clause, bool]]:
    """Ana does it to Juan, or Juan to Ana."""
    first, second = others[:2]
    more: list[Chunk] = [*others[2:], *tapped]
    return [
        ("theirs", Clause([first, *verb, second, *behind, *more]), False),
        ("mine", Clause([second, *verb, first, *behind, *more]), False),
    ]
