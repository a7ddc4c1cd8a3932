"""A model of transformers makes the sentence: the real libraries, weights made on the spot."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest

from models.candidates import Source
from models.choosing import BestSentenceEngine
from models.decoding import BEAM, Decoding
from models.engine import Controls, SentenceRequest, Tense
from models.errors import (
    CannotRealiseError,
    EngineUnavailableError,
    GenerationCancelledError,
    UnsupportedLanguageError,
)
from models.instructions import EXAMPLES, PromptStyle, chat_turns, few_shot_prompt
from models.prompts import answer, prompt
from models.realiser import RulesEngine
from models.transformers_engine import TransformersChoice, TransformersEngine
from tests.tiny_llama import teach, write_adapter, write_llama

_WORDS = ["quiero", "Quiero", "agua", "pan", "querer", "yo", "Bebo", "es:", "="]
_GLOSSES = ("yo", "querer", "agua")
_SENTENCE = "Quiero agua."

pytestmark = pytest.mark.filterwarnings("ignore")


def _needs_the_libraries() -> None:
    for name in ("torch", "transformers", "peft"):
        pytest.importorskip(name, reason=f"{name} is not installed")


def _asked(
    *glosses: str, controls: Controls | None = None, language: str = "es"
) -> SentenceRequest:
    return SentenceRequest(1, glosses, language, controls or Controls())


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Has learnt one answer."""
    _needs_the_libraries()
    folder = write_llama(tmp_path_factory.mktemp("models") / "base", _WORDS, chat=True)
    turns = chat_turns(_asked(*_GLOSSES), 0)
    chat = "".join(f"<s>{turn['role']}: {turn['content']}</s>" for turn in turns)
    asked = [
        prompt(_GLOSSES, "es", Controls()),
        few_shot_prompt(_asked(*_GLOSSES), 1),
        f"{chat}<s>assistant:",
    ]
    return teach(folder, asked, [answer(_SENTENCE), answer("Quiero agua, pan."), " Bebo agua."])


@pytest.fixture(scope="module")
def engine(base: Path) -> TransformersEngine:
    return TransformersEngine(TransformersChoice(str(base), device="cpu"))


def test_the_model_answers(engine: TransformersEngine) -> None:
    sentence = engine.realise(_asked(*_GLOSSES))
    assert (sentence.text, sentence.engine) == (_SENTENCE, "transformers")
    assert engine.realise(_asked(*_GLOSSES)) == sentence


@pytest.mark.parametrize(
    ("style", "shots", "text"),
    [(PromptStyle.FEW_SHOT, 1, "Quiero agua, pan."), (PromptStyle.CHAT, 0, "Bebo agua.")],
)
def test_it_is_asked_as_was_chosen(base: Path, style: PromptStyle, shots: int, text: str) -> None:
    choice = TransformersChoice(str(base), style=style, shots=shots, device="cpu")
    with TransformersEngine(choice) as engine:
        assert engine.realise(_asked(*_GLOSSES)).text == text


def test_an_adapter_changes_what_is_said_and_leaves_with_its_engine(
    base: Path, engine: TransformersEngine, tmp_path: Path
) -> None:
    asked = [prompt(_GLOSSES, "es", Controls())]
    adapter = write_adapter(tmp_path / "lora", base, asked, [answer("Bebo pan.")])
    with TransformersEngine(TransformersChoice(str(base), str(adapter), device="cpu")) as adapted:
        assert adapted.realise(_asked(*_GLOSSES)).text == "Bebo pan."
    assert engine.realise(_asked(*_GLOSSES)).text == _SENTENCE


def test_a_beam_and_the_likelihood_of_a_draft(base: Path) -> None:
    with TransformersEngine(TransformersChoice(str(base), device="cpu"), BEAM) as engine:
        best, *others = engine.candidates(_asked(*_GLOSSES), "Bebo pan.")
    assert (best.text, others[-1].text) == (_SENTENCE, "Bebo pan.")
    assert others[-1].source is Source.DRAFT
    assert best.log_probability > -1 > others[-1].log_probability


def test_the_rules_stand_beside_it(base: Path) -> None:
    with TransformersEngine(TransformersChoice(str(base), device="cpu"), BEAM) as model:
        sentence = BestSentenceEngine(model, RulesEngine()).realise(_asked(*_GLOSSES))
    assert (sentence.text, sentence.engine) == (_SENTENCE, "transformers")


def test_sampling_is_the_same_for_the_same_seed_and_disturbs_nobody(base: Path) -> None:
    import torch

    def said(seed: int) -> list[str]:
        decoding = Decoding(temperature=5.0, top_k=20, seed=seed)
        with TransformersEngine(TransformersChoice(str(base), device="cpu"), decoding) as engine:
            texts = []
            for word in ("pan", "agua", "yo"):
                try:
                    texts.append(engine.realise(_asked(word)).text)
                except CannotRealiseError:
                    texts.append("")
            return texts

    before = torch.random.get_rng_state()
    assert said(1) == said(1)
    assert torch.equal(torch.random.get_rng_state(), before)


class _Trips(threading.Event):
    def __init__(self, looks: int) -> None:
        super().__init__()
        self.looks = looks

    def is_set(self) -> bool:
        self.looks -= 1
        return self.looks < 0


@pytest.mark.parametrize("looks", [0, 1, 2])
def test_a_cancelled_request_stops_between_tokens(engine: TransformersEngine, looks: int) -> None:
    with pytest.raises(GenerationCancelledError):
        engine.realise(SentenceRequest(1, _GLOSSES, "es", cancelled=_Trips(looks)))
    assert engine.realise(_asked(*_GLOSSES)).text == _SENTENCE


def test_what_it_cannot_say_is_left_to_others(engine: TransformersEngine) -> None:
    with pytest.raises(UnsupportedLanguageError):
        engine.realise(_asked("oui", language="fr"))
    with pytest.raises(CannotRealiseError, match="no words"):
        engine.realise(_asked())
    with pytest.raises(CannotRealiseError, match="tokens, too many"):
        engine.realise(_asked(*["supercalifragilístico"] * 30))


def _broken(kind: str, base: Path, folder: Path) -> TransformersChoice:
    match kind:
        case "missing":
            return TransformersChoice(str(folder / "nothing"))
        case "name":
            return TransformersChoice("nobody/nothing-of-this-name")
        case "empty":
            return TransformersChoice(str(folder))
        case "weights":
            shutil.copytree(base, folder, dirs_exist_ok=True)
            (folder / "model.safetensors").write_bytes(b"\0" * 100)
            return TransformersChoice(str(folder))
        case "no-adapter":
            return TransformersChoice(str(base), str(folder))
        case "another-base":
            other = write_llama(folder / "other", _WORDS, width=16)
            return TransformersChoice(
                str(base), str(write_adapter(folder / "lora", other, ["a"], ["b"], steps=1))
            )
        case "device":
            return TransformersChoice(str(base), device="cuda")
    raise AssertionError(kind)


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("missing", "there is no such folder"),
        ("name", "no model of this name can be had"),
        ("empty", "the folder holds no model: no config.json"),
        ("weights", "it cannot be loaded"),
        ("no-adapter", "it is no adapter that can be read, or made for another model"),
        ("another-base", "it was made for another model"),
        ("device", "there is no GPU that torch can use here"),
    ],
)
def test_what_cannot_be_used_is_said_in_one_line(
    base: Path, tmp_path: Path, kind: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch

    if kind == "device" and torch.cuda.is_available():
        pytest.skip("there is a GPU here")
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    with pytest.raises(EngineUnavailableError, match=reason) as raised:
        TransformersEngine(_broken(kind, base, tmp_path))
    assert "\n" not in str(raised.value)


def test_a_model_that_continues_no_text_is_refused(tmp_path: Path) -> None:
    _needs_the_libraries()
    from transformers import BertConfig, BertForMaskedLM

    config = BertConfig(
        vocab_size=50,
        hidden_size=8,
        num_hidden_layers=1,
        num_attention_heads=1,
        intermediate_size=8,
    )
    BertForMaskedLM(config).save_pretrained(tmp_path)
    (tmp_path / "tokenizer.json").write_text("{}")
    write_llama(tmp_path / "words", _WORDS)
    for name in ("tokenizer.json", "tokenizer_config.json"):
        shutil.copy(tmp_path / "words" / name, tmp_path / name)
    with pytest.raises(EngineUnavailableError, match="BertForMaskedLM is no model that continues"):
        TransformersEngine(TransformersChoice(str(tmp_path), device="cpu"))


def test_a_model_without_a_chat_says_so(tmp_path: Path) -> None:
    _needs_the_libraries()
    folder = write_llama(tmp_path, _WORDS)
    choice = TransformersChoice(str(folder), style=PromptStyle.CHAT, device="cpu")
    with (
        TransformersEngine(choice) as engine,
        pytest.raises(EngineUnavailableError, match="knows no chat"),
    ):
        engine.realise(_asked("agua"))


def test_a_bare_tokenizer_starts_the_text_as_in_training(base: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(base, tmp_path / "bare")
    for name in ("tokenizer_config.json", "special_tokens_map.json", "chat_template.jinja"):
        (folder / name).unlink(missing_ok=True)
    with TransformersEngine(TransformersChoice(str(folder), device="cpu")) as engine:
        tokens = engine._asked(_asked(*_GLOSSES))
    assert tokens[0] == 0
    assert tokens[1:] == TransformersEngine(TransformersChoice(str(base), device="cpu"))._asked(
        _asked(*_GLOSSES)
    )


def test_without_the_library_the_reason_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "transformers", None)
    with pytest.raises(EngineUnavailableError, match=r"^transformers is not installed$"):
        TransformersEngine(TransformersChoice("anything"))


def test_a_closed_engine_says_so(base: Path) -> None:
    engine = TransformersEngine(TransformersChoice(str(base), device="cpu"))
    engine.close()
    engine.close()
    with pytest.raises(EngineUnavailableError, match="closed"):
        engine.realise(_asked("agua"))


# The prompts of those that were not adapted ---------------------------------------------


def test_controls_are_said_in_words_to_a_chat() -> None:
    past = _asked("yo", "comer", controls=Controls(tense=Tense.PAST, negative=True))
    assert chat_turns(past, 0)[-1]["content"] == "yo, comer (en pasado, negativa)"
    roles = [turn["role"] for turn in chat_turns(past, 2)]
    assert roles == ["system", "user", "assistant", "user", "assistant", "user"]


def test_examples_stand_one_a_line_before_the_words() -> None:
    lines = few_shot_prompt(_asked("agua"), 2).splitlines()
    assert lines == ["es: yo querer zumo = Quiero zumo.", lines[1], "es: agua ="]


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_example_is_faithful(language: str) -> None:
    from models.faithful import check

    for example in EXAMPLES[language]:
        verdict = check(example.sentence, example.glosses, language, example.controls)
        assert verdict.ok, (example, verdict)
