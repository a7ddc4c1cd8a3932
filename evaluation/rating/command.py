"""Let people judge the sentences of several systems, without knowing whose they are.

A page in the browser, on this computer only, shows what was tapped and the sentences in an order
drawn by chance; raters pick the best and give marks for naturalness, conciseness, originality,
faithfulness and overall. Judgements go into the file of results one by one. `--summary` prints
what has come together, with how far raters agree.
"""

from __future__ import annotations

import argparse
import json
import signal
import webbrowser
from pathlib import Path

from evaluation.errors import EvaluationError
from evaluation.rating.pictures import Pictures
from evaluation.rating.results import ResultFile, read_results
from evaluation.rating.server import RatingServer
from evaluation.rating.session import Session
from evaluation.rating.sheet import read_sheet
from evaluation.rating.summary import markdown, summary


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may be given on the command line."""
    add = parser.add_argument
    add("runs", type=Path, nargs="*", metavar="RUN", help="files of `aac-evaluate predict`")
    add("--results", type=Path, required=True, metavar="FILE", help="JSON lines, added to")
    add("--summary", action="store_true", help="tell what is in the file of results, and end")
    add("--json", action="store_true", help="the summary as JSON")
    add("--pictures", type=Path, metavar="FOLDER", help="pictures called as their words")
    add("--items", type=int, default=20, help="messages that are asked about (20)")
    add("--score", choices=("all", "best"), default="all", help="which sentences get marks")
    add("--seed", type=int, default=0, help="of the choice of messages and the order (0)")
    add("--port", type=int, default=0, help="a port of 127.0.0.1; 0 takes a free one")
    add("--no-browser", action="store_true", help="print the address, and open nothing")


def run(options: argparse.Namespace) -> None:
    """Serve the page until Ctrl+C, then sum up; or only sum up."""
    if not options.summary:
        _serve(options)
    judgements = read_results(options.results)
    if not judgements and options.summary:
        raise EvaluationError(f"{options.results}: no judgement is in it yet")
    if not judgements:
        print("No judgement was made.")
        return
    found = summary(judgements)
    print(json.dumps(found, indent=1, ensure_ascii=False) if options.json else markdown(found))


def open_session(options: argparse.Namespace) -> Session:
    """Everything that is asked, read from the files. Raises EvaluationError."""
    if options.items < 1:
        raise EvaluationError("--items must be above 0")
    sheet = read_sheet(options.runs, options.items, options.seed)
    words = (word for question in sheet.questions for word in question.keywords)
    pictures = Pictures(options.pictures, words)
    results = ResultFile(options.results)
    return Session(sheet, results, pictures, options.seed, options.score == "all")


def _serve(options: argparse.Namespace) -> None:
    session = open_session(options)
    try:
        server = RatingServer(session, options.port)
    except OSError as error:
        raise EvaluationError(f"port {options.port} of 127.0.0.1: {error.strerror}") from error
    with server:
        print(f"{len(session.sheet.questions)} messages to rate at {server.url}", flush=True)
        print("Ctrl+C ends; every judgement is saved as it is made.", flush=True)
        if not options.no_browser:
            webbrowser.open(server.url)
        # A program that a script starts in the background inherits that Ctrl+C is ignored.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()
