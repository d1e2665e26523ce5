import pytest

from emcal.documents import Document, Source
from emcal.mentions.participants import find_participants


def document(text, language="ru"):
    return Document(source=Source(path="x.txt", sha256=""), text=text, language=language)


def people(text, language="ru"):
    return [p for p in find_participants(document(text, language)) if p.name or p.role]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "the First Deputy Minister of Emergency Situations of Georgia, Lieutenant General Rafail Daviyev, spoke",
            "en",
            ("Rafail Daviyev", "First Deputy Minister", "Lieutenant General", "GE"),
        ),
        ("President Aidar Sadykov of Kazakhstan arrived", "en", ("Aidar Sadykov", "President", None, "KZ")),
        (
            "Timur Asanov, Minister of Emergency Situations of Kyrgyzstan, said",
            "en",
            ("Timur Asanov", "Minister", None, "KG"),
        ),
        (
            "Minister Armen Petrosyan of the Armenian Ministry of Emergency Situations",
            "en",
            ("Armen Petrosyan", "Minister", None, "AM"),
        ),
        ("Mr. Hans Weber, Ambassador of Germany to Tajikistan", "en", ("Hans Weber", "Ambassador", None, "DE")),
        (
            "встреча с министром по чрезвычайным ситуациям Республики Узбекистан генерал-майором Бахтиёром Усмановым",
            "ru",
            ("Bakhtiyor Usmanov", "Minister", "Major General", "UZ"),
        ),
        ("доклад министра по ЧС Таджикистана Рустама Шарипова", "ru", ("Rustam Sharipov", "Minister", None, "TJ")),
        (
            "первым заместителем главы МЧС России Алексеем Орловым",
            "ru",
            ("Alexey Orlov", "First Deputy Head", None, "RU"),
        ),
        (
            "Генерал-полковник Иван Громов, начальник МЧС Беларуси",
            "ru",
            ("Ivan Gromov", "Head", "Colonel General", "BY"),
        ),
        ("послу Франции Пьеру Дювалю", "ru", ("Pyer Dyuval", "Ambassador", None, "FR")),
        (
            "Ўзбекистон Республикаси Фавқулодда вазиятлар вазири А.Каримов",
            "uz-Cyrl",
            ("A. Karimov", "Minister", None, "UZ"),
        ),
        (
            "Oʻzbekiston favqulodda vaziyatlar vaziri Botir Sodiqov",
            "uz-Latn",
            ("Botir Sodikov", "Minister", None, "UZ"),
        ),
        (
            "Azərbaycanın fövqəladə hallar naziri general-polkovnik Elçin Vəliyev",
            "az",
            ("Elchin Valiyev", "Minister", "Colonel General", "AZ"),
        ),
        ("ҚР Төтенше жағдайлар министрі Ерлан Серіков", "kk", ("Yerlan Serikov", "Minister", None, "KZ")),
        ("Өзгөчө кырдаалдар министри Улан Токтоболотов", "ky", ("Ulan Toktobolotov", "Minister", None, "KG")),
        (
            "Раиси Кумитаи ҳолатҳои фавқулодда генерал-лейтенант Рустам Сафарзода",
            "tg",
            ("Rustam Safarzoda", "Chairman", "Lieutenant General", "TJ"),
        ),
        ("Gana İçişleri Bakanı Kofi Mensah", "tr", ("Kofi Mensah", "Minister", None, "GH")),
    ],
)
def test_a_person_has_office_rank_and_land(text, language, expected):
    [person] = people(text, language)
    assert (person.name, person.role, person.rank, person.country) == expected
    assert person.span.of(text)


def test_the_office_says_which_organisation():
    [person] = people("глава МЧС России Иван Громов")
    assert person.organisation == "EMERCOM of Russia"
    [person] = people("министр внутренних дел Сербии Предраг Йовичич")
    assert person.organisation == "Ministry of Internal Affairs of Serbia"


def test_an_unnamed_minister_stays_unnamed():
    named, unnamed = people(
        "Министр по ЧС Казахстана Олег Ким встретился с министром по чрезвычайным ситуациям Республики Узбекистан."
    )
    assert (named.name, named.country) == ("Oleg Kim", "KZ")
    assert (unnamed.name, unnamed.role, unnamed.country) == (None, "Minister", "UZ")


def test_a_surname_alone_carries_what_was_said_before():
    text = "Министр по ЧС Казахстана генерал-майор Олег Ремизов прибыл в Баку. Ремизову показали центр."
    first, again = people(text)
    assert again.span.of(text) == "Ремизову"
    assert (again.name, again.rank, again.role, again.country) == (first.name, first.rank, first.role, "KZ")


def test_two_names_behind_one_plural():
    first, second = people("встретились главы МЧС Армении и России Армен Погосян и Евгений Соколов")
    assert (first.name, first.country) == ("Armen Pogosyan", "AM")
    assert (second.name, second.country) == ("Yevgeny Sokolov", "RU")


def test_initials_stand_for_the_full_name():
    full, short = people("Министр Пётр Волков открыл форум. П. Волков поблагодарил гостей.")
    assert short.name == full.name == "Pyotr Volkov"
    assert short.key == full.key


@pytest.mark.parametrize(
    "text",
    [
        "The General Staff and the Regional Office met in the Central Asian region.",
        "A Platform for Future Collaboration opens the Emergency Management Conference.",
        "SARS-COV and Integrated Security 2024 were discussed.",
    ],
)
def test_institutions_are_no_persons(text):
    assert [person.name for person in people(text, "en") if person.name] == []


def test_organisations_delegations_and_countries():
    text = "Uzbek rescuers, the Red Cross of Serbia and NATO trained with Georgia in Armenia."
    found = [(p.organisation, p.country) for p in find_participants(document(text, "en"))]
    assert found == [
        (None, "UZ"),
        ("Red Cross of Serbia", "RS"),
        ("NATO", None),
        (None, "GE"),
    ]


def test_whoever_only_reports_takes_no_part():
    assert find_participants(document("Об этом сообщили в регионе со ссылкой на МЧС Армении.")) == ()


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        ("План подписали министр Иван Громов и министр Олег Ремизов.", "ru", ["signatory", "signatory"]),
        ("Министр Иван Громов принял посла Франции.", "ru", ["host", "guest"]),
        ("The Ministry of Emergency Situations of Georgia will take part as an observer.", "en", ["observer"]),
        ("AFAD Başkanı Ali Demir, Bakan Oleg Remizov'u kabul etti.", "tr", ["host", "guest"]),
        ("An invitation to the Uzbek delegation was sent.", "en", ["invited"]),
        ("Oleg Remizov, Minister of Defence of Belarus, visited Baku.", "en", ["guest"]),
    ],
)
def test_the_part_is_told_by_the_sentence(text, language, parts):
    assert [p.part for p in find_participants(document(text, language))] == parts
