"""Every simple form of every Spanish verb, by rule.

Regular endings, the spelling changes that keep the sound (*toco, toqué; cojo, coge*), the classes
of changing stems (`stems`) and the strong verbs (`irregular`). Unknown verbs are regular.
"""

from __future__ import annotations

from enum import Enum, IntEnum
from functools import cache

from models.spanish import stems
from models.spanish.irregular import COMPOUNDING, EXCEPTIONS, IRREGULAR, Irregular
from models.spanish.orthography import stressed_at, without_accents
from models.spanish.spelling import spelled, spelled_with_glide
from models.spanish.wordlist import sequence


class Person(IntEnum):
    """Person and number of a verb form; VOS is the singular of the Río de la Plata."""

    FIRST = 0
    SECOND = 1
    THIRD = 2
    FIRST_PLURAL = 3
    SECOND_PLURAL = 4
    THIRD_PLURAL = 5
    VOS = 6


class Mood(Enum):
    """The tense and mood of a finite form."""

    PRESENT = "present"
    PRETERITE = "preterite"
    IMPERFECT = "imperfect"
    FUTURE = "future"
    CONDITIONAL = "conditional"
    SUBJUNCTIVE = "subjunctive"
    PAST_SUBJUNCTIVE = "past subjunctive"


_STRESSED = frozenset({Person.FIRST, Person.SECOND, Person.THIRD, Person.THIRD_PLURAL})
"""The persons whose present is stressed on the stem."""


_ENDINGS: dict[tuple[Mood, str], str] = {
    (Mood.PRESENT, "a"): "o as a amos áis an ás",
    (Mood.PRESENT, "e"): "o es e emos éis en és",
    (Mood.PRESENT, "i"): "o es e imos ís en ís",
    (Mood.SUBJUNCTIVE, "a"): "e es e emos éis en es",
    (Mood.SUBJUNCTIVE, "e"): "a as a amos áis an as",
    (Mood.SUBJUNCTIVE, "i"): "a as a amos áis an as",
    (Mood.PRETERITE, "a"): "é aste ó amos asteis aron aste",
    (Mood.PRETERITE, "e"): "í iste ió imos isteis ieron iste",
    (Mood.PRETERITE, "i"): "í iste ió imos isteis ieron iste",
    (Mood.IMPERFECT, "a"): "aba abas aba ábamos abais aban abas",
    (Mood.IMPERFECT, "e"): "ía ías ía íamos íais ían ías",
    (Mood.IMPERFECT, "i"): "ía ías ía íamos íais ían ías",
}


_STRONG_PRETERITE = sequence("e iste o imos isteis ieron iste")


_FUTURE = sequence("é ás á emos éis án ás")


_CONDITIONAL = sequence("ía ías ía íamos íais ían ías")


_PAST_SUBJUNCTIVE = sequence("ra ras ra ramos rais ran ras")


@cache
def plain(infinitive: str) -> str:
    """The infinitive without a reflexive *se*: levantar of levantarse, reír of reírse."""
    if infinitive.endswith("se") and infinitive[:-2].endswith(("ar", "er", "ir", "ír")):
        return infinitive[:-2]
    return infinitive


@cache
def _base(verb: str) -> tuple[str, str]:
    """The prefix and the basic verb of which this one is a compound, ("", verb) if of none."""
    if verb in IRREGULAR or verb in EXCEPTIONS:
        return "", verb
    for base in COMPOUNDING:
        if verb.endswith(base):
            return verb.removesuffix(base), base
    return "", verb


def _irregular(verb: str) -> tuple[str, Irregular]:
    prefix, base = _base(verb)
    return prefix, IRREGULAR.get(base, Irregular())


@cache
def _change(verb: str) -> str:
    """The name of the stem change of a verb: ie, ue, i, ie-i, ue-u, í, ú or nothing."""
    for name, members in stems.CLASSES.items():
        if verb in members:
            return name
    if verb in stems.REGULAR:
        return ""
    _, base = _base(verb)
    if base != verb:
        return _change(base)
    if verb.endswith("grafiar"):
        return "í"
    for prefix in stems.PREFIXES:
        rest = verb.removeprefix(prefix)
        for name, members in stems.CLASSES.items():
            if rest != verb and rest in members and len(rest) > 4:
                return name
    return ""


def _theme(verb: str) -> str:
    return without_accents(verb[-2])


def _root(verb: str) -> str:
    return verb[:-2]


def _replaced_last(root: str, old: str, new: str) -> str:
    head, _, tail = root.rpartition(old)
    return head + new + tail


@cache
def _strong_stem(verb: str) -> str:
    """The stem where it carries the stress: cierr-, cuent-, pid-, enví-."""
    root, change = _root(verb), _change(verb)
    if change in ("ie", "ie-i"):
        return _replaced_last(root, "i" if verb.endswith("quirir") else "e", "ie")
    if change in ("ue", "ue-u"):
        if verb == "jugar":
            return "jueg"
        diphthong = "üe" if root.rpartition("o")[0].endswith("g") else "ue"
        start_of_word = "h" if root.startswith("os") else ""
        return start_of_word + _replaced_last(root, "o", diphthong)
    if change == "i":
        return _replaced_last(root, "e", "í" if root.endswith("e") else "i")
    if change in ("í", "ú"):
        return _replaced_last(root, without_accents(change), change)
    return root


@cache
def _weak_stem(verb: str) -> str:
    """The stem of the third preterite and the gerund: pid-, sint-, durm-, ri-."""
    root, change = _root(verb), _change(verb)
    if change in ("i", "ie-i"):
        return _replaced_last(root, "e", "i")
    return _replaced_last(root, "o", "u") if change == "ue-u" else root


def _first_stem(verb: str) -> str:
    """The stem of the first person singular where it is its own: teng-, conozc-, huy-."""
    prefix, irregular = _irregular(verb)
    if irregular.first:
        return prefix + irregular.first
    root = _root(verb)
    if verb.endswith("ucir") or (verb.endswith("cer") and root[-2] in "aeo"):
        return root[:-1] + "zc"
    return root + "y" if _takes_y(verb) else ""


def _takes_y(verb: str) -> bool:
    """The verbs like huir: huyo, huyes, huya."""
    return verb.endswith("uir") and not verb.endswith(("guir", "quir"))


def _whole(verb: str, mood: Mood, person: Person) -> str:
    """The form out of a table of the verb, "" if it has none."""
    prefix, irregular = _irregular(verb)
    row = irregular.tenses.get(mood.value, "").split()
    if not row:
        return ""
    if person is Person.VOS and len(row) < 7:
        return ""
    form = row[person]
    return "" if form == "." else prefix + form


def _present(verb: str, person: Person) -> str:
    theme = _theme(verb)
    ending = _ENDINGS[Mood.PRESENT, theme].split()[person]
    first = _first_stem(verb)
    if person is Person.FIRST and first:
        return first + ending
    if person not in _STRESSED:
        stem = _root(verb)
        return (
            stem + "ís" if person is Person.VOS and theme == "i" else spelled(stem, ending, theme)
        )
    if _takes_y(verb):
        return first + ending
    return spelled(_strong_stem(verb), ending, theme)


def _subjunctive(verb: str, person: Person) -> str:
    theme = _theme(verb)
    ending = _ENDINGS[Mood.SUBJUNCTIVE, theme].split()[person]
    first = _first_stem(verb)
    if person in _STRESSED or person is Person.VOS:
        return first + ending if first else spelled(_strong_stem(verb), ending, theme)
    if verb in ("cocer", "escocer"):
        return spelled(_root(verb), ending, theme)
    if first:
        return first + ending
    return spelled(_weak_stem(verb) if theme == "i" else _root(verb), ending, theme)


def _strong_preterite_stem(verb: str) -> str:
    prefix, irregular = _irregular(verb)
    if irregular.preterite:
        return prefix + irregular.preterite
    return _root(verb)[:-1] + "j" if verb.endswith("ducir") else ""


def _preterite(verb: str, person: Person) -> str:
    strong = _strong_preterite_stem(verb)
    if strong:
        ending = _STRONG_PRETERITE[person]
        if person is Person.THIRD and strong.endswith("c"):
            return strong[:-1] + "z" + ending
        dropped = strong.endswith("j") and ending == "ieron"
        return strong + ("eron" if dropped else ending)
    theme = _theme(verb)
    is_third = person in (Person.THIRD, Person.THIRD_PLURAL)
    stem = _weak_stem(verb) if is_third else _root(verb)
    return spelled(stem, _ENDINGS[Mood.PRETERITE, theme].split()[person], theme)


def _future_stem(verb: str) -> str:
    prefix, irregular = _irregular(verb)
    return prefix + irregular.future if irregular.future else without_accents(verb)


def _past_subjunctive(verb: str, person: Person) -> str:
    form = finite(verb, Mood.PRETERITE, Person.THIRD_PLURAL).removesuffix("ron")
    if person is Person.FIRST_PLURAL:
        form = stressed_at(form, len(form) - 1) if len(form) else form
        accents = str.maketrans("ae", "áé")
        form = form[:-1] + form[-1].translate(accents)
    return form + _PAST_SUBJUNCTIVE[person]


@cache
def finite(infinitive: str, mood: Mood, person: Person) -> str:
    """One finite form, without any pronoun."""
    verb = plain(infinitive)
    whole = _whole(verb, mood, person)
    if whole:
        return whole
    if mood is Mood.PRESENT:
        return _present(verb, person)
    if mood is Mood.SUBJUNCTIVE:
        return _subjunctive(verb, person)
    if mood is Mood.PRETERITE:
        return _preterite(verb, person)
    if mood is Mood.PAST_SUBJUNCTIVE:
        return _past_subjunctive(verb, person)
    if mood is Mood.IMPERFECT:
        return _root(verb) + _ENDINGS[mood, _theme(verb)].split()[person]
    endings = _FUTURE if mood is Mood.FUTURE else _CONDITIONAL
    return _future_stem(verb) + endings[person]


@cache
def imperative(infinitive: str, person: Person) -> str:
    """The affirmative command to tú, vos, usted, nosotros, vosotros or ustedes."""
    verb = plain(infinitive)
    if person in (Person.THIRD, Person.THIRD_PLURAL, Person.FIRST_PLURAL):
        if verb == "ir" and person is Person.FIRST_PLURAL:
            return "vamos"
        return finite(verb, Mood.SUBJUNCTIVE, person)
    if person is Person.SECOND_PLURAL:
        return verb[:-1] + "d"
    if person is Person.VOS:
        return "andá" if verb == "ir" else "sé" if verb == "ser" else _root(verb) + _voseo(verb)
    prefix, irregular = _irregular(verb)
    if irregular.imperative:
        form = prefix + irregular.imperative
        return stressed_at(form, len(form) - 2) if prefix and form[-1] == "n" else form
    return finite(verb, Mood.PRESENT, Person.THIRD)


def _voseo(verb: str) -> str:
    return {"a": "á", "e": "é", "i": "í"}[_theme(verb)]


@cache
def gerund(infinitive: str) -> str:
    """comiendo, yendo, riendo, durmiendo."""
    verb = plain(infinitive)
    prefix, irregular = _irregular(verb)
    if irregular.gerund:
        return prefix + irregular.gerund
    if _theme(verb) == "a":
        return _root(verb) + "ando"
    if verb.endswith("venir"):
        return prefix + "viniendo"
    return spelled_with_glide(_weak_stem(verb), "iendo")


@cache
def participle(infinitive: str) -> str:
    """The masculine singular: comido, abierto, frito."""
    verb = plain(infinitive)
    prefix, irregular = _irregular(verb)
    if irregular.participle:
        return prefix + irregular.participle
    if _theme(verb) == "a":
        return _root(verb) + "ado"
    root = _root(verb)
    return root + ("ído" if root and root[-1] in "aeo" else "ido")
