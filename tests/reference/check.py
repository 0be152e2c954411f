"""Holds pictures of the window against those that are kept in images/.

    check.py WINDOW_PICTURE FOLDER             takes each picture into FOLDER and compares it
    check.py WINDOW_PICTURE FOLDER --renew     keeps the new ones instead; look at them before they are committed

Pictures are compared at half their size, so that the edge of a letter does not count, and by parts: what matters is
how much of the picture differs visibly, not the mean, in which a missing button would drown.
"""

import json
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
KEPT = HERE / "images"
EXAMPLES = HERE.parent.parent / "resources" / "examples"
CACHE = EXAMPLES / "cache-and-replicas.loadframe"
BALANCED = EXAMPLES / "load-balanced.loadframe"

# A pixel differs when its colour is off by so much; of the picture, so much may differ.
FUZZ = "12%"
MOST = 0.01

# name: layout, state, theme, language, window size, pixel ratio
STATES = {
    "drawn-light": (CACHE, "drawn", "light", "en", "1600x1000", 1),
    "drawn-dark": (CACHE, "drawn", "dark", "en", "1600x1000", 1),
    "drawn-contrast": (CACHE, "drawn", "high-contrast", "en", "1600x1000", 1),
    "drawn-small-german": (CACHE, "drawn", "light", "de", "1024x700", 1),
    "drawn-small-german-dark": (CACHE, "drawn", "dark", "de", "1024x700", 1),
    "drawn-light-200": (CACHE, "drawn", "light", "en", "1280x800", 2),
    "killed-light": (BALANCED, "killed", "light", "en", "1600x1000", 1),
    "killed-dark": (BALANCED, "killed", "dark", "en", "1600x1000", 1),
    "killed-contrast": (BALANCED, "killed", "high-contrast", "en", "1600x1000", 1),
    "killed-small-german": (BALANCED, "killed", "light", "de", "1024x700", 1),
    "killed-large": (BALANCED, "killed", "light", "en", "2560x1400", 1),
    "killed-dark-200": (BALANCED, "killed", "dark", "en", "1280x800", 2),
}


def take(program, name, to):
    layout, state, theme, language, size, ratio = STATES[name]
    width, height = (2 * int(each) for each in size.split("x"))
    screen = {"name": "screen", "x": 0, "y": 0, "width": width, "height": height, "logicalDpi": 96,
              "logicalBaseDpi": 96, "dpr": 1}
    screens = f"{to}.screens.json"
    pathlib.Path(screens).write_text(json.dumps({"screens": [screen]}))
    environment = os.environ | {"QT_SCALE_FACTOR": str(ratio), "LC_ALL": "C.UTF-8", "TZ": "UTC",
                                "QT_QPA_PLATFORM": f"offscreen:configfile={screens}"}
    subprocess.run([program, "--state", state, "--theme", theme, "--language", language, "--size", size, layout, to],
                   check=True, env=environment, timeout=120)
    os.remove(screens)
    # Small files, and what the eye sees: half the size, 256 colours.
    subprocess.run(["convert", to, "-resize", "50%" if ratio == 1 else "25%", "-colors", "256", f"PNG8:{to}"],
                   check=True)


def difference(kept, new):
    """The part of the picture that differs visibly; 1 if its size does."""
    size = [subprocess.run(["identify", "-format", "%w %h", each], capture_output=True, text=True,
                           check=True).stdout.split() for each in (kept, new)]
    if size[0] != size[1]:
        return 1.0
    counted = subprocess.run(["compare", "-metric", "AE", "-fuzz", FUZZ, kept, new, f"{new}.difference.png"],
                             capture_output=True, text=True)
    return float(counted.stderr.split()[0]) / (int(size[0][0]) * int(size[0][1]))


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    renew = "--renew" in sys.argv[3:]
    folder.mkdir(parents=True, exist_ok=True)
    failed = []
    for name in STATES:
        kept, new = KEPT / f"{name}.png", folder / f"{name}.png"
        take(program, name, kept if renew else new)
        if renew:
            continue
        off = difference(kept, new) if kept.exists() else 1.0
        print(f"{name}: {off:.2%} differs", flush=True)
        if off > MOST:
            failed.append(name)
    if failed:
        sys.exit(f"FAILED: {', '.join(failed)}: look at {folder}/NAME.png and NAME.png.difference.png; if the new look "
                 f"is meant, keep it with --renew")


main()
