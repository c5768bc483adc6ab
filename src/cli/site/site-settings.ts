import { type Role, roles } from '../../domain/organisation/person.ts';
import type { OidcSettings, ServerSettings } from '../../web/settings.ts';
import { UsageError } from '../console.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What the environment says of the site: see docs/cli.md#serve. @throws UsageError naming the variable and the remedy */
export function siteSettings(
  environment: Environment,
): Pick<ServerSettings, 'secure' | 'oidc' | 'localAccounts' | 'sessions'> & { publicAddress: string | null } {
  const address = environment.OUTTURN_ADDRESS ?? null;
  if (address !== null && !/^https?:\/\/[^/\s]+$/.test(address)) {
    throw new UsageError(
      `OUTTURN_ADDRESS is "${address}". Give the address as people type it, without a path: https://performance.example.gov.uk`,
    );
  }
  return {
    publicAddress: address,
    secure: address?.startsWith('https:') ?? false,
    oidc: oidcSettings(environment),
    localAccounts: environment.OUTTURN_LOCAL_ACCOUNTS === '1',
    sessions: { idleMinutes: 60, hours: 12 },
  };
}

function oidcSettings(environment: Environment): OidcSettings | null {
  const { OUTTURN_OIDC_ISSUER: issuer, OUTTURN_OIDC_CLIENT_ID: clientId } = environment;
  const clientSecret = environment.OUTTURN_OIDC_CLIENT_SECRET;
  if (issuer === undefined) return null;
  if (clientId === undefined || clientSecret === undefined) {
    throw new UsageError(
      'OUTTURN_OIDC_ISSUER is set, so OUTTURN_OIDC_CLIENT_ID and OUTTURN_OIDC_CLIENT_SECRET must be set too.',
    );
  }
  return { issuer, clientId, clientSecret, roleOf: roleNames(environment.OUTTURN_OIDC_ROLES ?? '') };
}

/** `Outturn.Officer=contributor, Outturn.Audit=internalAudit`; without it the provider uses our names. */
function roleNames(text: string): Record<string, Role> {
  const own = Object.fromEntries(roles.map((role) => [role, role]));
  for (const pair of text.split(',').map((one) => one.trim())) {
    if (pair === '') continue;
    const [theirs = '', ours = ''] = pair.split('=').map((one) => one.trim());
    if (!roles.includes(ours as Role)) {
      throw new UsageError(
        `OUTTURN_OIDC_ROLES has "${pair}". Write ROLE-AT-THE-PROVIDER=OURS, where ours is one of ${roles.join(', ')}.`,
      );
    }
    own[theirs] = ours as Role;
  }
  return own;
}
