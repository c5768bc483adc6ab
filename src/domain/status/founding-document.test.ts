import { describe, expect, test } from 'vitest';
import { decimal } from '../number/decimal.ts';
import type { Figure } from '../number/figure.ts';
import { assessStatus } from './assess.ts';
import { foundingMilestone, foundingRows } from './fixtures/founding-rows.ts';
import { inferPolarity } from './infer-polarity.ts';
import type { StatusInputs, Subject } from './inputs.ts';
import { derby } from './presets/derby.ts';

const number = (text: string): Figure => ({ kind: 'number', value: decimal(text) });

const inputsOf = (subject: Subject, target: string, actual: string): Omit<StatusInputs, 'polarity'> => ({
  subject,
  unit: { kind: 'number', decimals: 1 },
  actual: number(actual),
  comparators: { target: number(target) },
  measureKind: 'targeted',
});

const pairs = foundingRows.flatMap(({ code, polarity, quarter, forecast }) => [
  { code, polarity, subject: 'actual' as const, pair: quarter },
  { code, polarity, subject: 'forecast' as const, pair: forecast },
]);

describe('the Derby scheme gives every status of the founding document', () => {
  test('there are 48 numeric statuses', () => expect(pairs).toHaveLength(48));

  test.each(pairs)('$code $subject: $pair', ({ polarity, subject, pair: [target, actual, status] }) => {
    expect(assessStatus({ ...inputsOf(subject, target, actual), polarity }, derby).outcome.label).toBe(
      status,
    );
  });

  test('the milestone measure: Red now, N/A in forecast', () => {
    const milestone: StatusInputs = {
      subject: 'actual',
      polarity: null,
      unit: { kind: 'milestone', scale: foundingMilestone.scale },
      actual: { kind: 'step', step: foundingMilestone.actual },
      comparators: { target: { kind: 'step', step: foundingMilestone.target } },
      measureKind: 'targeted',
    };
    expect(assessStatus(milestone, derby).outcome.label).toBe(foundingMilestone.status);
    for (const forecast of [
      { kind: 'missing', reason: 'unusable' } as const,
      number('2.0'),
      { kind: 'step', step: '2.0' } as const,
    ]) {
      const inputs = { ...milestone, subject: 'forecast' as const, actual: forecast };
      expect(assessStatus(inputs, derby).outcome.label).toBe(foundingMilestone.forecastStatus);
    }
  });
});

describe('polarity is inferred only where exactly one reproduces every stated status', () => {
  test('for every measure of the founding document, and always as it is', () => {
    for (const { polarity, quarter, forecast } of foundingRows) {
      const stated = [
        { inputs: inputsOf('actual', quarter[0], quarter[1]), stated: quarter[2] },
        { inputs: inputsOf('forecast', forecast[0], forecast[1]), stated: forecast[2] },
      ];
      expect(inferPolarity(stated, derby)).toBe(polarity);
    }
  });

  test('a status on target says nothing; a contradiction says nothing', () => {
    const onTarget = { inputs: inputsOf('actual', '86', '86'), stated: 'Green' };
    const above = { inputs: inputsOf('actual', '10', '15'), stated: 'Red' };
    const below = { inputs: inputsOf('forecast', '10', '5'), stated: 'Red' };
    expect(inferPolarity([onTarget], derby)).toBeNull();
    expect(inferPolarity([onTarget, above], derby)).toBe('lower');
    expect(inferPolarity([above, below], derby)).toBeNull();
    expect(inferPolarity([], derby)).toBeNull();
  });
});
