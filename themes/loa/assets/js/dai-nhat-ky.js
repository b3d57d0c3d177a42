// dai-nhat-ky.js: copies what was aired on a day, as a text to be sent on. Without it the log on paper is written by hand.
{
  const page = /** @type {HTMLElement | null} */ (document.querySelector('.hom-nay'));
  const box = /** @type {HTMLTemplateElement | null} */ (document.querySelector('template[data-nhat-ky]'));
  const today = () => document.body.dataset.homNay ?? new Date(Date.now() + 7 * 60 * 60 * 1000).toISOString().slice(0, 10);

  /** @param {HTMLElement} section @param {DOMStringMap} words */
  const log = (section, words) => {
    const aired = [], missed = [];
    for (const hand of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(`[data-ngay="${section.dataset.ngay}"] [data-bai]`))) {
      const entry = /** @type {HTMLElement} */ (hand.closest('li'));
      const gone = 'rut' in entry.dataset ? ` ${words.rut}` : '';
      const which = 'gap' in entry.dataset ? words.khan : words.lan?.replace('{n}', hand.dataset.lan ?? ''); // what is urgent has no hour
      const line = `${entry.querySelector('[data-ten]')?.textContent} ${which}${gone}`;
      if (hand.dataset.luc) aired.push(`${hand.dataset.luc} ${line}`);
      else missed.push(`${entry.querySelector('time')?.textContent ?? ''} ${line}`.trim());
    }
    const date = (section.dataset.ten ?? '').replace(/^\D*/, '');
    return [`${page?.dataset.ten}, ${date}`, ...aired.sort(), ...(missed.length ? [words.chua, ...missed] : [])].join('\n').replaceAll('\u00a0', ' ');
  };

  /** @param {HTMLElement} section @param {HTMLTemplateElement} template */
  const add = (section, template) => {
    section.append(document.importNode(template.content, true));
    const own = /** @type {HTMLElement} */ (section.lastElementChild);
    const said = /** @type {HTMLElement} */ (own.querySelector('[role="status"]')), field = /** @type {HTMLTextAreaElement} */ (own.querySelector('textarea'));
    own.querySelector('button')?.addEventListener('click', async () => {
      const text = log(section, own.dataset);
      try {
        await navigator.clipboard.writeText(text); // not there on a page that came by http
        field.hidden = true;
        said.textContent = own.dataset.daChep ?? '';
      } catch {
        field.value = text;
        field.hidden = false;
        field.focus();
        field.select();
        said.textContent = own.dataset.tay ?? '';
      }
    });
  };

  const all = () => {
    for (const section of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-ngay][data-ten]'))) {
      if (box && (section.dataset.ngay ?? '') <= today() && section.querySelector('[data-bai]') && !section.querySelector('.nhat-ky')) add(section, box);
    }
  };
  if (page) {
    all();
    document.addEventListener('loa-ngay', all);
  }
}
