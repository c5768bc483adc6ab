import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { sampleReport, sampleScorecard } from '../../../../test/fixtures/sample-report.ts';
import { withEveryText } from '../../../../test/tools/hostile-report.ts';
import { byId, elements, parseHtml, textOf } from '../../../../test/tools/html-tree.ts';
import type { MeasureRecord, Report } from '../../model/report.ts';
import { renderHtml } from './render-html.ts';

const samples: [string, () => Report][] = [
  ['improvement report', sampleReport],
  ['scorecard', sampleScorecard],
];

async function htmlOf(report: Report): Promise<string> {
  return new TextDecoder().decode((await renderHtml(report)).bytes);
}

describe.each(samples)('the HTML of an %s', (_name, sample) => {
  it('is one file, the same bytes every time', async () => {
    const file = await renderHtml(sample());
    expect(file.name).toBe(`${sample().fileStem}.html`);
    expect(file.mediaType).toBe('text/html; charset=utf-8');
    expect(await renderHtml(sample())).toEqual(file);
  });

  it('needs no script and nothing from elsewhere', async () => {
    const page = parseHtml((await renderHtml(sample())).bytes);
    for (const name of ['script', 'link', 'img', 'iframe', 'object', 'base', 'form']) {
      expect(elements(page, name), name).toEqual([]);
    }
    const style = elements(page, 'style').map(textOf).join('');
    expect(style).not.toMatch(/url\(|@import/);
    expect(elements(page).filter((element) => 'style' in element.properties)).toEqual([]);
  });

  it('prints every figure of every measure, with its exact value and its notes', async () => {
    const report = sample();
    const page = parseHtml((await renderHtml(report)).bytes);
    for (const measure of report.measures) {
      const row = rowOf(page, measure);
      const text = textOf(row);
      for (const figure of [measure.target, measure.actual, measure.forecastTarget, measure.forecast]) {
        const shown = elements(row, undefined, 'figure-value').find(
          (element) => textOf(element) === figure.display,
        );
        expect(shown, `${measure.code}: ${figure.display}`).toBeDefined();
        expect(shown?.properties.value ?? shown?.properties.dateTime ?? null).toBe(figure.exact);
        for (const note of figure.notes) expect(text).toContain(note);
      }
      for (const said of [measure.title, ...measure.aliases, ...measure.notes, measure.direction.label]) {
        expect(text, measure.code).toContain(said);
      }
      for (const status of [measure.status, measure.forecastStatus]) {
        expect(elements(row, 'span', 'chip').map((chip) => textOf(chip).trim())).toContain(status.label);
        expect(text).toContain(status.explanation);
      }
    }
  });

  it('has one first-level heading, no gaps below it, and no id twice', async () => {
    const page = parseHtml((await renderHtml(sample())).bytes);
    const levels = elements(page).flatMap(({ tagName }) =>
      /^h[1-6]$/.test(tagName) ? [Number(tagName[1])] : [],
    );
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.every((level, index) => index === 0 || level <= (levels[index - 1] ?? 0) + 1)).toBe(true);
    const ids = elements(page).flatMap((element) => element.properties.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('links the contents to every directorate and measure', async () => {
    const page = parseHtml((await renderHtml(sample())).bytes);
    const [contents] = elements(page, 'nav');
    const targets = elements(contents!, 'a').map((link) =>
      decodeURIComponent(String(link.properties.href).slice(1)),
    );
    for (const id of targets) expect(byId(page, id), id).toBeDefined();
    const headings = sample().blocks.flatMap((block) => (block.type === 'heading' ? [block.id] : []));
    expect(targets).toHaveLength(headings.length + sample().measures.length);
    expect(targets).toEqual(expect.arrayContaining(headings));
  });

  it('has real tables: caption, column and row headers, and the roles that survive reflow', async () => {
    const page = parseHtml((await renderHtml(sample())).bytes);
    for (const table of elements(page, 'table')) {
      expect(table.properties.role).toBe('table');
      expect(elements(table, 'caption')).toHaveLength(1);
      const [head] = elements(table, 'thead');
      expect(elements(head!, 'th').every((cell) => cell.properties.scope === 'col')).toBe(true);
      for (const row of elements(elements(table, 'tbody')[0]!, 'tr')) {
        const [first, ...others] = row.children;
        expect(first).toMatchObject({ tagName: 'th', properties: { scope: 'row', role: 'rowheader' } });
        for (const cell of others)
          expect(cell).toMatchObject({ tagName: 'td', properties: { role: 'cell' } });
      }
    }
  });

  it('is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended', 'html-validate:standard', 'html-validate:a11y'],
      rules: {
        // The serialiser closes empty elements as XML does; browsers read both alike.
        'void-style': 'off',
        // The title carries report, date and authority, whatever their length.
        'long-title': 'off',
        // Said twice on purpose: `display: block` takes the meaning of table elements away.
        'no-redundant-role': 'off',
      },
    });
    const result = await validator.validateString(await htmlOf(sample()));
    expect(
      result.results.flatMap(({ messages }) =>
        messages.map((m) => `${m.ruleId} ${m.selector}: ${m.message}`),
      ),
    ).toEqual([]);
  });

  it('shows hostile text as text, in every field', async () => {
    const attack = `"'></td></style></title><script>alert(1)</script><img src=x onerror=alert(1)>&lt;javascript:alert(1)`;
    const report = withEveryText(sample(), (text) => `${attack} ${text}`);
    const page = parseHtml((await renderHtml(report)).bytes);
    for (const name of ['script', 'img', 'iframe']) expect(elements(page, name)).toEqual([]);
    const attributes = elements(page).flatMap((element) => Object.keys(element.properties));
    expect(attributes.filter((name) => /^on/i.test(name))).toEqual([]);
    const links = elements(page, 'a').map((link) => String(link.properties.href));
    expect(links.filter((href) => !/^(#|https:|mailto:)/.test(href))).toEqual([]);
    expect(textOf(elements(page, 'h1')[0]!)).toBe(report.title);
    expect(elements(page, 'table')).toHaveLength(
      elements(parseHtml((await renderHtml(sample())).bytes), 'table').length,
    );
  });
});

describe('the HTML of a report', () => {
  it('says who, what and when in its title, in the language of the report', async () => {
    const html = await htmlOf(sampleReport());
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="en-GB">/);
    expect(html).toContain(
      '<title>Improvement Report - Council Scorecard: 30-Sep-2018 - Borchester City Council</title>',
    );
  });

  it('says when it was known, where that is asked for', async () => {
    expect(await htmlOf(sampleReport())).not.toContain('as they were known');
    const html = await htmlOf({ ...sampleReport(), asAt: '2018-10-26T17:00:00Z' });
    expect(html).toContain('as they were known at <time datetime="2018-10-26T17:00:00Z">');
  });

  it('says so where there is nothing to show', async () => {
    const report = sampleReport();
    const blocks = report.blocks.map((block) =>
      block.type === 'table' && block.table.layout === 'measures'
        ? { ...block, table: { ...block.table, rows: [] } }
        : block,
    );
    const page = parseHtml((await renderHtml({ ...report, blocks, measures: [] })).bytes);
    expect(elements(page, 'p', 'empty').map(textOf)).toEqual([
      'No exceptions.',
      'No exceptions.',
      'No exceptions.',
    ]);
    expect(elements(page, 'table', 'measures')).toEqual([]);
  });

  it('keeps paragraphs, nested lists, emphasis and safe links of the commentary', async () => {
    const page = parseHtml((await renderHtml(sampleReport())).bytes);
    const prose = elements(byId(page, 'measure-hn-04')!, 'div', 'prose');
    expect(elements(prose[0]!, 'p')).toHaveLength(3);
    expect(elements(prose[1]!, 'ol')).toHaveLength(1);
    expect(elements(elements(prose[1]!, 'ul')[0]!, 'li').map((item) => elements(item, 'ul').length)).toEqual([
      0, 1, 0, 0,
    ]);
    expect(elements(prose[1]!, 'a').map((link) => [link.properties.href, link.properties.rel])).toEqual([
      ['https://housing.borchester.example/pipeline?year=2018&area=all', ['noopener', 'noreferrer']],
      ['mailto:housing.delivery@borchester.example', ['noopener', 'noreferrer']],
    ]);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'http://plain.example',
    '//elsewhere.example',
    ' java\nscript:x',
  ])('does not link to %j', async (href) => {
    const report = withEveryText(sampleReport(), (text) => (text.startsWith('https:') ? href : text));
    const page = parseHtml((await renderHtml(report)).bytes);
    const prose = elements(byId(page, 'measure-hn-04')!, 'div', 'prose')[1]!;
    expect(elements(prose, 'a')).toHaveLength(1);
    expect(textOf(prose)).toContain('pipeline of sites');
  });

  it('leaves out a colour that is not a colour, and keeps the word and the shape', async () => {
    const report = withEveryText(sampleReport(), (text) =>
      text === '#b10e1e' ? 'red}body{display:none' : text,
    );
    const html = await htmlOf(report);
    expect(html).not.toContain('red}');
    expect(html).toContain('<span class="word">Red</span>');
  });

  it('names a sparkline and lists its figures', async () => {
    const page = parseHtml((await renderHtml(sampleScorecard())).bytes);
    const chart = byId(page, 'measure-env-12-b')!;
    expect(elements(chart, 'svg', 'sparkline')[0]?.properties).toMatchObject({ role: 'img' });
    expect(textOf(elements(chart, 'title')[0]!)).toContain('from 42.60 in Q2 2017-18 to 51.75');
    expect(elements(chart, 'dl', 'points').map(textOf).join()).toContain('Q1 2018-19Awaited');
    expect(textOf(byId(page, 'measure-res-14')!)).toContain('There are no figures to draw');
  });
});

function rowOf(page: ReturnType<typeof parseHtml>, measure: MeasureRecord) {
  const row = elements(page, 'tr').find((candidate) =>
    elements(candidate, 'th', 'measure').some(
      (head) => textOf(elements(head, 'span', 'code')[0]!) === measure.code,
    ),
  );
  if (row === undefined) throw new Error(`No row for ${measure.code}`);
  return row;
}
