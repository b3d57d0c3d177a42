// dem-ngay.js: counts the days of a campaign from the reader's day in Việt Nam. Without it the count is of the day of the last build.
{
  const day = 24 * 60 * 60 * 1000;
  const today = document.body.dataset.homNay ?? new Date(Date.now() + 7 * 60 * 60 * 1000).toISOString().slice(0, 10);
  /** @param {HTMLElement} count */
  const hide = (count) => count.closest('[data-dot]')?.setAttribute('hidden', '');
  for (const count of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-den]'))) {
    const left = Math.round((Date.parse(count.dataset.den ?? '') - Date.parse(today)) / day);
    if (Number.isNaN(left)) continue;
    if (today < (count.dataset.tu ?? '')) { // the clock of the reader is early
      if (count.dataset.chua) count.textContent = count.dataset.chua;
      else hide(count);
    } else if (left > 0) count.textContent = (count.dataset.con ?? '').replace('{n}', String(left));
    else if (left === 0) count.textContent = count.dataset.cuoi ?? '';
    else if (count.dataset.het) count.textContent = count.dataset.het;
    else hide(count);
  }
}
