import { demoFacts } from '../src/demo/demo-facts.ts';
import { evaluateDemo } from '../src/demo/evaluate-demo.ts';
import { demoPeople } from '../src/demo/people/people.ts';
import { checkInputOf, recordedOf } from '../src/domain/check-input.ts';
import { checkCommentary } from '../src/domain/commentary/checks/check-commentary.ts';
import type { CheckInput } from '../src/domain/commentary/checks/input.ts';
import { sentences } from '../src/domain/commentary/checks/sentences.ts';
import { standardChecks } from '../src/domain/commentary/checks/settings.ts';
import { plainText } from '../src/domain/commentary/plain-text.ts';
import { periodOf } from '../src/domain/period/parse.ts';
import { derby } from '../src/domain/status/presets/derby.ts';
import type { Case } from './case.ts';

export const UPDATES = 1_000;
export const WORDS = 150;

/** A round of 1,000 updates: the demonstration's measures and figures, and three texts of 150 words made of its sentences. */
export function roundOfUpdates(): CheckInput[] {
  const facts = demoFacts();
  const period = periodOf('2018-19/Q2');
  const around = {
    ...standardChecks,
    period,
    asOf: '2018-10-20',
    scheme: derby,
    measures: { named: facts.measures, complete: true },
    people: demoPeople.map(({ name }) => name),
  };
  const inputs = evaluateDemo(period.code).measures.map((measure) => {
    const { code } = measure.snapshot.version;
    const recorded = recordedOf(facts, code);
    return checkInputOf(measure, recorded, around);
  });
  const spoken = facts.commentaries.flatMap(({ text }) =>
    sentences(plainText(text.tree)).map((one) => one.text),
  );
  let next = 0;
  const text = () => {
    const chosen: string[] = [];
    for (let words = 0; words < WORDS; ) {
      const sentence = spoken[next % spoken.length] ?? '';
      next += 1;
      chosen.push(sentence);
      words += sentence.split(' ').length;
    }
    return chosen.join(' ').split(' ').slice(0, WORDS).join(' ');
  };
  return Array.from({ length: UPDATES }, (_, index) => ({
    ...(inputs[index % inputs.length] as CheckInput),
    texts: { context: text(), actions: text(), intervention: text() },
  }));
}

export function commentaryCase(): Case {
  const inputs = roundOfUpdates();
  let findings = 0;
  return {
    warm: 1,
    times: 5,
    processorTime: true,
    run: async () => {
      for (const input of inputs) findings += checkCommentary(input).length;
      if (findings === 0) throw new Error('nothing was found');
    },
  };
}
