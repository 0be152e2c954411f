"""Draws three tiers, runs them, kills a server, reads what happened and saves: with the keyboard alone. Tells how many
gestures the drawing took: a word typed counts as one, as a key does.

    keyboard.py LOADFRAME LOADFRAME_CLI FOLDER
"""

import json
import pathlib
import subprocess
import sys
import time

import hand
from hand import check, find, happened, key, type_text, wait_for

PROGRAM, CLI, FOLDER = sys.argv[1:4]
hand.folder = FOLDER
LAYOUT = pathlib.Path(FOLDER) / "by-keys.loadframe"
MOST_GESTURES = 25


def add(words, *, wired=True):
    """A, a few letters, Enter: called by what is selected."""
    key("a")
    type_text(words)
    key("Return" if wired else "shift+Return")
    time.sleep(0.2)


def command(words):
    """Anything that menus offer."""
    key("ctrl+k")
    type_text(words)
    time.sleep(0.3)
    key("Return")
    time.sleep(0.3)


def main():
    LAYOUT.unlink(missing_ok=True)
    listener = hand.Listener()
    running = hand.start(PROGRAM)
    hand.gestures = 0
    add("users")
    add("lb")
    add("3 server")
    add("postgres")
    print(f"three tiers: {hand.gestures} gestures", flush=True)
    check(hand.gestures <= MOST_GESTURES, f"drawn with at most {MOST_GESTURES} gestures")
    hand.screenshot("by-keys-drawn")
    hand.save_as(str(LAYOUT))
    layout = wait_for("the saved file", lambda: json.loads(LAYOUT.read_text()))
    kinds = sorted(component["kind"] for component in layout["components"])
    check(kinds == sorted(["users", "load-balancer", "relational-database"] + 3 * ["server"]), "all tiers are there")
    name = {component["kind"]: component["name"] for component in layout["components"]}
    servers = [component["name"] for component in layout["components"] if component["kind"] == "server"]
    wires = {(link["from"], link["to"]) for link in layout["links"]}
    wanted = {(name["users"], name["load-balancer"])} | {(name["load-balancer"], server) for server in servers}
    wanted |= {(server, name["relational-database"]) for server in servers}
    check(wires == wanted, "and wired")

    command("Events")
    key("space")
    time.sleep(3)
    victim = servers[1]
    key("b")
    command(f"Go to {victim}")
    key("Return")
    happened(f"{victim} killed")
    happened(f"marked {victim} down")
    listener.heard(f"{victim} killed")
    listener.heard(f"marked {victim} down")
    listener.close()
    hand.screenshot("by-keys-killed")
    key("space", "ctrl+s")
    time.sleep(0.5)
    key("ctrl+q")
    check(running.wait(hand.PATIENCE_S) == 0, "the window closed")
    check(subprocess.run([CLI, "validate", str(LAYOUT)]).returncode == 0, "the command line finds the layout valid")


main()
