import pytest

from emcal.gazetteer.endings import forms


@pytest.mark.parametrize(
    ("word", "language", "nominative"),
    [
        ("Архангельске", "ru", "архангельск"),
        ("Москве", "ru", "москва"),
        ("Казанью", "ru", "казань"),
        ("Армении", "ru", "армения"),
        ("Нижнем", "ru", "нижний"),
        ("Череповца", "ru", "череповец"),
        ("Чебоксарах", "ru", "чебоксары"),
        ("российскими", "ru", "российский"),
        ("Toshkentda", "uz-Latn", "toshkent"),
        ("Самарқандда", "uz-Cyrl", "самарқанд"),
        ("Bakıdakı", "az", "baki"),
        ("Ankara'dan", "tr", "ankara"),
        ("Алматыдағы", "kk", "алматы"),
        ("Бишкектеги", "ky", "бишкек"),
        ("Ошто", "ky", "ош"),
        ("Душанберо", "tg", "душанбе"),
        ("Armenia’s", "en", "armenia"),
    ],
)
def test_an_inflected_word_may_stand_for_its_nominative(word, language, nominative):
    assert nominative in forms(word, language)


def test_the_word_itself_comes_first():
    assert forms("Баку", "ru")[0] == "баку"


def test_capitals_stay_beside_the_folded_form():
    assert "МЧС" in forms("МЧС", "ru")
    assert "ФВВ" in forms("ФВВнинг", "uz-Cyrl")
    assert "AFAD" in forms("AFAD'ın", "tr")


def test_a_cyrillic_word_in_an_english_text_is_read_as_russian():
    assert "москва" in forms("Москве", "en")
