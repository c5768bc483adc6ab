import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { afterReaders, answering, awaiting, nextTurn } from './turns.ts';

/** Whether something has happened, to be asked later. */
function watched(work: Promise<void>) {
  const seen = { done: false };
  const ended = work.then(() => {
    seen.done = true;
  });
  return { seen, ended };
}

describe('work ahead of anybody’s asking', () => {
  it('goes on at once where nobody is being answered', async () => {
    const { seen } = watched(afterReaders());
    await setTimeout(20);
    expect(seen.done).toBe(true);
  });

  it('stands back while a request is being answered, and goes on once it is', async () => {
    const answered = answering();
    const { seen, ended } = watched(afterReaders());
    await nextTurn();
    await nextTurn();
    expect(seen.done).toBe(false);
    answered();
    await ended;
    expect(seen.done).toBe(true);
  });

  it('goes on beside a request that takes long: it may be waiting for that very work', async () => {
    const answered = answering();
    await afterReaders();
    answered();
  });
});

it('work begun ahead goes on at once when somebody waits for it', async () => {
  const answered = answering();
  const { seen, ended } = watched(afterReaders());
  await nextTurn();
  expect(seen.done).toBe(false);
  const asked = awaiting(ended);
  await asked;
  expect(seen.done).toBe(true);
  const failing = awaiting(Promise.reject(new Error('gone')));
  await expect(failing).rejects.toThrow('gone');
  answered();
});

it('of many long pieces of work one goes in each round', async () => {
  let gone = 0;
  const all = [1, 2, 3].map(() =>
    nextTurn().then(() => {
      gone += 1;
    }),
  );
  const perRound: number[] = [];
  while (gone < all.length) {
    await new Promise((resolve) => setImmediate(resolve));
    perRound.push(gone);
  }
  expect(perRound).toEqual([1, 2, 3]);
});

it('work that somebody waits for lets others have their turn, and goes on whoever is being answered', async () => {
  const answered = answering();
  await nextTurn();
  answered();
});
