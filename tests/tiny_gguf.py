"""A very small Llama in GGUF form, built while a test runs: real weights for the real library.

Two kinds. `write_parrot` knows one answer: whatever it is asked, it continues ` =` with the
sentence it was made for (attention and feed-forward add nothing, and each token's embedding points
at the row of the next token). `write_random` has random weights all over, so what it writes depends
on every token before.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from gguf import GGUFWriter, LlamaFileType, TokenType

_BOS, _EOS = "<s>", "</s>"
_WIDTH, _HEADS, _FEED_FORWARD, _CONTEXT = 256, 4, 256, 512


def _byte_letters() -> list[str]:
    """GPT-2's printable stand-in for each byte: the alphabet of a byte-level BPE."""
    shown = [*range(33, 127), *range(161, 173), *range(174, 256)]
    hidden = itertools.count(256)
    return [chr(byte) if byte in shown else chr(next(hidden)) for byte in range(256)]


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    tokens: list[str]
    merges: list[str]

    def id(self, text: str) -> int:
        """The token of a text that was given as a word."""
        letters = _byte_letters()
        return self.tokens.index("".join(letters[byte] for byte in text.encode()))


def _vocabulary(words: Iterable[str]) -> _Vocabulary:
    """All bytes, the two marks, and each word as one token with the merges that lead to it."""
    letters = _byte_letters()
    tokens, merges = [_BOS, _EOS, *letters], []
    for word in words:
        spelled = [letters[byte] for byte in word.encode()]
        for end in range(1, len(spelled)):
            left, right = "".join(spelled[:end]), spelled[end]
            if left + right not in tokens:
                tokens.append(left + right)
                merges.append(f"{left} {right}")
    return _Vocabulary(tokens, merges)


def _write(path: Path, vocabulary: _Vocabulary, weights: dict[str, Any], architecture: str) -> Path:
    writer = GGUFWriter(path, architecture)
    writer.add_context_length(_CONTEXT)
    writer.add_embedding_length(_WIDTH)
    writer.add_block_count(1)
    writer.add_feed_forward_length(_FEED_FORWARD)
    writer.add_head_count(_HEADS)
    writer.add_head_count_kv(_HEADS)
    writer.add_rope_dimension_count(_WIDTH // _HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_vocab_size(len(vocabulary.tokens))
    writer.add_file_type(LlamaFileType.MOSTLY_F16)
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("gpt-2")
    writer.add_token_list(vocabulary.tokens)
    kinds = [TokenType.CONTROL] * 2 + [TokenType.NORMAL] * (len(vocabulary.tokens) - 2)
    writer.add_token_types(kinds)
    writer.add_token_merges(vocabulary.merges)
    writer.add_bos_token_id(0)
    writer.add_eos_token_id(1)
    writer.add_add_bos_token(True)
    for name, tensor in weights.items():
        kind = np.float32 if tensor.ndim == 1 else np.float16
        writer.add_tensor(name, np.ascontiguousarray(tensor.astype(kind)))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def _tensors(embedding: Any, output: Any, layer_scale: float, seed: int) -> dict[str, Any]:
    random = np.random.default_rng(seed)

    def matrix(rows: int, columns: int) -> Any:
        return random.normal(0, layer_scale, (rows, columns))

    attention = {f"attn_{part}.weight": matrix(_WIDTH, _WIDTH) for part in ("q", "k", "v")}
    layer = {
        "attn_norm.weight": np.ones(_WIDTH),
        **attention,
        "attn_output.weight": matrix(_WIDTH, _WIDTH),
        "ffn_norm.weight": np.ones(_WIDTH),
        "ffn_gate.weight": matrix(_FEED_FORWARD, _WIDTH),
        "ffn_up.weight": matrix(_FEED_FORWARD, _WIDTH),
        "ffn_down.weight": matrix(_WIDTH, _FEED_FORWARD),
    }
    return {
        "token_embd.weight": embedding,
        **{f"blk.0.{name}": tensor for name, tensor in layer.items()},
        "output_norm.weight": np.ones(_WIDTH),
        "output.weight": output,
    }


def write_parrot(path: Path, pieces: Sequence[str], architecture: str = "llama") -> Path:
    """A model that answers every prompt with the pieces, all different, and then ends.

    A piece is a word with the space before it, as ` Quiero`, or punctuation.
    """
    chain = [" =", *pieces]
    vocabulary = _vocabulary(chain)
    random = np.random.default_rng(1)
    embedding = random.normal(0, 1, (len(vocabulary.tokens), _WIDTH))
    output = np.zeros_like(embedding)
    successors = [*chain[1:], None]
    for piece, successor in zip(chain, successors, strict=True):
        following = 1 if successor is None else vocabulary.id(successor)
        output[following] += embedding[vocabulary.id(piece)]
    return _write(path, vocabulary, _tensors(embedding, output, 0.0, 1), architecture)


def write_random(
    path: Path, words: Iterable[str], seed: int = 0, full_stop: float = 3.0, sureness: float = 1.0
) -> Path:
    """A model with random weights that writes the words, and a full stop now and then.

    Far below a sureness of 1 it hesitates between several of them.
    """
    words = list(words)
    vocabulary = _vocabulary(words)
    random = np.random.default_rng(seed)
    embedding = random.normal(0, 1, (len(vocabulary.tokens), _WIDTH))
    output = np.zeros_like(embedding)
    for word in words:
        output[vocabulary.id(word)] = random.normal(0, 1, _WIDTH)
    output[vocabulary.id(".")] = random.normal(0, full_stop, _WIDTH)
    output *= sureness
    return _write(path, vocabulary, _tensors(embedding, output, 0.06, seed), "llama")


def write_bytes(path: Path, data: Sequence[int]) -> Path:
    """A model that answers with these bytes, all different, whether or not they are text."""
    vocabulary = _vocabulary([" ="])
    random = np.random.default_rng(1)
    embedding = random.normal(0, 1, (len(vocabulary.tokens), _WIDTH))
    output = np.zeros_like(embedding)
    chain = [vocabulary.id(" ="), *(2 + byte for byte in data), 1]
    for token, following in itertools.pairwise(chain):
        output[following] += embedding[token]
    return _write(path, vocabulary, _tensors(embedding, output, 0.0, 1), "llama")


def write_adapter(
    path: Path, pieces: Sequence[str], change: tuple[str, str, str], base: str = ""
) -> Path:
    """A LoRA adapter for the parrot of these pieces: after `change[0]`, not [1] but [2].

    `base` is the checksum of the model that it says it was made for.
    """
    chain = [" =", *pieces]
    vocabulary = _vocabulary(chain)
    size = len(vocabulary.tokens)
    embedding = np.random.default_rng(1).normal(0, 1, (size, _WIDTH))
    before, old, new = map(vocabulary.id, change)
    down = embedding[before][np.newaxis]
    up = np.zeros((size, 1))
    up[old], up[new] = -1, 1
    writer = GGUFWriter(path, "llama")
    writer.add_type("adapter")
    writer.add_string("adapter.type", "lora")
    writer.add_float32("adapter.lora.alpha", 1.0)
    if base:
        writer.add_string("adapter.base_sha256", base)
    for part, tensor in (("a", down), ("b", up)):
        writer.add_tensor(f"output.weight.lora_{part}", tensor.astype(np.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path
