import { expect, test } from 'vitest';
import { withoutTraces } from './without-traces.ts';

const segment = (kind: number, body: Buffer) =>
  Buffer.concat([Buffer.from([0xff, kind, (body.length + 2) >> 8, (body.length + 2) & 0xff]), body]);
const begin = Buffer.from([0xff, 0xd8]);
const end = Buffer.from([0xff, 0xd9]);
const tables = segment(0xdb, Buffer.alloc(65, 1));
const scan = Buffer.concat([segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56])]);
const jpeg = (...beside: Buffer[]) => Buffer.concat([begin, ...beside, tables, scan, end]);

/** What a camera writes: which way is up, and after it where it was. */
function exif(turned: number, isLittle: boolean): Buffer {
  const tiff = isLittle
    ? [0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, turned, 0, 0, 0, 0, 0, 0, 0]
    : [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turned, 0, 0, 0, 0, 0, 0];
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), Buffer.from(tiff), Buffer.from('GPS 24.3264N 109.4281E')]));
}

test('of a photo nothing is kept that says where, when, with what and by whom it was taken', () => {
  const jfif = segment(0xe0, Buffer.from('JFIF\0\x01\x02\0\0\x01\0\x01\0\0', 'latin1'));
  const colours = segment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01colours', 'latin1'));
  const photo = jpeg(
    ...[jfif, exif(1, false), segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0GPS')), colours],
    ...[segment(0xed, Buffer.from('Photoshop 3.0\0GPS')), segment(0xe2, Buffer.from('MPF\0GPS')), segment(0xfe, Buffer.from('GPS'))],
  );
  expect(withoutTraces(photo)).toEqual(jpeg(jfif, colours));
});

test.each([true, false])('which way is up is kept, and nothing else of what the camera wrote (little end first: %s)', (isLittle) => {
  const kept = withoutTraces(jpeg(exif(6, isLittle)));
  expect(kept?.includes('GPS')).toBe(false);
  expect(withoutTraces(kept ?? Buffer.alloc(0))).toEqual(kept);
  expect(kept?.subarray(2, 38).includes(Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]))).toBe(true);
});

test('what hangs behind the picture falls away, such as a second one with a place of its own', () => {
  expect(withoutTraces(Buffer.concat([jpeg(), jpeg(exif(1, false))]))).toEqual(jpeg());
});

test('a picture that comes in several scans is whole, and what stands between them is not of it', () => {
  const twice = (...between: Buffer[]) => Buffer.concat([begin, tables, scan, ...between, scan, end]);
  expect(withoutTraces(twice(segment(0xe1, Buffer.from('Exif\0\0GPS'))))).toEqual(twice());
});

test('of a PNG the picture is kept, and its texts, its time and its EXIF are not', () => {
  const chunk = (kind: string, body: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(body.length);
    return Buffer.concat([length, Buffer.from(kind, 'latin1'), body, Buffer.alloc(4)]);
  };
  const png = (...beside: Buffer[]) =>
    Buffer.concat([
      ...[Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', Buffer.alloc(13)), ...beside],
      ...[chunk('IDAT', Buffer.from('picture')), chunk('IEND', Buffer.alloc(0))],
    ]);
  const traces = ['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME'].map((kind) => chunk(kind, Buffer.from('GPS')));
  expect(withoutTraces(png(...traces))).toEqual(png());
  expect(withoutTraces(Buffer.concat([png(), Buffer.from('GPS')]))).toEqual(png());
  expect(withoutTraces(png().subarray(0, -6))).toBeUndefined();
});

test('what is no whole picture is none', () => {
  const whole = jpeg(exif(3, true));
  for (let length = 0; length < whole.length; length++) expect(withoutTraces(whole.subarray(0, length))).toBeUndefined();
  for (const broken of [
    Buffer.from('%PDF-1.7'),
    Buffer.concat([begin, Buffer.from([0x00, 0xe1, 0, 4, 0, 0])]),
    Buffer.concat([begin, Buffer.from([0xff, 0xe1, 0xff, 0xff, 0])]),
    Buffer.concat([begin, Buffer.from([0xff, 0xe1, 0, 0, 0, 0])]),
    Buffer.concat([begin, tables, scan, Buffer.from([0xff, 0xe1, 0, 0, 0, 0])]),
  ])
    expect(withoutTraces(broken)).toBeUndefined();
});

test('an EXIF that lies about itself leaves the picture as it stands', () => {
  const lies = [
    Buffer.from('Exif\0\0MM', 'latin1'),
    Buffer.concat([Buffer.from('Exif\0\0MM\0*', 'latin1'), Buffer.from([0xff, 0xff, 0xff, 0xff, 0, 0])]),
    Buffer.concat([Buffer.from('Exif\0\0MM\0*', 'latin1'), Buffer.from([0, 0, 0, 8, 0xff, 0xff, 1, 2])]),
  ];
  for (const lie of lies) expect(withoutTraces(jpeg(segment(0xe1, lie)))).toEqual(jpeg());
  const turnedTooFar = exif(9, false);
  expect(withoutTraces(jpeg(turnedTooFar))).toEqual(jpeg());
});

test('fillings between the parts of a picture do no harm', () => {
  const filled = Buffer.concat([begin, Buffer.from([0xff]), tables, scan, Buffer.from([0xff]), end]);
  expect(withoutTraces(filled)?.subarray(-2)).toEqual(end);
});
