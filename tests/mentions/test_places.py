import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emcal.documents import Dateline, Document, Source, Span
from emcal.mentions.places import find_places, home


def document(text, language="ru", **more):
    return Document(source=Source(path="x.txt", sha256=""), text=text, language=language, **more)


def found(text, language="ru", **more):
    return [(place.name, place.country) for place in find_places(document(text, language, **more))]


@pytest.mark.parametrize(
    ("text", "language", "places"),
    [
        ("Учения пройдут в Чолпон-Ате (Кыргызстан).", "ru", [("Cholpon-Ata", "KG"), (None, "KG")]),
        ("Форум открылся в Баку.", "ru", [("Baku", "AZ")]),
        ("Встреча состоялась в Нижнем Новгороде.", "ru", [("Nizhny Novgorod", "RU")]),
        ("Сбор прошёл в Ростове-на-Дону.", "ru", [("Rostov-on-Don", "RU")]),
        ("Спасатели Алматинской области провели учения.", "ru", [("Almaty region", "KZ")]),
        ("Конференция пройдёт в столице Казахстана.", "ru", [("Astana", "KZ")]),
        ("The drill was held in the Kyrgyz capital.", "en", [("Bishkek", "KG")]),
        ("The forum took place in Geneva, Switzerland.", "en", [("Geneva", "CH"), (None, "CH")]),
        ("Exercises were held in Arkhangelsk, Russia.", "en", [("Arkhangelsk", "RU"), (None, "RU")]),
        ("Anjuman Toshkentda bo‘lib o‘tdi.", "uz-Latn", [("Tashkent", "UZ")]),
        ("Машғулот Самарқандда бўлиб ўтди.", "uz-Cyrl", [("Samarkand", "UZ")]),
        ("Təlim Bakıda keçirilib.", "az", [("Baku", "AZ")]),
        ("Жиналыс Астанада өтті.", "kk", [("Astana", "KZ")]),
        ("Машыгуу Ошто өттү.", "ky", [("Osh", "KG")]),
        ("Вохӯрӣ дар Душанбе баргузор гардид.", "tg", [("Dushanbe", "TJ")]),
        ("Toplantı Ankara'da yapıldı.", "tr", [("Ankara", "TR")]),
        ("Tatbikat Bursa ilinde başladı.", "tr", [("Bursa", "TR")]),
    ],
)
def test_places_are_found_in_any_case(text, language, places):
    assert found(text, language) == places


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Министр Владимир Жуков выступил с докладом.", "ru"),
        ("Киров Сергей Иванович награждён.", "ru"),
        ("The minister met Mary Houston and Victoria Paris.", "en"),
        ("In May and Nov the Reading group met.", "en"),
        ("Мир и дружба победили.", "ru"),
        ("Подробности на Almaty-akshamy.kz.", "kk"),
        ("Yazda seminar keçiriləcək.", "az"),
    ],
)
def test_names_months_and_words_are_no_towns(text, language):
    assert [place for place in found(text, language) if place[0]] == []


def test_homonyms_are_settled_by_the_countries_of_the_text():
    assert ("Moscow", "RU") in found("The meeting was held in Moscow.", "en")
    assert ("Vladimir", "RU") in found("Учения МЧС России прошли в городе Владимир.")
    assert ("Uzun district", "UZ") in found("Uzun tumanida mashq boshlandi", "uz-Latn")


def test_a_place_that_only_a_word_makes_one_has_no_coordinates():
    [place] = find_places(document("Дар ноҳияи Данғараобод машқ гузашт.", "tg"))
    assert (place.name, place.country, place.lat) == ("Dangharaobod district", "TJ", None)


def test_coordinates_zone_and_span():
    [place] = find_places(document("В г. Бишкеке открылся форум."))
    assert (round(place.lat), round(place.lon), place.timezone) == (43, 75, "Asia/Bishkek")
    assert (place.name_ru, place.cue) == ("Бишкек", "city")


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The forum will be held in Armenia.", "within"),
        ("Armenia will host the forum.", "host"),
        ("Армения примет форум.", "host"),
        ("Форум собрал гостей из Армении.", "name"),
        ("Учения Ногинского спасательного центра МЧС России", "adjective"),
    ],
)
def test_the_cue_tells_what_grounds_a_place(text, cue):
    language = "en" if text.isascii() else "ru"
    assert find_places(document(text, language))[0].cue == cue


def test_the_datelines_city_is_among_them_and_chrome_is_not():
    text = "БАКУ /Агентство/ - Форум пройдёт в Ташкенте. Читайте нас в Лондоне"
    dateline = Dateline(span=Span(start=0, stop=17), city="БАКУ")
    chrome = (Span(start=text.index("Читайте"), stop=len(text)),)
    places = find_places(document(text, dateline=dateline, chrome=chrome))
    assert [place.name for place in places] == ["Baku", "Tashkent"]
    assert places[0].span.overlap(dateline.span)


def test_home_is_where_the_ministry_is():
    assert home(document("Спасатели РФ в гостях. Пресс-служба МЧС РК")) == "KZ"
    assert home(document("МЧС Армении сообщает")) == "AM"
    assert home(document("ФВВ хабар берди", "uz-Cyrl")) == "UZ"
    assert home(document("No land is named", "en")) is None


@given(
    st.text(alphabet="АБвгдеёжъ .,-–—\n\"«»()/@'абвMarioPy0123№г", max_size=120),
    st.sampled_from(["ru", "en", "uz-Cyrl", "tr", "und"]),
)
def test_any_text_goes_through_and_spans_lie_inside(text, language):
    for place in find_places(document(text, language)):
        assert 0 <= place.span.start < place.span.stop <= len(text)


def test_the_time_grows_with_the_text_and_no_faster():
    sentence = "Armenia and Georgia met in Tbilisi on the river, as Minister Ivan Petrov said. "

    def seconds(times):
        start = time.process_time()
        find_places(document(sentence * times, "en"))
        return time.process_time() - start

    seconds(10)
    assert seconds(4000) < 60 * max(seconds(400), 0.02)  # the square would be a hundred times as long


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("В Бишкеке прошли учения.", "ru"),
        ("В Оше прошёл семинар.", "ru"),
        ("A seminar was held in Osh on Friday.", "en"),
    ],
)
def test_a_large_town_needs_no_country_where_something_is_put_within_it(text, language):
    assert [place.country for place in find_places(document(text, language))] == ["KG"]
