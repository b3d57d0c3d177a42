"""Holds what a client saw against what the release says, and ends the program by that."""

import difflib
import os
import pprint
import sys

_held = 0
_wrong = 0


def same(what, got, want):
    """Both must be equal. Shows how they differ when they are not."""
    global _held
    _held += 1
    if got != want:
        lines = [pprint.pformat(v, width=160, sort_dicts=True).splitlines() for v in (want, got)]
        _complain(what, *difflib.unified_diff(*lines, "the release says", "the client saw", lineterm="", n=1))
    return got == want


def true(what, held, *seen):
    """held must be true. seen is shown when it is not."""
    global _held
    _held += 1
    if not held:
        _complain(what, *map(repr, seen))
    return bool(held)


def sound(podcasts):
    """The podcasts. That there is none is no fault, unless LOA_NEED_SOUND=1 asks for some."""
    if not podcasts:
        print("bỏ qua/skip: no sound in the release")
        true("LOA_NEED_SOUND=1 asks for podcast.xml and MP3", os.environ.get("LOA_NEED_SOUND") != "1")
    return podcasts


def end(summary):
    """Ends the program: with the summary when all held, and something was held at all."""
    if _wrong == 0 and _held > 0:
        print(f"{summary} ({_held} comparisons)")
        sys.exit(0)
    print(f"{_wrong} of {_held} comparisons failed")
    sys.exit(1)


def _complain(what, *lines):
    global _wrong
    _wrong += 1
    print(f"WRONG: {what}", *(f"    {line}" for line in lines), sep="\n")
