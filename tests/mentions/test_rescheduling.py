"""Old dates stay as postponed, new ones are planned."""

from tests.mentions.reading import facts, told


def test_a_date_moved_to_another_gives_two_mentions() -> None:
    text = "The rescue workshop, due on 5 May 2027, has been pushed back to 9 June 2027."
    assert facts(told(text, "en", "2027-01-10")) == [
        ("seminar", "postponed", "2027-05-05"),
        ("seminar", "planned", "2027-06-09"),
    ]


def test_a_new_date_alone_gives_the_new_one_alone() -> None:
    text = "The new date of the rescue workshop is 9 June 2027."
    assert facts(told(text, "en", "2027-01-10")) == [("seminar", "planned", "2027-06-09")]


def test_postponed_without_a_new_date_keeps_the_old_one() -> None:
    text = "The council has put off the flood drill scheduled on 5 May 2027."
    assert facts(told(text, "en", "2027-01-10")) == [("exercise", "postponed", "2027-05-05")]
