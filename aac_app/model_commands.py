"""`aac-app models`: which language models there are; fetch, use or remove one. No Qt."""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from aac_app import settings as settings_file
from aac_app.model_library import ModelLibrary
from aac_app.profiles import Profile
from aac_app.settings import Settings
from models.catalog import KnownModel, expected_speed, fits
from models.errors import CatalogError, EngineUnavailableError
from models.hub import described, fetch


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "models",
        help="language models: list, fetch, use, measure or remove one",
        description="Each model has a licence of its own; `list` names it.",
    )
    actions = parser.add_subparsers(dest="action", required=True)
    actions.add_parser("list", help="which there are, and which this computer can run")
    for action, text in (
        ("fetch", "get one from the hub; what was cut short goes on"),
        ("use", "make sentences with it; `auto` lets the program pick the best"),
        ("measure", "how many tokens a second it makes here"),
        ("remove", "delete one that was fetched"),
    ):
        command = actions.add_parser(action, help=text)
        hint = "a name of the list, or OWNER/REPOSITORY/FILE.gguf" if action == "fetch" else None
        command.add_argument("name", help=hint)


def run(options: argparse.Namespace, profile: Profile, settings: Settings) -> int:
    """1 where something cannot be done."""
    library = ModelLibrary(profile.models)
    actions = {"fetch": _fetch, "use": _use, "measure": _measure, "remove": _remove}
    try:
        if options.action == "list":
            return _list(library, settings)
        return actions[options.action](options.name, _Place(library, profile, settings))
    except (CatalogError, EngineUnavailableError) as error:
        print(f"aac-app: {error}", file=sys.stderr)  # noqa: T201
    except OSError as error:
        print(f"aac-app: {error.filename}: {error.strerror}", file=sys.stderr)  # noqa: T201
    return 1


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a command works."""

    library: ModelLibrary
    profile: Profile
    settings: Settings


def _list(library: ModelLibrary, settings: Settings) -> int:
    machine = library.machine()
    used = library.used(settings.model)
    print(f"{'':2}{'name':24} {'MB':>5} {'memory':>7} {'speed':>7}  {'where':10} licence")  # noqa: T201
    for model, path in library.all().items():
        where = "on the hub" if path is None else ("shipped" if library.ships(model) else "here")
        speed = f"{expected_speed(model, machine):.0f}/s"
        mark = "* " if path is not None and path == used else "  "
        room = "" if fits(model, machine) else "  (too little memory is free)"
        print(  # noqa: T201
            f"{mark}{model.name:24} {model.size / 1e6:5.0f} {model.memory_mb:6}M {speed:>7}  "
            f"{where:10} {model.licence}; {', '.join(model.languages)}{room}"
        )
    if used is None:
        print("no model: sentences are made by rules")  # noqa: T201
    return 0


def _fetch(name: str, place: _Place) -> int:
    model = place.library.known(name) or described(name)
    print(f"{model.name}: {model.size / 1e6:.0f} MB, licence: {model.licence}", file=sys.stderr)  # noqa: T201
    path = fetch(model, place.library.folder, shows_progress=sys.stderr.isatty())
    print(path)  # noqa: T201
    return 0


def _use(name: str, place: _Place) -> int:
    path = "" if name == "auto" else str(_file(name, place.library))
    # What the command line says for this once must not be kept: read the file again.
    kept, _ = settings_file.load(place.profile.settings)
    settings_file.save(replace(kept, model=path), place.profile.settings)
    print(path or place.library.used("") or "no model: sentences are made by rules")  # noqa: T201
    return 0


def _measure(name: str, place: _Place) -> int:
    found = place.library.measure(name, _file(name, place.library))
    print(f"{found.speed:.1f} tokens a second with {found.threads} threads")  # noqa: T201
    return 0


def _remove(name: str, place: _Place) -> int:
    path = _file(name, place.library)
    place.library.remove(name)
    kept, _ = settings_file.load(place.profile.settings)
    if kept.model == str(path):
        settings_file.save(replace(kept, model=""), place.profile.settings)
    print(f"{path} is deleted")  # noqa: T201
    return 0


def _file(name: str, library: ModelLibrary) -> Path:
    path = library.all().get(_named(name, library))
    if path is None:
        raise CatalogError(f"{name}: it is not on this computer; `aac-app models fetch {name}`")
    return path


def _named(name: str, library: ModelLibrary) -> KnownModel:
    model = library.known(name)
    if model is None:
        raise CatalogError(f"no model is called {name!r}; `aac-app models list` names them")
    return model
