import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { piecesFromPlain } from './from-plain.ts';
import { treeOfPlainLine } from './plain-line.ts';
import { reduce } from './reduce.ts';

describe('a plain text of one tidy line', () => {
  it('is read as the general way reads it, or left to it', () => {
    const awkward = fc.constantFrom(
      ...[' ', '  ', '-', '- ', '* ', '• ', '1. ', '2) ', '\n', '\r\n', '\t', '\u00a0', '\u007f', '\u0085'],
      ...['\ufeff', '\uffff', '£', '–', '“a”', '😀', 'é', 'a', 'On track.', '<b>', '&amp;', '=1', '\u2028'],
    );
    const text = fc.oneof(
      fc.array(awkward, { maxLength: 8 }).map((parts) => parts.join('')),
      fc.string(),
    );
    fc.assert(
      fc.property(text, (raw) => {
        const tree = treeOfPlainLine(raw);
        if (tree !== null) expect(tree).toEqual(reduce(piecesFromPlain(raw)));
      }),
      { numRuns: 3_000 },
    );
  });

  it.each(['On track.', 'Up 3% – “better” than £1,000 😀', '<name of school> & more', '(1) is not a list'])(
    'takes %s at once',
    (raw) => {
      expect(treeOfPlainLine(raw)).toEqual([{ type: 'p', children: [{ type: 'text', text: raw }] }]);
    },
  );

  it.each(['', ' a', 'a ', 'a  b', '- a', '1. a', 'a\nb', 'a\tb', '\u00a0', 'a\u0000b'])(
    'leaves %j to the general way',
    (raw) => {
      expect(treeOfPlainLine(raw)).toBeNull();
    },
  );
});
