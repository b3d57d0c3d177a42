// dai-sap.js: what the station reads next, and how long until then. Without it the first article of the day stands there.
{
  const card = /** @type {HTMLElement | null} */ (document.querySelector('.sap'));
  const utc7 = () => new Date(Date.now() + 7 * 60 * 60 * 1000).toISOString();
  const today = () => document.body.dataset.homNay ?? utc7().slice(0, 10);
  /** @param {string} day @param {string} time */
  const instant = (day, time) => Date.parse(`${day}T${time}+07:00`);
  const said = [60, 30, 15, 10, 5, 2, 1, 0]; // minutes at which it is said aloud

  /** @param {string} selector @param {Element} from */
  const find = (selector, from) => /** @type {HTMLElement | null} */ (from.querySelector(selector));

  const readings = Array.from(/** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-ngay] [data-bai]')), (hand) => {
    const entry = /** @type {HTMLElement} */ (hand.closest('li'));
    const section = /** @type {HTMLElement} */ (hand.closest('[data-ngay]'));
    const time = find('time', entry)?.textContent ?? '';
    const start = instant(section.dataset.ngay ?? '', `${time}:00`);
    return { hand, entry, section, time, start, end: start + Number(hand.dataset.giay) * 1000 };
  }).filter((r) => r.time && !('rut' in r.entry.dataset)).sort((a, b) => a.start - b.start);

  /** @param {HTMLElement} sap */
  const begin = (sap) => {
    const words = sap.dataset;
    const status = find('[role="status"]', sap), none = /** @type {HTMLElement | null} */ (document.querySelector('[data-het-bai]'));
    const last = Array.from(/** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('section[data-ngay]')), (s) => s.dataset.ngay ?? '').sort().pop() ?? '';
    const wait = find('[data-con]', sap);
    /** @type {typeof readings[number] | undefined} */
    let shown;
    let spoken = -1;

    /** @param {typeof readings[number]} next */
    const show = (next) => {
      const time = find('time', sap), name = find('[data-ten]', sap), facts = find('.muc-nghe', next.entry);
      if (time) time.textContent = next.time;
      if (name) name.textContent = find('[data-ten]', next.entry)?.textContent ?? '';
      find('.muc-nghe', sap)?.remove();
      if (facts) name?.parentElement?.after(facts.cloneNode(true));
      for (const kind of ['data-nghe', 'data-doc', 'data-xem']) {
        const way = find(`[${kind}]`, sap), to = find(kind === 'data-xem' ? 'a[data-ten]' : `[${kind}]`, next.entry)?.getAttribute('href');
        if (way) way.hidden = !to;
        if (to) way?.setAttribute('href', to);
      }
      find('audio', sap)?.remove();
    };

    const tick = () => {
      const day = today(), now = instant(day, utc7().slice(11, 19));
      const next = readings.find((r) => r.end > now && !find('input:checked', r.entry));
      sap.hidden = !next;
      if (none) none.hidden = !!next || day > last; // of a page that is over something graver is said
      if (next !== shown) {
        shown?.entry.removeAttribute('data-ke');
        next?.entry.setAttribute('data-ke', '');
        if (next) show(next);
        spoken = -1;
        shown = next;
      }
      if (!next) return;
      const here = next.section.dataset.ngay === day, left = Math.max(0, Math.ceil((next.start - now) / 60000));
      const title = find('h2', sap), on = find('h2', next.section)?.textContent ?? '';
      if (title) title.textContent = here ? words.tiepTheo ?? '' : `${words.tiepTheo}: ${on.charAt(0).toLowerCase()}${on.slice(1)}`;
      const pattern = left === 0 ? words.den : left < 60 ? words.phut : words.gio;
      const text = here ? (pattern ?? '').replace('{g}', String(Math.floor(left / 60))).replace('{p}', String(left % 60)) : '';
      if (wait && wait.textContent !== text) wait.textContent = text;
      if (status && here && left !== spoken && said.includes(left)) status.textContent = `${next.time} ${find('[data-ten]', next.entry)?.textContent}: ${text}`;
      spoken = left;
    };
    tick();
    setInterval(tick, 15000);
    for (const event of ['visibilitychange', 'change', 'loa-ngay']) document.addEventListener(event, tick);
  };
  if (card) begin(card);
}
