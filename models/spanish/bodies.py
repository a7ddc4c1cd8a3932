"""Whose body it is that somebody acts on, where nobody said so.

«papá, lavar, manos» is his own washing. But whose leg it is in «papá, tocar, pierna», and whom a
nurse washes, nobody said: there no *se* makes it his own, and no *me* the speaker's.
"""

from __future__ import annotations

from collections.abc import Iterable

from models.spanish.nouns import lookup, singulars
from models.spanish.verbs import Frame
from models.spanish.wordlist import listed

_CARERS = listed(
    """
    enfermera enfermero cuidadora cuidador médico médica doctora doctor auxiliar terapeuta
    fisioterapeuta fisio logopeda dentista odontóloga odontólogo peluquera peluquero barbero
    barbera podóloga podólogo esteticista masajista matrona comadrona matrón asistente asistenta
    acompañante monitora monitor educadora educador cirujana cirujano oculista pediatra celadora
    celador camillera camillero practicante ginecóloga ginecólogo uróloga urólogo neuróloga
    traumatóloga traumatólogo anestesista óptica óptico sanitaria sanitario socorrista canguro
    niñera
    """
)
"""Whose work it is to do things to the bodies of others."""


_WASHING = listed("bañar duchar vestir desvestir desnudar calzar descalzar asear")
"""Care of the whole body."""


_UNDRESSING = listed("quitar bajar subir levantar desabrochar abrir apartar arrancar")


_WORN_CLOSE = listed(
    """
    braga bragas calzoncillo calzoncillos sujetador pañal pantalón pantalones falda vestido ropa
    camiseta camisa pijama bañador cremallera cinturón medias tanga camisón body
    """
)


_WORKWEAR = listed("guante mascarilla bata gafas uniforme gorro abrigo zapato chaqueta")
"""What a carer puts on, too."""


def leaves_open_whose(doer: str, asks: Frame, things: Iterable[str]) -> bool:
    """Whether what a third person does may be done to themself or to somebody else."""
    words = [w for thing in things for w in (thing, *singulars(thing))]
    uses = [use for use in map(lookup, words) if use is not None]
    on_body = any(use.noun.classes[0] == "body" for use in uses)
    who = lookup(doer)
    if asks.has("pron") or (who is not None and who.noun.classes[0] == "animal"):
        return False
    if doer.partition(" ")[0] in _CARERS:
        worn = any("own" in use.noun.flags for use in uses) and _WORKWEAR.isdisjoint(words)
        if asks.verb in _WASHING or (asks.has("own") and (on_body or worn or not uses)):
            return True
    if asks.verb in _UNDRESSING and not _WORN_CLOSE.isdisjoint(words):
        return True
    return bool(asks.flags & {"harm", "touch"}) and not asks.has("dat") and on_body
