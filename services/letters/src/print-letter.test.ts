// How a letter looks on paper: experience of the reader, not law. The PDF is read back as a reader would read it.
import type { LetterContent } from '@zhouji/domain';
import { getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, test } from 'vitest';
import { printLetter } from './print-letter.ts';
import type { Printable } from './sheet.ts';
import { typesetter } from './typeset.ts';

/** Points to a millimetre. */
const MM = 72 / 25.4;
const A4 = { width: 210 * MM, height: 297 * MM };
/** What no printer reaches. */
const EDGE = 15 * MM;

const address = '示'.repeat(200);
const names = ['仫', '䶮', '𠮷', '阿卜杜热合曼·买买提'];

/** A letter with as much in it as there may be: a name of 60 characters, twelve in the household, an address of 200. */
const fullLetter: LetterContent = {
  title: { zh: '入户调查表', en: 'Household survey form' },
  to: '阿'.repeat(60),
  paragraphs: [
    { zh: `住址：${address}`, en: 'A'.repeat(300) },
    { zh: names.join('、'), en: 'Rare names' },
  ],
  lines: [
    { label: { zh: '姓名', en: 'Name' }, value: 'Abdurahman'.repeat(6) },
    { label: { zh: '住址', en: 'Address' }, value: address },
  ],
  sections: [
    {
      heading: { zh: '家庭成员', en: 'Members' },
      table: {
        columns: ['姓名', '关系', '性别', '出生日期', '身份号码', '调查情况'].map((zh) => ({ zh, en: 'column' })),
        widths: [3, 2, 1, 2, 3, 3],
        rows: Array.from({ length: 12 }, (_, index) => [
          index === 0 ? 'A'.repeat(60) : '阿'.repeat(60),
          '子女 child',
          '男 M',
          '2015-06-01',
          '4502**********0011',
          '',
        ]),
      },
    },
  ],
  signatures: [{ label: { zh: '签名', en: 'Signature' }, name: '阿'.repeat(60) }, { label: { zh: '日期', en: 'Date' } }],
  because: {
    value: '760.00',
    operation: 'difference',
    of: {
      standards: { value: '2460.00', parameter: 'lowStandard.urban@2026-01-01', source: '演示参数 T1' },
      netIncome: {
        value: '1700.00',
        operation: 'sum',
        of: Object.fromEntries(
          Array.from({ length: 12 }, (_, index) => [
            `member-${index + 1}`,
            { value: '1.00', input: `income/${index}`, member: 'A'.repeat(60) },
          ]),
        ),
      },
    },
  },
  issued: {
    body: { zh: '清溪镇人民政府', en: 'Qingxi' },
    day: '2026-09-30',
    receipt: 'DB26-7KQ4M2XD',
    rules: { parameters: 'demo-0123456789ab', calendar: 'national-0123456789ab', demo: true },
  },
};

interface Piece {
  text: string;
  page: number;
  left: number;
  right: number;
  baseline: number;
}

let pieces: Piece[] = [];
let pages = 0;
beforeAll(async () => ({ pieces, pages } = await read(letterWith(fullLetter))));

describe('on A4', () => {
  test('nothing leaves the paper, with a name of 60 characters, twelve in the household and an address of 200', () => {
    expect(pages).toBeGreaterThan(1);
    const outside = pieces.filter(
      ({ left, right, baseline }) => left < EDGE || right > A4.width - EDGE || baseline < EDGE / 2 || baseline > A4.height - EDGE / 2,
    );
    expect(outside).toEqual([]);
  });

  test('no text runs into the next on its line', () => {
    const lines = Map.groupBy(pieces, ({ page, baseline }) => `${page}/${Math.round(baseline)}`);
    const overlapping = [...lines.values()].flatMap((line) =>
      line
        .toSorted((one, other) => one.left - other.left)
        .filter((piece, index, sorted) => piece.right > (sorted[index + 1]?.left ?? Number.POSITIVE_INFINITY) + 1)
        .map(({ text }) => text),
    );
    expect(overlapping).toEqual([]);
  });

  test('names with rare characters and those of minorities are there, in fonts that are embedded as subsets', async () => {
    const text = pieces.map((piece) => piece.text).join('');
    for (const name of names) expect(text).toContain(name);
    const bytes = await printLetter(letterWith(fullLetter));
    const fonts = [
      ...Buffer.from(bytes)
        .toString('latin1')
        .matchAll(/\/FontName\s*\/([A-Z]{6})\+([A-Za-z-]+)/g),
    ].map(([, , name]) => name);
    // Two megabytes of characters are not sent for a page that uses a few hundred.
    expect(bytes.length).toBeLessThan(400_000);
    for (const name of fonts) expect(name).toMatch(/^NotoSans(SC|JP)/);
  });

  test('each page says which of how many it is, which letter, and that figures are fictional', () => {
    for (let page = 1; page <= pages; page++) {
      const text = pieces
        .filter((piece) => piece.page === page)
        .map((piece) => piece.text)
        .join('');
      expect(text).toContain(`页 ${page} / ${pages}`);
      expect(text).toContain('999901101-DB-QR-2026-000001');
      expect(text).toContain('演示参数（虚构）');
    }
  });

  test('the explanation is a table in words, not data', () => {
    const text = pieces.map((piece) => piece.text).join(' ');
    for (const word of ['城市低保标准', '全家月净收入', '相减', '申报或查实', '2026-01-01 起执行']) expect(text).toContain(word);
    expect(text).not.toMatch(/[{}[\]]|operation|netIncome/);
  });
});

describe('what people wrote', () => {
  test('is set as it was written, never as markup', async () => {
    const hostile = '#read("/etc/passwd") $x^2$ *b* #eval("1+1") <svg onload=1> \\u{41}';
    const { pieces: shown } = await read(letterWith({ ...fullLetter, to: hostile }));
    expect(textOf(shown)).toContain('#read("/etc/passwd")');
    expect(textOf(shown)).toContain('#eval("1+1")');
  });

  test('a character that no font has is marked, named, and left to be written in by hand', async () => {
    const { pieces: shown } = await read(letterWith({ ...fullLetter, to: '丁\u{323AF}' }));
    expect(textOf(shown)).toContain('丁〓');
    expect(textOf(shown)).toContain('U+323AF');
  });

  test('marks that nobody sees and that turn the text around do not get onto paper', async () => {
    const { pieces: shown } = await read(letterWith({ ...fullLetter, to: '丁\u202E一\u0007\u200F' }));
    expect(textOf(shown)).toContain('丁一');
  });
});

describe('the typesetter', () => {
  test('reads nothing but its template and fonts', async () => {
    const compiler = await typesetter();
    for (const code of ['#read("../print-letter.ts")', '#read("/etc/passwd")', '#image("/../../package.json")']) {
      expect(compiler.compile({ mainFileContent: code }).hasError(), code).toBe(true);
    }
  });

  test('sets many letters that are asked for at once, and goes on after one that cannot be set', async () => {
    const broken = letterWith({ ...fullLetter, title: JSON.parse('{}') });
    const asked = await Promise.allSettled([printLetter(letterWith(fullLetter)), printLetter(broken), printLetter(letterWith(fullLetter))]);
    expect(asked.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  test('prints the same letter the same, to the byte', async () => {
    const [one, other] = [await printLetter(letterWith(fullLetter)), await printLetter(letterWith(fullLetter))];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  });

  test('prints a letter from before letters said who issued them', async () => {
    const { issued: _, ...old } = fullLetter;
    expect((await read(letterWith(old))).pages).toBeGreaterThan(0);
  });
});

function letterWith(content: LetterContent): Printable {
  return {
    number: '999901101-DB-QR-2026-000001',
    issuedAt: '2026-09-30T02:00:00.000Z',
    content,
    verifyCode: '7KQ4M2XD7KQ4M2XD7KQ4',
    verifyUrl: 'https://office.example/verify/7KQ4M2XD7KQ4M2XD7KQ4',
    digest: '0123456789abcdef'.repeat(4),
  };
}

async function read(letter: Printable): Promise<{ pieces: Piece[]; pages: number }> {
  const document = await getDocumentProxy(new Uint8Array(await printLetter(letter)));
  const found: Piece[] = [];
  for (let page = 1; page <= document.numPages; page++) {
    const { items } = await (await document.getPage(page)).getTextContent();
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [, , , , left = 0, baseline = 0] = item.transform as number[];
      found.push({ text: item.str.replaceAll('\u200b', ''), page, left, right: left + item.width, baseline });
    }
  }
  return { pieces: found, pages: document.numPages };
}

function textOf(shown: Piece[]): string {
  return shown.map(({ text }) => text).join('');
}
