"""`aac-app`: parse options, start, or say in one line why not."""

from __future__ import annotations

import argparse
import contextlib
import logging
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from aac_app import board_commands, model_commands, picture_commands, profile_commands, say
from aac_app import settings as settings_file
from aac_app.board_exporters import EXPORTERS
from aac_app.people import People
from aac_app.print_commands import PRINTERS
from aac_app.profile_file import ProfileFileError
from aac_app.profile_import import finish_import
from aac_app.profiles import Profile, default_profile, root_of
from aac_app.settings import LANGUAGES, BoardSize, Problem, Settings, ThemeName
from models.engines import CHOICES

EDITOR_PAGES = ("word", "new", "board", "find", "more", "list", "picture", "lock")
"""What of the editor a screenshot may show."""

# llama.cpp's threads wait asleep: on a busy computer, spinning makes a sentence take seconds.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program. 0: done; 1: something could not be done; 2: usage."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments == ["--voice-process"]:  # how a frozen program starts its own voice
        from aac_app.voice_process import main as speak

        return speak([])
    if arguments[:1] == ["--sound-process"]:
        from aac_app.sound_process import main as sound

        return sound(arguments[1:])
    options = build_parser().parse_args(arguments)
    named = Profile(options.profile) if options.profile else None
    people = People(root_of(named) if named else default_profile())
    profile = named or people.present()[0].profile
    try:
        _log_to(profile, options)
        _finish_import(profile)
        settings, problems = settings_file.load(profile.settings)
        if options.command is None and not (options.benchmark or options.screenshot):
            return _window(options, people, named)
        return _dispatch(options, profile, _chosen(settings, options), problems)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def build_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="aac-app",
        description="A communicator: touch pictures, and be heard in a whole sentence.",
    )
    add = parser.add_argument
    add("--version", action="version", version=f"aac-app {_version()}")
    add("--profile", type=Path, metavar="DIR", help="folder of this person's settings and boards")
    add("--language", choices=LANGUAGES, help="language of menus, boards, sentences and voice")
    add("--board-size", choices=[size.value for size in BoardSize])
    add("--theme", choices=[theme.value for theme in ThemeName])
    add("--engine", choices=CHOICES, help="what makes the sentences")
    add("--model", type=Path, metavar="FILE", help="a GGUF language model")
    add("--screenshot", type=Path, metavar="FILE", help="draw the window into a PNG file and end")
    add("--board", metavar="NAME", help="with --screenshot: the board to show")
    add("--message", metavar="WORDS", help='with --screenshot: chosen words, "yo,querer"')
    add(
        "--editing",
        nargs="?",
        const="word",
        choices=EDITOR_PAGES,
        help="with --screenshot: the editor, with this page",
    )
    add("--benchmark", action="store_true", help="print start-up time, memory and latency, and end")
    add("--debug", action="store_true", help="log everything but what is said")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    say.add_parser(commands)
    picture_commands.add_parser(commands)
    profile_commands.add_parser(commands)
    board_commands.add_parser(commands)
    model_commands.add_parser(commands)
    return parser


def _dispatch(
    options: argparse.Namespace,
    profile: Profile,
    settings: Settings,
    problems: tuple[Problem, ...],
) -> int:
    if options.command == "profile":
        return profile_commands.run(options, profile)
    if options.command is not None:
        for problem in problems:
            print(f"aac-app: {problem}", file=sys.stderr)
    if options.command == "say":
        return max(_say(options, profile, settings), 1 if problems else 0)
    if options.command == "pictures":
        return max(picture_commands.run(options, profile, settings), 1 if problems else 0)
    if options.command == "models":
        return max(model_commands.run(options, profile, settings), 1 if problems else 0)
    if options.command == "boards":
        done = board_commands.run(options, profile, settings, {**EXPORTERS, **PRINTERS})
        return max(done, 1 if problems else 0)
    if options.benchmark:
        from aac_app.benchmark import run as run_benchmark

        return run_benchmark()
    from aac_app import window  # Qt is not needed before

    return window.screenshot(profile, settings, problems, options)


def _window(options: argparse.Namespace, people: People, named: Profile | None) -> int:
    if not _has_display():
        print("aac-app: there is no display: start it in a desktop session", file=sys.stderr)
        return 2
    from aac_app import window  # Qt is not needed before

    def load(profile: Profile) -> tuple[Settings, tuple[Problem, ...]]:
        settings, problems = settings_file.load(profile.settings)
        return _chosen(settings, options), problems

    return window.run(people, named, load)


def _finish_import(profile: Profile) -> None:
    """What a kill cut short comes to its end before anything of the profile is read."""
    try:
        finish_import(profile)
    except ProfileFileError as error:
        print(f"aac-app: {error}", file=sys.stderr)


def _has_display() -> bool:
    """Whether a window can be seen; Qt itself would abort the program without one."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in named)


def _say(options: argparse.Namespace, profile: Profile, settings: Settings) -> int:
    from aac_app.pyttsx3_voice import Pyttsx3Voice

    language = options.language or settings.speaking_language or settings.interface_language
    return say.run(options, profile, settings, language or "es", Pyttsx3Voice)


def _chosen(settings: Settings, options: argparse.Namespace) -> Settings:
    """The settings with what the command line says for this once."""
    if options.language:
        language = options.language
        settings = replace(settings, interface_language=language, speaking_language=language)
    if options.board_size:
        settings = replace(settings, board_size=BoardSize(options.board_size))
    if options.engine:
        settings = replace(settings, engine=options.engine)
    if options.model:
        settings = replace(settings, model=str(options.model))
    if options.theme:
        settings = replace(settings, theme=ThemeName(options.theme))
    return settings


def _log_to(profile: Profile, options: argparse.Namespace) -> None:
    """Log what goes wrong to the profile's file; where that cannot be, to nowhere."""
    handlers: list[logging.Handler] = []
    if options.debug:
        handlers.append(logging.StreamHandler())
    elif options.command is None:
        try:
            profile.folder.mkdir(parents=True, exist_ok=True)
            handlers.append(_LogFile(profile.log, encoding="utf-8", delay=True))
        except OSError:
            handlers.append(logging.NullHandler())
    else:
        handlers.append(logging.NullHandler())
    level = logging.DEBUG if options.debug else logging.WARNING
    form = "%(asctime)s %(name)s %(levelname)s %(message)s"
    logging.basicConfig(level=level, format=form, handlers=handlers)


class _LogFile(logging.FileHandler):
    """A log that cannot be opened (a read-only folder, a full disk) is gone without.

    Qt's own messages are logged from inside Qt, where an exception would crash the program.
    """

    def emit(self, record: logging.LogRecord) -> None:
        with contextlib.suppress(OSError):
            super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 (logging's name)
        """Nobody could be told."""


def _version() -> str:
    try:
        return version("aac-communicator")
    except PackageNotFoundError:
        return "(not installed)"


if __name__ == "__main__":
    sys.exit(main())
