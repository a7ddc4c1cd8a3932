"""The test sets that have a name: language, licence, where they come from."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict

from evaluation.named_sets import SetEntry, known_sets


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may be given on the command line."""
    parser.add_argument("--json", action="store_true", help="print everything about them as JSON")


def run(options: argparse.Namespace) -> None:
    """Print the list."""
    entries = known_sets()
    if options.json:
        print(json.dumps({name: asdict(entry) for name, entry in entries.items()}, indent=2))
        return
    for name, entry in entries.items():
        print(f"{name}: {entry.language}, licence {entry.licence}; {_place(entry)}")
        print(f"    {entry.origin}")


def _place(entry: SetEntry) -> str:
    if entry.file:
        return "comes with the program"
    return f"fetched from {entry.url}" if entry.url else f"give it as --set {entry.name}=FILE"
