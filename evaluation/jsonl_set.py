"""Items of a test set as JSON, one object a line:

    {"keywords": "yo, comer" | ["yo", "comer"], "references": ["..."], "language": "es",
     "controls": {"tense": "past", "negative": true}, "tags": ["tense"]}

`reference` with one sentence may stand for `references`; the last three fields may be absent.
Controls have the names and values of models.engine.Controls; `type` may stand for `sentence_type`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from evaluation.errors import BadTestSetError
from evaluation.testset import Item
from models.engine import (
    LANGUAGES,
    Controls,
    Formality,
    Gender,
    SecondPerson,
    SentenceType,
    Tense,
)

_KINDS: Final = {
    "tense": Tense,
    "sentence_type": SentenceType,
    "speaker": Gender,
    "listener": Gender,
    "formality": Formality,
    "second_person": SecondPerson,
}


def parse_item(line: str, number: int, place: str) -> Item:
    """One line of a set; `place` opens the complaint. Raises BadTestSetError."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadTestSetError(f"{place}: it is no JSON") from error
    if not isinstance(record, dict):
        raise BadTestSetError(f"{place}: it is no JSON object")
    return Item(
        keywords=_keywords(record, place),
        references=_references(record, place),
        language=_language(record, place),
        controls=read_controls(record.get("controls") or {}, place),
        tags=frozenset(_words(record.get("tags") or [], "tags", place)),
        line=number,
    )


def write_controls(controls: Controls) -> dict[str, Any]:
    """The controls that were chosen, as read_controls reads them."""
    chosen = {name: getattr(controls, name) for name in _KINDS}
    named: dict[str, Any] = {name: value.value for name, value in chosen.items() if value}
    return named | ({"negative": True} if controls.negative else {})


def read_controls(record: Mapping[str, Any], place: str) -> Controls:
    """Controls from their JSON form. Raises BadTestSetError for a name or value unknown."""
    if not isinstance(record, Mapping):
        raise BadTestSetError(f"{place}: the controls are no JSON object")
    chosen: dict[str, Any] = {}
    for given, value in record.items():
        name = "sentence_type" if given == "type" else given
        if name == "negative" and isinstance(value, bool):
            chosen[name] = value
        elif name in _KINDS:
            chosen[name] = _member(name, value, place)
        else:
            raise BadTestSetError(f"{place}: there is no control {given}={value!r}")
    return Controls(**chosen)


def _member(name: str, value: object, place: str) -> Any:
    try:
        return None if value is None else _KINDS[name](value)
    except ValueError as error:
        raise BadTestSetError(f"{place}: {value!r} is no value for {name}") from error


def _keywords(record: Mapping[str, Any], place: str) -> tuple[str, ...]:
    if "keywords" not in record:
        raise BadTestSetError(f"{place}: no keywords")
    given = record["keywords"]
    words = _words(given.split(",") if isinstance(given, str) else given, "keywords", place)
    if not words or not all(words):
        raise BadTestSetError(f"{place}: an empty keyword")
    return words


def _references(record: Mapping[str, Any], place: str) -> tuple[str, ...]:
    given = record.get("references", record.get("reference"))
    if given is None:
        raise BadTestSetError(f"{place}: no references")
    sentences = _words([given] if isinstance(given, str) else given, "references", place)
    if not sentences or not all(sentences):
        raise BadTestSetError(f"{place}: an empty reference")
    return sentences


def _words(given: object, name: str, place: str) -> tuple[str, ...]:
    if not isinstance(given, list) or not all(isinstance(word, str) for word in given):
        raise BadTestSetError(f"{place}: the {name} are no list of texts")
    if any("\ud800" <= char <= "\udfff" for word in given for char in word):
        raise BadTestSetError(f"{place}: half a character in the {name}")
    return tuple(word.strip() for word in given)


def _language(record: Mapping[str, Any], place: str) -> str | None:
    language = record.get("language")
    if language is not None and not (isinstance(language, str) and language in LANGUAGES):
        raise BadTestSetError(f"{place}: {language!r} is none of {', '.join(LANGUAGES)}")
    return language
