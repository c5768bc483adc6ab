import { describe, expect, it } from 'vitest';
import { inlineText, isEmpty, plainText, wordCount } from './plain-text.ts';
import { isAllowedLink, measureTree, textTreeSchema } from './schema.ts';
import type { Block, TextTree } from './text-tree.ts';

const p = (text: string): Block => ({ type: 'p', children: [{ type: 'text', text }] });
const nested = (levels: number): TextTree => {
  let tree: TextTree = [p('deep')];
  for (let level = 0; level < levels; level += 1) tree = [{ type: 'ul', items: [tree] }];
  return tree;
};

describe('the text tree', () => {
  it('accepts every node it has', () => {
    const tree: TextTree = [
      p('Two causes:'),
      { type: 'ul', items: [[p('sickness')], [p('downtime'), { type: 'ol', items: [[p('first')]] }]] },
      {
        type: 'p',
        children: [
          { type: 'strong', children: [{ type: 'em', children: [{ type: 'text', text: 'See' }] }] },
          { type: 'link', href: 'https://example.org/', children: [{ type: 'text', text: 'here' }] },
        ],
      },
    ];
    expect(textTreeSchema.parse(tree)).toEqual(tree);
  });

  it.each([
    [
      'a link to http',
      [{ type: 'p', children: [{ type: 'link', href: 'http://example.org', children: [] }] }],
    ],
    [
      'a script link',
      [{ type: 'p', children: [{ type: 'link', href: 'javascript:alert(1)', children: [] }] }],
    ],
    ['an unknown node', [{ type: 'div', children: [] }]],
    ['an extra attribute', [{ type: 'p', children: [], onclick: 'x' }]],
    ['text that is no string', [{ type: 'p', children: [{ type: 'text', text: 5 }] }]],
    ['too much text', [p('x'.repeat(20_001))]],
    ['51 levels', nested(49).concat() && nested(50)],
    ['100,000 levels', nested(100_000)],
    ['something that is not a list', 'text'],
  ])('refuses %s', (_name, tree) => {
    expect(textTreeSchema.safeParse(tree).success).toBe(false);
  });

  it('accepts what is exactly at the limits', () => {
    expect(measureTree(nested(48)).nesting).toBe(50);
    expect(textTreeSchema.safeParse(nested(48)).success).toBe(true);
    expect(textTreeSchema.safeParse([p('x'.repeat(20_000))]).success).toBe(true);
  });

  it('links to https and mailto only', () => {
    expect(isAllowedLink('https://www.gov.uk/')).toBe(true);
    expect(isAllowedLink('mailto:a@example.org')).toBe(true);
    for (const href of [
      'http://x.org',
      'data:text/html,x',
      'java\nscript:x',
      ' https://x.org',
      '//x.org',
      'https:',
    ])
      expect(isAllowedLink(href)).toBe(false);
  });
});

describe('plain text', () => {
  it('separates paragraphs by a blank line and marks list items', () => {
    const tree: TextTree = [
      p('Before'),
      { type: 'ul', items: [[p('one'), { type: 'ul', items: [[p('inner')]] }], [p('two')]] },
      { type: 'ol', items: [[p('first'), p('more')], [p('second')]] },
    ];
    expect(plainText(tree)).toBe('Before\n\n- one\n  - inner\n- two\n\n1. first\n   more\n2. second');
  });

  it('counts words and knows when there are none', () => {
    expect(wordCount([p('On track.'), { type: 'ul', items: [[p('one two')]] }])).toBe(4);
    expect(isEmpty([])).toBe(true);
    expect(isEmpty([p(' \u00a0')])).toBe(true);
    expect(isEmpty([p('-')])).toBe(false);
    expect(inlineText([{ type: 'em', children: [{ type: 'text', text: 'only' }] }])).toBe('only');
  });
});
