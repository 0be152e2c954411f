"""Hands and eyes of the drives: finds what a person would by its accessible name, and uses mouse and keyboard as they
would. Keeps count of gestures: one is a click, a drag, a key, or a word typed."""

import pathlib
import subprocess
import sys
import time

import pyatspi

PATIENCE_S = 30

gestures = 0
folder = "."


def counted():
    global gestures
    gestures += 1


def wait_for(what, find):
    """The first result of find() that is true, within the patience."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        try:
            found = find()
        except Exception:  # what is asked may go away meanwhile
            found = None
        if found:
            return found
        time.sleep(0.1)
    screenshot("failure")
    sys.exit(f"FAILED: {what} did not come within {PATIENCE_S} s")


def check(holds, what):
    if not holds:
        screenshot("failure")
        sys.exit(f"FAILED: {what}")
    print(f"ok: {what}", flush=True)


def xdotool(*words):
    subprocess.run(["xdotool", *map(str, words)], check=True)


def key(*keys):
    for one in keys:
        counted()
        xdotool("key", "--clearmodifiers", one)
        time.sleep(0.08)


def type_text(text):
    counted()
    xdotool("type", "--delay", 6, text)
    time.sleep(0.08)


def point(at):
    xdotool("mousemove", *map(round, at))
    time.sleep(0.04)


def click(at, *modifiers):
    counted()
    point(at)
    for one in modifiers:
        xdotool("keydown", one)
    xdotool("click", 1)
    for one in modifiers:
        xdotool("keyup", one)
    time.sleep(0.06)


def drag(start, end):
    """Slowly, as a hand does: the program sees every step."""
    counted()
    point(start)
    time.sleep(0.06)
    xdotool("mousedown", 1)
    steps = 12
    for i in range(1, steps + 1):
        xdotool("mousemove", *(round(start[axis] + (end[axis] - start[axis]) * i / steps) for axis in (0, 1)))
        time.sleep(0.03)
    time.sleep(0.15)
    xdotool("mouseup", 1)
    time.sleep(0.3)


def screenshot(name):
    subprocess.run(["import", "-window", "root", f"{folder}/{name}.png"], check=False)


def everything(root=None):
    """All accessible objects of the program."""
    if root is None:
        for application in pyatspi.Registry.getDesktop(0):
            if application and application.name == "Loadframe":
                yield from everything(application)
        return
    yield root
    for child in root:
        if child is not None:
            yield from everything(child)


def box(thing):
    return thing.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)


def center(thing):
    extents = box(thing)
    return extents.x + extents.width // 2, extents.y + extents.height // 2


def find(name, role=None):
    def matches():
        for thing in everything():
            if thing.name == name and (role is None or thing.getRoleName() == role) and box(thing).width > 0:
                return thing
        return None

    return wait_for(f"“{name}”", matches)


def has_text(words, roles=("list item", "label", "table cell")):
    return any(words in thing.name for thing in everything() if thing.getRoleName() in roles)


def happened(words):
    wait_for(f"the event “{words}”", lambda: has_text(words))
    print(f"seen: {words}", flush=True)


class Listener:
    """Hears what screen readers are told."""

    def __init__(self):
        self.file = pathlib.Path(folder) / "told.txt"
        script = pathlib.Path(__file__).with_name("listen.py")
        self.process = subprocess.Popen([sys.executable, script], stdout=self.file.open("w"))

    def heard(self, words):
        wait_for(f"the announcement “{words}”", lambda: words in self.file.read_text())
        print(f"heard: {words}", flush=True)

    def close(self):
        self.process.terminate()


def start(program, *arguments):
    running = subprocess.Popen([program, *arguments])
    find("Diagram")
    time.sleep(0.5)
    return running


def save_as(path, first=True):
    """Ctrl+S, and the name where it has none yet."""
    key("ctrl+s")
    if first:
        wait_for("the file dialog", lambda: any(t.getRoleName() in ("dialog", "file chooser") for t in everything()))
        xdotool("type", "--delay", 15, path)
        key("Return")
