import { startWorker, type Worker } from '../../jobs/worker.ts';
import { type SmtpSettings, smtpMailer } from '../../mail/mailer.ts';
import type { Store } from '../../store/database.ts';
import { pageAddresses } from '../../web/page-addresses.ts';
import type { ServerSettings } from '../../web/settings.ts';

interface Beside {
  store: Store;
  authority: { code: string; timeZone: string };
  settings: Pick<ServerSettings, 'now' | 'log' | 'publicAddress'>;
  mail: SmtpSettings | null;
}

/** The worker of a site: seals, mail and long work, for as long as the site answers. */
export function startSiteWorker({ store, authority, settings, mail }: Beside): Worker {
  const { now, log, publicAddress } = settings;
  const mailer = mail === null ? null : smtpMailer(mail);
  const worker = startWorker({ store, authority, now, mailer, pages: pageAddresses(publicAddress), log });
  return {
    stop: async () => {
      await worker.stop();
      mailer?.close();
    },
  };
}
