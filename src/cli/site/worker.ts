import { dayIn } from '../../domain/period/of-day.ts';
import { repeat } from '../../jobs/repeat.ts';
import { startWorker, type Worker } from '../../jobs/worker.ts';
import { type SmtpSettings, smtpMailer } from '../../mail/mailer.ts';
import type { Store } from '../../store/database.ts';
import { pageAddresses } from '../../web/page-addresses.ts';
import { readScorecardsAhead } from '../../web/pages/scorecard/read-ahead.ts';
import type { ServerSettings } from '../../web/settings.ts';
import { readLedgersAhead } from '../../workflow/queries/forecast-ledger.ts';
import { knownAhead } from '../../workflow/remembered/known-now.ts';

interface Beside {
  store: Store;
  authority: { code: string; timeZone: string };
  settings: Pick<ServerSettings, 'now' | 'log' | 'publicAddress'>;
  mail: SmtpSettings | null;
}

/** Milliseconds between two looks for scorecards and forecasts that have changed. */
const AHEAD_EVERY = 1_000;
/** The same for forecasts: a few people look at them, and while figures keep coming in a thousand ledgers are much work. */
const LEDGERS_EVERY = 60_000;

/** The worker of a site: seals, mail, long work and reading ahead, for as long as the site answers. */
export function startSiteWorker({ store, authority, settings, mail }: Beside): Worker {
  const { now, log, publicAddress } = settings;
  const mailer = mail === null ? null : smtpMailer(mail);
  const worker = startWorker({ store, authority, now, mailer, pages: pageAddresses(publicAddress), log });
  const stopAhead = repeat('reading ahead', AHEAD_EVERY, log, async () =>
    readScorecardsAhead(await knownAhead(store, authority.code)),
  );
  const stopLedgers = repeat('reading forecasts ahead', LEDGERS_EVERY, log, async () =>
    readLedgersAhead(await knownAhead(store, authority.code), dayIn(now(), authority.timeZone)),
  );
  return {
    stop: async () => {
      await Promise.all([worker.stop(), stopAhead(), stopLedgers()]);
      mailer?.close();
    },
  };
}
