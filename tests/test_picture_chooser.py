"""Choosing a picture: in a real window, with a real server on this machine, and without one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage

from aac_app.picture_search import PictureSearch, Search
from aac_app.pictures import Pictures
from aac_app.search_desk import SearchDesk
from aac_app.settings import ThemeName
from aac_app.ui.picture_chooser import PictureChooser
from aac_app.ui.theme import MIN_TARGET, THEMES, style_sheet
from pictograms.answer import Validator
from pictograms.arasaac import ArasaacClient
from pictograms.cache import Cache
from pictograms.obf import board_to_bytes, parse_board
from pictograms.pictogram import Pictogram, WordClass
from pictograms.variant import Skin, Variant
from tests.arasaac_server import DROPPED, Fault
from tests.pictures import png

APPLE = Pictogram(2462, "apple", WordClass.NOUN, ("apple",))
FIGHT = Pictogram(7, "apple fight", WordClass.VERB, ("apple fight",), is_violent=True)


@pytest.fixture
def cache(tmp_path):
    with Cache(tmp_path / "cache") as one:
        yield one


@pytest.fixture
def chooser(qtbot):
    theme = THEMES[ThemeName.LIGHT]
    widget = PictureChooser(theme)
    widget.setStyleSheet(style_sheet(theme))
    widget.resize(1100, 640)
    qtbot.add_widget(widget)
    widget.show()
    return widget


@pytest.fixture
def serve(chooser, cache):
    """serve(server or None, known=...): a desk for the chooser; it is stopped at the end."""
    desks = []

    def start(server, known=()):
        address = (server.api, server.static) if server else ("http://127.0.0.1:9",) * 2
        client = partial(_client, *address)
        pictures = Pictures(cache, (), client)
        desk = SearchDesk(chooser, pictures.search(lambda _: known))
        desk.adapt("en", may_ask=server is not None)
        desks.append(desk)
        return desk

    yield start
    for desk in desks:
        assert desk.stop()


def _client(api, static, cancelled):
    return ArasaacClient(api, static, pace=0, cancelled=cancelled)


def with_picture(server):
    """A record of the server's that has one of its pictures, and its word."""
    (like,) = [record for record in server.records.values() if record["hair"]]
    identity = server.picture_ids()[0]
    server.records = {identity: {**like, "_id": identity}}
    return identity, like["keywords"][0]["keyword"]


def labels(chooser):
    return [hit.pictogram.label for hit in chooser.hits.hits]


def test_a_search_asks_arasaac_where_it_may(qtbot, chooser, serve, arasaac):
    identity, word = with_picture(arasaac)
    serve(arasaac)
    chooser.open(word)
    qtbot.wait_until(lambda: word in labels(chooser))
    hit = next(hit for hit in chooser.hits.hits if hit.pictogram.id == identity)
    hit.click()
    qtbot.wait_until(lambda: not chooser.preview.portrait.image.isNull())
    with qtbot.wait_signal(chooser.picture_chosen) as chosen:
        chooser.preview.take_button.click()
    image = chosen.args[0].image
    assert (image.arasaac_id, chosen.args[0].data) == (identity, None)
    assert "Sergio Palao" in image.license.author_name
    assert image.license.type == "CC BY-NC-SA"


def test_variants_are_drawn_by_arasaac_and_kept(qtbot, chooser, serve, arasaac, cache):
    identity, word = with_picture(arasaac)
    serve(arasaac)
    chooser.open(word)
    qtbot.wait_until(lambda: identity in [hit.pictogram.id for hit in chooser.hits.hits])
    next(hit for hit in chooser.hits.hits if hit.pictogram.id == identity).click()
    controls = chooser.preview.variants
    controls.plural.click()
    controls.tense.setCurrentIndex(1)
    controls.skin.setCurrentIndex(controls.skin.findData(Skin.BLACK))
    wanted = Variant(plural=True, action="past", skin=Skin.BLACK)
    assert controls.variant == wanted
    qtbot.wait_until(lambda: cache.image_path(identity, wanted) is not None)
    asked = [seen.query for seen in arasaac.seen if "skin" in seen.query]
    assert asked[-1] == {"plural": "true", "action": "past", "skin": "black", "resolution": "500"}
    qtbot.wait_until(lambda: not chooser.preview.portrait.image.isNull())
    with qtbot.wait_signal(chooser.picture_chosen) as chosen:
        chooser.preview.take_button.click()
    image = chosen.args[0].image
    assert (image.variant, image.symbol.filename) == (wanted, str(identity))


def test_a_variant_survives_the_board_file_and_others_see_the_plain_picture(chooser):
    chooser.show_hits([APPLE], "")
    chooser.hits.hits[0].click()
    chooser.preview.variants.colourless.click()
    chosen = []
    chooser.picture_chosen.connect(chosen.append)
    chooser.preview.take_button.click()
    image = chosen[0].image
    raw = {
        "id": "b",
        "buttons": [{"id": "a", "label": "apple", "image_id": image.id}],
        "grid": {"rows": 1, "columns": 1, "order": [["a"]]},
        "images": [{"id": image.id, "symbol": {"set": "arasaac", "filename": "2462"}}],
    }
    board = parse_board(raw, "b.obf")
    data = board_to_bytes(replace(board, images={image.id: image}))
    kept = parse_board(data, "b.obf").images[image.id]
    assert kept == image
    assert kept.variant == Variant(color=False)
    assert kept.symbol.filename == "2462"


def test_without_leave_nothing_is_sent_and_boards_are_a_catalogue(qtbot, chooser, serve, arasaac):
    serve(None, known=[APPLE])
    with qtbot.assert_not_emitted(chooser.picture_chosen):
        chooser.open("appl")
        qtbot.wait_until(lambda: labels(chooser) == ["apple"])
        chooser.hits.hits[0].click()
        qtbot.wait_until(
            lambda: "not on this computer" in chooser.preview.portrait.accessibleName()
        )
    assert arasaac.seen == []
    with qtbot.wait_signal(chooser.fetching_wanted):
        chooser.page.fetch_button.click()


def test_the_whole_catalogue_is_searched_without_asking(cache, arasaac):
    cache.records.store_catalogue([APPLE], "en", date(2026, 1, 1), Validator())
    search = PictureSearch(cache, partial(_client, arasaac.api, arasaac.static), lambda _: [FIGHT])
    hits = search.find(Search("apple", "en", may_ask=True))
    assert [one.id for one in hits.pictograms] == [APPLE.id]
    assert arasaac.seen == []
    search.close()


def test_a_server_that_is_down_is_one_line(qtbot, chooser, serve, arasaac):
    arasaac.fail("search", *[DROPPED] * 30)
    serve(arasaac, known=[APPLE])
    chooser.open("apple")
    qtbot.wait_until(lambda: labels(chooser) == ["apple"], timeout=10_000)
    assert "ARASAAC" in chooser.page.notice.text()


def test_sex_and_violence_wait_for_the_switch(chooser):
    chooser.show_hits([FIGHT, APPLE], "")
    assert labels(chooser) == ["apple"]
    chooser.page.grown_up.click()
    assert labels(chooser) == ["apple fight", "apple"]
    chooser.page.grown_up.click()
    assert labels(chooser) == ["apple"]


def test_a_new_search_comes_before_the_pictures_of_the_last(qtbot, chooser, serve, arasaac):
    words = [record["keywords"][0]["keyword"] for record in arasaac.records.values()]
    arasaac.fail("/pictograms/", *[Fault(delay=0.3)] * 2)
    serve(arasaac)
    for word in words[:3]:
        chooser.open(word)
    qtbot.wait_until(lambda: words[2] in labels(chooser), timeout=10_000)


def test_a_large_photo_becomes_small_upright_and_tells_no_place(qtbot, chooser, serve, tmp_path):
    photo = QImage(3000, 1500, QImage.Format.Format_RGB32)
    photo.fill(QColor("#3080c0"))
    path = tmp_path / "perro.jpg"
    assert photo.save(str(path))
    data = path.read_bytes()
    exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"
    segment = b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif
    path.write_bytes(data[:2] + segment + data[2:])  # held upright: turn by 90 degrees
    serve(None)
    chooser._file_chosen(path)
    qtbot.wait_until(lambda: chooser.preview.take_button.isEnabled())
    with qtbot.wait_signal(chooser.picture_chosen) as chosen:
        chooser.preview.take_button.click()
    choice = chosen.args[0]
    assert (choice.image.width, choice.image.height) == (500, 1000)
    assert choice.image.content_type == "image/jpeg"
    assert b"Exif" not in choice.data
    assert choice.image.license is None


def test_who_made_a_picture_is_kept(qtbot, chooser, serve, tmp_path):
    (tmp_path / "casa.png").write_bytes(png(3))
    serve(None)
    chooser._file_chosen(tmp_path / "casa.png")
    qtbot.wait_until(lambda: chooser.preview.take_button.isEnabled())
    fields = chooser.preview.credits
    fields.author.setText(" Marta  Ruiz ")
    fields.source.setText("https://example.org/casa")
    fields.terms.setText("CC BY 4.0")
    with qtbot.wait_signal(chooser.picture_chosen) as chosen:
        chooser.preview.take_button.click()
    license = chosen.args[0].image.license
    assert (license.type, license.author_name) == ("CC BY 4.0", "Marta Ruiz")
    assert license.source_url == "https://example.org/casa"


@pytest.mark.parametrize(
    "content",
    [b"", b"no picture", b"<svg xmlns='http://www.w3.org/2000/svg'/>", png(1)[:40]],
    ids=["empty", "text", "svg", "cut"],
)
def test_what_is_no_picture_is_one_line(qtbot, chooser, serve, tmp_path, content):
    (tmp_path / "x.png").write_bytes(content)
    serve(None)
    chooser._file_chosen(tmp_path / "x.png")
    qtbot.wait_until(
        lambda: "x.png" in chooser.page.notice.text() and "…" not in chooser.page.notice.text()
    )
    assert not chooser.preview.take_button.isEnabled()


def test_the_clipboard_and_no_picture(qtbot, chooser, serve):
    serve(None)
    QGuiApplication.clipboard().setMimeData(QMimeData())
    chooser.page.paste_button.click()
    assert "clipboard" in chooser.page.notice.text()
    image = QImage(40, 30, QImage.Format.Format_ARGB32)
    image.fill(QColor(200, 30, 30, 128))
    QGuiApplication.clipboard().setImage(image)
    chooser.page.paste_button.click()
    qtbot.wait_until(lambda: chooser.preview.take_button.isEnabled())
    with qtbot.wait_signal(chooser.picture_chosen) as chosen:
        chooser.preview.take_button.click()
    assert chosen.args[0].image.content_type == "image/png"
    assert QImage.fromData(chosen.args[0].data).size() == image.size()
    with qtbot.wait_signal(chooser.picture_chosen) as chosen:
        chooser.page.none_button.click()
    assert chosen.args[0].image is None


def test_a_file_is_chosen_on_a_page(qtbot, chooser, serve, tmp_path):
    (tmp_path / "fotos").mkdir()
    (tmp_path / "fotos" / "gato.png").write_bytes(png(9))
    (tmp_path / "fotos" / "notas.txt").write_text("no")
    serve(None)
    chooser.page.file_button.click()
    files = chooser.files
    files.show_folder(str(tmp_path))
    qtbot.wait_until(lambda: _rows(files) == ["fotos"])
    files._pressed(files.list.model().index(0, 0, files.list.rootIndex()))
    qtbot.wait_until(lambda: _rows(files) == ["gato.png"])
    files._pressed(files.list.model().index(0, 0, files.list.rootIndex()))
    qtbot.wait_until(lambda: chooser.preview.take_button.isEnabled())
    assert chooser.preview.caption.text() == "gato"


def _rows(files):
    model, root = files.list.model(), files.list.rootIndex()
    return [model.data(model.index(row, 0, root)) for row in range(model.rowCount(root))]


def test_everything_can_be_reached_and_named(chooser):
    chooser.show_hits([APPLE], "")
    chooser.hits.hits[0].click()
    page = chooser.page
    for widget in (
        *(page.close_button, page.field, page.search_button, page.file_button, page.paste_button),
        *(page.none_button, page.grown_up, page.fetch_button, chooser.preview.take_button),
        *(chooser.hits.hits[0], chooser.preview.variants.tense, chooser.preview.variants.skin),
    ):
        assert widget.accessibleName(), widget
        assert widget.height() >= MIN_TARGET, widget.accessibleName()
    assert "Sergio Palao" in page._credit.text()


def test_files_dropped_on_the_page_are_read(qtbot, chooser, serve, tmp_path):
    (tmp_path / "a.png").write_bytes(png(4))
    serve(None)
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.png"))])

    class Drop:
        def mimeData(self):  # noqa: N802 (Qt's name)
            return content

    chooser.dropEvent(Drop())
    qtbot.wait_until(lambda: chooser.preview.take_button.isEnabled())
