// dai-phat.js: marks readings as aired, on this device alone. Without it there are no boxes.
{
  const page = /** @type {HTMLElement | null} */ (document.querySelector('.hom-nay'));
  const box = /** @type {HTMLTemplateElement | null} */ (document.querySelector('template[data-o-danh]'));
  const utc7 = () => new Date(Date.now() + 7 * 60 * 60 * 1000).toISOString();
  const today = () => document.body.dataset.homNay ?? utc7().slice(0, 10);
  const prefix = 'loa.da-phat.';
  /** @param {string} day */
  const key = (day) => `${prefix}${page?.dataset.dai}.${day}`;
  /** What the browser does not keep, for as long as the page is open. @type {Map<string, string>} */
  const memory = new Map();
  const lost = () => page?.querySelector('[data-khi="khong-giu"]')?.removeAttribute('hidden');

  /** @typedef {{ id: string, lan: number, luc: string }} Mark */
  /** @param {string} day @returns {Mark[]} */
  const read = (day) => {
    try {
      const list = JSON.parse(memory.get(day) ?? localStorage.getItem(key(day)) ?? '[]');
      return Array.isArray(list) ? list.filter((m) => /^\d\d:\d\d$/.test(m?.luc)) : [];
    } catch {
      return [];
    }
  };
  /** @param {string} day @param {Mark[]} marks */
  const write = (day, marks) => {
    const text = JSON.stringify(marks);
    try {
      localStorage.setItem(key(day), text);
      memory.delete(day);
    } catch {
      memory.set(day, text);
      lost();
    }
  };
  const tidy = () => { // marks older than thirty days go, those of all stations
    try {
      const oldest = new Date(Date.parse(today()) - 30 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
      for (const name of Object.keys(localStorage)) if (name.startsWith(prefix) && name.slice(-10) < oldest) localStorage.removeItem(name);
      localStorage.setItem(prefix, ''); // whether it keeps anything is known by trying
      localStorage.removeItem(prefix);
    } catch {
      lost();
    }
  };

  const readings = Array.from(/** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-ngay] [data-bai]')), (hand) => ({
    hand, id: hand.dataset.bai ?? '', lan: Number(hand.dataset.lan), struck: !!hand.closest('[data-rut]'),
    day: /** @type {HTMLElement} */ (hand.closest('[data-ngay]')).dataset.ngay ?? '', title: hand.closest('li')?.querySelector('[data-ten]')?.textContent ?? '',
  }));
  /** @param {typeof readings[number]} r */
  const paint = (r) => {
    const mark = read(r.day).find((m) => m.id === r.id && m.lan === r.lan);
    if (box && !r.hand.querySelector('label') && r.day <= today() && (mark || !r.struck)) r.hand.append(document.importNode(box.content, true));
    const label = r.hand.querySelector('label'), input = label?.querySelector('input'), text = label?.querySelector('span');
    if (!label || !input || !text) return;
    r.hand.dataset.luc = mark?.luc ?? '';
    label.hidden = r.day > today();
    input.disabled = r.day !== today();
    input.checked = !!mark;
    text.textContent = mark ? (text.dataset.roi ?? '').replace('{gio}', mark.luc) : text.dataset.chua ?? '';
    input.setAttribute('aria-label', `${text.textContent}: ${r.title}`);
  };
  const all = () => readings.forEach(paint);
  if (page && readings.length > 0) {
    tidy();
    all();
    document.addEventListener('change', (event) => {
      const r = readings.find((one) => one.hand.contains(/** @type {Node} */ (event.target)));
      const input = r?.hand.querySelector('input');
      if (!r || !input) return;
      const others = read(r.day).filter((m) => m.id !== r.id || m.lan !== r.lan);
      write(r.day, input.checked ? [...others, { id: r.id, lan: r.lan, luc: utc7().slice(11, 16) }] : others);
      paint(r);
    });
    document.addEventListener('loa-ngay', all);
    addEventListener('storage', all); // marked in another tab
  }
}
