"""gPodder subscribes to podcasts, lists their episodes, fetches every sound, and asks again with the version that it has.

    by_gpodder.py RELEASE LOG
"""

import hashlib
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

import judge
import relay
from release import Release


def gpo(home, *words):
    done = subprocess.run(
        ["gpo", *words], env={**os.environ, "GPODDER_HOME": str(home)},
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=90,
    )
    judge.true("gpo " + " ".join(words), done.returncode == 0, done.stdout)
    return done.stdout


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main(folder, log):
    release = Release(folder)
    fetched = 0
    podcasts = judge.sound(release.podcasts())[:2]  # that of all articles and that of one station
    for name in podcasts:
        home = pathlib.Path(tempfile.mkdtemp(prefix="gpodder-"))
        address = f"{name}/podcast.xml"
        gpo(home, "subscribe", release.url(address))
        listed = gpo(home, "episodes")
        gpo(home, "download")
        gpo(home, "update")

        with sqlite3.connect(home / "Database") as database:
            episodes = database.execute("select guid, title, url, published, file_size, mime_type from episode").fetchall()
        known = release.sounds
        judge.same(
            f"{address}: episodes", sorted(episodes),
            sorted((i.guid, i.title, i.sound.address, int(i.published.timestamp()), i.sound.size, "audio/mpeg")
                   for i in (known[e[0]] for e in episodes if e[0] in known)),
        )
        # The window of a podcast is filled with items that have sound, that of the feed with all: it may reach further back.
        missing = {i.guid for i in release.feeds[name].sounding()} - {e[0] for e in episodes}
        judge.same(f"{address}: items with sound that are no episode", missing, set())
        judge.same(f"{address}: titles in the list", [e[1] for e in episodes if e[1] not in listed], [])
        judge.same(
            f"{address}: files",
            sorted(digest(f) for f in (home / "Downloads").rglob("*") if f.is_file() and f.suffix == ".mp3"),
            sorted(digest(release.file(e[2])) for e in episodes),
        )
        asked = relay.exchanges(log, "gPodder", "/" + address)
        judge.true(f"{address}: the update is a 304 asked with both validators",
                   len(asked) >= 2 and asked[-1]["status"] == 304 and asked[-1]["etag"] and asked[-1]["since"], asked)
        fetched += len(episodes)
    judge.end(f"{fetched} episodes fetched from {len(podcasts)} podcasts")


main(*sys.argv[1:])
