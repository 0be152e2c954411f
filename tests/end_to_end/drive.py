"""Draws a load-balanced system with the mouse, runs it, breaks it, rewinds, saves, reopens and exports.

    drive.py LOADFRAME LOADFRAME_CLI FOLDER
"""

import json
import subprocess
import sys
import time

import hand
from hand import box, center, check, click, drag, everything, find, happened, has_text, key, screenshot, wait_for, xdotool

PROGRAM, CLI, FOLDER = sys.argv[1:4]
hand.folder = FOLDER
LAYOUT = f"{FOLDER}/shop.loadframe"


def main():
    # Draw.
    running = hand.start(PROGRAM)
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
    check(running.wait(hand.PATIENCE_S) == 0, "the window closed")
    check(json.load(open(LAYOUT)) == layout, "undo gave back what was deleted")

    # Reopen and export.
    running = hand.start(PROGRAM, LAYOUT)
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
    check(running.wait(hand.PATIENCE_S) == 0, "the window closed again")
    check(subprocess.run([CLI, "validate", LAYOUT]).returncode == 0, "the command line finds the layout valid")


main()
