"""The rater's page in a real browser, by the keyboard alone."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from evaluation.rating.judgement import SCALES
from evaluation.rating.results import read_results
from evaluation.rating.server import RatingServer
from evaluation.rating.session import Session
from tests.browser import chromium, needs_chromium
from tests.rating_runs import session

pytestmark = [pytest.mark.timeout(300), pytest.mark.filterwarnings("ignore::ResourceWarning")]


@pytest.fixture(autouse=True)
def _browser_is_there() -> None:
    needs_chromium()


@contextmanager
def _page(folder: Path, asked: Session, language: str) -> Iterator[Any]:
    with RatingServer(asked) as server, chromium(folder / "profile", language) as browser:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            browser.get(server.url)
            _until(browser, "return !document.getElementById('start').hidden")
            yield browser
        finally:
            server.shutdown()
            thread.join()


def _until(browser: Any, script: str) -> None:
    from selenium.webdriver.support.ui import WebDriverWait

    WebDriverWait(browser, 30).until(lambda b: b.execute_script(script))


def _press(browser: Any, *keys: str) -> None:
    """Keys on whatever has the focus."""
    from selenium.webdriver import ActionChains

    ActionChains(browser).send_keys(*keys).perform()


def _save(browser: Any) -> None:
    from selenium.webdriver import ActionChains, Keys

    ActionChains(browser).key_down(Keys.CONTROL).send_keys(Keys.ENTER).key_up(
        Keys.CONTROL
    ).perform()


def _text(browser: Any, identity: str) -> str:
    return str(browser.execute_script(f"return document.getElementById('{identity}').textContent"))


def _begin(browser: Any, name: str, level: int) -> None:
    from selenium.webdriver import Keys

    _press(browser, name, Keys.TAB, *[Keys.ARROW_DOWN] * level, Keys.SPACE, Keys.ENTER)
    _until(browser, "return !document.getElementById('question').hidden")


def _focus_first_sentence(browser: Any) -> None:
    """Tab from the heading until the first sentence's box has the focus."""
    from selenium.webdriver import Keys

    for _key in range(12):
        _press(browser, Keys.TAB)
        if browser.execute_script("return document.activeElement.name") == "best-0":
            return
    pytest.fail("the first sentence is not reached by the Tab key")


def test_a_rater_judges_everything_by_keyboard_in_spanish(tmp_path: Path, shared: Path) -> None:
    from selenium.webdriver import Keys

    pictures = _pictures(tmp_path, shared)
    asked = session(tmp_path, pictures)
    with _page(tmp_path, asked, "es") as browser:
        assert browser.title == "¿Qué frase lo dice mejor?"
        _press(browser, Keys.ENTER)
        assert _text(browser, "error") == "Escribe un nombre o unas iniciales, por favor."
        _begin(browser, "Ana", 2)
        for message in range(1, 4):
            assert _text(browser, "progress") == f"Mensaje {message} de 3"
            if message == 1:
                _forgets_something(browser)
            else:
                _focus_first_sentence(browser)
                _marks(browser)
            _save(browser)
            done = f"Mensaje {message + 1} de 3" if message < 3 else ""
            _until(browser, f"return document.getElementById('progress').textContent === '{done}'")
        assert _text(browser, "end").startswith("Eso es todo.")
        assert not _complaints(browser)
    kept = read_results(tmp_path / "ratings.jsonl")
    assert len(kept) == 3
    assert {(j.rater, j.level) for j in kept} == {("Ana", "professional")}
    for judgement in kept:
        assert [rated.is_best for rated in judgement.rated] == [True, True, False]
        assert [rated.scores for rated in judgement.rated] == [
            dict(zip(SCALES, (1, 2, 3, 4, 5), strict=True))
        ] * 3


def _forgets_something(browser: Any) -> None:
    """Nothing is sent while something is missing: the page says what, and goes there."""
    _save(browser)
    assert _text(browser, "error") == "Elige dos frases como las mejores, por favor."
    assert browser.execute_script("return document.activeElement.name") == "best-0"
    _press(browser, "b", "\ue004", "1")
    _save(browser)
    assert "Elige dos frases" in _text(browser, "error")
    _press(browser, "b")
    _marks(browser)


def _marks(browser: Any) -> None:
    """From the first sentence's box: pick the first two, and 1 to 5 for each."""
    from selenium.webdriver import Keys

    for at in range(3):
        assert browser.execute_script("return document.activeElement.name") == f"best-{at}"
        _press(browser, *("b" if at < 2 else ""), Keys.TAB, "1", "2", "3", "4", "5")
    assert browser.execute_script("return document.activeElement.id") == "comment"


def _complaints(browser: Any) -> list[str]:
    """What the browser's console holds: scripts that fail, what the policy refuses."""
    entries = browser.get_log("browser")
    return [entry["message"] for entry in entries if "favicon" not in entry["message"]]


def _pictures(folder: Path, shared: Path) -> Path:
    """Two genuine pictograms; the other words are shown large."""
    pictures = folder / "pictures"
    pictures.mkdir()
    source = shared / "data" / "arasaac" / "sample_png"
    for word, identity in (("doler", 2367), ("baño", 6929)):
        (pictures / f"{word}.png").write_bytes((source / f"{identity}.png").read_bytes())
    (pictures / "credit.txt").write_text(
        "Autor pictogramas: Sergio Palao. Origen: ARASAAC (http://www.arasaac.org). Licencia: CC "
        "(BY-NC-SA). Propiedad: Gobierno de Aragón (España)",
        encoding="utf-8",
    )
    return pictures


def test_the_language_changes_on_the_way_and_loses_nothing(tmp_path: Path) -> None:
    from selenium.webdriver.common.by import By

    with _page(tmp_path, session(tmp_path, scores_all=False), "en") as browser:
        assert browser.title == "Which sentence says it best?"
        _begin(browser, "Bo", 0)
        assert not browser.find_elements(By.CSS_SELECTOR, ".scale:not([hidden])")
        browser.find_element(By.NAME, "best-1").click()
        assert len(browser.find_elements(By.CSS_SELECTOR, ".scale:not([hidden])")) == len(SCALES)
        browser.find_element(By.ID, "comment").send_keys("hm")
        browser.find_element(By.CSS_SELECTOR, "[data-language=es]").click()
        assert _text(browser, "progress") == "Mensaje 1 de 3"
        assert browser.find_element(By.NAME, "best-1").is_selected()
        assert browser.find_element(By.ID, "comment").get_attribute("value") == "hm"
        assert browser.execute_script("return document.documentElement.lang") == "es"


def test_everything_can_be_hit_named_and_read(tmp_path: Path) -> None:
    with _page(tmp_path, session(tmp_path), "en") as browser:
        _begin(browser, "Bo", 0)
        small = browser.execute_script(
            "return [...document.querySelectorAll('button, label, summary, textarea')]"
            ".filter((e) => e.offsetParent && !e.matches('.field label'))"
            ".filter((e) => e.getBoundingClientRect().height < 44)"
            ".map((e) => e.outerHTML)"
        )
        assert small == []
        unnamed = browser.execute_script(
            "return [...document.querySelectorAll('input, textarea')]"
            ".filter((e) => e.offsetParent && !e.labels.length).map((e) => e.outerHTML)"
        )
        assert unnamed == []


def test_a_program_that_has_ended_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    with _page(tmp_path, session(tmp_path), "en") as browser:
        _begin(browser, "Bo", 0)
        _focus_first_sentence(browser)
        _marks(browser)
        browser.execute_script("window.fetch = () => Promise.reject(new TypeError('gone'))")
        _save(browser)
        _until(browser, "return document.getElementById('error').textContent !== ''")
        assert _text(browser, "error").startswith("The program does not answer.")
        assert browser.execute_script("return document.querySelectorAll(':checked').length") >= 17
