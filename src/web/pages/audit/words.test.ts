import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ProposalVerb } from '../../../domain/proposal/proposal.ts';
import { actionInWords, kindInWords } from './words.ts';

/** Everything that writes events: the store, the use cases, and the pages of sessions. */
const source = ['store', 'workflow', 'web'].flatMap((folder) => {
  const whole = join(import.meta.dirname, '../../..', folder);
  return readdirSync(whole, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(whole, name), 'utf8'));
});
const written = (pattern: RegExp): string[] => [
  ...new Set(source.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''))),
];

it('says every action that is written into the trail in words', () => {
  const whole = written(/\baction: '([a-zA-Z]+\.[a-zA-Z]+)'/g);
  expect(whole.length).toBeGreaterThan(8);
  // The store makes these names itself, of a kind of thing and of a verb.
  const versioned = ['setting', 'scheme', 'cover', 'peerGroup', 'nationalData'].map(
    (kind) => `${kind}.write`,
  );
  const verbs: ProposalVerb[] = ['save', 'propose', 'attach', 'detach', 'approve', 'refuse', 'withdraw'];
  const ofProposals = verbs.map((verb) => `proposal.${verb}`);
  for (const action of [...whole, ...versioned, ...ofProposals]) {
    expect(actionInWords(action), action).not.toBe(action);
  }
});

it('says every kind of thing that events are about in words', () => {
  const kinds = written(/\bobject(?::| =) \{ kind: '([a-zA-Z]+)', id\b/g);
  expect(kinds.length).toBeGreaterThan(8);
  for (const kind of kinds) expect(kindInWords(kind), kind).not.toBe(kind);
});
