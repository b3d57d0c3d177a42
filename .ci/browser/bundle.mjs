// bundle.mjs FOLDER [PICTURES]: an unpacked bundle as an operator opens it: by file://, with the network off. Exits 1 with what is wrong.
//
// Every page opens without a message on the console, fits a telephone of 320 px, links only to files that are there, prints; every sound
// plays; the date is the largest text; a machine whose day is another says so. No request leaves. With PICTURES, a folder, the pages are
// left there as PNG and PDF to be looked at.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [folder, pictures] = process.argv.slice(2).map((name) => resolve(name));
if (!folder || !existsSync(join(folder, 'index.html'))) {
  console.error('usage: bundle.mjs FOLDER [PICTURES]; FOLDER holds index.html');
  process.exit(2);
}
if (pictures) mkdirSync(pictures, { recursive: true });

const wrong = [];
const pages = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.html')).sort();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking', '--mute-audio', '--autoplay-policy=no-user-gesture-required'],
});

/** open opens a page in a context of its own and gives what was asked of the network and said on the console. */
async function open(name, options = {}, instant) {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, offline: true, ...options });
  const page = await context.newPage();
  if (instant) await page.clock.setFixedTime(instant);
  const say = (what) => wrong.push(`${name}: ${what}`);
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && say(message.text()));
  page.on('pageerror', (error) => say(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith(pathToFileURL(folder).href)) say(`asks for ${request.url()}`);
  });
  await page.goto(pathToFileURL(join(folder, name)).href);
  return { page, say };
}

/** check looks at a page as it is shown. */
async function check(name) {
  const { page, say } = await open(name);
  const seen = await page.evaluate(() => {
    const size = (element) => parseFloat(getComputedStyle(element).fontSize);
    const date = document.querySelector('.ngay');
    return {
      wide: document.documentElement.scrollWidth > innerWidth,
      links: [...document.querySelectorAll('a[href], [src]')].map((element) => element.href || element.src),
      date: date && [...document.querySelectorAll('body *')].every((element) => date.contains(element) || size(element) < size(date)),
      small: [...document.querySelectorAll('.nut, summary, .tep, audio')].filter((element) => element.offsetHeight > 0 && element.offsetHeight < 48)
        .map((element) => element.textContent || element.localName),
      sounds: document.querySelectorAll('audio').length,
    };
  });
  if (seen.wide) say('is wider than a telephone of 320 px');
  if (!seen.date) say('has a text larger than its date');
  for (const word of seen.small) say(`“${word}” is lower than 48 px`);
  for (const link of seen.links) {
    const file = decodeURIComponent(new URL(link).pathname);
    if (!link.startsWith('file:') || relative(folder, file).startsWith('..') || !existsSync(file)) say(`links to ${link}, which is not in the bundle`);
  }
  for (let i = 0; i < seen.sounds; i++) {
    const heard = await page.evaluate(async (i) => {
      const sound = document.querySelectorAll('audio')[i];
      const event = (type) => new Promise((done, failed) => {
        sound.addEventListener(type, done, { once: true });
        sound.addEventListener('error', () => failed(new Error(`${sound.src}: ${sound.error?.message}`)), { once: true });
        setTimeout(() => failed(new Error(`${sound.src}: no ${type}`)), 10_000);
      });
      if (sound.preload !== 'none') throw new Error(`${sound.src} loads before it is asked for`);
      const known = event('loadedmetadata');
      await Promise.all([known, sound.play()]);
      while (sound.currentTime === 0) await event('timeupdate');
      const others = [...document.querySelectorAll('audio')].filter((other) => other !== sound && !other.paused).length;
      return { length: sound.duration, others };
    }, i).catch((error) => say(`does not play: ${error.message}`));
    if (heard && !(heard.length > 0)) say(`a sound is ${heard.length} seconds long`);
    if (heard?.others) say(`${heard.others} other sounds play at the same time`);
  }
  await page.context().close();
  return seen.sounds;
}

/** paper prints a page: controls are gone, words are there. */
async function paper(name) {
  const { page, say } = await open(name);
  await page.emulateMedia({ media: 'print' });
  const shown = await page.evaluate(() => [...document.querySelectorAll('audio, button, .man')].filter((element) => element.checkVisibility()).length);
  if (shown) say(`prints ${shown} controls`);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  if (!pdf.subarray(0, 5).equals(Buffer.from('%PDF-')) || pdf.length < 5_000) say('does not print');
  if (pictures) writeFileSync(join(pictures, `${name.replaceAll('/', '_')}.pdf`), pdf);
  await page.context().close();
}

/** days: the page says so when the machine's day is none of its own, and is silent when it is. */
async function days(name) {
  for (const instant of ['own', '1999-12-31T12:00:00+07:00']) {
    const { page, say } = await open(name, {}, instant === 'own' ? undefined : instant);
    const notice = page.locator('[data-ngay]');
    if ((await notice.count()) === 0) {
      await page.context().close();
      return;
    }
    if (instant === 'own') {
      const day = (await notice.getAttribute('data-ngay')).split(' ')[0];
      await page.clock.setFixedTime(`${day}T00:30:00+07:00`);
      await page.reload();
      if (await notice.isVisible()) say('finds its own day strange');
    } else if (!(await notice.isVisible()) || !(await notice.textContent()).includes('31/12/1999')) say('does not say that its day is another');
    await page.context().close();
  }
}

let sounds = 0;
for (const name of pages) {
  sounds += await check(name);
  await paper(name);
  await days(name);
  const { page, say } = await open(name, { javaScriptEnabled: false });
  if (await page.locator('button').filter({ visible: true }).count()) say('shows a button that does nothing without script');
  await page.context().close();
  if (pictures) {
    for (const [width, colorScheme] of [[360, 'light'], [360, 'dark'], [1200, 'light']]) {
      const { page } = await open(name, { viewport: { width, height: 800 }, colorScheme });
      await page.screenshot({ path: join(pictures, `${name.replaceAll('/', '_')}-${width}-${colorScheme}.png`), fullPage: true });
      await page.context().close();
    }
  }
}
await browser.close();
for (const line of wrong) console.error(line);
console.log(`${pages.length} pages, ${sounds} sounds, ${wrong.length} faults`);
process.exit(wrong.length ? 1 : 0);
