"""Every feed.json of a release is JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), and leads to what is there.

    json_feed.py RELEASE

Strict: also what the format merely advises, no key but its own and "_" extensions, no key twice, no control character.
"""

import datetime
import json
import re
import sys
import urllib.parse

import judge
from release import Release

TEXT, LIST, URL = "text", "list", "address"

TOP = {
    "version": TEXT, "title": TEXT, "home_page_url": URL, "feed_url": URL, "description": TEXT, "user_comment": TEXT, "next_url": URL,
    "icon": URL, "favicon": URL, "authors": LIST, "language": TEXT, "expired": bool, "hubs": LIST, "items": LIST,
}
ITEM = {
    "id": TEXT, "url": URL, "external_url": URL, "title": TEXT, "content_html": TEXT, "content_text": TEXT, "summary": TEXT, "image": URL,
    "banner_image": URL, "date_published": TEXT, "date_modified": TEXT, "authors": LIST, "tags": LIST, "language": TEXT, "attachments": LIST,
}
AUTHOR = {"name": TEXT, "url": URL, "avatar": URL}
ATTACHMENT = {"url": URL, "mime_type": TEXT, "title": TEXT, "size_in_bytes": int, "duration_in_seconds": (int, float)}

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")  # as far as BCP 47 is used here
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffd-\uffff]")


def once(pairs):
    keys = [k for k, _ in pairs]
    judge.true("no key stands twice", len(set(keys)) == len(keys), keys)
    return dict(pairs)


def shape(where, thing, keys, must):
    """An object has the keys that it must have, no unknown ones, and values of the right kind."""
    judge.same(f"{where}: keys that are missing", [k for k in must if k not in thing], [])
    for key, value in thing.items():
        place = f"{where}: {key}"
        if key.startswith("_"):
            judge.true(f"{place}: an extension is an object", isinstance(value, dict), value)
            continue
        if not judge.true(f"{place}: is a key of the format", key in keys):
            continue
        kind = keys[key]
        if kind in (TEXT, URL):
            if judge.true(f"{place}: is text that is not empty", isinstance(value, str) and value, value):
                judge.true(f"{place}: no control characters", not CONTROL.search(value), value)
                if kind == URL:
                    parts = urllib.parse.urlsplit(value)
                    judge.true(f"{place}: is an absolute address", parts.scheme in ("http", "https") and parts.netloc and value.isascii(), value)
        elif kind == LIST:
            judge.true(f"{place}: is a list", isinstance(value, list), value)
        else:
            judge.true(f"{place}: is of its kind", isinstance(value, kind) and (kind is bool or not isinstance(value, bool)), value)


def authors(where, thing):
    judge.true(f"{where}: has authors", thing.get("authors"))
    for author in thing.get("authors", []):
        shape(f"{where}: author", author, AUTHOR, ["name"])


def instant(where, text):
    """RFC 3339 with a zone, whole seconds."""
    judge.true(f"{where}: {text}", re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)", text), text)
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


def check_item(release, where, item):
    shape(where, item, ITEM, ["id", "url", "title", "summary", "date_published", "tags" if item["_loa"]["trang_thai"] != "chuyen" else "id"])
    judge.true(f"{where}: has content", item.get("content_html") or item.get("content_text"))
    judge.true(f"{where}: id is a tag: URI", re.fullmatch(r"tag:[a-z0-9.-]+,\d{4}(-\d\d){0,2}:[\w/.-]+", item["id"]), item["id"])
    judge.true(f"{where}: its page is there", release.file(item["url"]).is_file(), item["url"])
    judge.true(f"{where}: language", LANGUAGE.fullmatch(item.get("language", "vi")), item.get("language"))
    judge.true(f"{where}: tags are texts", all(isinstance(t, str) and t for t in item.get("tags", [])), item.get("tags"))
    published = instant(f"{where}: date_published", item["date_published"])
    if "date_modified" in item:
        judge.true(f"{where}: modified after it was published", instant(f"{where}: date_modified", item["date_modified"]) > published)
    authors(where, item)
    for a in item.get("attachments", []):
        shape(f"{where}: attachment", a, ATTACHMENT, ["url", "mime_type", "size_in_bytes", "duration_in_seconds"])
        judge.same(f"{where}: size of {a['url']}", a["size_in_bytes"], release.file(a["url"]).stat().st_size)
    for address in re.findall(r'(?:href|src)="([^"]*)"', item.get("content_html", "")):
        judge.true(f"{where}: address in the body is absolute", urllib.parse.urlsplit(address).scheme, address)
        if address.startswith(release.base + "/"):
            judge.true(f"{where}: {address} is there", release.file(address).is_file())


def main(folder):
    release = Release(folder)
    items = 0
    for name in release.feeds:
        where = f"{name}/feed.json"
        feed = json.loads((release.tree / where).read_text("utf-8"), object_pairs_hook=once)
        shape(where, feed, TOP, ["version", "title", "home_page_url", "feed_url", "description", "language", "authors", "items"])
        judge.same(f"{where}: version", feed["version"], "https://jsonfeed.org/version/1.1")
        judge.same(f"{where}: its own address", feed["feed_url"], release.url(where))
        judge.true(f"{where}: its page is there", release.file(feed["home_page_url"]).is_file(), feed["home_page_url"])
        judge.true(f"{where}: the next is there", "next_url" not in feed or release.file(feed["next_url"]).is_file(), feed.get("next_url"))
        judge.true(f"{where}: language", LANGUAGE.fullmatch(feed["language"]), feed["language"])
        authors(where, feed)
        ids = [i["id"] for i in feed["items"]]
        judge.same(f"{where}: ids that stand twice", sorted({i for i in ids if ids.count(i) > 1}), [])
        for item in feed["items"]:
            check_item(release, f"{where}: {item['id']}", item)
        items += len(ids)
    judge.end(f"{len(release.feeds)} feeds with {items} items")


main(*sys.argv[1:])
