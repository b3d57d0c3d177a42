package bundle

import "html/template"

// style is the one stylesheet of the pages. Its colours, sizes and spaces are those of the site (themes/loa/assets/css/00-tokens.css, with
// which a test compares them).
const style template.CSS = tokens + `
*{box-sizing:border-box}
body{margin:0;background:var(--nen);color:var(--chu);font:var(--co)/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif}
header{background:var(--chinh);color:var(--tren-chinh);border-bottom:.375rem solid var(--ho-phach)}
header>div,main,footer{max-width:52rem;margin:0 auto;padding:var(--k4)}
header a{color:inherit}
h1{margin:0;line-height:1.2;font-size:var(--co-lon)}
.dai,.ngay{display:block}
.dai{font-weight:600}
.ngay{font-size:var(--co-gio);font-weight:700}
.ngay span{display:inline-block}
h2{margin:0 0 var(--k3);line-height:1.3;font-size:var(--h2)}
section{margin:var(--k5) 0}
p{margin:0 0 var(--k2)}
a{color:var(--lien-ket)}
:focus-visible{outline:.1875rem solid var(--chu);box-shadow:0 0 0 .375rem var(--ho-phach);outline-offset:.125rem}
header :focus-visible{outline-color:#fff}
.bao,.nhac{padding:var(--k4);border-inline-start:.5rem solid var(--do);background:var(--do-nen)}
.nhac{border-color:var(--ho-phach);background:var(--ho-phach-nen)}
.loi{padding:var(--k3) var(--k4);margin:var(--k3) 0;background:var(--chim)}
.nhan{color:var(--chu-nhe);font-size:var(--co-nho)}
.lich{list-style:none;margin:0;padding:0}
.lich>li{display:grid;gap:0 var(--k4);padding:var(--k4);margin-bottom:var(--k3);background:var(--the);border:1px solid var(--vien);border-radius:var(--bo)}
.lich>.tiep-am{background:var(--chim)}
time{font-size:var(--co-so);font-weight:700;line-height:1.3;font-variant-numeric:tabular-nums}
.ten{font-size:var(--h3);font-weight:600;line-height:1.35;overflow-wrap:anywhere}
.so{font-variant-numeric:tabular-nums;color:var(--chu-nhe)}
.muc{color:var(--do)}
.ke{color:var(--chu-nhe);font-size:var(--co-nho)}
audio{display:block;width:100%;height:3.375rem;margin:var(--k3) 0}
summary,.tep{display:flex;align-items:center;min-height:var(--cham);cursor:pointer;color:var(--lien-ket);font-weight:600}
summary{display:list-item;padding:var(--k3) 0}
.tep{font-weight:400}
details p{font-size:var(--co-lon);line-height:1.6;max-width:38rem}
.viec{display:flex;flex-wrap:wrap;gap:var(--k3)}
.nut{display:inline-flex;align-items:center;justify-content:center;gap:.3em;min-height:var(--cham);padding:var(--k2) var(--k4);border:2px solid var(--lien-ket);border-radius:var(--bo);background:var(--the);color:var(--lien-ket);font:inherit;font-weight:600;text-decoration:none;cursor:pointer}
.nut[hidden]{display:none}
.chinh{background:var(--nut);border-color:var(--nut);color:var(--tren-nut)}
.cac-ngay{list-style:none;padding:0}
.cac-ngay li{margin-bottom:var(--k4)}
.cac-ngay .nut{font-size:var(--co-lon);padding:var(--k3) var(--k5)}
.lon{font-size:var(--co-so)}
.dia-chi{overflow-wrap:anywhere}
footer{color:var(--chu-nhe);font-size:var(--co-nho);border-top:1px solid var(--vien);margin-top:var(--k6)}
.bang{overflow-x:auto}
table{width:100%;border-collapse:collapse;margin:0 0 var(--k5)}
caption{text-align:start;font-size:var(--h2);font-weight:700;padding-bottom:var(--k2)}
th,td{border:1px solid var(--vien-dam);padding:var(--k2);text-align:start;vertical-align:top;overflow-wrap:break-word}
th:nth-child(3),td:first-child,td:nth-child(3){white-space:nowrap}
th:first-child{width:4rem}
th:nth-child(3){width:3.25rem}
th:nth-child(4),th:nth-child(5){width:18%}
table .muc{white-space:nowrap}
.tiep-am td{background:var(--chim)}
.trong td{height:var(--cham)}
.ky{display:flex;justify-content:space-between;margin:var(--k5) var(--k6) 5rem}
@media (min-width:40rem){.lich>li:has(time){grid-template-columns:5rem 1fr}}
@media print{
.man,audio,summary,details,.tep,[data-ngay]{display:none}
header>div,main,footer{max-width:none;padding:var(--k2) 0}
header{border-bottom:2pt solid}
.lich>li,.loi,.bao,tr,.ky{break-inside:avoid}
h2,caption{break-after:avoid}
section{margin:var(--k4) 0}
.lich>li{padding:var(--k2) 0;margin:0;border:0;border-top:1px solid;border-radius:0}
.lich>li:has(time){grid-template-columns:4rem 1fr}
.bao,.nhac{border:1pt solid;border-inline-start-width:4pt}
thead{display:table-header-group}
.trong td,tbody td{height:10mm}
}
@page{size:A4;margin:14mm}
`

const tokens = `:root{--nen:#fbfaf5;--the:#fff;--chim:#eef3f1;--chu:#17211f;--chu-nhe:#434f4c;--lien-ket:#08534f;--vien:#c9d3cf;--vien-dam:#67756f;--chinh:#0b4f4c;--tren-chinh:#fff;--nut:#0b4f4c;--tren-nut:#fff;--ho-phach:#f2b134;--ho-phach-nen:#fdf1d3;--do:#961e16;--do-nen:#fbe9e6;--co:1.125rem;--co-nho:1rem;--co-lon:1.3125rem;--co-so:1.625rem;--co-gio:clamp(2.5rem,1.8rem + 4vw,4rem);--h2:clamp(1.375rem,1.2rem + .9vw,1.75rem);--h3:1.1875rem;--k2:.5rem;--k3:.75rem;--k4:1rem;--k5:1.5rem;--k6:2.25rem;--cham:3rem;--bo:.625rem;color-scheme:light}
@media (prefers-color-scheme:dark){:root{--nen:#101716;--the:#18211f;--chim:#1f2a28;--chu:#eeebe3;--chu-nhe:#b9c3bf;--lien-ket:#86d6cd;--vien:#37443f;--vien-dam:#8b9a94;--nut:#86d6cd;--tren-nut:#101716;--ho-phach-nen:#33290f;--do:#ffb0a6;--do-nen:#2e1a18;color-scheme:dark}}
@media print{:root{--nen:#fff;--the:#fff;--chim:#fff;--chu:#000;--chu-nhe:#000;--lien-ket:#000;--vien:#777;--vien-dam:#333;--chinh:#fff;--tren-chinh:#000;--ho-phach:#000;--ho-phach-nen:#fff;--do:#000;--do-nen:#fff;--co:11pt;--co-nho:10pt;--co-lon:12pt;--co-so:14pt;--co-gio:24pt;--h2:13pt;--h3:12pt;color-scheme:light}}`

// code is the one script of the pages: one sound at a time, the print button, and a word when the machine's day is none of the bundle's.
const code template.JS = `{
const sounds = document.querySelectorAll('audio');
for (const sound of sounds) sound.addEventListener('play', () => { for (const other of sounds) if (other !== sound) other.pause(); });
for (const button of document.querySelectorAll('[data-in]')) { button.hidden = false; button.addEventListener('click', () => print()); }
const notice = document.querySelector('[data-ngay]');
const today = new Date(Date.now() + 7 * 3600e3).toISOString().slice(0, 10);
if (notice && !notice.dataset.ngay.split(' ').includes(today)) {
const [year, month, day] = today.split('-');
notice.querySelector('b').textContent = day + '/' + month + '/' + year;
notice.hidden = false;
}
}`
