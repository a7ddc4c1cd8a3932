"""A model in transformers' format, from a folder or from the hub, and the GGUF file made of it.

Only a name that is no folder here is asked for on the hub, by transformers' own means.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from models.train.byte_pairs import BytePairs
from models.train.errors import BadBaseError
from models.train.gguf_files import ARCHITECTURES, add_tensors, write_all
from models.train.vocabulary import BYTE, CONTROL, NORMAL, Vocabulary
from models.train.weights import first_line, libraries, require_causal

_ARCHITECTURES: Final = {"llama": "llama", "gemma3_text": "gemma3"}
"""transformers' model types, and their architecture in GGUF."""
_LOW: Final = -1e9
"""The score of tokens that no merge makes."""


@dataclass(frozen=True, slots=True)
class Brought:
    """A model that came from elsewhere."""

    folder: Path
    """Weights, settings and tokenizer.json, as they came."""
    gguf: Path | None
    """The same as GGUF; None where that cannot be written."""
    reason: str = ""
    """Why not."""


def bring(name: str, work: Path) -> Brought:
    """Load a model by folder or name, and lay it down in `work`. Raises BadBaseError."""
    torch, transformers, _peft = libraries()
    config = _asked(transformers.AutoConfig, name)
    require_causal(config, name)
    model = _asked(transformers.AutoModelForCausalLM, name, dtype=torch.bfloat16)
    folder = work / "model"
    model.save_pretrained(folder)
    _bring_tokenizer(name, folder / "tokenizer.json")
    try:
        return Brought(folder, _write(folder, model.config, work / "model.gguf"))
    except BadBaseError as error:
        return Brought(folder, None, str(error))


def _bring_tokenizer(name: str, target: Path) -> None:
    here = Path(name) / "tokenizer.json"
    if here.is_file():
        shutil.copyfile(here, target)
        return
    _torch, transformers, _peft = libraries()
    backend = getattr(_asked(transformers.AutoTokenizer, name), "backend_tokenizer", None)
    if backend is None:
        raise BadBaseError(f"{name}: it has no tokenizer.json")
    backend.save(str(target))


def _asked(kind: Any, name: str, **options: Any) -> Any:
    try:
        return kind.from_pretrained(name, **options)
    except Exception as error:
        if isinstance(error, MemoryError):
            raise
        where = "it cannot be used" if Path(name).exists() else "no such folder, and not on the hub"
        raise BadBaseError(f"{name}: {where} ({first_line(error)})") from error


def _write(folder: Path, config: Any, target: Path) -> Path:
    from gguf import GGUFWriter, LlamaFileType

    architecture = _ARCHITECTURES.get(config.model_type)
    if architecture is None:
        known = " and ".join(ARCHITECTURES)
        raise BadBaseError(f"a {config.model_type} cannot be written as GGUF here, only {known}")
    vocabulary = read_tokenizer(folder / "tokenizer.json", int(config.vocab_size))
    writer = GGUFWriter(target, architecture)
    writer.add_file_type(LlamaFileType.MOSTLY_F16)
    describe(writer, config)
    describe_vocabulary(writer, vocabulary, config)
    add_tensors(writer, folder, architecture, whole=False)
    write_all(writer)
    return target


def describe(writer: Any, config: Any) -> None:
    """Add the sizes of a model. Keys: gguf-py's constants, as llama.cpp's converter fills them."""
    heads = int(config.num_attention_heads)
    size = int(getattr(config, "head_dim", None) or config.hidden_size // heads)
    writer.add_context_length(int(config.max_position_embeddings))
    writer.add_embedding_length(int(config.hidden_size))
    writer.add_block_count(int(config.num_hidden_layers))
    writer.add_feed_forward_length(int(config.intermediate_size))
    writer.add_head_count(heads)
    writer.add_head_count_kv(int(config.num_key_value_heads))
    writer.add_key_length(size)
    writer.add_value_length(size)
    writer.add_layer_norm_rms_eps(float(config.rms_norm_eps))
    writer.add_rope_freq_base(float(config.rope_theta))
    writer.add_vocab_size(int(config.vocab_size))
    if config.model_type == "llama":
        writer.add_rope_dimension_count(size)
    elif config.sliding_window:
        writer.add_sliding_window(int(config.sliding_window))


def describe_vocabulary(writer: Any, vocabulary: Vocabulary | BytePairs, config: Any) -> None:
    """Add a vocabulary, its kind and its marks."""
    is_bytes = isinstance(vocabulary, BytePairs)
    writer.add_tokenizer_model("gpt2" if is_bytes else "llama")
    writer.add_tokenizer_pre(vocabulary.pre if isinstance(vocabulary, BytePairs) else "default")
    vocabulary.write(writer)
    for name in ("bos", "eos", "pad", "unk"):
        number = getattr(config, f"{name}_token_id", None)
        number = number[0] if isinstance(number, list) else number
        if number is not None and 0 <= number < len(vocabulary.tokens):
            getattr(writer, f"add_{name}_token_id")(int(number))
    writer.add_add_bos_token(True)
    writer.add_add_space_prefix(False)


def read_tokenizer(path: Path, size: int) -> Vocabulary | BytePairs:
    """The vocabulary of a tokenizer.json, filled up to the rows of the embedding.

    Raises BadBaseError for a kind of tokenizer that llama.cpp would not split alike.
    """
    said = json.loads(path.read_text(encoding="utf-8"))
    if said["model"]["type"] != "BPE":
        raise BadBaseError(f"a {said['model']['type']} tokenizer cannot be written as GGUF here")
    names = {number: token for token, number in said["model"]["vocab"].items()}
    added = {token["id"]: token for token in said["added_tokens"]}
    names.update({number: token["content"] for number, token in added.items()})
    tokens = tuple(names.get(at, f"[PAD{at}]") for at in range(size))
    merges = [
        tuple(m) if isinstance(m, list) else tuple(m.split(" ", 1)) for m in said["model"]["merges"]
    ]
    special = {at for at, token in added.items() if token["special"]} | (
        set(range(size)) - set(names)
    )
    if said["model"].get("byte_fallback"):
        return _pieces(tokens, merges, special)
    kinds = tuple(CONTROL if at in special else NORMAL for at in range(size))
    return BytePairs(tokens, kinds, tuple(merges), _pre(said["pre_tokenizer"]))


def _pieces(
    tokens: tuple[str, ...], merges: Sequence[tuple[str, str]], special: set[int]
) -> Vocabulary:
    """A SentencePiece vocabulary: what is merged earlier has the higher score."""
    ranks: dict[str, float] = {}
    for rank, (left, right) in enumerate(merges):
        ranks.setdefault(left + right, -float(rank))
    kinds = tuple(_kind(at, token, special) for at, token in enumerate(tokens))
    return Vocabulary(tokens, tuple(ranks.get(token, _LOW) for token in tokens), kinds)


def _kind(at: int, token: str, special: set[int]) -> int:
    if at in special:
        return CONTROL
    return BYTE if len(token) == 6 and token.startswith("<0x") and token.endswith(">") else NORMAL


def _pre(said: Mapping[str, Any] | None) -> str:
    """llama.cpp's name for a way of cutting text into words. Raises BadBaseError."""
    parts = (
        [said]
        if said and said["type"] != "Sequence"
        else list((said or {}).get("pretokenizers", []))
    )
    kinds = [part["type"] for part in parts]
    if kinds == ["ByteLevel"] and parts[0]["use_regex"]:
        return "gpt-2"
    if kinds == ["Digits", "ByteLevel"] and parts[0]["individual_digits"]:
        return "smollm"
    if kinds == ["Split", "ByteLevel"] and r"\p{N}{1,3}" in str(parts[0]["pattern"]):
        return "llama-bpe"
    raise BadBaseError("its way of cutting text into words is not known to GGUF here")
