// pictures.mjs: pictures that a page must not have, byte by byte.
import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]), size = Buffer.alloc(4), sum = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}

export const textChunk = chunk('tEXt', Buffer.from('Author\0ai do', 'latin1'));

/** pngOf draws a PNG: black, or noise that does not compress; more is a chunk to put in. */
export function pngOf(width, height, noisy = false, more = Buffer.alloc(0)) {
  const head = Buffer.alloc(13), rows = Buffer.alloc(height * (1 + 3 * width));
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8; // bits
  head[9] = 2; // red, green, blue
  for (let at = 0, n = 0; noisy && at < rows.length; at += 64, n++) createHash('sha512').update(`${n}`).digest().copy(rows, at);
  for (let row = 0; row < height; row++) rows[row * (1 + 3 * width)] = 0; // no filter
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), more, chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

/** The head of a photograph that says where it was taken: APP1 with Exif, then a frame of 10 × 10. */
export const jpegWithPlace = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0x00, 0x10]), Buffer.from('Exif\0\0MM\0\x2a\0\0\0\x08', 'latin1'),
  Buffer.from([0xff, 0xc0, 0x00, 0x0b, 8, 0, 10, 0, 10, 1, 1, 0x11, 0, 0xff, 0xda, 0x00, 0x08, 1, 1, 0, 0, 0x3f, 0, 0xff, 0xd9]),
]);
