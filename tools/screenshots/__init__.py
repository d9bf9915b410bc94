"""The pictures of the guide, taken of the real window; `python -m tools.screenshots` takes them.

Everything that could differ from one run to the next is fixed: clock, identities, scores, size,
theme. What may still differ is the font of the desktop.
"""

import os

# Set before anything imports Qt: the pictures need no display, and times are Denpasar's.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["TZ"] = "WITA-8"
