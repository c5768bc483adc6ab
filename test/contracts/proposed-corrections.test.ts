import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliverMail } from '../../src/jobs/deliver.ts';
import { smtpMailer } from '../../src/mail/mailer.ts';
import { readAuditTrail } from '../../src/store/audit.ts';
import type { Store } from '../../src/store/database.ts';
import { openStore } from '../../src/store/open-store.ts';
import { readFacts } from '../../src/store/read-facts.ts';
import { readRestatements } from '../../src/store/restatements.ts';
import { pageAddresses } from '../../src/web/page-addresses.ts';
import { newEditionId } from '../../src/workflow/editions/make-edition.ts';
import {
  findCorrection,
  ownCorrections,
  proposedCorrections,
} from '../../src/workflow/queries/proposed-corrections.ts';
import { restatableFigure } from '../../src/workflow/queries/restatable.ts';
import { Refused } from '../../src/workflow/refused.ts';
import {
  openCorrectionEvidence,
  proposeCorrection,
  refuseCorrection,
  withdrawCorrection,
} from '../../src/workflow/restatements/propose-correction.ts';
import type { GivenRestatement } from '../../src/workflow/restatements/read-restatement.ts';
import { restateFigure, weighRestatement } from '../../src/workflow/restatements/restate-figure.ts';
import type { Acting } from '../../src/workflow/round/acting.ts';
import { MailServer } from '../tools/mail-server.ts';
import { onEveryDatabase } from './databases.ts';
import { as } from './demo-acting.ts';

const authority = 'borchester';
const period = '2018-19/Q2';
/** Of the officer; its figure to date is worked out from the quarters. */
const measure = 'LEI 3';
const team = as('colin.webb', 'performanceTeam');
const officer = as('tom.venables', 'contributor');
let seconds = 0;
const next = (acting: Acting): Acting => ({
  ...acting,
  now: new Date(Date.parse(team.now) + ++seconds * 1000).toISOString(),
});
const link = { title: 'Extract of the register', url: 'https://borchester.example/register', file: null };

onEveryDatabase((kind) => {
  let store: Store;
  const server = new MailServer();
  beforeAll(async () => {
    await kind.begin();
    store = await openStore(await kind.demo('published'));
    await store.pool.query(`update outturn.mail_message set state = 'sent'`);
  });
  afterAll(async () => {
    await store?.close();
    await server.end();
    await kind.end();
  });

  const given = async (more: Partial<GivenRestatement> = {}): Promise<GivenRestatement> => {
    const shown = await restatableFigure(store, authority, { period, measure, role: null });
    return {
      id: newEditionId(),
      period,
      measure,
      role: shown.role,
      figure: '77',
      numerator: '',
      denominator: '',
      kind: 'sourceError',
      reason: 'The register had been read twice',
      provisional: shown.standing.held?.flags.includes('provisional') ?? false,
      waitsFor: shown.waitsFor ?? '',
      seen: shown.standing.held?.recordedAt ?? '',
      ...more,
    };
  };
  const facts = async () =>
    (await readFacts(store, { authority, periods: [period], measures: [measure] })).observations;
  const problemsOf = (work: Promise<unknown>) =>
    work.then(
      () => [],
      (error: unknown) => {
        if (error instanceof Refused)
          return error.kind === 'invalid' ? error.problems.map((one) => one.field) : [error.kind];
        throw error;
      },
    );
  const events = async () =>
    (await readAuditTrail(store, { authority, object: { kind: 'update', id: `${period} ${measure}` } }))
      .map(({ action }) => action)
      .filter((action) => action.startsWith('correction.') || action.startsWith('figure.'));

  describe('a correction that an officer proposes', () => {
    it('says everything that is missing at once, and keeps nothing', async () => {
      const empty = await given({ figure: '', kind: '', reason: '' });
      const nothing = { title: '', url: '', file: null };
      const fields = await problemsOf(proposeCorrection(store, next(officer), empty, nothing));
      expect(fields).toEqual(['figure', 'kind', 'reason', 'file']);
      expect(
        await problemsOf(proposeCorrection(store, next(officer), await given({ figure: 'much' }), link)),
      ).toEqual(['figure']);
      expect(
        await problemsOf(proposeCorrection(store, next(officer), await given({ seen: 'never' }), link)),
      ).toEqual(['notNow']);
      expect(await proposedCorrections(store, authority)).toEqual([]);
    });

    it('is for those who answer for the measure', async () => {
      const stranger = as('gareth.pym', 'contributor');
      for (const other of [stranger, as('raymond.tuck', 'viewer'), as('petra.hollis', 'internalAudit')])
        expect(await problemsOf(proposeCorrection(store, next(other), await given(), link))).toEqual([
          'notAllowed',
        ]);
    });

    it('changes nothing: it waits, is in the trail, and those who decide are told', async () => {
      const before = await facts();
      const bytes = new TextEncoder().encode('%PDF-1.4 the register');
      const file = { title: '', url: '', file: { name: 'register.pdf', bytes } };
      const number = await proposeCorrection(store, next(officer), await given(), file);
      expect(await facts()).toEqual(before);
      expect(await readRestatements(store, authority, { measures: [measure] })).toEqual([]);
      expect(await findCorrection(store, authority, number)).toMatchObject({
        state: 'proposed',
        proposedBy: 'tom.venables',
        reason: 'The register had been read twice',
        evidence: { title: 'register.pdf' },
      });
      expect(Buffer.from((await openCorrectionEvidence(store, authority, number))!.bytes)).toEqual(
        Buffer.from(bytes),
      );
      expect(await events()).toEqual(['correction.propose']);
      expect((await ownCorrections(store, team)).toDecide.map((one) => one.number)).toEqual([number]);
      expect((await ownCorrections(store, officer)).proposed.map((one) => one.number)).toEqual([number]);
      expect((await ownCorrections(store, officer)).toDecide).toEqual([]);
    });

    it('waits once: a second of the same figure is refused', async () => {
      expect(await problemsOf(proposeCorrection(store, next(officer), await given(), link))).toEqual([
        'figure',
      ]);
    });

    it('is refused with a reason by those who may restate, and by nobody else', async () => {
      const before = await facts();
      expect(await problemsOf(refuseCorrection(store, next(officer), 1, 'No'))).toEqual(['notAllowed']);
      expect(await problemsOf(refuseCorrection(store, next(team), 1, ' '))).toEqual(['answer']);
      expect(await problemsOf(refuseCorrection(store, next(team), 99, 'No'))).toEqual(['notNow']);
      await refuseCorrection(store, next(team), 1, 'The register was right');
      expect(await findCorrection(store, authority, 1)).toMatchObject({
        state: 'refused',
        ended: { by: 'colin.webb', reason: 'The register was right' },
      });
      expect(await problemsOf(refuseCorrection(store, next(team), 1, 'Again'))).toEqual(['notNow']);
      expect(await facts()).toEqual(before);
    });

    it('is withdrawn by whoever proposed it alone', async () => {
      const number = await proposeCorrection(store, next(officer), await given(), link);
      expect(await problemsOf(withdrawCorrection(store, next(team), number, 'No'))).toEqual(['notAllowed']);
      await withdrawCorrection(store, next(officer), number, 'It was right after all');
      expect((await findCorrection(store, authority, number))?.state).toBe('withdrawn');
    });

    it('becomes a restatement when it is accepted, in one transaction with it', async () => {
      const number = await proposeCorrection(store, next(officer), await given(), link);
      const before = await facts();
      const accepting = { ...(await given()), answers: number };
      const { effect } = await weighRestatement(store, next(team), accepting);
      expect(await facts()).toEqual(before);
      // Of what was not seen nothing is saved, and the proposal waits on.
      expect(await problemsOf(restateFigure(store, next(team), accepting, 'Green for ever'))).toEqual([
        'figure',
      ]);
      expect((await findCorrection(store, authority, number))?.state).toBe('proposed');
      const made = await restateFigure(store, next(team), accepting, effect.own);
      expect(await findCorrection(store, authority, number)).toMatchObject({
        state: 'accepted',
        ended: { by: 'colin.webb', restatement: made.id, figure: made.is.display },
      });
      expect((await facts()).slice(0, before.length)).toEqual(before);
      expect((await facts()).length).toBeGreaterThan(before.length);
      expect(await events()).toEqual([
        ...['correction.propose', 'correction.refuse', 'correction.propose', 'correction.withdraw'],
        ...['correction.propose', 'figure.restate', 'correction.accept'],
      ]);
      // Twice is once.
      expect(await restateFigure(store, next(team), accepting, effect.own)).toEqual(made);
    });

    it('cannot be accepted once it was answered: the figure stays too', async () => {
      const before = await facts();
      const stale = { ...(await given({ figure: '78' })), answers: 1 };
      const { effect } = await weighRestatement(store, next(team), stale);
      expect(await problemsOf(restateFigure(store, next(team), stale, effect.own))).toEqual(['notNow']);
      expect(await facts()).toEqual(before);
    });

    it('is told of by mail: those who decide, and whoever proposed it', async () => {
      const mailer = smtpMailer({ url: await server.begin(), from: 'performance@borchester.example' });
      const pages = pageAddresses('https://outturn.example');
      await deliverMail({ store, authority, mailer, pages, log: () => {} }, () => next(team).now);
      mailer.close();
      const sent = server.received.map(({ to, mail }) => ({
        to: to[0]!,
        subject: mail.subject!,
        text: mail.text!,
      }));
      const asked = sent.filter(({ subject }) => subject.startsWith(`Correction proposed: ${measure} `));
      expect([...new Set(asked.map(({ to }) => to))].sort()).toEqual(
        expect.arrayContaining([
          expect.stringContaining('colin.webb'),
          expect.stringContaining('nadia.hussain'),
        ]),
      );
      expect(asked.every(({ text }) => text.includes('Nothing has changed.'))).toBe(true);
      expect(asked[0]!.text).toContain('https://outturn.example/corrections/1');
      const told = sent.filter(({ to }) => to.includes('tom.venables'));
      expect(told.map(({ subject }) => subject.split(':')[0])).toEqual([
        'Correction refused',
        'Correction accepted',
      ]);
      expect(told[0]!.text).toContain('The register was right');
      expect(told[1]!.text).toContain('The figure is now');
    });
  });
});
