import type { Element } from 'hast';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Table } from '../../../src/web/components/table/table.tsx';
import { treeOf } from '../../tools/markup.ts';
import { content, fixturesOf, given, type Options } from './fixture.ts';

/** Ours stacks on a narrow screen: what that needs is taken off before the comparison. */
function plain(node: Element): Element | null {
  const classes = ((node.properties.className ?? []) as string[]).filter((name) => !name.startsWith('ot-'));
  if (node.tagName === 'caption' && classes.length === 0) return null;
  const labels = node.children.filter((child) => child.type !== 'element' || !isStackLabel(child));
  const children = labels.flatMap((child) =>
    child.type === 'element' && child.tagName === 'span' && node.tagName === 'td' ? child.children : [child],
  );
  const { role: _said, ...properties } = node.properties;
  return { ...node, children, properties: { ...properties, className: classes } };
}

const isStackLabel = ({ properties }: Element) =>
  ((properties.className ?? []) as string[]).includes('ot-stack-label');

/** A table of ours always says what it is, what its columns are, and names each row by its first cell. */
const fits = ({ caption, head, firstCellIsHeader, rows }: Options) =>
  caption && head && firstCellIsHeader && given(rows).length > 0;

describe('table', () => {
  const fixtures = fixturesOf('table').filter(({ options }) => fits(options));

  it.each(fixtures)('$name', ({ options, html }) => {
    const columns = options.head.map((item: Options) => ({
      heading: content(item),
      label: String(item.text),
      numeric: item.format === 'numeric',
    }));
    const rows = given(options.rows).map((cells, index) => ({
      key: String(index),
      cells: cells.map(content),
    }));
    const made = <Table caption={options.caption} columns={columns} rows={rows} empty="Nothing" />;
    expect(treeOf(renderToString(made), plain)).toBe(treeOf(html));
  });

  it('is compared at all', () => expect(fixtures.length).toBeGreaterThan(0));

  it('labels each cell for where it is stacked, and says in words that there is nothing', () => {
    const columns = [
      { heading: 'Measure', label: 'Measure' },
      { heading: 'Due', label: 'Due' },
    ];
    const table = (rows: { key: string; cells: string[] }[]) =>
      renderToString(<Table caption="Due" columns={columns} rows={rows} empty="Nothing is due." />);
    expect(table([])).toBe('<p class="govuk-body">Nothing is due.</p>');
    const html = table([{ key: 'a', cells: ['Flats let', 'Friday'] }]);
    expect(html).toContain('<span class="ot-stack-label" aria-hidden="true">Due</span>');
  });
});
