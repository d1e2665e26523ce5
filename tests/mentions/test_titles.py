"""Titles read as an officer would write them, in both languages, and never word by word."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.mentions.reading import told

CYRILLIC = re.compile("[Ѐ-ӿ]")

SENTENCES = [
    (
        "ru",
        "7-8 октября 2025 года в Минске пройдет II международная конференция руководителей пожарных служб стран СНГ.",
        "II international conference of heads of fire services of CIS countries",
        "II международная конференция руководителей пожарных служб стран СНГ",
    ),
    (
        "ru",
        "В Ташкенте 3 июня 2025 года прошли совместные учения спасателей Казахстана, Узбекистана и Таджикистана.",
        "Joint exercise of rescuers of Kazakhstan, Uzbekistan and Tajikistan",
        "Совместные учения спасателей Казахстана, Узбекистана и Таджикистана",
    ),
    (
        "ru",
        "Международный форум «Безопасная гора – 2025» пройдет в Нальчике 5 сентября 2025 года.",
        'International forum "Bezopasnaya gora - 2025"',
        "Международный форум «Безопасная гора – 2025»",
    ),
    (
        "ru",
        "Согласован план совместных действий между МЧС Грузии и МЧС Армении на 2027-2028 годы.",
        "Plan of Joint Actions between the Ministry of Emergency Situations of Georgia and the Ministry of Emergency "
        "Situations of Armenia for 2027-2028",
        "План совместных действий между МЧС Грузии и МЧС Армении на 2027–2028 годы",
    ),
    (
        "ru",
        "Делегация МЧС Узбекистана прибыла 10 июня 2025 года в Баку.",
        "Visit of a delegation of the Ministry of Emergency Situations of Uzbekistan to Baku",
        "Визит: делегация МЧС Узбекистана – Баку",
    ),
    (
        "ru",
        "3 июня 2025 года меморандум о взаимопонимании между Казахстаном и Китаем подписан в Пекине.",
        "Signing of the memorandum of understanding between Kazakhstan and China",
        "Подписание меморандума о взаимопонимании: Казахстан – Китай",
    ),
    ("en", "An important seminar was held in Oslo on 3 June 2025.", "Seminar in Oslo", "Семинар (Осло)"),
    (
        "en",
        "On 4 May 2025 the 'Steppe Shield 2025' international exercise will be held in Astana.",
        "'Steppe Shield 2025' international exercise",
        "Международные учения «Steppe Shield 2025»",
    ),
    (
        "en",
        "A pivotal meeting of the emergency ministers of Georgia and Armenia was held in Tbilisi on 3 March 2025.",
        "Meeting of the Minister of Emergency Situations of Georgia with the Minister of Emergency Situations of Armenia",
        "Встреча: глава МЧС Грузии – глава МЧС Армении",
    ),
    (
        "tr",
        "3 Mayıs 2025 tarihinde Ankara'da Türkiye ve Azerbaycan'ın ortak arama kurtarma tatbikatı düzenlendi.",
        "Joint search and rescue exercise of Türkiye and Azerbaijan",
        "Совместные поисково-спасательные учения Турции и Азербайджана",
    ),
    (
        "kk",
        "2025 жылғы 3 мамырда Астанада халықаралық командалық-штабтық жаттығу өтті.",
        "International command and staff exercise in Astana",
        "Международные командно-штабные учения (Астана)",
    ),
    (
        "ky",
        "2025-жылдын 3-майында Бишкекте эл аралык конференция болуп өттү.",
        "International conference in Bishkek",
        "Международная конференция (Бишкек)",
    ),
    (
        "tg",
        "3 майи соли 2025 дар Душанбе машқи муштараки наҷотдиҳандагон баргузор шуд.",
        "Joint exercise of rescuers in Dushanbe",
        "Совместные учения (Душанбе)",
    ),
    (
        "az",
        "3 may 2025-ci il tarixində Bakıda Fövqəladə Hallar Nazirliyinin beynəlxalq konfransı keçirildi.",
        "International conference of the Ministry of Emergency Situations of Azerbaijan",
        "Международная конференция (Баку)",
    ),
]


SENTENCES += [
    (
        "ru",
        "В Алматы 5 мая 2025 года открылся международный семинар по снижению риска бедствий для специалистов стран "
        "Центральной Азии.",
        "International seminar on disaster risk reduction for specialists of Central Asian countries",
        "Международный семинар по снижению риска бедствий для специалистов стран Центральной Азии",
    ),
    (
        "ru",
        "5 мая 2025 года в Баку состоялся круглый стол по вопросам пожарной безопасности.",
        "Round table on fire safety in Baku",
        "Круглый стол по вопросам пожарной безопасности",
    ),
    (
        "ru",
        "Заместитель министра Иван Петров провел 5 мая 2025 года рабочую встречу с послом Японии.",
        "Working meeting of Ivan Petrov with the Ambassador of Japan",
        "Рабочая встреча: Иван Петров – посол Японии",
    ),
    (
        "en",
        "The next regional forum is scheduled for June 2026 in Bishkek.",
        "Regional forum in Bishkek",
        "Региональный форум (Бишкек)",
    ),
    (
        "az",
        "3 may 2025-ci ildə Bakıda Azərbaycan ilə Gürcüstanın birgə təlimi keçirildi.",
        "Joint exercise of Azerbaijan and Georgia in Baku",
        "Совместные учения Азербайджана и Грузии",
    ),
]


@pytest.mark.parametrize(("language", "text", "english", "russian"), SENTENCES)
def test_titles_in_both_languages(language: str, text: str, english: str, russian: str) -> None:
    (mention, *_) = told(text, language, "2025-06-01")
    assert (mention.titles.en, mention.titles.ru) == (english, russian)


def test_a_bilateral_meeting_is_of_its_sides() -> None:
    (mention,) = told(
        "2 июля 2025 года состоялась двусторонняя встреча министра по чрезвычайным ситуациям Республики Казахстан Ивана "
        "Петрова с министром по чрезвычайным ситуациям Республики Беларусь Петром Ивановым.",
        "ru",
        "2025-07-03",
    )
    assert mention.titles.en == "Bilateral meeting of Ivan Petrov with Pyotr Ivanov"
    assert mention.titles.ru == "Двусторонняя встреча: Иван Петров – Петр Иванов"


def test_a_visit_to_a_centre_is_not_by_the_centre() -> None:
    (mention,) = told(
        "Глава МЧС Кыргызстана посетил Центр управления в кризисных ситуациях в Астане 5 мая 2025 года.",
        "ru",
        "2025-05-06",
    )
    assert mention.titles.en.startswith(
        "Visit of the Head of the Ministry of Emergency Situations of Kyrgyzstan to the"
    )


def test_what_no_glossary_knows_is_left_out() -> None:
    (mention,) = told("3 марта 2025 года прошло заседание по выпечке караваев.", "ru", "2025-03-04")
    assert mention.titles.en == "Meeting"
    assert mention.titles.ru == "Заседание по выпечке караваев"


@given(st.text("абвгдежзийклмнопрстуфхцчшщыьэюя", min_size=4, max_size=12))
def test_no_russian_word_stands_in_an_english_title(word: str) -> None:
    for mention in told(f"3 марта 2025 года состоялось заседание комиссии по {word}.", "ru", "2025-03-04"):
        assert not CYRILLIC.search(mention.titles.en)
        assert word not in mention.titles.en
