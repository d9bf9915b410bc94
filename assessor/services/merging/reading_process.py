"""What a process does that reads sheets for another one; it imports only what that needs."""

import gc
import multiprocessing
import os
import pickle
import signal
import threading
import zlib
from collections.abc import Sequence
from functools import lru_cache

from assessor.domain.instrument import Instrument
from assessor.services.merging.checks import InstrumentChecks
from assessor.services.merging.incoming import Sharing
from assessor.services.merging.one_file import Candidate, ReadFile, read_file


def packed(instruments: Sequence[Instrument]) -> bytes:
    """Return instruments as `read_numbered` takes them: small enough to go with every batch.

    To hand them over at the start would be dangerous: a process that ends while it is told more
    than a pipe holds leaves the other one waiting for ever.
    """
    return zlib.compress(pickle.dumps(tuple(instruments)), 1)


def begin() -> None:
    """Make this process ready to read; it ends with the one that it reads for."""
    # Ctrl+C reaches every process of a terminal; it is for the one that knows what to do then.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    # Looking for garbage among what stays would cost a tenth of reading.
    gc.freeze()
    gc.disable()


def read_numbered(
    instruments: bytes, files: Sequence[tuple[int, Candidate]]
) -> tuple[ReadFile, ...]:
    """Return what the files say, each under its number."""
    sharing, check = Sharing(), _checks(instruments).problems
    files_read = tuple(read_file(one, number, sharing, check) for number, one in files)
    gc.collect()
    # What is left stays, such as instruments: the next look need not go through it again.
    gc.freeze()
    return files_read


@lru_cache(maxsize=1)
def _checks(instruments: bytes) -> InstrumentChecks:
    return InstrumentChecks(pickle.loads(zlib.decompress(instruments)))


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
