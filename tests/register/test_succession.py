from __future__ import annotations

from emcal.register.succession import successors
from tests.register.story import mention

PATH = "d/a.txt"
MAY = mention(PATH, "The exercise Steppe Shield will be held on 12 May in Osh.", when="2026-05-12")
FORUM = mention(PATH, "A forum of rescuers opens in Baku in June.", when="2026-06", kind="forum", name=None)


def test_equal_mentions_need_no_heir() -> None:
    assert successors([MAY, FORUM], [FORUM, MAY]) == {}


def test_a_sentence_edited_a_little_continues() -> None:
    edited = mention(PATH, "The exercise Steppe Shield will be held on 13 May in Osh.", when="2026-05-13")
    assert successors([MAY, FORUM], [FORUM, edited]) == {MAY.id: edited.id}


def test_another_sentence_on_the_same_kind_and_date_continues() -> None:
    other = mention(PATH, "Nothing in common.", when="2026-05-12")
    assert successors([MAY], [other]) == {MAY.id: other.id}


def test_another_event_does_not_continue() -> None:
    other = mention(PATH, "Ministers meet in Astana in July.", when="2026-07", kind="meeting", name=None)
    assert successors([MAY, FORUM], [other]) == {}


def test_each_continues_at_most_one() -> None:
    twins = [mention(PATH, f"The exercise Steppe Shield will be held on 12 May in Osh, {word}.", when="2026-05-12")
             for word in ("he said", "she said")]  # fmt: skip
    heirs = successors([MAY], twins)
    assert list(heirs) == [MAY.id]
    assert successors(twins, [MAY]).keys() < {one.id for one in twins}
