"""Sums of what is drawn do not depend on how they are made."""

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from qa.scoring import resampling


def test_products_and_additions_give_the_same_sums() -> None:
    rows = np.random.default_rng(1).integers(0, 90, size=(57, 10)).astype(np.float32)
    (product,) = resampling.bootstrapped([rows], 40, 7)
    drawn = np.random.default_rng(7).choice(57, size=(40, 57), replace=True)
    assert (product == np.array([rows[one].sum(0) for one in drawn])).all()
    assert product.dtype == np.float32


def test_thirds_are_added_one_after_the_other_as_sacrebleu_adds_them() -> None:
    rows = np.random.default_rng(1).integers(0, 90, size=(57, 2)) / 3
    (added,) = resampling.bootstrapped([rows], 40, 7)
    drawn = np.random.default_rng(7).choice(57, size=(40, 57), replace=True)
    assert (added == np.array([rows.astype(np.float32)[one].sum(0) for one in drawn])).all()


def test_draws_in_portions_are_the_draws_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = np.random.default_rng(1).integers(0, 9, size=(11, 3)).astype(np.float32)
    whole = resampling.shuffled([rows], 100, 7)[0]
    monkeypatch.setattr(resampling, "DRAWN", 400)
    parts = resampling.shuffled([rows], 100, 7)[0]
    assert (whole.drawn == parts.drawn).all()
    assert (whole.drawn + whole.others == rows.sum(0)).all()


def test_halves_of_thirds_are_drawn_alike() -> None:
    rows = np.random.default_rng(1).integers(0, 90, size=(57, 2)) / 3
    found = resampling.shuffled([rows], 30, 7)[0]
    chosen = np.random.default_rng(7).integers(2, size=(30, 57), dtype=bool)
    assert (found.drawn == chosen @ rows).all()
    assert (found.others == ~chosen @ rows).all()


def test_sums_in_portions_are_the_sums_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    generator = np.random.default_rng(1)
    bytewise = generator.integers(0, 90, size=(57, 10)).astype(np.uint8)
    thirds = generator.integers(0, 90, size=(57, 2)) / 3
    great = np.full((57, 3), 5e6, dtype=np.float32)
    every: list[NDArray[Any]] = [bytewise, thirds, great]
    whole = [resampling.bootstrapped([one], 9, 7)[0] for one in every]
    totals = [resampling.total(one) for one in every]
    monkeypatch.setattr(resampling, "PORTION", 5)
    for one, sums, total in zip(every, whole, totals, strict=True):
        assert (resampling.bootstrapped([one], 9, 7)[0] == sums).all()
        assert (resampling.total(one) == total).all()


def test_sums_too_great_for_32_bits_are_rounded_as_sacrebleu_rounds_them() -> None:
    rows = np.random.default_rng(1).integers(0, 250, size=(100_003, 18)).astype(np.uint8)
    rows[:, 0] = 251
    (added,) = resampling.bootstrapped([rows], 3, 7)
    drawn = np.random.default_rng(7).choice(100_003, size=(3, 100_003), replace=True)
    assert (added == np.array([rows.astype(np.float32)[one].sum(0) for one in drawn])).all()
    assert added.max() > resampling.EXACT
