/** Somebody cannot be signed in, in words for them. */
export class SignInRefused extends Error {
  override name = 'SignInRefused';
  readonly kind: SignInRefusal;

  constructor(kind: SignInRefusal, options?: ErrorOptions) {
    super(words[kind], options);
    this.kind = kind;
  }
}

export type SignInRefusal = keyof typeof words;

const words = {
  /** What came back was not what this browser went away for: forged, used twice, or too late. */
  unmatched:
    'This sign-in could not be finished. It may have taken too long, or the page may have been opened twice. Sign in again.',
  declined: 'You did not finish signing in with your council account. Sign in again when you are ready.',
  unreachable:
    'The council’s sign-in service could not be reached. Try again in a few minutes. If it goes on, tell your IT service desk.',
  notConfirmed:
    'The council’s sign-in service did not confirm who you are. Sign in again. If it goes on, tell your IT service desk.',
  noRole:
    'Your council account works, but it has not been given a role here. Ask the performance team to have you added.',
  notActive:
    'Your council account works, but your access here has ended. If you need it for your work, ask the performance team.',
} as const;
