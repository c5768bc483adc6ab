import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Memory, type Recipe } from './memory.ts';
import { type Topic, topics, topicsOf } from './topics.ts';

/** Everything that was ever written, by topic: what an answer of a topic has to hold. */
class World {
  readonly memory = new Memory();
  readonly written: { event: string; topic: Topic | null }[] = [];
  worked = 0;

  write(topic: Topic | null): void {
    this.written.push({ event: String(this.written.length), topic });
  }

  learn(): void {
    this.memory.learn(
      this.written.map(({ event, topic }) => ({
        event,
        action: topic === null ? 'session.start' : actions[topic],
        kinds: topic === null ? [] : (kinds[topic] ?? []),
      })),
    );
  }

  about(of: readonly Topic[]): string[] {
    return this.written
      .filter(({ topic }) => topic === 'setUp' || (topic !== null && of.includes(topic)))
      .map(({ event }) => event);
  }

  recipe(key: string, of: readonly Topic[], renews: boolean): Recipe<string[]> {
    return {
      key,
      of,
      work: async () => {
        this.worked += 1;
        const found = this.about(of);
        await Promise.resolve();
        return found;
      },
      ...(renews ? { renew: async (before, events) => [...new Set([...before, ...events])] } : {}),
    };
  }
}

// A write of facts that sets something up may change everything.
const actions = {
  figures: 'facts.write',
  texts: 'facts.write',
  setUp: 'facts.write',
  people: 'person.write',
  rounds: 'round.open',
};

const kinds: Readonly<Partial<Record<Topic, readonly string[]>>> = {
  figures: ['observations'],
  texts: ['commentaries'],
  setUp: ['measures'],
};

const step = fc.oneof(
  fc.record({ do: fc.constant('write' as const), topic: fc.constantFrom(...topics, null) }),
  fc.record({
    do: fc.constant('ask' as const),
    of: fc.subarray([...topics], { minLength: 1 }),
    renews: fc.boolean(),
    wait: fc.boolean(),
  }),
);

const byNumber = (events: readonly string[]) => [...events].sort((a, b) => Number(a) - Number(b));

it('an answer holds all that was written before it was asked for, in whatever order that came', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const world = new World();
      const asked: { answer: Promise<string[]>; least: string[]; of: readonly Topic[] }[] = [];
      for (const each of steps) {
        if (each.do === 'write') {
          world.write(each.topic);
          continue;
        }
        const { of, renews, wait } = each;
        world.learn();
        // What figures alone can renew is what rests on figures alone, beside what makes everything be worked out anew.
        const answer = world.memory.recall(world.recipe(`${of.join(' ')} ${renews}`, of, renews));
        asked.push({ answer, least: world.about(of), of });
        if (wait) expect(byNumber(await answer)).toEqual(byNumber(world.about(of)));
      }
      for (const { answer, least } of asked) expect(await answer).toEqual(expect.arrayContaining(least));
    }),
    { numRuns: 300 },
  );
});

it('works an answer out once for all who ask while nothing changes that it rests on', async () => {
  const world = new World();
  const ask = () => world.memory.recall(world.recipe('round', ['rounds'], false));
  await Promise.all([ask(), ask()]);
  for (const topic of ['figures', 'people', null] as const) world.write(topic);
  world.learn();
  await ask();
  expect(world.worked).toBe(1);
  world.write('rounds');
  world.learn();
  await ask();
  expect(world.worked).toBe(2);
});

it('does not remember a failure, nor renews one', async () => {
  const memory = new Memory();
  let works = false;
  const ask = () =>
    memory.recall<string>({
      key: 'one',
      of: ['figures'],
      work: async () => {
        if (works) return 'whole';
        throw new Error('no connection');
      },
      renew: async () => 'renewed',
    });
  const failed = ask();
  memory.learn([{ event: '1', action: 'facts.write', kinds: ['observations'] }]);
  works = true;
  await expect(ask()).resolves.toBe('whole');
  await expect(failed).rejects.toThrow('no connection');
  await expect(ask()).resolves.toBe('whole');
});

it('keeps only the latest of many, and all of those that are few', async () => {
  const memory = new Memory();
  let worked = 0;
  const ask = (key: string, many?: true) =>
    memory.recall({ key, of: ['setUp'], work: async () => ++worked, ...(many ? { many } : {}) });
  await ask('few');
  for (let index = 0; index < 30; index++) await ask(`many ${index}`, true);
  expect(await ask('few')).toBe(1);
  await ask('many 29', true);
  expect(worked).toBe(31);
  await ask('many 0', true);
  expect(worked).toBe(32);
});

it('takes a write that it does not know for one that changes everything', () => {
  expect(topicsOf({ action: 'somethingNew.write', kinds: [] })).toEqual(topics);
  expect(topicsOf({ action: 'facts.write', kinds: ['somethingNew'] })).toEqual(topics);
  expect(topicsOf({ action: 'facts.write', kinds: ['observations', 'commentaries'] })).toEqual([
    'figures',
    'texts',
  ]);
  expect(topicsOf({ action: 'update.save', kinds: [] })).toEqual([]);
});
