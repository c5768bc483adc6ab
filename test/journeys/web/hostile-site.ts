import { authority } from '../../../src/demo/authority.ts';
import { presentPeriod } from '../../../src/demo/fill-demo-round.ts';
import { readPerson, readResponsibilities, writePeople } from '../../../src/store/people.ts';
import { factsIn } from '../../../src/store/read-facts.ts';
import { inTransaction } from '../../../src/store/transaction.ts';
import { writeFacts } from '../../../src/store/write-facts.ts';
import { measureAddress, periodAddress } from '../../../src/web/addresses.ts';
import type { Browser, Seen } from './browser.ts';
import { DemoSite } from './demo-site.ts';

/** Texts that would become something else where they are not kept as text. Elements made of them could be found. */
export const payloads = [
  '<script data-hostile>window.hostile = 1</script>',
  '<img data-hostile src=x onerror="window.hostile = 1">',
  '</textarea><b data-hostile>bold</b>',
  '"><svg data-hostile onload="window.hostile = 1"></svg>',
  "' onfocus='window.hostile = 1' autofocus data-hostile='",
  '</title></style></script><iframe data-hostile srcdoc="<b>"></iframe>',
  '[press](javascript:window.hostile=1)',
  '![seen](x" onerror="window.hostile=1" data-hostile=")',
  '<https://x.example/"onclick="window.hostile=1"data-hostile="',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template of somebody else's language.
  '${window.hostile=1} {{7*7}} <%= 7*7 %> #{7*7}',
  '&lt;b data-hostile&gt; &amp;amp; &#60;b data-hostile&#62;',
  '\u202egnp.\u202c ﹤b data-hostile﹥ ＜b data-hostile＞',
  '--><details data-hostile open ontoggle="window.hostile = 1">',
];
const all = payloads.join('\n\n');
const one = (index: number, called: string) => `${called} ${payloads[index]}`;

/** What was typed, by where: shown as it is somewhere. */
export const typed = {
  person: one(0, 'Tom'),
  post: one(1, 'Head'),
  directorate: one(3, 'Place'),
  title: one(5, 'Flats'),
  meaning: one(2, 'Meaning'),
  formula: one(4, 'Formula'),
  source: one(8, 'Source'),
  context: `Context\n\n${all}`,
  actions: `Actions\n\n${all}`,
  intervention: `Review\n\n${all}`,
  note: one(10, 'Note'),
  evidence: one(6, 'Evidence'),
  question: `Question ${payloads.join(' ')}`,
  approval: `Approval ${payloads.join(' ')}`,
  reason: `Reason ${payloads.join(' ')}`,
  message: `Message ${payloads.join(' ')}`,
} as const;

const settings = { recordedAt: '2019-01-08T11:00:00.000Z', actor: 'colin.webb', reason: typed.reason };

export interface Hostile {
  /** The measure all this was typed about, another of the same officer, and their addresses. */
  measure: string;
  other: string;
  at: string;
  /** Pages that answered a form, with where it went. */
  answers: { path: string; seen: Seen }[];
}

/** A site whose set-up holds the texts already. */
export async function hostileSite(
  texts: Pick<typeof typed, 'title' | 'meaning' | 'formula' | 'source'> | typeof typed,
) {
  const site = new DemoSite();
  await site.begin();
  const { store } = site;
  const facts = await factsIn(store, { authority: authority.code, setUpOnly: true, periods: [] });
  const responsibilities = await readResponsibilities(store, authority.code);
  const mine = [...responsibilities.values()].filter(({ owner }) => owner === 'tom.venables');
  const unitOf = (code: string) => facts.measures.findLast((each) => each.code === code)?.unit.kind;
  const measure = mine.find(({ measure: code }) => unitOf(code) === 'number')?.measure;
  const other = mine.find(({ measure: code }) => code !== measure)?.measure;
  if (measure === undefined || other === undefined) throw new Error('the officer has too few measures');
  const version = facts.measures.findLast(({ code }) => code === measure)!;
  const { title, meaning, formula, source } = texts;
  const more = { ...version.definition, meaning, formula, source };
  const unit = facts.organisation.find(({ code }) => code === version.directorate)!;
  const person = (await readPerson(store, authority.code, 'tom.venables'))!;
  await inTransaction(store, async (tx) => {
    const measures = [{ ...version, title, definition: more }];
    const organisation = 'directorate' in texts ? [{ ...unit, name: texts.directorate }] : [];
    await writeFacts(tx, { authority: facts.authority, measures, organisation }, settings);
    const named = 'person' in texts ? { name: texts.person, post: texts.post } : { name: title };
    await writePeople(tx, authority.code, [{ ...person, ...named }], settings);
  });
  return { site, measure, other, at: `${periodAddress(presentPeriod)}/${measureAddress(measure)}` };
}

/** Types every text into the form it is for: the officer, the approver, the performance team. */
export async function typeAll(
  site: DemoSite,
  { at, other }: { at: string; other: string },
): Promise<Hostile['answers']> {
  const [tom, judith, colin] = [
    await site.signIn('tom.venables'),
    await site.signIn('judith.shah'),
    await site.signIn('colin.webb'),
  ];
  const answers: Hostile['answers'] = [];
  const send = async (browser: Browser, on: string, action: string, form: Record<string, string>) => {
    const seen = await browser.send(await browser.get(on), action, form);
    answers.push({ path: action, seen });
    return seen;
  };
  const [update, approve] = [`/update/${at}`, `/approve/${at}`];
  const { context, actions, intervention, note } = typed;
  const texts = { context, actions, intervention, note };
  const wrong = { ...texts, actual: typed.title, toDate: typed.title, forecast: typed.person };
  await send(tom, update, update, { ...wrong, do: 'check' });
  await send(tom, update, update, { ...wrong, do: 'save' });
  const evidence = `${update}/evidence`;
  await send(tom, evidence, evidence, { title: typed.evidence, url: 'javascript:window.hostile=1' });
  const url = 'https://x.example/?a=<b data-hostile>"onclick="window.hostile=1';
  await send(tom, evidence, evidence, { title: typed.evidence, url });
  const right = { ...texts, actual: '12', toDate: '12', forecast: '13' };
  await send(tom, update, update, { ...right, do: 'submit' });
  await send(judith, approve, approve, { question: typed.question, do: 'sendBack' });
  await send(tom, update, update, { ...right, do: 'submit' });
  await send(judith, approve, approve, { note: typed.approval, do: 'approve' });
  const round = `/round/${at.split('/')[0]}`;
  const about = `${round}/change?do=extend&of=${encodeURIComponent(other)}`;
  const more = { reason: typed.reason, until: '18 January 2019', do: 'extend', of: other };
  await send(colin, about, `${round}/change`, { ...more, until: typed.title });
  await send(colin, about, `${round}/change`, more);
  await send(colin, `${round}/nudge`, `${round}/nudge`, { message: typed.message, of: 'no such measure' });
  await send(colin, `${round}/nudge`, `${round}/nudge`, { message: typed.message, of: other });
  return answers;
}
