// slow.mjs: when text is there on a telephone far from the mast: 400 kbit/s, 400 ms of latency, nothing kept from before.
import { limits } from './budgets.mjs';

/** readable gives the milliseconds until a page shows its first text: the best of three, for other programs work on this machine too. */
export async function readable(browser, address) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  await wire.send('Network.enable');
  await wire.send('Network.setCacheDisabled', { cacheDisabled: true });
  await wire.send('Network.emulateNetworkConditions', { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 });
  let best = Infinity;
  for (let n = 0; n < 3 && best > limits.text; n++) {
    await page.goto(address, { waitUntil: 'commit', timeout: 30_000 });
    const painted = await page.evaluate(() => new Promise((done) => {
      new PerformanceObserver((list, observer) => {
        const paint = list.getEntriesByName('first-contentful-paint')[0];
        if (!paint) return;
        observer.disconnect();
        done(paint.startTime);
      }).observe({ type: 'paint', buffered: true });
      setTimeout(() => done(Infinity), 15_000);
    }));
    best = Math.min(best, painted);
  }
  await context.close();
  return best;
}
