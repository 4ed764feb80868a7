"""A few segments in several languages, each with two references and three translations."""

from qa.scoring.model import System, TestSet

SEGMENTS = {
    "en": [
        (
            "The ferry to the island leaves at half past six, weather permitting.",
            "If the weather allows, the island ferry departs at 6.30.",
            "The ferry to the island departs at half past six when the weather permits.",
            "At half past six, weather permitting, the ferry leaves to the island.",
            "Ferry goes 6:30 if weather.",
        ),
        (
            "Nobody had told the baker's daughter that the oven was broken.",
            None,
            "Nobody had told the baker's daughter that the oven was broken.",
            "No one told the daughter of the baker about the broken oven.",
            "The oven of the baker was broken, nobody told.",
        ),
        (
            '"We\'ll repair 1,250 bicycles (at least!) by May," she promised.',
            "She promised to have mended at least 1,250 bikes by May.",
            '"We will repair at least 1,250 bicycles by May", she promised.',
            "She promised: by May we repair 1250 bikes (at least!).",
            "",
        ),
        (
            "Yes.",
            "Indeed.",
            "Yes.",
            "Yes, yes.",
            "No",
        ),
    ],
    "de": [
        (
            "Die Katze schlief den ganzen Nachmittag auf der warmen Fensterbank.",
            "Den ganzen Nachmittag lang schlief die Katze auf der warmen Fensterbank.",
            "Die Katze schlief am Nachmittag auf der warmen Fensterbank.",
            "Auf der Fensterbank, der warmen, schlief die Katze den Nachmittag.",
            "Katze schlief warm.",
        ),
        (
            "Am 3. Juli 1987 kostete ein Brötchen noch 25 Pfennig.",
            None,
            "Am 3. Juli 1987 kostete ein Brötchen noch 25 Pfennige.",
            "Ein Brötchen hat am 3.7.1987 noch 25 Pfennig gekostet.",
            "Brötchen: 25 Pf.",
        ),
        (
            "Wer zu spät kommt, muss draußen warten, bis die Pause beginnt.",
            "Zuspätkommende warten bis zur Pause draußen.",
            "Wer zu spät kommt, wartet draußen, bis die Pause beginnt.",
            "Bis die Pause beginnt, muss draußen warten, wer zu spät kommt.",
            "Zu spät: draußen warten.",
        ),
    ],
    "zh": [
        (
            "昨天下午我们在河边散步，看见了三只白色的鸟。",
            "昨天下午，我们沿着河散步时看到三只白鸟。",
            "我们昨天下午在河边散步，看到了三只白鸟。",
            "昨天下午在河边我们看见三只鸟，白色的。",
            "河边有三只鸟。",
        ),
        (
            "这家小店只卖茶叶和旧书，不收信用卡。",
            None,
            "这家小店只卖茶和旧书，不接受信用卡。",
            "小店卖茶叶、旧书，信用卡不收。",
            "不收卡。",
        ),
    ],
    "ja": [
        (
            "駅前の小さな喫茶店は、来月の十日に閉店します。",
            "駅前にある小さな喫茶店が来月10日に店を閉めます。",
            "駅前の小さなカフェは、来月の十日に閉店する。",
            "来月十日、駅前の小さな喫茶店は閉まります。",
            "店は閉まる。",
        ),
        (
            "祖母は毎朝、庭の猫に話しかけていた。",
            None,
            "祖母は毎朝庭の猫に話しかけていました。",
            "毎朝、おばあさんは猫と庭で話していた。",
            "猫と話す。",
        ),
    ],
    "ko": [
        (
            "어제 산 우산을 버스에 두고 내렸어요.",
            "어제 산 우산을 버스에 놓고 내렸습니다.",
            "어제 산 우산을 버스에 두고 내렸습니다.",
            "버스에서 내릴 때 어제의 우산을 두었어요.",
            "우산 버스.",
        ),
        (
            "할머니는 봄마다 마당에 콩을 심으신다.",
            None,
            "할머니는 매년 봄 마당에 콩을 심으신다.",
            "봄에는 할머니가 콩을 마당에 심는다.",
            "콩 심다.",
        ),
    ],
}


def translated(language: str) -> tuple[TestSet, list[System]]:
    """Return the segments of a language, each of its own document but for the first two."""
    rows = SEGMENTS[language]
    references = (tuple(row[0] or "" for row in rows), tuple(row[1] for row in rows))
    documents = tuple(f"document {max(at, 1)}" for at in range(len(rows)))
    test_set = TestSet(references, documents=documents, target_language=language)
    systems = [
        System(name, tuple(row[2 + at] or "" for row in rows))
        for at, name in enumerate(("close", "moved", "short"))
    ]
    return test_set, systems
