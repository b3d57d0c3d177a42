"""podget fetches the sound of a podcast into its library.

    by_podget.py RELEASE LOG

As it is installed it may take one item a run, so it runs until it has all of them, or a run brought nothing.
"""

import hashlib
import os
import pathlib
import subprocess
import sys
import tempfile

import judge
import relay
from release import Release


def podget(home, *words):
    done = subprocess.run(
        ["podget", *words, "-d", str(home / ".podget")], env={**os.environ, "HOME": str(home)},
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", timeout=90,
    )
    judge.true("podget " + " ".join(words), done.returncode == 0, done.stdout)


def digests(files):
    return sorted(hashlib.sha256(f.read_bytes()).hexdigest() for f in files)


def main(folder, log):
    release = Release(folder)
    podcasts = sorted(judge.sound(release.podcasts()), key=lambda p: not p.startswith("dai/"))[:1]  # a station's if there is one
    fetched = runs = 0
    for name in podcasts:
        home = pathlib.Path(tempfile.mkdtemp(prefix="podget-"))
        address = f"{name}/podcast.xml"
        (home / ".podget").mkdir()
        podget(home, "--create-config", "podgetrc")
        (home / ".podget" / "serverlist").write_text(f"{release.url(address)} loa dai\n")
        want = digests(release.file(i.sound.address) for i in release.feeds[name].sounding())
        got = []
        while len(got) < len(want):
            podget(home, "-c", "podgetrc", "-s")
            before, got = got, digests((home / "POD" / "loa" / "dai").rglob("*.mp3"))
            runs += 1
            if len(got) <= len(before):
                break
        judge.same(f"{address}: files that it has not", sorted(set(want) - set(got)), [])
        lists = "".join(f.read_text(errors="replace") for f in (home / "POD").glob("*.m3u"))
        judge.same(f"{address}: lines of its playlist", sum(line.strip().endswith(".mp3") for line in lists.splitlines()), len(got))
        asked = relay.exchanges(log, "Wget", "/" + address)
        judge.true(f"{address}: was asked for", any(e["status"] == 200 for e in asked), asked)
        fetched += len(got)
    judge.end(f"{fetched} files in {runs} runs" if podcasts else "nothing to fetch")


main(*sys.argv[1:])
