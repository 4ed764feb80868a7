from qa.corpus import Kind, Sample
from qa.language import language
from qa.translationese import baselines


def test_sentence_length_and_type_token_ratio() -> None:
    assert baselines.sentence_length("One two three. Four five six.") == 3
    assert baselines.type_token_ratio("The boat, the dog") == 0.75


def test_the_topic_baseline_looks_at_content_words_only() -> None:
    texts = {Kind.NATIVE: "the cricket season", Kind.HUMAN: "the football season"}
    samples = [
        Sample(text, kind, kind, None, 2001, f"{kind}{number}", "s", "s")
        for kind, text in texts.items()
        for number in range(4)
    ]
    score = baselines.topic(samples, language("en"))
    assert score("cricket") < score("season") == score("the") == 0 < score("football")
