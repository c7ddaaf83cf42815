"""A small checkout of its own for the tests of main.py: it needs no parts, so no network."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = '[project]\ndependencies = ["peewee"]\n[project.optional-dependencies]\ntest = []\n'
STUB = "import sys\nimport walktrack\nprint('stub', walktrack.WHO, sys.argv[1:])\nsys.exit(7)\n"
UNKNOWN_PART = "no-such-part==1.0 --hash=sha256:" + "0" * 64 + "\n"


def make_checkout(root):
    """Make it with a main.py, two empty locks and a program that tells its arguments."""
    (root / "src" / "walktrack").mkdir(parents=True)
    shutil.copy(Path(__file__).parents[1] / "main.py", root)
    (root / "pyproject.toml").write_text(PROJECT)
    (root / "requirements.lock").write_text("")
    (root / "requirements-test.lock").write_text("")
    (root / "src" / "walktrack" / "__init__.py").write_text("WHO = 'Anna'\n")
    (root / "src" / "walktrack" / "__main__.py").write_text(STUB)
    return root


def load_main(checkout):
    spec = importlib.util.spec_from_file_location("walktrack_main", checkout / "main.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def start(checkout, *arguments, before="pass", **environment):
    """Run main.py as a person would; `before` is code that changes the Python it runs in."""
    code = (
        f"import runpy, sys; {before}; sys.argv = ['main.py', *sys.argv[1:]]; "
        f"runpy.run_path({str(checkout / 'main.py')!r}, run_name='__main__')"
    )
    kept = {name: value for name, value in os.environ.items() if "DISPLAY" not in name}
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=kept | {"QT_QPA_PLATFORM": "", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
