"""The language of a text: found where it is certain, left open where it is not."""

import json
import lzma
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.language import primary
from qa.text import identification
from qa.text.identification import MIXED, TOO_SHORT, UNSURE, identify

SENTENCES = {
    "en": "The harbour was quiet when we came, and nobody had told us where to wait.",
    "de": "Der Hafen war still, als wir kamen, und niemand sagte uns, wo wir warten sollten.",
    "fr": "Le port était calme à notre arrivée et personne ne nous avait dit où attendre.",
    "es": "El puerto estaba tranquilo cuando llegamos y nadie nos había dicho dónde esperar.",
    "it": "Il porto era tranquillo quando siamo arrivati e nessuno ci aveva detto dove aspettare.",
    "pt": "O porto estava calmo quando chegámos e ninguém nos tinha dito onde devíamos esperar.",
    "nl": "De haven was stil toen we aankwamen en niemand had ons verteld waar we moesten wachten.",
    "pl": "W porcie było cicho, kiedy przyjechaliśmy, i nikt nam nie powiedział, gdzie czekać.",
    "cs": "Když jsme přijeli, byl v přístavu klid a nikdo nám neřekl, kde máme počkat.",
    "sv": "Hamnen var tyst när vi kom fram och ingen hade sagt till oss var vi skulle vänta.",
    "da": "Da vi kom ned til havnen, sagde ingen noget, og vi vidste ikke, hvad vi skulle gøre.",
    "no": "Da vi kom ned til havnen, sa ingen noe, og vi visste ikke hva vi skulle gjøre.",
    "fi": "Satama oli hiljainen, kun saavuimme, eikä kukaan ollut kertonut, missä pitäisi odottaa.",
    "hu": "A kikötő csendes volt, amikor megérkeztünk, és senki sem mondta meg, hol várjunk.",
    "ro": "Portul era liniștit când am ajuns și nimeni nu ne spusese unde trebuie să așteptăm.",
    "tr": "Geldiğimizde liman sessizdi ve kimse bize nerede beklememiz gerektiğini söylememişti.",
    "vi": "Khi chúng tôi đến thì bến cảng rất yên tĩnh và không ai nói phải chờ ở đâu.",
    "id": "Pelabuhan itu sepi ketika kami tiba dan tidak ada yang memberi tahu kami apa-apa.",
    "ru": "Когда мы приехали, в порту было тихо, и никто не сказал нам, где нужно ждать.",
    "uk": "Коли ми приїхали, у порту було тихо, і ніхто не сказав нам, де треба чекати.",
    "ar": "كان الميناء هادئا عندما وصلنا ولم يخبرنا أحد أين يجب أن ننتظر",
    "hi": "जब हम पहुँचे तो बंदरगाह शांत था और किसी ने हमें नहीं बताया कि कहाँ रुकना है।",
    "zh": "我们到的时候港口很安静，没有人告诉我们应该在哪里等，后来来了一位老人。",
    "zh-TW": "我們到的時候港口很安靜，沒有人告訴我們應該在哪裡等，後來來了一位老人。",
    "ja": "港に着いたときは静かで、どこで待てばよいのか誰も教えてくれなかった。",
    "ko": "우리가 도착했을 때 항구는 조용했고 어디서 기다려야 하는지 아무도 알려 주지 않았다.",
    "el": "Το λιμάνι ήταν ήσυχο όταν φτάσαμε και κανείς δεν μας είχε πει πού να περιμένουμε.",
    "he": "הנמל היה שקט כשהגענו ואיש לא אמר לנו היכן לחכות.",
    "th": "ท่าเรือเงียบสงบเมื่อเรามาถึง และไม่มีใครบอกว่าต้องรอที่ไหน",
}
TOLD_BY_SCRIPT = ("ja", "ko", "el", "he", "th")


@pytest.fixture
def without_the_port(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Leave pure langdetect only, as where the extra is not installed."""
    caches = (identification.package, identification.factory)
    monkeypatch.setitem(sys.modules, "langdetect_rs", None)
    for cached in caches:
        cached.cache_clear()
    yield
    for cached in caches:
        cached.cache_clear()


def imported_after(statement: str) -> set[str]:
    script = f"import sys\n{statement}\nprint(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return {name.split(".")[0] for name in ran.stdout.split()}


@pytest.mark.parametrize(("tag", "sentence"), SENTENCES.items())
def test_a_plain_sentence_has_its_language(tag: str, sentence: str) -> None:
    found = identify(sentence)
    assert found.tag == tag
    assert found.reason is None
    assert found.probability >= 0.85


def test_importing_the_module_does_not_import_langdetect() -> None:
    imported = imported_after("import qa.text.identification")
    assert imported & {"langdetect", "langdetect_rs"} == set()


@pytest.mark.parametrize("tag", TOLD_BY_SCRIPT)
def test_a_script_of_one_language_needs_no_langdetect(tag: str) -> None:
    imported = imported_after(
        f"from qa.text.identification import identify; identify({SENTENCES[tag]!a})"
    )
    assert imported & {"langdetect", "langdetect_rs"} == set()


@pytest.mark.parametrize(
    "content",
    [
        *("", " \n", "1,234.50", "12 34 56 78", "§ 5 (2)", "🙂🙂🙂", "\u200b\ufeff", "Hallo Welt"),
        *("https://example.org/the/longest/of/paths", "someone@example.org", "北京"),
        *("Donaudampfschifffahrtsgesellschaft", "\ud800"),
    ],
)
def test_too_little_text_stays_open(content: str) -> None:
    assert identify(content) == identification.Identification(None, 0.0, TOO_SHORT)


def test_names_alone_stay_open() -> None:
    assert identify("Paris Berlin Madrid Lisboa Roma Wien").tag is None


def test_letters_that_no_profile_has_stay_open() -> None:
    found = identify("ɐɓɕɖ ɗɘɚɛ ɜɝɞɟ ɠɡɢɣ ɤɥɦɧ")
    assert (found.tag, found.reason) == (None, UNSURE)


@pytest.mark.parametrize(("first", "second"), [("de", "fr"), ("ru", "en"), ("ja", "zh")])
def test_halves_in_two_languages_are_mixed(first: str, second: str) -> None:
    found = identify(f"{SENTENCES[first]} " * 40 + f"{SENTENCES[second]} " * 40)
    assert (found.tag, found.reason) == (None, MIXED)


def test_a_few_foreign_words_do_not_make_a_text_mixed() -> None:
    assert identify(SENTENCES["ru"] + " Reuters, Facebook Inc.").tag == "ru"
    assert identify(SENTENCES["zh"] + " NATO").tag == "zh"


def test_capitals_and_decomposed_letters_change_nothing() -> None:
    assert identify(SENTENCES["fr"].upper()).tag == "fr"
    decomposed = unicodedata.normalize("NFD", SENTENCES["vi"])
    assert identify(decomposed) == identify(SENTENCES["vi"])


def test_an_answer_does_not_depend_on_what_came_before() -> None:
    forwards = [identify(sentence) for sentence in SENTENCES.values()]
    backwards = [identify(sentence) for sentence in reversed(SENTENCES.values())]
    assert forwards == backwards[::-1]


def test_only_candidates_come_into_question() -> None:
    assert identify(SENTENCES["cs"], ["sk", "pl", "de-CH"]).tag == "sk"
    assert identify(SENTENCES["pt"], ["pt-BR", "en"]).tag == "pt"
    assert identify(SENTENCES["ru"], ["de", "en"]).reason == UNSURE


@settings(max_examples=50)
@given(st.text())
def test_whatever_the_text_there_is_a_tag_or_a_reason(content: str) -> None:
    found = identify(content)
    assert (found.tag is None) == (found.reason is not None)
    assert 0 <= found.probability <= 1


@pytest.mark.usefixtures("without_the_port")
@pytest.mark.parametrize("tag", ["en", "uk", "hi", "zh-TW"])
def test_pure_langdetect_gives_the_same_answers(tag: str) -> None:
    assert identify(SENTENCES[tag]).tag == tag


def test_the_port_computes_the_same_probabilities(request: pytest.FixtureRequest) -> None:
    pytest.importorskip("langdetect_rs", reason="the extra 'fast' is not installed")
    contents = [part for text in SENTENCES.values() for part in (text, text[: len(text) // 2])]
    ported = [identify(content) for content in contents]
    request.getfixturevalue("without_the_port")
    assert [identify(content) for content in contents] == ported


@pytest.mark.usefixtures("without_the_port")
def test_likelihoods_are_those_of_langdetect() -> None:
    from langdetect import DetectorFactory

    names = identification.LANGUAGES["CYRILLIC"]
    filled = DetectorFactory()
    for index, name in enumerate(names):
        filled.add_profile(identification.profile(name), index, len(names))
    table = identification.factory(names).word_lang_prob_map
    assert all(table[gram] == row for gram, row in filled.word_lang_prob_map.items())
    assert "xyz" not in table


def test_every_profile_of_langdetect_is_known() -> None:
    from langdetect import PROFILES_DIRECTORY

    known = {name for names in identification.LANGUAGES.values() for name in names}
    assert {path.name for path in Path(PROFILES_DIRECTORY).iterdir()} <= known


def test_real_news_has_its_language(shared: Path) -> None:
    files = sorted((shared / "data" / "ntrex").glob("*.jsonl.xz"))
    if not files:
        pytest.skip("the NTREX documents are not there")
    for path in files:
        tag = path.name.removesuffix(".jsonl.xz")
        expected = tag if tag == "zh-TW" else primary(tag)
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            documents = [json.loads(next(lines))["text"] for _ in range(2)]
        assert [identify("\n".join(text)).tag for text in documents] == [expected] * 2


@pytest.mark.parametrize(
    ("text", "tag", "expected"),
    [
        ("The harbour was quiet.", "en", True),
        ("В гавани было тихо.", "en", False),
        ("В гавани было тихо.", "uk", True),
        ("港口很安静。", "zh", True),
        ("港口很安静。", "ja", False),
        ("港は静かだった。", "ja", True),
        ("The harbour was quiet.", "ru-RU", False),
        ("The harbour was quiet.", "und", True),
        ("1, 2, 3", "ru", True),
    ],
)
def test_a_script_rules_languages_out(text: str, tag: str, expected: bool) -> None:
    assert identification.possible(text, tag) is expected
