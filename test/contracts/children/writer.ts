// Writes without end, and prints the name of a fact once its transaction is acknowledged.
import type { DatabaseAddress } from '../../../src/store/database.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { inTransaction } from '../../../src/store/transaction.ts';
import { writeFacts } from '../../../src/store/write-facts.ts';
import { byAnOfficer, number, observation, sampleFacts } from '../sample-facts.ts';

const [address = '', run = ''] = process.argv.slice(2);
const store = await openStore(JSON.parse(address) as DatabaseAddress);
const { authority } = sampleFacts('killed');
for (let count = 0; ; count++) {
  const measure = `${run}-${count}`;
  const observations = ['2018-19/Q1', '2018-19/Q2', '2018-19/Q3'].map((period) =>
    observation({ measure, period, figure: number(String(count)) }),
  );
  await inTransaction(store, (tx) => writeFacts(tx, { authority, observations }, byAnOfficer));
  process.stdout.write(`${measure}\n`);
}
