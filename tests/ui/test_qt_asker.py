"""Qt's own dialogs: where they begin."""

from __future__ import annotations

from ui.qt_asker import nearest_folder


def test_a_folder_that_is_not_there_yet_gives_the_one_above(tmp_path):
    (tmp_path / "Documents").mkdir()
    assert nearest_folder(tmp_path / "Documents") == tmp_path / "Documents"
    assert nearest_folder(tmp_path / "Documents" / "Primum") == tmp_path / "Documents"
    assert nearest_folder(tmp_path / "gone" / "Primum" / "2026") == tmp_path
