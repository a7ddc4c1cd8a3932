"""What things do: by themselves, to somebody, and when they end."""

from __future__ import annotations

from collections.abc import Sequence

from models.spanish.phrases import Chunk, NounPhrase, is_natural, is_time
from models.spanish.verbkinds import UNACCUSATIVE
from models.spanish.verbs import Frame
from models.spanish.wordlist import listed

EVENTS_THAT_END = listed("empezar terminar acabar comenzar durar")


LESSONS = listed("clase cole colegio recreo comedor misa")


MOVING = listed(
    """
    ir venir volar chocar llegar salir parar correr caer pasar volver subir bajar frenar andar
    aterrizar despegar
    """
)


ACTING = listed(
    """
    mojar manchar despertar asustar marear rozar tapar arañar calentar cansar apretar deslumbrar
    decepcionar preocupar sorprender emocionar alegrar relajar tranquilizar estresar agobiar
    deprimir irritar
    """
)
"""What things do to persons too: la lluvia me moja."""


FRIGHTENING = listed("asustar despertar proteger distraer")
"""What a thing does to somebody, so that it is clear who does it."""


def is_driven(phrase: NounPhrase, frame: Frame) -> bool:
    """«taxi, esperar, yo»: what a vehicle does to somebody."""
    return phrase.classes()[0] == "vehicle" and frame.verb in _DRIVING


_DRIVING = listed("esperar recoger llevar traer dejar adelantar")


def is_force(phrase: NounPhrase, frame: Frame, after: list[NounPhrase]) -> bool:
    """«viento, romper, paraguas»: what nature does to something, or does by itself."""
    if not is_natural(phrase):
        return False
    things = [p for p in after if not p.is_animate and not p.is_pronoun]
    things = [p for p in things if frame.prepositions.get(p.classes()[0], "-") == "-"]
    by_itself = frame.verb in UNACCUSATIVE or frame.verb in _SHINING
    acts = frame.has("tr") and len(things) == 1 and not frame.has("stat")
    return (by_itself and frame.verb not in ("salir", "ir")) or acts


_SHINING = listed("calentar quemar soplar parar molestar volver helar congelar")


def has_hours(kind: str, frame: Frame, behind: Sequence[Chunk]) -> bool:
    """«tienda, cerrar, domingo»: a place does it by itself at a time."""
    opens = kind == "place" and frame.verb in ("abrir", "cerrar")
    return opens and bool(behind) and all(map(is_time, behind))


RISING = listed("bajar subir")


def is_measured(phrase: NounPhrase) -> bool:
    """«bajar, temperaturas», «subir, precios»: nobody does it."""
    head = phrase.head.lemma if phrase.head is not None else ""
    return phrase.is_plural and head in ("temperatura", "precio")
