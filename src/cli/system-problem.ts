/** What the operating system refused, by its code, as a sentence about the path. */
const WORDS: Readonly<Record<string, (path: string) => string>> = {
  ENOENT: (path) => `There is no file or folder "${path}". Check the spelling, or make the folder first.`,
  EEXIST: (path) => `"${path}" is there already and is not a folder. Choose another name.`,
  ENOTDIR: (path) => `Part of "${path}" is a file, not a folder. Choose another place.`,
  EISDIR: (path) => `"${path}" is a folder, and a file is needed here. Add the name of the file.`,
  EACCES: (path) => `You are not allowed to use "${path}". Choose another place, or ask for access to it.`,
  EPERM: (path) => `You are not allowed to use "${path}". Choose another place, or ask for access to it.`,
  EROFS: (path) => `"${path}" cannot be written: the disk is read-only. Choose another place.`,
  ENOSPC: (path) => `"${path}" could not be written: the disk is full. Make room and run the command again.`,
  EDQUOT: (path) =>
    `"${path}" could not be written: your share of the disk is used up. Make room and try again.`,
  ENAMETOOLONG: (path) => `The name "${path}" is too long. Choose a shorter one.`,
  ELOOP: (path) => `"${path}" is a link that leads back to itself. Choose another place.`,
  EBUSY: (path) => `"${path}" is in use by another program. Close it there and run the command again.`,
  EMFILE: () => 'Too many files are open on this computer. Close some programs and run the command again.',
};

/** The reason in words where the operating system refused a file or folder; null for any other error. */
export function systemProblem(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const { code, path } = error as NodeJS.ErrnoException;
  const words = code === undefined ? undefined : WORDS[code];
  return words === undefined || path === undefined ? null : words(String(path).replace(/\.unfinished$/, ''));
}
