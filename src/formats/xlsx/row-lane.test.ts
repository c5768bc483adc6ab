import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import type { Archive } from '../zip-gate.ts';
import type { XlsxRow } from './cell.ts';
import { feed } from './feed.ts';
import { type Lane, PADDING } from './lane.ts';
import { MarkupReader } from './markup.ts';
import { RowLane } from './row-lane.ts';
import { type SheetContext, SheetRows } from './sheet-rows.ts';
import { StringLane } from './string-lane.ts';
import { readSharedStrings } from './workbook-parts.ts';

const context: SheetContext = {
  sheet: 'Updates',
  strings: ['CP 1', '', 'naïve – £1', 'a'.repeat(30)],
  styles: ['number', 'percentage', 'date'],
  from1904: false,
  limits: { ...DEFAULT_LIMITS, rows: 40, columns: 6, cellCharacters: 25, sharedStrings: 5 },
};

/** A part that inflates in pieces of this many bytes. */
const inPieces = (text: string, size: number) => {
  const bytes = Buffer.from(text);
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  return { has: () => true, pieces } as unknown as Archive;
};

/** A lane that takes nothing: everything goes through the tokeniser. */
const noLane: Lane = { depth: -1, closing: '</row>', isOpen: false, take: () => -1 };

async function outcome(markup: string, size: number, laneOf: (rows: SheetRows) => Lane) {
  const seen: XlsxRow[] = [];
  const rows = new SheetRows(context, (row) => seen.push(row));
  try {
    await feed(inPieces(markup, size), 'sheet1.xml', new MarkupReader(rows), laneOf(rows));
    return { seen };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { seen, refusal: error.message, place: error.place };
  }
}

/** What a lane answers for the markup that has come. */
const taken = (lane: Lane, markup: string) =>
  lane.take(Buffer.concat([Buffer.from(markup), Buffer.alloc(PADDING)]), 0, Buffer.byteLength(markup));

const cell = fc.constantFrom(
  ...['<c r="A1"><v>1</v></c>', '<c r="B1" s="1"><v>0.94499999999999995</v></c>', '<c t="s"><v>0</v></c>'],
  ...['<c r="C1" s="2"><v>43373</v></c>', '<c t="s" r="D7" s="1"><v>2</v></c>', '<c r="E1" s="1"/>', '<c/>'],
  ...['<c r="F1" t="b"><v>1</v></c>', '<c r="F1" t="b"><v>true</v></c>', '<c t="s"><v>1</v></c>'],
  ...[
    '<c t="inlineStr"><is><t>x &amp; y_x0041_</t></is></c>',
    '<c t="str"><v>£5</v></c>',
    '<c><v> 7 </v></c>',
  ],
  ...['<c t="inlineStr"><is><t xml:space="preserve"> a\r\nb </t></is></c>', '<c><f>A1</f><v>1</v></c>'],
  ...['<c r="B1" t="e"><v>#N/A</v></c>', "<c r='C1'><v>2</v></c>", '<c ><v>3</v></c>', '<c><v>&#49;</v></c>'],
  ...[
    '<c r="G1"><v>1</v></c>',
    '<c r="G1"/>',
    '<c t="s"><v>3</v></c>',
    '<c t="s"><v>9</v></c>',
    '<c><v/></c>',
  ],
  ...['<c r="D1"><v></v></c>', '<c><v>NaN</v></c>', '<c r="A1" x="1"><v>1</v></c>', '<c><v>1</c></v>', ' '],
  ...['<c s="2"><v>-1</v></c>', '<c r="1A"><v>1</v></c>', '<c r="B1"></c>', '<x:c><v>1</v></x:c>', 'text'],
);
const start = fc.constantFrom(
  ...[
    '<row>',
    '<row r="2">',
    '<row r="3" spans="1:7" x14ac:dyDescent="0.25">',
    '<row r="41">',
    '<row s="1">',
  ],
  ...['<row r="30" ht="15.75" customHeight="1">', '<row a="&gt;" r="31">', '<row a=">" r="32">', '\n <row >'],
  ...['<row x:r="4">', '<row r="x">', '<row spans="1:2" r="5" r="6">', "<row r='6'>", '<rowBreaks><row>'],
);
const plain = fc.integer({ min: 0, max: 45 }).map((number) => `<row r="${number}">`);
const usual = fc.constantFrom('<row>', '<row spans="1:7">', '\r\n<row>');
const row = fc
  .tuple(fc.oneof({ weight: 2, arbitrary: usual }, plain, start), fc.array(cell, { maxLength: 5 }))
  .map(([open, cells]) => `${open}${cells.join('')}</row>`);
const ends = fc.oneof(
  { weight: 8, arbitrary: fc.constant('</sheetData><tail a="1"/></worksheet>') },
  fc.constantFrom('', '</sheetData>', '</row></sheetData></worksheet>', '<row/></sheetData></worksheet>'),
);

describe('rows taken by their lane', () => {
  it('are exactly those that the tokeniser reads, or refused alike, however the bytes arrive', async () => {
    const sheets = fc.tuple(fc.array(row, { maxLength: 6 }), ends, fc.integer({ min: 1, max: 90 }));
    await fc.assert(
      fc.asyncProperty(sheets, async ([rows, end, size]) => {
        const markup = `<?xml version="1.0"?><worksheet><cols/><sheetData>${rows.join('')}${end}`;
        const slow = await outcome(markup, 1_000_000, () => noLane);
        expect(await outcome(markup, size, (sheet) => new RowLane(sheet))).toEqual(slow);
      }),
      { numRuns: 800 },
    );
  });

  it('are nearly all of an ordinary sheet', () => {
    const rows = new SheetRows(context, () => {});
    rows.open('sheetData', '');
    const markup =
      '<row r="1" spans="1:2" x14ac:dyDescent="0.25"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1"><v>81.099999999999994</v></c><c r="C1" s="1"/></row>';
    expect(taken(new RowLane(rows), markup)).toBe(markup.length);
    for (let cut = 1; cut < markup.length; cut += 1) {
      const fresh = new SheetRows(context, () => {});
      fresh.open('sheetData', '');
      expect(taken(new RowLane(fresh), markup.slice(0, cut))).toBe(-2);
    }
  });
});

describe('shared texts taken by their lane', () => {
  const item = fc.constantFrom(
    ...[
      '<si><t>a &lt;b&gt; £</t></si>',
      '<si><t/></si>',
      '<si><t></t></si>',
      '<si><r><t>x</t></r></si>',
      '\n',
    ],
    ...['<si><t xml:space="preserve"> _x0041_ </t></si>', '<si><t>a</t><rPh><t>b</t></rPh></si>', '<si/>'],
    ...['<si><t>&bad;</t></si>', '<si><t>1</si></t>', '<si><t>\r\n</t></si>', '<other/>'],
  );
  it('are exactly those that the tokeniser reads', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(item, { maxLength: 7 }),
        fc.integer({ min: 1, max: 60 }),
        async (items, size) => {
          const markup = `<sst count="3">${items.join('')}</sst>`;
          const read = async (archive: Archive) => {
            try {
              return await readSharedStrings(archive, 'sharedStrings.xml', context.limits);
            } catch (error) {
              return error instanceof Refusal ? error.message : error;
            }
          };
          // A comment inside every item is what no lane knows.
          const unusual = markup.replaceAll('<si>', '<si><!-- -->');
          expect(await read(inPieces(markup, size))).toEqual(await read(inPieces(unusual, 1_000_000)));
        },
      ),
      { numRuns: 400 },
    );
    expect(taken(new StringLane([], 5), '<si><!-- --><t>a</t></si>     ')).toBe(-1);
  });
});
