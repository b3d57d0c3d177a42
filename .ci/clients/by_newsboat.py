"""newsboat reads RSS and Atom: titles, authors, times and identities in its cache, and its last poll costs nothing.

    by_newsboat.py RELEASE LOG POLLS

Polls are a minute apart: one in the minute of the first comes without validators. From the third on every one must be a 304.
"""

import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import time

import judge
import relay
from release import Release
from words import words


class Cache:
    """A newsboat of its own, with its subscriptions, so that those of another share no identities with it."""

    def __init__(self, name, release, documents):
        self.name, self.documents = name, documents
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="newsboat-"))
        (self.home / "urls").write_text("".join(release.url(d) + "\n" for d in documents))
        (self.home / "config").write_text("")

    def run(self, what):
        return subprocess.run(
            ["newsboat", "-C", "config", "-u", "urls", "-c", "cache.db", "-x", what],
            cwd=self.home, check=True, capture_output=True, text=True, timeout=60,
        ).stdout.strip()

    def rows(self, question):
        with sqlite3.connect(self.home / "cache.db") as cache:
            return cache.execute(question).fetchall()


def main(folder, log, polls):
    release, polls = Release(folder), int(polls)
    station = release.stations()[0]
    caches = [
        Cache("RSS of all articles", release, ["kenh/tat-ca/rss.xml"]),
        Cache("Atom of all articles", release, ["kenh/tat-ca/atom.xml"]),
        Cache("both together", release, ["kenh/tat-ca/rss.xml", "kenh/tat-ca/atom.xml"]),
        Cache("RSS of " + station, release, [station + "/rss.xml"]),
    ]
    for poll in range(polls):
        if poll:
            time.sleep(60)
        for cache in caches:
            cache.run("reload")

    for cache in caches:
        feed = release.feeds[cache.documents[0].rpartition("/")[0]]
        judge.same(f"{cache.name}: unread", cache.run("print-unread"), f"{len(feed.items)} unread articles")
        judge.same(f"{cache.name}: channels", cache.rows("select distinct title from rss_feed"), [(feed.title,)])
        judge.same(
            f"{cache.name}: items",
            sorted(cache.rows("select guid, title, author, url, pubDate, ifnull(enclosure_url, '') from rss_item")),
            sorted((i.guid, i.title, i.author, i.link, int(i.published.timestamp()), i.sound.address if i.sound else "") for i in feed.items),
        )
        if cache.name != "both together":  # which of the two came last there is nobody's business
            bodies = dict(cache.rows("select guid, content from rss_item"))
            judge.same(f"{cache.name}: bodies", {i.guid: bodies.get(i.guid) for i in feed.items if i.html}, {i.guid: i.html for i in feed.items if i.html})
            bare = [(i, s) for i, s in zip(feed.items, feed.summaries()) if not i.html]  # of Atom the summary in a paragraph
            judge.same(f"{cache.name}: summaries", [words(bodies.get(i.guid, "")) for i, _ in bare], [words(s) for _, s in bare])
    saved = ""
    if polls >= 3:
        for document in sorted({d for c in caches for d in c.documents}):
            asked = relay.exchanges(log, "newsboat", "/" + document)
            owners = sum(document in c.documents for c in caches)
            judge.same(f"{document}: requests", len(asked), polls * owners)
            for e in asked[-owners:]:
                judge.true(f"{document}: last poll is a 304 asked with both validators", e["status"] == 304 and e["etag"] and e["since"], e)
        first, last = asked[0], asked[-1]
        saved = f", {document}: {first['received']} bytes at the first poll, {last['received']} at the last"
    judge.end(f"{sum(len(c.documents) for c in caches)} subscriptions, {polls} polls{saved}")


main(*sys.argv[1:])
