"""A language model in a GGUF file: real library, real files, weights of a few hundred kilobytes."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.checksums import sha256_of
from models.decoding import BEAM
from models.engine import Controls, SentenceRequest, Tense
from models.errors import (
    AdapterError,
    CannotRealiseError,
    EngineError,
    EngineUnavailableError,
    GenerationCancelledError,
    UnsupportedLanguageError,
)
from models.gguf_engine import MOST_GLOSSES, GgufEngine
from models.llama import LlamaOptions
from tests.tiny_gguf import write_adapter, write_bytes, write_parrot, write_random

pytest.importorskip("llama_cpp", reason="llama-cpp-python is not installed")

_PIECES = (" Quiero", " comer", " una", " manzana", " pera", ".")
_SENTENCE = "Quiero comer una manzana pera."
_WORDS = (" a", " e", " o", " casa", " perro", " gato", " come", " bebe", " agua", " pan", " el")


class _EventThatTrips(threading.Event):
    """Is set from the n-th look on: a tap that comes while the model computes."""

    def __init__(self, looks: int) -> None:
        super().__init__()
        self._looks = looks

    def is_set(self) -> bool:
        self._looks -= 1
        return self._looks < 0


@pytest.fixture(scope="module")
def parrot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_parrot(tmp_path_factory.mktemp("models") / "parrot.gguf", _PIECES)


@pytest.fixture(scope="module")
def random_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_random(tmp_path_factory.mktemp("models") / "random.gguf", _WORDS, 2, 2.0)


@pytest.fixture
def engine(parrot: Path) -> Iterator[GgufEngine]:
    with GgufEngine(parrot) as engine:
        yield engine


def _asked(
    *glosses: str, language: str = "es", controls: Controls | None = None
) -> SentenceRequest:
    return SentenceRequest(1, glosses, language, controls or Controls())


def _answer(engine: GgufEngine, glosses: tuple[str, ...]) -> str:
    """The sentence, or why there is none: both must be the same every time."""
    try:
        return engine.realise(_asked(*glosses)).text
    except EngineError as error:
        return repr(error)


def test_the_model_answers(engine: GgufEngine) -> None:
    sentence = engine.realise(_asked("yo", "querer", "comer", "manzana"))
    assert (sentence.text, sentence.engine) == (_SENTENCE, "gguf")
    assert engine.realise(_asked("no", controls=Controls(tense=Tense.PAST))).text == _SENTENCE


def test_one_sentence_and_no_more(tmp_path: Path) -> None:
    pieces = (" Hola", ",", " Mr", ".", " Pondio", "!", " Adi", "ós")
    with GgufEngine(write_parrot(tmp_path / "m.gguf", pieces)) as engine:
        assert engine.realise(_asked("hola", "Mr. Pondio")).text == "Hola, Mr. Pondio!"
        assert engine.realise(_asked("hola")).text == "Hola, Mr."


def test_a_line_end_ends_the_sentence(tmp_path: Path) -> None:
    with GgufEngine(write_parrot(tmp_path / "m.gguf", (" Hola", "\n", " es", ":"))) as engine:
        assert engine.realise(_asked("hola")).text == "Hola"


def test_the_same_words_give_the_same_sentence_whatever_was_tapped_before(
    random_model: Path,
) -> None:
    messages = [
        ("yo",),
        ("yo", "querer"),
        ("yo", "querer", "comer"),
        ("yo", "querer", "comer", "manzana"),
        ("yo", "querer", "comer", "manzana", "rojo", "grande", "ahora"),
        ("yo", "querer", "comer", "pera"),
        ("tú", "venir", "?"),
        ("yo", "querer", "comer", "manzana"),
        ("yo",),
    ]
    with GgufEngine(random_model) as engine:
        tapped = [_answer(engine, glosses) for glosses in messages]
        backwards = [_answer(engine, glosses) for glosses in reversed(messages)]
    fresh = []
    for glosses in messages:
        with GgufEngine(random_model) as engine:
            fresh.append(_answer(engine, glosses))
    assert tapped == fresh == backwards[::-1]
    assert len(set(fresh)) > 1


@pytest.mark.parametrize("looks", [0, 1, 3, 5])
def test_a_cancelled_request_stops_between_tokens_and_leaves_the_engine_good(
    engine: GgufEngine, looks: int
) -> None:
    asked = SentenceRequest(1, ("yo", "comer"), cancelled=_EventThatTrips(looks))
    with pytest.raises(GenerationCancelledError):
        engine.realise(asked)
    assert engine.realise(_asked("yo", "comer", "manzana")).text == _SENTENCE


def test_it_may_look_at_the_request_many_times_without_being_cancelled(engine: GgufEngine) -> None:
    asked = SentenceRequest(1, ("yo", "comer"), cancelled=_EventThatTrips(500))
    assert engine.realise(asked).text == _SENTENCE


def test_forty_words_are_taken_and_one_more_is_declined(parrot: Path) -> None:
    with GgufEngine(parrot, LlamaOptions(context=2048)) as engine:
        assert engine.realise(_asked(*["pan"] * MOST_GLOSSES)).text == _SENTENCE
        with pytest.raises(CannotRealiseError, match="41 words are more than 40"):
            engine.realise(_asked(*["pan"] * (MOST_GLOSSES + 1)))


def test_words_beyond_the_models_window_are_declined(parrot: Path) -> None:
    with (
        GgufEngine(parrot, LlamaOptions(context=256)) as engine,
        pytest.raises(CannotRealiseError, match=r"tokens, .* the 256 that the model looks at"),
    ):
        engine.realise(_asked("supercalifragilístico" * 12))


@pytest.mark.parametrize("glosses", [(), ("", "  "), ("\x00",)], ids=["none", "blank", "control"])
def test_no_words_no_sentence(engine: GgufEngine, glosses: tuple[str, ...]) -> None:
    with pytest.raises(CannotRealiseError, match="no words"):
        engine.realise(_asked(*glosses))


def test_another_language_is_left_to_another_engine(engine: GgufEngine) -> None:
    with pytest.raises(UnsupportedLanguageError, match="'fr'"):
        engine.realise(_asked("oui", language="fr"))


def test_a_model_that_never_ends_is_stopped(tmp_path: Path) -> None:
    model = write_random(tmp_path / "endless.gguf", _WORDS, 2, 0.0)
    with GgufEngine(model) as engine, pytest.raises(CannotRealiseError, match="end of a sentence"):
        engine.realise(_asked("yo", "comer"))


def test_a_character_in_several_tokens_is_put_together(tmp_path: Path) -> None:
    with GgufEngine(write_bytes(tmp_path / "m.gguf", " ¿Ñu😀?".encode())) as engine:
        assert engine.realise(_asked("ñu")).text == "¿Ñu😀?"


@pytest.mark.parametrize("data", [b"\xff\xfe.", b" a\xc3", b" "], ids=["stray", "half", "blank"])
def test_bytes_that_are_no_text_are_no_sentence(tmp_path: Path, data: bytes) -> None:
    model = write_bytes(tmp_path / "m.gguf", data)
    with GgufEngine(model) as engine, pytest.raises(CannotRealiseError, match="the model wrote"):
        engine.realise(_asked("ñu"))


def test_an_adapter_changes_what_is_said_and_leaves_with_its_engine(
    parrot: Path, tmp_path: Path
) -> None:
    adapter = write_adapter(tmp_path / "lora.gguf", _PIECES, (" una", " manzana", " pera"))
    with GgufEngine(parrot, lora_path=adapter) as engine:
        assert engine.realise(_asked("yo")).text == "Quiero comer una pera."
    with GgufEngine(parrot) as engine:
        assert engine.realise(_asked("yo")).text == _SENTENCE


def test_an_adapter_is_bound_to_its_model(parrot: Path, tmp_path: Path) -> None:
    bound = write_adapter(
        tmp_path / "bound.gguf", _PIECES, (" una", " manzana", " pera"), sha256_of(parrot)
    )
    with GgufEngine(parrot, lora_path=bound) as engine:
        assert engine.realise(_asked("yo")).text == "Quiero comer una pera."
    other = write_parrot(tmp_path / "other.gguf", (*_PIECES[:4], " piedra", "."))
    with pytest.raises(AdapterError) as raised:
        GgufEngine(other, lora_path=bound)
    assert str(raised.value).startswith(f"{bound}: it was made for another model")


def test_without_its_adapter_a_model_is_what_it_was(parrot: Path, tmp_path: Path) -> None:
    adapter = write_adapter(tmp_path / "lora.gguf", _PIECES, (" una", " manzana", " pera"))
    told = []
    for lora in (None, adapter, None):
        with GgufEngine(parrot, lora_path=lora, decoding=BEAM) as engine:
            told.append(engine.candidates(_asked("yo", "comer"), "Quiero comer una pera."))
    assert told[0] == told[2] != told[1]


def test_measuring_leaves_a_working_engine(engine: GgufEngine) -> None:
    assert engine.measure_threads(2) in {1, 2}
    assert engine.threads in {1, 2}
    assert engine.realise(_asked("yo")).text == _SENTENCE


def test_a_closed_engine_says_so(parrot: Path) -> None:
    engine = GgufEngine(parrot)
    engine.close()
    engine.close()
    with pytest.raises(EngineUnavailableError, match="closed"):
        engine.realise(_asked("yo"))


def _damaged(folder: Path, parrot: Path, kind: str) -> Path:
    path = folder / "model.gguf"
    match kind:
        case "folder":
            path.mkdir()
        case "empty":
            path.write_bytes(b"")
        case "text":
            path.write_text("hola, no soy un modelo", "utf-8")
        case "head":
            path.write_bytes(parrot.read_bytes()[:64])
        case "cut":
            path.write_bytes(parrot.read_bytes()[:-50_000])
        case "architecture":
            write_parrot(path, _PIECES, "megatron")
        case "adapter":
            write_adapter(path, _PIECES, (" una", " manzana", " pera"))
    return path


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("missing", "there is no such file"),
        ("folder", "it is a folder, not a model"),
        ("empty", "it is not a GGUF file"),
        ("text", "it is not a GGUF file"),
        ("head", "the file is cut short or damaged"),
        ("cut", "the file is cut short or damaged"),
        ("architecture", "its architecture, megatron, is not known here"),
        ("adapter", "it is no language model: it has no llama.context_length"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_with_the_reason(
    tmp_path: Path, parrot: Path, capfd: pytest.CaptureFixture[str], kind: str, reason: str
) -> None:
    path = _damaged(tmp_path, parrot, kind)
    with pytest.raises(EngineUnavailableError) as raised:
        GgufEngine(path)
    assert str(raised.value) == f"{path}: {reason}"
    assert capfd.readouterr() == ("", "")


def test_an_adapter_for_another_model_is_refused(tmp_path: Path, parrot: Path) -> None:
    adapter = write_adapter(tmp_path / "lora.gguf", (" a", " b", " c"), (" a", " b", " c"))
    with pytest.raises(EngineUnavailableError) as raised:
        GgufEngine(parrot, lora_path=adapter)
    assert str(raised.value) == f"{adapter}: it was made for another model"


def test_a_file_that_may_not_be_read(tmp_path: Path, parrot: Path) -> None:
    if os.name != "posix" or os.geteuid() == 0:
        pytest.skip("needs a user who may be refused")
    path = tmp_path / "secret.gguf"
    path.write_bytes(parrot.read_bytes())
    path.chmod(0)
    with pytest.raises(EngineUnavailableError, match="cannot be read"):
        GgufEngine(path)


_HUNGRY = """
import resource, sys
from pathlib import Path
from models.errors import EngineUnavailableError
from models.gguf_engine import GgufEngine
from models.llama import LlamaOptions
with GgufEngine(Path(sys.argv[1])): pass
room = 512 * 2**20
used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + room, used + room))
try:
    GgufEngine(Path(sys.argv[1]), LlamaOptions(context=2**22))
except EngineUnavailableError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="limits memory as Linux does")
def test_too_little_memory_is_said(parrot: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-c", _HUNGRY, parrot],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        cwd=Path(__file__).parent.parent,
    )
    assert told.stdout == f"{parrot}: there is not enough memory for it\n"
    assert told.stderr == ""


def test_without_the_library_the_reason_is_told(
    parrot: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "llama_cpp", None)
    with pytest.raises(EngineUnavailableError, match=r"^llama-cpp-python is not installed$"):
        GgufEngine(parrot)
