"""What a person and their family chose: one value, one file, read without Qt."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from enum import Enum
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_type_hints

from aac_app.files import write_atomically
from models.engine import LANGUAGES, Formality, Gender, SecondPerson
from pictograms.files import write_whole

__all__ = [
    "LANGUAGES",
    "BoardSize",
    "Formality",
    "Gender",
    "LockHolder",
    "MessageForm",
    "Press",
    "Problem",
    "SecondPerson",
    "Settings",
    "ThemeName",
    "VoiceSettings",
    "load",
    "save",
]


class BoardSize(Enum):
    """How many cells of each board are shown; a word keeps its row and column in all."""

    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


class MessageForm(Enum):
    """What the speak button says."""

    SENTENCE = "sentence"
    AS_CHOSEN = "as_chosen"


class Press(Enum):
    """What a new press does while something is being said."""

    INTERRUPT = "interrupt"
    WAIT = "wait"
    IGNORE = "ignore"


class LockHolder(Enum):
    """Who holds the PIN that opens the editor."""

    PERSON = "person"
    FAMILY = "family"
    THERAPIST = "therapist"


class ThemeName(Enum):
    """The look of the window."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


@dataclass(frozen=True, slots=True)
class VoiceSettings:
    """How one language sounds."""

    voice: str = ""
    """The voice's id; empty: the first one of the language."""
    rate: float = 1.0
    """1.0 is the voice's own pace; 0.5 to 2.0."""
    volume: float = 1.0
    """0.0 to 1.0."""
    pitch: float = 1.0
    """1.0 is the voice's own pitch; 0.5 to 2.0. Not every voice can change it."""


def _voices() -> Mapping[str, VoiceSettings]:
    return MappingProxyType({language: VoiceSettings() for language in LANGUAGES})


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be chosen. Values are plain so that the file can be read by people."""

    interface_language: str = ""
    """Language of menus and notices; empty: the computer's."""
    speaking_language: str = ""
    """Language of boards, sentences and voice; empty: as the interface."""
    board_size: BoardSize = BoardSize.MEDIUM
    level: int = 2
    """Vocabulary level, 1 to 3: buttons of a higher level are not shown."""
    message_form: MessageForm = MessageForm.SENTENCE
    speak_words: bool = True
    """Each word is spoken as it is chosen."""
    home_after_word: bool = False
    """Return to the home board after a word, where the board does not say otherwise."""
    press_while_speaking: Press = Press.WAIT
    gender: Gender | None = None
    """How the speaker talks of themself."""
    formality: Formality = Formality.FAMILIAR
    second_person: SecondPerson = SecondPerson.VOSOTROS
    theme: ThemeName = ThemeName.LIGHT
    text_scale: float = 1.0
    """Size of all text, 0.8 to 2.0."""
    keep_history: bool = True
    """Remember what was said, on this computer only."""
    editing_pin: str = ""
    """The salted hash of the PIN that opens the editor; empty: it opens freely."""
    lock_holder: LockHolder = LockHolder.PERSON
    engine: str = "auto"
    """`auto`, `gguf`, `rules` or `telegraphic`."""
    model: str = ""
    """Path of a GGUF model; empty: the one that comes with the program, if any."""
    personal_style: bool = True
    """Use what the model has learnt of this person, where something lies in the profile."""
    server: bool = False
    """Send chosen words to a language model on a server; off unless somebody turns it on."""
    server_address: str = ""
    """Of the server, as people type it: `192.168.1.20:8000`."""
    server_model: str = ""
    """The model's name on the server; empty: the first that it offers."""
    server_chats: bool = False
    """The server's model follows instructions; else it was adapted to our prompt."""
    server_key: str = ""
    """Sent to the server, where it wants one."""
    fetch_pictures: bool = False
    """Ask ARASAAC's server for the boards' pictures. Nothing that is said is ever sent."""
    arasaac_api: str = "https://api.arasaac.org/v1"
    arasaac_images: str = "https://static.arasaac.org/pictograms"
    voices: Mapping[str, VoiceSettings] = field(default_factory=_voices)

    def voice(self, language: str) -> VoiceSettings:
        return self.voices.get(language, VoiceSettings())

    def with_voice(self, language: str, voice: VoiceSettings) -> Settings:
        return replace(self, voices=MappingProxyType({**self.voices, language: voice}))


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing in the settings file that could not be used."""

    path: Path
    what: str

    def __str__(self) -> str:
        return f"{self.path}: {self.what}"


_LOCAL = (
    "model",
    "fetch_pictures",
    "arasaac_api",
    "arasaac_images",
    *(part.name for part in fields(Settings) if part.name.startswith("server")),
)


_RANGES: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        "level": (1, 3),
        "text_scale": (0.8, 2.0),
        "rate": (0.5, 2.0),
        "volume": (0.0, 1.0),
        "pitch": (0.5, 2.0),
    }
)
_CHOICES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "interface_language": ("", *LANGUAGES),
        "speaking_language": ("", *LANGUAGES),
        "engine": ("auto", "gguf", "rules", "telegraphic"),
    }
)


def load(path: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """Read the file; what cannot be used keeps its default and is told as a problem."""
    try:
        raw = json.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, ValueError) as error:
        return Settings(), (Problem(path, f"cannot be read ({error}); defaults are used"),)
    settings, complaints = from_json(raw)
    return settings, tuple(Problem(path, complaint) for complaint in complaints)


def from_json(raw: Any) -> tuple[Settings, tuple[str, ...]]:
    """The settings in a JSON value; what cannot be used keeps its default and is told."""
    if not isinstance(raw, dict):
        return Settings(), ("is not a JSON object; defaults are used",)
    values, complaints = _values(Settings, raw)
    return Settings(**values), tuple(complaints)


def on_computer_of(settings: Settings, local: Settings) -> Settings:
    """The settings with what belongs to a computer, or needs its owner's consent, as in `local`.

    A file from elsewhere names no model of this computer, and must not make it ask a server.
    """
    return replace(settings, **{name: getattr(local, name) for name in _LOCAL})


def differences(old: Settings, new: Settings) -> tuple[str, ...]:
    """Names of the settings that are not the same."""
    names = (part.name for part in fields(Settings))
    return tuple(name for name in names if getattr(old, name) != getattr(new, name))


def save(settings: Settings, path: Path) -> None:
    """Write the file whole or not at all; a file that held a problem is kept beside it.

    Raises OSError when the folder cannot be written.
    """
    if path.exists() and load(path)[1]:
        kept = path.with_suffix(".json.kept")
        write_whole(kept, path.read_bytes())
    write_atomically(path, to_text(settings))


def to_text(settings: Settings) -> str:
    """The settings as the file holds them: JSON."""
    return json.dumps(_plain(settings), indent=2, ensure_ascii=False) + "\n"


def _values(kind: type, raw: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    hints = get_type_hints(kind)
    values: dict[str, Any] = {}
    complaints: list[str] = []
    for key, value in raw.items():
        if key not in hints:
            complaints.append(f"unknown setting {key!r}")
            continue
        try:
            values[key] = _voice_map(value) if key == "voices" else _one(key, hints[key], value)
        except (ValueError, TypeError) as error:
            complaints.append(f"setting {key!r}: {error}")
    return values, complaints


def _one(key: str, hint: Any, value: Any) -> Any:
    optional = type(None) in getattr(hint, "__args__", ())
    if optional:
        if value is None:
            return None
        hint = next(part for part in hint.__args__ if part is not type(None))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(value)
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    if type(value) is not hint:
        raise TypeError(f"{value!r} is not a {hint.__name__}")
    low, high = _RANGES.get(key, (float("-inf"), float("inf")))
    if isinstance(value, int | float) and not low <= value <= high:
        raise ValueError(f"{value!r} is not between {low} and {high}")
    if key in _CHOICES and value not in _CHOICES[key]:
        raise ValueError(f"{value!r} is none of {', '.join(map(repr, _CHOICES[key]))}")
    return value


def _voice_map(raw: Any) -> Mapping[str, VoiceSettings]:
    if not isinstance(raw, dict):
        raise TypeError("is not an object")
    voices = dict(_voices())
    for language, value in raw.items():
        if not isinstance(value, dict):
            raise TypeError(f"{language!r} is not an object")
        parsed, complaints = _values(VoiceSettings, value)
        if complaints:
            raise ValueError(complaints[0])
        voices[language] = VoiceSettings(**parsed)
    return MappingProxyType(voices)


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, Settings | VoiceSettings):
        return {part.name: _plain(getattr(value, part.name)) for part in fields(value)}
    return value
