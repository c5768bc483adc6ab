import { expect, it } from 'vitest';
import { presentPeriod } from '../../src/demo/fill-demo-round.ts';
import { demoPeople, demoResponsibilities } from '../../src/demo/people/people.ts';
import type { UpdateContent } from '../../src/domain/round/update.ts';
import type { Store } from '../../src/store/database.ts';
import { dismissFinding, restoreFinding } from '../../src/workflow/commentary/answer-finding.ts';
import { readRelease } from '../../src/workflow/editions/read-release.ts';
import { updateView } from '../../src/workflow/queries/update-view.ts';
import { saveUpdate } from '../../src/workflow/round/enter-update.ts';
import { onEveryDatabase } from './databases.ts';
import { as } from './demo-acting.ts';
import { withDemoStore } from './demo-store.ts';

const measure = 'AHH 02D';
const which = { period: presentPeriod, measure };
const owner = demoResponsibilities.find((one) => one.measure === measure)!.owner!;
const officer = as(owner, 'contributor');
const colin = as('colin.webb', 'performanceTeam');
const named = demoPeople.find(({ id }) => id === 'judith.shah')!.name;

onEveryDatabase((kind) => {
  let store: Store;
  withDemoStore(kind, (opened) => {
    store = opened;
  });

  const view = async () => (await updateView(store, officer, which))!;
  const checklist = async (standing: 'published' | 'draft' = 'published') =>
    (
      await readRelease(store, colin, {
        kind: 'scorecard',
        period: presentPeriod,
        scorecard: null,
        standing,
        provisional: [measure],
      })
    ).checklist;
  const lineOf = async (code: string, of = measure) =>
    (await checklist()).find((item) => item.code === code)?.measures.find((each) => each.code === of)?.detail;
  const saveWith = async (texts: Partial<UpdateContent['texts']>, actual?: string) => {
    const { content } = await view();
    await saveUpdate(
      store,
      colin,
      { ...which, version: null },
      { ...content, actual: actual ?? content.actual, texts: { ...content.texts, ...texts } },
    );
  };
  const open = async (rule: string) =>
    (await view()).judged!.findings.open.find((finding) => finding.rule === rule)!;

  it('lists a text that has not changed, and a person named, until somebody dismisses it with a reason', async () => {
    const { then } = await view();
    await saveWith({
      context: then.context,
      actions: `${named} leads the training of two advisers until March 2019. Write to calls@borchester.example.`,
    });
    expect(await lineOf('textUnchanged')).toBe('context (since quarter 2)');
    expect(await lineOf('personalDetails')).toBe(`${named}, calls@borchester.example`);
    const same = await open('textUnchanged');
    await dismissFinding(store, officer, { ...which, key: same.key }, 'It holds as it stands.');
    expect(await lineOf('textUnchanged')).toBeUndefined();
    const person = await open('personNamed');
    await dismissFinding(store, colin, { ...which, key: person.key }, 'She agreed to be named.');
    expect(await lineOf('personalDetails')).toBe('calls@borchester.example');
    await restoreFinding(store, colin, { ...which, key: same.key });
    expect(await lineOf('textUnchanged')).toBe('context (since quarter 2)');
  });

  it('lists what is said against the figures, and no advice among it', async () => {
    await saveWith(
      {
        context:
          'Performance has improved since quarter 2, from 67.6% to 60.0%, which is above the target of 75.0%.',
      },
      '60.0',
    );
    const { findings } = (await view()).judged!;
    const said = await lineOf('wordsAgainstFigures');
    const warned = findings.open.filter(
      ({ severity, rule }) => severity === 'warning' && rule !== 'contactDetails',
    );
    expect(warned.length).toBeGreaterThan(0);
    for (const { says } of warned) expect(said).toContain(says);
    for (const { says, severity } of findings.open)
      if (severity === 'advice') expect(said).not.toContain(says);
  });

  it('lists commitments that are overdue, to be explained, and statuses close to another, to be known', async () => {
    const items = await checklist();
    const overdue = items.find(({ code }) => code === 'commitmentsOverdue')!;
    expect(overdue.severity).toBe('warning');
    expect(overdue.measures.map(({ detail }) => detail).join('\n')).toMatch(/, due \d+ \w+ 201\d/);
    const close = items.find(({ code }) => code === 'closeToThreshold')!;
    expect(close.severity).toBe('advice');
    expect(close.measures[0]?.detail).toMatch(/^(Blue|Green|Amber|Red), /);
    // What asks for nothing comes last, and stays what it is in a draft.
    expect(items.at(-1)).toBe(close);
    expect(new Set((await checklist('draft')).map(({ severity }) => severity))).toEqual(
      new Set(['warning', 'advice']),
    );
  });
});
