from pathlib import Path

import pytest

from emcal.documents import Document, find, paragraphs, read, sentences
from emcal.errors import SourceError


def document(tmp_path: Path, text: str, encoding: str = "utf-8") -> Document:
    path = tmp_path / "release.txt"
    path.write_bytes(text.encode(encoding))
    return read(str(path))


def said(spans: object, text: str) -> list[str]:
    return [span.of(text) for span in spans]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("opening", "edtf"),
    [
        (" date 2024-02-19 In a meeting the ministers agreed.", "2024-02-19"),
        (" date 2024-11 In a meeting the ministers agreed.", "2024-11"),
        ("\ufeff date 2021-06-09 11:49\nRescuers met.", "2021-06-09"),
        (" date 2024-13-45 Rescuers met.", None),
        ("A date 2024-02-19 stands in the text.", None),
    ],
)
def test_header(tmp_path: Path, opening: str, edtf: str | None) -> None:
    assert document(tmp_path, opening).created.edtf == edtf


@pytest.mark.parametrize(
    ("opening", "city", "date"),
    [
        ("BAKU, Azerbaijan, November 25. A meeting was held.", "BAKU", "November 25"),
        ("БАКУ /Trend/ - Министр прибыл с визитом.", "БАКУ", None),
        ("МОСКВА, 7 апр — РИА Новости. Учения начались.", "МОСКВА", "7 апр"),
        ("Астана. 18 июля. КазТАГ – Запланировано заседание.", "Астана", "18 июля."),
        ("МИНСК, 12 мая. /БЕЛТА/. Подписан план.", "МИНСК", "12 мая."),
        ("ТАШКЕНТ, 5-дек. — Агентство. Йиғилиш бўлди.", "ТАШКЕНТ", "5-дек."),
        ("New Delhi, Nov 2 (IANS) The exercise opens.", "New Delhi", "Nov 2"),
        ("12 декабря, Минск /Корр. БЕЛТА/. Чемпионат пройдёт.", "Минск", "12 декабря"),
        ("(ANKARA) - Heyet Ankara'ya geldi.", "ANKARA", None),
        ("Rescuers of two countries met in Baku on November 25.", None, None),
        ("Министр посетил Ташкент 5 декабря, где подписал план.", None, None),
    ],
)
def test_dateline(tmp_path: Path, opening: str, city: str | None, date: str | None) -> None:
    read = document(tmp_path, opening)
    found = read.dateline
    assert (found and found.city) == city
    assert (found and found.date and found.date.of(read.text)) == date
    if found:
        assert paragraphs(read)[0].start >= found.span.stop


def test_page_furniture_is_kept_out_and_the_headline_is_kept_once(tmp_path: Path) -> None:
    headline = "Heads of rescue services meet in Issyk-Kul"
    body = "On 15 August the heads of rescue services met."
    text = f"egov\nshare share share\n{headline}\n\n{headline}\n\n{body}\n\nComments (0)\n"
    page = document(tmp_path, text)
    assert page.headline is not None
    assert page.headline.of(text) == headline
    assert said(paragraphs(page), text) == [headline, body]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "koi8_r", "utf-16"])
def test_encodings_of_the_region(tmp_path: Path, encoding: str) -> None:
    text = "Министры по чрезвычайным ситуациям двух стран встретились 15 августа 2024 года в Бишкеке. " * 5
    page = document(tmp_path, text, encoding)
    assert page.text.lstrip("\ufeff") == text
    assert page.language == "ru"


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("The ministers of the two countries met in Baku and signed a plan for the next year.", "en"),
        ("Министры двух стран встретились в Баку и подписали план на следующий год.", "ru"),
        ("Vazirlik vakillari bilan uchrashuv boʻlib oʻtdi va kelgusi yil uchun reja imzolandi.", "uz-Latn"),
        ("Вазирлик вакиллари билан учрашув бўлиб ўтди ва келгуси йил учун режа имзоланди.", "uz-Cyrl"),
        ("Министрлік өкілдерімен кездесу өтті және келесі жылға арналған жоспарға қол қойылды.", "kk"),
        ("Министрликтин өкүлдөрү менен жолугушуу болду жана кийинки жылга план кабыл алынды.", "ky"),
        ("Nazirliyin nümayəndələri ilə görüş keçirilib və növbəti il üçün plan imzalanıb.", "az"),
        ("Бо намояндагони вазорат мулоқот баргузор гардид ва нақша барои соли оянда имзо шуд.", "tg"),
        ("Bakanlık temsilcileri ile görüşme yapıldı ve gelecek yıl için bir plan imzalandı.", "tr"),
        ("Die Weltmeisterschaften der Feuerwehr müssen verschoben werden, so die Föderation.", "und"),
        ("12345 67890", "und"),
    ],
)
def test_language(tmp_path: Path, text: str, tag: str) -> None:
    assert document(tmp_path, text).language == tag


def test_sentences_slice_back_and_keep_abbreviations_whole(tmp_path: Path) -> None:
    text = "Форум прошёл в г. Чолпон-Ата 15 авг. 2024 г. в два этапа. А. Чуприян выступил. «Спасибо!» — сказал он."
    spans = sentences(document(tmp_path, text))
    assert said(spans, text) == [
        "Форум прошёл в г. Чолпон-Ата 15 авг. 2024 г. в два этапа.",
        "А. Чуприян выступил.",
        "«Спасибо!» — сказал он.",
    ]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [(b"", "empty file"), (b" \n\t ", "empty file"), (b"\x89PNG\r\n\x1a\n\x00\x00" * 40, "binary file")],
)
def test_what_is_no_text_is_refused_with_its_path(tmp_path: Path, raw: bytes, reason: str) -> None:
    path = tmp_path / "снимок.txt"
    path.write_bytes(raw)
    with pytest.raises(SourceError, match=f"снимок.txt: {reason}"):
        read(str(path))


def test_missing_paths_and_broken_links_are_named(tmp_path: Path) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to(tmp_path / "gone.txt")
    with pytest.raises(SourceError, match=r"link\.txt: broken symbolic link"):
        read(str(link))
    with pytest.raises(SourceError, match=r"gone\.txt: no such file"):
        read(str(tmp_path / "gone.txt"))
    with pytest.raises(SourceError, match="a folder"):
        read(str(tmp_path))


def test_a_folder_gives_its_readable_files_sorted(tmp_path: Path) -> None:
    for name in ("б.txt", "a/z.txt", "a/b.txt", ".hidden.txt", "image.png"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("text")
    assert list(find(str(tmp_path))) == [str(tmp_path / name) for name in ("a/b.txt", "a/z.txt", "б.txt")]


def test_control_characters_stay_in_the_text(tmp_path: Path) -> None:
    text = "The ministers\x07 met in Baku.\x0c\nThey signed a plan.\n"
    page = document(tmp_path, text)
    assert page.text == text
    assert said(sentences(page), text) == ["The ministers\x07 met in Baku.", "They signed a plan."]
