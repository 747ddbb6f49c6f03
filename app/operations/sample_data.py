"""Taking the sample out of a planner: what is the user's own stays."""

from __future__ import annotations

from app.model.changes import Changes
from app.model.post import Post
from app.model.rows import PostFilter
from app.operations.history import Image, Step
from app.operations.session import Session


def remove_sample(session: Session) -> Changes:
    """Remove the sample's posts and records as one step that Undo takes back.

    A post of the sample that was edited is still the sample's. A record that one of the
    user's own posts is linked to stays.
    """
    posts = _all_posts(session)
    sample = [post for post in posts if post.sample]
    own = [post for post in posts if not post.sample]
    images = [Image(f"post:{post.id}", post, None) for post in sample]
    for kind, shelf in (
        ("source", session.sources),
        ("consent", session.consents),
        ("interest", session.interests),
    ):
        used = {i for post in own for i in getattr(post, f"{kind}_ids")}
        images += [
            Image(f"{kind}:{record.id}", record, None)
            for record in shelf.values()
            if record.sample and record.id not in used
        ]
    images.append(Image("setting:sample", session.setting("sample"), False))
    step = Step("remove the sample", tuple(images))
    return session.write(step, Changes(done="Sample removed"), (("sample removed", None, ""),))


def _all_posts(session: Session) -> list[Post]:
    found = (*session.rows(PostFilter()), *session.rows(PostFilter(binned=True)))
    return [session.post(row.id) for row in found]
