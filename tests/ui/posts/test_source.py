from __future__ import annotations

from collections.abc import Sequence

from app.model.rows import PostFilter, PostRow
from tests.ui.samples import make_row
from ui.posts.source import IdLists, LazyRows, Order, PlannerRows, Wanted, source_of


class Lists:
    """Lists that sort ids by themselves and remember what they were asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, bool]] = []

    def ids(self, wanted: PostFilter, order: str, *, descending: bool) -> Sequence[int]:
        self.asked.append((order, descending))
        return (3, 1, 2)

    def rows_of(self, ids: Sequence[int]) -> Sequence[PostRow]:
        return [make_row(post_id) for post_id in ids]


class Eager:
    def ids(self, wanted: Wanted) -> Sequence[int]:
        return (9,)

    def rows(self, ids: Sequence[int]) -> Sequence[PostRow]:
        return [make_row(post_id, "found") for post_id in ids]


def test_sorting_is_left_to_the_planner_and_rows_are_read_when_wanted():
    lists = Lists()
    assert isinstance(lists, IdLists)
    source = LazyRows(lists, Eager())
    assert source.ids(Wanted(PostFilter(), Order.TITLE, descending=True)) == (3, 1, 2)
    assert lists.asked == [("title", True)]
    assert [row.id for row in source.rows((3, 1))] == [3, 1]


def test_a_search_and_what_needs_her_are_read_at_once():
    lists = Lists()
    source = LazyRows(lists, Eager())
    for wanted in (PostFilter(text="salt"), PostFilter(needs_me=True)):
        assert source.ids(Wanted(wanted, Order.BEST)) == (9,)
        assert [row.title for row in source.rows((9,))] == ["found"]
    assert lists.asked == []


def test_a_planner_gives_the_best_source_it_has(planner):
    assert isinstance(source_of(planner), PlannerRows | LazyRows)
