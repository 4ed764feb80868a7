"""Text for mining and measuring, made from patterns: nobody wrote it."""

from qa.corpus import Kind, Sample

_TOWNS = ("harbour", "market", "station", "library", "bridge", "theatre", "school", "garden")


def native(number: int) -> Sample:
    town = _TOWNS[number % len(_TOWNS)]
    text = f"The {town} opened again on time. People said the {town} was fine and went home."
    return sample(text, Kind.NATIVE, number)


def translated(number: int) -> Sample:
    town = _TOWNS[number % len(_TOWNS)]
    text = f"In view of the rain the {town} opened late. People said the {town} was fine."
    return sample(text, Kind.MACHINE, number + 1000)


def sample(text: str, kind: Kind, number: int) -> Sample:
    name = f"{kind.value}/{number}"
    return Sample(text, kind, kind.value, "de", 2000 + number % 3, name, "made", "made")
