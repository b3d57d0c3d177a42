// planted.mjs: for each budget pages that break it and nothing says so but the gate. Each is a real article, poster or sheet of the
// release with one thing changed; what the gate finds wrong with the original does not count.
import { createHash } from 'node:crypto';
import { unembedded } from '../paper.mjs';
import { jpegWithPlace, pngOf, textChunk } from './pictures.mjs';

/** noise is text that does not compress well, the same each time. */
export function noise(bytes) {
  let text = '';
  for (let n = 0; text.length < bytes; n++) text += createHash('sha512').update(`loa ${n}`).digest('base64url');
  return text.slice(0, bytes);
}

const inMain = (html) => (page) => page.replace('</main>', () => `${html}\n</main>`);
const inHead = (html) => (page) => page.replace('</head>', () => `${html}\n</head>`);

/** styled adds to the style of a page and lets the policy know. */
const styled = (css) => (page) => {
  const [, old] = /<style>([^]*?)<\/style>/.exec(page), style = old + css;
  const hash = (text) => createHash('sha256').update(text).digest('base64');
  return page.replace(old, () => style).replaceAll(hash(old), hash(style)).replaceAll(hash(old).replaceAll('+', '&#43;'), hash(style));
};
const picture = (src) => inMain(`<p>Hình: <img src="${src}" alt="Cột điện" width="10" height="10"></p>`);
const blankSheet = styled('@media print{body::after{content:"";display:block;break-before:page;height:1px}}');

/** plants: a name, the word with which the gate has to fail, what is changed; on: which of the three pages, without it the article; files: what lies beside it. */
export const plants = [
  { name: 'nang', budget: 'weight', change: inMain(`<p>${noise(14_000)}</p>`) },
  { name: 'kieu-ngoai', budget: 'first-request', change: inHead('<link rel="stylesheet" href="/tai-nguyen/thu.css">'), files: { 'tai-nguyen/thu.css': 'main{color:red}' } },
  { name: 'cho-kieu', budget: 'alone', change: styled('main{visibility:hidden}') },
  { name: 'cho-ma', budget: 'script-defer', change: inHead('<script src="/tai-nguyen/thu-cho.js"></script>'), files: { 'tai-nguyen/thu-cho.js': '' } },
  { name: 'ma-trong', budget: 'script-defer', change: inHead('<script>var thu=1</script>') },
  { name: 'ma-nang', budget: 'script-weight', change: inHead('<script defer src="/tai-nguyen/thu-nang.js"></script>'), files: { 'tai-nguyen/thu-nang.js': `//${noise(9000)}` } },
  { name: 'hinh-ngoai', budget: 'outside-host', change: picture('https://ngoai.invalid/hinh.png') },
  { name: 'kieu-xa', budget: 'outside-host', change: styled('main{background:url(https://ngoai.invalid/nen.png)}') },
  { name: 'hoi-ngoai', budget: 'outside-request', change: picture('https://ngoai.invalid/hinh.png') },
  { name: 'chi-co-ma', budget: 'no-script', change: inHead('<script defer src="/tai-nguyen/thu-them.js"></script>'),
    files: { 'tai-nguyen/thu-them.js': 'const p=document.createElement("p");p.textContent="Chỉ máy chạy mã mới thấy dòng này.";document.querySelector("main").append(p)' } },
  { name: 'bao-loi', budget: 'console', change: inMain('<p onclick="alert(1)">Một dòng bình thường của bài.</p>') },
  { name: 'mo', budget: 'axe', axe: true, change: inMain('<p style="color:#ccc;background:#fff">Chữ mờ trên nền trắng.</p>') },
  { name: 'mo-toi', budget: 'axe', axe: true, change: styled('@media (prefers-color-scheme:dark){main p{color:#333}}') },
  { name: 'tran', budget: 'overflow', change: inMain('<p style="width:400px">Rộng hơn điện thoại.</p>') },
  { name: 'tran-chu-lon', budget: 'overflow', change: inMain('<p style="width:15rem">Rộng khi chữ rất lớn.</p>') },
  { name: 'tran-phong', budget: 'overflow', change: styled('@media (min-width:600px) and (max-width:700px){main{min-width:900px}}') },
  { name: 'lien-ket-nho', budget: 'target', change: inMain('<p><a href="/">Về trang đầu của thử</a></p>') },
  { name: 'nut-nho', budget: 'target', change: inMain('<p><button type="button" style="height:45px;min-height:0">Nút thử</button></p>') },
  { name: 'sai-html', budget: 'html', change: inMain('<p><b>Thẻ <i>lồng</b> sai</i></p>') },
  { name: 'lac', budget: 'link', change: inMain('<p>Xem thêm ở <a href="/khong-co-trang/">trang này</a>.</p>') },
  { name: 'lac-neo', budget: 'anchor', change: inMain('<p>Xem thêm ở <a href="#khong_co_cho">chỗ này</a>.</p>') },
  { name: 'roi-dau', budget: 'letters', change: inMain(`<p>${'Dấu rời khỏi chữ'.normalize('NFD')}</p>`) },
  { name: 'Hoa', budget: 'address', change: (page) => page },
  { name: 'đường-dây', budget: 'address', change: (page) => page },
  { name: 'hinh-nang', budget: 'picture', change: picture('nang.png'), files: { 'nang.png': pngOf(960, 60, true) } },
  { name: 'hinh-rong', budget: 'picture', change: picture('rong.png'), files: { 'rong.png': pngOf(1200, 10) } },
  { name: 'hinh-ghi', budget: 'metadata', change: picture('ghi.png'), files: { 'ghi.png': pngOf(10, 10, false, textChunk) } },
  { name: 'hinh-noi-chup', budget: 'metadata', change: picture('noi.jpg'), files: { 'noi.jpg': jpegWithPlace } },
  { name: 'hinh-gui', budget: 'share-picture', change: (page) => page.replace(/(property="og:image" content=")([^"]*)/, '$1/bai-viet/thu-hinh-gui/gui.png'), files: { 'gui.png': pngOf(600, 315) } },
  { name: 'cham', budget: 'slow', slow: true, change: inHead(`<!-- ${noise(140_000)} -->`) },
  { name: 'kho-giay', budget: 'paper', paper: true, change: styled('@page{size:A5}') },
  { name: 'hai-to', budget: 'poster', on: 'ap-phich', paper: true, change: blankSheet },
  { name: 'ma-khac', budget: 'qr', on: 'ap-phich', paper: true, change: (page) => page, article: (page) => page.replace(/(rel="canonical" href="[^"]*)\/"/, '$1-khac/"') },
  { name: 'mat-ma', budget: 'qr', on: 'ap-phich', paper: true, change: styled('.to-dan footer svg{visibility:hidden}') },
  { name: 'to-trong', budget: 'blank-sheet', on: 'ban-doc', paper: true, change: blankSheet },
  { name: 'bai-trong', budget: 'blank-sheet', paper: true, change: blankSheet },
  { name: 'lich-trong', budget: 'blank-sheet', on: 'in', paper: true, change: blankSheet },
];

/** folderOf gives the folder of a plant's page. "goc" is the name of the unchanged pages. */
export const folderOf = ({ name, on }) => `${on === 'in' ? 'dai' : 'bai-viet'}/thu-${name}/${on ? `${on}/` : ''}`;

const originals = [undefined, 'ap-phich', 'ban-doc', 'in'].map((on) => ({ name: 'goc', on, axe: !on, paper: true }));
const of = new Map([...plants, ...originals].map((plant) => [`${folderOf(plant)}index.html`, plant]));

export const isPlanted = (page) => of.has(page.name);
export const needsAxe = (page) => Boolean(of.get(page.name)?.axe);
export const needsPaper = (page) => Boolean(of.get(page.name)?.paper);
export const needsSlow = (page) => Boolean(of.get(page.name)?.slow);

/** expect says whether the gate found each plant, by the right word and by something that it does not say of the original. */
export function expect(pages, faults) {
  const there = new Set(pages.map((page) => page.name));
  const said = (plant) => faults.list.filter((f) => f.page.startsWith(`/${folderOf(plant)}`));
  let missed = 0;
  for (const plant of plants) {
    const usual = new Set(said({ name: 'goc', on: plant.on }).map((f) => `${f.budget} ${f.message}`));
    const found = said(plant).filter((f) => f.budget === plant.budget && !usual.has(`${f.budget} ${f.message}`));
    if (!there.has(`${folderOf(plant)}index.html`) || found.length === 0) missed++;
    console.log(`${found.length ? 'found ' : 'MISSED'}  ${plant.budget.padEnd(15)} ${plant.name.padEnd(14)} ${(found[0]?.message ?? said(plant).map((f) => f.budget).join(', ')).slice(0, 100)}`);
  }
  for (const original of originals) {
    for (const f of said(original)) console.log(`of an unchanged page: ${f.budget}: ${f.message}`);
  }
  // Chromium puts every font into its PDF; what reads the list is tried on one that it did not write.
  const listing = 'name                type         emb sub\n------------------- ------------ --- ---\nAAAAAA+NotoSans     CID TrueType yes yes\nHelvetica           Type 1       no  no\n';
  if (unembedded(listing).join() === 'Helvetica' && unembedded('').length === 1) console.log('found   fonts');
  else missed++, console.log(`MISSED  fonts: ${unembedded(listing)}`);
  console.log(`${plants.length + 1} budgets broken, ${missed} missed`);
  return missed === 0;
}
