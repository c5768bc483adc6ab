/** Why a database server did not let us in, by Node's or PostgreSQL's code. */
const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers there. Check the address, and that the server is running.',
  ECONNRESET: 'it closed the connection. Check the address, and the log of the server.',
  ENOTFOUND: 'there is no computer of that name. Check the address.',
  EAI_AGAIN: 'the name could not be looked up. Check the address and the network.',
  ETIMEDOUT: 'it did not answer in time. Check the address and the network.',
  EHOSTUNREACH: 'it cannot be reached from here. Check the address and the network.',
  '28P01': 'the name or the password is wrong.',
  '28000': 'this account may not sign in. Ask whoever runs the server.',
  '3D000': 'there is no database of that name. Create it first, or correct the name.',
  '42501': 'this account may not do that. Use the account that owns the database.',
  '53300': 'it has no connection to spare. Try again in a minute.',
  '57P03': 'it is starting or shutting down. Try again in a minute.',
  '25006': 'it is read-only. Name the server that takes changes.',
};

/** The reason in words where the server that `DATABASE_URL` names cannot be used; null for any other error. */
export function connectionProblem(error: unknown, url: string): string | null {
  const where = addressOf(url);
  if (where === null) {
    return 'DATABASE_URL is not an address of a database. Write it as postgres://name:password@server:5432/database.';
  }
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  const words = code === undefined ? undefined : WORDS[code];
  return words === undefined ? null : `The database of DATABASE_URL (${where}) cannot be used: ${words}`;
}

/** Server and database, never the name or the password; null for what is no such address. */
function addressOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, host, pathname } = new URL(url);
  return /^postgres(ql)?:$/.test(protocol) ? `${host}${pathname}` : null;
}
