"""Prints what a screen reader is told while it listens: the new text of each status line, a line each."""

import pyatspi
from gi.repository import GLib


def told(event):
    try:
        if event.source and event.source.getRoleName() == "status bar":
            print(event.source.name, flush=True)
    except GLib.GError:
        pass  # a line of a list that is gone by now


pyatspi.Registry.registerEventListener(told, "object:property-change:accessible-name")
pyatspi.Registry.start()
