from hypothesis import given
from hypothesis import strategies as st

from emcal.gazetteer.words import fold, key, split


@given(st.text(max_size=80))
def test_a_word_slices_back_to_the_text(text):
    for word in split(text):
        assert text[word.start : word.stop] == word.text


def test_spellings_of_one_name_fold_together():
    assert fold("Toʻrtkoʻl") == fold("To‘rtko'l") == "tortkol"
    assert fold("BAKI") == fold("Bakı") == "baki"
    assert fold("İstanbul") == fold("Istanbul") == "istanbul"
    assert fold("Орёл") == "орел"
    assert fold("Çakıroğlu") == "cakiroglu"


def test_hyphens_join_and_line_ends_join_but_paragraphs_part():
    assert [word.text for word in split("Чолпон-Ата")] == ["Чолпон", "Ата"]
    assert split("Чолпон-Ата")[1].joined
    assert split("New\nDelhi")[1].joined
    assert not split("New\n\nDelhi")[1].joined
    assert not split("Moscow. Tashkent")[1].joined
    assert split("Armenia, Georgia")[1].listed


def test_an_abbreviation_keeps_its_capitals_in_a_key():
    assert key("РК") == "РК"
    assert key("Republic of Korea") == "republic of korea"
    assert key("U.S") == "u s"
