"""Print the score summaries of a whole round as one PDF, as a process of its own.

    python -m benchmarks.summaries WORKSPACE TARGET.pdf

Prints {"summaries": ..., "seconds": ...}; the seconds are those of reading and drawing, without
the start of the process.
"""

import json
import sys
import time
from pathlib import Path

from assessor.domain.paper import Paper
from assessor.services.surroundings import Surroundings
from assessor.services.workspace import open_workspace
from ui.printing.for_commands import CommandPrinting
from ui.printing.pdf import pdf_of
from ui.printing.summary_pages import summary_document


def main(path: Path, target: Path) -> None:
    """Print all of them."""
    printing = CommandPrinting()
    start = time.perf_counter()
    with open_workspace(path, Surroundings.real()) as workspace:
        (round_,) = workspace.rounds.all()
        ready = workspace.summaries.of_regions(round_.id).ready
    documents = (summary_document(one.content, Paper.A4) for one in ready)
    target.write_bytes(pdf_of(round_.name, documents))
    seconds = time.perf_counter() - start
    del printing
    print(json.dumps({"summaries": len(ready), "seconds": seconds}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
