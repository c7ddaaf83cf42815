"""Reads a program's window as a screen reader does; run by the system's Python, which has gi.

One question a line on standard input, one answer a line on standard output, both JSON.
["tree", PID] gives all nodes that are shown; ["press", PID, NAME] does a node's own action.
An answer of null means that the window changed under the reading: ask again.
"""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  its version is asked for first

STATES = ("CHECKED", "ENABLED", "FOCUSED")
WORLD = (-10_000, -10_000, 20_000, 20_000)
DEEPEST, WIDEST = 30, 400


def windows(pid):
    desktop = Atspi.get_desktop(0)
    for app in children(desktop):
        if app.get_process_id() == pid:
            yield from children(app)


def children(node):
    for number in range(min(node.get_child_count(), WIDEST)):
        child = node.get_child_at_index(number)
        if child is not None:
            yield child


def box_of(node):
    """Return left, top, right and bottom on the screen; None for what has no place there."""
    if "Component" not in node.get_interfaces():
        return None
    box = Atspi.Component.get_extents(node, Atspi.CoordType.SCREEN)
    return (box.x, box.y, box.x + box.width, box.y + box.height)


def overlap(one, other):
    (left, top, right, bottom), (west, north, east, south) = one, other
    return (max(left, west), max(top, north), min(right, east), min(bottom, south))


def label_of(node):
    """Return the words of the label beside it, as a screen reader says them."""
    for relation in node.get_relation_set():
        if relation.get_relation_type() is Atspi.RelationType.LABELLED_BY:
            return relation.get_target(0).get_name() or ""
    return ""


def shown(node, room=WORLD, window="", depth=0):
    """Yield each node that is shown with its box, the part of it in sight, its window's role."""
    if depth and not node.get_state_set().contains(Atspi.StateType.SHOWING):
        return
    window = window or node.get_role_name()
    box = box_of(node)
    part = overlap(box, room) if box else room
    yield node, box or room, part, window
    opens_outside = node.get_role() is Atspi.Role.COMBO_BOX
    if depth < DEEPEST:
        for child in children(node):
            yield from shown(child, WORLD if opens_outside else part, window, depth + 1)


def told(node, box, part, window):
    states = node.get_state_set()
    has_text = "Text" in node.get_interfaces()
    return {
        "name": node.get_name() or "",
        "label": label_of(node),
        "role": node.get_role_name(),
        "text": Atspi.Text.get_text(node, 0, -1) if has_text else "",
        "states": [name for name in STATES if states.contains(getattr(Atspi.StateType, name))],
        "window": window,
        "box": box,
        "part": part,
    }


def tree(pid):
    return [told(*each) for window in windows(pid) for each in shown(window)]


def press(pid, name):
    for window in windows(pid):
        for node, *_ in shown(window):
            if node.get_name() == name and "Action" in node.get_interfaces():
                return bool(Atspi.Action.do_action(node, 0))
    return False


def answer(verb, *words):
    try:
        return {"tree": tree, "press": press}[verb](*words)
    except GLib.Error:  # a part went away while it was looked at
        return None


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(answer(*json.loads(line))), flush=True)
