// files.mjs: what is true of the files of a release before a browser opens them: weight, hosts, links, anchors, letters, addresses, HTML.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { parse } from 'parse5';
import { kindOf, limits } from './budgets.mjs';

const packed = (bytes) => gzipSync(bytes, { level: 9 }).length;

/** elements lists the elements of a parsed page in their order. */
function elements(node, list = []) {
  for (const child of node.childNodes ?? []) {
    if (child.tagName) list.push(child);
    elements(child.tagName === 'template' ? child.content : child, list);
  }
  return list;
}

const attribute = (element, name) => element.attrs.find((a) => a.name === name)?.value;

/** readSite reads a release: the names of its files and its pages, parsed. */
export function readSite(dir) {
  const names = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(dir, '/').length)).sort();
  const pages = names.filter((name) => name.endsWith('.html')).map((name) => {
    const bytes = readFileSync(join(dir, name)), text = bytes.toString('utf8');
    const list = elements(parse(text));
    const address = '/' + name.replace(/(^|\/)index\.html$/, '$1');
    return {
      name, address, text, elements: list, kind: kindOf(address), bytes: packed(bytes), scripts: 0,
      ids: new Set(list.map((e) => attribute(e, 'id')).filter(Boolean)),
      alias: list.some((e) => e.tagName === 'meta' && attribute(e, 'http-equiv')?.toLowerCase() === 'refresh'),
      canonical: list.filter((e) => e.tagName === 'link' && attribute(e, 'rel') === 'canonical').map((e) => attribute(e, 'href'))[0],
      share: list.filter((e) => attribute(e, 'property') === 'og:image').map((e) => attribute(e, 'content'))[0],
      pictures: list.filter((e) => e.tagName === 'img').map((e) => attribute(e, 'src')),
    };
  });
  const files = new Set(names);
  return { dir, names, files, pages, of: new Map(pages.map((page) => [page.name, page])), packed: new Map() };
}

/** fileOf gives the name of the file of an address of this site. */
export function fileOf(address) {
  const path = decodeURIComponent(new URL(address, 'http://own').pathname).slice(1);
  return path === '' || path.endsWith('/') ? path + 'index.html' : path;
}

// What a browser fetches by itself when it shows a page. rel="canonical" and the like are names, not requests.
const fetched = { link: ['href'], img: ['src', 'srcset'], source: ['src', 'srcset'], audio: ['src'], video: ['src', 'poster'], track: ['src'], script: ['src'], iframe: ['src'], form: ['action'],
  input: ['src'], button: ['formaction'], object: ['data'], embed: ['src'], use: ['href'], image: ['href'], base: ['href'] };

function own(address) {
  const url = new URL(address, 'http://own/');
  return url.host === 'own' || url.protocol === 'data:';
}

/** requests: weight, scripts, styles, hosts. */
function requests(site, page, faults) {
  const say = (budget, message) => faults.add(budget, page.address, message);
  if (page.bytes > limits.page) say('weight', `weighs ${page.bytes} bytes of ${limits.page}`);
  for (const e of page.elements) {
    const source = attribute(e, 'src');
    if (e.tagName === 'link' && /\bstylesheet\b/i.test(attribute(e, 'rel') ?? '')) say('first-request', `waits for the stylesheet ${attribute(e, 'href')}`);
    if (e.tagName === 'script' && source !== undefined) {
      if (attribute(e, 'defer') === undefined || attribute(e, 'type') === 'module') say('script-defer', `waits for the script ${source}`);
      const file = own(source) && fileOf(source);
      if (file && site.files.has(file)) {
        if (!site.packed.has(file)) site.packed.set(file, packed(readFileSync(join(site.dir, file))));
        page.scripts += site.packed.get(file);
      }
    } else if (e.tagName === 'script' && attribute(e, 'type') !== 'application/ld+json') say('script-defer', 'has a script inside');
    const texts = [...e.attrs.filter((a) => a.name === 'style').map((a) => a.value), ...(e.tagName === 'style' ? e.childNodes.map((n) => n.value) : [])];
    const styled = texts.flatMap((text) => [...text.matchAll(/url\(\s*["']?([^"')]*)|@import\s+["']([^"']*)/g)].map((m) => m[1] ?? m[2]));
    const named = attribute(e, 'rel') === 'canonical' || attribute(e, 'rel') === 'alternate' ? [] : (fetched[e.tagName] ?? []).map((key) => [key, attribute(e, key)]);
    const taken = named.flatMap(([key, value]) => (value === undefined ? [] : key === 'srcset' ? value.split(',').map((part) => part.trim().split(/\s+/)[0]) : [value]));
    for (const address of [...styled, ...taken]) if (!own(address)) say('outside-host', `<${e.tagName}> takes ${address}`);
  }
  if (page.scripts > limits.scripts) say('script-weight', `its scripts weigh ${page.scripts} bytes of ${limits.scripts}`);
}

/** links: each address of this site has its file, each anchor its element. */
function links(site, page, faults) {
  for (const e of page.elements) {
    for (const key of ['href', 'src']) {
      const to = attribute(e, key);
      if (to === undefined || /^(tel|mailto|sms|zalo|data):/.test(to) || attribute(e, 'rel') === 'canonical') continue;
      const url = new URL(to, `http://own${page.address}`);
      if (url.host !== 'own' && !to.startsWith(new URL(page.canonical ?? 'http://own').origin + '/')) continue;
      const file = to.startsWith('#') ? page.name : fileOf(url.pathname);
      if (!site.files.has(file)) faults.add('link', page.address, `${to} leads nowhere`);
      else if (url.hash.length > 1 && site.of.has(file) && !site.of.get(file).ids.has(decodeURIComponent(url.hash.slice(1)))) {
        faults.add('anchor', page.address, `there is no anchor ${to}`);
      }
    }
  }
}

const validator = new HtmlValidate(new StaticConfigLoader({
  root: true, extends: ['html-validate:standard'], rules: { 'tel-non-breaking': 'off', 'doctype-style': ['error', { style: 'lowercase' }] },
}));

/** checkFiles holds every file to its letters and pages to the budgets that need no browser. valid: which pages html-validate reads. */
export async function checkFiles(site, pages, faults, valid = () => true) {
  for (const name of site.names) {
    if (!/^[\x21-\x7e]*$/.test(name) || /[A-Z]/.test(name)) faults.add('address', '/' + name, 'is not lower-case ASCII');
  }
  for (const name of site.names.filter((n) => /\.(html|xml|json|txt|opml|ics|m3u|vtt|js|svg|webmanifest)$/.test(n))) {
    const text = site.of.get(name)?.text ?? readFileSync(join(site.dir, name), 'utf8');
    if (text !== text.normalize('NFC')) faults.add('letters', site.of.get(name)?.address ?? '/' + name, 'is not in NFC');
  }
  for (const page of pages) {
    requests(site, page, faults);
    links(site, page, faults);
    if (!valid(page)) continue;
    const report = await validator.validateString(page.text);
    for (const m of report.results.flatMap((r) => r.messages)) faults.add('html', page.address, `${m.ruleId}: ${m.message}`);
  }
}
