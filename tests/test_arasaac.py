"""The client against a real server on 127.0.0.1, well-behaved and otherwise."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from dataclasses import replace
from threading import Event

import pytest

from pictograms.answer import Validator
from pictograms.arasaac import MAX_IMAGE, ArasaacClient
from pictograms.errors import (
    BadImageError,
    FetchCancelledError,
    MalformedRecordError,
    PictogramError,
    PictogramNotFoundError,
    SourceDownError,
    SourceUnavailableError,
)
from pictograms.hosts import redirected
from pictograms.pictogram import WordClass
from pictograms.variant import Hair, Skin, Variant
from tests.arasaac_server import (
    CUT_SHORT,
    DROPPED,
    EMPTY_200,
    EMPTY_404,
    ERROR_500,
    HTML_PAGE,
    LAST_MODIFIED,
    NOTHING_FOUND,
    TRUNCATED,
    UNAVAILABLE,
    ArasaacServer,
    Fault,
    redirect,
    too_many,
)

WATER = 2248
PICTURE = 6929


@pytest.fixture
def pauses() -> list[float]:
    """Every pause that the client made between two tries."""
    return []


@pytest.fixture
def client(arasaac: ArasaacServer, pauses: list[float]) -> Iterator[ArasaacClient]:
    with ArasaacClient(
        arasaac.api,
        arasaac.static,
        user_agent="aac-communicator/test",
        timeouts=(1.0, 0.3),
        sleep=pauses.append,
    ) as made:
        yield made


def test_a_search_gives_genuine_records(client: ArasaacClient) -> None:
    [water] = client.search("water", "en")
    assert (water.id, water.label, water.word_class) == (WATER, "water", WordClass.NOUN)
    assert water.plural == "waters"
    assert "beverage" in water.categories


def test_best_search_takes_the_whole_word_only(client: ArasaacClient) -> None:
    assert [found.id for found in client.best_search("Spider", "en")] == [2254]
    assert client.best_search("spid", "en") == []


def test_one_record_by_its_number(client: ArasaacClient) -> None:
    assert client.pictogram(2244, "en").keywords == ("grandfather", "grandpa")
    with pytest.raises(PictogramNotFoundError, match="99999"):
        client.pictogram(99999, "en")


@pytest.mark.parametrize("none", [NOTHING_FOUND, EMPTY_404, Fault(404, b'{"error": "no"}')])
def test_404_means_none(client: ArasaacClient, arasaac: ArasaacServer, none: Fault) -> None:
    arasaac.fail("/", none, none)
    assert client.search("water", "en") == []
    assert client.changed_within(7, "en") == []


def test_what_changed_lately(client: ArasaacClient, arasaac: ArasaacServer) -> None:
    assert client.changed_within(3, "en") == []
    arasaac.changed = [2250]
    assert [found.label for found in client.changed_within(3, "en")] == ["pillow"]
    assert arasaac.seen[-1].path == "/v1/pictograms/en/days/3"


def test_the_catalogue_comes_once(client: ArasaacClient) -> None:
    first = client.catalogue("en")
    assert first.value is not None
    assert len(first.value) == 7
    assert first.validator.etag
    again = client.catalogue("en", first.validator)
    assert (again.value, again.validator) == (None, first.validator)


def test_a_picture_comes_whole_and_once(client: ArasaacClient, arasaac: ArasaacServer) -> None:
    answer = client.image(PICTURE)
    assert answer.value == arasaac.picture(PICTURE)
    assert answer.validator.last_modified == LAST_MODIFIED
    assert arasaac.seen[-1].path == f"/pictograms/{PICTURE}/{PICTURE}_500.png"
    assert not client.image(PICTURE, known=Validator(None, LAST_MODIFIED)).is_modified


def test_a_variant_comes_from_the_api(client: ArasaacClient, arasaac: ArasaacServer) -> None:
    wanted = Variant(plural=True, color=False, action="past", skin=Skin.ASIAN, hair=Hair.RED)
    assert client.variant(PICTURE, wanted) == arasaac.picture(PICTURE)
    seen = arasaac.seen[-1]
    assert seen.path == f"/v1/pictograms/{PICTURE}"
    assert seen.query == {
        "plural": "true",
        "color": "false",
        "action": "past",
        "resolution": "500",
        "skin": "assian",
        "hair": "red",
    }


def test_a_background_colour_is_escaped(client: ArasaacClient, arasaac: ArasaacServer) -> None:
    client.variant(PICTURE, Variant(background="FF0000"), resolution=2500)
    assert arasaac.seen[-1].query == {"backgroundColor": "#FF0000", "resolution": "2500"}


def test_a_resolution_that_is_not_drawn_is_a_mistake(client: ArasaacClient) -> None:
    with pytest.raises(ValueError, match="100"):
        client.image(PICTURE, 100)


def test_a_missing_picture_is_not_found(client: ArasaacClient) -> None:
    with pytest.raises(PictogramNotFoundError, match="picture 1"):
        client.image(1)


_Ask = Callable[[ArasaacClient], object]


def _search(client: ArasaacClient) -> object:
    return client.search("water", "en")


def _image(client: ArasaacClient) -> object:
    return client.image(PICTURE)


def _catalogue(client: ArasaacClient) -> object:
    return client.catalogue("en")


@pytest.mark.parametrize(
    ("fault", "ask", "error", "says"),
    [
        (ERROR_500, _search, SourceUnavailableError, "answered 500"),
        (Fault(400, b"{}"), _search, SourceUnavailableError, "answered 400"),
        (HTML_PAGE, _search, SourceUnavailableError, "not JSON"),
        (EMPTY_200, _search, SourceUnavailableError, "not JSON"),
        (Fault(200, b"[" * 100_000), _search, SourceUnavailableError, "not JSON"),
        (TRUNCATED, _catalogue, SourceDownError, "no connection"),
        (CUT_SHORT, _catalogue, SourceUnavailableError, "not JSON"),
        (Fault(200, b"{}"), _search, MalformedRecordError, "documented shape"),
        (Fault(200, b'[{"_id": 5}]'), _search, MalformedRecordError, "5"),
        (ERROR_500, _image, SourceUnavailableError, "answered 500"),
        (HTML_PAGE, _image, BadImageError, "picture 6929 is no PNG"),
        (EMPTY_200, _image, BadImageError, "picture 6929 is no PNG"),
        (CUT_SHORT, _image, BadImageError, "picture 6929 is a PNG picture that was cut off"),
        (TRUNCATED, _image, SourceDownError, "no connection"),
        (DROPPED, _image, SourceDownError, "no connection"),
        (UNAVAILABLE, _image, SourceDownError, "answered 503"),
        (Fault(200, bytes(MAX_IMAGE + 1)), _image, SourceUnavailableError, "more than 8 MiB"),
    ],
)
def test_every_fault_has_its_error(
    client: ArasaacClient,
    arasaac: ArasaacServer,
    fault: Fault,
    ask: _Ask,
    error: type[PictogramError],
    says: str,
) -> None:
    arasaac.fail("/", *[fault] * 5)
    with pytest.raises(error, match=says) as caught:
        ask(client)
    assert caught.type is error


@pytest.mark.parametrize("fault", [UNAVAILABLE, DROPPED, TRUNCATED, Fault(502), Fault(504)])
def test_what_passes_is_asked_for_again(
    client: ArasaacClient, arasaac: ArasaacServer, pauses: list[float], fault: Fault
) -> None:
    client.search("water", "en")
    arasaac.fail("_500.png", *[fault] * 4)
    assert client.image(PICTURE).value == arasaac.picture(PICTURE)
    assert pauses == [2.0, 5.0, 15.0, 40.0]


def test_a_slow_answer_is_asked_for_again(
    client: ArasaacClient, arasaac: ArasaacServer, pauses: list[float]
) -> None:
    arasaac.fail("_500.png", Fault(delay=0.6))
    assert client.image(PICTURE).value == arasaac.picture(PICTURE)
    assert pauses == [2.0]


def test_a_server_that_stays_slow_is_down(arasaac: ArasaacServer) -> None:
    arasaac.fail("search", *[Fault(delay=0.3)] * 2)
    with (
        ArasaacClient(arasaac.api, timeouts=(1.0, 0.1), pace=0.001) as client,
        pytest.raises(SourceDownError, match="does not answer"),
    ):
        client.search("water", "en")
    assert len(arasaac.seen) == 2


def test_somebody_who_waits_for_a_search_waits_only_once(
    client: ArasaacClient, arasaac: ArasaacServer, pauses: list[float]
) -> None:
    arasaac.fail("search", *[UNAVAILABLE] * 2)
    with pytest.raises(SourceDownError):
        client.search("water", "en")
    assert pauses == [2.0]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("7", [7.0, 5.0]),
        ("Thu, 01 Jan 1970 00:00:09 GMT", [9.0, 5.0]),
        ("Thu, 01 Jan 1970 00:00:00 GMT", [0.0, 5.0]),
        ("soon", [2.0, 5.0]),
        ("-3", [2.0, 5.0]),
    ],
)
def test_the_server_says_how_long_to_wait(
    client: ArasaacClient,
    arasaac: ArasaacServer,
    pauses: list[float],
    asked: str,
    expected: list[float],
) -> None:
    arasaac.fail("_500.png", too_many(asked), UNAVAILABLE)
    client.image(PICTURE)
    assert pauses == expected


def test_a_server_that_asks_for_an_hour_is_left_alone(
    client: ArasaacClient, arasaac: ArasaacServer, pauses: list[float]
) -> None:
    arasaac.fail("_500.png", too_many("3600"))
    with pytest.raises(SourceDownError, match="429"):
        client.image(PICTURE)
    assert pauses == []
    assert len(arasaac.seen) == 1


def test_the_pace_scales_our_own_pauses(arasaac: ArasaacServer, pauses: list[float]) -> None:
    arasaac.fail("_500.png", too_many("3"), UNAVAILABLE)
    with ArasaacClient(arasaac.api, arasaac.static, pace=0.5, sleep=pauses.append) as client:
        client.image(PICTURE)
    assert pauses == [3.0, 2.5]


def test_a_computer_that_is_offline_learns_so_soon(pauses: list[float]) -> None:
    with socket.socket() as reserved:
        reserved.bind(("127.0.0.1", 0))  # bound, never listening: the port refuses
        url = f"http://127.0.0.1:{reserved.getsockname()[1]}"
        with (
            ArasaacClient(url, url, sleep=pauses.append) as client,
            pytest.raises(SourceDownError, match=r"no connection to 127\.0\.0\.1"),
        ):
            client.image(PICTURE)
    assert pauses == [2.0]


def test_an_address_that_is_none_is_told() -> None:
    with ArasaacClient("http://[", "nowhere") as client:
        with pytest.raises(SourceUnavailableError):
            client.search("water", "en")
        with pytest.raises(SourceUnavailableError, match="cannot be asked"):
            client.image(PICTURE)


def test_cancelling_ends_the_waiting(arasaac: ArasaacServer) -> None:
    arasaac.fail("_500.png", *[UNAVAILABLE] * 5)
    cancelled = Event()
    with ArasaacClient(
        arasaac.api, arasaac.static, sleep=lambda _: cancelled.set(), cancelled=cancelled
    ) as client:
        with pytest.raises(FetchCancelledError):
            client.image(PICTURE)
        assert len(arasaac.seen) == 1
        with pytest.raises(FetchCancelledError):
            client.search("water", "en")
    assert len(arasaac.seen) == 1


def test_one_request_is_cancelled_alone(client: ArasaacClient, arasaac: ArasaacServer) -> None:
    cancelled = Event()
    cancelled.set()
    with pytest.raises(FetchCancelledError):
        client.image(PICTURE, cancelled=cancelled)
    assert client.image(PICTURE).is_modified


def test_the_event_itself_is_the_clock(arasaac: ArasaacServer) -> None:
    arasaac.fail("_500.png", UNAVAILABLE)
    cancelled = Event()
    with ArasaacClient(arasaac.api, arasaac.static, pace=0.01, cancelled=cancelled) as client:
        assert client.image(PICTURE).is_modified


def test_a_redirect_is_followed_on_the_same_host(
    client: ArasaacClient, arasaac: ArasaacServer
) -> None:
    arasaac.fail("2_500", redirect(f"/pictograms/{PICTURE}/{PICTURE}_500.png"))
    assert client.image(2).value == arasaac.picture(PICTURE)


@pytest.mark.parametrize(
    "target",
    ["http://localhost/", "ftp://127.0.0.1/x", "file:///etc/passwd", "http://[::1", "//0.0.0.1/"],
)
def test_a_redirect_elsewhere_is_not_followed(
    client: ArasaacClient, arasaac: ArasaacServer, target: str
) -> None:
    arasaac.fail("_500.png", redirect(target))
    with pytest.raises(SourceUnavailableError, match=r"somewhere else|cannot be asked"):
        client.image(PICTURE)
    assert len(arasaac.seen) == 1


@pytest.mark.parametrize(
    ("target", "origin", "followed"),
    [
        ("https://api.arasaac.org/v2/x", "https://api.arasaac.org/v1/x", True),
        ("https://cdn.arasaac.org/x", "https://api.arasaac.org/v1/x", True),
        ("https://arasaac.org/x", "https://api.arasaac.org/v1/x", True),
        ("/v2/x", "https://api.arasaac.org/v1/x", True),
        ("http://api.arasaac.org/v1/x", "https://api.arasaac.org/v1/x", False),
        ("https://arasaac.org.example/x", "https://api.arasaac.org/v1/x", False),
        ("https://notarasaac.org/x", "https://api.arasaac.org/v1/x", False),
        ("javascript:alert(1)", "https://api.arasaac.org/v1/x", False),
        ("https:x", "http://api.arasaac.org/v1/x", False),
    ],
)
def test_only_arasaac_learns_what_is_looked_for(target: str, origin: str, followed: bool) -> None:
    allowed = ("https://api.arasaac.org/v1", "https://static.arasaac.org/pictograms")
    assert (redirected(target, origin, allowed) is not None) is followed


def test_redirects_in_a_circle_end(client: ArasaacClient, arasaac: ArasaacServer) -> None:
    arasaac.fail("_500.png", *[redirect(f"{PICTURE}_500.png")] * 9)
    with pytest.raises(SourceUnavailableError, match="circle"):
        client.image(PICTURE)
    assert len(arasaac.seen) == 6


@pytest.mark.parametrize(
    ("term", "path"),
    [
        ("¿qué?", "%C2%BFqu%C3%A9%3F"),
        ("and/or", "and%2For"),
        ("50 %", "50%20%25"),
        ("  ice   cream ", "ice%20cream"),
        ("a#b&c", "a%23b%26c"),
    ],
)
def test_what_is_typed_is_one_segment_of_the_path(
    client: ArasaacClient, arasaac: ArasaacServer, term: str, path: str
) -> None:
    client.search(term, "en")
    assert arasaac.seen[-1].path == f"/v1/pictograms/en/search/{path}"


@pytest.mark.parametrize("term", ["", "  ", ".", "..", "...", "x" * 121])
def test_what_cannot_be_searched_is_not_asked(
    client: ArasaacClient, arasaac: ArasaacServer, term: str
) -> None:
    assert client.search(term, "en") == []
    assert arasaac.seen == []


def test_one_connection_by_name(client: ArasaacClient, arasaac: ArasaacServer) -> None:
    for _ in range(3):
        client.search("water", "en")
        client.search("nothing like it", "en")
        client.image(PICTURE)
    assert arasaac.connections == 1
    assert {seen.headers["User-Agent"] for seen in arasaac.seen} == {"aac-communicator/test"}


def test_one_odd_record_does_not_hide_the_others(
    client: ArasaacClient, arasaac: ArasaacServer
) -> None:
    half_a_pair = {"_id": 11, "keywords": [{"keyword": "\ud800", "type": 2}]}
    nameless = {"_id": 12, "keywords": []}
    huge = {"_id": 2**70, "keywords": [{"keyword": "x", "type": 2}]}
    arasaac.records |= {1: {"_id": 1}, 2: half_a_pair, 3: nameless, 4: huge}
    value = client.catalogue("en").value
    assert value is not None
    assert [found.id for found in value] == [2247, 2248, 2250, 2245, 2244, 2254, 2259]


def test_one_record_of_another_shape_is_told(client: ArasaacClient, arasaac: ArasaacServer) -> None:
    arasaac.fail("/en/7", *[Fault(200, body) for body in (b"[]", b'{"_id": 7}', b"null")])
    for _ in range(3):
        with pytest.raises(MalformedRecordError, match="documented shape"):
            client.pictogram(7, "en")
    arasaac.fail("search", Fault(200, b"[null, 5]"))
    with pytest.raises(MalformedRecordError):
        client.search("water", "en")


def test_a_language_without_words_is_an_empty_list(
    client: ArasaacClient, arasaac: ArasaacServer
) -> None:
    arasaac.records = {12: {"_id": 12, "keywords": []}}
    assert client.catalogue("hi").value == []


def test_the_file_names_are_the_documented_ones() -> None:
    everything = Variant(
        plural=True,
        color=False,
        background="FF0000",
        action="future",
        hair=Hair.DARK_BROWN,
        skin=Skin.AZTEC,
        identifier="health",
        identifier_position="left",
    )
    assert everything.file_name(7, 2500) == (
        "7_plural_nocolor_backgroundColor-FF0000_action-future_hair-6A2703_skin-CF9D7C_2500"
        "_identifier-health-left.png"
    )
    assert replace(everything, identifier_position="right").file_name(7).endswith("-health.png")
    assert Variant().file_name(7) == "7_500.png"
    assert Variant().is_plain
    assert not everything.is_plain
    with pytest.raises(ValueError, match="red"):
        Variant(background="red")
