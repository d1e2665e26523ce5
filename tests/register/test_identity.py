from __future__ import annotations

from datetime import UTC, datetime

from emcal.register.identity import identify


def named(*groups: str) -> list[frozenset[str]]:
    return [frozenset(group) for group in groups]


def nothing_taken(uid: str) -> bool:
    return False


def always(uid: str) -> datetime:
    return datetime(2026, 1, 1 + (uid == "young"), tzinfo=UTC)


def test_a_new_event_is_named_after_its_smallest_mention() -> None:
    one = identify(named("bca"), {}, nothing_taken, always)
    other = identify(named("xyz", "a"), {}, nothing_taken, always)
    assert one.uids[0] == other.uids[1]
    assert one.uids[0].endswith("@emcal")
    assert one.uids[0] != other.uids[0]


def test_the_order_of_groups_changes_nothing() -> None:
    groups = named("ab", "cd", "e")
    remembered = {"a": "1", "c": "1", "d": "2", "e": "2"}
    forth, back = (
        identify(groups, remembered, nothing_taken, always),
        identify(groups[::-1], remembered, nothing_taken, always),
    )
    assert forth.uids == back.uids[::-1]
    assert forth.merged == back.merged


def test_the_majority_of_mentions_keeps_the_uid() -> None:
    split = identify(named("ab", "c"), {"a": "1", "b": "1", "c": "1"}, nothing_taken, always)
    assert split.uids[0] == "1"
    assert split.uids[1] != "1"
    assert not split.merged


def test_an_even_split_keeps_the_uid_with_the_mention_it_was_minted_for() -> None:
    uid = identify(named("z"), {}, nothing_taken, always).uids[0]
    assert identify(named("ab", "yz"), dict.fromkeys("abyz", uid), nothing_taken, always).uids[1] == uid


def test_an_even_split_keeps_the_uid_with_the_smallest_mention() -> None:
    assert identify(named("cd", "ab"), dict.fromkeys("abcd", "1"), nothing_taken, always).uids[1] == "1"


def test_a_merge_leaves_an_alias() -> None:
    merged = identify(named("abc"), {"a": "1", "b": "2", "c": "2"}, nothing_taken, always)
    assert merged.uids == ("2",)
    assert merged.merged == {"1": "2"}


def test_a_uid_lost_to_a_stronger_one_goes_to_the_next_group() -> None:
    found = identify(named("abc", "d"), {"a": "1", "b": "1", "c": "2", "d": "2"}, nothing_taken, always)
    assert found.uids == ("1", "2")
    assert not found.merged


def test_a_minted_uid_is_never_given_again() -> None:
    first = identify(named("a"), {}, nothing_taken, always).uids[0]
    second = identify(named("a"), {}, lambda uid: uid == first, always).uids[0]
    assert second != first


def test_a_uid_whose_mentions_are_all_gone_is_not_merged() -> None:
    assert not identify(named("a"), {"a": "1", "z": "2"}, nothing_taken, always).merged


def test_of_two_equal_uids_the_older_one_stays() -> None:
    merged = identify(named("ab"), {"a": "young", "b": "zzz"}, nothing_taken, always)
    assert merged.uids == ("zzz",)
    assert merged.merged == {"young": "zzz"}
