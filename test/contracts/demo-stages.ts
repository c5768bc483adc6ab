import { RENDERERS } from '../../src/cli/renderers.ts';
import { fillDemo } from '../../src/demo/fill-demo.ts';
import { fillDemoRound } from '../../src/demo/fill-demo-round.ts';
import { publishDemo } from '../../src/demo/publish-demo.ts';
import { restateDemo } from '../../src/demo/restate-demo.ts';
import type { DatabaseAddress, Store } from '../../src/store/database.ts';
import { openStore } from '../../src/store/open-store.ts';
import { readText } from '../../src/web/acting.ts';

/** How far the demonstration authority has come in a database. */
export type DemoStage = 'authority' | 'round' | 'published' | 'site';

interface Step {
  after: DemoStage | null;
  fill(store: Store): Promise<unknown>;
}

const steps: Readonly<Record<DemoStage, Step>> = {
  authority: { after: null, fill: (store) => fillDemo(store) },
  round: { after: 'authority', fill: (store) => fillDemoRound(store, readText) },
  published: {
    after: 'round',
    fill: async (store) => {
      const { html, json, csv } = RENDERERS;
      await publishDemo(store, { html: await html!(), json: await json!(), csv: await csv!() }, readText);
    },
  },
  // As its site begins: in few formats, because most tests look at something else.
  site: {
    after: 'round',
    fill: async (store) => {
      const [html, csv] = [await RENDERERS.html!(), await RENDERERS.csv!()];
      await publishDemo(store, { html, csv }, readText);
      await restateDemo(store, readText);
    },
  },
};

export const stageBefore = (stage: DemoStage): DemoStage | null => steps[stage].after;

/** Brings a database from the stage before to this one, and leaves it with nobody connected. */
export async function bringTo(stage: DemoStage, address: DatabaseAddress): Promise<void> {
  const store = await openStore(address);
  try {
    await steps[stage].fill(store);
  } finally {
    await store.close();
  }
}
