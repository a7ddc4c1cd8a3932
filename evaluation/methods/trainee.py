"""A base that is fine-tuned by one method: torch, transformers and peft, imported as it is made."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from evaluation.errors import EvaluationError, missing_library
from evaluation.methods.plan import Kind, Method, Task
from models.train.batches import Example

_STARTS: Final = ("<bos>", "<s>", "<|begin_of_text|>")
_ENDS: Final = ("<eos>", "</s>", "<|end_of_text|>")
_KEYS_VALUES: Final = ["k_proj", "v_proj"]
_FEED_FORWARD: Final = ["down_proj"]


class Trainee:
    """The base with what a method adds to it."""

    def __init__(self, task: Task) -> None:
        """Load it. Raises EvaluationError where the base or this machine is not fit for it."""
        self.torch, self.transformers, self.peft = _libraries()
        self.device = "cuda" if self.torch.cuda.is_available() else "cpu"
        self.torch.manual_seed(task.plan.seed)
        if task.plan.threads:
            self.torch.set_num_threads(task.plan.threads)
        _require(task.method, self.device)
        base = Path(task.plan.base)
        self.encode, self.decode, self.start, self.end = _tokenizer(base)
        self._chosen: Any = None
        self._half = task.plan.precision == "bfloat16"
        self.model = self._adapted(self._load(base, task.method), task.method)
        self.model.get_output_embeddings().register_forward_pre_hook(self._only_chosen)

    def _load(self, base: Path, method: Method) -> Any:
        settings: dict[str, Any] = {"dtype": self.torch.float32, "attn_implementation": "sdpa"}
        if method.kind is Kind.QLORA:
            settings["quantization_config"] = self.transformers.BitsAndBytesConfig(
                load_in_4bit=True,
                bnb_4bit_quant_type="nf4",
                bnb_4bit_use_double_quant=True,
                bnb_4bit_compute_dtype=self.torch.bfloat16,
            )
        try:
            model = self.transformers.AutoModelForCausalLM.from_pretrained(
                base, local_files_only=True, **settings
            )
        except (OSError, ValueError) as error:
            raise EvaluationError(f"{base}: it is no base model ({_first_line(error)})") from error
        if method.kind is Kind.QLORA:
            return self.peft.prepare_model_for_kbit_training(model)
        return model.to(self.device)

    def _adapted(self, model: Any, method: Method) -> Any:
        if method.kind is Kind.FULL:
            return model
        try:
            return self.peft.get_peft_model(model, _settings(self.peft, method))
        except (ValueError, TypeError) as error:
            raise EvaluationError(
                f"this base cannot be adapted so ({_first_line(error)})"
            ) from error

    def _only_chosen(self, _head: Any, given: tuple[Any, ...]) -> tuple[Any, ...] | None:
        """Before the output layer: keep the places of the answers, where a loss is taken.

        A vocabulary is large; likelihoods for every token of a prompt would cost most of the time.
        """
        if self._chosen is None:
            return None
        hidden, chosen = given[0], self._chosen
        virtual = hidden.shape[1] - chosen.shape[1]  # tokens that the method puts before the text
        return (hidden[:, virtual:][chosen].unsqueeze(0), *given[1:])

    def loss(self, batch: Sequence[Example]) -> Any:
        """The mean loss over the answers' tokens."""
        torch = self.torch
        longest = max(item.length for item in batch)
        rows = torch.tensor([_padded((*e.prompt, *e.answer), longest, 0) for e in batch])
        seen = torch.tensor([_padded([1] * e.length, longest, 0) for e in batch])
        # The token before each token of the answer is where that token is foretold.
        foretold = [[0] * (len(e.prompt) - 1) + [1] * len(e.answer) for e in batch]
        chosen = torch.tensor([_padded(row, longest, 0) for row in foretold]).bool()
        targets = torch.tensor([token for e in batch for token in e.answer]).to(self.device)
        logits = self._logits(rows.to(self.device), seen.to(self.device), chosen.to(self.device))
        return torch.nn.functional.cross_entropy(logits[0].float(), targets)

    def _logits(self, rows: Any, seen: Any, chosen: Any) -> Any:
        self._chosen = chosen
        try:
            with self.torch.autocast(self.device, dtype=self.torch.bfloat16, enabled=self._half):
                return self.model(input_ids=rows, attention_mask=seen, use_cache=False).logits
        finally:
            self._chosen = None

    def say(self, prompt: str, most: int, **sampling: Any) -> tuple[str, int]:
        """What the model answers, and how many tokens that took; greedily unless told to sample."""
        ids = [self.start, *self.encode(prompt)]
        asked = self.torch.tensor([ids]).to(self.device)
        with self.torch.inference_mode():
            made = self.model.generate(
                input_ids=asked,
                attention_mask=self.torch.ones_like(asked),
                max_new_tokens=most,
                eos_token_id=self.end,
                pad_token_id=self.end,
                **_decoding(sampling),
            )
        tokens = [token for token in made[0][len(ids) :].tolist() if token != self.end]
        return self.decode(tokens), len(tokens) + 1

    def parameters(self) -> list[Any]:
        """The weights that are learnt."""
        return [weights for weights in self.model.parameters() if weights.requires_grad]

    def all_parameters(self) -> int:
        """How many weights there are in all."""
        return sum(weights.numel() for weights in self.model.parameters())


def _decoding(sampling: dict[str, Any]) -> dict[str, Any]:
    """Every setting of the base's own generation settings that could interfere is named."""
    if sampling:
        return {"do_sample": True, "top_k": 0, **sampling}
    return {"do_sample": False, "num_beams": 1, "temperature": None, "top_p": None, "top_k": None}


def _padded(row: Sequence[int], length: int, filler: int) -> list[int]:
    return [*row, *[filler] * (length - len(row))]


def _settings(peft: Any, method: Method) -> Any:
    common = {"task_type": "CAUSAL_LM"}
    if method.kind in {Kind.LORA, Kind.QLORA}:
        return peft.LoraConfig(
            r=method.rank, lora_alpha=method.alpha, target_modules="all-linear", **common
        )
    if method.kind is Kind.IA3:
        return peft.IA3Config(
            target_modules=[*_KEYS_VALUES, *_FEED_FORWARD],
            feedforward_modules=_FEED_FORWARD,
            **common,
        )
    if method.kind is Kind.PREFIX:
        return peft.PrefixTuningConfig(num_virtual_tokens=method.virtual_tokens, **common)
    return peft.PromptTuningConfig(num_virtual_tokens=method.virtual_tokens, **common)


def _require(method: Method, device: str) -> None:
    if method.kind is not Kind.QLORA:
        return
    lacking = []
    if device != "cuda":
        lacking.append("a GPU with CUDA")
    if importlib.util.find_spec("bitsandbytes") is None:
        lacking.append("the library bitsandbytes")
    if lacking:
        raise EvaluationError(f"needs {' and '.join(lacking)}, not to be had here")


def _libraries() -> tuple[Any, Any, Any]:
    try:
        import peft
        import torch
        import transformers
    except ModuleNotFoundError as error:
        raise missing_library(error.name or "torch") from error
    transformers.logging.set_verbosity_error()
    return torch, transformers, peft


def _tokenizer(
    base: Path,
) -> tuple[Callable[[str], list[int]], Callable[[list[int]], str], int, int]:
    """How text becomes tokens and comes back, and the tokens of start and end."""
    from tokenizers import Tokenizer

    path = base / "tokenizer.json"
    if not path.is_file():
        raise EvaluationError(f"{base}: there is no tokenizer.json in it, so it is no base")
    tokenizer = Tokenizer.from_file(str(path))
    start, end = (_first(tokenizer, names) for names in (_STARTS, _ENDS))
    if start is None or end is None:
        raise EvaluationError(f"{base}: its tokenizer has no tokens of start and end")
    return (
        lambda text: list(tokenizer.encode(text, add_special_tokens=False).ids),
        tokenizer.decode,
        start,
        end,
    )


def _first(tokenizer: Any, names: Sequence[str]) -> int | None:
    ids = (tokenizer.token_to_id(name) for name in names)
    return next((found for found in ids if found is not None), None)


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
