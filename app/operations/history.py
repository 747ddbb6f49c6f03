"""Undo and redo by name: each step holds what was before and what came after.

The images are whole frozen objects, so undoing is writing the earlier ones back.
Nothing here touches the store; the session writes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from app.model.post import Post
    from app.model.records import Account, Consent, Interest, Source
    from app.model.registers import RegisterRecord
    from app.settings import Value

    Thing: TypeAlias = Post | Source | Consent | Interest | RegisterRecord | Account | Value | None

LIMIT = 100


class Image(NamedTuple):
    """One thing before and after a step; None where it did not exist.

    ``key`` names it: ``post:12``, ``source:3``, ``consent:3``, ``interest:3``,
    ``register:3``, ``account`` or ``setting:zone``.
    """

    key: str
    before: Thing
    after: Thing

    def turned(self) -> Image:
        """The image that takes this one back."""
        return Image(self.key, self.after, self.before)


class Step(NamedTuple):
    """One undoable step.

    ``name`` completes "Undo ...", for example "move to Tue 22 Sep". Consecutive steps
    with the same non-empty ``run`` (typing in one post) become one.
    """

    name: str
    images: tuple[Image, ...]
    run: str = ""

    def turned(self) -> Step:
        """The step that takes this one back."""
        return Step(self.name, tuple(image.turned() for image in reversed(self.images)))


class History:
    """Steps that can be undone and redone, newest last, at most ``LIMIT``."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    @property
    def undo_name(self) -> str:
        """What Undo would take back; empty if nothing."""
        return self._done[-1].name if self._done else ""

    @property
    def redo_name(self) -> str:
        """What Redo would do again; empty if nothing."""
        return self._undone[-1].name if self._undone else ""

    def add(self, step: Step) -> None:
        """Remember a step that was just done; forgets what was undone before it."""
        self._undone.clear()
        last = self._done[-1] if self._done else None
        if last is not None and step.run and last.run == step.run:
            self._done[-1] = _joined(last, step)
            return
        self._done.append(step)
        del self._done[:-LIMIT]

    def amend(self, key: str, before: Thing, after: Thing) -> None:
        """The last step ended at ``before``, of which ``after`` followed by itself."""
        if self._done:
            step = self._done[-1]
            images = tuple(
                Image(key, image.before, after)
                if image.key == key and image.after == before
                else image
                for image in step.images
            )
            self._done[-1] = step._replace(images=images)

    def forget(self, key: str) -> None:
        """Nothing that was done to this thing alone is undone or done again."""
        for steps in (self._done, self._undone):
            steps[:] = [s for s in steps if any(image.key != key for image in s.images)]

    def close_run(self) -> None:
        """End a run of typing: the next edit is a step of its own."""
        if self._done and self._done[-1].run:
            self._done[-1] = self._done[-1]._replace(run="")

    def last_done(self) -> Step | None:
        """The step that Undo would take back."""
        return self._done[-1] if self._done else None

    def last_undone(self) -> Step | None:
        """The step that Redo would do again."""
        return self._undone[-1] if self._undone else None

    def mark_undone(self) -> None:
        """Note that the last step was taken back."""
        self._undone.append(self._done.pop()._replace(run=""))

    def mark_redone(self) -> None:
        """Note that the last undone step was done again."""
        self._done.append(self._undone.pop())


def _joined(earlier: Step, later: Step) -> Step:
    """Two steps of one run as one: the earliest before and the latest after of each thing."""
    merged = {image.key: image for image in earlier.images}
    for image in later.images:
        first = merged.get(image.key, image)
        merged[image.key] = Image(image.key, first.before, image.after)
    return Step(later.name, tuple(merged.values()), later.run)
