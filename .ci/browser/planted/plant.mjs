// plant.mjs FOLDER: writes the pages of planted.mjs into a copy of a release. It writes new files only: the copy may share the others.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folderOf, plants } from './planted.mjs';

const [dir] = process.argv.slice(2);
const read = (name) => readFileSync(join(dir, name), 'utf8');
const write = (name, data) => {
  mkdirSync(dirname(join(dir, name)), { recursive: true });
  writeFileSync(join(dir, name), data, { flag: 'wx' });
};
const first = (folder, page) => {
  const name = readdirSync(join(dir, folder)).sort().find((slug) => existsSync(join(dir, folder, slug, page, 'index.html')));
  if (!name) throw new Error(`the release has no ${folder}/*/${page}/`);
  return `${folder}/${name}/`;
};
const article = first('bai-viet', 'ap-phich'), station = first('dai', 'in');

for (const plant of [undefined, 'ap-phich', 'ban-doc', 'in'].map((on) => ({ name: 'goc', on, change: (page) => page })).concat(plants)) {
  const { on } = plant, folder = folderOf(plant);
  const page = read(`${on === 'in' ? station : article}${on ? `${on}/` : ''}index.html`), changed = plant.change(page);
  if (changed === page && plant.name !== 'goc' && plant.budget !== 'address' && !plant.article) throw new Error(`${plant.name} changes nothing`);
  write(`${folder}index.html`, changed);
  if (on && on !== 'in' && plant.name !== 'goc') write(`${folder.replace(`${on}/`, '')}index.html`, (plant.article ?? ((text) => text))(read(`${article}index.html`)));
  for (const [name, data] of Object.entries(plant.files ?? {})) write(name.includes('/') ? name : folder + name, data);
}
