"""Reads and presses what a window offers to a screen reader; run by the system's Python, driven by lines of JSON.

A request is {"do": "find" | "gone" | "all" | "press" | "write", "seconds": …, and what to look for: "role", "name"
(whole), "has" (in the name), "text" (in the text), "states"}. The answer is one line of JSON.
"""

import json
import sys
import time

import gi  # pyright: ignore[reportMissingImports]

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  # pyright: ignore[reportMissingImports]

LOOK_AGAIN = 50  # milliseconds; most changes are told by an event, which makes us look at once
EVENTS = ("object:state-changed", "object:text-changed", "object:children-changed", "object:property-change", "window")
STATES = ("SHOWING", "FOCUSABLE", "FOCUSED", "ENABLED", "SELECTED", "CHECKED", "ACTIVE", "EDITABLE")


def walk(node):
    """An accessible and all below it that is shown, in order of the tree."""
    try:
        states = node.get_state_set()
        if node.get_role() != Atspi.Role.APPLICATION and not states.contains(Atspi.StateType.SHOWING):
            return
        yield node
        for at in range(node.get_child_count()):
            child = node.get_child_at_index(at)
            if child is not None:
                yield from walk(child)
    except GLib.Error:
        return  # it went while we looked


def everything():
    """All that any program on this desktop shows."""
    desktop = Atspi.get_desktop(0)
    desktop.clear_cache()
    for at in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(at)
        if program is not None and program.get_name() != "openbox":
            yield from walk(program)


def text_of(node):
    """The text that an accessible holds; empty when it is none that holds text."""
    text = node.get_text_iface()
    return Atspi.Text.get_text(text, 0, -1) if text else ""


def told(node):
    """What there is to know of an accessible."""
    states, place = node.get_state_set(), node.get_component_iface()
    box = place.get_extents(Atspi.CoordType.SCREEN) if place else None
    text = node.get_text_iface()
    return {
        "role": node.get_role_name(),
        "name": node.get_name(),
        "description": node.get_description(),
        "text": text_of(node),
        "caret": Atspi.Text.get_caret_offset(text) if text else -1,
        "states": [name for name in STATES if states.contains(getattr(Atspi.StateType, name))],
        "box": [box.x, box.y, box.width, box.height] if box else None,
    }


def fits(node, wanted):
    """Whether an accessible is what was asked for."""
    if "role" in wanted and node.get_role_name() != wanted["role"]:
        return False
    name = node.get_name() or ""
    if ("name" in wanted and name != wanted["name"]) or wanted.get("has", "") not in name:
        return False
    states = node.get_state_set()
    if not all(states.contains(getattr(Atspi.StateType, state)) for state in wanted.get("states", ())):
        return False
    return "text" not in wanted or wanted["text"] in text_of(node)


def matches(wanted):
    """All that is shown and was asked for, one after the other."""
    for node in everything():
        try:
            if fits(node, wanted):
                yield node
        except GLib.Error:
            continue


def wait_for(look, seconds):
    """What `look` gives once it gives something; None when it does not within that time."""
    loop, found = GLib.MainLoop(), []

    def try_it(*_):
        if not found:
            found.extend(filter(None, [look()]))
        if found:
            loop.quit()
        return not found

    listener = Atspi.EventListener.new(try_it)
    for kind in EVENTS:
        listener.register(kind)
    timers = GLib.timeout_add(LOOK_AGAIN, try_it), GLib.timeout_add(int(seconds * 1000), loop.quit)
    if try_it():
        loop.run()
    for kind in EVENTS:
        listener.deregister(kind)
    for timer in timers:
        if GLib.MainContext.default().find_source_by_id(timer):
            GLib.source_remove(timer)
    return found[0] if found else None


def press(node):
    """Do what a click on it does."""
    action = node.get_action_iface()
    names = [Atspi.Action.get_action_name(action, at).lower() for at in range(action.get_n_actions())]
    wanted = next((at for at, name in enumerate(names) if name in ("press", "click", "toggle", "showmenu")), 0)
    action.do_action(wanted)


def answer(request):
    """The answer to one request."""
    seconds, do = request.get("seconds", 15), request["do"]
    if do == "all":
        return {"all": [told(node) for node in matches(request)]}
    if do == "gone":
        gone = wait_for(lambda: next(matches(request), None) is None, seconds)
        return {"gone": True} if gone else missing(request)
    node = wait_for(lambda: next(matches(request), None), seconds)
    if node is None:
        return missing(request)
    if do == "press":
        press(node)
    elif do == "write":
        node.get_editable_text_iface().set_text_contents(request["words"])
    return {"found": told(node)}


def missing(request):
    """What is there instead."""
    rows = [f"{node.get_role_name()} {node.get_name()!r} {text_of(node)[:80]!r}" for node in everything()]
    return {"missing": request, "there": rows}


def main():
    """Answer requests until there are no more."""
    Atspi.init()
    for line in sys.stdin:
        began = time.monotonic()
        said = answer(json.loads(line))
        print(json.dumps({**said, "took": round(time.monotonic() - began, 3)}), flush=True)


if __name__ == "__main__":
    main()
