import { describe, expect, it } from 'vitest';
import { cpuTime } from '../../../test/tools/cpu-time.ts';
import { plainText } from '../../domain/commentary/plain-text.ts';
import { textTreeSchema } from '../../domain/commentary/schema.ts';
import type { CommentaryText } from '../../domain/commentary/text-tree.ts';
import { commentaryFrom } from './commentary.ts';

function treeOf(raw: string, format: CommentaryText['format']) {
  const result = commentaryFrom(raw, format);
  if ('problem' in result) throw new Error(result.problem.message);
  expect(result.text.raw).toBe(raw);
  expect(result.text.format).toBe(format);
  return textTreeSchema.parse(result.text.tree);
}
const textOf = (raw: string, format: CommentaryText['format']) => plainText(treeOf(raw, format));

const HONEST = [
  'e.g. <name of school>',
  'x<y & y<z',
  'AT&T and R&D; fish&chips &copy= 5 &',
  'up <3% but > 2%, "quoted" & it\'s <b',
  '<script>alert(1)</script>',
  'Ward <10, ward >20 \\ / {curly} [square] `tick` $5 ^2 ~1',
];

describe('plain text', () => {
  it.each(HONEST)('keeps %s exactly', (text) => {
    expect(treeOf(text, 'plain')).toEqual([{ type: 'p', children: [{ type: 'text', text }] }]);
  });

  it('reads blank lines as paragraphs and marked lines as lists', () => {
    expect(
      textOf(
        'Causes:\r\n- sickness\r\n* leave\r\n  long ones\r\n• downtime\r\n\r\nActions:\n1. hire\n2) train',
        'plain',
      ),
    ).toBe('Causes:\n\n- sickness\n- leave long ones\n- downtime\n\nActions:\n\n1. hire\n2. train');
  });

  it('does not take a year, a minus or a wrong order for a list', () => {
    expect(textOf('12. was the house\n-5 degrees\n2. second', 'plain')).toBe(
      '12. was the house -5 degrees 2. second',
    );
    expect(textOf(' \n\n', 'plain')).toBe('');
  });
});

describe('Markdown', () => {
  it.each(HONEST.filter((text) => !text.includes('\\')))('keeps %s exactly', (text) => {
    expect(textOf(text, 'markdown')).toBe(text);
  });

  it('reads paragraphs, lists, emphasis and links, and nothing else', () => {
    expect(
      treeOf(
        'Some **strong *both*** text\n\n- one\n- [two](https://example.org/a)\n\n1. first\n',
        'markdown',
      ),
    ).toEqual([
      {
        type: 'p',
        children: [
          { type: 'text', text: 'Some ' },
          {
            type: 'strong',
            children: [
              { type: 'text', text: 'strong ' },
              { type: 'em', children: [{ type: 'text', text: 'both' }] },
            ],
          },
          { type: 'text', text: ' text' },
        ],
      },
      {
        type: 'ul',
        items: [
          [{ type: 'p', children: [{ type: 'text', text: 'one' }] }],
          [
            {
              type: 'p',
              children: [
                { type: 'link', href: 'https://example.org/a', children: [{ type: 'text', text: 'two' }] },
              ],
            },
          ],
        ],
      },
      { type: 'ol', items: [[{ type: 'p', children: [{ type: 'text', text: 'first' }] }]] },
    ]);
  });

  it('keeps what CommonMark would turn into something we have no place for', () => {
    expect(textOf('> 95% of visits', 'markdown')).toBe('> 95% of visits');
    expect(textOf('# of visits', 'markdown')).toBe('# of visits');
    expect(textOf('    four spaces', 'markdown')).toBe('four spaces');
    expect(textOf('2018. A good year.', 'markdown')).toBe('2018. A good year.');
    expect(textOf('[click](javascript:alert(1))', 'markdown')).toBe('click (javascript:alert(1))');
    expect(textOf('[a]: http://example.org', 'markdown')).toBe('[a]: http://example.org');
  });
});

describe('HTML', () => {
  it('reads the tree and drops everything else', () => {
    expect(
      textOf(
        '<h2 style="x">Title</h2><div>a<br>b</div><ul><li>one<ul><li>in</li></ul></li><li>two</li></ul>' +
          '<table><tr><td>c</td><td>d</td></tr></table><script>alert(1)</script><o:p></o:p><!-- gone -->',
        'html',
      ),
    ).toBe('Title\n\na\n\nb\n\n- one\n  - in\n- two\n\nc\n\nd');
  });

  it('keeps words that only look like tags, and decodes complete entities only', () => {
    expect(textOf('<p>e.g. <name of school> x<y & y<z AT&T &pound;5 &#8217; &ndash;</p>', 'html')).toBe(
      'e.g. <name of school> x<y & y<z AT&T £5 ’ –',
    );
  });

  it('joins marks that stand around blocks, and keeps only safe links', () => {
    expect(treeOf('<b><p>a</p><p>b <i>c</i></p></b><a href="javascript:alert(1)">x</a>', 'html')).toEqual([
      { type: 'p', children: [{ type: 'strong', children: [{ type: 'text', text: 'a' }] }] },
      {
        type: 'p',
        children: [
          {
            type: 'strong',
            children: [
              { type: 'text', text: 'b ' },
              { type: 'em', children: [{ type: 'text', text: 'c' }] },
            ],
          },
        ],
      },
      { type: 'p', children: [{ type: 'text', text: 'x' }] },
    ]);
  });

  it('lifts a paragraph out of a list that was not closed', () => {
    expect(textOf('<ul><li>one</li><li>two</li><p>After</p>', 'html')).toBe('- one\n- two\n\nAfter');
  });

  it.each([
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)><a xlink:href="javascript:alert(1)">x</a></svg>',
    '<meta http-equiv="refresh" content="0;url=https://evil.example">',
    '<a href="java&#10;script:alert(1)">x</a>',
    '<math><mtext><table><mglyph><style><img src onerror=alert(1)>',
    '<p onclick="alert(1)">x</p><iframe src="https://evil.example"></iframe>',
  ])('leaves nothing active of %s', (raw) => {
    expect(JSON.stringify(treeOf(raw, 'html'))).not.toMatch(
      /onerror|onload|script|refresh|href|onclick|iframe/,
    );
  });
});

describe('hostile commentary is answered fast', () => {
  const cases: [string, string, CommentaryText['format']][] = [
    ['100,000 nested div', '<div>'.repeat(100_000), 'html'],
    ['nested div within the length', '<div>'.repeat(3_900), 'html'],
    ['nested spans and bolds', '<b><i>'.repeat(3_000), 'html'],
    ['10 MB of text', 'x'.repeat(10_000_000), 'plain'],
    ['nested Markdown lists', '- '.repeat(9_999), 'markdown'],
    [
      'indented Markdown lists',
      Array.from({ length: 130 }, (_, i) => `${' '.repeat(i * 2)}- a`).join('\n'),
      'markdown',
    ],
  ];
  it.each(cases)('%s is refused', (_name, raw, format) => {
    const spent = cpuTime();
    const result = commentaryFrom(raw, format);
    expect(spent()).toBeLessThan(1_500);
    expect('problem' in result).toBe(true);
  });

  it.each<[string, string, CommentaryText['format']]>([
    ['open angle brackets', '<'.repeat(20_000), 'html'],
    ['attributes that never end', `<p ${'a '.repeat(9_990)}`, 'html'],
    ['spaces in a tag', `<p${' '.repeat(19_000)}`, 'html'],
    ['quotes that never end', '<p a="'.repeat(3_300), 'html'],
    ['comments that never end', '<!--'.repeat(5_000), 'html'],
    ['ampersands', '&'.repeat(20_000), 'html'],
    ['unclosed paragraphs', '<p>a'.repeat(5_000), 'html'],
    ['brackets', '['.repeat(20_000), 'markdown'],
    ['stars', '*a _'.repeat(5_000), 'markdown'],
    ['asterisks', '*'.repeat(20_000), 'markdown'],
    ['bullets', '- \n'.repeat(6_000), 'plain'],
  ])('%s is read', (_name, raw, format) => {
    const spent = cpuTime();
    commentaryFrom(raw, format);
    expect(spent()).toBeLessThan(2_000);
  });
});
