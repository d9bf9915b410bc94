"""Every code about a returned sheet has its sentence."""

from assessor.domain.merging.incoming import FileClass, Outcome, Reason
from resources.i18n import merging


def test_every_code_has_a_sentence_and_none_is_left_over() -> None:
    assert set(merging.CLASSES) == {one.value for one in FileClass}
    assert set(merging.OUTCOMES) == {one.value for one in Outcome}
    assert set(merging.REASONS) == {one.value for one in Reason}


def test_a_file_is_said_with_its_reasons() -> None:
    assert merging.file_sentence("new", ["nothing_filled"]).endswith("Nothing is filled in.")
