import { readdirSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** A page kept open on some HTML, and its printing to an accessible PDF, with the memory of all its processes. */
export async function openBrowser(html: string) {
  const server = await chromium.launchServer({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
    ],
  });
  const browser = await chromium.connect(server.wsEndpoint());
  const page = await browser.newPage();
  let peak = 0;
  const root = server.process().pid ?? 0;
  return {
    async run() {
      await page.setContent(html);
      await page.pdf({ format: 'A4', landscape: true, tagged: true, outline: true });
      peak = Math.max(peak, memoryOfTree(root));
    },
    extraMemory: () => peak,
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** Proportional memory of a process and all below it, in megabytes. */
function memoryOfTree(root: number): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // It ended while we looked.
    }
  }
  const isBelow = (pid: number): boolean =>
    pid === root || (parents.has(pid) && isBelow(parents.get(pid) ?? 0));
  let kilobytes = 0;
  for (const pid of parents.keys()) {
    if (!isBelow(pid)) continue;
    try {
      kilobytes += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      // It ended while we looked.
    }
  }
  return kilobytes / 1024;
}
