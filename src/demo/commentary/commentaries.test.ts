import { describe, expect, it } from 'vitest';
import { inlineText, plainText } from '../../domain/commentary/plain-text.ts';
import { textTreeSchema } from '../../domain/commentary/schema.ts';
import type { Block } from '../../domain/commentary/text-tree.ts';
import { toText } from '../../domain/number/decimal.ts';
import { selectExceptions } from '../../domain/scorecard/selection.ts';
import { demoFacts } from '../demo-facts.ts';
import { evaluateDemo } from '../evaluate-demo.ts';

const facts = demoFacts();
const exceptions = selectExceptions(evaluateDemo().measures).map(({ measure: { snapshot } }) => ({
  code: snapshot.version.code,
  figure: snapshot.position.figure,
}));

describe('the commentary', () => {
  const second = facts.commentaries.filter(({ period }) => period === '2018-19/Q2');
  const textsOf = (code: string) =>
    second.filter(({ measure }) => measure === code).map(({ text }) => plainText(text.tree));

  it('has three texts for each exception, 40 to 200 words in all', () => {
    for (const { code } of exceptions) {
      const texts = textsOf(code);
      expect(texts, code).toHaveLength(3);
      const words = texts.join(' ').split(/\s+/).length;
      expect(words, code).toBeGreaterThanOrEqual(40);
      expect(words, code).toBeLessThanOrEqual(200);
    }
  });

  it('has a few words on others, and on the quarter before', () => {
    const measures = (period: string) =>
      new Set(facts.commentaries.filter((each) => each.period === period).map(({ measure }) => measure));
    const reported = new Set(exceptions.map(({ code }) => code));
    expect([...measures('2018-19/Q2')].filter((code) => !reported.has(code))).toHaveLength(16);
    expect(measures('2018-19/Q1').size).toBe(10);
  });

  it('is sound: real lists and links, no markup left over', () => {
    const kinds = new Set<string>();
    const walk = (blocks: readonly Block[]) => {
      for (const block of blocks) {
        kinds.add(block.type);
        if (block.type === 'p') {
          for (const child of block.children) kinds.add(child.type);
          expect(inlineText(block.children)).not.toMatch(/[*_[\]`<>]|^\s*[-–] |\]\(|^\d+[.)] /);
        } else for (const item of block.items) walk(item);
      }
    };
    for (const { text } of facts.commentaries) {
      expect(textTreeSchema.parse(text.tree)).toEqual(text.tree);
      walk(text.tree);
    }
    expect([...kinds].sort()).toEqual(['em', 'link', 'ol', 'p', 'text', 'ul']);
  });

  it('quotes the figure it is about', () => {
    for (const { code, figure } of exceptions) {
      if (figure.kind !== 'number') continue;
      const text = textsOf(code).join(' ').replaceAll(',', '').replace('Nine of the', '9 of the');
      expect(text, code).toContain(toText(figure.value));
    }
  });

  it('names no real council, product or person', () => {
    const shown = [
      facts.authority.name,
      ...facts.organisation.map(({ name }) => name),
      ...facts.measures.flatMap(({ title, note, owner }) => [title, note ?? '', owner ?? '']),
      ...facts.commentaries.map(({ text }) => plainText(text.tree)),
      ...facts.observations.flatMap(({ note, source }) => [note ?? '', source]),
    ].join('\n');
    expect(shown).not.toMatch(/Derby|Sinfin|Arboretum|Normanton|Firmstep|FirstCare|\bEY\b|Matrix/i);
    expect(shown).not.toMatch(/\b(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Sir)\b/);
  });
});
