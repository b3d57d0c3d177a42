// tim.js: finds articles by the index that lies beside the page, by the rules of generator/search. Without it the page offers the
// archive and the topics.
{
  const perPage = 10, mostTerms = 8;
  const root = /** @type {HTMLElement | null} */ (document.querySelector('[data-tim]'));

  /** The syllables of a text without marks, each with its marked form. @param {string} text */
  const terms = (text) => (text.normalize('NFC').toLowerCase().match(/[\p{L}\p{M}\p{Nd}]+/gu) ?? [])
    .map((marked) => ({ marked, folded: marked.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đð]/g, 'd') }))
    .filter(({ folded }) => /^[a-z0-9]+$/.test(folded));

  /** FNV-1a, 32 bits. @param {string} term */
  const hash = (term) => {
    let h = 0x811c9dc5;
    for (let i = 0; i < term.length; i++) h = Math.imul(h ^ term.charCodeAt(i), 0x01000193) >>> 0;
    return h;
  };

  /** @param {HTMLElement} page */
  const begin = (page) => {
    const shards = Number(page.dataset.manh), version = page.dataset.ma;
    const input = /** @type {HTMLInputElement} */ (page.querySelector('input[name="q"]'));
    const status = /** @type {HTMLElement} */ (page.querySelector('[role="status"]')), words = status.dataset;
    const list = /** @type {HTMLElement} */ (page.querySelector('.ket-qua ol'));
    const pattern = /** @type {HTMLTemplateElement} */ (page.querySelector('.ket-qua template'));
    const more = /** @type {HTMLButtonElement} */ (page.querySelector('.ket-qua > button'));
    const byHand = /** @type {HTMLElement} */ (page.querySelector('[data-cach]'));
    byHand.querySelector('p')?.remove();
    byHand.hidden = true;

    /** @type {Map<string, Promise<string>>} */
    const loaded = new Map();
    /** @param {string} file */
    const load = (file) => {
      const text = loaded.get(file) ?? fetch(`/tim/${file}?v=${version}`).then((answer) => {
        if (!answer.ok) throw new Error(`${answer.status}`);
        return answer.text();
      });
      loaded.set(file, text);
      text.catch(() => loaded.delete(file));
      return text;
    };

    /** The articles that have a term. @param {string} term */
    const postings = async (term) => {
      const shard = await load(`chi-muc/${hash(term) % shards}.txt`);
      const line = shard.split('\n').find((l) => l.startsWith(`${term}\t`));
      if (!line) return { forms: /** @type {string[]} */ ([]), hits: /** @type {number[][]} */ ([]) };
      const [, forms, rest] = line.split('\t');
      let at = 0;
      return { forms: forms.split(','), hits: rest.split(' ').map((p) => {
        at += parseInt(p.slice(0, -2), 36);
        return [at, parseInt(p.slice(-2, -1), 36), parseInt(p.slice(-1), 16)];
      }) };
    };

    /** Numbers of the articles, the best first, and whether they have all words. @param {string} query */
    const find = async (query) => {
      const typed = terms(query).slice(0, mostTerms);
      const single = typed.filter((t, i) => typed.findIndex((o) => o.folded === t.folded) === i);
      const pairs = new Set(typed.slice(1).map((t, i) => `${typed[i].folded} ${t.folded}`));
      const [ones, twos] = await Promise.all([Promise.all(single.map((t) => postings(t.folded))), Promise.all([...pairs].map(postings))]);
      /** @type {Map<number, { have: number, score: number }>} */
      const found = new Map();
      ones.forEach(({ forms, hits }, i) => {
        const bit = single[i].marked === single[i].folded ? -1 : forms.indexOf(single[i].marked);
        for (const [n, weight, bits] of hits) {
          const a = found.get(n) ?? { have: 0, score: 0 };
          found.set(n, a);
          a.have++;
          a.score += bit < 0 ? 4 * weight : bits & (1 << bit) ? 4 * weight + 8 : weight; // marks that were typed are meant
        }
      });
      for (const { hits } of twos) {
        for (const [n, weight] of hits) {
          const a = found.get(n);
          if (a) a.score += 4 * weight;
        }
      }
      const all = [...found].filter(([, a]) => a.have === single.length);
      const enough = all.length > 0 || single.length < 2 ? all : [...found].filter(([, a]) => a.have === single.length - 1);
      return { whole: all.length > 0, single, numbers: enough.sort(([n, a], [m, b]) => b.score - a.score || m - n).map(([n]) => n) };
    };

    /** Puts a text in with the words that were looked for marked. @param {Element | null} into @param {string} text @param {Set<string>} wanted */
    const mark = (into, text, wanted) => {
      for (const part of text.split(/([\p{L}\p{M}\p{Nd}]+)/u)) {
        const [term] = terms(part);
        if (term && wanted.has(term.folded)) {
          const m = document.createElement('mark');
          m.textContent = part;
          into?.append(m);
        } else into?.append(part);
      }
    };

    /** @param {number[]} numbers @param {Set<string>} wanted @param {number} from */
    const show = async (numbers, wanted, from) => {
      const some = numbers.slice(from, from + perPage);
      const items = await Promise.all(some.map(async (n) => JSON.parse(await load(`ket-qua/${Math.floor(n / perPage)}.json`))[n % perPage]));
      for (const item of items.filter(Boolean)) {
        const li = /** @type {DocumentFragment} */ (document.importNode(pattern.content, true));
        const a = li.querySelector('a');
        if (a) a.href = item.dia_chi;
        mark(a?.firstElementChild ?? null, item.ten, wanted);
        mark(li.querySelector('.ds-loi'), item.mo_ta, wanted);
        const facts = li.querySelector('.muc-nghe');
        if (facts) facts.textContent = `Đăng ngày ${item.ngay}`;
        list.append(li);
      }
      list.hidden = list.childElementCount === 0;
      more.hidden = from + perPage >= numbers.length;
      more.onclick = async () => {
        const first = list.childElementCount;
        await show(numbers, wanted, from + perPage);
        /** @type {HTMLElement | null | undefined} */ (list.children[first]?.querySelector('a'))?.focus();
      };
    };

    const title = document.title;
    let round = 0;
    /** @param {string | null} query null: nobody asked yet */
    const run = async (query) => {
      const mine = ++round;
      const plain = (query ?? '').normalize('NFC').trim();
      input.value = plain;
      document.title = plain ? `${plain} · ${title}` : title;
      list.replaceChildren();
      list.hidden = more.hidden = true;
      byHand.hidden = true;
      const asks = terms(plain).length > 0;
      status.textContent = (asks ? words.dang : query === null ? '' : words.it) ?? '';
      if (!asks) return;
      try {
        const { whole, single, numbers } = await find(plain);
        if (mine !== round) return;
        await show(numbers, new Set(single.map((t) => t.folded)), 0);
        if (mine !== round) return;
        const text = numbers.length === 0 ? words.khong : whole ? words.thay : words.motPhan;
        status.textContent = (text ?? '').replace('{n}', String(numbers.length)).replace('{tu}', () => plain);
        byHand.hidden = numbers.length > 0;
      } catch {
        if (mine === round) status.textContent = words.loi ?? '';
      }
    };

    const fromAddress = () => run(new URLSearchParams(location.search).get('q'));
    page.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      history.pushState(null, '', `?${new URLSearchParams({ q: input.value.normalize('NFC').trim() })}`);
      fromAddress();
    });
    addEventListener('popstate', fromAddress);
    fromAddress();
  };
  if (root) begin(root);
}
