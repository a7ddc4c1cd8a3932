"""`aac-app say`: words on the command line, a sentence on the screen and in the air. No Qt."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from aac_app.settings import Settings
from aac_app.speech import SpeechEngine, SpeechError, Utterance
from models.engine import LANGUAGES, SentenceRequest
from models.engines import CHOICES, ModelFiles, build
from models.errors import EngineUnavailableError
from models.options import add_control_options, controls_of


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("say", help="say a sentence made of these words")
    parser.add_argument("words", nargs="+", metavar="WORD", help="a chosen word; ? asks")
    parser.add_argument(
        "--language",
        choices=LANGUAGES,
        default=argparse.SUPPRESS,  # else it would undo the option before the command
        help="language of the words and the voice",
    )
    kept = argparse.SUPPRESS
    parser.add_argument("--engine", choices=CHOICES, default=kept)
    parser.add_argument(
        "--model", type=Path, metavar="FILE", default=kept, help="a GGUF language model"
    )
    parser.add_argument("--wav", type=Path, metavar="FILE", help="also write the speech there")
    parser.add_argument("--no-speech", action="store_true", help="print the sentence only")
    add_control_options(parser)


def run(
    options: argparse.Namespace,
    settings: Settings,
    language: str,
    make_voice: Callable[[], SpeechEngine],
) -> int:
    """Print the sentence, then speak it and write it. 1 where something could not be done."""
    text, complaint = realise(options, settings, language)
    print(text, flush=True)  # noqa: T201 (this is the command's answer)
    if complaint:
        _complain(complaint)
    if options.no_speech and options.wav is None:
        return 1 if complaint else 0
    voice = make_voice()
    try:
        heard = _heard(voice, _utterance(text, settings, language), options)
    finally:
        voice.close()
    return 0 if heard and not complaint else 1


def realise(options: argparse.Namespace, settings: Settings, language: str) -> tuple[str, str]:
    """The sentence, and what is the matter with the model that was asked for (or empty)."""
    files = ModelFiles(Path(settings.model)) if settings.model else None
    choice = settings.engine
    request = SentenceRequest(1, tuple(options.words), language, controls_of(options))
    try:
        ladder = build(choice, files)
    except EngineUnavailableError as error:
        with build("rules") as rules:
            return rules.realise(request).text, f"{error}; going on with the rules"
    with ladder:
        missing = f"{ladder.reason}; going on with the rules" if files and ladder.reason else ""
        return ladder.realise(request).text, missing


def _utterance(text: str, settings: Settings, language: str) -> Utterance:
    voice = settings.voice(language)
    return Utterance(text, language, voice.rate, voice.volume, voice.pitch, voice.voice or None)


def _heard(voice: SpeechEngine, utterance: Utterance, options: argparse.Namespace) -> bool:
    done = True
    if options.wav is not None:
        done = _try(lambda: voice.save(utterance, options.wav)) and done
    if not options.no_speech:
        done = _try(lambda: voice.speak(utterance)) and done
    return done


def _try(act: Callable[[], None]) -> bool:
    try:
        act()
    except SpeechError as error:
        _complain(str(error))
        return False
    return True


def _complain(what: str) -> None:
    print(f"aac-app: {what}", file=sys.stderr)  # noqa: T201
