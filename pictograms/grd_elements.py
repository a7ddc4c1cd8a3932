"""One element of an AsTeRICS Grid file becomes a button with its picture and its sound."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from pictograms import loose
from pictograms.board import Button, Image, LoadBoard, Sound
from pictograms.colours import normal_colour
from pictograms.grd_actions import Doings, doings_of
from pictograms.grd_pictures import image_of
from pictograms.grd_words import MOST_FORMS, Place, gloss_of, letters_of, name_of, words_of
from pictograms.import_report import Reason
from pictograms.pictogram import WordClass
from pictograms.picture_check import sound_type
from pictograms.word_colours import word_class_of

_CLASSES: Mapping[str, WordClass] = MappingProxyType(
    {
        "CC_NOUN": WordClass.NOUN,
        "CC_VERB": WordClass.VERB,
        "CC_ADJECTIVE": WordClass.DESCRIPTOR,
        "CC_ADVERB": WordClass.DESCRIPTOR,
        "CC_DESCRIPTOR": WordClass.DESCRIPTOR,
        "CC_ARTICLE": WordClass.MISC,
        "CC_PREPOSITION": WordClass.MISC,
        "CC_CONJUNCTION": WordClass.MISC,
        "CC_MISC": WordClass.MISC,
        "CC_QUESTION_NEGATION_PRONOUN": WordClass.MISC,
        "CC_INTERJECTION": WordClass.SOCIAL,
        "CC_SOCIAL_EXPRESSIONS": WordClass.SOCIAL,
        "CC_PRONOUN_PERSON_NAME": WordClass.PERSON,
        "CC_PLACE": WordClass.PLACE,
        "CC_CATEGORY": WordClass.CATEGORY,
        "CC_IMPORTANT": WordClass.IMPORTANT,
        "CC_OTHERS": WordClass.OTHER,
    }
)
_PARTS = {"ELEMENT_TYPE_COLLECT": "message bar", "ELEMENT_TYPE_YT_PLAYER": "video player"}


@dataclass(frozen=True, slots=True)
class Part:
    """What one element became."""

    button: Button
    image: Image | None = None
    sound: Sound | None = None
    links: tuple[str, ...] = ()
    """Ids of the grids it leads to."""


def read_part(raw: Mapping[str, Any], identity: str, place: Place, completion: int) -> Part:
    """The element as a button. `completion` is the number of a place for likely words."""
    kind = loose.text(raw.get("type")) or "ELEMENT_TYPE_NORMAL"
    doings = doings_of(loose.objects(raw.get("actions")), place.language)
    label, vocalization = words_of(raw, doings, place)
    if kind == "ELEMENT_TYPE_PREDICTION":
        return Part(Button(identity, label, actions=(f":ext_aac_complete_{completion}",)))
    if kind != "ELEMENT_TYPE_NORMAL":
        return Part(_strange(raw, identity, kind, label, place))
    actions = (*letters_of(label, place), *doings.actions)
    label = label.strip() or name_of(actions, place.language)
    image, remarks = image_of(raw.get("image"), identity, place.language)
    _tell(label, doings, remarks, place)
    sound = _sound(doings.sound, identity, label, place)
    word_class = _word_class(raw, bool(doings.links))
    button = Button(
        id=identity,
        label=label,
        vocalization=vocalization if vocalization not in ("", label) else None,
        image_id=image.id if image else None,
        sound_id=sound.id if sound else None,
        hidden=raw.get("hidden") is True,
        background_color=_colour(raw.get("backgroundColor")),
        border_color=_colour(raw.get("borderColor")),
        actions=actions,
        load_board=LoadBoard(id=doings.links[0]) if doings.links else None,
        gloss=gloss_of(label, vocalization, doings, actions, place.language),
        word_class=word_class,
        adds_word=_adds_word(raw, label or vocalization, doings, actions),
        speaks_at_once=_speaks_at_once(raw, label or vocalization, doings, actions),
        level=loose.whole(raw.get("vocabularyLevel"), 1, 10, 1),
        extra=_extra(raw, doings),
    )
    if not (label or vocalization or actions or doings.links or sound) and image:
        row, column = (loose.whole(raw.get(side), 0, 10**6, 0) + 1 for side in "yx")
        where = f"row {row}, column {column}"
        place.notes.adapt(place.board, where, Reason.WORDLESS)
    return Part(button, image, sound, tuple(doings.links))


def _strange(raw: Mapping[str, Any], identity: str, kind: str, label: str, place: Place) -> Button:
    """A part that the program has in another form or not at all: kept, and not shown."""
    name = _PARTS.get(kind) or kind.removeprefix("ELEMENT_TYPE_").lower()
    if kind == "ELEMENT_TYPE_COLLECT":
        place.notes.adapt(place.board, label, Reason.BAR)
    else:
        place.notes.skip(place.board, label, Reason.ELEMENT, name)
    told = {"ext_grd_type": kind}
    return Button(
        identity, label or name, hidden=True, adds_word=False, extra=MappingProxyType(told)
    )


def _tell(label: str, doings: Doings, remarks: list[tuple[Reason, str]], place: Place) -> None:
    for reason, detail in remarks:
        place.notes.adapt(place.board, label, reason, detail)
    for reason, detail in doings.refused:
        place.notes.skip(place.board, label, reason, detail)
    if doings.is_letterwise:
        place.notes.adapt(place.board, label, Reason.LETTER_BY_LETTER)
    if len(set(doings.links)) > 1:
        place.notes.adapt(place.board, label, Reason.SEVERAL_LINKS)
    if doings.links and doings.speaks and not doings.adds_word and label:
        place.notes.adapt(place.board, label, Reason.SILENT_LINK)


def _sound(data: bytes | None, identity: str, label: str, place: Place) -> Sound | None:
    if data is None:
        return None
    kind = sound_type(data)
    if kind is None:
        place.notes.skip(place.board, label, Reason.BAD_SOUND, "is no recording of a known kind")
        return None
    body = base64.b64encode(data).decode("ascii")
    return Sound(f"sound-{identity}", data=f"data:{kind};base64,{body}", content_type=kind)


def _word_class(raw: Mapping[str, Any], is_link: bool) -> WordClass:
    """By its category, else by its colour, else a link is a category."""
    named = _CLASSES.get(loose.text(raw.get("colorCategory")))
    by_colour = word_class_of(_colour(raw.get("backgroundColor")))
    return named or by_colour or (WordClass.CATEGORY if is_link else WordClass.OTHER)


def _colour(value: Any) -> str | None:
    return normal_colour(value) if isinstance(value, str) else None


def _adds_word(
    raw: Mapping[str, Any], words: str, doings: Doings, actions: tuple[str, ...]
) -> bool | None:
    """As its kind says, unless the file says otherwise."""
    if not words.strip() or (raw.get("dontCollect") is True and not actions):
        return False
    return True if doings.adds_word and doings.links else None


def _speaks_at_once(
    raw: Mapping[str, Any], words: str, doings: Doings, actions: tuple[str, ...]
) -> bool:
    """A word that is said and not collected."""
    is_apart = raw.get("dontCollect") is True and not actions and not doings.links
    return is_apart and doings.speaks and bool(words.strip())


def _extra(raw: Mapping[str, Any], doings: Doings) -> Mapping[str, Any]:
    """What the program has no use for, kept for the way on to another program."""
    forms = loose.objects(raw.get("wordForms"))[:MOST_FORMS]
    kept = {"ext_grd_word_forms": list(forms), "ext_grd_actions": list(doings.kept)}
    return MappingProxyType({key: value for key, value in kept.items() if value})
