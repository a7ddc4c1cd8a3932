"""GGUF files of language models: what they say of themselves, and weights written into them.

Names of tensors are those of gguf-py's tensor map. Gemma's norms are stored with one added, and the
query and key rows of a Llama in another order, as llama.cpp's converter does
(convert_hf_to_gguf.py: transformers turns the halves of a head, llama.cpp neighbouring rows).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from models.train.errors import BadBaseError, MissingToolError

ARCHITECTURES: Final = ("gemma3", "llama")
"""What can be written."""
VOCABULARY_KEYS: Final = ("tokens", "scores", "token_type", "merges")
EMBEDDING: Final = "token_embd.weight"


def open_gguf(path: Path) -> Any:
    """A reader of the GGUF file. Raises BadBaseError for a file that is none, or is cut short."""
    try:
        from gguf import GGUFReader
    except ModuleNotFoundError as error:
        raise MissingToolError("gguf") from error
    try:
        return GGUFReader(path)
    except OSError as error:
        raise BadBaseError(f"{path}: it cannot be read ({error.strerror})") from error
    except (ValueError, IndexError, KeyError) as error:
        raise BadBaseError(f"{path}: it is no whole GGUF file") from error


def value(reader: Any, key: str, default: Any = None) -> Any:
    """What a GGUF file says under a key."""
    field = reader.fields.get(key)
    return default if field is None else field.contents()


def architecture_of(reader: Any, path: Path) -> str:
    """The architecture. Raises BadBaseError for one that cannot be written here."""
    architecture = str(value(reader, "general.architecture", "none"))
    if architecture not in ARCHITECTURES:
        raise BadBaseError(
            f"{path}: its architecture is {architecture}, and only {' and '.join(ARCHITECTURES)} "
            "can be worked with"
        )
    return architecture


def copy_metadata(
    reader: Any,
    writer: Any,
    new_ids: Mapping[int, int] | None = None,
    changed: Mapping[str, Any] | None = None,
    *,
    with_vocabulary: bool = False,
) -> None:
    """Copy what a GGUF says of itself; token ids under new numbers, `changed` keys not at all."""
    from gguf import GGUFValueType

    left_out = {"general.architecture", *(changed or {})}
    if not with_vocabulary:
        left_out |= {f"tokenizer.ggml.{key}" for key in VOCABULARY_KEYS}
    for name, field in reader.fields.items():
        if name.startswith("GGUF.") or name in left_out:
            continue
        said = field.contents()
        if name.endswith("_token_id") and new_ids is not None:
            writer.add_uint32(name, new_ids[said])
        elif field.types[0] == GGUFValueType.ARRAY:
            writer.add_array(name, said)
        else:
            writer.add_key_value(name, said, field.types[0])


def write_all(writer: Any) -> None:
    """Write the file, and close it."""
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def write_weights(
    folder: Path, template: Path, target: Path, name: str, *, whole: bool = False
) -> None:
    """Write a folder's weights as F16 (or, `whole`, F32), described as the template is.

    What belongs to the number of layers is taken from the folder's own settings. The file stands
    at `target` whole or not at all. Raises BadBaseError for an architecture or a tensor that has
    no place there.
    """
    from gguf import GGUFWriter, LlamaFileType

    reader = open_gguf(template)
    architecture = architecture_of(reader, template)
    draft = target.with_name(f"{target.name}.tmp")
    writer = GGUFWriter(draft, architecture)
    changed = _changed(folder, architecture)
    dropped = ("general.name", "general.file_type", "general.quantization_version")
    copy_metadata(reader, writer, None, {**changed, **dict.fromkeys(dropped)}, with_vocabulary=True)
    writer.add_name(name)
    writer.add_file_type(LlamaFileType.ALL_F32 if whole else LlamaFileType.MOSTLY_F16)
    for key, number in changed.items():
        writer.add_uint32(key, number)
    add_tensors(writer, folder, architecture, whole=whole)
    write_all(writer)
    draft.replace(target)


def add_tensors(writer: Any, folder: Path, architecture: str, *, whole: bool) -> None:
    """Add the weights of a folder under their names in GGUF; norms in full precision."""
    import numpy as np

    for name, values in _tensors(folder, architecture):
        kind = np.float32 if whole or values.ndim == 1 else np.float16
        writer.add_tensor(name, np.ascontiguousarray(values.astype(kind)))


def _changed(folder: Path, architecture: str) -> dict[str, int]:
    """What a model with fewer or narrower layers than its template says differently."""
    from models.train.students import kinds_of, period

    config = read_config(folder)
    changed = {
        f"{architecture}.block_count": int(config.num_hidden_layers),
        f"{architecture}.feed_forward_length": int(config.intermediate_size),
    }
    if every := period(kinds_of(config)):
        changed[f"{architecture}.attention.sliding_window_pattern"] = every
    return changed


def read_config(folder: Path) -> Any:
    """The settings of a model's folder. Raises BadBaseError."""
    from models.train.weights import first_line, libraries

    _torch, transformers, _peft = libraries()
    try:
        return transformers.AutoConfig.from_pretrained(folder)
    except Exception as error:
        raise BadBaseError(f"{folder}: it is no base model ({first_line(error)})") from error


def gguf_name(name: str, architecture: str, layers: int) -> str | None:
    """The name in GGUF of a tensor of transformers, or of a module; None if it has no place."""
    from gguf import MODEL_ARCH, get_tensor_name_map

    kinds = {"gemma3": MODEL_ARCH.GEMMA3, "llama": MODEL_ARCH.LLAMA}
    known = get_tensor_name_map(kinds[architecture], layers)
    found = known.get_name(name, try_suffixes=(".weight",))
    return None if found is None else str(found)


def heads_to_permute(name: str, config: Any, architecture: str) -> int | None:
    """How many heads' rows a tensor of transformers has in another order than llama.cpp."""
    if architecture != "llama":
        return None
    if ".q_proj" in name:
        return int(config.num_attention_heads)
    if ".k_proj" in name:
        return int(config.num_key_value_heads)
    return None


def permuted(values: Any, heads: int) -> Any:
    """The rows of a query or key matrix in llama.cpp's order: halves of heads interleaved."""
    half = values.shape[0] // heads // 2
    return values.reshape(heads, 2, half, *values.shape[1:]).swapaxes(1, 2).reshape(values.shape)


def _tensors(folder: Path, architecture: str) -> Iterator[tuple[str, Any]]:
    """Names and values as GGUF has them."""
    from safetensors import safe_open

    config = read_config(folder)
    for path in sorted(folder.glob("*.safetensors")):
        with safe_open(path, "pt") as file:
            for name in file.keys():  # noqa: SIM118 (it is no mapping)
                if name == "lm_head.weight" and config.tie_word_embeddings:
                    continue
                target = gguf_name(name, architecture, config.num_hidden_layers)
                if target is None:
                    raise BadBaseError(f"{folder}: {name} has no place in a GGUF file")
                values = file.get_tensor(name).float().numpy()
                heads = heads_to_permute(name, config, architecture)
                is_norm = architecture == "gemma3" and name.endswith("norm.weight")
                values = values + 1 if is_norm else values
                yield target, permuted(values, heads) if heads else values
