"""What ships with the product and is no code: instruments, regions, icons, styles, languages.

Where the data comes from stands in `SOURCES.md` beside this file.
"""

from importlib.resources import files
from importlib.resources.abc import Traversable


def resource(*parts: str) -> Traversable:
    """Return the shipped file or folder at `parts`, as in `resource("styles", "app.qss")`."""
    return files(__name__).joinpath(*parts)
