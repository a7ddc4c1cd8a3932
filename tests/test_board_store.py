"""A person's own boards: replaced whole, backed up, restored, with their pictures and sounds."""

from __future__ import annotations

import shutil
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from aac_app import backups
from aac_app.backups import Backup
from aac_app.board_layout import plain_name
from aac_app.board_store import SHIPPED, BoardStore, Reason, StoreError
from aac_app.profiles import Profile
from pictograms.board import Board, Button, Image, LoadBoard, Sound
from pictograms.errors import BoardError
from pictograms.media import media_bytes
from pictograms.obz import BoardSet, read_set
from tests.few_boards import few_boards, with_word

PNG = b"\x89PNG\r\n\x1a\n a picture"
WAV = b"RIFF....WAVEfmt a sound"
MORNING = datetime(2030, 5, 4, 9, 0, tzinfo=UTC)


@pytest.fixture
def store(tmp_path):
    return BoardStore(Profile(tmp_path))


@pytest.fixture(scope="module")
def starting():
    return few_boards()


def board(identity, *buttons, **more):
    ids = tuple(button.id for button in buttons)
    return Board(identity, identity.title(), "es", {b.id: b for b in buttons}, (ids,), **more)


def board_set(tmp_path, *boards, paths=None):
    found = {board.id: board for board in boards}
    names = paths or {name: f"{name}.obf" for name in found}
    return BoardSet("mine", boards[0].id, found, names, tmp_path / "elsewhere")


def contents(folder):
    return {file.relative_to(folder): file.read_bytes() for file in folder.rglob("*.obf")}


def test_there_are_no_own_boards_at_first(store):
    assert store.read("es") is None


def test_the_starting_boards_are_the_same_when_they_have_become_ones_own(store):
    starting = read_set(SHIPPED / "es")
    store.write("es", starting)
    again = store.read("es")
    assert dict(again.boards) == dict(starting.boards)
    assert (again.root, again.urgent, again.sizes) == (
        starting.root,
        starting.urgent,
        starting.sizes,
    )
    assert again.problems == ()


def test_what_is_written_is_what_lies_there(store, starting):
    written = store.write("es", with_word(starting, "paraguas"))
    again = store.read("es")
    assert dict(again.boards) == dict(written.boards)
    assert dict(again.paths) == dict(written.paths)
    assert again.source == written.source
    assert store.read("en") is None


def test_boards_laid_out_by_hand_are_read_and_left_alone(store, tmp_path, starting):
    by_hand = tmp_path / "boards" / "es"
    shutil.copytree(SHIPPED / "en", by_hand)
    before = contents(by_hand)
    assert store.read("es").source == by_hand
    store.write("es", starting)
    assert store.read("es").first.locale == "es"
    assert contents(by_hand) == before


def test_boards_that_did_not_change_lie_on_the_disk_once(store, starting):
    first = store.write("es", starting)
    second = store.write("es", with_word(starting, "paraguas"))
    assert (first.source / "food.obf").samefile(second.source / "food.obf")
    assert not (first.source / "home.obf").samefile(second.source / "home.obf")


def test_only_the_boards_and_those_before_them_stay(store, starting, tmp_path):
    for word in ("uno", "dos", "tres", "cuatro"):
        store.write("es", with_word(starting, word))
    assert len([path for path in (tmp_path / "boards").iterdir() if path.is_dir()]) == 2


def test_own_pictures_and_sounds_are_kept_beside_the_boards(store, tmp_path):
    picture, sound = store.add_image(PNG), store.add_sound(WAV)
    assert (picture[:7], picture[-4:]) == ("images/", ".png")
    assert store.media_file(picture).read_bytes() == PNG
    button = Button("b", "perro", image_id="i", sound_id="s")
    mine = board(
        "home",
        button,
        images={"i": Image("i", path=picture)},
        sounds={"s": Sound("s", path=sound)},
    )
    store.write("es", board_set(tmp_path, mine))
    again = store.read("es")
    assert media_bytes(again.first.images["i"], again.source) == PNG
    assert media_bytes(again.first.sounds["s"], again.source) == WAV


def test_pictures_come_along_from_where_the_boards_were(store, tmp_path):
    """Named from the board's own folder, or from the top; and one id means two pictures."""
    source = tmp_path / "elsewhere"
    for name, data in (("images/top.png", PNG), ("deep/near.png", PNG + b"2")):
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_bytes(data)
    button = Button("b", "perro", image_id="1")
    top = board("home", button, images={"1": Image("1", path="images/top.png")})
    near = board("more", button, images={"1": Image("1", path="near.png")})
    none = board("none", button, images={"1": Image("1")})
    lost = board("lost", button, images={"1": Image("1", path="images/lost.png")})
    paths = {"home": "home.obf", "more": "deep/more.obf", "none": "n.obf", "lost": "l.obf"}
    store.write("es", board_set(tmp_path, top, near, none, lost, paths=paths))
    again = store.read("es")
    pictures = {name: found.images["1"] for name, found in again.boards.items()}
    assert media_bytes(pictures["home"], again.source) == PNG
    assert media_bytes(pictures["more"], again.source) == PNG + b"2"
    assert pictures["none"].path is None
    assert pictures["lost"].path == "images/lost.png"


def test_a_picture_that_no_board_shows_any_more_is_there_for_undo(store, tmp_path):
    button = Button("b", "perro", image_id="i")
    shown = board("home", button, images={"i": Image("i", path=store.add_image(PNG))})
    with_picture = store.write("es", board_set(tmp_path, shown))
    for label in ("uno", "dos", "tres"):
        store.write("es", board_set(tmp_path, board("home", Button("b", label))))
        store.back_up("es")
    store.write("es", with_picture)
    again = store.read("es")
    assert media_bytes(again.first.images["i"], again.source) == PNG


def test_names_that_some_systems_refuse_are_changed_and_links_follow(store, tmp_path):
    link = Button("b", "ir", load_board=LoadBoard(path="a/CON.obf"))
    first = board("home", link)
    paths = {"home": "a/Home.obf", "2": "a/CON.obf", "3": "b/home.obf", "4": 'a/x:?*"<>|.obf'}
    others = [board(name, Button("b", name)) for name in ("2", "3", "4")]
    store.write("es", board_set(tmp_path, first, *others, paths=paths))
    again = store.read("es")
    assert set(again.boards) == set(paths)
    assert again.target(again.first.buttons["b"].load_board).id == "2"
    names = [name.casefold() for name in again.paths.values()]
    assert len(set(names)) == 4
    assert not any(character in name for name in names for character in '/\\:*?"<>|')


def test_a_board_that_was_taken_out_is_gone(store, starting):
    """Also where its path is still told."""
    fewer = {name: board for name, board in starting.boards.items() if name != "food"}
    store.write("es", starting)
    store.write("es", replace(starting, boards=fewer))
    assert set(store.read("es").boards) == set(fewer)


@pytest.mark.parametrize("name", ["con", "LPT1", "nul.x", "", "...", "a" * 300, "../x", ".hidden"])
def test_every_name_becomes_one_that_can_be_used(name):
    plain = plain_name(name)
    assert 0 < len(plain) <= 61
    assert plain.casefold().partition(".")[0] not in ("con", "lpt1", "nul", "")
    assert "/" not in plain
    assert not plain.startswith(".")


def test_boards_that_cannot_be_written_are_one_sentence_and_the_old_ones_stay(store, starting):
    store.write("es", starting)
    broken = replace(starting.first, extra={"ext_x": float("nan")})
    boards = {**starting.boards, broken.id: broken}
    with pytest.raises(StoreError, match="cannot be saved"):
        store.write("es", replace(starting, boards=boards))
    assert dict(store.read("es").boards) == dict(starting.boards)
    assert len([path for path in store.read("es").source.parent.iterdir() if path.is_dir()]) == 1


@pytest.mark.parametrize("label", ["a" * 6_000, "\ud800" * 6_000])
def test_what_could_not_be_read_again_is_not_written(store, starting, tmp_path, label):
    store.write("es", starting)
    with pytest.raises(StoreError, match="is longer than 5000 characters"):
        store.write("es", board_set(tmp_path, board("a", Button("1", label))))
    assert list(store.read("es").boards) == list(starting.boards)


def test_more_boards_than_can_be_read_are_not_written(store, starting, monkeypatch):
    store.write("es", starting)
    monkeypatch.setattr("aac_app.board_layout.MAX_BOARDS", len(starting.boards) - 1)
    with pytest.raises(StoreError, match=r"has more than \d+ boards"):
        store.write("es", starting)
    assert list(store.read("es").boards) == list(starting.boards)


def test_a_damaged_pointer_does_not_hide_the_boards(store, starting, tmp_path):
    store.write("es", starting)
    store.write("es", with_word(starting, "paraguas"))
    (tmp_path / "boards" / "es.json").write_text("{")
    assert "paraguas" in store.read("es").first.buttons


# Backups ------------------------------------------------------------------------------------


def test_a_backup_brings_the_boards_back(store, starting):
    store.write("es", starting)
    backup = store.back_up("es", Reason.EDITING)
    store.write("es", with_word(starting, "paraguas"))
    assert store.changes("es", backup).buttons_removed == ("paraguas",)
    store.restore("es", backup)
    assert dict(store.read("es").boards) == dict(starting.boards)
    assert not store.changes("es", backup)


def test_restoring_can_be_taken_back(store, starting):
    store.write("es", starting)
    backup = store.back_up("es")
    store.write("es", with_word(starting, "paraguas"))
    store.restore("es", backup)
    before = store.backups("es")[0]
    assert before.reason is Reason.RESTORING
    store.restore("es", before)
    assert "paraguas" in store.read("es").first.buttons


def test_the_starting_boards_can_be_brought_back(store, starting):
    none = store.back_up("es", Reason.EDITING)
    assert none.is_starting
    store.write("es", with_word(starting, "paraguas"))
    assert store.changes("es", none).buttons_removed == ("paraguas",)
    store.restore("es", none)
    assert store.read("es") is None
    store.restore("es", store.backups("es")[0])
    assert "paraguas" in store.read("es").first.buttons


def test_a_backup_keeps_pictures_that_the_boards_lost(store, tmp_path):
    button = Button("b", "perro", image_id="i")
    shown = board("home", button, images={"i": Image("i", path=store.add_image(PNG))})
    store.write("es", board_set(tmp_path, shown))
    backup = store.back_up("es")
    shutil.rmtree(tmp_path / "media")
    for label in ("uno", "dos", "tres"):
        store.write("es", board_set(tmp_path, board("home", Button("b", label))))
    store.restore("es", backup)
    again = store.read("es")
    assert media_bytes(again.first.images["i"], again.source) == PNG


def test_boards_laid_out_by_hand_are_backed_up_as_they_are(store, tmp_path):
    by_hand = tmp_path / "boards" / "es"
    shutil.copytree(SHIPPED / "es", by_hand)
    backup = store.back_up("es")
    (by_hand / "food.obf").write_text("{ruined in place")
    store.restore("es", backup)
    assert dict(store.read("es").boards) == dict(read_set(SHIPPED / "es").boards)


def test_what_has_not_changed_is_not_backed_up_twice(store, starting):
    store.write("es", starting)
    assert store.back_up("es") == store.back_up("es", Reason.EDITING)
    store.write("es", with_word(starting, "paraguas"))
    store.back_up("es")
    assert [found.reason for found in store.backups("es")] == [Reason.ASKED] * 2


def test_changes_name_boards_and_buttons(store, tmp_path):
    old = board("home", Button("a", "agua"), Button("p", "pan"), Button("s", "sal"))
    gone = board("viejo", Button("x", "x"))
    store.write("es", board_set(tmp_path, old, gone))
    backup = store.back_up("es")
    new = board("home", Button("p", "pan", level=2), Button("a", "agua"), Button("t", "té"))
    store.write("es", board_set(tmp_path, new, board("nuevo", Button("x", "x"))))
    changes = store.changes("es", backup)
    assert (changes.boards_added, changes.boards_removed) == (("Viejo",), ("Nuevo",))
    [change] = changes.boards_changed
    assert (change.name, change.added, change.removed) == ("Home", ("sal",), ("té",))
    assert (change.changed, change.moved) == (("pan",), True)


def test_a_damaged_backup_does_not_take_the_place_of_sound_boards(store, starting):
    store.write("es", starting)
    backup = store.back_up("es")
    for file in backup.folder.glob("*.obf"):
        file.write_text("{")
    store.write("es", with_word(starting, "paraguas"))
    with pytest.raises(BoardError):
        store.changes("es", backup)
    with pytest.raises(StoreError, match="cannot be restored"):
        store.restore("es", backup)
    assert "paraguas" in store.read("es").first.buttons


def test_a_backup_that_was_never_finished_is_none(store, starting, tmp_path):
    store.write("es", starting)
    backup = store.back_up("es")
    (backup.folder / "backup.json").unlink()
    assert store.backups("es") == ()


def of_age(days, hour=12):
    at = MORNING.replace(hour=hour) - timedelta(days=days)
    return Backup("es", at, Reason.EDITING, Profile(f"{days}-{hour}").folder, "")


def test_old_backups_are_thinned_to_one_a_day_and_never_the_last():
    days = [0, 0.1, 6.5, *(20 + part / 10 for part in range(10))]
    kept = [of_age(day) for day in days]
    gone = backups.surplus(kept, MORNING)
    assert 7 <= len(gone) <= 9
    assert not any(MORNING - backup.at < timedelta(days=7) for backup in gone)
    old = [of_age(400), of_age(400.1), of_age(400.2)]
    assert backups.surplus(old, MORNING) == old[1:]


def test_there_are_never_more_than_sixty_backups():
    many = [of_age(day / 24) for day in range(100)]
    left = [backup for backup in many if backup not in backups.surplus(many, MORNING)]
    assert left == many[:60]


def test_thinning_happens_when_a_backup_is_made(tmp_path, starting):
    day = [MORNING]
    store = BoardStore(Profile(tmp_path), now=lambda: day[0])
    for number in range(4):
        store.write("es", with_word(starting, str(number)))
        store.back_up("es")
        day[0] += timedelta(hours=1)
    day[0] += timedelta(days=30)
    store.write("es", with_word(starting, "última"))
    store.back_up("es")
    assert [found.at.day for found in store.backups("es")] == [3, 4]
    assert len(list((tmp_path / "backups" / "es").iterdir())) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="links are made in another way there")
def test_where_a_disk_knows_no_links_files_are_copied(store, starting, monkeypatch, tmp_path):
    def refuse(*_arguments):
        raise OSError("no links here")

    monkeypatch.setattr("os.link", refuse)
    store.write("es", starting)
    store.write("es", with_word(starting, "paraguas"))
    store.restore("es", store.back_up("es"))
    assert "paraguas" in store.read("es").first.buttons
