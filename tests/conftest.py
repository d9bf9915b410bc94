"""What holds for every test."""

import os

from hypothesis import settings

# Set before anything imports Qt: no test opens a window on the desktop of who runs it.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A run's outcome belongs to the commit, not to luck: the same examples each time, and no deadline,
# since a busy machine is no bug. To look for new examples: HYPOTHESIS_PROFILE=search make test
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("search", max_examples=5_000, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))
