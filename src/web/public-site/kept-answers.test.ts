import { beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../route.ts';
import { KeptAnswers } from './kept-answers.ts';

const page = (html: string, status = 200): Answer => ({ kind: 'page', html, status });

describe('what is kept for the public', () => {
  let now = '2019-01-09T09:00:00.000Z';
  let tick = 0;
  let mark = 1;
  let release: string | null = null;
  let isDown = false;
  let looks = 0;
  let works = 0;
  let kept: KeptAnswers;
  const ask = (address = '/published', status = 200) =>
    kept.answer(address, async () => {
      if (isDown) throw new Error('no connection');
      return page(`${++works} at ${mark}`, status);
    });
  const html = async (address?: string) => ((await ask(address)) as { html: string }).html;

  beforeEach(() => {
    [now, tick, mark, release, isDown] = ['2019-01-09T09:00:00.000Z', 0, 1, null, false];
    [looks, works] = [0, 0];
    kept = new KeptAnswers({
      now: () => now,
      ticks: () => tick,
      mark: async () => {
        looks += 1;
        if (isDown) throw new Error('no connection');
        return String(mark);
      },
      nextRelease: async () => release,
      seconds: 5,
    });
  });

  it('is worked out once, and looked after at most once in five seconds, however many read it', async () => {
    await Promise.all([ask(), ask('/accessibility')]);
    for (tick = 0; tick < 4_999; tick += 100) await ask();
    expect([works, looks]).toEqual([2, 1]);
    tick = 5_000;
    await Promise.all([ask(), ask(), ask('/accessibility')]);
    expect([works, looks]).toEqual([2, 2]);
  });

  it('is worked out anew when something has changed, at once where it was done here', async () => {
    expect(await html()).toBe('1 at 1');
    mark = 2;
    expect(await html()).toBe('1 at 1');
    kept.lookAgain();
    expect(await html()).toBe('2 at 2');
    mark = 3;
    tick = 5_000;
    expect(await html()).toBe('3 at 3');
  });

  it('ends at the moment at which an embargo ends, to the millisecond', async () => {
    release = '2019-01-09T09:00:01.000Z';
    expect(await html()).toBe('1 at 1');
    now = '2019-01-09T09:00:00.999Z';
    expect(await html()).toBe('1 at 1');
    [now, release] = ['2019-01-09T09:00:01.000Z', null];
    expect(await html()).toBe('2 at 1');
    expect(await html()).toBe('2 at 1');
  });

  it('is still served while the database is away; what is not kept is a failure', async () => {
    expect(await html()).toBe('1 at 1');
    isDown = true;
    tick = 60_000;
    expect(await html()).toBe('1 at 1');
    await expect(ask('/accessibility')).rejects.toThrow('no connection');
    isDown = false;
    mark = 2;
    tick = 65_000;
    expect(await html()).toBe('2 at 2');
  });

  it('fails where nothing is kept and the database is away', async () => {
    isDown = true;
    await expect(ask()).rejects.toThrow('no connection');
  });

  it('keeps what is there or was, and not what never was', async () => {
    for (const status of [200, 410, 404, 500]) await ask(`/${status}`, status);
    for (const status of [200, 410, 404, 500]) await ask(`/${status}`, status);
    expect(works).toBe(6);
  });

  it('does not keep what was worked out while something changed', async () => {
    await ask('/accessibility');
    let go = () => {};
    const slow = kept.answer('/published', async () => {
      await new Promise<void>((resolve) => {
        go = resolve;
      });
      return page('old');
    });
    await Promise.resolve();
    mark = 2;
    kept.lookAgain();
    await ask('/accessibility');
    go();
    await slow;
    expect(await html()).not.toBe('old');
  });

  it('has a bound: the oldest go', async () => {
    const bytes = new Uint8Array(10 * 1024 * 1024);
    let made = 0;
    const file = (address: string) =>
      kept.answer(address, async () => {
        made += 1;
        return { kind: 'file', name: 'x', mediaType: 'application/pdf', bytes };
      });
    for (let index = 0; index < 8; index++) await file(`/${index}`);
    await file('/7');
    expect(made).toBe(8);
    await file('/0');
    expect(made).toBe(9);
  });
});
