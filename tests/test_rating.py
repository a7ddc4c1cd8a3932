"""People as judges: what is asked, what is kept, who may ask, and what comes out."""

from __future__ import annotations

import http.client
import json
import signal
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from evaluation.__main__ import main
from evaluation.errors import EvaluationError
from evaluation.rating.judgement import LEVELS, SCALES, BadJudgementError
from evaluation.rating.pictures import Pictures
from evaluation.rating.results import ResultFile, read_results
from evaluation.rating.server import RatingServer
from evaluation.rating.session import Session
from evaluation.rating.sheet import read_sheet
from evaluation.rating.summary import markdown, summary
from tests.rating_runs import session, write_runs

_DATA = Path(__file__).parent.parent / "evaluation" / "data"
_ME = {"rater": "Ana", "level": "professional"}


def _marks(mark: int) -> dict[str, int]:
    return dict.fromkeys(SCALES, mark)


def _judge(asked: Session, who: dict[str, str], best: set[str], mark: int = 4) -> None:
    """Judge the next message, picking what these systems said."""
    item = asked.next_question(who)["question"]["item"]
    question = next(q for q in asked.sheet.questions if q.item == item)
    shown = asked.sheet.order(question, who["rater"], asked.seed)
    places = [at for at, option in enumerate(shown) if best & set(option.systems)]
    scores = [_marks(mark if at in places else 1) for at in range(len(shown))]
    asked.judge({**who, "item": item, "best": places, "scores": scores, "comment": " fine\x07 "})


def test_a_question_names_no_system_and_its_order_is_the_raters_own(tmp_path: Path) -> None:
    asked = session(tmp_path)
    question = asked.next_question(_ME)["question"]
    assert not {"rules", "telegraphic", "polite"} & set(json.dumps(question).split('"'))
    assert asked.next_question(_ME)["question"] == question
    raters = [f"rater {number}" for number in range(30)]
    orders = {
        tuple(asked.next_question({**_ME, "rater": name})["question"]["sentences"])
        for name in raters
    }
    assert len(orders) == 6


def test_where_all_say_the_same_nothing_is_asked(tmp_path: Path) -> None:
    sheet = read_sheet(write_runs(tmp_path), 20, 0)
    assert ("hola",) not in {question.keywords for question in sheet.questions}
    assert len(sheet.questions) == 3
    assert all(question.picks == 2 for question in sheet.questions)


def test_systems_that_say_the_same_share_a_sentence_and_one_of_two_is_picked(
    tmp_path: Path,
) -> None:
    runs = write_runs(tmp_path)
    twin = tmp_path / "twin.jsonl"
    twin.write_text(runs[0].read_text("utf-8").replace('"rules"', '"twin"', 1), encoding="utf-8")
    sheet = read_sheet([runs[0], twin, runs[1]], 20, 0)
    assert {option.systems for q in sheet.questions for option in q.options} == {
        ("rules", "twin"),
        ("telegraphic",),
    }
    assert all(question.picks == 1 for question in sheet.questions)


def test_a_judgement_is_kept_whole_and_the_rater_goes_on_where_they_stopped(
    tmp_path: Path,
) -> None:
    asked = session(tmp_path)
    _judge(asked, _ME, {"rules", "polite"})
    (kept,) = read_results(tmp_path / "ratings.jsonl")
    assert (kept.rater, kept.level, kept.comment) == ("Ana", "professional", "fine")
    assert {r.systems[0]: r.is_best for r in kept.rated} == {
        "rules": True,
        "polite": True,
        "telegraphic": False,
    }
    again = Session(asked.sheet, ResultFile(tmp_path / "ratings.jsonl"), asked.pictures)
    told = again.next_question(_ME)
    assert (told["done"], told["total"]) == (1, 3)
    assert told["question"]["item"] != kept.item
    for _left in range(2):
        _judge(again, _ME, {"rules", "polite"})
    assert again.next_question(_ME)["question"] is None


def test_half_a_line_of_a_killed_run_costs_nothing(tmp_path: Path) -> None:
    asked = session(tmp_path)
    _judge(asked, _ME, {"rules", "polite"})
    path = tmp_path / "ratings.jsonl"
    whole = path.read_bytes()
    path.write_bytes(whole + b'{"time": "2026-')
    assert len(read_results(path)) == 1
    again = Session(asked.sheet, ResultFile(path), asked.pictures)
    _judge(again, _ME, {"rules", "polite"})
    assert len(read_results(path)) == 2
    path.write_bytes(whole + b"{}\n")
    with pytest.raises(EvaluationError, match=r"ratings\.jsonl, line 2: this is no judgement"):
        read_results(path)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"best": [0]}, "2 must be picked, 1 are"),
        ({"best": [0, 0]}, "2 must be picked, 1 are"),
        ({"best": [0, 9]}, "the best sentences are missing"),
        ({"best": "ab"}, "the best sentences are missing"),
        ({"scores": []}, "the scores are missing"),
        ({"scores": [{}, {}, {}]}, "a scale has no score"),
        ({"scores": [_marks(6)] * 3}, "none of 1 to 5"),
        ({"scores": [dict.fromkeys(SCALES, True)] * 3}, "none of 1 to 5"),
        ({"item": 99}, "there is no such message"),
        ({"rater": " "}, "the rater has no name"),
        ({"rater": None}, "a text is missing"),
        ({"level": "expert"}, "the rater's experience is missing"),
        ({"comment": 3}, "a text is missing"),
    ],
    ids=str,
)
def test_what_is_no_judgement_is_not_written(
    tmp_path: Path, change: dict[str, Any], told: str
) -> None:
    asked = session(tmp_path)
    item = asked.next_question(_ME)["question"]["item"]
    said = {**_ME, "item": item, "best": [0, 1], "scores": [_marks(3)] * 3} | change
    with pytest.raises(BadJudgementError, match=told):
        asked.judge(said)
    assert (tmp_path / "ratings.jsonl").read_bytes() == b""


def test_only_the_picked_are_scored_where_that_was_asked(tmp_path: Path) -> None:
    asked = session(tmp_path, scores_all=False)
    item = asked.next_question(_ME)["question"]["item"]
    asked.judge({**_ME, "item": item, "best": [0, 2], "scores": [_marks(5), None, _marks(4)]})
    (kept,) = read_results(tmp_path / "ratings.jsonl")
    assert [rated.scores is None for rated in kept.rated] == [False, True, False]


@contextmanager
def _serving(asked: Session) -> Iterator[RatingServer]:
    with RatingServer(asked) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def _asked(
    server: RatingServer, method: str, path: str, body: object = None, **headers: str
) -> tuple[int, bytes, dict[str, str]]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    sent = None if body is None else json.dumps(body)
    connection.request(method, path, sent, headers)
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer.status, content, dict(answer.getheaders())


def test_only_this_computer_under_the_tokens_address_is_answered(tmp_path: Path) -> None:
    with _serving(session(tmp_path)) as server:
        own = f"http://127.0.0.1:{server.server_port}"
        page = f"/{server.token}/"
        status, html, headers = _asked(server, "GET", page)
        assert status == 200
        assert b"<main>" in html
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert _asked(server, "GET", "/")[0] == 403
        assert _asked(server, "GET", "/wrong-token/")[0] == 403
        assert _asked(server, "GET", page, Host="evil.example")[0] == 403
        assert _asked(server, "GET", page + "../../../pyproject.toml")[0] == 404
        assert _asked(server, "GET", page + "picture/7")[0] == 404
        assert _asked(server, "POST", page + "next", _ME)[0] == 403
        assert _asked(server, "POST", page + "next", _ME, Origin="https://evil.example")[0] == 403
        assert _asked(server, "POST", page + "next", [1], Origin=own)[0] == 400
        assert _asked(server, "POST", page + "next", "x" * 70_000, Origin=own)[0] == 400
        assert _asked(server, "POST", page + "away", _ME, Origin=own)[0] == 404
        status, told, _headers = _asked(server, "POST", page + "next", _ME, Origin=own)
        assert status == 200
        assert json.loads(told)["total"] == 3
        status, told, _headers = _asked(server, "POST", page + "judge", _ME, Origin=own)
        assert (status, json.loads(told)) == (409, {"error": "there is no such message"})
        assert server.server_address[0] == "127.0.0.1"


def test_a_page_loads_nothing_from_elsewhere() -> None:
    for name in ("rate.html", "rate.js", "rate.css"):
        text = (_DATA / name).read_text("utf-8")
        assert "http:" not in text
        assert "https:" not in text
        assert "//cdn" not in text


def test_both_languages_say_everything_the_page_asks_for() -> None:
    texts = json.loads((_DATA / "rate_texts.json").read_text("utf-8"))
    assert set(texts["es"]) == set(texts["en"])
    needed = {f"level_{level}" for level in LEVELS}
    needed |= set(SCALES) | {f"{scale}_means" for scale in SCALES}
    needed |= {f"{key}_{picks}" for key in ("task", "no_best") for picks in (1, 2)}
    html = (_DATA / "rate.html").read_text("utf-8")
    needed |= {part.partition('"')[0] for part in html.split('data-text="')[1:]}
    assert needed <= set(texts["en"])


def test_pictures_are_found_by_word_and_by_table(tmp_path: Path) -> None:
    (tmp_path / "Agua.png").write_bytes(b"water")
    (tmp_path / "7.png").write_bytes(b"seven")
    (tmp_path / "pictures.tsv").write_text("baño\t7.png\n", encoding="utf-8")
    (tmp_path / "credit.txt").write_text("Whose they are", encoding="utf-8")
    found = Pictures(tmp_path, ["agua", "baño", "agua", "ir"])
    assert found.read(found.number("agua") or 0) == ("image/png", b"water")
    assert found.read(found.number("baño") or 0) == ("image/png", b"seven")
    assert found.number("ir") is None
    assert found.credit == "Whose they are"
    assert found.read(2) is None
    with pytest.raises(EvaluationError, match="no such folder"):
        Pictures(tmp_path / "none", [])
    (tmp_path / "pictures.tsv").write_text("baño\t../secret.txt\n", encoding="utf-8")
    with pytest.raises(EvaluationError, match=r"pictures\.tsv, line 1"):
        Pictures(tmp_path, [])


def test_a_summary_tells_means_picks_levels_and_agreement(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("krippendorff")
    asked = session(tmp_path)
    for rater, level in (("Ana", "professional"), ("Bo", "none")):
        who = {"rater": rater, "level": level}
        for _message in range(3):
            _judge(asked, who, {"rules", "polite"})
    found = summary(read_results(tmp_path / "ratings.jsonl"))
    assert found["systems"]["rules"] == {
        "shown": 6, "picked": 100.0, "scored": 6, "means": dict.fromkeys(SCALES, 4),
    }  # fmt: skip
    assert found["systems"]["telegraphic"]["picked"] == 0
    assert found["raters"] == {"professional": 1, "none": 1}
    assert found["alpha"] == dict.fromkeys((*SCALES, "best"), 1.0)
    assert found["by_level"]["none"]["polite"]["shown"] == 3
    capsys.readouterr()
    assert main(["rate", "--summary", "--results", str(tmp_path / "ratings.jsonl")]) == 0
    told = capsys.readouterr().out
    assert "| rules | 6 | 100 | 4.00 | 4.00 | 4.00 | 4.00 | 4.00 |" in told
    assert "faithfulness 1.00" in told
    assert "Raters with experience: professional" in told


def test_alpha_is_that_of_the_published_example(tmp_path: Path) -> None:
    """Three coders, fifteen units, missing marks: nominal alpha 0.691, as in many textbooks."""
    pytest.importorskip("krippendorff")
    from evaluation.rating.agreement import _alpha

    rows = {
        "A": "*    *    *    *    *    3    4    1    2    1    1    3    3    *    3",
        "B": "1    *    2    1    3    3    4    3    *    *    *    *    *    *    *",
        "C": "*    *    2    1    3    4    4    *    2    1    1    3    3    *    4",
    }
    table = {
        name: {("set", at, "x"): float(mark) for at, mark in enumerate(row.split()) if mark != "*"}
        for name, row in rows.items()
    }
    assert _alpha(table, "nominal") == pytest.approx(0.691, abs=0.001)
    assert _alpha({"A": {("s", 1, "x"): 3.0}, "B": {("s", 1, "x"): 3.0}}, "ordinal") is None
    assert _alpha({"A": {("s", 1, "x"): 3.0}, "B": {("s", 2, "x"): 1.0}}, "ordinal") is None


def test_one_rater_alone_gives_no_agreement(tmp_path: Path) -> None:
    pytest.importorskip("krippendorff")
    asked = session(tmp_path)
    _judge(asked, _ME, {"rules", "polite"})
    found = summary(read_results(tmp_path / "ratings.jsonl"))
    assert set(found["alpha"].values()) == {None}
    assert "overall -" in markdown(found)


def test_files_that_do_not_belong_together_are_told_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    runs = write_runs(tmp_path)
    cut = tmp_path / "cut.jsonl"
    cut.write_text("".join(runs[1].read_text("utf-8").splitlines(True)[:-1]), encoding="utf-8")
    results = ["--results", str(tmp_path / "r.jsonl"), "--no-browser"]
    for files, told in (
        ([runs[0]], "two systems at least"),
        ([runs[0], runs[0]], "another system is called 'rules' too"),
        ([runs[0], cut], "3 of 4 messages are there"),
        ([runs[0], tmp_path / "none.jsonl"], "none.jsonl: cannot be read"),
    ):
        capsys.readouterr()
        assert main(["rate", *map(str, files), *results]) == 1
        error = capsys.readouterr().err
        assert told in error
        assert error.count("\n") == 1
    (tmp_path / "r.jsonl").write_text("", encoding="utf-8")
    assert main(["rate", "--summary", "--results", str(tmp_path / "r.jsonl")]) == 1
    assert "no judgement is in it yet" in capsys.readouterr().err


def test_the_command_serves_until_it_is_interrupted_and_sums_up(tmp_path: Path) -> None:
    runs = [str(path) for path in write_runs(tmp_path)]
    results = tmp_path / "ratings.jsonl"
    command = [sys.executable, "-u", "-m", "evaluation", "rate", *runs, "--no-browser"]
    command += ["--results", str(results)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        first = program.stdout.readline()
        address = first.split()[-1]
        assert first.startswith("3 messages to rate at http://127.0.0.1:")
        own = address.rpartition("/")[0].rpartition("/")[0]
        question = _posted(own, address + "next", _ME)["question"]
        said = {"item": question["item"], "best": [0, 1], "scores": [_marks(3)] * 3}
        assert _posted(own, address + "judge", {**_ME, **said})["done"] == 1
        program.send_signal(signal.SIGINT)
        rest = program.stdout.read()
    assert program.returncode == 0
    assert "1 judgements on 1 messages by raters of this experience: 1 professional." in rest
    assert len(read_results(results)) == 1


def _posted(origin: str, url: str, said: object) -> dict[str, Any]:
    request = urllib.request.Request(url, json.dumps(said).encode(), {"Origin": origin})
    with urllib.request.urlopen(request, timeout=20) as answer:
        found: dict[str, Any] = json.load(answer)
    return found


def test_a_port_that_is_taken_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    runs = [str(path) for path in write_runs(tmp_path)]
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        options = ["--results", str(tmp_path / "r.jsonl"), "--no-browser", "--port", port]
        assert main(["rate", *runs, *options]) == 1
    assert f"port {port} of 127.0.0.1: Address already in use" in capsys.readouterr().err
