import { readFileSync } from 'node:fs';

/**
 * One measured case, run in a process of its own so that its peak memory is its own: `run` is called `warm` times
 * unmeasured, then `times` times measured. The process prints one JSON line.
 */
export interface Case {
  warm: number;
  times: number;
  /** How many processes run it, one after another; 1 where not said. What happens once to a user is measured so. */
  processes?: number;
  run(): Promise<unknown>;
  /** Measured by the processor's clock, where the aim is what one core can do: the same on a machine with other work. */
  processorTime?: true;
  /** Tidies up after each run, unmeasured. */
  after?(): Promise<void>;
  /** Memory of processes it started (a browser), in megabytes, at its highest. */
  extraMemory?(): number;
  /** Where the memory that counts is that of the processes it started alone. */
  peakMemory?(): number;
  close?(): Promise<void>;
}

/** What one process measured, or several together. */
export interface Measured {
  milliseconds: number[];
  /** The first call, in a fresh process, everything loaded. */
  first: number;
  peakMegabytes: number;
  /** How many processes are to be asked for. */
  processes: number;
}

export async function measureCase(each: Case): Promise<Measured> {
  let first = 0;
  const milliseconds: number[] = [];
  for (let index = 0; index < each.warm + each.times; index += 1) {
    const start = process.hrtime.bigint();
    const used = process.cpuUsage();
    await each.run();
    const { user, system } = process.cpuUsage(used);
    const took = each.processorTime ? (user + system) / 1e3 : Number(process.hrtime.bigint() - start) / 1e6;
    if (index === 0) first = took;
    if (index >= each.warm) milliseconds.push(took);
    await each.after?.();
  }
  const peakMegabytes = each.peakMemory?.() ?? peakOfThisProcess() + (each.extraMemory?.() ?? 0);
  await each.close?.();
  return { milliseconds, first, peakMegabytes, processes: each.processes ?? 1 };
}

/** Several processes as one: all their times, and the medians of the rest. */
export function together(all: readonly Measured[]): Measured {
  return {
    milliseconds: all.flatMap((each) => each.milliseconds),
    first: median(all.map((each) => each.first)),
    peakMegabytes: median(all.map((each) => each.peakMegabytes)),
    processes: all.length,
  };
}

/** The most memory that was resident at once. Linux keeps it without what the starting process had; others do not. */
function peakOfThisProcess(): number {
  try {
    const found = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'));
    if (found !== null) return Number(found[1]) / 1024;
  } catch {
    // No Linux.
  }
  return process.resourceUsage().maxRSS / 1024;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
