"""Spanish nouns that end in -s in the singular: crisis, amigdalitis, sacapuntas, virus."""

from __future__ import annotations

from models.spanish.wordlist import listed

_OF_FORM = ("sis", "itis")
"""No plural ends like this: crisis, artrosis, cistitis; but see `_PLURALS`."""


_PLURALS = listed("grafitis chiquitis")


_ACTIONS = listed(
    """
    abre aparca busca caza casca cierra chupa corre corta cubre cuelga cuenta cuida espanta friega
    ahuyenta alza apaga guarda lanza lava limpia marca mata mide monta para pasa pela pica pinta
    pisa porta posa quita rasca reposa rompe saca salta salva seca suelta sujeta tapa tira toca
    traga traba trota vuelve
    """
)
"""Verbs that make a noun with a plural behind them: saca + puntas."""


_SINGULAR_IN_S = listed(
    """
    lunes martes miércoles jueves viernes paraguas paracaídas cumpleaños tenis rompecabezas
    abrelatas sacacorchos salvavidas microondas cascanueces rascacielos ciempiés milpiés
    parabrisas caries diabetes virus campus bonus corpus autobús bus minibús microbús ómnibus
    trolebús cactus saltamontes trabalenguas cuentacuentos pasamontañas portaaviones guardabosques
    cortaúñas pintauñas quitaesmalte espantapájaros matasuegras tirachinas cubrebocas sacaleches
    covid coronavirus anís tetris playmobil atlas tórax bíceps tríceps cuádriceps fórceps iris pis
    lapsus hermes jesús dios mus brindis papanatas pelvis quitamanchas guardaespaldas marcapasos
    cortacésped arcoíris herpes ictus caos páncreas pubis mantis triceratops diplodocus ficus gps
    pilates hummus humus tragaperras tortícolis coxis cutis clítoris glotis rictus estatus lupus
    tifus tétanos pus cosmos epidermis dermis bilis pararrayos mecenas guardarropas portaminas
    eucaliptus
    """
)


def is_singular(word: str) -> bool:
    """Whether a noun ending in -s is one thing by its form or in our list."""
    if word in _PLURALS:
        return False
    return word in _SINGULAR_IN_S or word.endswith(_OF_FORM)


def is_illness(word: str) -> bool:
    """Whether an unknown word names an illness by its ending: pericarditis, trombosis."""
    return len(word) > 6 and word.endswith(("itis", "osis")) and word not in _PLURALS


def named_by_action(word: str) -> str:
    """The plural that a noun names the object of: puntas of sacapuntas; "" if it is none."""
    for action in _ACTIONS:
        rest = word.removeprefix(action)
        if rest != word and rest.endswith("s") and len(rest) > 3:
            return rest[1:] if rest.startswith("rr") else rest
    return ""
