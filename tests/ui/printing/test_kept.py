"""What one job keeps, it keeps for its own thread and its own time."""

from concurrent.futures import ThreadPoolExecutor

from ui.printing.kept import keeping, kept


def test_within_a_job_the_same_thing_is_made_once() -> None:
    with keeping():
        assert kept(list, "ab") is kept(list, "ab")
        assert kept(list, "ab") is not kept(list, "ba")


def test_outside_of_a_job_nothing_is_kept() -> None:
    assert kept(list, "ab") is not kept(list, "ab")


def test_a_job_begins_with_nothing_and_leaves_nothing() -> None:
    with keeping():
        first = kept(list, "ab")
    with keeping():
        assert kept(list, "ab") is not first


def test_a_job_within_another_keeps_its_own() -> None:
    with keeping():
        outer = kept(list, "ab")
        with keeping():
            assert kept(list, "ab") is not outer
        assert kept(list, "ab") is outer


def test_threads_share_nothing() -> None:
    with keeping(), ThreadPoolExecutor(1) as thread:
        mine = kept(list, "ab")
        assert thread.submit(lambda: kept(list, "ab")).result() is not mine
