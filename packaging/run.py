"""``make run``: open the app, or do its main job without a display and say where results are."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


def has_display() -> bool:
    """Whether a window can be shown."""
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return False
    if sys.platform in ("darwin", "win32"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def open_app() -> int:
    """Open the last planner; on a fresh machine the sample."""
    from ui.main import main

    return main(["primum", "--sample-if-fresh"])


def main_job(folder: Path) -> int:
    """Import, check, mark ready, export, take pictures; print what was done."""
    from app import sample
    from app.errors import KnownError
    from app.planner import Planner

    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "planner.primum"
    for old in folder.glob("planner.primum*"):
        old.unlink()
    print("No display: doing the main job without a window.\n")
    planner = Planner.create(path)
    try:
        planner.set_setting("zone", "Europe/London")
        shift = sample.shift_for(planner.today()) + timedelta(weeks=2)
        sample.add_records(planner, shift)
        result = planner.imports.markdown((sample.FOLDER / "drafts",), shift=shift)
        print(f"1. Imported {len(result.added)} drafts into {path}")
        for problem in result.problems:
            print(f"   not read: {problem.file}: {problem.words}")
        ready, held = [], []
        for post_id in result.added:
            post = planner.posts.get(post_id)
            try:
                if post.has_text:
                    planner.posts.advance(post_id)
                    sample.mark_ready(planner, post_id)
                    ready.append(post_id)
                else:
                    held.append((post.title, "only a title so far"))
            except KnownError as error:
                held.append((post.title, f"{error}"))
        print(f"2. Checked all of them: {len(ready)} pass and are Ready now, {len(held)} do not:")
        for title, why in held:
            print(f"   {title}: {why}")
        days = sorted(row.when.day for row in planner.lists.rows() if row.when)
        export(planner, folder / "export", days[0], days[-1])
    finally:
        planner.close()
    print("4. Pictures of every screen:")
    shots = folder / "shots"
    done = subprocess.run(
        [sys.executable, str(ROOT / "packaging" / "shots.py"), str(shots), "--quiet"], check=False
    )
    print(f"   {len(list(shots.glob('*.png')))} files in {shots}")
    return done.returncode


def export(planner: object, folder: Path, first: date, last: date) -> None:
    """Write both CSVs."""
    from app.planner import Planner

    assert isinstance(planner, Planner)
    folder.mkdir(exist_ok=True)
    print(f"3. Exported what is Ready between {first} and {last}:")
    for preset in ("plain", "buffer"):
        plan = planner.exports.preview(preset, first, last)
        for old in folder.glob("*.csv"):
            if any(old.name == file.name for file in plan.files):
                old.unlink()
        for path in planner.exports.write(plan, folder):
            print(f"   {path}")
        for words in (plan.summary(), *plan.left_out_words()):
            print(f"   {preset}: {words}")


if __name__ == "__main__":
    sys.exit(open_app() if has_display() else main_job(ROOT / "build" / "run"))
