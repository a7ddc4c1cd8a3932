"""What somebody is called: «Me llaman rara.», «No me llames tonto.»

Nobody asks to be called a fool: without a subject *llamar, yo, tonto* tells what others do, and
with *no* it forbids it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.spanish import adjectives
from models.spanish.clause import Clause
from models.spanish.conjugator import Person
from models.spanish.lexicon import entry, supplied
from models.spanish.persons import addressed, is_me, is_you
from models.spanish.phrases import Chunk, NounPhrase, Prepositional, Quality
from models.spanish.plan import Plan
from models.spanish.tokens import UNTAPPED, Kind
from models.spanish.wordlist import listed

_VERBS = listed("llamar decir")


_NAMES = listed(
    """
    tonto raro feo gordo flaco loco idiota imbécil estúpido bobo vago inútil mentiroso llorón
    cobarde enano pequeñajo retrasado subnormal mongólico mongolo cojo ciego sordo mudo tartamudo
    inválido minusválido discapacitado tullido lisiado paralítico autista anormal friki empollón
    marica maricón bollera travelo gay lesbiana guarro marrano asqueroso ridículo patético ladrón
    ladrona drogadicto borracho viejo calvo pesado maleducado egoísta malo cursi pijo chulo tarado
    zumbado chalado payaso payasa perdedor fracasado débil miedica gallina cabezón orejón pelota
    chivato gilipollas capullo cabrón cabrona puta puto zorra perra cerda cerdo vaca ballena foca
    burra burro rata bruja monstruo mona mono cucaracha gusano bestia bicho basura mierda
    guapo princesa campeón campeona listo bonito
    """
)
"""Names to call somebody; who chose one as what they are called is no thing that is called."""


def is_abusive(word: str) -> bool:
    """Whether a word in any of its forms is a name to call somebody."""
    return bool({word, adjectives.lemma_of(word), entry(word).lemma} & _NAMES)


def is_name(chunk: Chunk) -> bool:
    """Whether a phrase is a name to call somebody."""
    if isinstance(chunk, Quality):
        return chunk.adjective.lemma in _NAMES
    if not isinstance(chunk, NounPhrase) or chunk.head is None or chunk.is_determined:
        return False
    return bool({chunk.head.lemma, chunk.head.text} & _NAMES) and not chunk.joined


def is_called_by(verb: str, complements: Sequence[Chunk]) -> bool:
    """Whether beside these a name is what the speaker or listener is called."""
    people = [c for c in complements if isinstance(c, NounPhrase) and c.is_pronoun]
    return verb in _VERBS and bool(people)


def calls_me(clause: Clause) -> bool:
    """Whether a clause tells what the speaker is called, by somebody or by nobody named."""
    verbs = clause.verbs
    if len(verbs) != 1 or verbs[0].kind is not Kind.VERB or verbs[0].lemma not in _VERBS:
        return False
    behind = clause.chunks[clause.chunks.index(verbs[0]) + 1 :]
    mine = [c for c in behind if isinstance(c, NounPhrase) and is_me(c)]
    others = [c for c in behind if isinstance(c, NounPhrase) and c.is_animate and not is_name(c)]
    return mine == others and len(mine) == 1 and sum(map(is_name, behind)) == 1


def with_place(clause: Clause) -> Clause:
    """colegio, llamar, yo, tonto: there, not the school itself."""
    if not calls_me(clause):
        return clause
    verb = clause.chunks.index(clause.verbs[0])
    chunks = [_inside(c) if i < verb else c for i, c in enumerate(clause.chunks)]
    return replace(clause, chunks=chunks)


def _inside(chunk: Chunk) -> Chunk:
    if not isinstance(chunk, NounPhrase) or chunk.classes()[0] != "place":
        return chunk
    return Prepositional((supplied("en"),), chunk)


def _is_added(place: Prepositional) -> bool:
    return place.prepositions[0].gloss == UNTAPPED


def told_of_others(plan: Plan, clause: Clause) -> None:
    """Make the clause a report of what others call the speaker, or a command not to."""
    if plan.question or not calls_me(clause):
        return
    places = [c for c in plan.main.complements if isinstance(c, Prepositional) and _is_added(c)]
    plan.main.complements = [c for c in plan.main.complements if c not in places]
    plan.opening += places
    plan.command = plan.negation is not None or plan.options.controls.negative
    if plan.subject is None:
        second = addressed(Person.SECOND, plan.options.controls)
        plan.person = second if plan.command else Person.THIRD_PLURAL
    elif not is_you(plan.subject):
        plan.command = False
