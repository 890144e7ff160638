/**
 * A photo without what the camera wrote beside the picture: where and when it was taken, with what, by whom. The picture
 * itself is not touched; which way is up is kept. Undefined where it is no whole JPEG or PNG.
 */
export function withoutTraces(photo: Buffer): Buffer | undefined {
  if (photo.subarray(0, 2).equals(JPEG_BEGIN)) return jpegWithout(photo);
  return photo.subarray(0, 8).equals(PNG_BEGIN) ? pngWithout(photo) : undefined;
}

const JPEG_BEGIN = Buffer.from([0xff, 0xd8]);
const PNG_BEGIN = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const marker = { soi: 0xd8, eoi: 0xd9, sos: 0xda, comment: 0xfe, app0: 0xe0, app1: 0xe1, app2: 0xe2, app14: 0xee, app15: 0xef } as const;

/** Segment by segment: of those that programs write beside the picture only the profile of its colours is kept. */
function jpegWithout(photo: Buffer): Buffer | undefined {
  const kept: Buffer[] = [JPEG_BEGIN];
  let at = 2;
  let turned = 1;
  while (at + 4 <= photo.length) {
    if (photo[at] !== 0xff) return undefined;
    const kind = photo[at + 1] ?? 0;
    if (kind === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + photo.readUInt16BE(at + 2);
    if (end > photo.length || end < at + 4) return undefined;
    const segment = photo.subarray(at, end);
    if (kind === marker.app1) turned = orientationOf(segment.subarray(4)) ?? turned;
    if (isOfThePicture(kind, segment)) kept.push(segment);
    if (kind === marker.sos) {
      const picture = scansOf(photo, end);
      return picture && Buffer.concat([...kept.slice(0, 1), ...orientation(turned), ...kept.slice(1), picture]);
    }
    at = end;
  }
  return undefined;
}

function isOfThePicture(kind: number, segment: Buffer): boolean {
  if (kind === marker.comment) return false;
  if (kind < marker.app0 || kind > marker.app15) return true;
  if (kind === marker.app0) return segment.toString('latin1', 4, 8) === 'JFIF';
  if (kind === marker.app2) return segment.toString('latin1', 4, 15) === 'ICC_PROFILE';
  return kind === marker.app14 && segment.toString('latin1', 4, 9) === 'Adobe';
}

/** The scans up to the end of the picture; what stands between two of them that is not of the picture falls away, and so does whatever follows. */
function scansOf(photo: Buffer, from: number): Buffer | undefined {
  const kept: Buffer[] = [];
  let begun = from;
  let at = from;
  for (;;) {
    at = photo.indexOf(0xff, at);
    if (at === -1 || at + 1 >= photo.length) return undefined;
    const kind = photo[at + 1] ?? 0;
    // A stuffed byte, a restart, or a filling.
    if (kind === 0 || (kind >= 0xd0 && kind <= 0xd7)) at += 2;
    else if (kind === 0xff) at += 1;
    else if (kind === marker.eoi) return Buffer.concat([...kept, photo.subarray(begun, at + 2)]);
    else {
      if (at + 4 > photo.length) return undefined;
      const end = at + 2 + photo.readUInt16BE(at + 2);
      if (end > photo.length || end < at + 4) return undefined;
      kept.push(photo.subarray(begun, isOfThePicture(kind, photo.subarray(at, end)) ? end : at));
      begun = at = end;
    }
  }
}

const ORIENTATION = 0x0112;

/** Which way is up, from 1 to 8, as the camera wrote it; undefined where it says nothing that can be read. */
function orientationOf(exif: Buffer): number | undefined {
  if (exif.toString('latin1', 0, 6) !== 'Exif\0\0' || exif.length < 14) return undefined;
  const tiff = exif.subarray(6);
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  const count = short(first);
  for (let i = 0; i < count && first + 14 + i * 12 <= tiff.length; i++) {
    const entry = first + 2 + i * 12;
    if (short(entry) !== ORIENTATION) continue;
    const turned = short(entry + 8);
    return turned >= 1 && turned <= 8 ? turned : undefined;
  }
  return undefined;
}

/** A segment that says which way is up and nothing else; none where the picture stands as it is. */
function orientation(turned: number): Buffer[] {
  if (turned === 1) return [];
  const tiff = Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turned, 0, 0, 0, 0, 0, 0]);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  return [Buffer.from([0xff, marker.app1, 0, body.length + 2]), body];
}

/** What a picture needs, and how its colours are meant. */
const chunksOfThePicture = ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'cICP', 'pHYs', 'bKGD'];

function pngWithout(photo: Buffer): Buffer | undefined {
  const kept: Buffer[] = [PNG_BEGIN];
  let at = 8;
  while (at + 12 <= photo.length) {
    const end = at + 12 + photo.readUInt32BE(at);
    if (end > photo.length) return undefined;
    const kind = photo.toString('latin1', at + 4, at + 8);
    if (chunksOfThePicture.includes(kind)) kept.push(photo.subarray(at, end));
    if (kind === 'IEND') return Buffer.concat(kept);
    at = end;
  }
  return undefined;
}
