"""A trial of an unpacked bundle on a machine without network: `unshare -rn PYTHON cut_off.py FOLDER`, in plain Python alone.

The loopback, which a new network has switched off, is switched on; that nothing else answers is made sure of first. Then the desk is
started as a double click starts it, its first screen is read, and the site is built from what lies in the folder's `data/`.
"""

from __future__ import annotations

import fcntl
import http.cookiejar
import socket
import struct
import subprocess
import sys
import urllib.request
from pathlib import Path

_GET_FLAGS, _SET_FLAGS, _UP = 0x8913, 0x8914, 0x1
_ELSEWHERE = ("192.0.2.1", 443)
_MISSING = 3


def main(folder: Path) -> int:
    """Run the trial and return 0; 3 where the network is not cut, 1 where the desk or the build fails."""
    _loopback()
    if not _cut_off():
        return _MISSING
    page = _first_page(folder)
    built = subprocess.run(["./congkhai", "build", "--today", "2026-11-23", "--no-prints"], cwd=folder, check=False)
    sys.stdout.write(page)
    return int(built.returncode != 0)


def _loopback() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        asked = struct.pack("16sH14x", b"lo", 0)
        flags = struct.unpack("16sH14x", fcntl.ioctl(any_socket, _GET_FLAGS, asked))[1]
        fcntl.ioctl(any_socket, _SET_FLAGS, struct.pack("16sH14x", b"lo", flags | _UP))


def _cut_off() -> bool:
    try:
        socket.create_connection(_ELSEWHERE, timeout=5).close()
    except OSError as fault:
        return not isinstance(fault, TimeoutError)
    return False


def _first_page(folder: Path) -> str:
    """Start the desk, follow the address that it says as a browser does, end it, and return the page."""
    desk = subprocess.Popen(["./congkhai", "desk", "--no-open", "--idle", "5"], cwd=folder,
                            stdout=subprocess.PIPE, text=True, encoding="utf-8")
    try:
        said = desk.stdout.readline() if desk.stdout else ""
        cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), cookies)
        with opener.open(said[said.index("http://"):].strip(), timeout=60) as answer:
            page: str = answer.read().decode()
    finally:
        desk.terminate()
        desk.wait()
    return page


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
