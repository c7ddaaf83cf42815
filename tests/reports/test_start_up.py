"""The words of the charts must cost nothing at start."""

import subprocess
import sys

LATE = ("matplotlib", "numpy")


def test_only_the_figure_brings_matplotlib_in():
    code = (
        "import sys\n"
        "import walktrack.reports.telling, walktrack.reports.table, walktrack.reports.ink\n"
        "import walktrack.ui.widgets.chart_view, walktrack.ui.widgets.chart_table\n"
        f"print([name for name in {LATE!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
