import { authority } from '../../demo/authority.ts';
import { demoNow, fillDemoRound } from '../../demo/fill-demo-round.ts';
import { publishDemo } from '../../demo/publish-demo.ts';
import { restateDemo } from '../../demo/restate-demo.ts';
import type { Store } from '../../store/database.ts';
import { readText } from '../../web/acting.ts';
import { buildServer } from '../../web/server.ts';
import type { Console } from '../console.ts';
import { allRenderers, RENDERERS } from '../renderers.ts';
import { collectAlone } from './collect-alone.ts';
import { listen, untilStopped } from './listen.ts';
import { mailSettings } from './mail-settings.ts';
import { startSiteWorker } from './worker.ts';

const people: readonly [id: string, what: string][] = [
  ['Tom Venables', 'Head of Leisure: enters figures for his measures'],
  ['Judith Shah', 'Director of Communities & Place: approves them'],
  ['Colin Webb', 'performance team: runs the round and publishes'],
  ['Nadia Hussain', 'performance manager and administrator'],
  ['Raymond Tuck', 'councillor, chair of scrutiny: reads'],
  ['Petra Hollis', 'internal auditor: reads everything, changes nothing'],
];

/** The web application on the demonstration, in the January in which it plays, until it is stopped. */
export async function runDemoSite(console: Console, store: Store, port: number): Promise<void> {
  console.progress('Filling this quarter’s round…');
  await fillDemoRound(store, readText);
  console.progress('Publishing last quarter’s reports…');
  await publishDemo(store, await allRenderers(), readText);
  await restateDemo(store, readText);
  const began = Date.now();
  // The demonstration's clock begins at its own moment, and runs on from there.
  const now = () => new Date(Date.parse(demoNow) + (Date.now() - began)).toISOString();
  // The demonstration writes to nobody, unless somebody gives it a mail server to look at.
  const mail = mailSettings(process.env);
  const settings = {
    publicAddress: `http://localhost:${port}`,
    secure: false,
    now,
    renderers: RENDERERS,
    oidc: null,
    localAccounts: false,
    demonstration: true,
    sendsMail: mail !== null,
    log: console.err,
    sessions: { idleMinutes: 240, hours: 24 },
  };
  const server = await buildServer(store, authority, settings);
  const address = await listen(server, { host: '127.0.0.1', port, orNext: true });
  const width = Math.max(...people.map(([name]) => name.length));
  console.out(
    [
      '',
      `The web application is at ${address}`,
      `  published reports   ${address}/published`,
      `  sign in             ${address}/sign-in`,
      '',
      'It is Wednesday 9 January 2019 there, and quarter 3 is being collected. Sign in, without a password, as:',
      ...people.map(([name, what]) => `  ${name.padEnd(width)}   ${what}`),
      '',
      'Ctrl+C stops it; nothing is lost.',
    ].join('\n'),
  );
  collectAlone();
  const worker = startSiteWorker({
    store,
    authority,
    settings: { ...settings, publicAddress: address },
    mail,
  });
  await untilStopped();
  await server.close();
  await worker.stop();
}
