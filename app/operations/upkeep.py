"""What a planner does for itself when it is opened: old rubbish goes, nothing else."""

from __future__ import annotations

from datetime import timedelta

from app.operations.session import Session
from app.store.pictures import purge_pictures
from app.store.posts import purge_binned

KEPT_IN_BIN = timedelta(days=30)


def tidy(session: Session) -> None:
    """Remove what lay in the bin for 30 days, and pictures that nothing shows or records.

    Only right after opening: later, an undo might still want them.
    """
    if session.store.read_only or session.history.undo_name:
        return
    with session.store.transaction() as tx:
        purge_binned(tx, session.now() - KEPT_IN_BIN)
        purge_pictures(tx)
