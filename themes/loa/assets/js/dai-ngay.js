// dai-ngay.js: puts a station's page right for the reader's day in Việt Nam, again when that day turns. Without it the page is of the
// day that it was made for.
{
  const page = /** @type {HTMLElement | null} */ (document.querySelector('.hom-nay'));
  const words = page?.dataset ?? {};
  const hour = 60 * 60 * 1000;
  const today = () => document.body.dataset.homNay ?? new Date(Date.now() + 7 * hour).toISOString().slice(0, 10);
  /** @param {string} day @param {number} n */
  const other = (day, n) => new Date(Date.parse(day) + n * 24 * hour).toISOString().slice(0, 10);
  /** @param {string} name */
  const inside = (name) => name.charAt(0).toLowerCase() + name.slice(1);

  const fold = /** @type {HTMLElement | null} */ (document.querySelector('.da-qua'));
  const below = document.querySelector('.mang-di');
  const days = Array.from(/** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('section[data-ngay]')), (section) => {
    const home = document.createComment('');
    section.before(home);
    return { section, home, date: section.dataset.ngay ?? '', place: 'home' };
  });
  const made = words.lap ?? '';
  const last = days.reduce((day, d) => (d.date > day ? d.date : day), made);

  /** @param {string} day */
  const lay = (day) => {
    /** @type {Record<string, string | undefined>} */
    const called = { [other(day, -1)]: words.homQua, [day]: words.homNay, [other(day, 1)]: words.ngayMai };
    let programme = '';
    for (const d of days) {
      const place = d.date < day ? 'past' : d.date === day && day !== made && below ? 'today' : 'home';
      if (place !== d.place) { // what stays is not touched: a sound may be playing in it
        if (place === 'past') fold?.append(d.section);
        else if (place === 'today') below?.before(d.section);
        else d.home.after(d.section);
        d.place = place;
      }
      const name = d.section.dataset.ten;
      const title = d.section.querySelector('h2');
      if (!name || !title) continue;
      title.textContent = called[d.date] ? `${called[d.date]}, ${inside(name)}` : name;
      if (d.date === day) programme = name;
      const way = /** @type {HTMLElement | null} */ (document.querySelector(`a[href="#${title.id}"]`));
      if (!way?.firstChild || !way.parentElement) continue;
      way.firstChild.textContent = `${called[d.date] ?? way.dataset.thu} `;
      way.parentElement.hidden = d.date < day;
      if (d.date === day) way.setAttribute('aria-current', 'date');
      else way.removeAttribute('aria-current');
    }
    for (const way of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('a[data-ngay]'))) way.hidden = (way.dataset.ngay ?? '') < day;
    if (fold) fold.hidden = !days.some((d) => d.place === 'past');
    const state = day > last ? 'het' : day > made ? 'cu' : day < made ? 'som' : '';
    for (const box of /** @type {NodeListOf<HTMLElement>} */ (page?.querySelectorAll('[data-khi]') ?? [])) {
      if (box.dataset.khi !== 'khong-giu') box.hidden = box.dataset.khi !== state;
    }
    const line = /** @type {HTMLElement | null} */ (page?.querySelector('[data-chuong-trinh]') ?? null);
    const text = line?.firstElementChild;
    if (line && text) {
      line.hidden = !programme;
      if (programme) text.textContent = (line.dataset.chuongTrinh ?? '').replace('{ngay}', inside(programme));
    }
  };

  let shown = '';
  const look = () => {
    if (shown === today()) return;
    shown = today();
    lay(shown);
    document.dispatchEvent(new Event('loa-ngay'));
  };
  if (page) {
    look();
    setInterval(look, 15000);
    document.addEventListener('visibilitychange', look);
  }
}
