"""rsstail prints RSS: titles, links, descriptions and times as they are written.

    by_rsstail.py RELEASE LOG

It is given RSS alone: it tells the times of Atom wrong.
"""

import email.utils
import subprocess
import sys

import judge
import relay
from release import Release


MOST = 50  # it makes a remark among the items when more are asked for


def main(folder, log):
    release = Release(folder)
    folders = ["kenh/tat-ca", release.stations()[0]]
    shown = 0
    for name in folders:
        items, summaries = release.feeds[name].items[:MOST], release.feeds[name].summaries()[:MOST]
        out = subprocess.run(
            ["rsstail", "-1", "-N", "-l", "-d", "-p", "-a", "-n", str(MOST), "-u", release.url(name + "/rss.xml")],
            check=True, capture_output=True, text=True, timeout=60,
        ).stdout
        blocks = [[line.removeprefix(" ") for line in block.splitlines()] for block in out.strip("\n").split("\n\n")]
        judge.same(f"{name}: title, link, description", [b[:3] for b in blocks], [[i.title, i.link, s] for i, s in zip(items, summaries)])
        judge.same(f"{name}: time", [b[3:] for b in blocks], [[email.utils.format_datetime(i.published)] for i in items])
        asked = relay.exchanges(log, "rsstail", f"/{name}/rss.xml")
        judge.true(f"{name}: was asked for", any(e["status"] == 200 for e in asked), asked)
        shown += len(items)
    judge.end(f"{shown} items of {' and '.join(folders)}")


main(*sys.argv[1:])
