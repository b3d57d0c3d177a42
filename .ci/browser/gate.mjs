// gate.mjs FOLDER ADDRESS [--sample | --self-test]: the budgets of a release that lies in FOLDER and is served at ADDRESS; see gate.
// Prints one row for each kind of page and exits 1 with what is wrong.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { Faults, groupBy, limits } from './budgets.mjs';
import { checkFiles, readSite } from './files.mjs';
import { look, openContexts } from './pages.mjs';
import { papers, print } from './paper.mjs';
import { checkPictures } from './pictures.mjs';
import { expect, isPlanted, needsAxe, needsPaper, needsSlow } from './planted/planted.mjs';
import { readable } from './slow.mjs';

const [dir, base, mode] = process.argv.slice(2);
if (!base || (mode && !['--sample', '--self-test'].includes(mode))) {
  console.error('usage: gate.mjs FOLDER ADDRESS [--sample | --self-test]');
  process.exit(2);
}
const started = Date.now();
const step = (text) => console.log(`-- ${((Date.now() - started) / 1000).toFixed(0).padStart(3)} s  ${text}`);
const faults = new Faults(), doubts = new Set();

step('files');
const site = readSite(dir);
const all = mode === '--self-test' ? site.pages.filter(isPlanted) : site.pages;
if (all.length === 0) throw new Error(`${dir} has no page`);
const kinds = groupBy(all, (page) => (page.alias ? 'aliases' : page.kind));
for (const pages of kinds.values()) pages.sort((a, b) => b.bytes - a.bytes || (a.name < b.name ? -1 : 1)); // heaviest first

/** sample: one page of each kind (its heaviest), the heaviest of all, the 20 newest articles with their papers. */
function sample() {
  const chosen = new Set([...kinds.values()].map((pages) => pages[0]));
  [...all].sort((a, b) => b.bytes - a.bytes).slice(0, 10).forEach((page) => chosen.add(page));
  const articles = new Map(all.filter((page) => page.kind === '/bai-viet/*/').map((page) => [new URL(page.canonical ?? page.address, 'http://own').pathname, page]));
  const items = JSON.parse(readFileSync(join(dir, 'kenh/tat-ca/feed.json'), 'utf8')).items;
  for (const item of items.slice(0, 20)) if (articles.has(new URL(item.url).pathname)) chosen.add(articles.get(new URL(item.url).pathname));
  return chosen;
}
const chosen = mode === '--sample' ? sample() : new Set(all);
await checkFiles(site, all, faults, (page) => !page.alias && chosen.has(page));
const pictures = checkPictures(site, all, faults);

step(`${all.length} pages of ${kinds.size} kinds; Chromium opens ${chosen.size}`);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking', '--mute-audio'],
});
const folder = mkdtempSync(join(tmpdir(), 'gate-'));
try {
  // The day for which the pages were made: a station's page says it, else the day of the last change does.
  const made = site.pages.flatMap((page) => page.elements.flatMap((e) => e.attrs.filter((a) => a.name === 'data-lap').map((a) => `${a.value.slice(0, 10)}T07:00:00+07:00`)));
  const day = new Date(made[0] ?? JSON.parse(readFileSync(join(dir, 'phien-ban.json'), 'utf8')).sua_cuoi);
  const queue = [...chosen].filter((page) => !page.alias);
  const workers = [1, 2].map(async () => {
    const contexts = await openContexts(browser, base, day);
    for (let page = queue.shift(); page; page = queue.shift()) {
      await look(contexts, base, page, mode !== '--self-test' || needsAxe(page), faults, doubts)
        .catch((error) => faults.add('browser', page.address, error.message.split('\n')[0]));
    }
  });
  await Promise.all(workers);

  step('paper');
  const sheets = {};
  const contexts = await openContexts(browser, base, day);
  for (const page of chosen) {
    if (!papers[page.kind] || page.alias || (mode === '--self-test' && !needsPaper(page))) continue;
    sheets[papers[page.kind]] = [...(sheets[papers[page.kind]] ?? []), await print(site, contexts.open, base, page, folder, faults)];
  }

  step('a slow network');
  const slow = new Map();
  for (const [kind, pages] of kinds) {
    for (const page of mode === '--self-test' ? pages.filter(needsSlow) : pages.slice(0, 1)) {
      if (page.alias) continue;
      const ms = await readable(browser, base + page.address);
      slow.set(kind, ms);
      if (ms > limits.text) faults.add('slow', page.address, `has text after more than ${limits.text} ms`);
    }
  }

  step('done');
  if (mode === '--self-test') {
    process.exitCode = expect(all, faults) ? 0 : 1;
  } else {
    table(slow);
    console.log(`pictures: ${pictures.shown} shown, ${pictures.shared} shared, the largest ${pictures.largest} bytes`);
    for (const [what, list] of Object.entries(sheets)) console.log(`paper: ${list.length} × ${what}, ${Math.min(...list)} to ${Math.max(...list)} sheets`);
    for (const doubt of [...doubts].sort()) console.log(`axe is not sure: ${doubt}`);
    faults.print();
    console.log(`${all.length} pages, ${faults.list.length} faults`);
    process.exitCode = faults.list.length ? 1 : 0;
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}

/** table prints a row for each kind of page: its heaviest page and what that costs. */
function table(slow) {
  const rows = [...kinds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, pages]) => [
    kind, pages.length, `${pages[0].bytes}`, `${(100 * pages[0].bytes / limits.page).toFixed(0)} %`, Math.max(...pages.map((page) => page.scripts)),
    slow.has(kind) ? slow.get(kind).toFixed(0) : '', pages[0].address,
  ]);
  const lines = [['kind', 'pages', `bytes of ${limits.page}`, '', `scripts of ${limits.scripts}`, `text, ms of ${limits.text}`, 'heaviest page'], ...rows];
  const widths = lines[0].map((_, i) => Math.max(...lines.map((line) => String(line[i]).length)));
  for (const line of lines) console.log(line.map((cell, i) => (i === 0 || i === 6 ? String(cell).padEnd(widths[i]) : String(cell).padStart(widths[i]))).join('  ').trimEnd());
}
