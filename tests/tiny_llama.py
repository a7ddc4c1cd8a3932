"""A very small Llama in transformers' form, made while a test runs, and LoRA adapters for it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

_CHAT = (
    "{% for turn in messages %}<s>{{ turn['role'] }}: {{ turn['content'] }}</s>{% endfor %}"
    "{% if add_generation_prompt %}<s>assistant:{% endif %}"
)


def _tokenizer(words: list[str]) -> Any:
    """Characters, and each word behind its space as one token."""
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers

    alphabet = pre_tokenizers.ByteLevel.alphabet()
    tokens = ["<s>", "</s>", *sorted(alphabet)]
    merges: list[tuple[str, str]] = []
    for word in words:
        spelled = "Ġ" + word
        for end in range(1, len(spelled)):
            if spelled[: end + 1] not in tokens:
                tokens.append(spelled[: end + 1])
                merges.append((spelled[:end], spelled[end]))
    vocabulary = {token: number for number, token in enumerate(tokens)}
    tokenizer = Tokenizer(models.BPE(vocabulary, merges))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.add_special_tokens(["<s>", "</s>"])
    return tokenizer


def write_llama(folder: Path, words: list[str], *, width: int = 32, chat: bool = False) -> Path:
    """A model with random weights that has these words as tokens."""
    import torch
    from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

    torch.manual_seed(0)
    tokenizer = _tokenizer(words)
    config = LlamaConfig(
        vocab_size=tokenizer.get_vocab_size(),
        hidden_size=width,
        intermediate_size=2 * width,
        num_hidden_layers=2,
        num_attention_heads=2,
        num_key_value_heads=1,
        max_position_embeddings=512,
        bos_token_id=0,
        eos_token_id=1,
    )
    LlamaForCausalLM(config).save_pretrained(folder)
    fast = PreTrainedTokenizerFast(tokenizer_object=tokenizer, bos_token="<s>", eos_token="</s>")
    if chat:
        fast.chat_template = _CHAT
    fast.save_pretrained(folder)
    return folder


def teach(folder: Path, asked: list[str], answered: list[str], steps: int = 40) -> Path:
    """Train it until it continues each prompt with its answer and ends."""
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer

    model = AutoModelForCausalLM.from_pretrained(folder)
    encode = AutoTokenizer.from_pretrained(folder)
    _train(model, encode, asked, answered, steps, model.parameters())
    model.save_pretrained(folder)
    assert torch.is_tensor(next(model.parameters()))
    return folder


def write_adapter(
    folder: Path, base: Path, asked: list[str], answered: list[str], steps: int = 40
) -> Path:
    """A LoRA adapter with which the base answers so."""
    from peft import LoraConfig, get_peft_model
    from transformers import AutoModelForCausalLM, AutoTokenizer

    model = AutoModelForCausalLM.from_pretrained(base)
    config = LoraConfig(r=8, lora_alpha=16, target_modules="all-linear", task_type="CAUSAL_LM")
    adapted = get_peft_model(model, config)
    trained = [each for each in adapted.parameters() if each.requires_grad]
    _train(adapted, AutoTokenizer.from_pretrained(base), asked, answered, steps, trained)
    adapted.save_pretrained(folder)
    return folder


def _train(
    model: Any, encode: Any, asked: list[str], answered: list[str], steps: int, weights: Any
) -> None:
    import torch

    torch.set_num_threads(1)  # several that wait for each other are slower on a busy machine
    examples = []
    for prompt, answer in zip(asked, answered, strict=True):
        before = encode(prompt)["input_ids"]
        after = [*encode(answer)["input_ids"], 1]
        examples.append(
            (torch.tensor([before + after]), torch.tensor([[-100] * len(before) + after]))
        )
    optimiser = torch.optim.Adam(weights, lr=2e-2)
    for _ in range(steps):
        loss = sum(model(input_ids=ids, labels=labels).loss for ids, labels in examples)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
