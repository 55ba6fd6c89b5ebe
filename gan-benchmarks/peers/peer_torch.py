"""One step of each run that is compared, in PyTorch as its users write it, timed.

It prints lines of key=value pairs: one when the first step has ended, one with the figures.
"""

import argparse
import dataclasses
import gzip
import os
import statistics
import time

import numpy as np
import torch
from torch import nn

PIXELS = 784
LEAK = 0.2
LEARNING_RATE = 2e-4


@dataclasses.dataclass(frozen=True)
class Recipe:
    data: str
    latent: int
    batch: int
    generator: tuple
    discriminator: tuple
    betas: tuple
    dropout: float = 0.0
    norm_epsilon: float | None = None  # None: no batch norm
    norm_first: bool = True
    generator_batch: int | None = None  # None: trains on what the discriminator saw


WIDE = (256, 512, 1024)
RECIPES = {
    "mnist-batchnorm": Recipe(
        "mnist", 100, 64, (128, *WIDE), (512, 256), (0.5, 0.999), norm_epsilon=0.8, norm_first=False
    ),
    "fashion-dense": Recipe(
        "fashion-mnist", 32, 64, (128, 256, 512), (512, 256, 128), (0.5, 0.9),
        norm_epsilon=1e-5, generator_batch=128,
    ),
    "mnist-dropout": Recipe("mnist", 100, 128, WIDE, (1024, 512, 256), (0.9, 0.999), dropout=0.3),
    "fashion-balanced": Recipe(
        "fashion-mnist", 100, 128, WIDE, (1024, 512, 256), (0.5, 0.999), dropout=0.45
    ),
    "mnist-plain": Recipe("mnist", 100, 128, WIDE, (512, 256), (0.5, 0.999)),
}


def images(root, name):
    """Returns the training images, in [-1, 1], from an IDX file."""
    for suffix, opener in ((".gz", gzip.open), ("", open)):
        path = os.path.join(root, name, "train-images-idx3-ubyte" + suffix)
        if os.path.exists(path):
            with opener(path, "rb") as file:
                pixels = np.frombuffer(file.read(), np.uint8, offset=16).astype(np.float32)
            return torch.from_numpy(pixels.reshape(-1, PIXELS)).div_(127.5).sub_(1)
    raise SystemExit(f"no file {name}/train-images-idx3-ubyte(.gz) in {root}")


def generator(recipe):
    layers, inputs = [], recipe.latent
    for i, width in enumerate(recipe.generator):
        layers.append(nn.Linear(inputs, width))
        if recipe.norm_epsilon is not None and (i > 0 or recipe.norm_first):
            layers.append(nn.BatchNorm1d(width, recipe.norm_epsilon))
        layers.append(nn.LeakyReLU(LEAK, inplace=True))
        inputs = width
    return nn.Sequential(*layers, nn.Linear(inputs, PIXELS), nn.Tanh())


def discriminator(recipe):
    layers, inputs = [], PIXELS
    for width in recipe.discriminator:
        layers += [nn.Linear(inputs, width), nn.LeakyReLU(LEAK, inplace=True)]
        if recipe.dropout:
            layers.append(nn.Dropout(recipe.dropout))
        inputs = width
    return nn.Sequential(*layers, nn.Linear(inputs, 1), nn.Sigmoid())


class Training:
    """A run, step by step."""

    def __init__(self, recipe, mode, data):
        self.recipe, self.data = recipe, data
        self.g, self.d = generator(recipe), discriminator(recipe)
        options = {"lr": LEARNING_RATE, "betas": recipe.betas}
        if mode != "eager":
            options["fused"] = True
        self.g_adam = torch.optim.Adam(self.g.parameters(), **options)
        self.d_adam = torch.optim.Adam(self.d.parameters(), **options)
        if mode == "compile":
            self.g, self.d = torch.compile(self.g), torch.compile(self.d)
        self.bce = nn.BCELoss()
        self.real = torch.ones(recipe.batch, 1)
        self.fake = torch.zeros(recipe.batch, 1)
        self.wanted = torch.ones(recipe.generator_batch or recipe.batch, 1)
        self.steps = 0

    def batch(self):
        size = self.recipe.batch
        position = self.steps % (len(self.data) // size)
        if position == 0:
            self.order = torch.randperm(len(self.data))
        return self.data[self.order[position * size : (position + 1) * size]]

    def step(self):
        recipe = self.recipe
        images = self.batch()
        self.d_adam.zero_grad()
        made = self.g(torch.randn(recipe.batch, recipe.latent))
        loss = self.bce(self.d(images), self.real) + self.bce(self.d(made.detach()), self.fake)
        loss.backward()
        self.d_adam.step()
        self.g_adam.zero_grad()
        if recipe.generator_batch is not None:
            made = self.g(torch.randn(recipe.generator_batch, recipe.latent))
        loss = self.bce(self.d(made), self.wanted)
        loss.backward()
        self.g_adam.step()
        self.steps += 1
        return loss.item()


def seconds_each(action, most, limit):
    """Does an action so many times, or until a time limit, and returns how long each took."""
    times, start = [], time.perf_counter()
    now = start
    while len(times) < most and now - start < limit:
        before = now
        action()
        now = time.perf_counter()
        times.append(now - before)
    return times


def peak_megabytes():
    """Returns the most memory this process ever held; getrusage would tell its parent's too."""
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) * 1024 / 1e6 for line in status if "VmHWM" in line)


def report(name, count, times):
    """Prints how long so many of what is named took."""
    print(
        f"{name}s={len(times)} ms_per_{name}={statistics.median(times) * 1e3:.4f}"
        f" mean_ms_per_{name}={statistics.mean(times) * 1e3:.4f}"
        f" images_per_s={count / statistics.median(times):.1f}"
        f" peak_rss_mb={peak_megabytes():.0f}",
        flush=True,
    )


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("recipe", choices=RECIPES)
    parser.add_argument("--mode", choices=("eager", "fused", "compile"), default="eager")
    parser.add_argument("--steps", type=int, default=300, help="how many are timed")
    parser.add_argument("--warm-up", type=int, default=100, help="how many go before, untimed")
    parser.add_argument("--seconds", type=float, default=600, help="limit of each of the two")
    parser.add_argument("--batch", type=int, help="batch size, instead of the recipe's")
    parser.add_argument("--width", type=int, help="of every hidden layer: 3 and 2 of them")
    parser.add_argument("--generate", type=int, metavar="N", help="time N images at once instead")
    parser.add_argument("--threads", type=int, help="instead of PyTorch's choice")
    parser.add_argument("--data", default="data", help="folder of mnist/ and fashion-mnist/")
    parser.add_argument("--version", action="version", version=f"torch={torch.__version__}")
    return parser.parse_args()


def main():
    given = arguments()
    torch.manual_seed(1)
    if given.threads:
        torch.set_num_threads(given.threads)
    recipe = RECIPES[given.recipe]
    if given.batch:
        recipe = dataclasses.replace(recipe, batch=given.batch)
    if given.width:
        recipe = dataclasses.replace(
            recipe, generator=(given.width,) * 3, discriminator=(given.width,) * 2
        )
    training = Training(recipe, given.mode, images(given.data, recipe.data))
    print(f"first_loss={training.step():.3f}", flush=True)
    if given.generate:
        training.g.eval()

        def generate():
            with torch.inference_mode():
                training.g(torch.randn(given.generate, recipe.latent))

        seconds_each(generate, given.warm_up, given.seconds)
        report("call", given.generate, seconds_each(generate, given.steps, given.seconds))
    else:
        seconds_each(training.step, given.warm_up, given.seconds)
        report("step", recipe.batch, seconds_each(training.step, given.steps, given.seconds))


if __name__ == "__main__":
    main()
