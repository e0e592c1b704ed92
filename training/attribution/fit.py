"""Training: small networks over features and word vectors, seeded, on one thread; and the file that the package carries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from onrecord.finders.attributions.tagger.vectors import Vectors
from training.attribution.rows import Row

LEAST_SEEN = 3
"""Times that a feature must be seen to be told."""

EPOCHS, BATCH, RATE, DECAY = 12, 64, 2e-3, 0.2
HIDDEN, DROPPED_IN, DROPPED = 64, 0.1, 0.3


@dataclass(slots=True)
class Trained:
    """Networks over the same features."""

    names: list[str]
    networks: list[nn.Sequential]


def fit(rows: Sequence[Row], vectors: Vectors, seeds: Sequence[int]) -> Trained:
    """One network a seed."""
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    seen = Counter(name for row in rows for name in row.names)
    names = sorted(name for name, times in seen.items() if times >= LEAST_SEEN)
    inputs, wanted = matrix(rows, names, vectors), torch.tensor([float(row.right) for row in rows])
    return Trained(names, [_fit(inputs, wanted, seed) for seed in seeds])


def matrix(rows: Sequence[Row], names: Sequence[str], vectors: Vectors) -> Tensor:
    """Features and vectors of each row side by side."""
    number = {name: n for n, name in enumerate(names)}
    words = len(rows[0].words) * vectors.width
    filled = np.zeros((len(rows), len(names) + words), dtype=np.float32)
    for at, row in enumerate(rows):
        filled[at, [number[name] for name in set(row.names) if name in number]] = 1
        filled[at, len(names) :] = np.concatenate([vectors.of(word) for word in row.words])
    return torch.tensor(filled)


def _fit(inputs: Tensor, wanted: Tensor, seed: int) -> nn.Sequential:
    torch.manual_seed(seed)
    network = nn.Sequential(
        nn.Dropout(DROPPED_IN), nn.Linear(inputs.shape[1], HIDDEN), nn.ReLU(), nn.Dropout(DROPPED), nn.Linear(HIDDEN, 1)
    )
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * -(-len(inputs) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps)
    for _ in range(EPOCHS):
        network.train()
        for chosen in torch.randperm(len(inputs)).split(BATCH):
            loss = nn.functional.binary_cross_entropy_with_logits(network(inputs[chosen])[:, 0], wanted[chosen])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    return network.eval()


def save(trained: Trained, vectors: Vectors, path: Path) -> None:
    """The networks side by side in one file, halved to 16 bits."""
    first = [network[1] for network in trained.networks]
    last = [network[4] for network in trained.networks]
    weight = np.concatenate([layer.weight.detach().numpy().T for layer in first], axis=1)
    count = len(trained.names)
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        path,
        names=np.array("\n".join(trained.names)),
        of_names=weight[:count].astype(np.float16),
        of_words=weight[count:].astype(np.float16),
        hidden_bias=np.concatenate([layer.bias.detach().numpy() for layer in first]).astype(np.float32),
        out=np.stack([layer.weight.detach().numpy()[0] for layer in last]).astype(np.float32),
        out_bias=np.concatenate([layer.bias.detach().numpy() for layer in last]).astype(np.float32),
        pieces=np.array("\n".join(vectors.pieces)),
        vectors=vectors.table,
        scale=np.array(vectors.scale, dtype=np.float32),
    )
