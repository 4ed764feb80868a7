"""Coefficients against values worked out by hand, and against scipy where it is."""

from math import isnan, nan, sqrt

import pytest

np = pytest.importorskip("numpy")

from qa.scoring import correlation  # noqa: E402


def test_pearson_is_as_worked_out_by_hand() -> None:
    # Distances from the means: -1, 0, 1 and -4/3, 2/3, 2/3: 2 by the root of 2 times 24/9.
    assert correlation.pearson([1, 2, 3], [0, 2, 2]) == pytest.approx(2 / sqrt(2 * 24 / 9))
    assert correlation.pearson([1, 2, 3], [6, 4, 2]) == pytest.approx(-1)


def test_kendall_counts_ties_as_tau_b_does() -> None:
    # Of ten pairs 6 agree, 1 does not, 2 are tied left and 1 right: 5 by the root of 8 times 9.
    assert correlation.kendall([1, 2, 2, 2.5, 2.5], [1, 3, 2, 5, 2]) == pytest.approx(
        (6 - 1) / sqrt((10 - 2) * (10 - 1))
    )
    assert correlation.kendall([1, 2, 3], [3, 2, 1]) == -1
    assert correlation.kendall([3, 1, 2], [30, 10, 20]) == 1


def test_scores_that_are_all_alike_correlate_with_nothing() -> None:
    assert isnan(correlation.pearson([1, 1, 1], [1, 2, 3]))
    assert isnan(correlation.kendall([1, 1, 1], [1, 2, 3]))


def test_long_series_give_what_scipy_gives() -> None:
    stats = pytest.importorskip("scipy.stats")
    chance = np.random.default_rng(5)
    for size, values in ((50, 3), (500, 20), (3000, 10**6)):
        left = chance.integers(0, values, size).astype(float)
        right = left + chance.integers(0, values, size)
        expected = stats.kendalltau(left, right).statistic, stats.pearsonr(left, right).statistic
        found = correlation.kendall(left, right), correlation.pearson(left, right)
        assert found == pytest.approx(expected, abs=1e-12)


def test_groups_are_averaged_and_gaps_left_out() -> None:
    left = np.array([[1, 2, 3], [1, 2, nan], [4, 4, 4], [nan, nan, 1]], float)
    right = np.array([[1, 2, 3], [2, 1, 9], [1, 2, 3], [1, 2, 3]], float)
    assert correlation.grouped_pearson(left, right) == pytest.approx((1 - 1) / 2)
    assert correlation.grouped_kendall(left, right) == pytest.approx((1 - 1) / 2)


def test_groups_without_a_pair_have_no_coefficient() -> None:
    empty = np.full((2, 1), 1.0)
    assert isnan(correlation.grouped_pearson(empty, empty))
    assert isnan(correlation.grouped_kendall(empty, empty))
    assert isnan(correlation.accuracy_with_ties(empty, empty).accuracy)


def test_close_scores_become_ties_where_people_see_ties() -> None:
    people = np.array([[1, 1, 5], [2, 2, 2]], float)
    metric = np.array([[0.50, 0.52, 0.90], [0.31, 0.30, 0.33]])
    found = correlation.accuracy_with_ties(people, metric)
    assert found.accuracy == pytest.approx(1.0)
    assert found.epsilon == pytest.approx(0.03)


def test_ties_are_not_made_where_they_do_harm() -> None:
    people = np.array([[1, 2, 3]], float)
    found = correlation.accuracy_with_ties(people, np.array([[1.0, 1.5, 4.0]]))
    assert (found.accuracy, found.epsilon) == (1.0, 0.0)


def test_every_epsilon_is_tried() -> None:
    chance = np.random.default_rng(3)
    people = chance.integers(0, 3, (6, 4)).astype(float)
    metric = np.round(people + chance.normal(0, 1, people.shape), 1)
    people[0, 0] = nan
    epsilons = sorted({0.0, *np.abs(metric[:, :, None] - metric[:, None, :]).ravel().tolist()})
    best = max(_accuracy(people.tolist(), metric.tolist(), epsilon) for epsilon in epsilons)
    assert correlation.accuracy_with_ties(people, metric).accuracy == pytest.approx(best)


def _accuracy(people: list[list[float]], metric: list[list[float]], epsilon: float) -> float:
    shares = []
    for wanted, given in zip(people, metric, strict=True):
        known = [at for at, one in enumerate(wanted) if not isnan(one)]
        pairs = [(left, right) for left in known for right in known if left < right]
        right = [
            np.sign(wanted[one] - wanted[other])
            == np.sign(given[one] - given[other]) * (abs(given[one] - given[other]) > epsilon)
            for one, other in pairs
        ]
        shares.append(sum(right) / len(pairs))
    return float(sum(shares) / len(shares))


def test_pairs_of_systems_are_in_order_or_not() -> None:
    assert correlation.pairwise_accuracy([1, 2, 3], [10, 30, 20]) == pytest.approx(2 / 3)
    assert isnan(correlation.pairwise_accuracy([1], [1]))
