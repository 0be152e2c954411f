"""Redraws example layouts from nothing, by mouse and keyboard, and tells how long it took and how many gestures.

    redraw.py LOADFRAME LOADFRAME_CLI FOLDER LAYOUT…

It knows each layout only as a person does who has it before their eyes: what is called how, stands where and calls
what. The one who draws works as the program lets them: what has equals is drawn once, wired, and replicated.
"""

import collections
import json
import pathlib
import re
import sys
import time

import hand
from hand import check, click, find, key, point, type_text, wait_for

PROGRAM, _, FOLDER, *LAYOUTS = sys.argv[1:]
hand.folder = FOLDER
LONGEST_S = 120
CARD = (168, 76)
ZOOM_STEP = 1.25
WRAP = {"host": "ctrl+alt+h", "zone": "ctrl+alt+z", "region": "ctrl+alt+r", "group": "ctrl+alt+g"}


class Page:
    """Where things are drawn: the example's places, scaled onto the canvas that there is."""

    def __init__(self, layout):
        self.canvas = hand.box(find("Diagram"))
        places = [component.get("at", [0, 0]) for component in layout["components"]]
        self.left, self.top = min(x for x, _ in places), min(y for _, y in places)
        # Zoomed out until all of it has room, or the view would move while it is drawn.
        width = max(x for x, _ in places) - self.left + 2 * CARD[0]
        height = max(y for _, y in places) - self.top + 4 * CARD[1]
        self.zoom = 1.0
        while width * self.zoom > self.canvas.width or height * self.zoom > self.canvas.height:
            self.zoom /= ZOOM_STEP
            key("ctrl+minus")

    def middle(self, at):
        return (self.canvas.x + 110 + (at[0] - self.left) * self.zoom,
                self.canvas.y + 110 + (at[1] - self.top) * self.zoom)


def stem_of(name):
    return re.sub(r"-?\d+$", "", name)


def equals(layout):
    """Components that are alike but for their numbers, together: each list is drawn once and replicated."""
    callers, callees = collections.defaultdict(set), collections.defaultdict(set)
    for link in layout["links"]:
        callees[link["from"]].add(link["to"])
        callers[link["to"]].add(link["from"])
    alike = collections.defaultdict(list)
    for component in layout["components"]:
        name = component["name"]
        alike[component["kind"], component.get("in"), stem_of(name), frozenset(callers[name]),
              frozenset(callees[name])].append(component)
    return list(alike.values())


def rename(name):
    key("F2", "ctrl+a")
    type_text(name)
    key("Return")


def height_of(area, areas):
    """How many areas lie in it, one in the other."""
    return max((1 + height_of(other, areas) for other in areas if other.get("in") == area["name"]), default=0)


def within(area, areas, components):
    names = [area["name"]]
    for name in names:
        names += [other["name"] for other in areas if other.get("in") == name]
    return [component for component in components if component.get("in") in names]


def select_by_band(page, area, areas, components):
    """Draws a rubber band around all that lies in an area."""
    middles = [page.middle(component["at"]) for component in within(area, areas, components)]
    margin = 30 + 45 * height_of(area, areas)
    reach = (CARD[0] / 2 + margin) * page.zoom, (CARD[1] / 2 + margin) * page.zoom
    left, top = (min(middle[axis] for middle in middles) - reach[axis] for axis in (0, 1))
    right, bottom = (max(middle[axis] for middle in middles) + reach[axis] for axis in (0, 1))
    hand.drag((left, top), (right, bottom))


def redraw(path):
    layout = json.loads(path.read_text())
    print(f"{path.stem}:", flush=True)
    running = hand.start(PROGRAM)
    page = Page(layout)
    groups = equals(layout)
    first = {component["name"]: group[0]["name"] for group in groups for component in group}
    began, hand.gestures = time.monotonic(), 0

    for group in groups:
        point(page.middle(group[0]["at"]))
        key("Escape", "a")
        type_text(group[0]["kind"].replace("-", " "))
        key("shift+Return")
        rename(group[0]["name"])
    areas = layout.get("areas", [])
    for area in sorted(areas, key=lambda area: height_of(area, areas)):
        key("Escape")
        select_by_band(page, area, areas, [group[0] for group in groups])
        key(WRAP[area["kind"]])
        rename(area["name"])
    key("Escape")
    place_of = {component["name"]: component["at"] for component in layout["components"]}
    drawn = set()
    for link in layout["links"]:
        wire = first[link["from"]], first[link["to"]]
        if wire in drawn:
            continue
        drawn.add(wire)
        click(page.middle(place_of[wire[0]]))
        key("l")
        type_text(wire[1])
        key("Return")
    for group in groups:
        if len(group) == 1:
            continue
        click(page.middle(group[0]["at"]))
        key("ctrl+shift+d")
        type_text(str(len(group)))
        key("Return")
    took, count = time.monotonic() - began, hand.gestures
    hand.screenshot(f"redrawn-{path.stem}")
    target = pathlib.Path(FOLDER) / f"{path.stem}.loadframe"
    target.unlink(missing_ok=True)
    hand.save_as(str(target))
    redrawn = wait_for("the saved file", lambda: json.loads(target.read_text()))
    check({(c["name"], c["kind"], c.get("in")) for c in redrawn["components"]} ==
          {(c["name"], c["kind"], c.get("in")) for c in layout["components"]}, "the same components")
    check({(link["from"], link["to"]) for link in redrawn["links"]} ==
          {(link["from"], link["to"]) for link in layout["links"]}, "the same links")
    check({(a["name"], a["kind"], a.get("in")) for a in redrawn.get("areas", [])} ==
          {(a["name"], a["kind"], a.get("in")) for a in areas}, "the same areas")
    print(f"{path.stem}: {took:.0f} s, {count} gestures", flush=True)
    check(took < LONGEST_S, f"drawn in less than {LONGEST_S} s")
    key("ctrl+q")
    check(running.wait(hand.PATIENCE_S) == 0, "the window closed")


for each in LAYOUTS:
    redraw(pathlib.Path(each))
