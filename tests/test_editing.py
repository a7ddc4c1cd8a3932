"""What editing does to boards, without a window."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest

from aac_app.editing import (
    actions,
    buttons,
    clipboard,
    links,
    moving,
    pin,
    sizing,
    wholes,
    wordlist,
)
from aac_app.editing.edit import EditKind, Refusal, RefusedError
from aac_app.editing.finding import find
from aac_app.editing.grids import (
    Place,
    button_at,
    covered_places,
    empty_places,
    is_locked,
    place_of,
)
from aac_app.editing.session import EditingSession
from aac_app.editing.suggestions import Album, arasaac_image
from aac_app.editing.view import place_in_view, whole_view
from aac_app.library import SHIPPED
from pictograms.board import Button, LoadBoard, Sound
from pictograms.cells import COLUMNS
from pictograms.obf import board_to_bytes, parse_board, read_set
from pictograms.pictogram import Pictogram, WordClass
from tests.boards import board, board_set, drawn

HOME = board("home", "yo querer -", "agua pan >food")


def session(*boards, **options):
    return EditingSession(board_set(*(boards or (HOME,)), **options), "home", lambda: None)


@pytest.mark.parametrize(
    ("chosen", "step", "after"),
    [
        ([(0, 0)], (0, 2), ["- querer yo", "agua pan food"]),
        ([(0, 0)], (1, 0), ["agua querer -", "yo pan food"]),
        ([(0, 0), (0, 1)], (0, 1), ["- yo querer", "agua pan food"]),
        ([(0, 0), (0, 1)], (1, 0), ["agua pan -", "yo querer food"]),
        ([(0, 2)], (1, 0), ["yo querer -", "agua pan food"]),
    ],
    ids=["to-empty", "change-places", "row", "block-changes-places", "nothing-to-move"],
)
def test_moving(chosen, step, after):
    assert drawn(moving.moved(HOME, [Place(*p) for p in chosen], *step)) == after


@pytest.mark.parametrize(
    ("locked", "chosen", "step", "reason"),
    [
        (None, (0, 0), (-1, 0), Refusal.OUTSIDE),
        (None, (1, 2), (0, 1), Refusal.OUTSIDE),
        ("yo", (0, 0), (0, 1), Refusal.LOCKED),
        ("querer", (0, 0), (0, 1), Refusal.LOCKED),
    ],
)
def test_moves_that_are_refused(locked, chosen, step, reason):
    start = buttons.lock(HOME, [locked], locked=True) if locked else None
    home = start.change(board_set(HOME)).boards["home"] if start else HOME
    with pytest.raises(RefusedError) as refused:
        moving.moved(home, [Place(*chosen)], *step)
    assert refused.value.reason is reason


@pytest.mark.parametrize(
    ("sides", "after", "vanishing", "moving_words"),
    [
        (sizing.Sides(bottom=1), ["yo querer -", "agua pan food", "- - -"], 0, 0),
        (sizing.Sides(right=-1), ["yo querer", "agua pan"], 1, 0),
        (sizing.Sides(top=1), ["- - -", "yo querer -", "agua pan food"], 0, 5),
        (sizing.Sides(left=-1), ["querer -", "pan food"], 2, 3),
        (sizing.Sides(bottom=-1, right=1), ["yo querer - -"], 3, 0),
    ],
)
def test_another_size_tells_before_what_it_does(sides, after, vanishing, moving_words):
    outcome = sizing.preview(HOME, sides)
    assert (len(outcome.vanishing), len(outcome.moving)) == (vanishing, moving_words)
    resized = sizing.resized(HOME, sides)
    assert drawn(resized) == after
    assert len(resized.buttons) == len(HOME.buttons) - vanishing


@pytest.mark.parametrize(
    ("sides", "reason"),
    [
        (sizing.Sides(bottom=-2), Refusal.TOO_SMALL),
        (sizing.Sides(right=90), Refusal.TOO_LARGE),
    ],
)
def test_sizes_that_are_refused(sides, reason):
    with pytest.raises(RefusedError) as refused:
        sizing.resized(HOME, sides)
    assert refused.value.reason is reason


def test_a_locked_word_keeps_its_place_in_another_size():
    locked = buttons.lock(HOME, ["food"], locked=True).change(board_set(HOME)).boards["home"]
    for sides in (sizing.Sides(top=1), sizing.Sides(right=-1)):
        with pytest.raises(RefusedError):
            sizing.resized(locked, sides)
    assert sizing.resized(locked, sizing.Sides(bottom=1)).rows == 3


def test_everything_can_be_undone_and_done_again():
    sitting = session()
    states = [sitting.boards]
    steps = [
        buttons.add(HOME, Place(0, 2), Button("luz", "luz")),
        buttons.change(HOME, ["agua", "pan"], {"word_class": WordClass.VERB}),
        buttons.hide(HOME, ["yo"], hidden=True),
        moving.move(HOME, [Place(0, 0)], 1, 0),
        buttons.picture(HOME, ["pan"], arasaac_image(2494, "es")),
        sizing.resize(HOME, sizing.Sides(bottom=3)),
        buttons.remove(HOME, ["agua"]),
        wholes.new_board(wholes.empty_board(sitting.boards, "Mi casa", 2, 3)),
    ]
    for edit in steps:
        assert sitting.do(edit)
        states.append(sitting.boards)
    assert sitting.undoable is steps[-1]
    for expected in reversed(states[:-1]):
        sitting.undo()
        assert sitting.boards == expected
    assert sitting.undoable is None
    assert sitting.redoable is steps[0]
    for expected in states[1:]:
        sitting.redo()
        assert sitting.boards == expected


def test_a_new_edit_after_undo_forgets_what_was_undone():
    sitting = session()
    sitting.do(buttons.hide(HOME, ["yo"], hidden=True))
    sitting.undo()
    sitting.do(buttons.hide(HOME, ["pan"], hidden=True))
    assert sitting.redoable is None


def test_the_selection_follows_what_moves():
    sitting = session()
    sitting.select([Place(0, 0)])
    sitting.do(moving.move(sitting.board, sitting.selection, 0, 2))
    assert sitting.selection == (Place(0, 2),)
    assert sitting.ids == ["yo"]


def test_a_refused_edit_changes_nothing_and_says_why():
    sitting = session()
    before = sitting.boards
    assert not sitting.do(moving.move(HOME, [Place(0, 0)], -1, 0))
    assert sitting.boards is before
    assert sitting.refused.reason is Refusal.OUTSIDE
    assert sitting.undoable is None


def test_properties_of_many_buttons_at_once():
    edit = buttons.change(HOME, ["agua", "pan"], {"word_class": WordClass.VERB, "level": 3})
    home = edit.change(board_set(HOME)).boards["home"]
    assert {home.buttons[name].level for name in ("agua", "pan")} == {3}
    assert home.buttons["yo"] == HOME.buttons["yo"]
    assert edit.subject == "agua, pan"


def test_hiding_and_levels_move_nobody():
    home = buttons.hide(HOME, ["querer"], hidden=True).change(board_set(HOME)).boards["home"]
    assert home.order == HOME.order
    home = buttons.change(home, ["pan"], {"level": 3}, EditKind.LEVEL).change(board_set(home))
    assert home.boards["home"].order == HOME.order


def test_copies_bring_pictures_and_sounds_and_never_cover_a_word():
    rich = buttons.picture(HOME, ["agua"], arasaac_image(2248, "es")).change(board_set(HOME))
    rich = buttons.sound(rich.first, ["agua"], Sound("s", data="data:audio/wav;base64,"))
    home = rich.change(
        board_set(
            buttons.picture(HOME, ["agua"], arasaac_image(2248, "es")).change(board_set(HOME)).first
        )
    ).first
    clip = clipboard.copied(home, [Place(1, 0), Place(1, 1)])
    other = board("other", "leche - -", "- - -")
    pasted, where = clipboard.pasted(other, Place(1, 1), clip)
    assert drawn(pasted) == ["leche - -", "- agua pan"]
    assert where == [Place(1, 1), Place(1, 2)]
    assert pasted.image_of(pasted.buttons["agua"]).arasaac_id == 2248
    assert pasted.sounds[pasted.buttons["agua"].sound_id].data
    again, where = clipboard.pasted(pasted, Place(0, 0), clip)
    assert drawn(again) == ["leche agua-2 pan-2", "- agua pan"]
    with pytest.raises(RefusedError):
        clipboard.pasted(again, Place(0, 0), clip)


def test_a_button_that_goes_takes_its_picture_with_it_but_not_that_of_another():
    boards = buttons.picture(HOME, ["agua", "pan"], arasaac_image(1, "es")).change(board_set(HOME))
    boards = buttons.remove(boards.first, ["agua"]).change(boards)
    assert list(boards.first.images) == ["1"]
    boards = buttons.remove(boards.first, ["pan"]).change(boards)
    assert not boards.first.images


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("agua\npan\n", ("agua", "pan")),
        ("agua, pan; leche\tzumo", ("agua", "pan", "leche", "zumo")),
        ("1. agua\n2) pan\n- leche\n• zumo", ("agua", "pan", "leche", "zumo")),
        ("  agua   fría \r\n\r\nagua fría", ("agua fría",)),
        ("e-mail\n3 en raya", ("e-mail", "3 en raya")),
        ("x" * 61, ()),
        ("", ()),
    ],
)
def test_words_of_a_pasted_list(text, words):
    assert wordlist.words_in(text) == words


def test_a_board_from_a_list():
    boards = board_set(HOME)
    words = [wordlist.ListedWord(word) for word in "abcdefg"]
    made, edit = wordlist.board_of_words(boards, "Números", words)
    after = edit.change(boards)
    assert after.boards[made.id] == made
    assert after.paths[made.id] == "own_numeros.obf"
    assert [b.label for _, _, b in made.cells()] == [word.label for word in words]
    assert (made.rows, made.columns) == (2, 4)


def test_a_list_put_into_empty_cells():
    home = board("home", "yo - -", "- pan -")
    edit = wordlist.add_words(home, Place(0, 2), [wordlist.ListedWord(w) for w in ["a", "b", "c"]])
    after = edit.change(board_set(home)).first
    assert [[after.buttons[n].label if n else "-" for n in row] for row in after.order] == [
        ["yo", "-", "a"],
        ["b", "pan", "c"],
    ]


@pytest.mark.parametrize("deed", [deed for deed in actions.Deed if deed is not actions.Deed.OTHER])
def test_deeds_are_written_and_read_back(deed):
    target = LoadBoard(id="food") if deed is actions.Deed.OPEN else None
    made = replace(Button("b", "b"), **actions.fields_for(deed, target))
    assert actions.deed_of(made) is deed
    read = parse_board(board_to_bytes(board_with(made)), "b.obf")
    assert actions.deed_of(read.buttons["b"]) is deed


def board_with(made):
    return replace(board("b", "b"), buttons={"b": made})


@pytest.mark.parametrize("given", [("+a",), (":speak", ":clear"), (":ext_other",)])
def test_actions_of_others_are_kept(given):
    assert actions.deed_of(Button("b", "b", actions=given)) is actions.Deed.OTHER
    assert actions.fields_for(actions.Deed.OTHER) == {}


def test_tree_uses_and_broken_links():
    home = board("home", ">food >lost")
    food = board("food", "pan >fruit >home")
    boards = board_set(home, food, board("fruit", "pera >home"), board("alone", "solo"))
    assert [(b.board.id, b.depth) for b in links.tree(boards)] == [
        ("home", 0),
        ("food", 1),
        ("fruit", 2),
        ("alone", -1),
    ]
    uses = links.where_used(boards, "home")
    assert [(use.board.id, use.place) for use in uses] == [
        ("food", Place(0, 2)),
        ("fruit", Place(0, 1)),
    ]
    assert [use.button.id for use in links.broken_links(boards)] == ["lost"]
    after = wholes.remove_board(food).change(boards)
    assert [use.button.id for use in links.broken_links(after)] == ["food", "lost"]


@pytest.mark.parametrize("name", ["home", "urgent"])
def test_the_first_and_the_urgent_board_stay(name):
    boards = board_set(HOME, board("urgent", "!stop"), urgent="urgent")
    with pytest.raises(RefusedError) as refused:
        wholes.remove_board(boards.boards[name]).change(boards)
    assert refused.value.reason is Refusal.NEEDED


def test_a_word_is_found_anywhere_also_hidden_and_without_accents():
    food = board("food", "plátano pan", "- platanera")
    food = buttons.hide(food, ["plátano"], hidden=True).change(board_set(food)).first
    found = find(board_set(HOME, food), "PLATANO")
    assert [(f.board.id, f.place, f.button.label) for f in found] == [
        ("food", Place(0, 0), "plátano")
    ]
    assert [f.button.label for f in find(board_set(HOME, food), "plata")] == [
        "plátano",
        "platanera",
    ]
    assert find(board_set(HOME), "  ") == []


URGENT = board("urgent", "!stop !help")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: buttons.hide(URGENT, ["stop"], hidden=True), ["stop"]),
        (lambda: buttons.remove(URGENT, ["stop", "help"]), ["stop", "help"]),
        (lambda: buttons.change(URGENT, ["help"], {"level": 3}), ["help"]),
        (lambda: sizing.resize(URGENT, sizing.Sides(right=-1)), ["help"]),
        (lambda: buttons.hide(HOME, ["agua"], hidden=True), []),
        (lambda: moving.move(URGENT, [Place(0, 0)], 0, 1), []),
    ],
    ids=["hide", "remove", "level", "resize", "other-word", "move"],
)
def test_urgent_words_go_only_after_a_warning(make, words):
    sitting = session(HOME, URGENT, urgent="urgent")
    before = sitting.boards
    made = sitting.do(make())
    assert made is not bool(words)
    if words:
        assert [word.label for word in sitting.pending.words] == words
        assert sitting.boards is before
        sitting.drop()
        assert sitting.boards is before
        sitting.do(make())
        assert sitting.confirm()
        sitting.undo()
        assert sitting.boards == before


def test_an_important_word_on_any_board_is_urgent():
    home = board("home", "yo !dolor")
    sitting = session(home)
    assert not sitting.do(buttons.hide(home, ["dolor"], hidden=True))
    assert [word.label for word in sitting.pending.words] == ["dolor"]


def test_locked_buttons_are_not_removed_and_survive_a_file():
    boards = buttons.lock(HOME, ["yo"], locked=True).change(board_set(HOME))
    with pytest.raises(RefusedError):
        buttons.remove(boards.first, ["yo"]).change(boards)
    read = parse_board(board_to_bytes(boards.first), "home.obf")
    assert is_locked(read.buttons["yo"])
    assert not is_locked(read.buttons["pan"])
    loose = buttons.lock(boards.first, ["yo"], locked=False).change(boards)
    assert loose.first.buttons["yo"] == HOME.buttons["yo"]


def test_pictures_for_a_word_own_ones_first():
    boards = buttons.picture(HOME, ["pan"], arasaac_image(2494, "es")).change(board_set(HOME))
    found = [
        Pictogram(7, "pan", WordClass.NOUN, ("pan",)),
        Pictogram(2494, "pan", WordClass.NOUN, ("pan",)),
        Pictogram(9, "panadero", WordClass.PERSON, ("panadero",), is_violent=True),
    ]
    album = Album([boards])
    offered = album.suggest("Pan", found, "es")
    assert [one.image.arasaac_id for one in offered] == [2494, 7]
    assert offered[0].board is boards.first
    assert [one.label for one in album.suggest("panad", found, "es")] == ["pan", "pan"]
    assert album.suggest("panadero", found[2:], "es")[0].image.license.author_name


def test_the_starting_boards_know_pictures_for_common_words():
    album = Album([read_set(SHIPPED / "es")])
    for word in ("manzana", "Perro", "comer"):
        assert album.suggest(word, [], "es"), word


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("1234", True), ("12345678", True), ("123", False), ("123456789", False), ("12a4", False)],
)
def test_which_texts_are_pins(text, is_one):
    assert pin.is_pin(text) is is_one


def test_a_pin_is_kept_only_as_its_salted_hash():
    kept = pin.hashed("2468")
    assert "2468" not in kept
    assert kept != pin.hashed("2468")
    assert pin.matches("2468", kept)
    assert not pin.matches("2469", kept)
    for damaged in ("", "scrypt$", "scrypt$zz$zz", "md5$00$00"):
        assert not pin.matches("2468", damaged)


def test_wrong_pins_slow_down():
    tries = pin.Tries()
    for _ in range(4):
        tries = tries.failed(100.0)
        assert tries.wait(100.0) == 0
    tries = tries.failed(100.0)
    assert tries.wait(100.0) == 30
    assert tries.wait(131.0) == 0
    for _ in range(9):
        tries = tries.failed(200.0)
    assert tries.wait(200.0) == 300


def test_the_sum_for_whoever_forgot_the_pin():
    for number in range(40):
        asked = pin.Sum.from_number(number)
        assert asked.is_answer(f" {asked.first * asked.second} ")
        assert not asked.is_answer("")


def test_many_edits_of_a_large_set_share_what_they_do_not_change():
    boards = read_set(SHIPPED / "es")
    sitting = EditingSession(boards, boards.root, lambda: None)
    name = next(button.id for _, _, button in boards.first.cells())
    for number in range(50):
        sitting.do(buttons.change(sitting.board, [name], {"label": f"palabra {number}"}))
    assert button_at(sitting.board, place_of(sitting.board, name)).label == "palabra 49"
    others = boards.boards.keys() - {boards.root}
    assert all(sitting.boards.boards[other] is boards.boards[other] for other in others)


def test_a_button_of_several_cells_keeps_them_in_the_editor():
    wide = board("home", "agua -", "pan -")
    extra = MappingProxyType({COLUMNS: 2})
    button = replace(wide.buttons["agua"], extra=extra)
    wide = replace(wide, buttons=MappingProxyType({**wide.buttons, "agua": button}))
    assert covered_places(wide) == {Place(0, 1)}
    assert empty_places(wide) == [Place(1, 1)]
    shown = whole_view(wide, "{} {}")
    assert shown.order[0][1] is None
    assert place_in_view(wide, shown.buttons[shown.order[1][1]]) == Place(1, 1)
