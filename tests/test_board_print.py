"""Boards on paper and in pictures: letters that can be searched, pictures, links and credits."""

from __future__ import annotations

import json
import shutil
import subprocess
import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QImage

from aac_app.__main__ import main
from aac_app.board_print import PrintCancelledError, PrintError, print_pdf, print_png
from aac_app.board_store import SHIPPED
from aac_app.library import Trail
from aac_app.print_desk import PrintDesk
from aac_app.print_job import in_order
from aac_app.print_options import Paper, PrintOptions
from aac_app.ui.print_page import PrintPage
from aac_app.ui.theme import MIN_TARGET
from pictograms.attribution import attributions, has_arasaac
from pictograms.board import Board, Button, Image, License, Symbol
from pictograms.credit import CREDIT
from pictograms.obz import read_set
from pictograms.pictogram import WordClass


@pytest.fixture
def boards(qapp):
    return read_set(SHIPPED / "es")


@pytest.fixture
def cached(shared):
    pictures = sorted((shared / "data" / "arasaac" / "sample_png").glob("*.png"))
    return lambda number, _variant=None: pictures[number % len(pictures)]


def nothing_cached(_number, _variant=None):
    return None


def text_of(file):
    """What a reader of PDF files finds in it, its lines joined."""
    if shutil.which("pdftotext") is None:
        pytest.skip("needs pdftotext of poppler-utils")
    done = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


def info_of(file):
    if shutil.which("pdfinfo") is None:
        pytest.skip("needs pdfinfo of poppler-utils")
    done = subprocess.run(["pdfinfo", str(file)], capture_output=True, check=True, text=True)
    return dict(line.split(":", 1) for line in done.stdout.splitlines())


def test_letters_are_letters_and_the_credit_is_word_for_word(boards, cached, tmp_path):
    file = tmp_path / "casa.pdf"
    print_pdf(boards, [boards.first], file, cached, PrintOptions())
    text = text_of(file)
    for word in ("querer", "¿dónde?", "sentimientos", "→ Comida"):
        assert word in text
    assert CREDIT["es"] in text
    data = file.read_bytes()
    assert data.startswith(b"%PDF-")
    assert data.rstrip().endswith(b"%%EOF")
    assert data.count(b"/FontFile2") >= 2  # its letters are in the file
    assert b"/Subtype /Image" in data or b"/Subtype/Image" in data


def test_the_whole_vocabulary_is_a_page_for_each_board(boards, tmp_path):
    few = [board for board in in_order(boards) if board.id in (boards.root, "food", "feelings")]
    file = tmp_path / "todo.pdf"
    told = []
    progress = lambda *now: told.append(now)  # noqa: E731
    print_pdf(boards, few, file, nothing_cached, PrintOptions(), progress)
    assert told == [(number + 1, len(few)) for number in range(len(few))]
    assert int(info_of(file)["Pages"]) == len(few)
    text = text_of(file)
    page = [board.name for board in few].index("Comida") + 1
    assert f"→ Comida, {page}" in text
    assert f"{page}/{len(few)}" in text.replace(" ", "")


@pytest.mark.parametrize(
    ("options", "size"),
    [
        (PrintOptions(), "842 x 595"),
        (PrintOptions(portrait=True), "595 x 842"),
        (PrintOptions(paper=Paper.A3), "1191 x 842"),
        (PrintOptions(paper=Paper.LETTER, portrait=True), "612 x 792"),
    ],
    ids=["a4", "upright", "a3", "letter"],
)
def test_paper(boards, tmp_path, options, size):
    file = tmp_path / "x.pdf"
    print_pdf(boards, [boards.boards["feelings"]], file, nothing_cached, options)
    width, _, height = size.partition(" x ")
    said = info_of(file)["Page size"]
    assert width in said
    assert height in said


def one_board(tmp_path, **button):
    png = QImage(40, 40, QImage.Format.Format_RGB32)
    png.fill(QColor("#00c000"))
    png.save(str(tmp_path / "own.png"))
    image = Image("i", path="own.png", license=License("CC BY 4.0", author_name="Marta Ruiz"))
    made = Button("b", "pan", image_id="i", word_class=WordClass.NOUN, **button)
    board = Board("uno", "Uno", "es", {"b": made}, (("b", None), (None, None)), {"i": image})
    raw = {"format": "open-board-0.1", "id": "uno", "name": "Uno", "locale": "es"}
    raw["buttons"] = [{"id": "b", "label": "pan"}]
    raw["grid"] = {"rows": 1, "columns": 1, "order": [["b"]]}
    (tmp_path / "uno.obf").write_text(json.dumps(raw))
    return replace(read_set(tmp_path / "uno.obf"), boards={"uno": board}), board


def colours(image, left, top, right, bottom):
    width, height = image.width(), image.height()
    return {
        image.pixelColor(x, y).name()
        for x in range(int(left * width), int(right * width), 3)
        for y in range(int(top * height), int(bottom * height), 3)
    }


def test_own_pictures_colours_and_names_of_others(qapp, tmp_path):
    boards, board = one_board(tmp_path)
    file = tmp_path / "uno.png"
    print_png(boards, board, file, nothing_cached, PrintOptions())
    image = QImage(str(file))
    assert image.width() > image.height() > 1000
    seen = colours(image, 0, 0.1, 0.5, 0.5)
    assert {"#00c000", "#ffda89"} <= seen  # the photo, and the noun's colour
    assert "#00c000" not in colours(image, 0.55, 0.1, 1, 0.95)  # no word fills a gap
    assert "Marta Ruiz, CC BY 4.0" in image.text("Copyright")
    assert CREDIT["es"] not in image.text("Copyright")
    pdf = tmp_path / "uno.pdf"
    print_pdf(boards, [board], pdf, nothing_cached, PrintOptions(language="en"))
    assert "Other pictures and sounds: Marta Ruiz, CC BY 4.0" in text_of(pdf)


def test_hidden_words_and_higher_levels_leave_their_place_empty(qapp, tmp_path):
    boards, board = one_board(tmp_path, level=3)
    file = tmp_path / "x.png"
    print_png(boards, board, file, nothing_cached, PrintOptions(level=2))
    assert "#00c000" not in colours(QImage(str(file)), 0, 0, 1, 1)
    boards, board = one_board(tmp_path, hidden=True)
    print_png(boards, board, file, nothing_cached, PrintOptions())
    assert "#00c000" not in colours(QImage(str(file)), 0, 0, 1, 1)


def test_cut_lines(qapp, tmp_path):
    boards, board = one_board(tmp_path)
    plain, cut = tmp_path / "plain.png", tmp_path / "cut.png"
    print_png(boards, board, plain, nothing_cached, PrintOptions())
    print_png(boards, board, cut, nothing_cached, PrintOptions(cut_lines=True))
    assert "#707070" not in colours(QImage(str(plain)), 0.5, 0.6, 1, 1)
    assert QImage(str(plain)) != QImage(str(cut))


def test_a_button_of_many_cells_is_whole(qapp, tmp_path):
    extra = {"ext_aac_columns": 2, "ext_aac_rows": 2}
    from pictograms.cells import boxes_of

    boards, board = one_board(tmp_path, extra=extra)
    box = next(iter(boxes_of(board)))[0]
    if (box.rows, box.columns) == (1, 1):
        pytest.skip("spans are told by other fields")
    file = tmp_path / "x.png"
    print_png(boards, board, file, nothing_cached, PrintOptions())
    assert "#ffda89" in colours(QImage(str(file)), 0.7, 0.6, 0.95, 0.9)


def test_printing_in_another_thread_while_the_window_lives(qtbot, boards, cached, tmp_path):
    file, failures = tmp_path / "x.pdf", []
    few = in_order(boards)[:4]

    def work():
        try:
            print_pdf(boards, few, file, cached, PrintOptions())
        except Exception as error:  # noqa: BLE001 (it is looked at below)
            failures.append(error)

    beats = []
    timer = QTimer()
    timer.timeout.connect(lambda: beats.append(1))
    timer.start(10)
    thread = threading.Thread(target=work)
    thread.start()
    qtbot.wait_until(lambda: not thread.is_alive(), timeout=60_000)
    timer.stop()
    assert failures == []
    assert beats
    assert text_of(file)


def test_cancelled_or_impossible_leaves_the_old_file(boards, tmp_path):
    file = tmp_path / "x.pdf"
    file.write_bytes(b"old")
    cancelled = threading.Event()
    few = in_order(boards)[:3]
    with pytest.raises(PrintCancelledError):
        print_pdf(
            boards, few, file, nothing_cached, PrintOptions(), lambda *_: cancelled.set(), cancelled
        )
    assert file.read_bytes() == b"old"
    (tmp_path / "folder.png").mkdir()
    with pytest.raises(PrintError, match=r"folder\.png"):
        print_png(boards, few[0], tmp_path / "folder.png", nothing_cached, PrintOptions())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder.png", "x.pdf"]


# Whose the pictures are -------------------------------------------------------------------


def licensed(*licenses):
    images = {str(n): Image(str(n), license=one) for n, one in enumerate(licenses)}
    buttons = {str(n): Button(str(n), "x", image_id=str(n)) for n in range(len(licenses))}
    return Board("b", "B", "es", buttons, (tuple(buttons),), images)


def test_everybody_is_named_once_and_ones_own_photos_are_not():
    board = licensed(
        License("CC BY", author_name="Ana", source_url="https://example.org/1"),
        License("CC BY", author_name="Ana", source_url="https://example.org/2"),
        License("private"),
        License("private", author_name="Luis"),
        License("CC BY-NC-SA", author_url="https://arasaac.org", author_name="Sergio Palao"),
        None,
    )
    assert [str(one) for one in attributions([board])] == ["Ana, CC BY, example.org (2)", "Luis"]
    assert has_arasaac([board])
    assert not has_arasaac([licensed(None, License("private"))])
    plain = replace(licensed(None), images={"0": Image("0", symbol=Symbol("arasaac", "7"))})
    assert has_arasaac([plain])


# The page, the command, other people's boards --------------------------------------------


@pytest.fixture
def page(qtbot, boards):
    widget = PrintPage()
    qtbot.add_widget(widget)
    widget.resize(800, 600)
    widget.show()
    trail = Trail(boards)
    desk = PrintDesk(widget, lambda: trail, nothing_cached)
    desk.open("es")
    yield widget
    assert desk.stop()


def test_the_page_makes_a_picture_of_the_board_that_is_open(qtbot, page, tmp_path):
    page.kind.setCurrentIndex(1)
    assert page.field.text().endswith("Inicio.png")
    assert not page.what.isEnabled()
    page.field.setText(str(tmp_path / "mío"))
    page.make_button.click()
    qtbot.wait_until(lambda: page.open_button.isVisible(), timeout=20_000)
    assert not QImage(str(tmp_path / "mío.png")).isNull()
    assert str(tmp_path / "mío.png") in page.notice.text()


def test_the_page_tells_pages_and_can_be_stopped(qtbot, page, tmp_path):
    page.field.setText(str(tmp_path / "todo.pdf"))
    page.make_button.click()
    qtbot.wait_until(lambda: page.bar.value() >= 1, timeout=20_000)
    assert page.bar.maximum() == 53
    page.make_button.click()  # it says Stop now
    qtbot.wait_until(lambda: not page.bar.isVisible(), timeout=20_000)
    assert not (tmp_path / "todo.pdf").exists()
    assert not page.open_button.isVisible()


def test_the_page_says_in_one_line_what_is_wrong(qtbot, page, tmp_path):
    (tmp_path / "x.pdf").mkdir()
    page.what.setCurrentIndex(1)
    page.field.setText(str(tmp_path / "x.pdf"))
    page.make_button.click()
    qtbot.wait_until(lambda: "x.pdf" in page.notice.text(), timeout=20_000)
    for control in (page.what, page.kind, page.paper, page.turn, page.field, page.cut):
        assert control.accessibleName()
        assert control.height() >= MIN_TARGET


def test_the_command(tmp_path, capsys):
    file = tmp_path / "comida.pdf"
    arguments = ["boards", "export", str(file), "--profile", str(tmp_path / "p")]
    arguments += ["--language", "en", "--board", "Food", "--paper", "letter", "--cut-lines"]
    assert main(arguments) == 0
    assert "1 page" in capsys.readouterr().out
    assert "792 x 612" in info_of(file)["Page size"]
    assert CREDIT["en"] in text_of(file)
    picture = tmp_path / "home.png"
    assert main(["boards", "export", str(picture), "--profile", str(tmp_path / "p")]) == 0
    assert not QImage(str(picture)).isNull()


@pytest.mark.parametrize("name", ["lots_of_stuff.obz", "inline_images.obf", "path_images.obz"])
def test_boards_of_others_are_printed_with_their_pictures(qapp, shared, tmp_path, name):
    path = shared / "data" / "boards" / "obf" / name
    if not path.exists():
        pytest.skip(f"{name} is not there")
    boards = read_set(path)
    file = tmp_path / "x.pdf"
    print_pdf(boards, in_order(boards), file, nothing_cached, PrintOptions(language="en"))
    assert file.read_bytes().count(b"/Image") >= 1
