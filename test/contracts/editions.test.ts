import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { RENDERERS } from '../../src/cli/renderers.ts';
import { presentPeriod } from '../../src/demo/fill-demo-round.ts';
import { demoPeople } from '../../src/demo/people/people.ts';
import { pastPeriod } from '../../src/demo/people/round-of-the-past.ts';
import { publishDemo } from '../../src/demo/publish-demo.ts';
import { type Edition, isPublic, replacedBy, succession, wasPublic } from '../../src/domain/round/edition.ts';
import { standardChoice } from '../../src/domain/scorecard/choice.ts';
import { presetScheme } from '../../src/domain/status/presets/index.ts';
import { readAuditTrail } from '../../src/store/audit.ts';
import { readAuditHead, sealAudit, verifyAudit } from '../../src/store/audit-seal.ts';
import type { Store } from '../../src/store/database.ts';
import { readEdition, readEditionFile, readEditions } from '../../src/store/editions.ts';
import { writePeople } from '../../src/store/people.ts';
import { readFacts } from '../../src/store/read-facts.ts';
import { readRoundRecords, readUpdateRecords } from '../../src/store/rounds.ts';
import { writeScheme } from '../../src/store/schemes.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { writeFacts } from '../../src/store/write-facts.ts';
import { readText } from '../../src/web/acting.ts';
import { evaluationOf, reportOf, thawed } from '../../src/workflow/editions/frozen-inputs.ts';
import {
  type EditionOrder,
  makeEdition,
  newEditionId,
  previewEdition,
  type Renderers,
} from '../../src/workflow/editions/make-edition.ts';
import { readRelease } from '../../src/workflow/editions/read-release.ts';
import { noteReleases } from '../../src/workflow/editions/release.ts';
import { withdrawEdition } from '../../src/workflow/editions/withdraw.ts';
import { editionPage } from '../../src/workflow/queries/editions.ts';
import { roundOverview } from '../../src/workflow/queries/round-overview.ts';
import { Refused } from '../../src/workflow/refused.ts';
import { changeRound } from '../../src/workflow/round/change-round.ts';
import { approveUpdate, submitUpdate } from '../../src/workflow/round/enter-update.ts';
import { onEveryDatabase } from './databases.ts';
import { actingAt } from './demo-acting.ts';
import { withDemoStore } from './demo-store.ts';

const authority = 'borchester';
const team = (now = '2019-01-09T09:00:00.000Z') => actingAt(now, 'colin.webb', 'performanceTeam');
const order = (more: Partial<EditionOrder> = {}): EditionOrder => ({
  id: newEditionId(),
  kind: 'improvement',
  period: pastPeriod,
  scorecard: null,
  standing: 'published',
  provisional: [],
  releaseAt: null,
  readers: [],
  corrects: null,
  note: null,
  acknowledged: { wordsAgainstFigures: 'Agreed with the service', commitmentsOverdue: 'The forums know' },
  tell: false,
  ...more,
});
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

onEveryDatabase((kind) => {
  let store: Store;
  let renderers: Renderers;
  withDemoStore(
    kind,
    async (opened) => {
      store = opened;
      const { html, json, csv } = RENDERERS;
      renderers = { html: await html!(), json: await json!(), csv: await csv!() };
    },
    'published',
  );

  const editions = () => readEditions(store, authority);
  const first = async () =>
    (await editions()).find(
      ({ report, number, standing }) => report === 'improvement' && number === 1 && standing === 'published',
    ) as Edition;
  const fileOf = async (edition: Edition, format: string) =>
    (await readEditionFile(store, authority, edition.id, format))!;
  const textOf = async (edition: Edition, format: string) =>
    new TextDecoder().decode((await fileOf(edition, format)).bytes);
  const trailOf = (edition: Edition) =>
    readAuditTrail(store, { authority, object: { kind: 'edition', id: edition.id } });

  describe('an edition', () => {
    it('is last quarter’s, by the use case that publishes any other', async () => {
      const all = await editions();
      expect(all.map(({ report, standing, number }) => [report, standing, number]).sort()).toEqual([
        ['improvement', 'published', 1],
        ['scorecard', 'published', 1],
      ]);
      await publishDemo(store, renderers, readText);
      expect(await editions()).toEqual(all);
      const [, , , ...after] = await readRoundRecords(store, authority, pastPeriod);
      expect(after.map(({ verb, detail }) => [verb, typeof detail.edition])).toEqual([
        ['publish', 'string'],
        ['publish', 'string'],
      ]);
    });

    it('has the hash of each file in the trail, and prints the head of the trail before it', async () => {
      const edition = await first();
      const [event] = await trailOf(edition);
      const { sha256: hashes } = event!.after as { sha256: Record<string, string> };
      expect(Object.keys(hashes)).toEqual(expect.arrayContaining(['html', 'json', 'csv', 'inputs', 'page']));
      for (const [format, hash] of Object.entries(hashes)) {
        const file = await fileOf(edition, format);
        expect([format, sha256(file.bytes), file.sha256]).toEqual([format, hash, hash]);
      }
      for (const format of ['html', 'json'])
        expect(await textOf(edition, format)).toContain(edition.chainHead!);
      const [sealNumber, hash] = edition.chainHead!.split(':');
      const verdict = await verifyAudit(store, authority, { sealNumber: Number(sealNumber), hash: hash! });
      expect(verdict.intact).toBe(true);
    });

    it('gives every status again from its frozen inputs alone', async () => {
      for (const edition of await editions()) {
        const evaluation = evaluationOf(thawed(await textOf(edition, 'inputs')));
        const again = new Map(
          evaluation.measures.map(({ snapshot, status, forecastStatus, direction }) => [
            snapshot.version.code,
            [status.outcome.id, forecastStatus.outcome.id, direction.kind],
          ]),
        );
        const printed = JSON.parse(await textOf(edition, 'json')).measures;
        expect(printed.length).toBeGreaterThan(20);
        for (const { code, status, forecastStatus } of printed) {
          expect([code, ...again.get(code)!.slice(0, 2)]).toEqual([
            code,
            status.outcome,
            forecastStatus.outcome,
          ]);
        }
      }
    });

    it('names posts where the trail names people', async () => {
      const inputs = await textOf(await first(), 'inputs');
      for (const { id } of demoPeople) expect(inputs).not.toContain(`"${id}"`);
    });

    it('is published once, however often and by whomever it is asked for', async () => {
      const before = await editions();
      await expect(makeEdition(store, team(), order(), renderers)).rejects.toThrow(/has been made already/);
      const again = await makeEdition(store, team(), order({ id: (await first()).id }), renderers);
      expect(again).toEqual(await first());
      expect(await editions()).toEqual(before);
    });
  });

  describe('drafts and embargoes', () => {
    it('numbers drafts for the leadership team, and marks what nobody has approved', async () => {
      const draft = order({ standing: 'draft', period: presentPeriod, readers: ['judith.shah'] });
      const [one] = await Promise.all([
        makeEdition(store, team(), draft, renderers),
        makeEdition(store, team(), draft, renderers),
      ]);
      const two = await makeEdition(store, team(), { ...draft, id: newEditionId() }, renderers);
      expect([one.number, two.number, two.readers]).toEqual([1, 2, ['judith.shah']]);
      const html = await textOf(two, 'html');
      expect(html).toContain('Draft 2, for the leadership team: not for publication');
      expect(html).toContain('not yet approved by the service: ');
      expect(isPublic(two, '2030-01-01T00:00:00.000Z')).toBe(false);
      expect(await trailOf(one)).toHaveLength(2);
    });

    it('keeps an unfinished round from going out', async () => {
      const asked = makeEdition(store, team(), order({ period: presentPeriod }), renderers);
      const refused = await asked.then(
        () => null,
        (error) => error as Refused,
      );
      expect(refused).toBeInstanceOf(Refused);
      expect(refused?.problems.map(({ field }) => field)).toEqual(
        expect.arrayContaining(['item-roundNotFrozen', 'item-notApproved']),
      );
    });

    it('holds an embargoed edition back until its release', async () => {
      const releaseAt = '2019-02-05T09:00:00.000Z';
      const corrects = (await first()).id;
      await expect(
        makeEdition(store, team(), order({ standing: 'embargoed', releaseAt }), renderers),
      ).rejects.toThrow(/Edition 1 of this report has been made already/);
      const note = 'A name was misspelt';
      const wish = { standing: 'embargoed', releaseAt, corrects, note, readers: ['raymond.tuck'] } as const;
      await expect(
        makeEdition(store, team(), order({ ...wish, releaseAt: null }), renderers),
      ).rejects.toThrow(/when the embargo ends/);
      await expect(
        makeEdition(store, team(), order({ ...wish, readers: ['nobody.known'] }), renderers),
      ).rejects.toThrow(/nobody called nobody.known/);
      const made = await makeEdition(store, team(), order({ ...wish, tell: true }), renderers);
      const told = await store.db
        .selectFrom('mail_message')
        .selectAll()
        .where('kind', '=', 'published')
        .execute();
      expect(told.map(({ person }) => person)).toEqual(['raymond.tuck']);
      expect([isPublic(made, '2019-02-05T08:59:59.999Z'), isPublic(made, releaseAt)]).toEqual([false, true]);
      // In words that are true before and after, in the report and in the names of its files.
      const html = await textOf(made, 'html');
      expect(html).toContain('Edition 2, which corrects edition 1, embargoed until 09:00 on 05-Feb-2019');
      expect(html).not.toMatch(/embargoed draft|named readers/i);
      const page = await editionPage(store, authority, made.id);
      expect(page?.files.map(({ name }) => name)).toContain(
        'borchester-improvement-report-2018-19-Q2-edition-2.html',
      );
      // What everybody reads meanwhile says nothing of it.
      const open = order({ corrects, note: 'A figure was wrong' });
      expect((await previewEdition(store, team(), open)).edition?.label).toBe(
        'Edition 3, which corrects edition 1',
      );
      await expect(previewEdition(store, team(releaseAt), open)).rejects.toThrow(
        /Edition 2 has been made meanwhile/,
      );
    });

    it('tells its readers once that the embargo has ended, whoever asks, however often', async () => {
      const [made] = (await editions()).filter(({ standing }) => standing === 'embargoed');
      expect(await noteReleases(store, authority, '2019-02-05T08:59:59.999Z')).toEqual([]);
      const moment = '2019-02-05T09:00:00.000Z';
      const asked = await Promise.all([1, 2, 3].map(() => noteReleases(store, authority, moment)));
      expect(asked.flat()).toEqual([made!.id]);
      expect(await noteReleases(store, authority, '2019-02-06T09:00:00.000Z')).toEqual([]);
      const told = await store.db
        .selectFrom('mail_message')
        .selectAll()
        .where('once_key', 'like', `released:${made!.id}:%`)
        .execute();
      expect(told.map(({ person }) => person)).toEqual(['raymond.tuck']);
      expect(told[0]?.body).not.toHaveProperty('embargoedUntil');
      const events = (await trailOf(made!)).filter(({ action }) => action === 'edition.released');
      expect(events).toMatchObject([{ actor: 'outturn', after: { told: ['raymond.tuck'] } }]);
    });
  });

  describe('a choice of measures', () => {
    const chosen = { show: 'exceptions', measures: [], groupBy: 'none', order: 'worstFirst' } as const;
    const narrowed = async () => {
      const inputs = thawed(await textOf(await first(), 'inputs'));
      const [directorate] = evaluationOf(inputs).snapshot.directorates;
      const choice = { ...chosen, directorates: [directorate!.code] };
      return { directorate: directorate!, choice };
    };

    it('is kept with the inputs, which hold nothing else and make the same report again', async () => {
      const { choice } = await narrowed();
      const wish = order({ standing: 'draft', choice });
      const previewed = await previewEdition(store, team(), wish);
      const made = await makeEdition(store, team(), wish, renderers);
      const inputs = thawed(await textOf(made, 'inputs'));
      expect(inputs.chosen).toMatchObject({ choice, outside: expect.any(Number) });
      const again = reportOf(inputs, evaluationOf(inputs));
      expect(again.measures.map(({ code }) => code)).toEqual(previewed.measures.map(({ code }) => code));
      const printed = JSON.parse(await textOf(made, 'json'));
      expect(printed.summary.shows).toBe(again.summary.shows);
      expect(printed.summary.shows).toMatch(/in one list, worst first; \d+ others are not shown\.$/);
      const { measures } = evaluationOf(inputs);
      expect(new Set(measures.map(({ snapshot }) => snapshot.directorate.code))).toEqual(
        new Set(choice.directorates),
      );
      const whole = evaluationOf(thawed(await textOf(await first(), 'inputs'))).measures;
      expect(whole).toHaveLength(measures.length + inputs.chosen!.outside);
      const [event] = (await trailOf(made)).filter(({ action }) => action === 'edition.draft');
      expect(event?.after).toMatchObject({ decided: { chosen: { choice } } });
    });

    it('may leave the charts out: nothing else is another, and a correction says so', async () => {
      const choice = { ...standardChoice('improvement'), charts: false };
      const usual = await previewEdition(store, team(), order({ standing: 'draft' }));
      const wish = order({ standing: 'draft', choice });
      const isDrawn = ({ blocks }: { blocks: readonly { type: string }[] }) =>
        blocks.some(({ type }) => type === 'charts');
      expect([isDrawn(usual), isDrawn(await previewEdition(store, team(), wish))]).toEqual([true, false]);
      const made = await makeEdition(store, team(), wish, renderers);
      const inputs = thawed(await textOf(made, 'inputs'));
      expect([inputs.chosen, inputs.leavesChartsOut]).toEqual([undefined, true]);
      const again = reportOf(inputs, evaluationOf(inputs));
      expect(isDrawn(again)).toBe(false);
      expect(again.measures).toEqual(usual.measures);
      const [event] = (await trailOf(made)).filter(({ action }) => action === 'edition.draft');
      expect(event?.after).toMatchObject({ decided: { leavesChartsOut: true } });
      const edition = await first();
      const correction = order({ choice, corrects: edition.id, note: 'Without charts.' });
      expect((await previewEdition(store, team(), correction)).edition?.changes[0]).toBe(
        'The charts of the measures off target are left out now.',
      );
    });

    it('loses no exception unless somebody says why', async () => {
      const { choice, directorate } = await narrowed();
      const edition = await first();
      const wish = order({ choice, corrects: edition.id, note: 'Of one directorate.' });
      const { checklist } = await readRelease(store, team(), wish);
      const item = checklist.find(({ code }) => code === 'exceptionsLeftOut')!;
      const all = JSON.parse(await textOf(edition, 'json')).measures as { directorate: string }[];
      const others = all.filter((each) => each.directorate !== directorate.name);
      expect(item).toMatchObject({ severity: 'warning' });
      expect(item.measures).toHaveLength(others.length);
      const usual = await readRelease(store, team(), order());
      expect(usual.checklist.map(({ code }) => code)).not.toContain('exceptionsLeftOut');
      const refused = makeEdition(store, team(), wish, renderers);
      await expect(refused).rejects.toThrow(/Give a reason: .*off target now or in forecast/);
      const preview = await previewEdition(store, team(), wish);
      expect(preview.edition?.changes[0]).toMatch(/^What is shown was chosen differently\. Before: Shows/);
    });

    it('of what is not there is refused', async () => {
      const choice = { ...chosen, directorates: ['nowhere'] };
      await expect(readRelease(store, team(), order({ choice }))).rejects.toThrow(/no directorate "nowhere"/);
    });
  });

  describe('a correction', () => {
    const measure = 'LIB.7';

    it('is a new edition with a note of what changed; the first one stays as it was', async () => {
      const edition = await first();
      const before = await fileOf(edition, 'html');
      const round = (verb: 'reopenMeasure' | 'freeze', now: string) =>
        changeRound(store, team(now), {
          period: pastPeriod,
          verb,
          version: null,
          reason: 'A branch was left out',
          detail: verb === 'freeze' ? {} : { of: [measure] },
        });
      await round('reopenMeasure', '2019-01-09T10:00:00.000Z');
      const correcting = { corrects: edition.id, note: 'One branch library had been left out.', tell: true };
      await expect(
        makeEdition(store, team('2019-01-09T10:05:00.000Z'), order(correcting), renderers),
      ).rejects.toThrow(/open again since the freeze/);
      const which = { period: pastPeriod, measure, version: null };
      const content = (await readUpdateRecords(store, authority, pastPeriod, measure)).find(
        (one) => one.content !== null,
      )!.content!;
      const officer = actingAt('2019-01-09T10:10:00.000Z', 'colin.webb', 'performanceTeam');
      await submitUpdate(store, officer, which, {
        ...content,
        toDate: '191,000',
        texts: { ...content.texts, actions: 'Opening hours were looked at.', intervention: 'None.' },
      });
      const approver = actingAt('2019-01-09T10:20:00.000Z', 'judith.shah', 'approver');
      await approveUpdate(store, approver, which, { note: '', batch: false });
      await round('freeze', '2019-01-09T10:30:00.000Z');
      const now = '2019-01-09T11:00:00.000Z';
      await expect(
        makeEdition(store, team(now), order({ ...correcting, note: ' ' }), renderers),
      ).rejects.toThrow(/Say what this edition corrects/);
      // Five people at once, each with a form of their own.
      const outcomes = await Promise.allSettled(
        [1, 2, 3, 4, 5].map(() => makeEdition(store, team(now), order(correcting), renderers)),
      );
      const made = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      expect(made).toHaveLength(1);
      const [second] = made as [Edition];
      // Number 2 is under embargo meanwhile.
      expect([second.number, second.corrects]).toEqual([3, edition.id]);
      const html = await textOf(second, 'html');
      expect(html).toContain('What this edition corrects');
      expect(html).toContain('One branch library had been left out.');
      expect(html).toContain(`${measure}, `);
      const { changes } = JSON.parse(await textOf(second, 'page'));
      // And what was restated since the first freeze is said too, though nobody asked.
      expect(changes).toEqual([
        'LIB.7, Visits to libraries in person: actual 191,000, was 381,065; status Red, was Green.',
        expect.stringMatching(/^IG\/20, .*actual 91\.2%, was 88\.7%; status Green, was Amber\.$/),
      ]);
      const all = await editions();
      const corrections = all.filter((one) => one.corrects === edition.id && one.standing === 'published');
      expect(corrections).toHaveLength(1);
      expect(replacedBy(edition, all, now)?.id).toBe(second.id);
      expect(replacedBy(second, all, now)).toBeNull();
      expect(await fileOf(edition, 'html')).toEqual(before);
      expect(await trailOf(second)).toHaveLength(1);
      const told = await store.db
        .selectFrom('mail_message')
        .selectAll()
        .where('once_key', 'like', `published:${second.id}:%`)
        .execute();
      expect(new Set(told.map(({ person }) => person)).size).toBe(told.length);
      expect(told.length).toBe(demoPeople.length - 1);
      expect(told[0]?.body).toMatchObject({ edition: second.id, number: 3, note: correcting.note });
    });
  });

  describe('a withdrawal', () => {
    const reason = 'Two directorates were printed in each other’s place.';
    const later = '2019-01-09T13:00:00.000Z';

    it('takes an edition from its readers once, and keeps its bytes, their hash and the reason', async () => {
      const edition = (await editions()).find(({ report, corrects }) => report === 'scorecard' && !corrects)!;
      const before = await fileOf(edition, 'html');
      await expect(withdrawEdition(store, team(later), edition.id, ' ')).rejects.toThrow(/Say why/);
      await expect(
        withdrawEdition(store, actingAt(later, 'judith.shah', 'approver'), edition.id, reason),
      ).rejects.toThrow(/do not have permission/);
      const outcomes = await Promise.allSettled(
        [1, 2, 3].map(() => withdrawEdition(store, team(later), edition.id, reason)),
      );
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const now = (await readEdition(store, authority, edition.id))!;
      expect(now.withdrawn).toEqual({ at: later, by: 'colin.webb', reason });
      expect([isPublic(now, later), wasPublic(now, later)]).toEqual([false, true]);
      expect(await fileOf(edition, 'html')).toEqual(before);
      const events = (await trailOf(edition)).filter(({ action }) => action === 'edition.withdrawn');
      expect(events).toMatchObject([{ actor: 'colin.webb', reason }]);
    });

    it('is no end: what is published next corrects it, and stands in its place', async () => {
      const edition = (await editions()).find(({ withdrawn }) => withdrawn !== null)!;
      const wish = order({
        kind: 'scorecard',
        corrects: edition.id,
        note: 'The directorates are right now.',
      });
      const { checklist, waiting } = await readRelease(store, team(later), wish);
      const provisional = waiting.map(({ code }) => code);
      const codes = [...checklist.map(({ code }) => code), 'provisional'];
      const acknowledged = Object.fromEntries(codes.map((code) => [code, 'Looked at']));
      const made = await makeEdition(store, team(later), { ...wish, provisional, acknowledged }, renderers);
      const all = await editions();
      expect(replacedBy(edition, all, later)?.id).toBe(made.id);
      expect(replacedBy(made, all, later)).toBeNull();
    });

    it('is not for drafts; an edition withdrawn within its embargo never was public, and is never told', async () => {
      const draft = (await editions()).find(({ standing }) => standing === 'draft')!;
      await expect(withdrawEdition(store, team(later), draft.id, reason)).rejects.toThrow(/A draft is not/);
      const releaseAt = '2019-03-05T09:00:00.000Z';
      const own = (await editions()).filter(({ report }) => report === 'improvement');
      const { follows: held } = succession('embargoed', own, later);
      const wish = { standing: 'embargoed', releaseAt, corrects: held!.id, note: 'Again' } as const;
      const { checklist } = await readRelease(store, team(later), order(wish));
      const acknowledged = Object.fromEntries(checklist.map(({ code }) => [code, 'Looked at']));
      const made = await makeEdition(store, team(later), order({ ...wish, acknowledged }), renderers);
      expect(await withdrawEdition(store, team(later), made.id, reason)).toEqual({ wasPublic: false });
      const gone = (await readEdition(store, authority, made.id))!;
      expect([isPublic(gone, releaseAt), wasPublic(gone, releaseAt)]).toEqual([false, false]);
      expect(await noteReleases(store, authority, releaseAt)).not.toContain(made.id);
    });
  });

  describe('what stays out', () => {
    it('leaves no trace of an exempt item, and says that one was left out', async () => {
      await changeRound(store, team('2019-01-09T12:02:00.000Z'), {
        period: presentPeriod,
        verb: 'exempt',
        version: null,
        reason: 'Commercially sensitive',
        detail: { of: ['LIB.7'] },
      });
      for (const verb of ['close', 'freeze'] as const) {
        await changeRound(store, team('2019-01-22T16:00:00.000Z'), {
          period: presentPeriod,
          verb,
          version: null,
          reason: null,
          detail: {},
        });
      }
      const { lines } = (await roundOverview(store, authority, presentPeriod, '2019-01-23'))!;
      const provisional = lines
        .filter(({ standing }) => standing.state !== 'approved')
        .map(({ code }) => code);
      const now = '2019-01-23T09:00:00.000Z';
      const wish = order({ kind: 'scorecard', period: presentPeriod, provisional });
      await expect(makeEdition(store, team(now), wish, renderers)).rejects.toThrow(/Give a reason/);
      const acknowledged = {
        provisional: 'Late',
        exempt: 'Still sensitive',
        textUnchanged: 'Yes',
        wordsAgainstFigures: 'Checked',
        forecastMissing: 'No',
        commitmentsOverdue: 'The forums know',
      };
      const made = await makeEdition(store, team(now), { ...wish, acknowledged }, renderers);
      for (const format of ['html', 'json', 'csv', 'inputs', 'page']) {
        expect(await textOf(made, format), format).not.toContain('LIB.7');
      }
      expect(await textOf(made, 'html')).toContain('1 measure of the scorecard is exempt from publication');
      const printed = JSON.parse(await textOf(made, 'json')).measures as { code: string; notes: string[] }[];
      const typed = lines.filter(
        ({ code, standing }) =>
          code !== 'LIB.7' && standing.state !== 'approved' && standing.content !== null,
      );
      expect(typed.length).toBeGreaterThan(1);
      for (const { code: one } of typed) {
        expect(printed.find(({ code }) => code === one)?.notes.join(), one).toMatch(
          /Provisional: not yet approved/,
        );
      }
      const [event] = await trailOf(made);
      expect(event?.after).toMatchObject({ decided: { acknowledged: { exempt: 'Still sensitive' } } });
    });
  });

  describe('whatever happens later', () => {
    it('the bytes are those that were stored', async () => {
      const all = await editions();
      const bytesOf = async () =>
        Promise.all(
          all.flatMap((edition) =>
            ['html', 'json', 'csv', 'inputs', 'page'].map(async (format) =>
              sha256((await fileOf(edition, format)).bytes),
            ),
          ),
        );
      const before = await bytesOf();
      const facts = await readFacts(store, { authority });
      const settings = { recordedAt: '2019-01-30T09:00:00.000Z', actor: 'colin.webb', reason: 'Later' };
      await inTransaction(store, async (tx) => {
        await writeFacts(
          tx,
          {
            authority: { ...facts.authority, name: 'Another name', statusScheme: 'kent' },
            measures: facts.measures.map((each) => ({ ...each, title: `${each.title}, renamed` })),
            targets: facts.targets.map(({ recordedAt: _, ...each }) => ({
              ...each,
              version: each.version + 1,
              recordedAt: settings.recordedAt,
            })),
          },
          settings,
        );
        await writePeople(
          tx,
          authority,
          demoPeople.map((one) => ({ ...one, name: `${one.name} Jones`, active: false })),
          settings,
        );
        await writeScheme(
          tx,
          authority,
          {
            kind: 'status',
            scheme: 'derby',
            version: '2',
            validFrom: '2018-04-01',
            content: { ...presetScheme('derby')!, version: 2, name: 'Another scheme' },
          },
          settings,
        );
        await sealAudit(tx, authority, settings.recordedAt);
      });
      expect(await bytesOf()).toEqual(before);
      expect((await readAuditHead(store, authority))!.sealNumber).toBeGreaterThan(all.length);
      expect((await verifyAudit(store, authority, null)).intact).toBe(true);
    });
  });
});
