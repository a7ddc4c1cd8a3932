"""What is asked of the listener in Spanish, what is done by whoever does it, and what is given."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from models.checking import spanish_words as small
from models.checking.meaning import Trait
from models.checking.spanish_subjects import makes_nervous
from models.spanish.experienced import is_somebody
from models.spanish.lexicon import entry
from models.spanish.tokens import Entry, Kind
from models.spanish.verbs import frame, is_infinitive
from models.spanish.wordlist import listed

_ME: Final = frozenset({"yo", "me"})
_US: Final = _ME | {"nosotros", "nosotras", "nos"}
_DETERMINERS: Final = (Kind.ARTICLE, Kind.POSSESSIVE, Kind.QUANTIFIER, Kind.DEGREE)
_CARRIED: Final = listed("mochila bolso maleta cartera monedero neceser estuche paraguas gafas dni")
"""Counted among clothes, but what others take from somebody, too."""
_STITCHES: Final = listed("punto grapa sonda vía gotero collarín muleta yeso corsé venda vendas")
_TREATING: Final = listed(
    "quitar poner hacer sacar dar cambiar cortar mirar revisar retirar traer llevar renovar"
)
"""What is done to a patient with what care needs."""
_OPERATING: Final = listed("operar vacunar ingresar")
"""What nobody but those of a clinic does to a patient."""
_STIRRED: Final = listed("igual risa lástima pereza grima repelús vértigo corte palo")
"""What else something gives somebody to feel: *me da igual*."""
_GOING: Final = listed("ir venir volver")
_MEASURED: Final = listed("temperatura temperaturas precio precios fiebre tensión marea sueldo")
_BLOWN: Final = listed("moco mocos nariz")
_WAYS: Final = listed("recto derecho adelante todo_recto")


def is_stirred(words: Sequence[str], at: int, verb: str) -> bool:
    """*dar, yo, asco*; *dar, mucho, miedo*; *miedo, dar*: a feeling, and no gift."""
    if verb != "dar":
        return False
    if at == 1 and frame(f"dar {words[0]}").has("dat") and words[0] not in ("hambre", "sed"):
        return True
    small_words = (*_DETERMINERS, Kind.PRONOUN, Kind.CLITIC, Kind.NEGATION)
    behind = (entry(word) for word in words[at + 1 :])
    told = next((one for one in behind if one.kind not in small_words), None)
    if told is None or told.lemma == "prisa":
        return False  # date prisa
    if told.lemma in _STIRRED:
        return True
    is_feeling = told.noun is not None and told.noun.classes[0] in ("state", "feeling")
    return is_feeling or bool({*told.lemma.split()} & (small.STATES | small.AT_SOMETHING))


def gained(words: Sequence[str], at: int, verb: str) -> frozenset[Trait]:
    """What a verb asks here beyond what it asks elsewhere."""
    traits: set[Trait] = set()
    if _takes_off(words, at, verb):
        traits.add(Trait.ASK)
    if _is_treatment(words, at, verb):
        traits |= {Trait.ASK, Trait.BY_OTHERS}
    if verb in ("bajar", "subir") and any(map(_is_measured, words)):
        traits.add(Trait.INTRANSITIVE)
    if verb in _GOING and _goes_to_somebody(words[at + 1 :], verb):
        traits.add(Trait.CONTROL)
    if _is_handing(verb):
        traits.add(Trait.HANDING)
    return frozenset(traits)


def _is_measured(word: str) -> bool:
    """*temperaturas, bajar*: what rises and falls by itself."""
    return entry(word).lemma in _MEASURED


def _goes_to_somebody(behind: Sequence[str], verb: str) -> bool:
    """*venir, médico, recoger, receta*: to whom one goes, who does not do what follows."""
    is_led = len(behind) > 1 and is_infinitive(behind[1])
    return is_led and frame("ir").prepositions.get(behind[0]) == "a" and verb in _GOING


def lost(words: Sequence[str], at: int, verb: str) -> frozenset[Trait]:
    """What a verb does not ask here."""
    behind = words[at + 1 :]
    is_led = verb == "seguir" and bool(behind) and entry(behind[0]).lemma in _WAYS
    is_measure = verb == "medir" and bool(behind) and _is_plain_thing(entry(behind[0]))
    is_reminder = verb == "recordar" and _is_reminder(behind)
    is_soothed = verb in small.STIRRED and "no" in words[:at] and not any(map(_is_thing, words))
    is_asked = is_led or is_measure or is_reminder or is_soothed
    traits = {Trait.STATIVE} if is_asked else set[Trait]()
    if makes_nervous(words, at, verb):
        traits.add(Trait.ASK)
    if verb == "quemar" and any(map(_is_hot, words[:at])):
        traits.add(Trait.BY_ITSELF)
    if verb == "tocar" and any(map(_is_played, words)):
        traits |= {Trait.ROLES, Trait.HARMING}
    if verb == "sonar" and any(entry(word).lemma in _BLOWN for word in behind):
        traits |= {Trait.STATIVE, Trait.WEATHER, Trait.DATIVE}
    return frozenset(traits)


def _is_reminder(behind: Sequence[str]) -> bool:
    """*recordar, yo, cita*; *recordar, pastilla, ocho*: what the speaker is to be reminded of."""
    if len(behind) > 1 and behind[0] in _ME:
        return True
    return any(map(_is_of_care, map(entry, behind)))


def _is_thing(word: str) -> bool:
    noun = entry(word).noun
    return noun is not None and not is_somebody(word)


def _is_hot(word: str) -> bool:
    """*agua, quemar*: what burns others, and not itself."""
    noun = entry(word).noun
    return noun is not None and noun.classes[0] in ("food", "drink", "dish", "weather")


def _is_played(word: str) -> bool:
    """*piano, tocar*: nobody is touched."""
    found = entry(word)
    return found.noun is not None and found.noun.classes[0] in ("instrument", "music")


def _takes_off(words: Sequence[str], at: int, verb: str) -> bool:
    """*quitar, yo, calcetines* is care; what is not worn, somebody may have taken."""
    behind = words[at + 1 :]
    if verb != "quitar" or not behind or any(map(is_somebody, words[:at])):
        return False
    things = [one for one in map(entry, behind[1:]) if one.noun is not None]
    return behind[0] in _ME and bool(things) and all(map(_is_worn, things))


def _is_worn(found: Entry) -> bool:
    if found.noun is None or found.noun.word in _CARRIED:
        return False
    return found.noun.classes[0] in ("clothes", "care") or found.lemma in _STITCHES


def _is_treatment(words: Sequence[str], at: int, verb: str) -> bool:
    """*lunes, quitar, yo, puntos*; *mañana, operar, yo*: a time, and what care needs."""
    if not any(_is_time(entry(word)) for word in words) or any(map(is_somebody, words[:at])):
        return False
    behind = words[at + 1 :]
    if not behind or behind[0] not in _US or any(map(is_somebody, behind[1:])):
        return False
    if verb in _OPERATING:
        return True
    things = [one for one in map(entry, behind[1:]) if one.noun is not None]
    return verb in _TREATING and bool(things) and _is_of_care(things[0])


def _is_of_care(found: Entry) -> bool:
    is_care = found.noun is not None and found.noun.classes[0] == "care"
    return is_care or found.lemma in _STITCHES


def _is_time(found: Entry) -> bool:
    times = {"time", "weekday", "month", "season", "feast"}
    return found.kind is Kind.TIME or (
        found.noun is not None and not times.isdisjoint(found.noun.classes)
    )


def _is_handing(verb: str) -> bool:
    """To give and to tell, where nobody is harmed or shouted at."""
    flags = frame(verb).flags
    is_given = "give" in flags or ("tell" in flags and "tr" in flags)
    return is_given and not flags & {"harm", "touch"}


def _is_plain_thing(found: Entry) -> bool:
    return found.kind in (Kind.NOUN, Kind.WORD) and not is_infinitive(found.lemma)
