"""The words of an element of AsTeRICS Grid: what is shown, what is said, what the engine gets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from pictograms import loose
from pictograms.fields import MAX_TEXT
from pictograms.grd_actions import Doings
from pictograms.import_report import Notes, Reason
from pictograms.languages import base, pick, texts
from pictograms.plain_gloss import plain_gloss

_NAMES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        ":home": {"es": "inicio", "en": "home"},
        ":back": {"es": "volver", "en": "back"},
        ":speak": {"es": "hablar", "en": "speak"},
        ":clear": {"es": "borrar todo", "en": "clear"},
        ":backspace": {"es": "borrar", "en": "delete"},
        ":space": {"es": "espacio", "en": "space"},
    }
)
"""What a control that shows only a picture is called."""
MOST_FORMS = 500


@dataclass(frozen=True, slots=True)
class Place:
    """Where an element stands, for its reading and for the report."""

    board: str
    language: str
    spells: bool
    """Whether single letters are for spelling here."""
    notes: Notes


def words_of(raw: Mapping[str, Any], doings: Doings, place: Place) -> tuple[str, str]:
    """The label and what is said instead of it (or empty)."""
    labels = _labels(raw, place)
    label, language = pick(labels, place.language)
    forms = _forms(raw, place.language)
    spoken = doings.vocalization or pick(texts(raw.get("pronunciation")), place.language)[0]
    if not label and forms:
        label = loose.text(forms[0].get("value"))
    if not spoken:
        same = [form for form in forms if loose.text(form.get("value")) == label]
        spoken = next((told for form in same if (told := _pronounced(form))), "")
    if label and language and base(language) != base(place.language):
        place.notes.adapt(place.board, label, Reason.OTHER_LANGUAGE, language)
    if len(forms) > 1:
        values = dict.fromkeys(loose.text(form.get("value")) for form in forms)
        place.notes.adapt(place.board, label, Reason.WORD_FORMS, ", ".join(values))
    return label, spoken


def _labels(raw: Mapping[str, Any], place: Place) -> Mapping[str, str]:
    """The labels by language; a lone blank stays one, for it is the space of a keyboard."""
    told = loose.mapping(raw.get("label"))
    labels = texts(told)
    if any(isinstance(text, str) and len(text) > MAX_TEXT for text in told.values()):
        place.notes.adapt(place.board, next(iter(labels.values()), "")[:40], Reason.CUT, MAX_TEXT)
    is_blank = any(isinstance(text, str) and text.isspace() for text in told.values())
    return {place.language: " "} if is_blank and place.spells and not labels else labels


def _forms(raw: Mapping[str, Any], language: str) -> list[Mapping[str, Any]]:
    """The word forms for this language, or for any."""
    forms = loose.objects(raw.get("wordForms"))[:MOST_FORMS]
    return [
        form
        for form in forms
        if loose.text(form.get("value"))
        and base(loose.text(form.get("lang")) or language) == base(language)
    ]


def _pronounced(form: Mapping[str, Any]) -> str:
    return loose.text(form.get("pronunciation"))


def letters_of(label: str, place: Place) -> tuple[str, ...]:
    """Keyboards of AsTeRICS Grid spell with every label of one sign."""
    if not place.spells or len(label) != 1:
        return ()
    return (":space",) if label.isspace() else (f"+{label.lower()}",)


def name_of(actions: tuple[str, ...], language: str) -> str:
    names = next((_NAMES[action] for action in actions if action in _NAMES), None)
    return names.get(base(language), names["en"]) if names else ""


def gloss_of(
    label: str, spoken: str, doings: Doings, actions: tuple[str, ...], language: str
) -> str | None:
    """What the engine is given: the words that the file wants said, in small letters."""
    if actions and not doings.adds_word:
        return None
    words = doings.vocalization if doings.vocalization else label or spoken
    gloss = plain_gloss(words, language)
    return gloss if gloss and gloss != label else None
