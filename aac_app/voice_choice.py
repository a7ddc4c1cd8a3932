"""Which voices speak a language, and which one when none was chosen or the chosen is gone."""

from __future__ import annotations

from collections.abc import Iterable

from aac_app.speech import Voice

_HOME = {"es": ("es", "es-es"), "en": ("en", "en-gb")}
"""The variety meant by a bare language: Spain's, as in ARASAAC; espeak-ng's plain `en`."""

_NEXT = {"es": ("es-419", "es-mx", "es-us"), "en": ("en-us",)}

_NOVELTIES = frozenset(
    {
        *("albert", "bad news", "bahh", "bells", "boing", "bubbles", "cellos", "deranged"),
        *("good news", "hysterical", "jester", "organ", "pipe organ", "superstar"),
        *("trinoids", "whisper", "wobble", "zarvox"),
    }
)
"""Joke voices that macOS lists among the others, in alphabetical order."""


def tag(language: str) -> str:
    """One spelling of language tags: `es_ES.UTF-8` and `es-ES` are `es-es`."""
    return language.partition(".")[0].replace("_", "-").lower()


def voices_of(voices: Iterable[Voice], language: str) -> tuple[Voice, ...]:
    """The voices of the language, the one meant by the tag first, joke voices last."""
    wanted = tag(language)
    primary = wanted.partition("-")[0]
    speaking = [voice for voice in voices if tag(voice.language).partition("-")[0] == primary]
    return tuple(sorted(speaking, key=lambda voice: _rank(voice, wanted, primary)))


def _rank(voice: Voice, wanted: str, primary: str) -> tuple[bool, int]:
    return voice.name.lower() in _NOVELTIES, _distance(tag(voice.language), wanted, primary)


def _distance(spoken: str, wanted: str, primary: str) -> int:
    home = _HOME.get(primary, (primary,))
    if spoken == wanted or (wanted in home and spoken in home):
        return 0
    if wanted not in home and primary == "es" and spoken == "es-419":
        return 1  # every American variety is nearer to this one than to Spain's
    order = (*home, *_NEXT.get(primary, ()))
    return 2 + order.index(spoken) if spoken in order else 2 + len(order)


def choose(voices: Iterable[Voice], language: str, wanted: str | None) -> tuple[Voice | None, bool]:
    """The voice to speak with, and whether the wanted one is not there.

    None where nothing speaks the language. A voice of another language is taken if asked for.
    """
    known = tuple(voices)
    if wanted:
        for voice in known:
            if voice.id.lower() == wanted.lower():
                return voice, False
    of_language = voices_of(known, language)
    return (of_language[0] if of_language else None), bool(wanted)
