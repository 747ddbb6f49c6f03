"""The promises of the house that import-linter cannot see."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
NETWORK = re.compile(
    r"^(socket|ssl|http|urllib\.request|ftplib|smtplib|requests|httpx|aiohttp|PySide6\.QtNetwork)(\.|$)"
)
SOURCES = sorted(
    path for room in ("app", "ui", "resources") for path in (ROOT / room).rglob("*.py")
)


def imports_of(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


def test_all_of_app_loads_without_qt() -> None:
    code = """
import importlib, pkgutil, sys
import app
for found in pkgutil.walk_packages(app.__path__, "app."):
    if not found.name.endswith("__main__"):
        importlib.import_module(found.name)
loaded = sorted(name for name in sys.modules if name.startswith(("PySide6", "shiboken6", "ui.")))
print(len([n for n in sys.modules if n.startswith("app.")]), *loaded)
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True
    )
    count, *loaded = done.stdout.split()
    assert int(count) > 60
    assert loaded == []


def test_no_network_code_outside_share() -> None:
    guilty = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in SOURCES
        if "share" not in path.relative_to(ROOT).parts
        for name in imports_of(path)
        if NETWORK.match(name)
    ]
    assert guilty == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_is_over_the_ceiling(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


def test_packaging_never_becomes_a_package() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_dependencies_that_cost_start_up_are_not_loaded_by_the_planner() -> None:
    code = """
import sys
import app.planner
slow = ("sqlite_utils", "markdown", "PIL", "yaml", "phonenumbers", "twitter_text", "cryptography")
print(*[name for name in slow if name in sys.modules])
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert done.stdout.split() == []
