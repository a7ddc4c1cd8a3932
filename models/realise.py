"""aac-realise: keywords on standard input, one sentence a line on standard output."""

from __future__ import annotations

import argparse
import contextlib
import logging
import os
import sys
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from models.answers import MOST_GLOSSES
from models.decoding import Decoding
from models.engine import LANGUAGES, SentenceRequest
from models.engines import CHOICES, LadderEngine, ModelFiles, build
from models.errors import EngineError
from models.options import (
    add_control_options,
    add_decoding_options,
    controls_of,
    decoding_of,
)
from models.telegraphic import as_chosen, clean, with_controls

_LOG = logging.getLogger("models.realise")
_BOM: Final = b"\xef\xbb\xbf"


class LineError(Exception):
    """A line that cannot be answered as it should; the message says why."""

    def __init__(self, reason: str, said: str = "") -> None:
        super().__init__(reason)
        self.said = said
        """What stands in its place in the output, which keeps one line for each."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command. Returns 0, or 1 where something on the way could not be used."""
    parser = _parser()
    options = parser.parse_args(argv)
    if options.lora and not options.model:
        parser.error("--lora needs the --model that it was made for")
    try:
        decoding = decoding_of(options)
    except ValueError as error:
        parser.error(str(error))
    try:
        with _told_on_stderr(options.debug):
            return _run(options, decoding)
    except EngineError as error:
        if options.debug:
            traceback.print_exc()
        _complain(str(error))
        return 1
    except BrokenPipeError:
        _drop_output()
        return 0
    except OSError as error:
        _complain(f"the sentences cannot be written: {error.strerror}")
        _drop_output()
        return 1
    except KeyboardInterrupt:
        return 130


@contextlib.contextmanager
def _told_on_stderr(wanted: bool) -> Iterator[None]:
    """While it lasts, everything that the engines log is shown."""
    log, handler = logging.getLogger("models"), logging.StreamHandler(sys.stderr)
    level = log.level
    if wanted:
        log.addHandler(handler)
        log.setLevel(logging.DEBUG)
    try:
        yield
    finally:
        log.removeHandler(handler)
        log.setLevel(level)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="aac-realise",
        description="Read lines `word, word, word` and write one sentence for each. "
        "A word `?` is the question pictogram; `no` and `not` negate.",
    )
    add = parser.add_argument
    add("--language", choices=LANGUAGES, required=True, help="language of words and sentences")
    add("--engine", choices=CHOICES, default="auto", help="what makes the sentences")
    add("--model", type=Path, metavar="FILE", help="a language model in GGUF form")
    add("--lora", type=Path, metavar="FILE", help="a LoRA adapter in GGUF form for that model")
    add_control_options(parser)
    add("--alternatives", action="store_true", help="other readings too, after tabs")
    add_decoding_options(parser)
    add("--debug", action="store_true", help="show which engine answered, and full error traces")
    return parser


def _run(options: argparse.Namespace, decoding: Decoding) -> int:
    files = ModelFiles(options.model, options.lora) if options.model else None
    with build(options.engine, files, decoding=decoding) as engine:
        # A model that was named and cannot be used is said; that none was shipped is no fault.
        model_is_missing = bool(engine.reason and files)
        if model_is_missing:
            _complain(f"{engine.reason}; going on with the rules")
        lines_are_good = _answer_all(engine, options)
    return 0 if lines_are_good and not model_is_missing else 1


def _answer_all(engine: LadderEngine, options: argparse.Namespace) -> bool:
    """Answer each line as it comes; whether all of them were good."""
    all_good = True
    for number, line in enumerate(sys.stdin.buffer, start=1):
        try:
            answer = _answer(engine, _glosses(line, is_first=number == 1), options)
        except LineError as error:
            _complain(f"line {number}: {error}")
            answer, all_good = error.said, False
        sys.stdout.buffer.write(f"{answer}\n".encode())
        sys.stdout.buffer.flush()
    return all_good


def _glosses(line: bytes, *, is_first: bool) -> tuple[str, ...]:
    """The words of a line, without the byte order mark that some editors write at the start."""
    try:
        text = line.removeprefix(_BOM if is_first else b"").decode("utf-8")
    except UnicodeDecodeError as error:
        reason = f"byte {error.start + 1} is not UTF-8, so the line is left empty"
        raise LineError(reason) from error
    return tuple(gloss for gloss in map(clean, text.split(",")) if gloss)


def _answer(engine: LadderEngine, glosses: tuple[str, ...], options: argparse.Namespace) -> str:
    if not glosses:
        return ""
    controls = controls_of(options)
    if len(glosses) > MOST_GLOSSES:
        said = as_chosen(with_controls(glosses, controls, options.language), options.language)
        raise LineError(f"{len(glosses)} words, more than {MOST_GLOSSES}: said as chosen", said)
    sentence = engine.realise(SentenceRequest(0, glosses, options.language, controls))
    _LOG.debug("answered by %s", sentence.engine)
    return "\t".join([sentence.text, *(sentence.alternatives if options.alternatives else ())])


def _complain(reason: str) -> None:
    sys.stderr.write(f"aac-realise: {reason}\n")


def _drop_output() -> None:
    """Nobody reads any more: let Python's last flush at exit go nowhere, without a complaint."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
