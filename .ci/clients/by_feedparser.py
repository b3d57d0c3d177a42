"""feedparser reads every RSS, Atom and podcast document of a release, and asks again with the version that it has.

    by_feedparser.py RELEASE
"""

import calendar
import datetime
import sys

import feedparser

import judge
from release import SYNTHETIC, Release
from words import words

feedparser.USER_AGENT = "feedparser"


def instant(parsed):
    """A time of feedparser, which is in UTC."""
    return datetime.datetime.fromtimestamp(calendar.timegm(parsed), datetime.timezone.utc)


def wishes(broadcast):
    """The wishes for the air as attributes: lists are one value with spaces."""
    return {k: " ".join(v) if isinstance(v, list) else str(v) for k, v in (broadcast or {}).items()}


def enclosures(item):
    return [(item.sound.address, str(item.sound.size), "audio/mpeg")] if item.sound else []


def read(release, name):
    """A document by feedparser, if it is what it should be; asked for again, it is a 304 without a body."""
    d = feedparser.parse(release.url(name))
    judge.true(f"{name}: well-formed", not d.bozo and d.status == 200, d.get("bozo_exception"))
    judge.same(f"{name}: version", d.version, "atom10" if name.endswith("atom.xml") else "rss20")
    again = feedparser.parse(release.url(name), etag=d.etag, modified=d.modified)
    judge.same(f"{name}: again", (again.status, len(again.entries)), (304, 0))
    return d


def compare(name, entries, items):
    """What is equal in all formats."""
    judge.same(
        f"{name}: items",
        [(e.id, e.link, e.title, e.author, instant(e.published_parsed), e.loa_trang_thai) for e in entries],
        [(i.guid, i.link, i.title, i.author, i.published, i.state) for i in items],
    )
    judge.same(f"{name}: changes", [instant(e.updated_parsed) for e in entries], [i.changed for i in items])
    judge.same(f"{name}: categories", [[t.label or t.term for t in e.get("tags", [])] for e in entries], [list(i.tags) for i in items])
    judge.same(f"{name}: wishes", [dict(e.get("loa_phat_thanh", {})) for e in entries], [wishes(i.broadcast) for i in items])
    judge.same(f"{name}: sound", [[(s.href, s.length, s.type) for s in e.enclosures] for e in entries], [enclosures(i) for i in items])


def main(folder):
    release = Release(folder)
    documents = 0
    for feed in release.feeds.values():
        for file in ("rss.xml", "atom.xml"):
            name = f"{feed.folder}/{file}"
            if not release.has(name):
                judge.true(f"{name}: only stations have no Atom", file == "atom.xml" and feed.folder.startswith("dai/"))
                continue
            d = read(release, name)
            judge.same(f"{name}: title", d.feed.title, feed.title)
            compare(name, d.entries, feed.items)
            # It takes the description of RSS for HTML, so that a written "&amp;" is one sign; what Atom calls text it leaves.
            form = words if file == "rss.xml" else str.split
            judge.same(f"{name}: summaries", [form(e.summary) for e in d.entries], [form(s) for s in feed.summaries()])
            if not feed.folder.startswith("dai/"):
                judge.same(
                    f"{name}: bodies",
                    [words(e.content[0].value) if "content" in e else [] for e in d.entries],
                    [words(i.html) if i.html or file == "rss.xml" else i.summary.split() for i in feed.items],
                )
            documents += 1
    for name in judge.sound(release.podcasts()):
        d = read(release, name + "/podcast.xml")
        items = [release.sounds[e.id] for e in d.entries if e.id in release.sounds]
        compare(f"{name}/podcast.xml", d.entries, items)
        told = [e.summary.endswith(SYNTHETIC) for e in d.entries]
        judge.same(f"{name}/podcast.xml: whoever hears a machine is told so", told, [i.voice == "tong-hop" for i in items])
        documents += 1
    judge.end(f"{documents} documents, each a 304 when asked for again")


main(*sys.argv[1:])
