"""`aac-app pictures`: fill the cache for all boards, or carry the pictures in one file. No Qt."""

from __future__ import annotations

import argparse
import sys
import threading
from pathlib import Path

from aac_app.board_store import BoardStore
from aac_app.library import Library, picture_numbers, pictures
from aac_app.profiles import Profile
from aac_app.settings import LANGUAGES, Settings
from pictograms.arasaac import ArasaacClient
from pictograms.cache import Cache
from pictograms.errors import PictogramError
from pictograms.fetch import fetch_images, sync_records
from pictograms.pack import read_pack, write_pack


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "pictures",
        help="get the boards' pictures from ARASAAC, or carry them in one file",
        description="ARASAAC's pictures are licensed CC BY-NC-SA 4.0, apart from the program.",
    )
    actions = parser.add_subparsers(dest="action", required=True)
    fetch = actions.add_parser("fetch", help="get every picture that the boards need")
    fetch.add_argument("--api", metavar="URL", help="where ARASAAC's service is")
    fetch.add_argument("--images", metavar="URL", help="where its pictures are")
    words = actions.add_parser(
        "catalogue", help="get the words of all of ARASAAC's pictures, to search them offline"
    )
    words.add_argument("--api", metavar="URL", help="where ARASAAC's service is")
    pack = actions.add_parser("pack", help="write the pictures into one file, with their licence")
    pack.add_argument("file", type=Path)
    unpack = actions.add_parser("unpack", help="take the pictures of such a file")
    unpack.add_argument("file", type=Path)


def run(options: argparse.Namespace, profile: Profile, settings: Settings) -> int:
    """1 where a picture is missing or a file cannot be used."""
    actions = {"fetch": _fetch, "catalogue": _catalogue, "pack": _pack, "unpack": _unpack}
    try:
        with Cache(profile.pictures) as cache:
            return actions[options.action](options, cache, profile, settings)
    except PictogramError as error:
        print(f"aac-app: {error}", file=sys.stderr)  # noqa: T201
        return 1


def wanted(profile: Profile) -> list[int]:
    """The number of every picture on this person's boards, in both languages."""
    library = Library(BoardStore(profile))
    return picture_numbers(library.boards(language)[0] for language in LANGUAGES)


def _fetch(options: argparse.Namespace, cache: Cache, profile: Profile, settings: Settings) -> int:
    library = Library(BoardStore(profile))
    numbers = pictures(library.boards(language)[0] for language in LANGUAGES)
    with ArasaacClient(
        options.api or settings.arasaac_api, options.images or settings.arasaac_images
    ) as client:
        fetched = fetch_images(numbers, cache, client, _progress, threading.Event())
    print(file=sys.stderr)  # noqa: T201
    here = fetched.present + fetched.stored
    print(f"{here} of {len(numbers)} pictures are here, {fetched.stored} of them new")  # noqa: T201
    if fetched.failed:
        print(f"not to be had: {', '.join(map(str, fetched.failed))}")  # noqa: T201
    if fetched.stopped_by:
        raise fetched.stopped_by
    return 0 if here == len(numbers) else 1


def _catalogue(
    options: argparse.Namespace, cache: Cache, _profile: Profile, settings: Settings
) -> int:
    with ArasaacClient(options.api or settings.arasaac_api, settings.arasaac_images) as client:
        for language in LANGUAGES:
            new = sync_records(cache, client, language)
            here = cache.records.count(language)
            print(f"{language}: {here} pictures can be searched, {new} of them came now")  # noqa: T201
    return 0


def _progress(done: int, total: int, failed: int) -> None:
    lost = f", {failed} not to be had" if failed else ""
    print(f"\r{done} of {total}{lost}", end="", file=sys.stderr, flush=True)  # noqa: T201


def _pack(options: argparse.Namespace, cache: Cache, profile: Profile, _: Settings) -> int:
    written = write_pack(cache, wanted(profile), options.file)
    print(f"{options.file}: {len(written.ids)} pictures, CC BY-NC-SA 4.0")  # noqa: T201
    if written.missing:
        print(f"{len(written.missing)} are not here; `pictures fetch` gets them")  # noqa: T201
    return 0


def _unpack(options: argparse.Namespace, cache: Cache, _profile: Profile, _: Settings) -> int:
    read = read_pack(options.file, cache)
    print(f"{read.added} new pictures from {options.file}, {read.present} were here")  # noqa: T201
    if read.damaged:
        print(f"damaged: {', '.join(map(str, read.damaged))}")  # noqa: T201
    return 1 if read.damaged else 0
