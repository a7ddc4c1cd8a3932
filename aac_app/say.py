"""`aac-app say`: words on the command line, a sentence on the screen and in the air. No Qt."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from aac_app.engine_choice import build_engine
from aac_app.profiles import Profile
from aac_app.settings import Settings
from aac_app.speech import SpeechEngine, SpeechError, Utterance
from models.engine import LANGUAGES, Closing, SentenceRequest
from models.engines import CHOICES
from models.errors import AdapterError, EngineUnavailableError
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
    profile: Profile,
    settings: Settings,
    language: str,
    make_voice: Callable[[], SpeechEngine],
) -> int:
    """Print the sentence, then speak it and write it. 1 where something could not be done."""
    text, complaint = realise(options, profile, settings, language)
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


def realise(
    options: argparse.Namespace, profile: Profile, settings: Settings, language: str
) -> tuple[str, str]:
    """The sentence, and what is the matter with the model that was asked for (or empty).

    No server is asked: one sentence is wanted, and at once.
    """
    request = SentenceRequest(1, tuple(options.words), language, controls_of(options))
    engine, problem = build_engine(profile, replace(settings, server=False))
    try:
        return engine.realise(request).text, _complaint(problem)
    finally:
        if isinstance(engine, Closing):
            engine.close()


def _complaint(problem: EngineUnavailableError | None) -> str:
    if problem is None:
        return ""
    rest = "without it" if isinstance(problem, AdapterError) else "with the rules"
    return f"{problem}; going on {rest}"


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
