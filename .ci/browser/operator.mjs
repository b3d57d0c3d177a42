// operator.mjs ADDRESS [STATION]: a day of an operator on a telephone, played in Chromium against a served release. Exits 1 with what is wrong.
//
// The page is opened before the first reading, listened to, marked; the network goes and the page goes on: marks, the time that is
// left, the next day. The network comes back, the log is copied. What stands on the page is held against the station's lich.json, which
// comes another way. Then the same page without script, without storage, a week later, and on paper. ADDRESS may be a preview (loa serve
// --at): its pages keep their day, so the turn of the day is left out there.
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

const [base, wanted] = process.argv.slice(2);
if (!base) {
  console.error('usage: operator.mjs ADDRESS [STATION]');
  process.exit(2);
}
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking', '--mute-audio'],
});
const telephone = { viewport: { width: 360, height: 740 }, timezoneId: 'America/New_York', locale: 'vi' }; // the zone of the telephone must not matter
const complaints = [];

/** open gives a page of its own context at an instant, and watches what it says and asks for. */
async function open(address, instant, options = {}, before) {
  const context = await browser.newContext({ ...telephone, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10000);
  if (instant) await page.clock.install({ time: instant });
  if (before) await page.addInitScript(before);
  page.on('pageerror', (error) => complaints.push(`${address}: ${error.message}`));
  page.on('console', (message) => { if (message.type() === 'error') complaints.push(`${address}: ${message.text()}`); });
  page.on('request', (request) => { if (!request.url().startsWith(base)) complaints.push(`${address} asks for ${request.url()}`); });
  const answer = await page.goto(new URL(address, base).href, { waitUntil: 'load' });
  assert.equal(answer?.status(), 200, address);
  return { context, page };
}

const local = (day, time) => new Date(`${day}T${time}+07:00`);
const later = (day, n) => new Date(Date.parse(day) + n * 86400000).toISOString().slice(0, 10);
const plain = (text) => text.replaceAll('\u00a0', ' ').trim();
const said = async (locator) => plain(await locator.innerText());
const step = (text) => console.log(`ok  ${text}`);

/** fits holds the visible part of a page to its width and to targets that a thumb hits. */
async function fits(page, name) {
  const faults = await page.evaluate(() => {
    const list = [];
    if (document.documentElement.scrollWidth > innerWidth) {
      const wide = [...document.querySelectorAll('body *')].filter((e) => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth);
      list.push(`wider than ${innerWidth}: ${wide.map((e) => e.outerHTML.slice(0, 80)).join(' | ')}`);
    }
    for (const e of document.querySelectorAll('main a, main button, main label, main summary')) {
      const box = e.getBoundingClientRect();
      if (box.width && e.checkVisibility() && Math.max(box.height, e.closest('.vet, .sapo') ? 44 : 0) < 43.9) list.push(`${e.textContent.trim()} is ${box.height} high`);
    }
    return list;
  });
  assert.deepEqual(faults, [], name);
}

try {
  // Which station, which day, what it reads.
  const first = await open('/dai/');
  const station = wanted ?? (await first.page.locator('main a[href^="/dai/"]').evaluateAll((links) => links.map((a) => a.getAttribute('href')))).find(Boolean).split('/')[2];
  const plan = await (await first.page.request.get(new URL(`/dai/${station}/lich.json`, base).href)).json();
  await first.page.goto(new URL(`/dai/${station}/`, base).href);
  const today = await first.page.locator('[data-lap]').getAttribute('data-lap');
  const pinned = (await first.page.locator('body').getAttribute('data-hom-nay')) !== null;
  await first.context.close();
  const planned = (day) => plan.ngay.find((d) => d.ngay === day).buoi.flatMap((s) => s.muc).filter((m) => m.loai === 'bai' && !m.thu_hoi)
    .map((m) => ({ ...m, hour: m.luc.slice(0, 5) }));
  const readings = planned(today), tomorrow = planned(later(today, 1));
  assert.ok(readings.length > 2 && tomorrow.length > 0, `${station} reads too little on ${today} to be played`);
  const [one, two] = readings, end = readings.at(-1);
  const minutes = (n) => new Date(local(today, one.luc).getTime() + n * 60000);
  step(`${plan.dai.ten}, ${today}${pinned ? ' (a preview, which keeps its day)' : ''}: ${readings.length} readings`);

  // Eleven minutes and 50 seconds before the first reading, on a telephone that has marks of other days and stations.
  const old = [31, 30].map((n) => `loa.da-phat.dai-khac.${later(today, -n)}`);
  const { context, page } = await open(`/dai/${station}/`, new Date(minutes(-12).getTime() + 10000), {},
    `if (!localStorage.length) for (const name of ${JSON.stringify(old)}) localStorage.setItem(name, '[]')`);
  assert.deepEqual(await page.evaluate((names) => names.map((name) => localStorage.getItem(name)), old), [null, '[]'], 'marks are kept for thirty days');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const card = page.locator('.sap'), section = page.locator(`section[data-ngay="${today}"][data-ten]`);
  const entry = (r, day = today) => page.locator(`section[data-ngay="${day}"][data-ten] li`, { has: page.locator(`[data-bai="${r.id}"][data-lan="${r.lan}"]`) });
  const check = async (time, title, wait) => {
    assert.deepEqual([await said(card.locator('time')), await said(card.locator('[data-ten]')), await said(card.locator('[data-con]'))], [time, plain(title), wait]);
  };
  await check(one.hour, one.tieu_de, 'còn 12 phút');
  const taken = page.locator('.mang-di a[data-ngay]'), days = await taken.evaluateAll((ways) => ways.map((a) => a.dataset.ngay));
  const offered = () => page.locator('.mang-di a[data-ngay]:visible').evaluateAll((ways) => ways.map((a) => a.dataset.ngay));
  assert.ok(days.includes(today), 'nothing of the day is to be taken away');
  assert.deepEqual(await offered(), days);
  assert.equal(await said(card.locator('h2')), 'Tiếp theo');
  const hours = await section.locator('li:has([data-bai]):not([data-rut]) time').allInnerTexts();
  assert.deepEqual(hours, readings.map((r) => r.hour), 'the page and lich.json read at different hours');
  await page.clock.runFor(65000);
  await check(one.hour, one.tieu_de, 'còn 11 phút');
  for (const width of [320, 360]) {
    await page.setViewportSize({ width, height: 740 });
    await fits(page, `${width} px`);
  }
  step(`the next reading is ${one.hour}, with the minutes left; it fits 320 and 360 px, targets are large`);

  const way = section.locator('a[data-nghe]').first();
  if (await way.count() > 0) {
    await way.click();
    const audio = section.locator('audio');
    await audio.evaluate((a) => new Promise((done, fail) => {
      a.addEventListener('playing', done, { once: true });
      a.addEventListener('error', () => fail(new Error(a.error?.message)), { once: true });
      if (!a.paused && a.readyState > 2) done();
    }));
    assert.match(await said(section.locator('li:has(a[data-nghe])').first()), /(giây|phút).*tiếng [\d,]+ MB.*(giọng|người đọc)/s);
    await way.click();
    assert.equal(await audio.count(), 0);
    step('the sound plays on the page');
  } else {
    console.log('--  no reading has a sound: listening is left out');
  }

  // The first reading is marked at its second minute.
  await page.clock.setSystemTime(minutes(1));
  await page.clock.runFor(15000);
  await check(one.hour, one.tieu_de, 'đến giờ phát');
  const key = `loa.da-phat.${station}.${today}`, kept = () => page.evaluate((k) => JSON.parse(localStorage.getItem(k)), key);
  const luc = minutes(1).toLocaleTimeString('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit' });
  const box = (r, day) => entry(r, day).getByRole('checkbox');
  await entry(one).getByText('Đã phát').click();
  assert.equal(await said(entry(one).locator('.o-danh')), `Đã phát ${luc}`);
  assert.deepEqual(await kept(), [{ id: one.id, lan: one.lan, luc }]);
  assert.equal(await said(card.locator('time')), two.hour, 'what was aired is still next');
  step(`${one.hour} is marked as aired at ${luc}, and ${two.hour} is next`);

  // No network from here on.
  await context.setOffline(true);
  assert.equal(await page.evaluate(() => fetch(location.href).then(() => true, () => false)), false, 'the network is not off');
  complaints.splice(0); // that request's
  await box(two).check();
  await box(two).uncheck();
  assert.deepEqual(await kept(), [{ id: one.id, lan: one.lan, luc }]);
  await page.clock.setSystemTime(new Date(local(today, end.luc).getTime() - 5 * 60000));
  for (const r of readings.slice(1, -1)) if (!(await box(r).isChecked())) await box(r).check();
  await page.clock.runFor(15000);
  await check(end.hour, end.tieu_de, 'còn 5 phút');
  await box(two).uncheck();
  await box(end).check();
  step('without a network marks are set and taken back, and the minutes go on');

  if (!pinned) {
    const next = later(today, 1), eve = tomorrow[0];
    assert.match(await said(card.locator('h2')), /^Tiếp theo: ngày mai, /);
    await page.clock.setSystemTime(local(next, '00:00:30'));
    await page.clock.runFor(15000);
    const heading = (day) => page.locator(`section[data-ngay="${day}"][data-ten] > h2`);
    assert.match(await said(heading(next)), /^Hôm nay, /);
    assert.equal(await heading(today).isVisible(), false, 'the day before is not folded away');
    assert.deepEqual(await offered(), days.filter((day) => day >= next), 'what is of the day before is still offered');
    assert.equal(await page.locator('main section.ngay-phat:visible').first().getAttribute('data-ngay'), next);
    assert.match(await said(page.locator('.chon-ngay [aria-current]')), /^Hôm nay\s/);
    assert.match(await said(page.locator('.hom-nay')), /Trang này lập ngày/);
    assert.equal(await said(card.locator('time')), eve.hour);
    assert.equal(await box(eve, next).isChecked(), false);
    await box(eve, next).check();
    assert.match(await said(entry(eve, next).locator('.o-danh')), /^Đã phát 00:00$/);
    assert.equal((await kept()).length, readings.length - 1, 'the marks of the day before are lost');
    await page.locator('.da-qua summary').click();
    assert.equal(await box(one).isDisabled(), true, 'a day that is over can still be marked');
    step('the day turns: the next one stands at the top, the one before is folded away with its marks');
  }

  // The network is back: the log goes to whoever asks for it.
  const late = pinned ? end : one, log = section.locator('.nhat-ky');
  await context.setOffline(false);
  await log.getByRole('button').click();
  await log.getByText('Đã chép', { exact: true }).waitFor({ timeout: 5000 });
  const text = await page.evaluate(() => navigator.clipboard.readText()), lines = text.split('\n');
  assert.match(lines[0], new RegExp(`^${plan.dai.ten}, \\d+/\\d+/\\d+$`));
  assert.equal(lines[1], `${luc} ${plain(one.tieu_de)} (lần ${one.lan})`);
  assert.ok(lines.indexOf(`${two.hour} ${plain(two.tieu_de)} (lần ${two.lan})`) > lines.indexOf('Chưa phát:') && lines.indexOf('Chưa phát:') === readings.length, text);
  await page.evaluate(() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); });
  await log.getByRole('button').click();
  await log.locator('textarea').waitFor({ timeout: 5000 });
  assert.equal(await log.locator('textarea').inputValue(), text);
  await entry(two).evaluate((e) => { // as one that waits for no hour stands there
    e.dataset.gap = '';
    e.querySelector('time').remove();
  });
  await log.getByRole('button').click();
  assert.ok((await log.locator('textarea').inputValue()).split('\n').includes(`${plain(two.tieu_de)} (khẩn)`), 'an urgent one is not called so in the log');
  await page.reload();
  if (!pinned) await page.locator('.da-qua summary').click();
  assert.equal(await box(late).isChecked(), true, 'a mark is lost with the page');
  assert.deepEqual(complaints, []);
  await context.close();
  step('the log is copied, or stands in a field when the browser refuses; marks outlive the page');

  // A browser that keeps nothing.
  const shut = await open(`/dai/${station}/`, minutes(1), {}, () => { Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError'); }; });
  const mark = shut.page.locator(`section[data-ngay="${today}"] [data-bai="${one.id}"][data-lan="${one.lan}"] input`);
  await mark.check();
  assert.match(await said(shut.page.locator('.hom-nay')), /không cho giữ dấu/);
  assert.equal(await mark.isChecked(), true);
  await shut.context.close();
  step('a browser that keeps nothing says so once');

  if (!pinned) {
    const close = await open(`/dai/${station}/`, local(later(today, 6), '23:59:00'));
    assert.equal(await close.page.locator('.sap').isVisible(), false);
    assert.equal(await said(close.page.locator('[data-het-bai]')), 'Đã hết bài của những ngày có ở trang này.');
    await close.context.close();
    const past = await open(`/dai/${station}/`, local(later(today, 9), '08:00:00'));
    assert.match(await said(past.page.locator('.hom-nay')), /cũ rồi.*Không phát theo trang này/s);
    assert.equal(await past.page.locator('section.ngay-phat:visible, .sap:visible, [data-het-bai]:visible, .mang-di a[data-ngay]:visible').count(), 0);
    await past.context.close();
    step('after the last reading of its days the page says so; nine days later, that it is over');
  }

  const bare = await open(`/dai/${station}/`, undefined, { javaScriptEnabled: false });
  assert.equal(await bare.page.locator('main input, main [data-khi]:visible, .nhat-ky, .da-qua:visible, main button:visible').count(), 0, 'a control without its script');
  assert.equal(await bare.page.locator('section.ngay-phat:visible').count(), 7);
  await bare.page.goto(new URL(`/dai/${station}/in/`, base).href);
  const sizes = (await bare.page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/MediaBox *\[[^\]]*\]/g).map((m) => m.match(/[\d.]+/g).map(Number));
  const broad = sizes.findIndex(([, , w, h]) => w < h);
  assert.ok(broad > 0 && sizes.slice(0, broad).every(([, , w, h]) => w > h) && sizes.slice(broad).every(([, , w, h]) => w < h), `sheets of paper: ${sizes}`);
  assert.ok(sizes.length >= broad + 7, 'a day has no log');
  await bare.context.close();
  step(`without script nothing is missing; on paper the week takes ${broad} broad sheet(s), the logs ${sizes.length - broad} upright ones`);
  assert.deepEqual(complaints, []);
} catch (error) {
  console.error(`WRONG  ${error.message}`);
  console.error(error.stack?.split('\n').filter((l) => l.includes('operator.mjs')).join('\n'));
  process.exitCode = 1;
} finally {
  await browser.close();
}
