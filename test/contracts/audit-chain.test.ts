import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeAuditEvent } from '../../src/store/audit.ts';
import {
  type AuditHead,
  exportAudit,
  readAuditHead,
  sealAudit,
  verifyAudit,
} from '../../src/store/audit-seal.ts';
import { verifyAuditIn } from '../../src/store/audit-verify.ts';
import type { Store } from '../../src/store/database.ts';
import { asOwner } from '../../src/store/migrate.ts';
import { openStore } from '../../src/store/open-store.ts';
import { authorityId } from '../../src/store/read-authorities.ts';
import { inTransaction, queriesOn } from '../../src/store/transaction.ts';
import { openAuthority } from '../../src/store/write-authority.ts';
import { onEveryDatabase } from './databases.ts';
import { dice, harmless, tamperings } from './tamperings.ts';

const NOW = '2018-10-12T08:30:00.000Z';
const seal = (store: Store, code: string) => inTransaction(store, (tx) => sealAudit(tx, code, NOW));

/** Writes events of every shape a caller may write, one transaction each. */
async function write(store: Store, code: string, count: number, from = 0): Promise<void> {
  for (let i = from; i < from + count; i++) {
    await inTransaction(store, async (tx) => {
      await writeAuditEvent(tx, await openAuthority(tx, code, NOW), {
        recordedAt: NOW,
        actor: `officer.${i % 7}`,
        actingAs: i % 3 === 0 ? 'contributor' : null,
        action: ['update.save', 'facts.write', 'setting.write'][i % 3] as string,
        object: { kind: 'measure', id: `EI ${i}/“é🏠”` },
        before: i % 2 === 0 ? null : { value: `${i}.10`, 'ä b': [1, null, 'x'] },
        after: { value: i, nested: { b: 1e21, a: 0.1, c: '<\u2028>' } },
        reason: i % 5 === 0 ? null : `line\nanother ${i}\t"quoted"`,
      });
    });
  }
}

onEveryDatabase((kind) => {
  let store: Store;
  beforeAll(async () => {
    await kind.begin();
    store = await openStore(await kind.fresh());
  });
  afterAll(async () => {
    await store?.close();
    await kind.end();
  });

  describe('sealing', () => {
    it('covers what no seal covers, and answers the head as it is where there is nothing new', async () => {
      await inTransaction(store, (tx) => openAuthority(tx, 'sealed', NOW));
      expect(await seal(store, 'sealed')).toBeNull();
      await write(store, 'sealed', 5);
      const first = await seal(store, 'sealed');
      expect(first?.sealNumber).toBe(1);
      expect(await seal(store, 'sealed')).toEqual(first);
      await write(store, 'sealed', 2, 5);
      expect(await verifyAudit(store, 'sealed')).toMatchObject({
        intact: true,
        head: first,
        events: 7,
        unsealed: 2,
      });
      const second = await seal(store, 'sealed');
      expect(second?.sealNumber).toBe(2);
      expect(await readAuditHead(store, 'sealed')).toEqual(second);
      const verdict = {
        intact: true,
        head: second,
        events: 7,
        seals: 2,
        unsealed: 0,
        slippedIn: 0,
        problem: null,
      };
      expect(await verifyAudit(store, 'sealed')).toEqual(verdict);
      expect(await verifyAudit(store, 'sealed', first)).toEqual(verdict);
    });

    it('takes an event whose transaction was open with the next seal, and blames nobody', async () => {
      await write(store, 'late', 2);
      let committed = () => {};
      const may = new Promise<void>((resolve) => {
        committed = resolve;
      });
      let written = () => {};
      const wrote = new Promise<void>((resolve) => {
        written = resolve;
      });
      const slow = inTransaction(store, async (tx) => {
        const event = {
          recordedAt: NOW,
          actor: 'slow',
          action: 'import',
          object: { kind: 'x', id: '1' },
          reason: null,
        };
        await writeAuditEvent(tx, await authorityId(tx.db, 'late'), event);
        written();
        await may;
      });
      await wrote;
      await write(store, 'late', 1, 2);
      await seal(store, 'late');
      committed();
      await slow;
      expect(await verifyAudit(store, 'late')).toMatchObject({ intact: true, events: 4, unsealed: 1 });
      await seal(store, 'late');
      expect(await verifyAudit(store, 'late')).toMatchObject({ intact: true, unsealed: 0, slippedIn: 0 });
    });

    it('by several at once, among writers, covers every event once', async () => {
      await write(store, 'busy', 1);
      let writing = true;
      const sealers = [1, 2, 3].map(async () => {
        while (writing) await seal(store, 'busy');
      });
      await Promise.all([1, 2, 3, 4].map((writer) => write(store, 'busy', 40, writer * 1000)));
      writing = false;
      await Promise.all(sealers);
      await seal(store, 'busy');
      expect(await verifyAudit(store, 'busy')).toMatchObject({
        intact: true,
        events: 161,
        unsealed: 0,
        slippedIn: 0,
      });
    });

    it('works in a transaction that sees the database as it was, as publishing does', async () => {
      await write(store, 'publishing', 3);
      const one = () =>
        inTransaction(store, (tx) => sealAudit(tx, 'publishing', NOW), { isolation: 'repeatable read' });
      const heads = await Promise.all([one(), one(), one()]);
      expect(new Set(heads.map((head) => head?.hash)).size).toBe(1);
      expect(await verifyAudit(store, 'publishing')).toMatchObject({ intact: true, seals: 1 });
    });

    it('says in the trail when it takes in an event that was slipped in', async () => {
      await write(store, 'forged', 3);
      await seal(store, 'forged');
      const id = await authorityId(store.db, 'forged');
      await asOwner(store, (owner) =>
        owner.query(
          `insert into audit_event select authority_id, '01939a00-0000-7000-8000-000000000001', recorded_at, written_at,
             'mallory', acting_as, action, object_kind, object_id from audit_event where authority_id = $1 limit 1`,
          [id],
        ),
      );
      const { problem } = await verifyAudit(store, 'forged');
      expect(problem).toMatchObject({ kind: 'added', eventId: '01939a00-0000-7000-8000-000000000001' });
      await seal(store, 'forged');
      await seal(store, 'forged');
      expect(await verifyAudit(store, 'forged')).toMatchObject({ intact: true, slippedIn: 1, unsealed: 0 });
    });
  });

  describe('a chain that was tampered with', () => {
    let id = '';
    let head: AuditHead;
    beforeAll(async () => {
      for (let round = 0; round < 6; round++) {
        await write(store, 'tampered', 9, round * 9);
        head = (await seal(store, 'tampered')) as AuditHead;
      }
      id = await authorityId(store.db, 'tampered');
    });

    const rolledBack = (work: (owner: pg.Client) => Promise<void>) =>
      asOwner(store, async (owner) => {
        for (const step of ['begin', 'set local synchronous_commit = off']) await owner.query(step);
        await work(owner);
        await owner.query('rollback');
      });

    it('is intact before', async () => {
      expect(await verifyAudit(store, 'tampered', head)).toMatchObject({
        intact: true,
        events: 54,
        seals: 6,
      });
    });

    it('is named in each of 1,000 random ways', async () => {
      const seen = new Map<string, number>();
      await asOwner(store, async (owner) => {
        const tx = { db: queriesOn(owner), client: owner };
        for (let run = 0; run < 1_000; run++) {
          await owner.query('begin isolation level repeatable read');
          const { name, expected } = await tamperings(owner, id, dice(run));
          const { problem } = await verifyAuditIn(tx, 'tampered', head);
          await owner.query('rollback');
          expect(problem, `run ${run}: ${name}`).not.toBeNull();
          expect({ run, name, ...problem }).toMatchObject({ run, name, ...expected });
          expect(problem?.sentence).toMatch(/^(Event|The event|Seal|The chain) .*\.$/);
          seen.set(name, (seen.get(name) ?? 0) + 1);
        }
      });
      console.log(
        [...seen]
          .map(([name, count]) => `${name}: ${count}`)
          .sort()
          .join('\n'),
      );
      expect(seen.size).toBeGreaterThan(12);
    });

    it('cut at its end is caught by the printed head alone', async () => {
      await rolledBack(async (owner) => {
        await harmless(owner, id, 4);
        const tx = { db: queriesOn(owner), client: owner };
        expect(await verifyAuditIn(tx, 'tampered')).toMatchObject({ intact: true, seals: 4 });
        const { problem } = await verifyAuditIn(tx, 'tampered', head);
        expect(problem).toMatchObject({ kind: 'cutOff', sealNumber: 5 });
        expect(problem?.sentence).toContain('The chain ends at seal 4, and the head that was kept is seal 6');
      });
    });
  });

  describe('the export', () => {
    const run = promisify(execFile);
    let folder = '';
    beforeAll(() => {
      folder = mkdtempSync('/tmp/outturn-audit-');
      const page = readFileSync('docs/audit.md', 'utf8');
      writeFileSync(join(folder, 'check.mjs'), /```js\n([\s\S]*?)```/.exec(page)?.[1] ?? '');
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    const exported = async (code: string) => {
      const file = join(folder, `${code}.jsonl`);
      const lines: string[] = [];
      for await (const line of exportAudit(store, code)) lines.push(line);
      writeFileSync(file, lines.join(''));
      return { file, lines };
    };
    const check = (file: string) =>
      run(process.execPath, [join(folder, 'check.mjs'), file]).catch((error) => error as { stdout: string });

    it('is enough for the script of docs/audit.md to work the head out', async () => {
      await write(store, 'tampered', 2, 900);
      const { file, lines } = await exported('tampered');
      expect(lines).toHaveLength(1 + 54 + 6 + 2);
      const head = await readAuditHead(store, 'tampered');
      expect((await check(file)).stdout.trim()).toBe(head?.hash);
    });

    it('of an edited file is not', async () => {
      const { file, lines } = await exported('tampered');
      const edited = lines.map((line, at) => (at === 5 ? line.replace('officer.', 'other.') : line));
      writeFileSync(file, edited.join(''));
      expect((await check(file)).stdout).toContain('seal 1, place 5: not the event that was sealed');
      writeFileSync(file, lines.filter((_line, at) => at !== 12).join(''));
      expect((await check(file)).stdout).toContain('seal 2: not the hash of what it covers');
    });

    it('may be left half read', async () => {
      for await (const line of exportAudit(store, 'tampered')) {
        expect(line).toContain('"line":"chain"');
        break;
      }
      expect(await verifyAudit(store, 'tampered')).toMatchObject({ intact: true });
    });
  });
});
