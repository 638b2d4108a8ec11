"""Interval arithmetic: what a printed number stands for, and that results contain every value the members can give."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wpextract.consistency import interval as iv
from wpextract.consistency.model import Interval

D = Decimal


@pytest.mark.parametrize(
    ("value", "decimals", "low", "high"),
    [
        ("615.7", 1, "615.65", "615.75"),
        ("615700000000", -8, "615650000000", "615750000000"),
        ("-12", 0, "-12.5", "-11.5"),
        ("7", None, "7", "7"),
    ],
)
def test_a_printed_number_is_every_value_that_prints_so(value, decimals, low, high):
    assert iv.rounded(D(value), decimals) == Interval(D(low), D(high))


def test_growth_from_two_rounded_values():
    end, base = iv.rounded(D("1356"), 0), iv.rounded(D("1042"), 0)
    growth = iv.growth(end, base)
    assert growth.low < D("30.13") < growth.high
    assert iv.meets(growth, iv.rounded(D("30.1"), 1))
    assert not iv.meets(growth, iv.rounded(D("31.3"), 1))


def test_closed_ends_touch():
    assert iv.meets(Interval(D(1), D(2)), Interval(D(2), D(3)))
    assert not iv.meets(Interval(D(1), D(2)), Interval(D("2.0001"), D(3)))


def test_an_open_bound_meets_everything_beyond_it():
    over = Interval(D("2.6e12"), None)
    assert iv.meets(over, iv.exactly(D("2.6383e12")))
    assert not iv.meets(over, iv.exactly(D("2.5e12")))


def test_a_divisor_that_may_be_zero_tells_nothing():
    assert iv.divide(iv.exactly(1), Interval(D(-1), D(1))) == iv.ANY


def test_the_root_of_what_may_be_negative_tells_nothing():
    assert iv.root(Interval(D(-1), D(1)), 2) == iv.ANY


@pytest.mark.parametrize(
    ("interval", "text"),
    [
        (Interval(D("38.509316"), D("38.933333")), "[38.51, 38.93]"),
        (iv.exactly(100), "100"),
        (Interval(D("2600000000000"), None), "[2,600,000,000,000, unbounded]"),
    ],
)
def test_intervals_are_shown_with_the_digits_that_matter(interval, text):
    assert iv.show(interval) == text


finite = st.decimals(min_value=-(10**9), max_value=10**9, places=4, allow_nan=False, allow_infinity=False)
positive = st.decimals(min_value="0.001", max_value=10**9, places=4, allow_nan=False, allow_infinity=False)


@st.composite
def member(draw, values=finite):
    """An interval, perhaps unbounded, and a point inside it."""
    a, b, c = sorted(draw(st.tuples(values, values, values)))
    low = draw(st.sampled_from([a, a, None])) if values is finite else a
    return Interval(low, draw(st.sampled_from([c, c, None]))), b


def exact(value):
    """Room for the digits that the comparison itself rounds away."""
    room = abs(value) * D("1e-20") + D("1e-20")
    return Interval(value - room, value + room)


@given(member(), member())
def test_sums_differences_and_products_contain_every_result(x, y):
    (a, p), (b, q) = x, y
    assert iv.contains(iv.add((a, b)), p + q)
    assert iv.contains(iv.subtract(a, b), p - q)
    assert iv.meets(iv.multiply(a, b), exact(p * q))
    assert iv.contains(iv.magnitude(a), abs(p))
    assert iv.contains(iv.negate(a), -p)


@given(member(), member(positive))
def test_quotients_contain_every_result(x, y):
    (a, p), (b, q) = x, y
    assert iv.meets(iv.divide(a, b), exact(p / q))


@given(member(positive), member(positive), st.integers(1, 12))
def test_growth_rates_contain_every_result(x, y, years):
    (a, p), (b, q) = x, y
    growth = (p / q) ** (1 / D(years)) * 100 - 100
    assert iv.meets(iv.growth(a, b, years), exact(growth))


@given(st.lists(member(), min_size=1, max_size=5))
def test_a_hull_contains_its_members(members):
    hull = iv.hull([i for i, _ in members])
    assert all(iv.contains(hull, p) for _, p in members)
