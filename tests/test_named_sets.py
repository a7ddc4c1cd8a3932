"""Sets by name, JSON sets, and tags beside a table."""

from __future__ import annotations

import hashlib
import json
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

from evaluation import named_sets
from evaluation.__main__ import main
from evaluation.errors import BadTestSetError, EvaluationError
from evaluation.jsonl_set import read_controls, write_controls
from evaluation.named_sets import known_sets, open_set
from evaluation.testset import read_test_set
from models.engine import Controls, Formality, Gender, SentenceType, Tense


def test_the_daily_sets_come_with_the_program():
    for language in ("es", "en"):
        found = open_set(f"daily-{language}")
        assert (found.name, found.language, found.quotable) == (f"daily-{language}", language, True)
        assert found.checksum == hashlib.sha256(found.path.read_bytes()).hexdigest()
        assert sum("negation" in item.tags for item in found.items) > 20
        assert found.language_of(found.items[0]) == language


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_blind_set_is_the_one_that_nobody_tuned_by(language):
    found = open_set(f"blind-{language}")
    assert (len(found.items), found.language, found.quotable) == (100, language, True)
    assert found.checksum == known_sets()[f"blind-{language}"].sha256


def test_every_named_set_tells_its_origin_and_licence():
    entries = known_sets()
    assert {"daily-es", "arasaac-es-train", "arasaac-es-test"} <= set(entries)
    for entry in entries.values():
        assert entry.licence
        assert entry.origin
        assert entry.sha256 is None or len(entry.sha256) == 64
        assert entry.quotable == (entry.licence == "MIT")


def test_a_set_without_licence_is_read_from_the_place_that_is_given(shared):
    found = open_set(f"arasaac-es-train={shared}/data/aac_pairs/es_train.tsv")
    assert (found.name, len(found.items), found.quotable) == ("arasaac-es-train", 290, False)
    assert len(open_set(f"arasaac-en-train={shared}/data/aac_pairs/en_train.tsv").items) == 220


def test_another_file_under_that_name_is_refused(tmp_path):
    path = tmp_path / "set.tsv"
    path.write_text("pan\tPan.\n", "utf-8")
    with pytest.raises(BadTestSetError, match=r"set\.tsv: it is not arasaac-es-train, for its SHA"):
        open_set(f"arasaac-es-train={path}")


def test_a_set_that_nobody_has_given_is_asked_for():
    with pytest.raises(BadTestSetError, match="say where it is, arasaac-es-test=FILE"):
        open_set("arasaac-es-test")


def test_a_list_that_is_none_is_told(tmp_path):
    (tmp_path / "sets.toml").write_text("[a]\nlanguage = 1\nsize = 2\n", "utf-8")
    with pytest.raises(EvaluationError, match=r"sets\.toml: it is no list of test sets"):
        known_sets(tmp_path / "sets.toml")


@pytest.fixture
def listed(tmp_path, monkeypatch):
    """A list with one set behind a URL of 127.0.0.1, and an empty cache."""
    content = b"pan\tPan.\n"
    (tmp_path / "web").mkdir()
    (tmp_path / "web" / "far.tsv").write_bytes(content)
    handler = partial(SimpleHTTPRequestHandler, directory=tmp_path / "web")
    monkeypatch.setattr(SimpleHTTPRequestHandler, "log_message", lambda *_: None)
    monkeypatch.setattr(named_sets.platformdirs, "user_cache_path", lambda _: tmp_path / "cache")
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        url = f"http://127.0.0.1:{server.server_port}/far.tsv"
        checksum = hashlib.sha256(content).hexdigest()
        lines = ['[far]\nlanguage = "es"\nlicence = "MIT"\norigin = "here"\nquotable = true']
        lines += [f'url = "{url}"', f'sha256 = "{checksum}"']
        (tmp_path / "sets.toml").write_text("\n".join(lines) + "\n", "utf-8")
        yield tmp_path
        server.shutdown()
        thread.join()


def test_a_set_behind_a_url_is_fetched_once(listed):
    assert open_set("far", folder=listed).items[0].references == ("Pan.",)
    (listed / "web" / "far.tsv").unlink()
    assert open_set("far", folder=listed).items[0].keywords == ("pan",)


def test_what_is_not_the_set_any_more_is_not_kept(listed):
    (listed / "web" / "far.tsv").write_bytes(b"agua\tAgua.\n")
    with pytest.raises(BadTestSetError, match="what lies there is not far any more"):
        open_set("far", folder=listed)
    assert not (listed / "cache").exists()


def test_a_set_that_cannot_be_fetched_is_told(listed):
    (listed / "web" / "far.tsv").unlink()
    with pytest.raises(BadTestSetError, match=r"far cannot be fetched from http.*404"):
        open_set("far", folder=listed)


def test_the_command_lists_the_sets(capsys):
    assert main(["sets"]) == 0
    assert "daily-es: es, licence MIT; comes with the program" in capsys.readouterr().out
    assert main(["sets", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["daily-en"]["language"] == "en"


def jsonl(tmp_path, *records):
    path = tmp_path / "set.jsonl"
    lines = [r if isinstance(r, str) else json.dumps(r, ensure_ascii=False) for r in records]
    path.write_text("\ufeff" + "\n\n".join(lines) + "\n", "utf-8")
    return path


def test_a_json_set_carries_everything(tmp_path):
    one, two = read_test_set(
        jsonl(
            tmp_path,
            {
                "keywords": "yo, comer",
                "references": ["Comí.", "He comido."],
                "language": "es",
                "controls": {"tense": "past", "type": "statement", "negative": False},
                "tags": ["tense"],
            },
            {"keywords": ["we", "go"], "reference": "We go.", "language": "en"},
        )
    )
    assert one.keywords == ("yo", "comer")
    assert one.references == ("Comí.", "He comido.")
    assert one.controls == Controls(Tense.PAST, SentenceType.STATEMENT)
    assert (one.language, one.tags, one.line) == ("es", frozenset({"tense"}), 1)
    assert (two.keywords, two.references, two.language, two.line) == (
        ("we", "go"),
        ("We go.",),
        "en",
        3,
    )


GOOD = {"keywords": "pan", "reference": "Pan."}


@pytest.mark.parametrize(
    ("record", "complaint"),
    [
        ("{pan", "it is no JSON"),
        ("[]", "it is no JSON object"),
        ({"reference": "Pan."}, "no keywords"),
        ({"keywords": "pan"}, "no references"),
        ({"keywords": "pan,,agua", "reference": "Pan."}, "an empty keyword"),
        ({"keywords": [], "reference": "Pan."}, "an empty keyword"),
        ({"keywords": 1, "reference": "Pan."}, "the keywords are no list of texts"),
        ({"keywords": "pan", "references": ["Pan.", ""]}, "an empty reference"),
        ({"keywords": "pan", "references": []}, "an empty reference"),
        (GOOD | {"language": "fr"}, "'fr' is none of es, en"),
        (GOOD | {"controls": {"mood": "good"}}, "there is no control mood='good'"),
        (GOOD | {"controls": {"tense": "never"}}, "'never' is no value for tense"),
        (GOOD | {"controls": []}, None),
        (GOOD | {"controls": "past"}, "the controls are no JSON object"),
        (GOOD | {"tags": "tense"}, "the tags are no list of texts"),
    ],
)
def test_a_bad_json_line_is_told(tmp_path, record, complaint):
    path = jsonl(tmp_path, GOOD, record)
    if complaint is None:
        assert len(read_test_set(path)) == 2
        return
    with pytest.raises(BadTestSetError) as caught:
        read_test_set(path)
    assert str(caught.value).startswith(f"{path}, line 3: {complaint}")


def test_controls_are_written_as_they_are_read():
    controls = Controls(Tense.FUTURE, None, True, Gender.FEMININE, None, Formality.POLITE)
    record = write_controls(controls)
    assert record == {
        "tense": "future",
        "speaker": "feminine",
        "formality": "polite",
        "negative": True,
    }
    assert read_controls(record, "here") == controls
    assert write_controls(Controls()) == {}


def test_controls_reach_the_engine(tmp_path, capsys):
    path = jsonl(tmp_path, {**GOOD, "keywords": "yo, comer", "language": "es",
                            "controls": {"tense": "past"}})  # fmt: skip
    output = tmp_path / "run.jsonl"
    call = ["predict", "--set", str(path), "--engine", "rules", "--output", str(output)]
    assert main([*call, "--quiet"]) == 0
    assert '"hypothesis": "Comí."' in output.read_text("utf-8")


def test_tags_must_fit_their_table(tmp_path):
    (tmp_path / "set.tsv").write_text("pan\tPan.\nagua\tAgua.\n", "utf-8")
    tags = tmp_path / "set.tags.tsv"
    tags.write_text("1\tsingle\n2\tnone\n", "utf-8")
    assert [item.tags for item in read_test_set(tmp_path / "set.tsv")] == [{"single"}, set()]
    tags.write_text("1\tsingle\n", "utf-8")
    with pytest.raises(BadTestSetError, match=r"tags\.tsv, line 2: 1 lines of tags for 2 items"):
        read_test_set(tmp_path / "set.tsv")
