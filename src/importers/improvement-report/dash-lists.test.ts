import { describe, expect, it } from 'vitest';
import { inlineText, plainText } from '../../domain/commentary/plain-text.ts';
import { splitDashedItems } from './dash-lists.ts';
import { readLegacyCommentary } from './legacy-commentary.ts';
import { DEFAULT_LEGACY_LIMITS } from './limits.ts';

const items = (text: string) =>
  splitDashedItems([{ type: 'text', text }]).map((item) => inlineText(item).trim());
const read = (raw: string) => {
  const result = readLegacyCommentary(raw, DEFAULT_LEGACY_LIMITS);
  if ('problem' in result) throw new Error(result.problem.message);
  return { text: plainText(result.text.tree), repairs: result.repairs.length, format: result.text.format };
};

describe('a list whose items are not marked', () => {
  it.each([
    [
      '- Two off sick - One moved to UC, on 11 July - System down.',
      ['Two off sick', 'One moved to UC, on 11 July', 'System down.'],
    ],
    ['- Plans made. - we have a strategy. - More', ['Plans made.', 'we have a strategy.', 'More']],
    ['- more staff - later starts', ['more staff', 'later starts']],
    ['- Rose from 5 - 8 cases - Fell again', ['Rose from 5 - 8 cases', 'Fell again']],
    ['- The team - led by a manager - grew', ['The team - led by a manager - grew']],
    ['- Open Monday - Friday - Closed July - September', ['Open Monday - Friday', 'Closed July - September']],
    ['- Report 2018/19 - comparisons follow', ['Report 2018/19 - comparisons follow']],
    ['• first • second', ['first', 'second']],
    ['no dash at its start - Then one', ['no dash at its start - Then one']],
    ['- Well-known e-mail - Next', ['Well-known e-mail', 'Next']],
  ])('%s', (text, expected) => {
    expect(items(text)).toEqual(expected);
  });

  it('keeps marks in their item', () => {
    const split = splitDashedItems([
      { type: 'text', text: '- See ' },
      { type: 'em', children: [{ type: 'text', text: 'Plan' }] },
      { type: 'text', text: ' today - Later' },
    ]);
    expect(split.map(inlineText)).toEqual(['See Plan today ', ' Later']);
    expect(split[0]?.[1]?.type).toBe('em');
  });
});

describe('a legacy commentary cell', () => {
  it.each([
    ['<p>Because:</p> <ul style="a"> - One - Two <p>After</p>', 'Because:\n\n- One\n- Two\n\nAfter', 2],
    ['<p>- One</p> <p>- Two - still two</p> <p>End</p>', '- One\n- Two - still two\n\nEnd', 0],
    ['<p>1) One</p><p>2)Two</p><p>2) Again</p>', '1. One\n2. Two\n\n2) Again', 0],
    ['<p>4) No list</p><p>1.5 days</p>', '4) No list\n\n1.5 days', 0],
    ['<ul><li>One</li><li>Two</ul>', '- One\n- Two', 0],
    ['<ul> - One - Two </ul><p>- Three</p>', '- One\n- Two\n- Three', 1],
    ['<p>2018/19 - comparisons stay</p>', '2018/19 - comparisons stay', 0],
    ['<p>e.g. <name of school> &amp; <a school> x<y</p>', 'e.g. <name of school> & <a school> x<y', 0],
    ['<p>One<br/>Two<o:p></o:p></p><h3>Three</h3>', 'One\n\nTwo\n\nThree', 0],
  ])('%s', (raw, text, repairs) => {
    expect(read(raw)).toEqual({ text, repairs, format: 'html' });
  });

  it.each([
    ['x<y & y<z and <name of school>', 'x<y & y<z and <name of school>'],
    ['R&amp;D &pound;5 &nosuch; AT&T', 'R&D £5 &nosuch; AT&T'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['first\n\n- one\n- two', 'first\n\n- one\n- two'],
    ['', ''],
  ])('without a known tag is plain text: %s', (raw, text) => {
    expect(read(raw)).toEqual({ text, repairs: 0, format: 'plain' });
  });
});
