"""Prints what a poll costs on the wire: bytes of request and answer, with heads, of feeds with and without news.

    wire.py RELEASE

The budgets are those of FEEDS.md section 11.
"""

import gzip
import re
import socket
import sys
import urllib.parse

import judge
from release import Release


def exchange(release, name, headers):
    """The bytes of a request and of its answer, on a connection of their own, and the head and the body of the answer."""
    host = urllib.parse.urlsplit(release.base)
    lines = [f"GET /{name} HTTP/1.1", f"Host: {host.netloc}", *(f"{k}: {v}" for k, v in headers.items())]
    request = ("\r\n".join(lines) + "\r\n\r\n").encode()
    with socket.create_connection((host.hostname, host.port), timeout=10) as s:
        s.sendall(request)
        answer = b""
        while b"\r\n\r\n" not in answer:
            answer += s.recv(1 << 16) or sys.exit(f"{name}: the answer ends in its head")
        head, body = answer.split(b"\r\n\r\n", 1)
        fields = {k.lower(): v for k, v in re.findall(r"(?m)^([\w-]+): (.*?)\r?$", head.decode() + "\r\n")}
        status = int(head.split()[1])
        length = 0 if status == 304 else int(fields["content-length"])
        while len(body) < length:
            body += s.recv(1 << 16) or sys.exit(f"{name}: the answer ends in its body")
    return len(request), len(head) + 4 + len(body), status, fields, body


def main(folder):
    release = Release(folder)
    station = release.stations()[0]
    documents = {  # name: most bytes of the body, raw and packed
        f"{station}/rss.xml": (64 << 10, 8 << 10),
        f"{station}/feed.json": (64 << 10, 8 << 10),
        "kenh/tat-ca/rss.xml": (1 << 20, 210 << 10),
    }
    print(f"{'':32}{'200':>15}{'200 gzip':>15}{'304':>15}   (bytes of request + answer)")
    for name, (most, packed) in documents.items():
        row = []
        sent, got, status, plain, body = exchange(release, name, {})
        row.append((sent, got))
        judge.same(f"{name}: status and body", (status, body), (200, (release.tree / name).read_bytes()))
        judge.true(f"{name}: at most {most} bytes", len(body) <= most, len(body))

        sent, got, status, small, body = exchange(release, name, {"Accept-Encoding": "gzip"})
        row.append((sent, got))
        judge.same(f"{name}: status and body of gzip", (status, small.get("content-encoding"), gzip.decompress(body)),
                   (200, "gzip", (release.tree / name).read_bytes()))
        judge.true(f"{name}: at most {packed} bytes packed", len(body) <= packed, len(body))

        for known in ({}, {"Accept-Encoding": "gzip"}):
            conditions = {"If-None-Match": (small if known else plain)["etag"], "If-Modified-Since": plain["last-modified"]}
            sent, got, status, _, body = exchange(release, name, known | conditions)
            judge.same(f"{name}: status and body without news", (status, body), (304, b""))
            judge.true(f"{name}: a poll without news is answered with at most 400 bytes", got <= 400, got)
        row.append((sent, got))
        print(f"{name:32}" + "".join(f"{f'{sent} + {got}':>15}" for sent, got in row))
    judge.end("polls without news are small")


main(*sys.argv[1:])
