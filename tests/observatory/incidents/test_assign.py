from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from komshi.observatory.incidents.assign import Known, assign

KEYS = {1: "a", 2: "b", 3: "c", 4: "d"}


def test_a_new_cluster_continues_nothing() -> None:
    assert assign([frozenset({1})], keys=KEYS, known=[]).continues == (None,)


def test_an_incident_goes_with_its_founding_reading() -> None:
    known = [Known(10, "a", frozenset({1, 2, 3}))]
    assert assign([frozenset({2, 3}), frozenset({1})], keys=KEYS, known=known).continues == (None, 10)


def test_without_its_founder_an_incident_goes_with_most_of_its_readings() -> None:
    known = [Known(10, "z", frozenset({1, 2, 3}))]
    assert assign([frozenset({1}), frozenset({2, 3})], keys=KEYS, known=known).continues == (None, 10)


def test_of_two_that_become_one_the_older_keeps_its_key_and_the_other_is_absorbed() -> None:
    known = [Known(11, "b", frozenset({2})), Known(10, "a", frozenset({1}))]
    result = assign([frozenset({1, 2})], keys=KEYS, known=known)
    assert result.continues == (10,)
    assert result.absorbed == {11: 0}


def test_an_incident_that_is_alive_is_preferred_to_one_that_was_absorbed() -> None:
    known = [Known(10, "a", frozenset()), Known(11, "b", frozenset({1, 2}))]
    assert assign([frozenset({1, 2})], keys=KEYS, known=known).continues == (11,)


readings = st.integers(1, 8)


@given(
    st.lists(readings, unique=True, min_size=1).flatmap(
        lambda pool: st.lists(st.integers(0, 3), min_size=len(pool), max_size=len(pool)).map(
            lambda homes: [frozenset(r for r, h in zip(pool, homes, strict=True) if h == n) for n in set(homes)]
        )
    ),
    st.lists(
        st.tuples(st.sampled_from("abcdefgh"), st.frozensets(readings)), unique_by=lambda pair: pair[0], max_size=4
    ),
)
def test_no_incident_continues_as_two_and_none_is_both_kept_and_absorbed(clusters, stored) -> None:
    known = [Known(number, key, held) for number, (key, held) in enumerate(stored)]
    result = assign(clusters, keys=dict(enumerate("_abcdefgh")), known=known)
    kept = [row for row in result.continues if row is not None]
    assert len(kept) == len(set(kept))
    assert not set(kept) & result.absorbed.keys()
