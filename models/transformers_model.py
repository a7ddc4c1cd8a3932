"""torch, transformers and peft: weights in, sentences and their likelihood out. Their one user
outside of models.train."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from models.decoding import Decoding
from models.errors import EngineUnavailableError, GenerationCancelledError

_MARKS: Final = (("bos_token", ("<bos>", "<s>")), ("eos_token", ("<eos>", "</s>")))
"""What a bare tokenizer.json calls the start and the end of a text."""
_CAUSAL: Final = ("ForCausalLM", "LMHeadModel", "ForConditionalGeneration")
"""Ends of the names of models that continue a text."""


class TransformersModel:
    """A causal model, an adapter on it if wanted, and its tokenizer, on one device."""

    def __init__(self, base: str, adapter: str | None, device: str) -> None:
        """Load from folders or by names on a hub.

        Raises EngineUnavailableError, in one sentence that names what cannot be used and why.
        """
        os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
        try:
            import torch
            import transformers
        except ModuleNotFoundError as error:
            raise EngineUnavailableError(f"{error.name} is not installed") from error
        self._torch, self._transformers = torch, transformers
        self.device = self._device(device)
        _require_model(base)
        self.tokenizer = self._load_tokenizer(base)
        self._model = self._load_model(base)
        if adapter:
            self._model = _with_adapter(self._model, base, adapter)
        self._model.to(self.device).eval()

    def _device(self, wanted: str) -> str:
        has_gpu = self._torch.cuda.is_available()
        if wanted == "auto":
            return "cuda" if has_gpu else "cpu"
        if wanted.startswith("cuda") and not has_gpu:
            raise EngineUnavailableError("there is no GPU that torch can use here")
        return wanted

    def _load_model(self, base: str) -> Any:
        config = _loaded(base, lambda: self._transformers.AutoConfig.from_pretrained(base))
        names = config.architectures or []
        is_causal = not names or any(name.endswith(_CAUSAL) for name in names)
        if not is_causal or config.is_encoder_decoder:
            kind = names[0] if names else config.model_type
            raise EngineUnavailableError(f"{base}: {kind} is no model that continues a text")
        kind = self._torch.float32
        if self.device.startswith("cuda"):
            kind = self._torch.bfloat16
        model = self._transformers.AutoModelForCausalLM
        return _loaded(base, lambda: model.from_pretrained(base, dtype=kind))

    def _load_tokenizer(self, base: str) -> Any:
        file = Path(base) / "tokenizer.json"
        if file.exists() and not (Path(base) / "tokenizer_config.json").exists():
            return self._bare_tokenizer(file)
        return _loaded(base, lambda: self._transformers.AutoTokenizer.from_pretrained(base))

    def _bare_tokenizer(self, file: Path) -> Any:
        """As `aac-train base` writes it: without a word on start and end."""
        made = self._transformers.PreTrainedTokenizerFast(tokenizer_file=str(file))
        known = made.get_vocab()
        for role, names in _MARKS:
            name = next((name for name in names if name in known), None)
            if name is None:
                raise EngineUnavailableError(f"{file}: it names no start and end of a text")
            setattr(made, role, name)
        made.add_bos = True
        return made

    # Text and numbers -------------------------------------------------------------------

    def encode(self, text: str) -> list[int]:
        """The tokens of a prompt, with the start token where the model wants one."""
        if getattr(self.tokenizer, "add_bos", False):
            return [self.tokenizer.bos_token_id, *self.continuation(text)]
        return list(self.tokenizer(text)["input_ids"])

    def encode_chat(self, turns: Sequence[dict[str, str]]) -> list[int]:
        """The tokens of a chat up to where the answer begins.

        Raises EngineUnavailableError for a model that knows no chat.
        """
        if not self.tokenizer.chat_template:
            raise EngineUnavailableError("the model knows no chat: ask it by few-shot or plain")
        template = self.tokenizer.apply_chat_template
        try:
            return list(template(list(turns), add_generation_prompt=True))
        except self._template_errors():
            # Some know no system turn: the instruction joins the first words.
            first, second, *rest = turns
            joined = {"role": "user", "content": f"{first['content']}\n\n{second['content']}"}
            return list(template([joined, *rest], add_generation_prompt=True))

    @staticmethod
    def _template_errors() -> type[Exception]:
        from jinja2 import TemplateError

        return TemplateError

    def continuation(self, text: str) -> list[int]:
        """The tokens of a text that goes on from another."""
        return list(self.tokenizer(text, add_special_tokens=False)["input_ids"])

    def decode(self, tokens: Sequence[int]) -> str:
        return str(
            self.tokenizer.decode(
                list(tokens), skip_special_tokens=True, clean_up_tokenization_spaces=False
            )
        )

    @property
    def window(self) -> int:
        """Tokens that prompt and answer may have together."""
        return int(getattr(self._model.config, "max_position_embeddings", None) or 2048)

    # Computing --------------------------------------------------------------------------

    def generate(
        self,
        prompt: Sequence[int],
        decoding: Decoding,
        most: int,
        is_whole: Callable[[str], bool],
        cancelled: threading.Event,
    ) -> list[tuple[str, bool]]:
        """The answers, the best first, and whether the model ended them itself.

        Raises GenerationCancelledError between tokens.
        """
        torch = self._torch
        ids = torch.tensor([list(prompt)], device=self.device)
        stop = self._stop(len(prompt), is_whole, cancelled)
        with torch.no_grad(), torch.random.fork_rng():
            torch.manual_seed(decoding.seed)
            made = self._model.generate(
                ids,
                attention_mask=torch.ones_like(ids),
                generation_config=self._settings(decoding, most),
                stopping_criteria=stop,
            )
        if cancelled.is_set():
            raise GenerationCancelledError("the message changed")
        return [self._ended(row[len(prompt) :].tolist()) for row in made]

    def _ended(self, tokens: list[int]) -> tuple[str, bool]:
        ends = [at for at, token in enumerate(tokens) if token in self._ends]
        return self.decode(tokens[: ends[0]] if ends else tokens), bool(ends)

    @property
    def _ends(self) -> list[int]:
        """The tokens that end an answer."""
        end = self._model.generation_config.eos_token_id
        end = self.tokenizer.eos_token_id if end is None else end
        return end if isinstance(end, list) else [end]

    def _settings(self, decoding: Decoding, most: int) -> Any:
        chance = (
            {
                "temperature": decoding.temperature,
                "top_k": decoding.top_k,
                "top_p": decoding.top_p,
            }
            if decoding.samples
            else {}
        )
        return self._transformers.GenerationConfig(
            max_new_tokens=most,
            num_beams=decoding.beam,
            num_return_sequences=decoding.beam,
            length_penalty=decoding.alpha,
            do_sample=decoding.samples,
            bos_token_id=self.tokenizer.bos_token_id,
            eos_token_id=self._ends,
            pad_token_id=self._ends[0],
            **chance,
        )

    def _stop(
        self, start: int, is_whole: Callable[[str], bool], cancelled: threading.Event
    ) -> list[Any]:
        torch, decode = self._torch, self.decode

        class _Stop(self._transformers.StoppingCriteria):  # type: ignore[misc, name-defined]
            def __call__(self, ids: Any, _scores: Any, **_more: Any) -> Any:
                done = [cancelled.is_set() or is_whole(decode(row[start:])) for row in ids.tolist()]
                return torch.tensor(done, device=ids.device)

        return [_Stop()]

    def log_probability(self, prompt: Sequence[int], answer: Sequence[int]) -> float:
        """How likely the answer is behind the prompt, all tokens together, in nats."""
        torch = self._torch
        ids = torch.tensor([[*prompt, *answer]], device=self.device)
        with torch.no_grad():
            logits = self._model(ids).logits[0, len(prompt) - 1 : -1].float()
        chances = torch.log_softmax(logits, dim=-1)
        return float(chances[torch.arange(len(answer)), ids[0, len(prompt) :]].sum())

    def close(self) -> None:
        """Give the memory back."""
        self._model = None
        if self.device.startswith("cuda"):
            self._torch.cuda.empty_cache()


def _loaded(name: str, load: Callable[[], Any]) -> Any:
    """What a loader gives; its complaints in one sentence."""
    from safetensors import SafetensorError

    try:
        return load()
    except OSError as error:
        reason = "no model of this name can be had"
        if Path(name).is_dir():
            reason = f"the folder holds no whole model ({_first_line(error)})"
        raise EngineUnavailableError(f"{name}: {reason}") from error
    except (ValueError, KeyError, ImportError, RuntimeError, SafetensorError) as error:
        reason = f"it cannot be loaded ({_first_line(error)})"
        raise EngineUnavailableError(f"{name}: {reason}") from error


def _require_model(base: str) -> None:
    """Say at once what is no model; the libraries would say it in many lines, or ask a hub."""
    folder = Path(base)
    if folder.is_dir() and not (folder / "config.json").exists():
        raise EngineUnavailableError(f"{base}: the folder holds no model: no config.json")
    if not folder.is_dir() and (folder.is_absolute() or base.count("/") > 1):
        raise EngineUnavailableError(f"{base}: there is no such folder")


def _with_adapter(model: Any, base: str, adapter: str) -> Any:
    """The model with an adapter on it."""
    try:
        import peft
    except ModuleNotFoundError as error:
        raise EngineUnavailableError("peft is not installed") from error
    try:
        config = peft.PeftConfig.from_pretrained(adapter)
        adapted = peft.get_peft_model(model, config)
        result = adapted.load_adapter(adapter, "default")
    except (OSError, ValueError, TypeError, KeyError) as error:
        reason = "it is no adapter that can be read, or made for another model"
        raise EngineUnavailableError(f"{adapter}: {reason} ({_first_line(error)})") from error
    except RuntimeError as error:  # sizes differ
        raise EngineUnavailableError(f"{adapter}: it was made for another model") from error
    if result.unexpected_keys:
        raise EngineUnavailableError(f"{adapter}: it was made for another model than {base}")
    return adapted


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
