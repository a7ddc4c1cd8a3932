"""Make a base model fit: the right tokenizer, and the vocabulary cut to what two languages need.

A base is a folder: `base.gguf` (cut, weights as they came), `model.safetensors` and `config.json`
for transformers, `tokenizer.json`, and `base.json`, which says what was done.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from models.errors import EngineUnavailableError
from models.llama import LlamaModel
from models.prompts import CONTROL_TOKENS
from models.train.errors import BadBaseError, MissingToolError, TrainError
from models.train.fetch import sha256
from models.train.vocabulary import (
    Vocabulary,
    build_tokenizer,
    kept_ids,
    open_gguf,
    read_vocabulary,
    unused_ids,
)

MOST_TOKENS: Final = 28_000
_VOCABULARY_KEYS: Final = ("tokens", "scores", "token_type")
_EMBEDDING: Final = "token_embd.weight"
_MEANINGS: Final = {
    "<request>": "please do",
    "<statement>": "says",
    "<exclamation>": "!",
    "<question>": "?",
    "<negative>": "not",
    "<to_her>": "to her",
    "<to_him>": "to him",
    "<familiar>": "friend",
    "<polite>": "usted",
}
"""What a control's vector begins with, where its own name is not the best word for it."""


def make_base(source: Path, folder: Path, text: Sequence[str], most: int = MOST_TOKENS) -> int:
    """Cut the GGUF at `source` to the tokens of `text`; returns how many tokens are left.

    Raises BadBaseError where the source cannot be used, and TrainError where the tokenizers of
    the result do not agree on the text.
    """
    vocabulary = read_vocabulary(source)
    controls = unused_ids(vocabulary, len(CONTROL_TOKENS))
    kept = kept_ids(vocabulary, _counted(source, text), most)
    order = sorted({*kept, *controls})
    names = dict(zip(controls, CONTROL_TOKENS, strict=True))
    cut = vocabulary.taken(order, names)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as work:
        _cut_gguf(source, Path(work) / "base.gguf", order, cut)
        (Path(work) / "base.gguf").replace(folder / "base.gguf")
    build_tokenizer(cut).save(str(folder / "tokenizer.json"))
    require_same_tokens(folder, text)
    _save_weights(folder, cut)
    about = {"source_sha256": sha256(source), "tokens": len(order), "source": source.name}
    (folder / "base.json").write_text(json.dumps(about, indent=2) + "\n", encoding="utf-8")
    return len(order)


def _counted(source: Path, text: Iterable[str]) -> Counter[int]:
    """How often each token of the source stands in the text, as llama.cpp splits it."""
    seen: Counter[int] = Counter()
    with _llama(source) as model:
        for line in text:
            seen.update(model.tokenize(line))
    return seen


def _llama(path: Path) -> LlamaModel:
    try:
        return LlamaModel(path)
    except EngineUnavailableError as error:
        raise BadBaseError(str(error)) from error


def require_same_tokens(folder: Path, text: Iterable[str]) -> None:
    """Raise TrainError unless both tokenizers of a base split every line alike."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    with _llama(folder / "base.gguf") as model:
        start = model.tokenize("")
        for line in text:
            if start + tokenizer.encode(line, add_special_tokens=False).ids != model.tokenize(line):
                raise TrainError(f"{folder}: the two tokenizers split {line!r} differently")


def _cut_gguf(source: Path, target: Path, order: Sequence[int], cut: Vocabulary) -> None:
    """Gather the embedding's rows and the vocabulary; all other bytes stay as they are."""
    import numpy as np
    from gguf import GGUFWriter

    reader = open_gguf(source)
    writer = GGUFWriter(target, reader.fields["general.architecture"].contents())
    copy_metadata(reader, writer, {old: new for new, old in enumerate(order)})
    write_vocabulary(writer, cut)
    for tensor in reader.tensors:
        data = tensor.data
        if tensor.name in {_EMBEDDING, "output.weight"}:
            data = np.ascontiguousarray(data[order])
        writer.add_tensor(tensor.name, data, raw_dtype=tensor.tensor_type)
    write_all(writer)


def copy_metadata(reader: Any, writer: Any, new_ids: Mapping[int, int] | None = None) -> None:
    """Copy all that a GGUF says of itself but its vocabulary; token ids under their new numbers."""
    from gguf import GGUFValueType

    for name, field in reader.fields.items():
        is_written = name.startswith("GGUF.") or name == "general.architecture"
        if is_written or name.removeprefix("tokenizer.ggml.") in _VOCABULARY_KEYS:
            continue
        value = field.contents()
        if name.endswith("_token_id") and new_ids is not None:
            writer.add_uint32(name, new_ids[value])
        elif field.types[0] == GGUFValueType.ARRAY:
            writer.add_array(name, value)
        else:
            writer.add_key_value(name, value, field.types[0])


def write_vocabulary(writer: Any, vocabulary: Vocabulary) -> None:
    """Add tokens, scores and kinds."""
    writer.add_token_list(list(vocabulary.tokens))
    writer.add_token_scores(list(vocabulary.scores))
    writer.add_token_types(list(vocabulary.kinds))


def write_all(writer: Any) -> None:
    """Write the file, and close it."""
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def _save_weights(folder: Path, cut: Vocabulary) -> None:
    """The weights for transformers, in full precision; controls begin with what they mean."""
    try:
        import torch
        from transformers import AutoModelForCausalLM
    except ModuleNotFoundError as error:
        raise MissingToolError("transformers with torch") from error
    try:
        model = AutoModelForCausalLM.from_pretrained(
            folder, gguf_file="base.gguf", dtype=torch.float32
        )
    except (ValueError, KeyError, OSError) as error:
        raise BadBaseError(
            f"{folder / 'base.gguf'}: transformers cannot read it ({error})"
        ) from error
    rows = model.get_input_embeddings().weight.data
    for control, meaning in _meaning_ids(folder, cut):
        rows[control] = rows[list(meaning)].mean(dim=0)
    model.save_pretrained(folder)


def _meaning_ids(folder: Path, cut: Vocabulary) -> Iterator[tuple[int, list[int]]]:
    from tokenizers import Tokenizer

    tokenizer, ids = Tokenizer.from_file(str(folder / "tokenizer.json")), cut.ids()
    for control in CONTROL_TOKENS:
        words = _MEANINGS.get(control, control.strip("<>"))
        yield ids[control], tokenizer.encode(f" {words}", add_special_tokens=False).ids


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `aac-train base`."""
    parser.add_argument("source", type=Path, help="a GGUF file with a SentencePiece vocabulary")
    parser.add_argument("folder", type=Path, help="where the base goes")
    parser.add_argument(
        "--text", type=Path, nargs="+", required=True, help="text files: their tokens stay"
    )
    parser.add_argument("--most", type=int, default=MOST_TOKENS, help="tokens to keep, about")


def run(options: argparse.Namespace) -> None:
    """`aac-train base`."""
    lines = [line for path in options.text for line in read_lines(path)]
    left = make_base(options.source, options.folder, lines, options.most)
    print(f"{options.folder}: {left} tokens; both tokenizers agree on {len(lines)} lines")  # noqa: T201


def read_lines(path: Path) -> list[str]:
    """The lines of a text file that are not blank. Raises TrainError where it cannot be read."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise TrainError(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise TrainError(f"{path}: not UTF-8 text") from error
    return [line for line in text.split("\n") if line.strip()]
