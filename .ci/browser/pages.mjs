// pages.mjs: a page as people meet it: with and without script, alone on a bad network, on a narrow telephone, in the dark, with large
// letters, and with what axe knows of tools for the blind.
import axe from 'axe-core';
import { axeTags, limits } from './budgets.mjs';

/** openContexts opens what the pages are looked at in, each with one page that is used again and again. */
export async function openContexts(browser, base, day) {
  const telephone = { viewport: { width: 360, height: 740 }, locale: 'vi', timezoneId: 'Asia/Ho_Chi_Minh', serviceWorkers: 'block' };
  const of = {
    plain: telephone,
    still: { ...telephone, javaScriptEnabled: false },
    alone: telephone,
    open: { ...telephone, bypassCSP: true }, // axe is put into the page
  };
  const pages = {};
  for (const [name, options] of Object.entries(of)) {
    const context = await browser.newContext(options);
    pages[name] = await context.newPage();
    pages[name].setDefaultTimeout(20_000);
    if (options.javaScriptEnabled !== false) await pages[name].clock.setFixedTime(day); // what counts days says what the build said
  }
  await pages.alone.route('**/*', (route) => (route.request().resourceType() === 'document' && route.request().frame() === pages.alone.mainFrame() ? route.continue() : route.abort()));
  const heard = { console: [], requests: [] };
  pages.plain.on('console', (m) => ['error', 'warning'].includes(m.type()) && heard.console.push(m.text()));
  pages.plain.on('pageerror', (e) => heard.console.push(String(e)));
  for (const page of [pages.plain, pages.open]) {
    page.on('request', (r) => { if (!r.url().startsWith(base + '/') && !/^(data|blob|about):/.test(r.url())) heard.requests.push(r.url()); });
  }
  return { ...pages, heard };
}

/**
 * words gives the lines of main as they are shown, and its links. What only does something with a script is left out: buttons, marks of what
 * was aired, the card that counts minutes.
 */
function words() {
  const main = document.querySelector('main') ?? document.body;
  for (const e of document.querySelectorAll('details')) e.open = true;
  const links = [...main.querySelectorAll('a[href]')].filter((a) => !/^blob:/.test(a.href)).map((a) => a.href);
  for (const e of main.querySelectorAll('button, label, .sap')) e.remove();
  return { lines: main.innerText.split('\n').map((line) => line.replace(/\s+/g, ' ').trim()).filter(Boolean), links };
}

async function compare(c, base, page, say) {
  const address = base + page.address;
  c.heard.console.length = c.heard.requests.length = 0;
  await c.plain.goto(address, { waitUntil: 'load' });
  const scripted = await c.plain.evaluate(words);
  for (const text of c.heard.console) say('console', text.slice(0, 160));
  await c.still.goto(address, { waitUntil: 'load' });
  const still = await c.still.evaluate(words);
  await c.alone.goto(address, { waitUntil: 'load' });
  const alone = await c.alone.evaluate(words);
  const lines = new Set(still.lines), links = new Set(still.links), there = new Set(alone.lines);
  for (const line of scripted.lines) if (!lines.has(line)) say('no-script', `without script nobody reads “${line.slice(0, 80)}”`);
  for (const link of scripted.links) if (!links.has(link)) say('no-script', `without script there is no link to ${link}`);
  for (const line of still.lines) if (!there.has(line)) { say('alone', `the document alone does not show “${line.slice(0, 80)}”`); break; }
  if (still.lines.length === 0) say('alone', 'has no text');
}

/** low lists what is there to be touched and is lower than it should be. A link in running text is as high as its line. */
function low({ target, button }) {
  const list = [];
  const running = (a) => {
    let block = a.parentElement;
    while (/^inline$|^contents$/.test(getComputedStyle(block).display)) block = block.parentElement;
    if (!getComputedStyle(a).display.startsWith('inline')) return false;
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode, parent = text.parentElement;
      if (parent.closest('a, button') || !/\p{L}{2}/u.test(text.data)) continue;
      let around = parent;
      while (/^inline$|^contents$/.test(getComputedStyle(around).display)) around = around.parentElement;
      if (around === block && parent.checkVisibility()) return true;
    }
    return false;
  };
  for (const e of document.querySelectorAll('a[href], button, summary, label, select, textarea, input:not([type=hidden])')) {
    const box = e.getBoundingClientRect();
    if (!e.checkVisibility({ visibilityProperty: true }) || box.width < 2 || box.height < 2 || box.right <= 0 || e.closest('.an')) continue;
    if (e.localName === 'input' && e.closest('label')) continue; // the label is what is touched
    if (e.localName === 'label' && e.control && !e.contains(e.control)) continue; // the field below it is
    let height = box.height;
    const after = getComputedStyle(e, '::after');
    const stretched = after.content !== 'none' && after.position === 'absolute' && ['top', 'bottom'].every((side) => after[side] === '0px');
    if (stretched && e.offsetParent) height = Math.max(height, e.offsetParent.getBoundingClientRect().height);
    const least = e.localName === 'a' && !e.classList.contains('nut') ? target : button;
    if (height < least - 0.5 && !(e.localName === 'a' && running(e))) {
      list.push(`<${e.localName}> “${(e.innerText || e.ariaLabel || e.name || '').trim().replace(/\s+/g, ' ').slice(0, 50)}” is ${Math.round(height)} px high, not ${least}`);
    }
  }
  return list;
}

/** wide names what sticks out to the right, or is empty. */
function wide() {
  const root = document.documentElement;
  if (root.scrollWidth <= innerWidth) return '';
  const out = [...document.querySelectorAll('body *')].filter((e) => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 0.5);
  return `${root.scrollWidth} px wide: ${(out.at(-1) ?? root).outerHTML.replace(/\s+/g, ' ').slice(0, 90)}`;
}

async function shape(p, say) {
  for (const [width, sizes] of [[320, [100, 122, 150]], [640, [100]]]) {
    await p.setViewportSize({ width, height: 640 });
    for (const size of sizes) {
      await p.evaluate((percent) => { document.documentElement.style.fontSize = percent === 100 ? '' : `${percent}%`; }, size);
      const what = await p.evaluate(wide);
      if (what) say('overflow', `at ${width === 640 ? '1280 px with 200 % zoom' : `${width} px, letters of ${size} %`} it is ${what}`);
    }
  }
  await p.evaluate(() => { document.documentElement.style.fontSize = ''; });
}

async function judge(p, page, withAxe, say, doubts) {
  if (withAxe) await p.evaluate(axe.source);
  for (const width of [360, 1280]) {
    await p.setViewportSize({ width, height: 740 });
    for (const text of await p.evaluate(low, { target: limits.target, button: limits.button })) say('target', text);
    for (const colorScheme of withAxe ? ['light', 'dark'] : []) {
      await p.emulateMedia({ colorScheme });
      const found = await p.evaluate((tags) => axe.run(document, { runOnly: tags, resultTypes: ['violations', 'incomplete'] })
        .then((r) => [r.violations, r.incomplete].map((list) => list.map((v) => ({ id: v.id, n: v.nodes.length, html: v.nodes[0].html.replace(/\s+/g, ' ').slice(0, 90) })))), axeTags);
      for (const v of found[0]) say('axe', `${v.id} at ${width} px, ${colorScheme}: ${v.html}`);
      for (const v of found[1]) doubts.add(`${page.kind} ${v.id}: ${v.html}`);
    }
  }
  await p.emulateMedia({ colorScheme: 'light' });
}

/**
 * look holds one page to all budgets that need a browser. withAxe: also to axe at two widths in two schemes. What axe is not sure of goes
 * into doubts.
 */
export async function look(c, base, page, withAxe, faults, doubts) {
  const say = (budget, message) => faults.add(budget, page.address, message);
  await compare(c, base, page, say);
  await c.open.goto(base + page.address, { waitUntil: 'load' });
  await c.open.evaluate(() => { for (const e of document.querySelectorAll('details')) e.open = true; });
  await judge(c.open, page, withAxe, say, doubts);
  await shape(c.open, say);
  for (const url of new Set(c.heard.requests)) say('outside-request', `asks for ${url}`);
}
