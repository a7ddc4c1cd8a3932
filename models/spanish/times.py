"""Phrases of time that no list can hold: *el jueves pasado*, *hace dos años*, *de niña*."""

from __future__ import annotations

import re
from typing import Final

from models.engine import Tense
from models.spanish.words import TIME_TENSES

_CALENDAR: Final = (
    r"(?:segundo|minuto|hora|día|noche|tarde|mañana|semana|fin de semana|finde|mes|año|curso|siglo|"
    r"trimestre|verano|otoño|invierno|primavera|navidad|lunes|martes|miércoles|jueves|viernes|"
    r"sábado|domingo|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|"
    r"noviembre|diciembre|vez|cumpleaños|vacaciones)(?:e?s)?"
)
_FEMININE: Final = re.compile(
    r"((próxim|pasad|últim)a )?(hora|noche|tarde|mañana|semana|primavera|navidad|vez)\b"
)
_NEAR: Final = re.compile(
    rf"(el |la |las |los )?({_CALENDAR} (pasad[oa]s?|anterior|que viene|siguiente|próxim[oa])|"
    rf"(próxim|pasad|últim)[oa]s? {_CALENDAR})"
)
_YEAR: Final = r"en (1\d{3}|20[01]\d)"
"""A year that is over whenever the message is said."""
_AGO: Final = re.compile(
    rf"{_YEAR}|hace (\w+ ){{0,2}}{_CALENDAR}|hace (mucho|poco|tiempo|bastante)"
)
_YOUNG: Final = re.compile(
    r"de (pequeñ|niñ|chic|crí|joven|adolescente|bebé)\w*|"
    r"cuando (yo )?era (muy )?\w+|en mi (infancia|juventud)|"
    r"cuando (yo )?(pequeñ|niñ|chic|crí|joven|adolescente|bebé)\w*"
)
_AHEAD: Final = re.compile(rf"dentro de (\w+ ){{1,2}}{_CALENDAR}|de (mayor|grande)")


def tense_of(time: str) -> Tense | None:
    """The tense that a word or phrase of time in lower case asks for, None for any other one."""
    if time in TIME_TENSES:
        return TIME_TENSES[time]
    if _AGO.fullmatch(time) or _YOUNG.fullmatch(time):
        return Tense.PAST
    if _AHEAD.fullmatch(time):
        return Tense.FUTURE
    if not _NEAR.fullmatch(time):
        return None
    return Tense.PAST if re.search(r"\b(pasad|anterior|últim)", time) else Tense.FUTURE


def phrase(time: str) -> str | None:
    """How a phrase of time of several words is said, None for what is none: *próxima semana* has
    its article."""
    if " " not in time or tense_of(time) is None:
        return None
    begins = time.startswith(("el ", "la ", "los ", "las "))
    if begins or not _NEAR.fullmatch(time):
        return time
    return f"{'la' if _FEMININE.match(time) else 'el'} {time}"


def is_childhood(time: str) -> bool:
    """With these the past is an imperfect: *de pequeño jugaba*."""
    return _YOUNG.fullmatch(time) is not None
