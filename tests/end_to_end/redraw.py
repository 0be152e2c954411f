"""Redraws example layouts from nothing, by mouse and keyboard, and tells how long it took and how many gestures.

    redraw.py LOADFRAME LOADFRAME_CLI FOLDER LAYOUT…

It knows each layout only as a person does who has it before their eyes: what is called how, is set how, calls what and
stands left or right, above or below of what. The one who draws works as the program lets them: settings are typed, and
what has equals is drawn once, wired, and replicated.
"""

import collections
import json
import pathlib
import re
import subprocess
import sys
import time

import hand
from hand import check, find, key, point, type_text, wait_for

PROGRAM, CLI, FOLDER, *LAYOUTS = sys.argv[1:]
hand.folder = FOLDER
LONGEST_S = 120
CARD = (168, 76)
ZOOM_STEP = 1.25
WRAP = {"host": "ctrl+alt+h", "zone": "ctrl+alt+z", "region": "ctrl+alt+r", "group": "ctrl+alt+g"}


class Page:
    """Where things are drawn: in the example's order from left to right and from top to bottom, with even gaps."""

    COLUMN, ROW = 260, 150
    LEFT, TOP = 240, 280  # room for areas, one in the other

    def __init__(self, components):
        self.canvas = hand.box(find("Diagram"))
        self.columns = sorted({component["at"][0] for component in components})
        self.rows = sorted({component["at"][1] for component in components})
        # Zoomed out until all of it has room, or the view would move while it is drawn.
        self.zoom = 1.0
        while ((self.COLUMN * len(self.columns) + 1.5 * self.LEFT) * self.zoom > self.canvas.width
               or (self.ROW * len(self.rows) + 1.5 * self.TOP) * self.zoom > self.canvas.height):
            self.zoom /= ZOOM_STEP
            key("ctrl+minus")

    def middle(self, at):
        return (self.canvas.x + (self.LEFT + self.columns.index(at[0]) * self.COLUMN) * self.zoom,
                self.canvas.y + (self.TOP + self.rows.index(at[1]) * self.ROW) * self.zoom)


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
              frozenset(callees[name]), json.dumps(component.get("settings"))].append(component)
    return list(alike.values())


def rename(name):
    key("F2", "ctrl+a")
    type_text(name)
    key("Return")


def set_all(settings):
    """Types the settings of what is selected, as the file calls them."""
    for name, value in (settings or {}).items():
        key("ctrl+k")
        type_text(f"{name.replace('_', ' ')} {str(value).lower() if isinstance(value, bool) else value}")
        key("Return")


def go_to(name):
    key("ctrl+k")
    type_text(f"Go to {name}")
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


def defaults():
    """What files need not tell: for each kind of component, and for links."""
    known = json.loads(subprocess.run([CLI, "kinds", "--json"], check=True, capture_output=True).stdout)
    rows = {kind["key"]: kind["settings"] for kind in known["components"]} | {"link": known["link"]["settings"]}
    return {kind: {row["key"]: plain(row["default"]) for row in settings} for kind, settings in rows.items()}


def plain(value):
    """One way to write each time: 0.5 ms and 500 us are the same."""
    units = {"us": 1e-6, "ms": 1e-3, "s": 1, "min": 60}
    return re.sub(r"([\d.]+) (us|ms|s|min)\b", lambda time: f"{float(time[1]) * units[time[2]]:g} s", str(value))


def shown(element, member, known):
    """A member of an element as files that mean the same would all show it."""
    if member != "settings":
        return str(element.get(member))
    usual = known[element.get("kind", "link")]
    return str(sorted((name, plain(value)) for name, value in element.get("settings", {}).items()
                      if plain(value) != usual[name]))


def same(redrawn, layout, elements, members):
    """Checks that both have these elements with the same members."""
    known = defaults()
    ours, theirs = ({tuple(shown(element, member, known) for member in members) for element in one.get(elements, [])}
                    for one in (redrawn, layout))
    for missing in sorted(theirs - ours)[:5]:
        print("not drawn:", *missing)
    for other in sorted(ours - theirs)[:5]:
        print("drawn instead:", *other)
    check(ours == theirs, f"the same {elements}: {', '.join(members)}")


def redraw(path):
    layout = json.loads(path.read_text())
    print(f"{path.stem}:", flush=True)
    running = hand.start(PROGRAM)
    groups = equals(layout)
    page = Page([group[0] for group in groups])
    first = {component["name"]: group[0]["name"] for group in groups for component in group}
    began, hand.gestures = time.monotonic(), 0

    for group in groups:
        point(page.middle(group[0]["at"]))
        key("Escape", "a")
        type_text(group[0]["kind"].replace("-", " "))
        key("shift+Return")
        rename(group[0]["name"])
        set_all(group[0].get("settings"))
    areas = layout.get("areas", [])
    for area in sorted(areas, key=lambda area: height_of(area, areas)):
        key("Escape")
        select_by_band(page, area, areas, [group[0] for group in groups])
        key(WRAP[area["kind"]])
        rename(area["name"])
    key("Escape")
    drawn = set()
    for link in layout["links"]:
        wire = first[link["from"]], first[link["to"]]
        if wire in drawn:
            continue
        drawn.add(wire)
        go_to(wire[0])
        key("l")
        type_text(wire[1])
        key("Return")
        if link.get("settings"):
            go_to(f"{wire[0]} → {wire[1]}")
            set_all(link["settings"])
    for group in groups:
        if len(group) == 1:
            continue
        go_to(group[0]["name"])
        key("ctrl+shift+d")
        type_text(str(len(group)))
        key("Return")
    took, count = time.monotonic() - began, hand.gestures
    hand.screenshot(f"redrawn-{path.stem}")
    target = pathlib.Path(FOLDER) / f"{path.stem}.loadframe"
    target.unlink(missing_ok=True)
    hand.save_as(str(target))
    redrawn = wait_for("the saved file", lambda: json.loads(target.read_text()))
    same(redrawn, layout, "components", ("name", "kind", "in", "settings"))
    same(redrawn, layout, "links", ("from", "to", "settings"))
    same(redrawn, layout, "areas", ("name", "kind", "in"))
    print(f"{path.stem}: {took:.0f} s, {count} gestures", flush=True)
    check(took < LONGEST_S, f"drawn in less than {LONGEST_S} s")
    key("ctrl+q")
    check(running.wait(hand.PATIENCE_S) == 0, "the window closed")


for each in LAYOUTS:
    redraw(pathlib.Path(each))
