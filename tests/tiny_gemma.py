"""A very small Gemma 3 in GGUF form with a SentencePiece vocabulary, built while a test runs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from gguf import GGUFWriter, LlamaFileType, TokenType

WIDTH, HEADS, HEAD_SIZE, FEED_FORWARD, LAYERS = 64, 2, 256, 128, 2
UNUSED = 24


def vocabulary(words: Sequence[str]) -> tuple[list[str], list[float], list[int]]:
    """Tokens, scores and kinds: marks, unused ones, bytes, characters, and all beginnings of words.

    As with the real one, a token that is merged earlier has the higher score.
    """
    marks = ["<pad>", "<eos>", "<bos>", "<unk>", *(f"<unused{i}>" for i in range(UNUSED))]
    data = [f"<0x{byte:02X}>" for byte in range(256)]
    spelled = ["▁" + word for word in words]
    characters = sorted(set("▁=:.,?¿¡!<>_abcdefghijklmnopqrstuvwxyzáéíóúñ").union(*spelled))
    merged = list(dict.fromkeys(word[:end] for word in spelled for end in range(2, len(word) + 1)))
    tokens = [*marks, *data, *merged, *characters]
    normal = len(merged) + len(characters)
    scores = [-1000.0] * (len(marks) + len(data)) + [-float(i) for i in range(normal)]
    kinds = [TokenType.CONTROL] * len(marks) + [TokenType.BYTE] * len(data)
    return tokens, scores, [*map(int, kinds), *[int(TokenType.NORMAL)] * normal]


def write_gemma(
    path: Path, words: Sequence[str], architecture: str = "gemma3", layers: int = LAYERS
) -> Path:
    """A model with random weights whose vocabulary holds these words."""
    tokens, scores, kinds = vocabulary(words)
    writer = GGUFWriter(path, architecture)
    writer.add_name("tiny")
    writer.add_context_length(256)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(layers)
    writer.add_feed_forward_length(FEED_FORWARD)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(1)
    writer.add_key_length(HEAD_SIZE)
    writer.add_value_length(HEAD_SIZE)
    writer.add_layer_norm_rms_eps(1e-6)
    writer.add_rope_freq_base(1_000_000.0)
    writer.add_sliding_window(128)
    writer.add_file_type(LlamaFileType.ALL_F32)
    writer.add_tokenizer_model("llama")
    writer.add_tokenizer_pre("default")
    writer.add_token_list(tokens)
    writer.add_token_scores(scores)
    writer.add_token_types(kinds)
    for name, index in (("pad", 0), ("eos", 1), ("bos", 2), ("unk", 3)):
        getattr(writer, f"add_{name}_token_id")(index)
    writer.add_add_bos_token(True)
    writer.add_add_space_prefix(False)
    for name, values in _tensors(len(tokens), layers).items():
        writer.add_tensor(name, np.ascontiguousarray(values.astype(np.float32)))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def _tensors(size: int, layers: int) -> dict[str, Any]:
    random = np.random.default_rng(0)

    def matrix(rows: int, columns: int) -> Any:
        return random.normal(0, 0.08, (rows, columns))

    tensors = {
        "token_embd.weight": random.normal(0, 0.3, (size, WIDTH)),
        "output_norm.weight": np.ones(WIDTH),
    }
    for layer in range(layers):
        parts = {
            "attn_q.weight": matrix(HEADS * HEAD_SIZE, WIDTH),
            "attn_k.weight": matrix(HEAD_SIZE, WIDTH),
            "attn_v.weight": matrix(HEAD_SIZE, WIDTH),
            "attn_output.weight": matrix(WIDTH, HEADS * HEAD_SIZE),
            "ffn_gate.weight": matrix(FEED_FORWARD, WIDTH),
            "ffn_up.weight": matrix(FEED_FORWARD, WIDTH),
            "ffn_down.weight": matrix(WIDTH, FEED_FORWARD),
            "attn_q_norm.weight": np.ones(HEAD_SIZE),
            "attn_k_norm.weight": np.ones(HEAD_SIZE),
        }
        norms = ("attn_norm", "post_attention_norm", "ffn_norm", "post_ffw_norm")
        parts |= {f"{name}.weight": np.ones(WIDTH) for name in norms}
        tensors |= {f"blk.{layer}.{name}": values for name, values in parts.items()}
    return tensors
