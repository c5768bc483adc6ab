import { type WordChange, wordChanges } from '../../../domain/commentary/word-changes.ts';
import { commentaryParts } from '../../../domain/status/outcome.ts';
import type { UpdateView } from '../../../workflow/queries/update-view.ts';
import { momentInWords } from '../../wording/days.ts';
import { Said } from '../update/findings.tsx';
import { partNames } from '../update/texts.tsx';
import type { Baseline } from './changes.tsx';
import { type Flag, flagsOf, piecesOf } from './flags.ts';

interface TextsProps {
  view: UpdateView;
  baseline: Baseline;
  timeZone: string;
  /** Of this page; null where this person cannot ask. */
  address: string | null;
}

/** The texts with the words that differ, a flag on those that the figures deny, and beneath what was found. */
export function Texts({ view, baseline, timeZone, address }: TextsProps) {
  const flags = view.judged === null ? [] : flagsOf(view.judged.findings);
  return (
    <>
      {commentaryParts.map((part) => {
        const [then, now] = [baseline.texts[part].trim(), view.content.texts[part].trim()];
        const own = flags.filter(({ finding }) => finding.section === part);
        const asItIs: WordChange[] = [{ kind: 'same', text: now }];
        const changes = then === '' || now === then ? asItIs : wordChanges(then, now);
        return (
          <section key={part} aria-labelledby={`text-${part}`}>
            <h2 class="govuk-heading-s" id={`text-${part}`}>
              {partNames[part]}
            </h2>
            {now === '' && then === '' ? (
              <p class="govuk-body">Nothing is written.</p>
            ) : (
              <>
                {now === then ? (
                  <p class="govuk-body">
                    <strong>{`Word for word as it was ${baseline.since}.`}</strong>
                  </p>
                ) : null}
                <Marked changes={changes} flags={own} />
              </>
            )}
            {own.length === 0 ? null : (
              <ol class="govuk-list ot-findings">
                {own.map((flag) => (
                  <Flagged key={flag.number} flag={flag} view={view} timeZone={timeZone} address={address} />
                ))}
              </ol>
            )}
          </section>
        );
      })}
    </>
  );
}

/** Marked by an underline and words for screen readers as well as by colour. */
function Marked({ changes, flags }: { changes: readonly WordChange[]; flags: readonly Flag[] }) {
  return (
    <p class="govuk-body ot-pre">
      {piecesOf(changes, flags).map(({ kind, text, flagged, ends }, index) => {
        const words = flagged ? <mark class="ot-flag">{text}</mark> : text;
        const Mark = kind === 'added' ? 'ins' : 'del';
        return (
          <>
            {kind === 'same' ? (
              words
            ) : (
              <Mark key={index}>
                <span class="govuk-visually-hidden">{kind === 'added' ? ' [added: ' : ' [taken out: '}</span>
                {words}
                <span class="govuk-visually-hidden">]</span>
              </Mark>
            )}
            {ends.map(({ number }) => (
              <a key={number} class="govuk-link ot-flag__number" href={`#finding-${number}`}>
                <span class="govuk-visually-hidden">see remark </span>
                {number}
              </a>
            ))}
          </>
        );
      })}
    </p>
  );
}

interface FlaggedProps {
  flag: Flag;
  view: UpdateView;
  timeZone: string;
  address: string | null;
}

function Flagged({ flag: { number, finding, dismissal }, view, timeZone, address }: FlaggedProps) {
  return (
    <li id={`finding-${number}`}>
      <Said finding={finding} number={number} />
      {dismissal === null ? null : (
        <p class="govuk-body-s">
          {`${view.people.get(dismissal.person)?.name ?? dismissal.person} dismissed this on ${momentInWords(dismissal.at, timeZone)}: “${dismissal.reason}”`}
        </p>
      )}
      {address === null ? null : (
        <p class="govuk-body-s">
          <a class="govuk-link" href={`${address}?ask=${finding.key}#send-back`}>
            Ask about this<span class="govuk-visually-hidden">: remark {number}</span>
          </a>
        </p>
      )}
    </li>
  );
}
