"""`aac-evaluate`: is the sentence right? Judge engines by figures and by people."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from typing import Any, Final

_COMMANDS: Final = (
    ("quick", "quick", "score an engine on the daily messages in three figures"),
    ("sets", "sets", "the test sets that have a name"),
    ("predict", "predict", "let an engine say every message of a set"),
    ("score", "score", "score sentences against the references of a set"),
    ("speed", "speed.command", "how fast a sentence is there after the last tap"),
    ("check", "checked", "how well unfaithful sentences are told from good ones"),
    ("bias", "bias", "does a system speak of women and men alike?"),
    ("rate", "rating.command", "let people judge sentences in the browser"),
    ("methods", "methods.command", "compare ways of fine-tuning the same base"),
    ("ablations", "ablations.command", "what each part of a model's making is worth"),
    ("compare", "compare", "set several systems side by side"),
    ("report", "report", "judge every engine there is and write the results down"),
    ("gate", "gate", "the rules that protect the speaker, which no score outweighs"),
)
"""Name, module of evaluation, and what it does.

A module has `add_arguments(parser)` and `run(options)`, which raises EvaluationError or EngineError
for what is expected to fail; `options.typed` are all arguments as they were typed. It imports heavy
libraries only where it runs.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one sub-command; returns the exit code: 0, 1 for what failed, 2 for usage."""
    # Spinning OpenMP threads stop all work on a busy machine; read when the library is loaded.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    from evaluation.errors import EvaluationError
    from models.errors import EngineError

    typed = sys.argv[1:] if arguments is None else list(arguments)
    options = _parser().parse_args(typed, argparse.Namespace(typed=typed))
    try:
        options.act(options)
        sys.stdout.flush()
    except (EvaluationError, EngineError) as error:
        print(f"aac-evaluate: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Nobody reads the output any more; Python would complain once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        print(f"aac-evaluate: {place}{error.strerror or error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("aac-evaluate: interrupted; what was finished stays", file=sys.stderr)
        return 130
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="aac-evaluate", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, module_name, summary in _COMMANDS:
        module: Any = importlib.import_module(f"evaluation.{module_name}")
        command = commands.add_parser(name, help=summary, description=module.__doc__)
        module.add_arguments(command)
        command.set_defaults(act=module.run)
    return parser


if __name__ == "__main__":
    sys.exit(main())
