"""Every entry of a letter has a name."""

from assessor.domain.letter_fields import LetterField
from resources.i18n.letter_fields import NAMES, field_name


def test_every_entry_has_a_name_of_its_own() -> None:
    assert set(NAMES) == {field.value for field in LetterField}
    assert len({field_name(field) for field in LetterField}) == len(LetterField)
