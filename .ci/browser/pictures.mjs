// pictures.mjs: how large the pictures of pages are, and that nothing is written in them but the picture.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileOf } from './files.mjs';
import { limits } from './budgets.mjs';

/** readPicture gives kind, size and the names of the metadata of a PNG, a JPEG or a WebP. */
export function readPicture(b) {
  if (b.subarray(1, 4).toString('latin1') === 'PNG') {
    const meta = [];
    for (let at = 8; at + 8 <= b.length; at += 12 + b.readUInt32BE(at)) {
      const chunk = b.toString('latin1', at + 4, at + 8);
      if (['tEXt', 'iTXt', 'zTXt', 'eXIf', 'tIME'].includes(chunk)) meta.push(chunk);
    }
    return { kind: 'png', width: b.readUInt32BE(16), height: b.readUInt32BE(20), meta };
  }
  if (b[0] === 0xff && b[1] === 0xd8) {
    const picture = { kind: 'jpeg', meta: [] };
    for (let at = 2; at + 4 <= b.length && b[at] === 0xff; at += 2 + b.readUInt16BE(at + 2)) {
      const marker = b[at + 1];
      if (marker === 0xfe || (marker >= 0xe1 && marker <= 0xef && marker !== 0xee)) picture.meta.push(marker === 0xfe ? 'COM' : `APP${marker - 0xe0}`); // APP14 is of colours
      if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) Object.assign(picture, { height: b.readUInt16BE(at + 5), width: b.readUInt16BE(at + 7) });
      if (marker === 0xda) break;
    }
    return picture;
  }
  if (b.toString('latin1', 8, 12) === 'WEBP') {
    const picture = { kind: 'webp', meta: [] };
    for (let at = 12; at + 8 <= b.length; at += 8 + b.readUInt32LE(at + 4) + (b.readUInt32LE(at + 4) % 2)) {
      const chunk = b.toString('latin1', at, at + 4), data = at + 8;
      if (chunk === 'EXIF' || chunk === 'XMP ') picture.meta.push(chunk.trim());
      if (chunk === 'VP8X') Object.assign(picture, { width: 1 + b.readUIntLE(data + 4, 3), height: 1 + b.readUIntLE(data + 7, 3) });
      else if (chunk === 'VP8 ' && !picture.width) Object.assign(picture, { width: b.readUInt16LE(data + 6) & 0x3fff, height: b.readUInt16LE(data + 8) & 0x3fff });
      else if (chunk === 'VP8L' && !picture.width) Object.assign(picture, { width: 1 + (b.readUInt32LE(data + 1) & 0x3fff), height: 1 + ((b.readUInt32LE(data + 1) >> 14) & 0x3fff) });
    }
    return picture;
  }
  return null;
}

/** checkPictures reads each picture that a page shows or gives to a shared link, once. Gives how many there were and the largest. */
export function checkPictures(site, pages, faults) {
  const seen = { shown: new Map(), shared: new Map() };
  for (const page of pages) {
    for (const address of page.pictures) if (!/^(https?:)?\/\//.test(address)) seen.shown.set(fileOf(new URL(address, `http://own${page.address}`).pathname), page.address);
    if (page.share) seen.shared.set(fileOf(new URL(page.share, 'http://own').pathname), page.address);
  }
  let largest = 0;
  for (const [use, list] of Object.entries(seen)) {
    for (const [name, address] of list) {
      if (!site.files.has(name)) {
        if (use === 'shared') faults.add('share-picture', address, `${name} is not there`); // of a shown one, links says so
        continue;
      }
      const bytes = readFileSync(join(site.dir, name)), picture = readPicture(bytes);
      if (!picture) {
        if (!name.endsWith('.svg') || use === 'shared') faults.add('picture', address, `${name} is no PNG, JPEG or WebP`);
        continue;
      }
      largest = Math.max(largest, bytes.length);
      if (picture.meta.length) faults.add('metadata', address, `${name} holds ${picture.meta.join(', ')}`);
      if (use === 'shown' && (bytes.length > limits.picture || picture.width > limits.pictureWidth)) {
        faults.add('picture', address, `${name} is ${picture.width} px wide and weighs ${bytes.length} bytes of ${limits.picture}`);
      }
      if (use === 'shared' && (picture.kind !== 'png' || picture.width !== 1200 || picture.height !== 630 || bytes.length > limits.share)) {
        faults.add('share-picture', address, `${name} is a ${picture.kind} of ${picture.width}×${picture.height} and weighs ${bytes.length} bytes of ${limits.share}`);
      }
    }
  }
  return { shown: seen.shown.size, shared: seen.shared.size, largest };
}
