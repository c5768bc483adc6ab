import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RENDERERS } from '../../src/cli/renderers.ts';
import { periodOf } from '../../src/domain/period/parse.ts';
import { readAuditTrail } from '../../src/store/audit.ts';
import type { Store } from '../../src/store/database.ts';
import { readEditionFile, readEditions } from '../../src/store/editions.ts';
import { openStore } from '../../src/store/open-store.ts';
import { readFacts } from '../../src/store/read-facts.ts';
import { readRestatements } from '../../src/store/restatements.ts';
import { evaluationOf, reportOf, thawed } from '../../src/workflow/editions/frozen-inputs.ts';
import { type EditionOrder, makeEdition, newEditionId } from '../../src/workflow/editions/make-edition.ts';
import { readRelease } from '../../src/workflow/editions/read-release.ts';
import { readEvaluation } from '../../src/workflow/queries/read-evaluation.ts';
import { readReport } from '../../src/workflow/queries/read-report.ts';
import { restatableFigure } from '../../src/workflow/queries/restatable.ts';
import { Refused } from '../../src/workflow/refused.ts';
import type { GivenRestatement } from '../../src/workflow/restatements/read-restatement.ts';
import { restateFigure, weighRestatement } from '../../src/workflow/restatements/restate-figure.ts';
import type { Acting } from '../../src/workflow/round/acting.ts';
import { onEveryDatabase } from './databases.ts';
import { as } from './demo-acting.ts';

const authority = 'borchester';
const team = as('colin.webb', 'performanceTeam');
/** Each act a second after the one before. */
let seconds = 0;
const next = (acting: Acting): Acting => ({
  ...acting,
  now: new Date(Date.parse(team.now) + ++seconds * 1000).toISOString(),
});
const measure = 'CSC 1.6';
const period = '2018-19/Q2';

// Long, because a published demonstration is filled once for all that is asked of it.
onEveryDatabase((kind) => {
  let store: Store;
  beforeAll(async () => {
    await kind.begin();
    store = await openStore(await kind.demo('published'));
  });
  afterAll(async () => {
    await store?.close();
    await kind.end();
  });

  const given = async (more: Partial<GivenRestatement> = {}): Promise<GivenRestatement> => {
    const shown = await restatableFigure(store, authority, { period, measure, role: more.role ?? null });
    return {
      id: newEditionId(),
      period,
      measure,
      role: shown.role,
      figure: '',
      numerator: '',
      denominator: '',
      kind: 'sourceError',
      reason: 'The register had been read twice',
      provisional: false,
      waitsFor: '',
      seen: shown.standing.held?.recordedAt ?? '',
      ...more,
    };
  };
  const restate = async (one: GivenRestatement, by = team) => {
    const acting = next(by);
    return restateFigure(store, acting, one, (await weighRestatement(store, acting, one)).effect.own);
  };
  const figures = async () =>
    (await readFacts(store, { authority, periods: [period], measures: [measure] })).observations;
  const problemsOf = (work: Promise<unknown>) =>
    work.then(
      () => [],
      (error: unknown) => {
        if (error instanceof Refused) return error.problems.map(({ field }) => field);
        throw error;
      },
    );

  describe('restating a published figure', () => {
    it('is a figure beside the earlier one, with its record, its event, and its effect as it was shown', async () => {
      const before = await figures();
      const one = await given({ figure: '70%' });
      const { effect } = await weighRestatement(store, team, one);
      expect(effect.own).toMatch(/ becomes Red; forecast stays /);
      expect(await figures()).toEqual(before);
      const made = await restateFigure(store, team, one, effect.own);
      const after = await figures();
      expect(after.slice(0, before.length)).toEqual(before);
      expect(after.at(-1)).toMatchObject({ source: 'colin.webb', note: made.note });
      expect(await readRestatements(store, authority, { measures: [measure] })).toEqual([made]);
      const events = await readAuditTrail(store, {
        authority,
        object: { kind: 'update', id: `${period} ${measure}` },
      });
      expect(events.at(-1)).toMatchObject({
        action: 'figure.restate',
        actor: 'colin.webb',
        actingAs: 'performanceTeam',
      });
      const evaluation = await readEvaluation(store, {
        authority,
        period: periodOf(period),
        scorecard: null,
        asAt: null,
      });
      const judged = evaluation.measures.find(({ snapshot }) => snapshot.version.code === measure);
      expect(judged?.status.outcome.id).toBe('red');
    });

    it('is done once, however often the form is sent', async () => {
      const one = await given({ figure: '71%' });
      const made = await restate(one);
      const count = (await figures()).length;
      expect(await restateFigure(store, team, one, 'anything')).toEqual(made);
      expect(await figures()).toHaveLength(count);
    });

    it('refuses what was seen before somebody else restated it, and an effect that was not shown', async () => {
      const one = await given({ figure: '72%' });
      await expect(restateFigure(store, team, one, 'Green for ever.')).rejects.toMatchObject({
        kind: 'invalid',
      });
      await restate(await given({ figure: '73%' }));
      await expect(restate(one)).rejects.toMatchObject({ kind: 'notNow' });
    });

    it('says everything that is wrong at once, and writes nothing', async () => {
      const count = (await figures()).length;
      const wrong = await given({
        figure: 'plenty',
        kind: '',
        reason: ' ',
        provisional: true,
        numerator: 'x',
      });
      expect((await problemsOf(restate(wrong))).sort()).toEqual([
        'figure',
        'numerator',
        'reason',
        'waitsFor',
      ]);
      expect(await problemsOf(restate(await given({ figure: '60%', kind: 'whim' })))).toEqual(['kind']);
      expect(await problemsOf(restate(await given()))).toEqual(['figure']);
      expect(
        await problemsOf(restate(await given({ figure: '60%', numerator: '7', denominator: '10' }))),
      ).toEqual(['figure']);
      expect(await figures()).toHaveLength(count);
    });

    it('is not for a period that is being collected, nor for who may not', async () => {
      await expect(restate(await given({ period: '2018-19/Q3', seen: '' }))).rejects.toMatchObject({
        kind: 'notNow',
        message: expect.stringMatching(/still being collected/),
      });
      const owner: Acting = {
        ...team,
        person: { id: 'fern.hallam', directorate: 'resources' },
        actors: ['contributor'],
      };
      await expect(restate(await given({ figure: '60%' }), owner)).rejects.toMatchObject({
        kind: 'notAllowed',
      });
    });
  });

  describe('a provisional figure', () => {
    it('says what it waits for, and becomes final with its own record', async () => {
      const wait = 'validation by the department in December';
      const marked = await restate(await given({ kind: '', provisional: true, waitsFor: wait }));
      expect(marked).toMatchObject({ verb: 'markProvisional', kind: null, waitsFor: wait });
      expect((await figures()).at(-1)).toMatchObject({ flags: ['provisional'], note: `Waits for ${wait}` });
      const shown = await restatableFigure(store, authority, { period, measure, role: null });
      expect(shown.waitsFor).toBe(wait);
      const final = await restate(await given({ kind: '', reason: 'Validated without change' }));
      expect(final).toMatchObject({
        verb: 'makeFinal',
        was: { provisional: true },
        is: { provisional: false },
      });
      expect(final.was.display).toBe(final.is.display);
      expect((await figures()).at(-1)).toMatchObject({
        flags: [],
        note: 'Now final: Validated without change',
      });
    });
  });

  describe('the next report', () => {
    const draft = (more: Partial<EditionOrder> = {}): EditionOrder => ({
      id: newEditionId(),
      kind: 'improvement',
      period: '2018-19/Q3',
      scorecard: null,
      standing: 'draft',
      provisional: [],
      releaseAt: null,
      readers: [],
      corrects: null,
      note: null,
      acknowledged: {},
      tell: false,
      ...more,
    });
    const textOf = async (edition: string, format: string) =>
      new TextDecoder().decode((await readEditionFile(store, authority, edition, format))!.bytes);

    it('lists what was published and stands otherwise now, in every format, with why, by whom and its effect', async () => {
      await restate(await given({ figure: '70%', reason: 'The register had been read twice' }));
      const acting = next(team);
      const html = await RENDERERS.html!();
      const made = await makeEdition(store, acting, draft(), { html, json: await RENDERERS.json!() });
      const { corrections } = JSON.parse(await textOf(made.id, 'json'));
      expect(corrections.edition).toMatchObject({ name: 'Edition 1', period });
      const own = corrections.items.filter(({ code }: { code: string }) => code === measure);
      expect(own).toMatchObject([
        {
          period,
          figure: 'actual',
          change: 'restated',
          is: '70.0%',
          statusIs: 'Red',
          why: 'Error in the source: The register had been read twice',
          by: 'Performance Officer',
          on: '2019-01-09',
        },
      ]);
      expect(own[0].was).not.toBe('70.0%');
      expect(await textOf(made.id, 'html')).toContain('Corrections to published figures');
      // Those that were restated before anybody could say why here: with the note beside the figure.
      expect(corrections.items).toContainEqual(
        expect.objectContaining({
          code: 'IG/20',
          was: '88.7%',
          is: '91.2%',
          statusWas: 'Amber',
          statusIs: 'Green',
        }),
      );
      expect(JSON.parse(await textOf(made.id, 'inputs')).corrections.items).toHaveLength(
        corrections.items.length,
      );
    });

    it('is made again from its inputs with the same list', async () => {
      const [edition] = (await readEditions(store, authority)).filter((each) => each.standing === 'draft');
      const inputs = thawed(await textOf(edition!.id, 'inputs'));
      const again = reportOf(inputs, evaluationOf(inputs));
      expect(again.corrections).toEqual(inputs.corrections);
    });

    it('is one sentence where nothing was corrected, and nothing where nothing was published', async () => {
      const question = {
        authority,
        period: periodOf(period),
        scorecard: null,
        asAt: '2018-11-06T10:00:00.000Z',
      };
      const said = await readReport(store, 'improvement', question);
      expect(said.corrections?.items).toEqual([]);
      const notes = said.blocks.flatMap((block) => (block.type === 'paragraph' ? [block.text] : []));
      expect(notes).toContainEqual(
        expect.stringMatching(/^No figure in edition 1 of .* has been corrected since/),
      );
      const before = await readReport(store, 'improvement', {
        ...question,
        asAt: '2018-11-01T10:00:00.000Z',
      });
      expect(before.corrections).toBeUndefined();
    });

    it('passes the freeze of its own period with a reason alone', async () => {
      const order = {
        kind: 'scorecard',
        period,
        scorecard: null,
        standing: 'published',
        provisional: [],
      } as const;
      const { evaluation, restated, inputs } = await readRelease(store, next(team), order);
      expect(restated).toEqual([measure]);
      expect(inputs.corrections).toBeUndefined();
      const of = (code: string) =>
        evaluation.measures.find(({ snapshot }) => snapshot.version.code === code)!;
      expect(of(measure).status.outcome.id).toBe('red');
      // Corrected by nobody here: what became known after the freeze stays behind it.
      expect(of('IG/20').status.outcome.id).toBe('amber');
    });
  });

  it('leaves the edition as it was published, byte for byte', async () => {
    const editions = await readEditions(store, authority);
    expect(editions.length).toBeGreaterThan(0);
    for (const edition of editions.filter(({ standing }) => standing === 'published')) {
      for (const format of ['html', 'json', 'inputs']) {
        const file = await readEditionFile(store, authority, edition.id, format);
        expect(createHash('sha256').update(file!.bytes).digest('hex')).toBe(file!.sha256);
        expect(new TextDecoder().decode(file!.bytes)).not.toContain('The register had been read twice');
      }
    }
  });
});
