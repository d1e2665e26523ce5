import pytest

from emcal.gazetteer import countries


@pytest.mark.parametrize(
    ("text", "language", "codes"),
    [
        ("представители Казахстана, Кыргызстана и РФ", "ru", ["KZ", "KG", "RU"]),
        ("Киргизия, Киргизская Республика и КР", "ru", ["KG", "KG", "KG"]),
        ("в рамках азербайджано-узбекских отношений", "ru", ["AZ", "UZ"]),
        ("делегация Соединённых Штатов Америки", "ru", ["US"]),
        ("в Объединённых Арабских Эмиратах", "ru", ["AE"]),
        ("the Kyrgyz Republic and the Republic of Korea", "en", ["KG", "KR"]),
        ("Uzbek, Tajik and South African experts", "en", ["UZ", "TJ", "ZA"]),
        ("the U.S. team told us about it", "en", ["US"]),
        ("Oʻzbekistonda va Qirgʻizistondan", "uz-Latn", ["UZ", "KG"]),
        ("Қазақстанның және ҚР", "kk", ["KZ", "KZ"]),
        ("Azərbaycanın və Gürcüstanla", "az", ["AZ", "GE"]),
        ("Türkiye'nin Azerbaycan'a", "tr", ["TR", "AZ"]),
        ("Ҷумҳурии Тоҷикистон", "tg", ["TJ"]),
        ("того времени у нас", "ru", []),
    ],
)
def test_countries_are_found_in_any_case(text, language, codes):
    found = countries.find(text, language)
    assert [code for _, _, code in found] == codes
    assert all(0 <= start < stop <= len(text) for start, stop, _ in found)


def test_a_span_covers_the_official_name():
    text = "вице-министр Азербайджанской Республики"
    [(start, stop, _)] = countries.find(text, "ru")
    assert text[start:stop] == "Азербайджанской Республики"


def test_names_are_the_conventional_ones():
    assert countries.name("KG", "en") == "Kyrgyzstan"
    assert countries.name("UZ", "ru") == "Узбекистан"
    assert countries.name("QQ", "en") == "QQ"


@pytest.mark.parametrize(
    ("code", "genitive"),
    [("RU", "России"), ("KZ", "Казахстана"), ("CN", "Китая"), ("UA", "Украины"), ("BY", "Беларуси")],
)
def test_the_genitive_is_declined(code, genitive):
    assert countries.genitive(code) == genitive


def test_lookup_wants_the_whole_words():
    assert countries.lookup("Türkiye") == "TR"
    assert countries.lookup("Республики Армения") == "AM"
    assert countries.lookup("Armenia and Georgia") is None
    assert countries.lookup("") is None
