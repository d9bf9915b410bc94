"""Who scores in a workspace."""

import pytest

from assessor.domain.changes import Topic
from assessor.domain.errors import NameMissing
from assessor.services.workspace import Workspace, open_workspace
from tests.services.examples import surroundings


def test_a_new_workspace_knows_nobody(empty: Workspace) -> None:
    assert empty.people.me() is None
    assert empty.people.assessors() == ()


def test_who_introduced_themselves_is_known_after_a_restart(empty: Workspace) -> None:
    changes = empty.people.introduce("  Sri   Lestari ", "Universitas\nContoh")
    empty.close()

    with open_workspace(empty.path, surroundings("later")) as again:
        me = again.people.me()

        assert changes.topics == {Topic.PEOPLE}
        assert me is not None
        assert (me.name, me.institution) == ("Sri Lestari", "Universitas Contoh")
        assert again.people.assessors() == (me,)


def test_a_second_introduction_corrects_the_first(empty: Workspace) -> None:
    empty.people.introduce("Sri", "")
    first = empty.people.me()

    empty.people.introduce("Sri Lestari", "Universitas Contoh")

    me = empty.people.me()
    assert first is not None
    assert me is not None
    assert me.id == first.id
    assert me.name == "Sri Lestari"
    assert len(empty.people.assessors()) == 1


@pytest.mark.parametrize("name", ["", "  \n", "\x01"])
def test_a_name_is_needed(empty: Workspace, name: str) -> None:
    with pytest.raises(NameMissing):
        empty.people.introduce(name, "Universitas Contoh")


def test_names_are_stored_as_a_spreadsheet_can_hold_them(empty: Workspace) -> None:
    empty.people.introduce("Sri\x01 Lestari\ud83d", "Univer\x02sitas")

    me = empty.people.me()

    assert me is not None
    assert (me.name, me.institution) == ("Sri Lestari\ufffd", "Universitas")
