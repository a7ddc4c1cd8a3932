"""What makes training faster changes no number that matters."""

from __future__ import annotations

import copy
import itertools
from pathlib import Path

import pytest

from models.train.ahead import made_ahead
from models.train.batches import Mix, Share
from models.train.codec import Codec
from models.train.pair import Pair
from models.train.speed import use_fused_norms, use_lean_norms, use_weight_space
from models.train.weights import load_model
from tests.tiny_training import gemma_base, needs_torch


@pytest.mark.timeout(600)
@pytest.mark.filterwarnings("ignore")
def test_lean_norms_and_weight_space_give_the_same_loss_and_gradients(tmp_path: Path) -> None:
    needs_torch()
    import torch
    from peft import LoraConfig, get_peft_model

    torch.manual_seed(1)
    base = load_model(gemma_base(tmp_path), torch.float32, attn_implementation="eager")
    settings = LoraConfig(r=4, lora_alpha=8, target_modules=["q_proj", "down_proj"])
    plain = get_peft_model(base, settings)
    for name, weights in plain.named_parameters():
        # Norms learn, too, and no adapter begins at nothing.
        weights.requires_grad_("lora_" in name or "norm" in name)
        if "lora_B" in name or "norm" in name:
            torch.nn.init.normal_(weights, std=0.1)
    fast, fused = copy.deepcopy(plain), copy.deepcopy(plain)
    assert use_weight_space(fast) == 4
    assert use_lean_norms(fast) == 13
    assert use_fused_norms(fused) == 13
    rows = torch.randint(40, 300, (3, 12))
    for model in (plain, fast, fused):
        model(input_ids=rows, labels=rows).loss.backward()
    compared = 0
    for other in (fast, fused):
        pairs = zip(plain.named_parameters(), other.named_parameters(), strict=True)
        for (name, left), (_name, right) in pairs:
            if left.requires_grad:
                assert torch.allclose(left.grad, right.grad, rtol=1e-3, atol=1e-5), name
                compared += 1
    assert compared == 2 * (13 + 2 * 4)


@pytest.mark.timeout(600)
@pytest.mark.filterwarnings("ignore")
def test_batches_made_ahead_by_processes_are_the_same_in_the_same_order(tmp_path: Path) -> None:
    needs_torch()
    codec = Codec(gemma_base(tmp_path))
    words = ("agua", "pan", "leche", "comer")
    first = Share(tuple(Pair("es", ("querer", w), f"Quiero {w}.") for w in words), 0.7)
    other = Share(tuple(Pair("en", ("want", w), f"I want {w}.") for w in words), 0.3)
    mixed = [Mix([first, other], 3) for _ in range(2)]
    # Some thousand pairs: more than one pool for each of the processes.
    alone = itertools.islice(mixed[0].batches(codec.example, 300), 500)
    ahead = itertools.islice(made_ahead(mixed[1], codec, 300, 2), 500)
    assert list(alone) == list(ahead)
