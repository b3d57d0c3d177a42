"""icalendar reads the programme of every station: events, words and times are those of its lich.json.

    by_icalendar.py RELEASE
"""

import datetime
import sys
import urllib.request
import zoneinfo

import icalendar

import judge
from release import Release

ZONE = "Asia/Ho_Chi_Minh"


def meant(programme):
    """What lich.json says: (summary, begin, length, status) of each event."""
    for day in programme["ngay"]:
        date = datetime.date.fromisoformat(day["ngay"])
        for entry in day["khan"]:
            yield ("Đã thu hồi: " if entry["thu_hoi"] else "Khẩn: ") + entry["tieu_de"], date, datetime.timedelta(days=1), state(entry)
        for entry in (e for session in day["buoi"] for e in session["muc"]):
            begin = datetime.datetime.combine(date, datetime.time.fromisoformat(entry["luc"]), zoneinfo.ZoneInfo(ZONE))
            yield summary(entry), begin, datetime.timedelta(seconds=entry["thoi_luong"]), state(entry)


def summary(entry):
    if entry["loai"] == "tiep-am":
        return "Tiếp âm: " + entry["ten"]
    words = entry["tieu_de"] + (f" (lần {entry['lan']})" if entry["lan"] > 1 else "")
    return "Đã thu hồi: " + words if entry["thu_hoi"] else words


def state(entry):
    return "CANCELLED" if entry.get("thu_hoi") else "CONFIRMED"


def main(folder):
    release = Release(folder)
    events = cancelled = 0
    everywhere = []
    for station in release.stations():
        name = station + "/lich.ics"
        with urllib.request.urlopen(release.url(name), timeout=30) as answer:
            judge.same(f"{name}: media type", answer.headers["Content-Type"], "text/calendar; charset=utf-8")
            data = answer.read()
        c = icalendar.Calendar.from_ical(data)
        judge.same(f"{name}: errors", (c.errors, [e.errors for e in c.walk("VEVENT") if e.errors]), ([], []))
        programme = release.document(station + "/lich.json")
        judge.same(f"{name}: name", str(c["X-WR-CALNAME"]), programme["dai"]["ten"])
        judge.same(f"{name}: zone", [str(z["TZID"]) for z in c.walk("VTIMEZONE")], [programme["dai"]["mui_gio"]])

        seen = c.walk("VEVENT")
        timed = [e for e in seen if isinstance(e.decoded("DTSTART"), datetime.datetime)]
        judge.same(f"{name}: zone of begins", {e["DTSTART"].params.get("TZID") for e in timed} - {ZONE}, set())
        read = {str(e["UID"]): (str(e["SUMMARY"]), e.decoded("DTSTART"), e.decoded("DURATION"), str(e["STATUS"])) for e in seen}
        judge.same(f"{name}: events without an identity of their own", len(seen) - len(read), 0)
        everywhere += read
        want = sorted(meant(programme), key=str)
        # What was taken back is cancelled also on days whose programme has it no more.
        cancelled_elsewhere = [e for e in read.values() if e[3] == "CANCELLED" and e not in want]
        judge.same(f"{name}: events", sorted((e for e in read.values() if e not in cancelled_elsewhere), key=str), want)
        judge.true(f"{name}: what is cancelled says so", all(e[0].startswith("Đã thu hồi: ") for e in cancelled_elsewhere), cancelled_elsewhere)
        events += len(want)
        cancelled += len([e for e in read.values() if e[3] == "CANCELLED"])
    judge.same("identities that two stations share", len(everywhere) - len(set(everywhere)), 0)
    judge.true("there are events", events)
    judge.end(f"{events} events of {len(release.stations())} stations, {cancelled} cancelled")


main(*sys.argv[1:])
