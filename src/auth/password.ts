import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** As OWASP advises for scrypt: some half a second on a small server, and 128 MB while it runs. */
const COST = { N: 2 ** 17, r: 8, p: 1 };
const KEY_BYTES = 32;
const SALT_BYTES = 16;
/** Node refuses what needs more than this, and takes a little more than 128 · N · r. */
const memory = ({ N, r }: { N: number; r: number }) => 128 * N * r + 32 * 1024 * 1024;

/** Two at a time: more would fill the memory and keep the threads that read files and look up names. */
const AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

/** `scrypt$131072$8$1$<salt>$<key>`: what a later, dearer cost needs to check an older secret is in it. */
export async function secretOf(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(password, salt, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64'), key.toString('base64')].join('$');
}

/** Whether a password is the one behind a secret; without a secret it is not, which takes as long to say. */
export async function matches(password: string, secret: string | null): Promise<boolean> {
  const [kind, N, r, p, salt, key] = (secret ?? NOBODY).split('$');
  if (kind !== 'scrypt' || salt === undefined || key === undefined) return false;
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  const given = await derive(password, Buffer.from(salt, 'base64'), cost);
  const wanted = Buffer.from(key, 'base64');
  return given.length === wanted.length && timingSafeEqual(given, wanted) && secret !== null;
}

const zeroes = (bytes: number) => Buffer.alloc(bytes).toString('base64');
const NOBODY = ['scrypt', COST.N, COST.r, COST.p, zeroes(SALT_BYTES), zeroes(KEY_BYTES)].join('$');

async function derive(password: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running++;
  try {
    return await new Promise((resolve, reject) => {
      const settings = { ...cost, maxmem: memory(cost) };
      // One way to write each character, whichever keyboard it was typed on.
      scrypt(password.normalize('NFKC'), salt, KEY_BYTES, settings, (error, key) =>
        error ? reject(error) : resolve(key),
      );
    });
  } finally {
    running--;
    waiting.shift()?.();
  }
}

const LEAST = 12;
const MOST = 1_000;

/** What is wrong with a new password, as a sentence; null where nothing is. */
export function passwordProblem(password: string, person: string): string | null {
  const characters = [...password].length;
  if (characters < LEAST) {
    return `The password has ${characters} characters and must have at least ${LEAST}. Three random words do well.`;
  }
  if (characters > MOST) return `The password must have ${MOST.toLocaleString('en-GB')} characters or fewer.`;
  if (new Set(password.toLowerCase()).size < 5) {
    return 'The password repeats the same few characters. Three random words do well.';
  }
  const names = person.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  if (names.some((name) => name.length > 3 && password.toLowerCase().includes(name))) {
    return 'The password must not hold the person’s own name.';
  }
  return null;
}
