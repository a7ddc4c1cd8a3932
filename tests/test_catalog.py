"""Which models there are, which one this computer can run, and how they get here."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from aac_app import settings as settings_file
from aac_app.__main__ import main
from aac_app.engine_choice import build_engine
from aac_app.model_library import ModelLibrary
from aac_app.profiles import Profile
from aac_app.settings import Settings
from models import catalog, hub
from models.catalog import KnownModel, Machine, choose, expected_speed
from models.checksums import note_of, require_whole, sha256_of, write_note
from models.engine import SentenceRequest
from models.errors import CatalogError, EngineUnavailableError
from models.machine import Measured, free_memory_mb, measured, remember, this_machine
from tests.hub_server import HubServer, serving_hub
from tests.tiny_gguf import write_parrot

_BIG = b"GGUF" + bytes(range(256)) * 50_000
"""12.8 MB: more than one piece of a transfer, which has 10."""


def _model(name: str, size: int = 80, quality: int = 1, memory: int = 150) -> KnownModel:
    return KnownModel(
        name, f"{name}.gguf", size * 10**6, "0" * 64, "MIT", ("es", "en"), memory, quality
    )


_SMALL, _MIDDLE, _LARGE = (
    _model("small", 30, 1, 100),
    _model("middle", 80, 2),
    _model("large", 250, 3, 400),
)
_ALL = (_SMALL, _MIDDLE, _LARGE)


@pytest.mark.parametrize(
    ("machine", "name"),
    [
        (Machine(4000, 4), "large"),
        (Machine(4000, 8), "large"),
        (Machine(None, 4), "large"),
        (Machine(700, 4), "middle"),
        (Machine(250, 4), "small"),
        (Machine(100, 4), None),
        (Machine(4000, 4, {"large": 12.0}), "middle"),
        (Machine(4000, 4, {"large": 12.0, "middle": 24.9}), "small"),
        (Machine(4000, 4, {"large": 1.0, "middle": 1.0, "small": 1.0}), None),
        (Machine(4000, 1, {"large": 25.0}), "large"),
        (Machine(4000, 1), "middle"),
    ],
)
def test_the_best_that_runs_at_speed(machine: Machine, name: str | None) -> None:
    chosen = choose(_ALL, machine)
    assert (chosen.name if chosen else None) == name
    assert choose(_ALL[::-1], machine) == chosen


def test_a_model_that_was_not_adapted_is_never_picked_by_itself() -> None:
    assert choose([_model("base", quality=0)], Machine(None, 8)) is None
    assert choose([_model("a", 90), _model("b", 80)], Machine(None, 8)).name == "b"


def test_what_was_measured_counts_more_than_what_is_expected() -> None:
    assert expected_speed(_LARGE, Machine(None, 1, {"large": 3.0})) == 3.0
    assert expected_speed(_SMALL, Machine(None, 1)) > expected_speed(_LARGE, Machine(None, 1))
    assert expected_speed(_SMALL, Machine(None, 2)) == 2 * expected_speed(_SMALL, Machine(None, 1))


def test_the_known_models_are_whole() -> None:
    for model in catalog.known_models():
        assert len(model.sha256) == 64
        assert model.repository.count("/") == 1
        assert model.licence
        assert model.size > 10**6


def test_a_catalogue_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "models.toml"
    assert catalog.known_models(path) == ()
    for text in ("[[model]", "model = 1", '[[model]]\nname = "x"', "\x00"):
        path.write_text(text, "utf-8")
        with pytest.raises(CatalogError, match="is no catalogue of models"):
            catalog.known_models(path)


def test_free_memory_as_linux_tells_it(tmp_path: Path) -> None:
    (tmp_path / "meminfo").write_text("MemTotal: 9 kB\nMemAvailable:    2000000 kB\n")
    assert free_memory_mb(tmp_path / "meminfo") == pytest.approx(2048)
    (tmp_path / "meminfo").write_text("nothing")
    assert free_memory_mb(tmp_path / "meminfo") is None
    assert free_memory_mb(tmp_path / "none") is None


def test_what_was_measured_is_remembered(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    assert measured(folder) == {}
    remember(folder, "a", Measured(12.5, 2))
    remember(folder, "b", Measured(5.0, 1))
    assert measured(folder) == {"a": Measured(12.5, 2), "b": Measured(5.0, 1)}
    assert this_machine(folder).speeds == {"a": 12.5, "b": 5.0}
    for text in ("[]", "{", '{"a": 1}', '{"a": {"speed": "x", "threads": 1}}'):
        (folder / "measured.json").write_text(text)
        assert measured(folder) == {}


# Checksums ------------------------------------------------------------------------------


def test_a_damaged_model_is_refused_before_llama_cpp_sees_it(tmp_path: Path) -> None:
    path, seen = tmp_path / "m.gguf", tmp_path / "cache" / "whole.json"
    path.write_bytes(b"GGUF good")
    require_whole(path, seen)  # nothing is known of it
    write_note(path, sha256_of(path))
    require_whole(path, seen)
    assert json.loads(seen.read_text()).keys() == {str(path)}
    path.write_bytes(b"GGUF evil")
    with pytest.raises(EngineUnavailableError, match="the file is damaged"):
        require_whole(path, seen)
    with pytest.raises(EngineUnavailableError, match="the file is damaged"):
        require_whole(path)
    note_of(path).unlink()
    require_whole(path, expected=sha256_of(path))
    with pytest.raises(EngineUnavailableError, match="the file is damaged"):
        require_whole(path, expected="0" * 64)
    require_whole(tmp_path / "none.gguf", expected="0" * 64)  # llama.cpp's loader says it better


def test_a_model_that_was_found_good_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, seen = tmp_path / "m.gguf", tmp_path / "whole.json"
    path.write_bytes(b"GGUF good")
    write_note(path, sha256_of(path))
    require_whole(path, seen)
    monkeypatch.setattr("models.checksums.sha256_of", lambda _: pytest.fail("it was read"))
    require_whole(path, seen)


# From the hub ---------------------------------------------------------------------------


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[HubServer]:
    pytest.importorskip("huggingface_hub", reason="huggingface_hub is not installed")
    with serving_hub() as server:
        monkeypatch.setenv("HF_ENDPOINT", server.address)
        monkeypatch.setattr("time.sleep", lambda _: None)  # the library waits before it tries again
        yield server


def _offered(server: HubServer, data: bytes = _BIG) -> KnownModel:
    server.files["owner/repository", "model.gguf"] = data
    checksum = hashlib.sha256(data).hexdigest()
    return replace(_model("model"), size=len(data), sha256=checksum, repository="owner/repository")


def test_a_model_is_fetched_checked_and_remembered(server: HubServer, tmp_path: Path) -> None:
    model = _offered(server)
    path = hub.fetch(model, tmp_path)
    assert path.read_bytes() == _BIG
    assert catalog.fetched_models(tmp_path) == {model: path}
    assert note_of(path).read_text() == f"{model.sha256}  model.gguf\n"
    assert not any("Authorization" in headers for headers in server.headers_seen)
    asked = len(server.asked)
    assert hub.fetch(model, tmp_path) == path
    assert len(server.asked) == asked


def test_a_transfer_that_was_cut_short_goes_on(server: HubServer, tmp_path: Path) -> None:
    model = _offered(server)
    server.cuts = [11_000_000, *[0] * 12]
    with pytest.raises(CatalogError, match=r"^model: it was cut short; the same command goes on"):
        hub.fetch(model, tmp_path)
    assert not (tmp_path / "model.gguf").exists()
    server.cuts.clear()
    server.asked.clear()
    assert hub.fetch(model, tmp_path).read_bytes() == _BIG
    ranges = [wanted for method, _, wanted in server.asked if method == "GET"]
    assert ranges[0] is not None
    assert int(ranges[0].removeprefix("bytes=").rstrip("-")) >= 10_000_000


def test_a_short_interruption_is_not_even_noticed(server: HubServer, tmp_path: Path) -> None:
    model = _offered(server)
    server.cuts = [11_000_000]
    assert hub.fetch(model, tmp_path).read_bytes() == _BIG


def test_another_file_under_the_same_name_is_refused_and_deleted(
    server: HubServer, tmp_path: Path
) -> None:
    model = replace(_offered(server), sha256="1" * 64)
    with pytest.raises(CatalogError, match="the file that came is another one"):
        hub.fetch(model, tmp_path)
    assert not (tmp_path / "model.gguf").exists()
    assert catalog.fetched_models(tmp_path) == {}


def test_too_little_disk_is_said_before_anything_is_fetched(
    server: HubServer, tmp_path: Path
) -> None:
    model = replace(_offered(server), size=10**16)
    with pytest.raises(CatalogError, match=r"it needs \d+ MB on the disk and \d+ are free"):
        hub.fetch(model, tmp_path)
    assert server.asked == []


def test_what_the_hub_does_not_have(server: HubServer, tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match="the hub has no such file"):
        hub.fetch(replace(_offered(server), file="other.gguf"), tmp_path)
    server.refuses = 503
    with pytest.raises(CatalogError, match="model: the hub"):
        hub.fetch(_offered(server), tmp_path)


def test_a_hub_that_is_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("huggingface_hub", reason="huggingface_hub is not installed")
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    monkeypatch.setattr("time.sleep", lambda _: None)
    model = replace(_model("model", 1), repository="owner/repository")
    with pytest.raises(CatalogError, match="the hub cannot be reached"):
        hub.fetch(model, tmp_path)


def test_a_model_that_no_catalogue_knows(server: HubServer, tmp_path: Path) -> None:
    offered = _offered(server)
    model = hub.described("owner/repository/model.gguf")
    assert (model.sha256, model.size, model.quality) == (offered.sha256, offered.size, 0)
    assert hub.fetch(model, tmp_path).read_bytes() == _BIG
    for name in ("unknown", "owner/repository", "owner/repository/model.bin"):
        with pytest.raises(CatalogError, match="no model is called so"):
            hub.described(name)


# The commands ----------------------------------------------------------------------------


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile(tmp_path / "profile")


def _run(profile: Profile, *arguments: str) -> int:
    return main(["--profile", str(profile.folder), "models", *arguments])


@pytest.fixture
def parrot(server: HubServer, tmp_path: Path) -> str:
    """A real model on the hub."""
    pytest.importorskip("llama_cpp", reason="llama-cpp-python is not installed")
    path = write_parrot(tmp_path / "parrot.gguf", (" Quiero", " agua", "."))
    server.files["owner/repository", "parrot.gguf"] = path.read_bytes()
    return "owner/repository/parrot.gguf"


def test_fetch_use_measure_and_remove(
    profile: Profile, parrot: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = profile.models / "parrot.gguf"
    assert _run(profile, "fetch", parrot) == 0
    assert capsys.readouterr().out == f"{path}\n"
    assert _run(profile, "use", "parrot") == 0
    assert settings_file.load(profile.settings)[0].model == str(path)
    engine, problem = build_engine(profile, settings_file.load(profile.settings)[0])
    assert problem is None
    assert engine.realise(SentenceRequest(1, ("querer", "agua"))).engine == "gguf"
    engine.close()
    assert _run(profile, "measure", "parrot") == 0
    assert measured(profile.models)["parrot"].speed > 0
    capsys.readouterr()
    assert _run(profile, "list") == 0
    line = next(row for row in capsys.readouterr().out.splitlines() if "parrot" in row)
    assert line.startswith("* parrot")
    assert "here" in line
    assert _run(profile, "remove", "parrot") == 0
    assert not path.exists()
    assert settings_file.load(profile.settings)[0].model == ""
    assert _run(profile, "use", "parrot") == 1
    assert "no model is called 'parrot'" in capsys.readouterr().err


def test_the_list_names_size_licence_and_where(
    profile: Profile, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(profile, "list") == 0
    line = next(row for row in capsys.readouterr().out.splitlines() if "gemma-3-270m" in row)
    assert "253" in line
    assert "on the hub" in line
    assert "Gemma Terms of Use" in line


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("use", "gemma-3-270m"), "it is not on this computer; `aac-app models fetch"),
        (("use", "nothing"), "no model is called 'nothing'"),
        (("remove", "gemma-3-270m"), "it is not on this computer"),
        (("fetch", "nothing"), "no model is called so"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    profile: Profile, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], reason: str
) -> None:
    assert _run(profile, *arguments) == 1
    told = capsys.readouterr().err
    assert told.startswith("aac-app: ")
    assert reason in told
    assert told.count("\n") == 1


def test_the_models_serve_everybody_on_the_computer(tmp_path: Path) -> None:
    first, second = Profile(tmp_path), Profile(tmp_path / "people" / "2-ana")
    assert first.models == second.models == tmp_path / "models"


def test_a_damaged_fetched_model_is_told_and_the_rules_speak(profile: Profile, parrot: str) -> None:
    assert _run(profile, "fetch", parrot) == 0
    path = profile.models / "parrot.gguf"
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)
    engine, problem = build_engine(profile, Settings(model=str(path)))
    assert "the file is damaged" in str(problem)
    assert engine.realise(SentenceRequest(1, ("querer", "agua"))).engine == "rules"


def test_the_program_picks_the_best_of_what_is_here(tmp_path: Path) -> None:
    library = ModelLibrary(tmp_path)
    # Both are better than the model that ships, which is here as well.
    for model in (replace(_SMALL, sha256="0" * 64, quality=8), replace(_LARGE, quality=9)):
        (tmp_path / model.file).write_bytes(b"GGUF")
        catalog.record(model, tmp_path)
    remember(tmp_path, "small", Measured(100, 1))
    remember(tmp_path, "large", Measured(90, 1))
    assert library.used("") == tmp_path / "large.gguf"
    remember(tmp_path, "large", Measured(9, 3))
    assert library.used("") == tmp_path / "small.gguf"
    assert library.used("/chosen.gguf") == Path("/chosen.gguf")
    assert library.threads_for(tmp_path / "large.gguf") == 3
    assert library.threads_for(Path("/chosen.gguf")) is None
