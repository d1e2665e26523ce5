import pytest

from emcal.gazetteer import agencies


def found(text, language, home=None):
    return [(text[f.start : f.stop], f.agency.english, f.agency.country) for f in agencies.find(text, language, home)]


def test_the_country_beside_the_words_tells_which_ministry():
    assert found("глава МЧС России", "ru") == [("МЧС России", "EMERCOM of Russia", "RU")]
    assert found("the Russian Emergencies Ministry", "en") == [
        ("Russian Emergencies Ministry", "EMERCOM of Russia", "RU")
    ]
    assert found("Ministry of Emergency Situations of the Republic of Uzbekistan", "en")[0][1:] == (
        "Ministry of Emergency Situations of Uzbekistan",
        "UZ",
    )
    assert found("Ўзбекистон Республикаси Фавқулодда вазиятлар вазирлигининг", "uz-Cyrl")[0][2] == "UZ"
    assert found("Azərbaycan Fövqəladə Hallar Nazirliyinin", "az")[0][2] == "AZ"
    assert found("ҚР Төтенше жағдайлар министрлігінің", "kk")[0][2] == "KZ"


def test_two_countries_are_two_ministries():
    assert [row[2] for row in found("совещание МЧС Армении и Грузии", "ru")] == ["AM", "GE"]


def test_a_bare_ministry_is_at_home():
    assert found("в МЧС сообщили", "ru") == [("МЧС", "Ministry of Emergency Situations", None)]
    assert found("в МЧС сообщили", "ru", "KZ") == [("МЧС", "Ministry of Emergency Situations of Kazakhstan", "KZ")]


@pytest.mark.parametrize(
    ("text", "language", "identifier"),
    [
        ("представителями Управления ООН по снижению риска бедствий", "ru", "undrr"),
        ("Программы развития ООН", "ru", "undp"),
        ("в Международной организации гражданской обороны", "ru", "icdo"),
        ("the International Federation of Red Cross and Red Crescent Societies", "en", "ifrc"),
        ("ҰҚШҰ елдері", "kk", "csto"),
        ("БМТнинг дастури", "uz-Cyrl", "un"),
        ("AFAD'ın açıklaması", "tr", "afad"),
    ],
)
def test_the_longest_body_is_found(text, language, identifier):
    assert [f.agency.id for f in agencies.find(text, language)] == [identifier]


def test_lower_case_words_are_no_abbreviation():
    assert found("we met who could come and echo it", "en") == []


def test_titles_read_as_one_would_write_them():
    ministry = agencies.national("emergency", "GB")
    assert ministry.english == "Ministry of Emergency Situations of the United Kingdom"
    assert agencies.national("emergency", "KG").russian == "МЧС Кыргызстана"


@pytest.mark.parametrize(
    ("english", "country", "russian"),
    [
        ("EMERCOM of Russia", "RU", "МЧС России"),
        ("Ministry of Emergency Situations of Azerbaijan", "AZ", "МЧС Азербайджана"),
        ("United Nations Development Programme (UNDP)", None, "Программа развития ООН (ПРООН)"),
        ("Ministry of Emergency Situations of Azerbaijan", None, None),
        ("Society of Friends of Rivers", "KG", None),
    ],
)
def test_the_russian_name_of_a_body(english: str, country: str | None, russian: str | None) -> None:
    assert agencies.russian(english, country) == russian
