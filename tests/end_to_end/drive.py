"""The drive itself: finds what a person would by its accessible name, and uses mouse and keyboard as they would."""

import json
import subprocess
import sys
import time

import pyatspi

PROGRAM, CLI, FOLDER = sys.argv[1:4]
LAYOUT = f"{FOLDER}/shop.loadframe"
PATIENCE_S = 30


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


def xdotool(*words):
    subprocess.run(["xdotool", *map(str, words)], check=True)


def key(*keys):
    for one in keys:
        xdotool("key", "--clearmodifiers", one)
        time.sleep(0.15)


def screenshot(name):
    subprocess.run(["import", "-window", "root", f"{FOLDER}/{name}.png"], check=False)


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


def find(name, role=None):
    def matches():
        for thing in everything():
            if thing.name == name and (role is None or thing.getRoleName() == role) and box(thing).width > 0:
                return thing
        return None

    return wait_for(f"“{name}”", matches)


def center(thing):
    extents = box(thing)
    return extents.x + extents.width // 2, extents.y + extents.height // 2


def click(at):
    xdotool("mousemove", *at)
    time.sleep(0.1)
    xdotool("click", 1)
    time.sleep(0.2)


def drag(start, end):
    """Slowly, as a hand does: the program sees every step."""
    xdotool("mousemove", *start)
    time.sleep(0.1)
    xdotool("mousedown", 1)
    steps = 12
    for i in range(1, steps + 1):
        xdotool("mousemove", start[0] + (end[0] - start[0]) * i // steps, start[1] + (end[1] - start[1]) * i // steps)
        time.sleep(0.03)
    time.sleep(0.15)
    xdotool("mouseup", 1)
    time.sleep(0.3)


def start(*arguments):
    running = subprocess.Popen([PROGRAM, *arguments])
    find("Diagram")
    time.sleep(0.5)
    return running


def has_text(words, roles=("list item", "label", "table cell")):
    return any(words in thing.name for thing in everything() if thing.getRoleName() in roles)


def happened(words):
    wait_for(f"the event “{words}”", lambda: has_text(words))
    print(f"seen: {words}", flush=True)


def check(holds, what):
    if not holds:
        screenshot("failure")
        sys.exit(f"FAILED: {what}")
    print(f"ok: {what}", flush=True)


def main():
    # Draw.
    running = start()
    canvas = box(find("Diagram"))
    places = {
        "users-1": ("Users", (canvas.x + 130, canvas.y + 300)),
        "lb-1": ("Load balancer", (canvas.x + 400, canvas.y + 300)),
        "web-1": ("Server", (canvas.x + 720, canvas.y + 120)),
        "web-2": ("Server", (canvas.x + 720, canvas.y + 300)),
        "web-3": ("Server", (canvas.x + 720, canvas.y + 480)),
    }
    for kind, place in places.values():
        drag(center(find(kind, "list item")), place)
    screenshot("drawn")

    # Wire: one from the edge of the component, the others with the Connect tool.
    at = {name: place for name, (_, place) in places.items()}
    xdotool("mousemove", at["users-1"][0] + 60, at["users-1"][1])
    time.sleep(0.3)
    drag((at["users-1"][0] + 84, at["users-1"][1]), at["lb-1"])
    key("c")
    for server in ("web-1", "web-2", "web-3"):
        drag(at["lb-1"], at[server])
    key("v")
    screenshot("wired")

    # Save.
    key("ctrl+s")
    wait_for("the file dialog", lambda: any(t.getRoleName() in ("dialog", "file chooser") for t in everything()))
    xdotool("type", "--delay", 15, LAYOUT)
    key("Return")
    layout = wait_for("the saved file", lambda: json.load(open(LAYOUT)))
    check({c["name"] for c in layout["components"]} == set(places), "the components were saved")
    wires = {(link["from"], link["to"]) for link in layout["links"]}
    check(wires == {("users-1", "lb-1")} | {("lb-1", f"web-{i}") for i in (1, 2, 3)}, "the wires were saved")

    # Run, kill, see the failover, restart.
    click(center(find("Events", "page tab")))
    click((at["lb-1"][0], at["lb-1"][1] + 150))
    key("space")
    time.sleep(3)
    screenshot("running")
    key("b")
    click(at["web-2"])
    happened("web-2 killed")
    happened("lb-1 marked web-2 down after 3 failed checks")
    screenshot("failed-over")
    click(at["web-2"])
    happened("web-2 restarted")
    happened("web-2 is up")
    happened("lb-1 marked web-2 up after 2 passed checks")
    click(center(find("Charts", "page tab")))
    time.sleep(0.5)
    screenshot("back")

    # Rewind to before the kill, and go on from there.
    click(center(find("Events", "page tab")))
    timeline = box(find("Timeline", "slider"))
    drag((timeline.x + timeline.width // 3, timeline.y + 30), (timeline.x + 20, timeline.y + 30))
    wait_for("the moment before the kill", lambda: not has_text("web-2 killed", ["list item"]))
    screenshot("rewound")
    key("space")
    time.sleep(2)
    check(not has_text("web-2 killed", ["list item"]), "the run went on from the moment before the kill")
    click(center(find("Charts", "page tab")))
    screenshot("resumed")

    # Edit, undo, and close without being asked: nothing is unsaved.
    key("v")
    click(at["web-3"])
    key("Delete", "ctrl+z", "ctrl+s")
    time.sleep(0.5)
    key("ctrl+q")
    check(running.wait(PATIENCE_S) == 0, "the window closed")
    check(json.load(open(LAYOUT)) == layout, "undo gave back what was deleted")

    # Reopen and export.
    running = start(LAYOUT)
    screenshot("reopened")
    before = open(LAYOUT, "rb").read()
    key("ctrl+s")
    time.sleep(0.5)
    check(open(LAYOUT, "rb").read() == before, "open and save gave the same bytes")
    picture = f"{FOLDER}/shop.png"
    key("ctrl+e")
    wait_for("the export dialog", lambda: any(t.name == "Export picture" for t in everything()))
    key("Return")
    time.sleep(1)
    key("ctrl+a")
    xdotool("type", "--delay", 15, picture)
    key("Return")
    wait_for("the picture", lambda: open(picture, "rb").read(8) == b"\x89PNG\r\n\x1a\n")
    print("ok: the picture was exported", flush=True)
    time.sleep(0.5)
    key("ctrl+q")
    check(running.wait(PATIENCE_S) == 0, "the window closed again")
    check(subprocess.run([CLI, "validate", LAYOUT]).returncode == 0, "the command line finds the layout valid")


main()
