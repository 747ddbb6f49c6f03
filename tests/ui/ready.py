"""Posts that are Ready by the way the author takes, not by force."""

from __future__ import annotations

from datetime import date

from app.model.assessment import Group
from app.model.post import Audience, Purpose, State
from app.planner import Planner


def make_ready(
    planner: Planner, text: str, day: date, networks: tuple[str, ...] = ("linkedin", "threads")
) -> int:
    """Write, review and confirm a post for ``day`` at the usual time; its id."""
    when = planner.calendar.usual_time(day)
    post = planner.posts.new(text, when=when, networks=networks).created
    planner.posts.set_audience(post, Audience.PUBLIC)
    planner.posts.set_purpose(post, Purpose.AWARENESS)
    while planner.posts.get(post).state in (State.IDEA, State.DRAFT):
        planner.posts.advance(post)
    for check in planner.gate.assess(post).group(Group.CONFIRM):
        planner.gate.confirm(post, check.id)
    planner.posts.advance(post)
    assert planner.posts.get(post).state is State.READY
    return post
