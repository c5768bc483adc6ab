import type { Log } from './post.ts';

/**
 * Does something at once and then again and again, each time some milliseconds after the last has ended. A failure is
 * said once, until it is another, and ends nothing.
 *
 * @returns what stops it: resolves when the last time has ended
 */
export function repeat(
  name: string,
  every: number,
  log: Log,
  once: (stopping: () => boolean) => Promise<void>,
): () => Promise<void> {
  let stopped = false;
  let wake = () => {};
  let said = '';
  const run = async () => {
    while (!stopped) {
      try {
        await once(() => stopped);
        said = '';
      } catch (error) {
        const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
        if (words !== said) log(`${name}: ${words}`);
        said = words;
      }
      if (!stopped) await sleep();
    }
  };
  const sleep = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, every);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const running = run();
  return () => {
    stopped = true;
    wake();
    return running;
  };
}
