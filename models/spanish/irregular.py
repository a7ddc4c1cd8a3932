"""Which Spanish verbs leave the regular paradigms, and how. Data only; `conjugator` applies it.

Sources: the conjugation models of the *Nueva gramática de la lengua española* (RAE, 2009).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from models.spanish.wordlist import listed, sequence


@dataclass(frozen=True, slots=True)
class Irregular:
    """What one verb and its compounds do differently; an empty field means: as the rules say."""

    first: str = ""
    """Stem of the first person and so of the subjunctive: *teng-* of tengo, tenga."""
    preterite: str = ""
    """Strong preterite stem: *tuv-* of tuve, tuvo, tuviera."""
    future: str = ""
    """Stem of future and conditional: *tendr-*."""
    imperative: str = ""
    """The form for tú where it is not the third person: *ten*."""
    participle: str = ""
    gerund: str = ""
    tenses: Mapping[str, str] = field(default_factory=dict)
    """Whole tenses, six forms with blanks between, by the tense's value; `.` means regular."""


IRREGULAR: Mapping[str, Irregular] = {
    "ser": Irregular(
        first="se",
        participle="sido",
        imperative="sé",
        tenses={
            "present": "soy eres es somos sois son sos",
            "imperfect": "era eras era éramos erais eran eras",
            "preterite": "fui fuiste fue fuimos fuisteis fueron fuiste",
            "subjunctive": "sea seas sea seamos seáis sean seas",
        },
    ),
    "ir": Irregular(
        participle="ido",
        gerund="yendo",
        imperative="ve",
        tenses={
            "present": "voy vas va vamos vais van vas",
            "imperfect": "iba ibas iba íbamos ibais iban ibas",
            "preterite": "fui fuiste fue fuimos fuisteis fueron fuiste",
            "subjunctive": "vaya vayas vaya vayamos vayáis vayan vayas",
        },
    ),
    "estar": Irregular(
        preterite="estuv",
        imperative="está",
        tenses={
            "present": "estoy estás está estamos estáis están estás",
            "subjunctive": "esté estés esté estemos estéis estén estés",
        },
    ),
    "haber": Irregular(
        preterite="hub",
        future="habr",
        tenses={
            "present": "he has ha hemos habéis han has",
            "subjunctive": "haya hayas haya hayamos hayáis hayan hayas",
        },
    ),
    "dar": Irregular(
        tenses={
            "present": "doy das da damos dais dan das",
            "preterite": "di diste dio dimos disteis dieron diste",
            "subjunctive": "dé des dé demos deis den des",
        },
    ),
    "ver": Irregular(
        participle="visto",
        tenses={
            "present": "veo ves ve vemos veis ven ves",
            "imperfect": "veía veías veía veíamos veíais veían veías",
            "preterite": "vi viste vio vimos visteis vieron viste",
            "subjunctive": "vea veas vea veamos veáis vean veas",
        },
    ),
    "rever": Irregular(
        participle="revisto",
        tenses={
            "present": "reveo revés revé revemos revéis revén revés",
            "imperfect": "reveía reveías reveía reveíamos reveíais reveían reveías",
            "preterite": "reví reviste revió revimos revisteis revieron reviste",
            "subjunctive": "revea reveas revea reveamos reveáis revean reveas",
        },
    ),
    "saber": Irregular(
        preterite="sup",
        future="sabr",
        tenses={
            "present": "sé . . . . .",
            "subjunctive": "sepa sepas sepa sepamos sepáis sepan sepas",
        },
    ),
    "caber": Irregular(first="quep", preterite="cup", future="cabr"),
    "tener": Irregular(first="teng", preterite="tuv", future="tendr", imperative="ten"),
    "venir": Irregular(first="veng", preterite="vin", future="vendr", imperative="ven"),
    "poner": Irregular(
        first="pong", preterite="pus", future="pondr", imperative="pon", participle="puesto"
    ),
    "salir": Irregular(first="salg", future="saldr", imperative="sal"),
    "valer": Irregular(first="valg", future="valdr"),
    "hacer": Irregular(
        first="hag", preterite="hic", future="har", imperative="haz", participle="hecho"
    ),
    "satisfacer": Irregular(
        first="satisfag",
        preterite="satisfic",
        future="satisfar",
        imperative="satisfaz",
        participle="satisfecho",
    ),
    "decir": Irregular(
        first="dig", preterite="dij", future="dir", imperative="di", participle="dicho"
    ),
    "contradecir": Irregular(
        first="contradig", preterite="contradij", future="contradir", participle="contradicho"
    ),
    "predecir": Irregular(first="predig", preterite="predij", participle="predicho"),
    "bendecir": Irregular(first="bendig", preterite="bendij"),
    "maldecir": Irregular(first="maldig", preterite="maldij"),
    "querer": Irregular(preterite="quis", future="querr"),
    "poder": Irregular(preterite="pud", future="podr", gerund="pudiendo"),
    "andar": Irregular(preterite="anduv"),
    "traer": Irregular(first="traig", preterite="traj", gerund="trayendo"),
    "caer": Irregular(first="caig"),
    "raer": Irregular(first="raig"),
    "roer": Irregular(),
    "oír": Irregular(first="oig", tenses={"present": ". oyes oye oímos oís oyen oís"}),
    "yacer": Irregular(first="yazc"),
    "placer": Irregular(first="plazc"),
    "mecer": Irregular(first="mez"),
    "cocer": Irregular(first="cuez"),
    "escocer": Irregular(first="escuez"),
    "asir": Irregular(first="asg"),
    "oler": Irregular(
        tenses={
            "present": "huelo hueles huele olemos oléis huelen olés",
            "subjunctive": "huela huelas huela olamos oláis huelan huelas",
        }
    ),
    "errar": Irregular(
        tenses={
            "present": "yerro yerras yerra erramos erráis yerran errás",
            "subjunctive": "yerre yerres yerre erremos erréis yerren yerres",
        }
    ),
    "erguir": Irregular(
        tenses={
            "present": "yergo yergues yergue erguimos erguís yerguen erguís",
            "preterite": "erguí erguiste irguió erguimos erguisteis irguieron erguiste",
            "subjunctive": "yerga yergas yerga irgamos irgáis yergan yergas",
        },
        gerund="irguiendo",
    ),
    "argüir": Irregular(
        tenses={
            "present": "arguyo arguyes arguye argüimos argüís arguyen argüís",
            "preterite": "argüí argüiste arguyó argüimos argüisteis arguyeron argüiste",
            "subjunctive": "arguya arguyas arguya arguyamos arguyáis arguyan arguyas",
        },
        gerund="arguyendo",
    ),
    "abrir": Irregular(participle="abierto"),
    "cubrir": Irregular(participle="cubierto"),
    "escribir": Irregular(participle="escrito"),
    "describir": Irregular(participle="descrito"),
    "inscribir": Irregular(participle="inscrito"),
    "suscribir": Irregular(participle="suscrito"),
    "transcribir": Irregular(participle="transcrito"),
    "prescribir": Irregular(participle="prescrito"),
    "adscribir": Irregular(participle="adscrito"),
    "proscribir": Irregular(participle="proscrito"),
    "circunscribir": Irregular(participle="circunscrito"),
    "morir": Irregular(participle="muerto"),
    "romper": Irregular(participle="roto"),
    "corromper": Irregular(),
    "volver": Irregular(participle="vuelto"),
    "solver": Irregular(participle="suelto"),
    "freír": Irregular(participle="frito"),
    "pudrir": Irregular(participle="podrido"),
    "imprimir": Irregular(participle="impreso"),
}
"""The basic verbs; compounds (*detener*, *deshacer*, *descubrir*) take after them."""


COMPOUNDING = sequence(
    """
    tener venir poner traer decir hacer valer salir caer oír querer volver solver escribir
    cubrir abrir morir romper freír imprimir rever bendecir maldecir predecir
    """
)
"""Every verb that ends in one of these takes after it: detener, descubrir, prever."""


EXCEPTIONS = listed("desabrir atrever")
"""Verbs that only look like compounds of those."""
