"""A whole profile in one file: exported, looked at, imported; whole or not at all."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from types import MappingProxyType

import pytest

from aac_app import settings as settings_file
from aac_app.board_store import BoardStore
from aac_app.history import History
from aac_app.people import Card, People, read_card
from aac_app.profile_file import FIELD, ProfileFileError, opened_profile, write_profile
from aac_app.profile_import import finish_import, import_changes, import_profile
from aac_app.profiles import Profile
from aac_app.settings import Settings, ThemeName
from models.engine import SentenceRequest
from pictograms.board import Image
from pictograms.media import media_bytes
from pictograms.obz import read_set
from tests.few_boards import few_boards

PNG = b"\x89PNG\r\n\x1a\n a picture"
MINE = Settings(
    speaking_language="es", theme=ThemeName.DARK, text_scale=1.4, model="/secret/m.gguf"
)


def with_photo(store, language):
    """The starting boards with one more word, that has an own picture."""
    boards = few_boards(language)
    first = boards.first
    identity = next(iter(first.buttons))
    button = replace(first.buttons[identity], label="Toby", image_id="toby")
    image = Image("toby", path=store.add_image(PNG))
    first = replace(
        first,
        buttons=MappingProxyType({**first.buttons, identity: button}),
        images=MappingProxyType({**first.images, "toby": image}),
    )
    return replace(boards, boards=MappingProxyType({**boards.boards, first.id: first}))


@pytest.fixture
def ana(tmp_path):
    """A profile with everything in it."""
    people = People(Profile(tmp_path / "ana"))
    [person] = people.present()
    people.set_picture(people.change(person, Card("Ana")), PNG)
    profile = person.profile
    settings_file.save(MINE, profile.settings)
    store = BoardStore(profile)
    for language in ("es", "en"):
        store.write(language, with_photo(store, language))
    history = History(profile.history)
    history.add(SentenceRequest(1, ("querer", "agua"), "es"), "Quiero agua.")
    history.close()
    profile.adapter.mkdir()
    (profile.adapter / "weights.bin").write_bytes(b"learnt")
    return profile


@pytest.fixture
def other(tmp_path):
    return Profile(tmp_path / "other")


def carried(source, target, file, **options):
    write_profile(source, file, **options)
    with opened_profile(file) as content:
        changes = import_changes(target, content)
        import_profile(target, content)
    return changes


def sayings(profile):
    history = History(profile.history)
    try:
        return [saying.sentence for saying in history.sayings()]
    finally:
        history.close()


def test_a_profile_arrives_as_it_was(ana, other, tmp_path):
    carried(ana, other, tmp_path / "ana.obz")
    settings, problems = settings_file.load(other.settings)
    assert settings == replace(MINE, model="")
    assert problems == ()
    assert read_card(other) == (read_card(ana)[0], "")
    for language in ("es", "en"):
        here, there = (BoardStore(profile).read(language) for profile in (other, ana))
        assert dict(here.boards) == dict(there.boards)
        assert (here.urgent, here.sizes, dict(here.extra)) == (there.urgent, there.sizes, {})
        assert media_bytes(here.first.images["toby"], here.source) == PNG


def test_what_was_said_stays_at_home_unless_the_person_asks(ana, other, tmp_path):
    file = tmp_path / "ana.obz"
    carried(ana, other, file)
    with zipfile.ZipFile(file) as archive:
        assert not [name for name in archive.namelist() if "history" in name or "adapter" in name]
        assert all(b"of-mine" not in archive.read(name) for name in archive.namelist())
    assert not other.history.exists()
    assert not other.adapter.exists()
    changes = carried(ana, other, file, with_history=True)
    assert (changes.history, changes.adapter, bool(changes.boards)) == (True, True, False)
    assert sayings(other) == ["Quiero agua."]
    assert (other.adapter / "weights.bin").read_bytes() == b"learnt"


def test_a_file_makes_no_computer_ask_a_server(ana, other, tmp_path):
    """Neither addresses nor keys travel, and one that somebody wrote into the file is not taken."""
    mine = replace(MINE, server=True, server_address="192.168.1.9", server_key="of-mine")
    settings_file.save(mine, ana.settings)
    write_profile(ana, tmp_path / "ana.obz")
    with zipfile.ZipFile(tmp_path / "ana.obz") as archive:
        assert b"of-mine" not in archive.read("manifest.json")

    def bad(manifest):
        manifest[FIELD]["settings"] |= {"server": True, "server_address": "evil.example"}

    edited(tmp_path / "ana.obz", bad)
    settings_file.save(Settings(server_address="10.0.0.1"), other.settings)
    with opened_profile(tmp_path / "ana.obz") as content:
        import_profile(other, content)
    settings, _ = settings_file.load(other.settings)
    assert (settings.server, settings.server_address) == (False, "10.0.0.1")
    assert settings.theme is ThemeName.DARK


def test_other_programs_find_an_ordinary_package(ana, tmp_path):
    write_profile(ana, tmp_path / "ana.obz")
    with zipfile.ZipFile(tmp_path / "ana.obz") as archive:
        manifest = json.loads(archive.read("manifest.json"))
        names = set(archive.namelist())
        assert manifest["format"] == "open-board-0.1"
        assert manifest["root"] in names
        listed = {path for paths in manifest["paths"].values() for path in paths.values()}
        assert listed <= names
        assert all(key.startswith("ext_") for key in manifest.keys() - {"format", "root", "paths"})
        images = json.loads(archive.read(manifest["root"]))["images"]
        assert {image["path"] for image in images if "path" in image} <= names
    boards = read_set(tmp_path / "ana.obz")
    assert len(boards.boards) == len(few_boards().boards)
    assert boards.problems == ()


def test_a_person_with_the_starting_boards_keeps_getting_them(other, tmp_path):
    settings_file.save(MINE, Profile(tmp_path / "new").settings)
    changes = carried(Profile(tmp_path / "new"), other, tmp_path / "new.obz")
    assert set(changes.settings) == {"speaking_language", "theme", "text_scale"}
    assert BoardStore(other).read("es") is None
    assert len(read_set(tmp_path / "new.obz").boards) > 40


def test_what_an_import_will_change_is_told_before(ana, other, tmp_path):
    write_profile(ana, tmp_path / "ana.obz")
    with opened_profile(tmp_path / "ana.obz") as content:
        changes = import_changes(other, content)
    assert changes.boards["es"].buttons_changed == ("Toby",)
    assert set(changes.settings) == {"speaking_language", "theme", "text_scale"}
    assert (changes.card, changes.history) == (True, False)
    assert not other.folder.exists()


def test_what_was_there_is_backed_up_first(ana, other, tmp_path):
    settings_file.save(Settings(level=3), other.settings)
    store = BoardStore(other)
    boards = few_boards("en")
    store.write("es", boards)
    history = History(other.history)
    history.add(SentenceRequest(1, ("pan",), "es"), "Pan.")
    history.close()
    carried(ana, other, tmp_path / "ana.obz", with_history=True)
    assert sayings(other) == ["Quiero agua."]
    assert dict(store.content(store.backups("es")[0]).boards) == dict(boards.boards)
    [kept] = (other.backups / "settings").iterdir()
    assert settings_file.load(kept) == (Settings(level=3), ())
    [said] = (other.backups / "history").iterdir()
    assert b"Pan." in said.read_bytes()


def test_importing_twice_changes_nothing_more(ana, other, tmp_path):
    carried(ana, other, tmp_path / "ana.obz")
    assert not carried(ana, other, tmp_path / "ana.obz")
    assert not list(other.folder.glob("import*"))


def test_an_import_that_was_cut_short_is_brought_to_its_end(ana, other, tmp_path):
    write_profile(ana, tmp_path / "ana.obz", with_history=True)
    from aac_app import profile_import

    def killed(profile, draft):
        (draft / "settings.json").replace(profile.settings)
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch, opened_profile(tmp_path / "ana.obz") as content:
        patch.setattr(profile_import, "_apply", killed)
        with pytest.raises(KeyboardInterrupt):
            import_profile(other, content)
    assert BoardStore(other).read("es") is None
    finish_import(other)
    assert "Toby" in [
        button.label for button in BoardStore(other).read("es").first.buttons.values()
    ]
    assert sayings(other) == ["Quiero agua."]
    assert not list(other.folder.glob("import*"))


def test_a_ruined_journal_stops_nothing(other):
    other.folder.mkdir()
    (other.folder / "import.json").write_text("{")
    finish_import(other)
    assert not (other.folder / "import.json").exists()


def edited(file, edit):
    """The profile file with its manifest changed by `edit`, and strange files added."""
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(parts["manifest.json"])
    parts |= edit(manifest) or {}
    parts["manifest.json"] = json.dumps(manifest).encode()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def _ruin(manifest):
    manifest[FIELD] |= {
        "own": ["es", 3, "xx", "en"],
        "card": [],
        "settings": {"level": 99, "theme": "dark", "what": 1},
    }
    return {
        "ext_aac/en.obz": b"no zip",
        "ext_aac/history.db": b"no database",
        "ext_aac/adapter/con.txt": b"reserved",
        "ext_aac/evil.py": b"print(1)",
    }


def test_what_cannot_be_used_of_a_file_is_told_and_the_rest_is_taken(ana, other, tmp_path):
    write_profile(ana, tmp_path / "ana.obz", with_history=True)
    edited(tmp_path / "ana.obz", _ruin)
    with opened_profile(tmp_path / "ana.obz") as content:
        assert (set(content.boards), content.history, content.card) == ({"es"}, None, Card())
        assert content.settings.theme is ThemeName.DARK
        assert len(content.problems) == 4
        import_profile(other, content)
    assert not list(other.folder.rglob("con.txt"))
    assert not list(other.folder.rglob("evil.py"))


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (lambda manifest: manifest.pop(FIELD) and None, "no profile"),
        (lambda manifest: manifest[FIELD].update(version=2), "newer version"),
        (lambda manifest: {"../out.obf": b"{}"}, "unsafe path"),
    ],
)
def test_a_file_that_is_no_profile_is_refused_in_one_sentence(ana, tmp_path, edit, reason):
    write_profile(ana, tmp_path / "ana.obz")
    edited(tmp_path / "ana.obz", edit)
    with pytest.raises(ProfileFileError, match=reason), opened_profile(tmp_path / "ana.obz"):
        pass


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 cut off", b"{}"])
def test_a_damaged_file_is_refused_in_one_sentence(tmp_path, data):
    (tmp_path / "x.obz").write_bytes(data)
    with pytest.raises(ProfileFileError, match=r"x\.obz"), opened_profile(tmp_path / "x.obz"):
        pass


def test_where_nothing_can_be_written_there_is_one_sentence(ana, tmp_path):
    (tmp_path / "folder").write_text("")
    with pytest.raises(ProfileFileError, match="cannot be written"):
        write_profile(ana, tmp_path / "folder" / "ana.obz")
    write_profile(ana, tmp_path / "ana.obz")
    with opened_profile(tmp_path / "ana.obz") as content, pytest.raises(ProfileFileError):
        import_profile(Profile(tmp_path / "folder" / "x"), content)
