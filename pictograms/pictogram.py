"""What an ARASAAC symbol is to the rest of the program."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from pictograms.errors import MalformedRecordError


class WordClass(Enum):
    """Word classes of the modified Fitzgerald key; the theme gives each its colour."""

    PERSON = "person"
    """People and pronouns: yellow."""
    VERB = "verb"
    """Actions: green."""
    DESCRIPTOR = "descriptor"
    """Adjectives and adverbs: blue."""
    NOUN = "noun"
    """Things: orange."""
    SOCIAL = "social"
    """Greetings and other fixed expressions: pink."""
    PLACE = "place"
    """Places: purple."""
    MISC = "misc"
    """Function words, questions, time, numbers, letters: white."""
    CATEGORY = "category"
    """A link to another board: brown."""
    IMPORTANT = "important"
    """Urgent words: red."""
    OTHER = "other"
    """Anything else: grey."""


_ARASAAC_TYPES = {
    1: WordClass.PERSON,
    2: WordClass.NOUN,
    3: WordClass.VERB,
    4: WordClass.DESCRIPTOR,
    5: WordClass.SOCIAL,
    6: WordClass.MISC,
}


@dataclass(frozen=True, slots=True)
class Pictogram:
    """One symbol as a search result or a catalogue entry."""

    id: int
    """ARASAAC's number; also the name of the cached image."""
    label: str
    """The word that names the symbol, in the language that was asked for."""
    word_class: WordClass
    keywords: tuple[str, ...] = ()
    """Every word that the symbol stands for, the label first."""
    plural: str | None = None
    categories: tuple[str, ...] = ()
    """ARASAAC's categories, English in every language."""
    last_updated: str = ""
    """ISO 8601 time of the last change at the source."""
    is_sexual: bool = False
    is_violent: bool = False
    has_skin: bool = True
    """Whether ARASAAC can draw it in other skin colours; True where that is not known."""
    has_hair: bool = True
    """The same of the hair."""

    @classmethod
    def from_arasaac(cls, record: Mapping[str, Any]) -> Pictogram:
        """Read one record of a reply; the first keyword names the symbol.

        Raises MalformedRecordError for a record without id or keyword (see
        design of the API's record: `_id`, `keywords[{keyword, type, plural?}]`, ...).
        """
        try:
            first = record["keywords"][0]
            return cls(
                id=int(record["_id"]),
                label=str(first["keyword"]),
                word_class=_ARASAAC_TYPES.get(first.get("type"), WordClass.OTHER),
                keywords=tuple(str(entry["keyword"]) for entry in record["keywords"]),
                plural=first.get("plural") or None,
                categories=tuple(record.get("categories") or ()),
                last_updated=str(record.get("lastUpdated") or ""),
                is_sexual=bool(record.get("sex", False)),
                is_violent=bool(record.get("violence", False)),
                has_skin=bool(record.get("skin", False)),
                has_hair=bool(record.get("hair", False)),
            )
        except (KeyError, IndexError, TypeError, ValueError, AttributeError) as error:
            identity = record.get("_id") if isinstance(record, Mapping) else record
            raise MalformedRecordError(identity) from error
