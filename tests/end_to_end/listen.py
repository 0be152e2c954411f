"""Prints what a screen reader is told while it listens: the new text of each status line, a line each."""

import pyatspi


def told(event):
    if event.source and event.source.getRoleName() == "status bar":
        print(event.any_data or event.source.name, flush=True)


pyatspi.Registry.registerEventListener(told, "object:property-change:accessible-name")
pyatspi.Registry.start()
