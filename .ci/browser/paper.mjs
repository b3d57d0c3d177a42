// paper.mjs: what a printer gets: Chromium's PDF, read by poppler and, for the code on a poster, by zbarimg.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const run = (program, ...args) => execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 60_000 });

/** The pages that are printed, by the shape of their address. */
export const papers = { '/bai-viet/*/ap-phich/': 'poster', '/bai-viet/*/ban-doc/': 'script sheet', '/dai/*/in/': 'station sheet', '/bai-viet/*/': 'article' };

/** unembedded gives the fonts that a PDF does not carry, from what pdffonts says. */
export function unembedded(listing) {
  const [head, rule, ...fonts] = listing.trimEnd().split('\n');
  if (!rule?.startsWith('---')) return ['no font at all'];
  const at = head.indexOf('emb');
  return fonts.filter((line) => line.slice(at, at + 3).trim() !== 'yes').map((line) => line.trim().split(/ {2,}/)[0]);
}

/** blank: a sheet on which nothing but its number, its address or a line at its foot stands. */
export const blank = (text) => text.split('\n').map((line) => line.trim()).filter((line) => line && !/^(trang \d+\/\d+.*|In từ .*)$/.test(line)).join('').length < 20;

function codeOf(pdf, folder) {
  const picture = join(folder, 'sheet');
  run('pdftoppm', '-r', '80', '-gray', '-singlefile', pdf, picture);
  try {
    return run('zbarimg', '-q', '--raw', `${picture}.pgm`).trim();
  } catch {
    return ''; // no code found
  }
}

/** print prints a page and holds the paper to what it is for. Gives the number of sheets. */
export async function print(site, p, base, page, folder, faults) {
  const say = (budget, message) => faults.add(budget, page.address, message);
  await p.goto(base + page.address, { waitUntil: 'load' });
  const pdf = join(folder, 'page.pdf');
  writeFileSync(pdf, await p.pdf({ preferCSSPageSize: true }));
  const info = run('pdfinfo', pdf), sheets = Number(/^Pages:\s+(\d+)/m.exec(info)[1]), what = papers[page.kind];
  const size = /^Page size:\s+([\d.]+) x ([\d.]+)/m.exec(info).slice(1).map(Number).sort((a, b) => a - b);
  if (Math.abs(size[0] - 595) > 1.5 || Math.abs(size[1] - 842) > 1.5) say('paper', `prints on ${size.join(' × ')} points, not on A4`);
  for (const font of unembedded(run('pdffonts', pdf))) say('fonts', `the font ${font} is not in the PDF`);
  if (blank(run('pdftotext', '-f', String(sheets), '-l', String(sheets), '-layout', pdf, '-'))) say('blank-sheet', `the last of ${sheets} sheets is blank`);
  if (what !== 'poster') return sheets;
  if (sheets !== 1) say('poster', `the poster takes ${sheets} sheets`);
  const article = site.of.get(page.name.replace('ap-phich/', ''));
  const withdrawn = !page.elements.some((e) => e.attrs.some((a) => a.name === 'class' && /\bto-dan\b/.test(a.value)));
  const code = codeOf(pdf, folder);
  if (!withdrawn && code !== article?.canonical) say('qr', `its code says “${code}”, not ${article?.canonical}`);
  return sheets;
}
