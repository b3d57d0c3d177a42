"""What a release says without its XML: its JSON feeds, read as JSON, and the sizes of its files.

What the clients saw in RSS, Atom, podcasts and calendars is held against this.
"""

import dataclasses
import datetime
import functools
import json
import pathlib
import sys
import urllib.parse

SYNTHETIC = "Giọng đọc tổng hợp."


@dataclasses.dataclass(frozen=True)
class Sound:
    address: str
    size: int  # bytes of the file itself, not what the feed says of it
    seconds: int


@dataclasses.dataclass(frozen=True)
class Item:
    guid: str
    link: str
    title: str
    summary: str
    html: str  # empty in feeds of stations and when there is nothing to read
    published: datetime.datetime
    changed: datetime.datetime
    author: str
    tags: tuple
    state: str
    broadcast: dict  # the wishes for the air, None without
    sound: Sound  # None without
    voice: str  # "tong-hop" for that of a machine, "" without sound

    def told(self):
        """The summary where the body is not: whoever hears a machine is told so."""
        if self.voice != "tong-hop":
            return self.summary
        return self.summary + ("" if self.summary[-1:] in ".?!…" else ".") + " " + SYNTHETIC


@dataclasses.dataclass(frozen=True)
class Feed:
    folder: str  # "kenh/tat-ca", "dai/vinh-thuy", "kenh/tat-ca/2023-04"
    title: str
    items: tuple

    def summaries(self):
        """The summaries as its RSS has them: of a station without bodies, of the others besides the body."""
        return [i.told() if self.folder.startswith("dai/") else i.summary for i in self.items]

    def sounding(self):
        return [i for i in self.items if i.sound]


class Release:
    """A release below the folder that "loa build --out" was given."""

    def __init__(self, folder):
        self.tree = pathlib.Path(folder) / "current"
        address = self.document("kenh/tat-ca/feed.json")["feed_url"]
        self.base = address.removesuffix("/kenh/tat-ca/feed.json")
        self.feeds = {f.folder: f for f in map(self._feed, sorted(self.tree.rglob("feed.json")))}

    def document(self, name):
        return json.loads((self.tree / name).read_bytes())

    def has(self, name):
        return (self.tree / name).is_file()

    def file(self, address):
        """The file that an address of this release leads to."""
        if not address.startswith(self.base + "/"):
            raise ValueError(f"{address} is not below {self.base}")
        name = urllib.parse.unquote(urllib.parse.urlsplit(address).path).lstrip("/")
        return self.tree / (name + "index.html" if name.endswith("/") or not name else name)

    def url(self, name):
        return f"{self.base}/{name}"

    @functools.cached_property
    def sounds(self):
        """Every item with sound, by its guid."""
        return {i.guid: i for f in self.feeds.values() for i in f.sounding()}

    def podcasts(self):
        """Folders whose podcast has something to hear, that of all articles first, then stations, then the others."""
        rank = lambda f: (f != "kenh/tat-ca", not f.startswith("dai/"), f)
        return sorted((f.folder for f in self.feeds.values() if f.sounding() and self.has(f"{f.folder}/podcast.xml")), key=rank)

    def stations(self):
        """Folders of stations, those with the most items first."""
        return sorted((f for f in self.feeds if f.startswith("dai/")), key=lambda f: (-len(self.feeds[f].items), f))

    def _feed(self, path):
        feed = json.loads(path.read_bytes())
        folder = path.parent.relative_to(self.tree).as_posix()
        return Feed(folder, feed["title"], tuple(map(self._item, feed["items"])))

    def _item(self, i):
        published = datetime.datetime.fromisoformat(i["date_published"])
        sound = None
        for a in i.get("attachments", []):
            if a["mime_type"] == "audio/mpeg":
                sound = Sound(a["url"], self.file(a["url"]).stat().st_size, a["duration_in_seconds"])
        return Item(
            guid=i["id"],
            link=i["url"],
            title=i["title"],
            summary=i["summary"],
            html=i.get("content_html", ""),
            published=published,
            changed=datetime.datetime.fromisoformat(i.get("date_modified") or i["date_published"]),
            author=i["authors"][0]["name"],
            tags=tuple(i.get("tags", [])),
            state=i["_loa"]["trang_thai"],
            broadcast=i["_loa"].get("phat_thanh"),
            sound=sound,
            voice=i["_loa"].get("giong", ""),
        )


if __name__ == "__main__":  # release.py FOLDER: the base address of all addresses in it
    print(Release(sys.argv[1]).base)
