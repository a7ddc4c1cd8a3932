"""Teach a base the pairs: a LoRA adapter, with a checkpoint from which a stopped run goes on.

A run is a folder: `recipe.json`, `adapter/` (peft's format), `state.pt` (optimiser, step, time
spent) and `loss.tsv` (seconds, step, pairs seen, rate, loss on training, loss on validation).
"""

from __future__ import annotations

import argparse
import json
import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from models.train.batches import Example, Mix, Share, example, packed
from models.train.errors import BadBaseError, MissingToolError, TrainError
from models.train.fetch import sha256
from models.train.pair import Pair, read_pairs
from models.train.recipe import Recipe, load_recipe, save_recipe

_IGNORED: Final = -100
"""The label of a token on which no loss is taken, as torch's cross entropy has it."""
_MOST_VALID: Final = 400
_LOGGED_STEPS: Final = 20


@dataclass(slots=True)
class Progress:
    """How far a run has come."""

    step: int = 0
    seconds: float = 0.0
    pairs: int = 0


class LoraRun:
    """One training run in a folder. Not for several processes at once."""

    def __init__(self, base: Path, folder: Path, recipe: Recipe) -> None:
        self._torch, self._peft, self._transformers = _libraries()
        self._folder, self._recipe = folder, recipe
        self._torch.manual_seed(recipe.seed)
        self._encode, self._ends = _encoder(base)
        self._precision = self._fast_precision()
        self._model = self._load(base)
        parameters = [p for p in self._model.parameters() if p.requires_grad]
        self._optimiser = self._torch.optim.AdamW(parameters, lr=recipe.rate, weight_decay=0.0)
        self._parameters = parameters
        self.progress = Progress()

    def _load(self, base: Path) -> Any:
        try:
            model = self._transformers.AutoModelForCausalLM.from_pretrained(
                base, dtype=self._precision, attn_implementation="sdpa"
            )
        except (OSError, ValueError) as error:
            raise BadBaseError(f"{base}: it is no base model ({error})") from error
        settings = self._peft.LoraConfig(
            r=self._recipe.rank,
            lora_alpha=self._recipe.alpha,
            lora_dropout=self._recipe.dropout,
            target_modules=list(self._recipe.modules),
            task_type="CAUSAL_LM",
        )
        return self._peft.get_peft_model(model, settings)

    def _fast_precision(self) -> Any:
        """bf16 where this processor multiplies faster in it, else full precision."""
        torch = self._torch
        seconds = {}
        for kind in (torch.float32, torch.bfloat16):
            left, right = torch.rand(512, 1024).to(kind), torch.rand(1024, 1024).to(kind)
            left @ right
            begun = time.perf_counter()
            for _ in range(8):
                left @ right
            seconds[kind] = time.perf_counter() - begun
        return min(seconds, key=lambda kind: seconds[kind])

    @property
    def precision(self) -> str:
        """The kind of numbers in which the base computes."""
        return str(self._precision).removeprefix("torch.")

    def start_from(self, adapter: Path) -> None:
        """Begin with the weights of another run's adapter. Raises BadBaseError if they misfit."""
        from safetensors.torch import load_file

        try:
            weights = load_file(adapter / "adapter_model.safetensors")
        except OSError as error:
            raise TrainError(f"{adapter}: there is no adapter") from error
        result = self._peft.set_peft_model_state_dict(self._model, weights)
        if result.unexpected_keys:
            raise BadBaseError(f"{adapter}: the adapter was made for another base or rank")

    def resume(self) -> bool:
        """Go on from the folder's last checkpoint; False where there is none."""
        state_file = self._folder / "state.pt"
        if not state_file.is_file():
            return False
        state = self._torch.load(state_file, weights_only=True)
        self.start_from(self._folder / state["adapter"])
        self._optimiser.load_state_dict(state["optimiser"])
        self.progress = Progress(state["step"], state["seconds"], state["pairs"])
        return True

    def train(self, mix: Mix, valid: Sequence[Pair], report: Callable[[str], None]) -> None:
        """Train until the recipe's time is over; checkpoints on the way and at the end."""
        limit = self._recipe.minutes * 60
        begun, saved = time.monotonic() - self.progress.seconds, self.progress.seconds
        losses: list[float] = []
        batches = mix.batches(self._example, self._recipe.tokens)
        for _seen in range(self.progress.step):
            next(batches)
        while self.progress.seconds < limit:
            losses.append(self._step(next(batches)))
            self.progress.seconds = time.monotonic() - begun
            if self.progress.step % _LOGGED_STEPS == 0:
                report(self._line(losses, ""))
                losses = []
            if self.progress.seconds - saved > self._recipe.checkpoint_minutes * 60:
                saved = self.progress.seconds
                report(self._line(losses, f"{self.loss(valid):.4f}"))
                self.save()
        report(self._line(losses, f"{self.loss(valid):.4f}"))
        self.save()

    def _line(self, losses: Sequence[float], valid: str) -> str:
        mean = f"{sum(losses) / len(losses):.4f}" if losses else ""
        done = self.progress
        return f"{done.seconds:.0f}\t{done.step}\t{done.pairs}\t{self._rate():.2e}\t{mean}\t{valid}"

    def _rate(self) -> float:
        spent = self.progress.seconds / (self._recipe.minutes * 60)
        return self._recipe.rate_at(self.progress.step, spent)

    def _example(self, pair: Pair) -> Example:
        return example(pair, self._encode, *self._ends)

    def _step(self, batch: Sequence[Example]) -> float:
        for group in self._optimiser.param_groups:
            group["lr"] = self._rate()
        loss = self._loss(batch)
        loss.backward()
        self._torch.nn.utils.clip_grad_norm_(self._parameters, self._recipe.clip)
        self._optimiser.step()
        self._optimiser.zero_grad(set_to_none=True)
        self.progress.step += 1
        self.progress.pairs += len(batch)
        return float(loss.detach())

    def _loss(self, batch: Sequence[Example]) -> Any:
        """The mean loss over the answers' tokens; only there are the likelihoods computed."""
        torch = self._torch
        longest = max(item.length for item in batch)
        rows = [[*e.prompt, *e.answer] + [0] * (longest - e.length) for e in batch]
        masks = [[1] * e.length + [0] * (longest - e.length) for e in batch]
        labels = torch.tensor(
            [
                [_IGNORED] * len(e.prompt) + list(e.answer) + [_IGNORED] * (longest - e.length)
                for e in batch
            ]
        )
        is_half = self._precision is torch.bfloat16
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=is_half):
            inner = self._model.get_base_model()
            hidden = inner.model(
                input_ids=torch.tensor(rows), attention_mask=torch.tensor(masks), use_cache=False
            ).last_hidden_state
            targets = labels[:, 1:]
            chosen = targets != _IGNORED
            logits = inner.lm_head(hidden[:, :-1][chosen])
        return torch.nn.functional.cross_entropy(logits.float(), targets[chosen])

    def loss(self, pairs: Sequence[Pair]) -> float:
        """The mean loss over the first few hundred of these pairs, nothing learnt."""
        examples = sorted((self._example(p) for p in pairs[:_MOST_VALID]), key=lambda e: e.length)
        total, count = 0.0, 0
        self._model.eval()
        with self._torch.no_grad():
            for batch in packed(examples, self._recipe.tokens * 2):
                total += float(self._loss(batch)) * len(batch)
                count += len(batch)
        self._model.train()
        return total / count if count else float("nan")

    def save(self) -> None:
        """Write a checkpoint; the one before it is whole until this one is."""
        name = f"adapter-{self.progress.step}"
        self._model.save_pretrained(self._folder / name)
        state = {
            "adapter": name,
            "optimiser": self._optimiser.state_dict(),
            "step": self.progress.step,
            "seconds": self.progress.seconds,
            "pairs": self.progress.pairs,
        }
        draft = self._folder / "state.tmp"
        self._torch.save(state, draft)
        draft.replace(self._folder / "state.pt")
        for older in self._folder.glob("adapter-*"):
            if older.name != name:
                shutil.rmtree(older)


def _libraries() -> tuple[Any, Any, Any]:
    try:
        import peft
        import torch
        import transformers
    except ModuleNotFoundError as error:
        raise MissingToolError(error.name or "torch") from error
    return torch, peft, transformers


def _encoder(base: Path) -> tuple[Callable[[str], list[int]], tuple[int, int]]:
    """How text becomes tokens, and the tokens of start and end."""
    from tokenizers import Tokenizer

    path = base / "tokenizer.json"
    if not path.is_file():
        raise BadBaseError(f"{base}: there is no tokenizer.json; `aac-train base` makes one")
    tokenizer = Tokenizer.from_file(str(path))
    start, end = (
        next((found for n in names if (found := tokenizer.token_to_id(n)) is not None), None)
        for names in (("<bos>", "<s>"), ("<eos>", "</s>"))
    )
    if start is None or end is None:
        raise BadBaseError(f"{base}: its tokenizer has no tokens of start and end")
    return lambda text: list(tokenizer.encode(text, add_special_tokens=False).ids), (start, end)


def final_adapter(run: Path) -> Path:
    """The adapter of a run's last checkpoint. Raises TrainError where there is none."""
    found = sorted(run.glob("adapter-*"), key=lambda path: int(path.name.partition("-")[2]))
    if not found:
        raise TrainError(f"{run}: no checkpoint in this folder")
    return found[-1]


def parse_share(text: str) -> Share:
    """`FILE` or `FILE=WEIGHT`: pairs, and their part of the mix. Raises TrainError."""
    name, _mark, weight = text.partition("=")
    try:
        number = float(weight or 1)
    except ValueError as error:
        raise TrainError(f"{text}: the share after = is no number") from error
    if number <= 0:
        raise TrainError(f"{text}: a share must be above 0")
    return Share(read_pairs(Path(name)), number)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `aac-train lora`."""
    parser.add_argument("base", type=Path, help="a folder that `aac-train base` made")
    parser.add_argument("folder", type=Path, help="where the run goes")
    parser.add_argument("--pairs", nargs="+", required=True, metavar="FILE[=SHARE]")
    parser.add_argument("--valid", type=Path, required=True, help="pairs that are never learnt")
    parser.add_argument("--recipe", type=Path, help="a recipe.json; else the one for this base")
    parser.add_argument("--minutes", type=float, help="time to train, in place of the recipe's")
    parser.add_argument("--decay", type=float, help="the falling part, in place of the recipe's")
    parser.add_argument("--start-from", type=Path, help="another run, whose adapter to begin with")
    parser.add_argument("--threads", type=int, help="threads to compute with")


def run(options: argparse.Namespace) -> None:
    """`aac-train lora`."""
    shares = [parse_share(text) for text in options.pairs]
    valid = read_pairs(options.valid)
    recipe = load_recipe(options.recipe) if options.recipe else Recipe()
    for name in ("minutes", "decay"):
        if getattr(options, name) is not None:
            recipe = replace(recipe, **{name: getattr(options, name)})
    options.folder.mkdir(parents=True, exist_ok=True)
    training = LoraRun(options.base, options.folder, recipe)
    if options.threads:
        import torch

        torch.set_num_threads(options.threads)
    if not training.resume() and options.start_from:
        training.start_from(final_adapter(options.start_from))
    save_recipe(recipe, options.folder / "recipe.json")
    _save_data(options)
    with (options.folder / "loss.tsv").open("a", encoding="utf-8") as log:
        training.train(Mix(shares, recipe.seed), valid, _reporter(log, training, recipe))


def _save_data(options: argparse.Namespace) -> None:
    """Write down what was learnt: base, pair files with checksum and share, and the beginning."""
    about = {
        "base": options.base.name,
        "pairs": {text: sha256(Path(text.partition("=")[0])) for text in options.pairs},
        "start_from": options.start_from.name if options.start_from else None,
    }
    text = json.dumps(about, indent=2) + "\n"
    (options.folder / "data.json").write_text(text, encoding="utf-8")


def _reporter(log: Any, training: LoraRun, recipe: Recipe) -> Callable[[str], None]:
    def report(line: str) -> None:
        log.write(line + "\n")
        log.flush()
        left = recipe.minutes - training.progress.seconds / 60
        print(f"{line}\t{training.precision}\t{left:.1f} min left", flush=True)  # noqa: T201

    return report
