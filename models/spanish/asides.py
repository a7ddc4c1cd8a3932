"""Clauses that nobody joined: who plays whom, and how the speaker is, said at last."""

from __future__ import annotations

from models.spanish import adjectives
from models.spanish.clause import Clause, frame_of, is_first_person
from models.spanish.lexicon import supplied
from models.spanish.needs import with_anothers_need
from models.spanish.neighbours import is_copula
from models.spanish.phrases import Chunk, NounPhrase, Quality
from models.spanish.tokens import Kind, Token
from models.spanish.verbkinds import CARE
from models.spanish.wordlist import listed


def who_is_who(chunks: list[Chunk]) -> list[Clause]:
    """«yo, princesa, tú, dragón»: who is who in a game; none where it is something else."""
    is_told = len(chunks) == 5 and isinstance(chunks[1], Token) and chunks[1].lemma == "ser"
    chosen = chunks[1] if is_told else None
    chunks = [c for c in chunks if c is not chosen]
    phrases = [c for c in chunks if isinstance(c, NounPhrase)]
    if len(phrases) != len(chunks) or len(chunks) != 4:
        return []
    pronouns, parts = phrases[::2], phrases[1::2]
    plays = all(c.is_animate and not c.is_pronoun and not c.is_determined for c in parts)
    if not plays or not all(c.is_pronoun and not c.joined for c in pronouns):
        return []
    be = supplied("ser")
    chosen = chosen if isinstance(chosen, Token) else be
    first, second = (
        _told(who, verb, part)
        for who, verb, part in zip(pronouns, (chosen, be), parts, strict=True)
    )
    return [Clause(first), Clause(second, added="y")]


_NEEDS = listed("frío calor hambre sed sueño miedo")


_OF_NEEDS = listed("tener dar hacer pasar sentir entrar decir aguantar soportar")


def with_need(clause: Clause) -> list[Clause]:
    """«querer, manta, frío»: what one wants, and how one feels: «..., tengo frío»."""
    if not clause.verbs or len(clause.chunks) < 3 or clause.link is not None:
        return [clause]
    *rest, last = clause.chunks
    verb = clause.verbs[-1]
    if isinstance(last, Quality) and _tells_of_me(rest, verb, last):
        return _told_of_me(clause, verb, last)
    if len(clause.verbs) != 1 or not isinstance(last, NounPhrase):
        return [clause]
    if last.head is None or last.is_determined:
        return [clause]
    alone = not last.joined and not last.after and not last.complements
    acts = verb.kind is Kind.VERB and verb.lemma.partition(" ")[0] not in _OF_NEEDS
    things = [c for c in rest if isinstance(c, NounPhrase) and not c.is_animate]
    if not (alone and acts and things) or last.head.lemma not in _NEEDS:
        return [clause]
    doer = clause.chunks[0]
    if isinstance(doer, NounPhrase) and doer.is_animate and not is_first_person(doer):
        return with_anothers_need(clause, doer, last)
    need = Clause([supplied("tener"), last], added=",")
    return [Clause(rest, clause.link, clause.added), need]


def _tells_of_me(rest: list[Chunk], verb: Token, quality: Quality) -> bool:
    """«parar, yo, mareado», «querer, ir, casa, yo, cansado»: how the speaker is, said at last."""
    me = rest[-1]
    if not isinstance(me, NounPhrase) or not is_first_person(me) or is_copula(verb):
        return False
    made_so = (verb.entry.verb or verb.lemma) in _MAKING
    asks = frame_of(verb)
    harms = bool(asks.flags & {"harm", "touch"})
    is_state = adjectives.kind(quality.adjective.lemma) in ("state", "mood")
    return is_state and not (made_so or harms or verb.kind is not Kind.VERB)


def _told_of_me(clause: Clause, verb: Token, quality: Quality) -> list[Clause]:
    """What is done or asked, and how the speaker is; whom one helps is said with the verb, too."""
    *rest, me = clause.chunks[:-1]
    asks = frame_of(verb)
    helped = asks.prepositions.get("who") == "a" or verb.lemma in CARE
    be = supplied("estar")
    if rest[-1] is verb and helped and asks.has("tr"):
        done, how = [*rest, me], Clause([be, quality], added=",")
    else:
        done, how = rest, Clause([me, be, quality], added=",")
    return [Clause(done, clause.link, clause.added), how]


_MAKING = listed("poner dejar volver hacer ver sentir encontrar parecer llamar quedar oír")


def _told(who: NounPhrase, be: Token, part: NounPhrase) -> list[Chunk]:
    return [who, be, part]
