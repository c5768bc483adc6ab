// Opens a database, writes one fact, says so, and stays until its input ends (or, told to, leaves at once).
import type { DatabaseAddress } from '../../../src/store/database.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { inTransaction } from '../../../src/store/transaction.ts';
import { writeFacts } from '../../../src/store/write-facts.ts';
import { byAnOfficer, observation, sampleFacts } from '../sample-facts.ts';

const [address = '', measure = '', stay = 'stay'] = process.argv.slice(2);
const store = await openStore(JSON.parse(address) as DatabaseAddress);
const { authority } = sampleFacts('visited');
await inTransaction(store, (tx) =>
  writeFacts(tx, { authority, observations: [observation({ measure })] }, byAnOfficer),
);
process.stdout.write(`${measure}\n`);
if (stay === 'stay') {
  process.stdin.resume();
  await new Promise((resolve) => process.stdin.on('end', resolve));
}
await store.close();
