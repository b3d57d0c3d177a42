// budgets.mjs: what a page may cost and must be, in one place, and the list of what is wrong. The limits are those of DESIGN.md section 6.

export const limits = {
  page: 14_336, // bytes of HTML with its style, gzip -9: what a server sends before it waits for the first answer
  scripts: 6 * 1024, // bytes of all scripts of a page, each gzip -9
  text: 1600, // milliseconds until text is there at 400 kbit/s with 400 ms of latency
  target: 44, // pixels of height of a link outside of running text
  button: 48, // pixels of height of a button, a field and what a label makes of one
  picture: 80 * 1024, // bytes of a picture of a page
  pictureWidth: 960,
  share: 60 * 1024, // bytes of the picture of a shared link
};

export const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** kindOf gives the shape of an address: pages of one shape come from one layout. "/dai/ho-xa/in/" and "/dai/vinh-tu/in/" share one. */
export function kindOf(address) {
  return '/' + address.split('/').slice(1).map((part, i) => (part === '' ? '' : i === 1 ? '*' : i > 1 && /\d/.test(part) ? 'n' : part)).join('/');
}

/** groupBy sorts a list into a Map of lists by what key gives. */
export function groupBy(list, key) {
  const groups = new Map();
  for (const value of list) groups.set(key(value), [...(groups.get(key(value)) ?? []), value]);
  return groups;
}

/** Faults collects what is wrong: the budget's name, the page, what was seen. */
export class Faults {
  list = [];
  add(budget, page, message) {
    if (!this.list.some((f) => f.budget === budget && f.page === page && f.message === message)) this.list.push({ budget, page, message });
  }
  /** print names each fault of many pages once, with the pages. */
  print() {
    const same = groupBy(this.list, (f) => `${f.budget}: ${f.message}`);
    for (const [text, faults] of same) {
      const pages = faults.map((f) => f.page);
      console.error(`${text}\n    ${pages.slice(0, 3).join(' ')}${pages.length > 3 ? ` and ${pages.length - 3} more` : ''}`);
    }
  }
}
