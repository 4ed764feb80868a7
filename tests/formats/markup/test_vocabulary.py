from qa.formats.markup import vocabulary


def test_an_element_is_treated_in_one_way() -> None:
    assert not vocabulary.INVISIBLE & vocabulary.OPAQUE
    assert not (vocabulary.INVISIBLE | vocabulary.OPAQUE) & vocabulary.BLOCKS
    assert vocabulary.SKIPPED <= vocabulary.BLOCKS


def test_every_block_says_what_it_ends() -> None:
    assert vocabulary.IMPLIED_ENDS.keys() >= vocabulary.BLOCKS


def test_a_kind_belongs_to_a_block() -> None:
    assert set(vocabulary.KINDS) <= vocabulary.BLOCKS
