"""The boards of a person: found, opened, and left again."""

from __future__ import annotations

import shutil

import pytest

from aac_app.board_store import BoardStore
from aac_app.library import SHIPPED, Library, Trail, extent, picture_numbers, words
from aac_app.profiles import Profile
from aac_app.settings import BoardSize
from pictograms.board import LoadBoard
from pictograms.errors import BoardError
from tests.few_boards import few_boards, with_word


def own(folder):
    """The store of the person whose profile lies in this folder."""
    return BoardStore(Profile(folder))


@pytest.fixture(scope="module")
def spanish(tmp_path_factory):
    return Library(own(tmp_path_factory.mktemp("own"))).boards("es")[0]


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_starting_boards_open_without_a_problem(tmp_path, language):
    boards, problems = Library(own(tmp_path)).boards(language)
    assert problems == ()
    assert boards.first.locale.startswith(language)
    assert boards.urgent in boards.boards


def test_own_boards_come_first(tmp_path):
    shutil.copytree(SHIPPED / "en", tmp_path / "boards" / "es")
    boards, _ = Library(own(tmp_path)).boards("es")
    assert boards.source == tmp_path / "boards" / "es"


def test_own_boards_without_urgent_words_have_the_starting_ones_beside_them(tmp_path):
    folder = tmp_path / "boards" / "es"
    folder.mkdir(parents=True)
    shutil.copy(SHIPPED / "es" / "food.obf", folder)
    boards, problems = Library(own(tmp_path)).boards("es")
    assert boards.root == "food"
    assert [b.label for _, _, b in boards.boards[boards.urgent].cells()][:2] == ["sí", "no"]
    assert problems == ()


def test_own_boards_that_cannot_be_read_are_told_and_the_others_open(tmp_path):
    (tmp_path / "boards" / "es").mkdir(parents=True)
    (tmp_path / "boards" / "es" / "home.obf").write_text("{broken")
    boards, problems = Library(own(tmp_path)).boards("es")
    assert boards.source == SHIPPED / "es"
    assert any("home.obf" in problem for problem in problems)
    assert (tmp_path / "boards" / "es" / "home.obf").read_text() == "{broken"


def test_the_newest_backup_takes_the_place_of_boards_that_are_damaged(tmp_path):
    store = own(tmp_path)
    store.write("es", with_word(few_boards(), "paraguas"))
    store.back_up("es")
    for file in store.read("es").source.glob("*.obf"):
        file.write_text("{")
    boards, problems = Library(store).boards("es")
    assert "paraguas" in boards.first.buttons
    assert len(problems) == 1


def test_no_boards_at_all_is_one_sentence(tmp_path):
    with pytest.raises(BoardError, match="'xx'"):
        Library(own(tmp_path), tmp_path).boards("xx")


def test_the_way_back_and_home(spanish):
    trail = Trail(spanish)
    assert not trail.can_go_back
    assert trail.open(LoadBoard(id="food"))
    assert trail.open(LoadBoard(path=spanish.paths["drink"]))
    assert not trail.open(LoadBoard(id="gone"))
    assert trail.current.id == "drink"
    trail.back()
    assert trail.current.id == "food"
    trail.open(LoadBoard(name="Bebida"))
    trail.home()
    assert trail.current.id == spanish.root
    trail.back()
    assert trail.current.id == spanish.root


@pytest.mark.parametrize(
    ("board", "size", "expected"),
    [
        ("home", BoardSize.SMALL, (4, 6)),
        ("home", BoardSize.MEDIUM, (6, 9)),
        ("home", BoardSize.LARGE, (7, 12)),
        ("letters_abc", BoardSize.SMALL, (7, 12)),
    ],
)
def test_sizes_are_the_top_left_part(spanish, board, size, expected):
    assert extent(spanish, spanish.boards[board], size) == expected


def test_words_and_pictures_of_all_boards(spanish):
    known = set(words(spanish))
    assert {"querer", "comer", "yo"} <= known
    assert not any(len(word) == 1 for word in known)
    numbers = picture_numbers([spanish])
    assert len(numbers) == len(set(numbers)) > 500
