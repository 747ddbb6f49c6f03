"""The doctor's profile: one row; apart from the records, because every month asks for it."""

from __future__ import annotations

from dataclasses import fields

from app.model.account import Account
from app.store.codec import FLAG, NAMES, TEXT, Codec
from app.store.store import Store, Tx

_CODECS: dict[str, Codec] = {
    **dict.fromkeys(("jurisdictions", "networks", "phones", "links", "handles"), NAMES),
    "personal": FLAG,
}
_COLUMNS = tuple(field.name for field in fields(Account))


def account(store: Store) -> Account:
    """The doctor's profile; an empty one before it is first saved."""
    row = store.first(f"SELECT {', '.join(_COLUMNS)} FROM account")
    if row is None:
        return Account()
    pairs = zip(_COLUMNS, row, strict=True)
    return Account(**{column: _codec(column).back(value) for column, value in pairs})


def put_account(tx: Tx, record: Account) -> None:
    """Store the doctor's profile."""
    values = [_codec(column).out(getattr(record, column)) for column in _COLUMNS]
    changes = ", ".join(f"{column} = excluded.{column}" for column in _COLUMNS)
    tx.execute(
        f"INSERT INTO account (id, {', '.join(_COLUMNS)}) "
        f"VALUES (1, {', '.join('?' * len(_COLUMNS))}) ON CONFLICT (id) DO UPDATE SET {changes}",
        values,
    )


def _codec(column: str) -> Codec:
    return _CODECS.get(column, TEXT)
