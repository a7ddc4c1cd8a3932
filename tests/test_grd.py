"""AsTeRICS Grid's files: real ones with their counts, and what each kind of element becomes."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import pytest

from pictograms.board import VARIANT_FIELD, Board, Button, Image, License, LoadBoard, Symbol
from pictograms.cells import boxes_of
from pictograms.credit import image_license
from pictograms.errors import BoardError
from pictograms.exchange import Imported, import_file
from pictograms.grd_frame import FROM
from pictograms.import_report import Reason
from pictograms.pictogram import WordClass

ARASAAC = "https://api.arasaac.org/api/pictograms/2248?download=false&plural=false&color=true"

# Boards, elements and ARASAAC's numbers as the list of the files tells them; links counted.
REAL = {
    "arasaac_global_grid_core_en": ("en", 44, 1389, 46, 975),
    "asterics_default_multilingual": ("es", 44, 943, 47, 255),
    "cace-utac_2021_st-g_es": ("es", 29, 1041, 88, 857),
    "cace_2021_multilingue": ("es", 52, 1253, 66, 839),
    "color-categories-demo": ("en", 2, 66, 0, 19),
    "dibujar_y_pintar_es": ("es", 1, 45, 0, 39),
    "empty": ("en", 2, 8, 0, 6),
    "global-core_arasaac_es": ("es", 57, 1406, 52, 695),
    "grammar-demos": ("es", 9, 69, 7, 20),
    "hora_de_la_ducha_es": ("es", 1, 29, 0, 28),
    "jugar_lego_es": ("es", 1, 28, 0, 28),
    "quick-core-24_en": ("en", 50, 687, 48, 5),
    "quiero_un_bocadillo_es": ("es", 1, 50, 0, 27),
}


def element(identity: str = "e", x: int = 0, y: int = 0, **changes: Any) -> dict[str, Any]:
    raw = {
        "id": identity,
        "x": x,
        "y": y,
        "width": 1,
        "height": 1,
        "label": {"es": identity},
        "actions": [{"modelName": "GridActionSpeak"}],
        "type": "ELEMENT_TYPE_NORMAL",
    }
    return raw | changes


def grid(*elements: dict[str, Any], identity: str = "g", **changes: Any) -> dict[str, Any]:
    raw = {
        "id": identity,
        "label": {"es": identity},
        "rowCount": 1,
        "minColumnCount": 1,
        "gridElements": list(elements),
    }
    return raw | changes


def imported(tmp_path: Path, *grids: dict[str, Any], language: str = "es", **rest: Any) -> Imported:
    path = tmp_path / "some.grd"
    path.write_text(json.dumps({"grids": list(grids), **rest}), encoding="utf-8-sig")
    return import_file(path, language)


def button(tmp_path: Path, **changes: Any) -> Button:
    """The one button of a file with one element."""
    [found] = board(tmp_path, element(**changes)).buttons.values()
    return found


def board(tmp_path: Path, *elements: dict[str, Any], **changes: Any) -> Board:
    return imported(tmp_path, grid(*elements, **changes)).boards.first


def action(kind: str, **fields: Any) -> dict[str, Any]:
    return {"modelName": f"GridAction{kind}", **fields}


def reasons(found: Imported) -> set[Reason]:
    return {one.reason for one in (*found.report.approximated, *found.report.left_out)}


@pytest.mark.parametrize("name", REAL)
def test_real_files_with_their_counts(shared: Path, name: str) -> None:
    language, boards, buttons, links, pictograms = REAL[name]
    path = shared / "data" / "boards" / "grd" / f"{name}.grd.json"
    found = import_file(path, "es")
    report = found.report
    assert report.language == language
    told = (report.boards, report.buttons, report.links, report.pictograms)
    assert told == (boards, buttons, links, pictograms)
    assert report.skipped == len(report.left_out) == report.counts["skipped"]
    raw = json.loads(path.read_text("utf-8-sig"))
    elements = {one["id"] for each in raw["grids"] for one in each["gridElements"]}
    kept = {one.id for each in found.boards.boards.values() for one in each.buttons.values()}
    assert elements <= kept  # no element is lost, whatever it is
    assert found.boards.root == (raw.get("metadata") or {}).get("homeGridId", raw["grids"][0]["id"])


def test_word_forms_of_a_real_file_are_kept(shared: Path) -> None:
    path = shared / "data" / "boards" / "grd" / "grammar-demos.grd.json"
    found = import_file(path, "es").boards
    forms = [
        form
        for each in found.boards.values()
        for one in each.buttons.values()
        if FROM not in one.extra
        for form in one.extra.get("ext_grd_word_forms", ())
    ]
    assert len(forms) == 314


def test_every_place_of_a_real_file_keeps_its_side(shared: Path) -> None:
    """Of any two buttons of a board, the one further left (or up) is never further right."""
    path = shared / "data" / "boards" / "grd" / "dibujar_y_pintar_es.grd.json"
    raw = {
        one["id"]: one
        for one in json.loads(path.read_text("utf-8-sig"))["grids"][0]["gridElements"]
    }
    found = import_file(path, "es").boards.first
    assert (found.rows, found.columns) == (5, 9)  # of 10 x 18, each button 2 x 2
    places = [(row, column, raw[one.id]) for row, column, one in found.cells()]
    assert len(places) == 45
    for row, column, one in places:
        assert (one["y"], one["x"]) == (2 * row, 2 * column)


def test_a_word(tmp_path: Path) -> None:
    found = board(
        tmp_path,
        element(
            label={"es": " ABRIR ", "en": "OPEN"},
            image={"url": ARASAAC},
            colorCategory="CC_VERB",
            backgroundColor="#C7F3C7",
            borderColor="#808080",
            vocabularyLevel=2,
            hidden=True,
        ),
    )
    assert found.buttons["e"] == Button(
        id="e",
        label="ABRIR",
        gloss="abrir",
        image_id="arasaac-2248",
        hidden=True,
        background_color="rgb(199, 243, 199)",
        border_color="rgb(128, 128, 128)",
        word_class=WordClass.VERB,
        level=2,
    )
    assert found.images["arasaac-2248"] == Image(
        "arasaac-2248",
        url=ARASAAC,
        symbol=Symbol("arasaac", "2248"),
        license=image_license(2248, "es"),
    )
    assert found.strings == {"en": {"ABRIR": "OPEN"}}
    assert (found.name, found.locale, found.order) == ("g", "es", (("e",),))


@pytest.mark.parametrize(
    ("label", "language", "gloss"),
    [
        ("COMER", "es", "comer"),
        ("comer", "es", None),
        ("Ana", "es", None),
        ("QUIERO UN…", "es", "quiero un"),
        ("¿QUÉ?", "es", "¿qué?"),
        ("I", "en", None),
        ("I DON´T KNOW", "en", "I don´t know"),
        ("2", "es", None),
    ],
)
def test_capitals_are_small_for_the_engine(
    tmp_path: Path, label: str, language: str, gloss: str | None
) -> None:
    raw = grid(element(label={language: label}))
    [found] = imported(tmp_path, raw, language=language).boards.first.buttons.values()
    assert (found.label, found.gloss) == (label, gloss)


@pytest.mark.parametrize(
    ("category", "colour", "expected"),
    [
        ("CC_NOUN", None, WordClass.NOUN),
        ("CC_ADVERB", "#ffffff", WordClass.DESCRIPTOR),
        ("CC_PRONOUN_PERSON_NAME", None, WordClass.PERSON),
        ("CC_PREPOSITION", None, WordClass.MISC),
        ("CC_UNHEARD_OF", "#fdfd96", WordClass.PERSON),
        (None, "#84b6f4", WordClass.DESCRIPTOR),
        (None, "#123456", WordClass.OTHER),
        (None, None, WordClass.OTHER),
    ],
)
def test_categories_and_colours_tell_the_word_class(
    tmp_path: Path, category: Any, colour: Any, expected: WordClass
) -> None:
    found = button(tmp_path, colorCategory=category, backgroundColor=colour)
    assert found.word_class is expected


def test_what_is_said_instead_of_the_label(tmp_path: Path) -> None:
    spoken = {"es": "ABRIR EL GRIFO", "en": "TURN THE TAP ON"}
    found = button(
        tmp_path, label={"es": "ABRIR"}, actions=[action("SpeakCustom", speakText=spoken)]
    )
    assert (found.label, found.vocalization) == ("ABRIR", "ABRIR EL GRIFO")
    assert found.gloss == "abrir el grifo"
    found = button(tmp_path, label={"es": "Max"}, pronunciation={"es": "Maks"})
    assert (found.spoken, found.gloss) == ("Maks", None)


def test_word_forms_are_spoken_where_they_fit(tmp_path: Path) -> None:
    forms = [
        {"lang": "de", "tags": ["BASE"], "value": "sein", "pronunciation": "zain"},
        {"lang": "es", "tags": ["BASE"], "value": "ser", "pronunciation": "seer"},
        {"lang": "es", "tags": ["1.PERS"], "value": "soy"},
    ]
    found = imported(tmp_path, grid(element(label={"es": "ser"}, wordForms=forms)))
    [one] = found.boards.first.buttons.values()
    assert (one.label, one.vocalization) == ("ser", "seer")
    assert one.extra["ext_grd_word_forms"] == forms
    [told] = [each for each in found.report.approximated if each.reason is Reason.WORD_FORMS]
    assert told.detail == "ser, soy"
    named = [{"tags": [], "value": "Peter"}, {"tags": [], "value": "Max"}]
    assert button(tmp_path, label={"es": ""}, wordForms=named).label == "Peter"


@pytest.mark.parametrize(
    ("actions", "expected"),
    [
        ([action("CollectElement", action="COLLECT_ACTION_SPEAK_CONTINUOUS")], (":speak",)),
        ([action("CollectElement", action="COLLECT_ACTION_SPEAK_CLEAR")], (":speak", ":clear")),
        ([action("CollectElement", action="COLLECT_ACTION_CLEAR")], (":clear",)),
        ([action("CollectElement", action="COLLECT_ACTION_REMOVE_WORD")], (":backspace",)),
        ([action("CollectElement", action="COLLECT_ACTION_REMOVE_CHAR")], (":backspace",)),
        ([action("Navigate", navType="navigateToHomeGrid")], (":home",)),
        ([action("Navigate", navType="navigateToLastOpenedGrid")], (":back",)),
        ([action("Navigate", toLastGrid=True)], (":back",)),
    ],
)
def test_controls(tmp_path: Path, actions: list[Any], expected: tuple[str, ...]) -> None:
    found = button(tmp_path, label={}, actions=actions)
    assert found.actions == expected
    assert found.label  # a picture alone has no name for who cannot see it
    assert not found.is_word


@pytest.mark.parametrize(
    ("one", "reason", "detail"),
    [
        (
            action("OpenWebpage", openURL="https://example.org"),
            Reason.WEB_PAGE,
            "https://example.org",
        ),
        (action("HTTP", restUrl="http://127.0.0.1/on"), Reason.NETWORK, "http://127.0.0.1/on"),
        (action("UART"), Reason.NETWORK, "GridActionUART"),
        (
            action("ARE", areURL="http://127.0.0.1:8081/rest/"),
            Reason.NETWORK,
            "http://127.0.0.1:8081/rest/",
        ),
        (action("OpenHAB", openHABUrl="http://h"), Reason.NETWORK, "http://h"),
        (action("Matrix"), Reason.NETWORK, "GridActionMatrix"),
        (action("System", action="VOLUME_UP"), Reason.SYSTEM, "VOLUME_UP"),
        (action("Youtube", action="YT_PLAY"), Reason.MEDIA, "YT_PLAY"),
        (action("Webradio", action="START"), Reason.MEDIA, "START"),
        (action("ChangeLang", language="de"), Reason.CHANGE_LANGUAGE, "de"),
        (action("WordForm", type="NEXT"), Reason.CHANGE_FORM, "NEXT"),
        (action("Navigate", navType="navigateToSearch"), Reason.SEARCH, ""),
        (action("CollectElement", action="COLLECT_ACTION_SHARE"), Reason.OTHER_ACTION, "share"),
        (action("Brew"), Reason.OTHER_ACTION, "GridActionBrew"),
    ],
)
def test_what_reaches_out_is_named_and_never_done(
    tmp_path: Path, one: dict[str, Any], reason: Reason, detail: str
) -> None:
    found = imported(tmp_path, grid(element("ver", actions=[action("Speak"), one])))
    [skipped] = found.report.left_out
    assert (skipped.board, skipped.button) == ("g", "ver")
    assert (skipped.reason, skipped.detail) == (reason, detail)
    kept = found.boards.first.buttons["ver"]
    assert (kept.actions, kept.load_board) == ((), None)
    assert kept.is_word  # the word itself is still there
    assert kept.extra["ext_grd_actions"] == [one]


def test_links(tmp_path: Path) -> None:
    to_other = action("Navigate", navType="navigateToGrid", toGridId="b")
    nowhere = action("Navigate", navType="navigateToGrid", toGridId="gone")
    found = imported(
        tmp_path,
        grid(
            element("más", actions=[action("Speak"), to_other]),
            element("con", 1, actions=[to_other | {"addToCollectElem": True}]),
            element("sin", 2, actions=[nowhere]),
            element("mudo", 3, label={}, actions=[to_other]),
            identity="a",
        ),
        grid(element("x"), identity="b"),
    )
    buttons = found.boards.first.buttons
    link = LoadBoard(id="b", name="b", path="boards/b.obf")
    assert buttons["más"].load_board == buttons["con"].load_board == link
    assert not buttons["más"].is_word
    assert buttons["con"].is_word
    assert buttons["más"].word_class is WordClass.CATEGORY
    assert found.boards.target(link) == found.boards.boards["b"]
    assert buttons["mudo"].label == "b"
    assert buttons["sin"].load_board == LoadBoard(id="gone")
    assert (found.report.links, found.report.boards) == (4, 2)
    told = {(one.button, one.reason) for one in found.report.approximated}
    assert told == {("más", Reason.SILENT_LINK), ("sin", Reason.LEADS_NOWHERE)}


def test_links_in_a_circle(tmp_path: Path) -> None:
    def to(target: str) -> list[Any]:
        return [action("Navigate", navType="navigateToGrid", toGridId=target)]

    found = imported(
        tmp_path,
        grid(element(actions=to("b")), identity="a"),
        grid(element(actions=to("a")), element("e2", 1, actions=to("b")), identity="b"),
    )
    assert found.report.links == 3


def test_words_that_are_said_and_not_collected(tmp_path: Path) -> None:
    found = button(tmp_path, dontCollect=True)
    assert found.speaks_at_once
    assert not found.is_word


def test_letters_of_a_keyboard_spell(tmp_path: Path) -> None:
    letters = [element(f"k{sign}", place, label={"es": sign}) for place, sign in enumerate("QW ")]
    found = board(tmp_path, *letters, keyboardMode="KEYBOARD_ENABLED")
    assert [one.actions for one in found.buttons.values()] == [("+q",), ("+w",), (":space",)]
    assert found.buttons["k"].label == "espacio"
    assert board(tmp_path, *letters).buttons["kQ"].is_word
    many = [element(f"k{sign}", place, label={"es": sign}) for place, sign in enumerate("ABCDE")]
    assert board(tmp_path, *many).buttons["kA"].actions == ("+a",)
    off = board(tmp_path, *many, keyboardMode="KEYBOARD_DISABLED")
    assert off.buttons["kA"].actions == ()


def test_places_for_likely_words(tmp_path: Path) -> None:
    places = [element(f"p{n}", n, type="ELEMENT_TYPE_PREDICTION", actions=[]) for n in range(2)]
    found = board(tmp_path, *places)
    assert [one.actions for one in found.buttons.values()] == [
        (":ext_aac_complete_1",),
        (":ext_aac_complete_2",),
    ]


def test_parts_that_are_not_buttons_are_kept_hidden(tmp_path: Path) -> None:
    found = imported(
        tmp_path,
        grid(
            element("bar", 0, label={}, type="ELEMENT_TYPE_COLLECT"),
            element("tv", 1, label={}, type="ELEMENT_TYPE_YT_PLAYER"),
        ),
    )
    assert all(one.hidden and not one.is_word for one in found.boards.first.buttons.values())
    assert found.report.buttons == 2
    [skipped] = found.report.left_out
    assert (skipped.reason, skipped.detail) == (Reason.ELEMENT, "video player")


def test_recorded_sounds(tmp_path: Path) -> None:
    recording = base64.b64encode(b"ID3\x04sound").decode()
    found = board(tmp_path, element(actions=[action("Audio", dataBase64=recording)]))
    sound = found.sounds[found.buttons["e"].sound_id or ""]
    assert sound.data == f"data:audio/mpeg;base64,{recording}"
    bad = imported(tmp_path, grid(element(actions=[action("Audio", dataBase64="???")])))
    assert bad.boards.first.buttons["e"].sound_id is None
    assert reasons(bad) == {Reason.BAD_SOUND}


def test_pictures(tmp_path: Path) -> None:
    drawn = ARASAAC.replace("plural=false", "plural=true") + "&skin=black"
    mulberry = {"url": "https://example.org/a.png", "author": "Ana", "authorURL": "https://a"}
    found = imported(
        tmp_path,
        grid(
            element("a", 0, image={"url": drawn}),
            element("b", 1, image=mulberry),
            element("c", 2, image={"url": "file:///etc/passwd"}),
            element("d", 3, image={"url": "https://arasaac.org.evil.example/pictograms/7"}),
            element("e", 4, image={"url": "https://[", "data": None}),
        ),
    )
    first = found.boards.first
    assert first.images["arasaac-2248_plural_skin-A65C17"].extra == {
        VARIANT_FIELD: {"plural": "true", "skin": "black"}
    }
    remote = first.images["b"]
    assert (remote.url, remote.data) == ("https://example.org/a.png", None)
    assert remote.license == License("private", author_name="Ana", author_url="https://a")
    assert first.buttons["c"].image_id is None
    assert first.images["d"].arasaac_id is None
    told = [one.button for one in found.report.approximated if one.reason is Reason.REMOTE_PICTURE]
    assert told == ["b", "d", "e"]


def test_buttons_of_many_cells(tmp_path: Path) -> None:
    found = board(
        tmp_path,
        element("wide", 0, 0, width=4, height=2),
        element("a", 4, 0, width=2, height=2),
        element("b", 0, 2, width=2, height=2),
        element("c", 4, 2, width=2, height=2),
    )
    assert found.order == (("wide", None, "a"), ("b", None, "c"))
    assert found.buttons["wide"].extra == {"ext_aac_columns": 2}
    assert {one.id: (box.rows, box.columns) for box, one in boxes_of(found)} == {
        "wide": (1, 2),
        "a": (1, 1),
        "b": (1, 1),
        "c": (1, 1),
    }


def test_gaps_stay_gaps(tmp_path: Path) -> None:
    found = board(tmp_path, element("a", 1, 0), element("b", 3, 2), rowCount=4, minColumnCount=5)
    assert found.order == (
        (None, "a", None, None, None),
        (None,) * 5,
        (None, None, None, "b", None),
        (None,) * 5,
    )


def test_buttons_that_overlap_are_all_there(tmp_path: Path) -> None:
    found = imported(
        tmp_path, grid(element("a", 0), element("b", 0), element("c", 1), element("d", 0))
    )
    first = found.boards.first
    assert first.order == (("a", "c"), ("b", "d"))
    assert [one.button for one in found.report.approximated] == ["b", "d"]


def test_the_language_that_is_asked_for(tmp_path: Path) -> None:
    labels = [{"es": "uno", "en": "one", "de-at": "eins"}, {"en": "two"}, {"en": "three"}]
    raw = grid(*(element(f"e{n}", n, label=label) for n, label in enumerate(labels)))

    def words(language: str | None) -> list[str]:
        found = import_file(imported(tmp_path, raw).boards.source, language)
        return [one.label for one in found.boards.first.buttons.values()]

    assert words("es") == ["uno", "two", "three"]
    assert words("de") == ["eins", "two", "three"]
    assert words("en") == words(None) == ["one", "two", "three"]
    assert words("fr") == ["one", "two", "three"]
    missing = imported(tmp_path, raw, language="fr").report
    assert [(one.reason, one.detail) for one in missing.approximated] == [(Reason.LANGUAGE, "en")]
    partly = imported(tmp_path, raw, language="es").report
    told = [(one.button, one.reason, one.detail) for one in partly.approximated]
    assert told == [
        ("two", Reason.OTHER_LANGUAGE, "en"),
        ("three", Reason.OTHER_LANGUAGE, "en"),
    ]


def framed(tmp_path: Path, *elements: dict[str, Any], **changes: Any) -> Imported:
    """A file with a global grid of these elements around a page of two words."""
    page = grid(element("p1", 0, 0), element("p2", 1, 1), identity="page", rowCount=2, **changes)
    everywhere = grid(*elements, identity="all", rowCount=3, minColumnCount=5)
    metadata = {"homeGridId": "page", "globalGridId": "all", "globalGridActive": True}
    return imported(tmp_path, page, everywhere, metadata=metadata)


BAR = (
    element("home", 0, 0, label={}, actions=[action("Navigate", navType="navigateToHomeGrid")]),
    element("bar", 1, 0, width=4, label={}, type="ELEMENT_TYPE_COLLECT"),
)


def test_a_global_grid_of_controls_is_left_to_the_window(tmp_path: Path) -> None:
    found = framed(tmp_path, *BAR)
    assert found.boards.root == "page"
    assert found.boards.first.order == (("p1", None), (None, "p2"))
    assert Reason.CONTROLS in reasons(found)


def test_words_of_the_global_grid_stand_on_every_board(tmp_path: Path) -> None:
    found = framed(tmp_path, *BAR, element("yo", 0, 1), element("tú", 0, 2))
    page = found.boards.first
    assert page.order == (("yo", "p1", None), ("tú", None, "p2"))
    assert page.buttons["yo"].extra[FROM] == "all"
    assert (found.report.boards, found.report.buttons) == (2, 6)  # those of the file
    assert len(found.boards.boards["all"].buttons) == 4
    off = framed(tmp_path, *BAR, element("yo", 0, 1), showGlobalGrid=False)
    assert "yo" not in off.boards.first.buttons


def test_words_below_every_board_stay_below(tmp_path: Path) -> None:
    row = [element(f"w{n}", n, 2) for n in range(5)]
    page = framed(tmp_path, *BAR, *row).boards.first
    assert page.order == (
        ("p1", None, None, None, None),
        (None, "p2", None, None, None),
        ("w0", "w1", "w2", "w3", "w4"),
    )


def test_settings_dictionaries_and_stations_are_named(tmp_path: Path) -> None:
    found = imported(
        tmp_path,
        grid(element(), webRadios=[{"radioName": "Uno"}, {"radioName": "Dos"}]),
        metadata={"inputConfig": {}},
        dictionaries=[{"dictionaryKey": "casa"}],
    )
    told = [(one.reason, one.detail) for one in found.report.left_out]
    assert told == [
        (Reason.DICTIONARY, "casa"),
        (Reason.INPUT_SETTINGS, ""),
        (Reason.STATIONS, "Uno, Dos"),
    ]


def test_two_of_one_id_both_live(tmp_path: Path) -> None:
    twice = grid(element("a", 0), element("a", 1))
    found = imported(tmp_path, twice, twice).boards
    assert list(found.boards) == ["g", "g~2"]
    assert list(found.first.buttons) == ["a", "a~2"]
    assert len(set(found.paths.values())) == 2


def test_board_names_that_windows_keeps_for_itself(tmp_path: Path) -> None:
    names = ["CON", "nul.txt", "a/b", "../x", "", "Ñandú", "ñandu"]
    grids = [grid(element(), identity=f"g{n}", label={"es": name}) for n, name in enumerate(names)]
    paths = list(imported(tmp_path, *grids).boards.paths.values())
    assert paths[:4] == ["boards/con_.obf", "boards/nul_txt.obf", "boards/a_b.obf", "boards/x.obf"]
    assert paths[5:] == ["boards/nandu.obf", "boards/nandu_2.obf"]


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ({"grids": []}, "holds no boards"),
        ({"grids": [1, None, "x"]}, "holds no boards"),
        ({"grids": [grid(*(element(f"e{n}", n % 90) for n in range(4001)))]}, "more than 4000"),
        ({"grids": [grid(*(element(f"e{n}", n) for n in range(300)))]}, "more rows or columns"),
        ({"grids": [grid(element())] * 2001}, "more than 2000 boards"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(tmp_path: Path, value: Any, reason: str) -> None:
    path = tmp_path / "x.grd"
    path.write_text(json.dumps(value))
    with pytest.raises(BoardError, match=reason) as caught:
        import_file(path, "es")
    assert "\n" not in str(caught.value)


def test_one_board_that_cannot_be_does_not_hide_the_others(tmp_path: Path) -> None:
    wide = grid(*(element(f"e{n}", n) for n in range(300)), identity="wide")
    found = imported(tmp_path, wide, grid(element(), identity="good"))
    assert list(found.boards.boards) == ["good"]
    assert [one.board for one in found.report.left_out] == ["wide"]


def test_numbers_beyond_all_measure_are_brought_near(tmp_path: Path) -> None:
    far = [element("a", 10**30, -5, width=10**12), element("b", 0, 10**9, height=10**9)]
    found = board(tmp_path, *far, rowCount=1e300, minColumnCount="many")
    assert {one.id for _, _, one in found.cells()} == {"a", "b"}
    assert found.rows * found.columns < 50


def old_grid(**changes: Any) -> dict[str, Any]:
    """A grid as the first versions wrote it: texts in one language only."""
    elements = [
        element("a", label="comida", actions=[action("Navigate", toGridId="h")]),
        element("b", 1, label="yo", actions=[action("SpeakCustom", speakText="yo soy Ana")]),
        element("c", 2, label="ven", pronunciation="ben"),
    ]
    raw = {"modelVersion": '{"major": 1, "minor": 0, "patch": 0}', "locale": "es"}
    return {**grid(*elements), **raw, "label": "Inicio", **changes}


@pytest.mark.parametrize(
    "wrap", [lambda *all: {"grids": all}, lambda *all: all], ids=["kept", "list"]
)
def test_files_of_the_first_versions(tmp_path: Path, wrap: Any) -> None:
    other = {**grid(identity="h"), "label": "Comida"}
    path = tmp_path / "old.grd"
    path.write_text(json.dumps(wrap(old_grid(), other)))
    found = import_file(path, "es")
    assert (found.report.boards, found.report.buttons, found.report.links) == (2, 3, 1)
    assert found.report.language == "es"
    home = found.boards.first
    assert (home.name, home.locale) == ("Inicio", "es")
    assert [(one.label, one.spoken) for one in home.buttons.values()] == [
        ("comida", "comida"),
        ("yo", "yo soy Ana"),
        ("ven", "ben"),
    ]
    assert home.buttons["a"].load_board == LoadBoard("h", "Comida", "boards/comida.obf")


@pytest.mark.parametrize(
    ("told", "wanted", "language"), [("en", "es", "en"), (None, "es", "es"), (None, None, "")]
)
def test_the_language_of_an_old_file(
    tmp_path: Path, told: str | None, wanted: str | None, language: str
) -> None:
    path = tmp_path / "old.grd"
    path.write_text(json.dumps(old_grid(locale=told)))
    found = import_file(path, wanted)
    assert found.report.language == language
    assert [one.label for one in found.boards.first.buttons.values()] == ["comida", "yo", "ven"]
