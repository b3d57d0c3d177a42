"""A copy of the content whose titles, descriptions and bodies try to break out of every format, as far as the checks let them.

    hostile.py build CHECKOUT LOA RELEASE     builds a release of it, for a free port of this machine
    hostile.py held RELEASE                   the words stand in the JSON feeds as they should

Characters that turn the direction of text, control characters and HTML are refused by the checks; they cannot come this far.
"""

import html
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

import judge
from free_port import free_port
from release import Release

DAY = "2023-04-25T07:00:00+07:00"  # more articles are published by then than there are titles

# What cannot be seen is taken out of titles: the joiners of the family, the soft hyphen.
TITLES = [
    "Tôi <3 loa & cột > dây",
    "Kết thúc ]]> rồi <![CDATA[ lại mở",
    "&amp; &lt;b&gt; &#60; &#x3c;script&#x3e; &nbsp; AT&T",
    "“Ngoặc” \"kép\", 'đơn', ‹một›, «hai» và `ngược`",
    "Loa 📢 nhà 👨\u200d👩\u200d👧 cờ 🇻🇳 bay phấp phới",
    "Hai dấu cách  liền nhau,\u00a0dấu cách cứng và dấu\u00adnối mềm",
    "</title></item></channel> <script>alert(1)</script>",
    "<!-- ghi chú --> <?xml version='1.0'?> %s {0} $HOME",
    "ẫ ặ ỡ ữ ệ ỗ ậ ẳ ỹ Đ đ: đủ dấu, không rời",
    "BEGIN:VEVENT; SUMMARY:x, y; END:VCALENDAR",
    "\"},{\"id\":\"x\"}], null, \"items\":[",
    "Dài: " + "ngoằn ngoèo " * 8 + "hết sức ạ",  # 110 characters, the most there may be
    "=SUM(A1:A9) @lệnh +1 -2 | ống, #thẻ",
]

DESCRIPTION = "Nhỏ hơn <3 mét & lớn > 2, ]]> &amp; <b>đậm</b> “ngoặc” \"kép\" 'đơn' ‹x› 📢 𠀋 שלום مرحبا"

# A paragraph of Markdown, and its words as they must be read.
BODY = (
    r"Đoạn này có dấu & và &amp;amp; và \<3 và ]]\> và \<!\[CDATA\[ và “ngoặc” \"kép\" ‹x› 📢 👨‍👩‍👧 \</item\> %s ỡ ặ.",
    "Đoạn này có dấu & và &amp; và <3 và ]]> và <![CDATA[ và “ngoặc” \"kép\" ‹x› 📢 👨‍👩‍👧 </item> %s ỡ ặ.",
)
REMEMBER = "Nhớ: a & b, <3, ]]>, \"kép\", 'đơn'; 📢 và; dấu, phẩy"
REASON = "Sai số <113 & thiếu ]]> chữ “hết” 📢"


def quoted(text):
    """A YAML scalar."""
    return "'" + text.replace("'", "''") + "'"


def spoil(text, number):
    """An article with hostile words. The first is withdrawn, the second corrected."""
    head, body = text.removeprefix("---\n").split("\n---\n", 1)
    head = re.sub(r"(?m)^title: .*$", lambda _: "title: " + quoted(TITLES[number % len(TITLES)]), head)
    head = re.sub(r"(?m)^description: .*$", lambda _: "description: " + quoted(DESCRIPTION), head)
    head = re.sub(r"(?m)^dieu_can_nho:\n  - .*$", lambda _: "dieu_can_nho:\n  - " + quoted(REMEMBER), head)
    state = {0: f"thu_hoi:\n  luc: {{at}}\n  ly_do: {quoted(REASON)}", 1: f"dinh_chinh:\n  luc: {{at}}\n  noi_dung: {quoted(REASON)}"}
    if number in state:
        date = re.search(r"(?m)^date: (.*)$", head)[1]
        head += "\n" + state[number].format(at=date)
    return f"---\n{head}\n---\n{body.rstrip()}\n\n{BODY[0]}\n"


def build(checkout, loa, release):
    with tempfile.TemporaryDirectory() as copy:
        make(pathlib.Path(checkout), pathlib.Path(copy))
        done = subprocess.run(
            [loa, "build", "--at", DAY, "--base", f"http://127.0.0.1:{free_port()}", "--out", release],
            cwd=copy, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )
    if done.returncode != 0:
        sys.exit("\n".join(line for line in done.stdout.splitlines() if "lỗi" in line) or done.stdout)
    print(done.stdout.splitlines()[-1])


def make(checkout, copy):
    for name in ("content", "themes", "static"):
        shutil.copytree(checkout / name, copy / name)
    articles = sorted(copy.glob("content/bai-viet/*/index.md"), key=lambda p: re.search(r"(?m)^date: (.*)$", p.read_text("utf-8"))[1])
    for number, path in enumerate(articles):
        path.write_text(spoil(path.read_text("utf-8"), number), "utf-8")
    office = copy / "content/_loa/loa.toml"  # a machine would speak for minutes
    office.write_text(re.sub(r"(?m)^lam_am_thanh = .*$", 'lam_am_thanh = "khong"', office.read_text("utf-8")), "utf-8")
    with open(copy / "content/_loa/phat-am.txt", "a", encoding="utf-8") as lexicon:
        lexicon.write("\nHOME = nhà\nSUM = tổng\nEND = hết\n")  # words that no station could read are refused


def bare(text):
    """A text without what dresses its signs: references of HTML, and angles and quotes by others that break nothing."""
    seen = html.unescape(text).translate(str.maketrans("‹›“”", "<>\"\"", "\u200d\u00ad"))
    return " ".join(seen.split())


def held(folder):
    release = Release(folder)
    items = release.feeds["kenh/tat-ca"].items
    titles = [bare(i.title.removeprefix("Đã thu hồi: ")) for i in items]
    judge.same("titles that are not there", [t for t in TITLES if bare(t) not in titles], [])
    judge.same("states", [sum(i.state == s for i in items) for s in ("thu-hoi", "dinh-chinh")], [1, 1])
    for i in items:
        judge.true(f"{i.title}: is in composed form, without angles", unicodedata.is_normalized("NFC", i.title) and not set("<>") & set(i.title + i.summary))
        if i.state == "thu-hoi":
            judge.true(f"{i.title}: nothing of its text is left", not i.html and bare(REASON) in bare(i.summary), i)
            continue
        judge.same(f"{i.title}: summary", bare(i.summary), bare(DESCRIPTION))
        seen = html.unescape(re.sub(r"<[^>]*>", "", i.html))
        judge.true(f"{i.title}: the paragraph", BODY[1] in seen, seen)
        judge.true(f"{i.title}: what to remember", REMEMBER in seen, seen)
        judge.true(f"{i.title}: the correction", (REASON in seen) == (i.state == "dinh-chinh"), seen)
    judge.end(f"{len(items)} hostile items")


{"build": build, "held": held}[sys.argv[1]](*sys.argv[2:])
