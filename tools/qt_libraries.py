"""See that Linux has the libraries and a font that Qt's wheels expect of the system.

Installs what is missing by apt-get when it may, prints the command when it may not. Standard
library only.
"""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping

# Linked by QtGui itself, so needed without any display too. Library: package of Debian, Ubuntu.
CORE = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
# Linked by the platform plugin xcb, which draws windows under X11 and XWayland.
WINDOW = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
FONT_PACKAGE = "fonts-dejavu-core"


def loads(library: str) -> bool:
    """Say whether the system's loader finds a library with all that it needs in turn."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_font() -> bool:
    """Say whether fontconfig knows at least one font; without any, Qt draws empty boxes."""
    try:
        fontconfig = ctypes.CDLL("libfontconfig.so.1")
    except OSError:
        return False
    fontconfig.FcInitLoadConfigAndFonts.restype = ctypes.c_void_p
    fontconfig.FcConfigGetFonts.restype = ctypes.POINTER(ctypes.c_int)
    fontconfig.FcConfigGetFonts.argtypes = [ctypes.c_void_p, ctypes.c_int]
    # The set's first field is the number of its fonts.
    fonts = fontconfig.FcConfigGetFonts(fontconfig.FcInitLoadConfigAndFonts(), 0)
    return bool(fonts) and fonts[0] > 0


def missing_packages(libraries: Mapping[str, str]) -> list[str]:
    """Return the packages, each once, of the libraries that do not load."""
    return sorted({package for name, package in libraries.items() if not loads(name)})


def install_command(packages: Iterable[str]) -> list[str]:
    """Return the apt-get command that installs `packages`."""
    return ["apt-get", "install", "-y", "--no-install-recommends", *packages]


def install(packages: list[str]) -> bool:
    """Install `packages` if this user may without being asked; say whether it worked."""
    if not shutil.which("apt-get"):
        return False
    prefix = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if prefix and (not shutil.which("sudo") or subprocess.call([*prefix, "true"]) != 0):
        return False
    print(f"Installing {' '.join(packages)} …", flush=True)
    subprocess.call([*prefix, "apt-get", "update", "-qq"])
    return subprocess.call([*prefix, *install_command(packages)]) == 0


def explain(packages: list[str]) -> None:
    """Print what is missing and the command that brings it."""
    print(
        "Qt needs libraries or fonts that this system lacks. On Debian and Ubuntu:",
        f"    sudo {' '.join(install_command(packages))}",
        "On other systems install what holds the same libraries.",
        sep="\n",
        file=sys.stderr,
    )


def main() -> int:
    """Check for the target named on the command line; 0 when it can go on."""
    windowed = sys.argv[1] == "run" or "DISPLAY" in os.environ
    core = missing_packages(CORE)
    window = missing_packages(WINDOW) if windowed else []
    packages = core + window + ([] if has_font() else [FONT_PACKAGE])
    if not packages or install(packages):
        return 0
    explain(packages)
    # Without xcb the tests and the command line still run, and so does a Wayland desktop.
    return 1 if core else 0


if __name__ == "__main__":
    raise SystemExit(main())
