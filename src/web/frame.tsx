import type { ComponentChildren } from 'preact';
import type { Action } from '../domain/permission/action.ts';
import { relationsFor } from '../domain/permission/can.ts';
import type { Relation } from '../domain/permission/policy.ts';
import { bytesOf } from './components/rendered.tsx';
import { DOCTYPE, Page, type PageFrame } from './layout/page.tsx';
import type { Answer, Asked } from './route.ts';

/** Where one can go: shown to those whom the policy table lets there. */
const places: readonly { text: string; href: string; action: Action; relation?: Relation }[] = [
  { text: 'My work', href: '/my-work', action: 'readOwnWork' },
  { text: 'Scorecard', href: '/scorecard', action: 'readScorecard' },
  { text: 'Commitments', href: '/commitments', action: 'readCommitments' },
  { text: 'Round', href: '/round', action: 'readRound' },
  { text: 'Target changes', href: '/target-changes', action: 'readTargetChanges' },
  // For those who read drafts that are not for them by name; others find theirs under Published.
  { text: 'Reports', href: '/reports', action: 'readEmbargoed', relation: 'other' },
  { text: 'Published', href: '/published', action: 'readPublished' },
  { text: 'Audit trail', href: '/audit', action: 'verifyAudit' },
  { text: 'Set-up', href: '/set-up', action: 'readSetUp' },
];

type Own = Pick<PageFrame, 'title' | 'hasErrors' | 'back' | 'wide'>;

/** A page with all that every page has. */
export function pageAnswer(asked: Asked, own: Own, children: ComponentChildren, status = 200): Answer {
  const { authority, person, csrf, actors, path, settings, notice, branding } = asked;
  const navigation =
    person === null
      ? []
      : places
          .filter(({ action, relation }) => {
            const found = relationsFor(actors, action);
            return relation === undefined ? found.length > 0 : found.includes(relation);
          })
          .map(({ text, href }) => ({
            text,
            href,
            current: href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`),
          }));
  const frame: PageFrame = {
    ...own,
    authority,
    language: authority.language,
    person,
    navigation,
    csrf,
    notice,
    demonstration: settings.demonstration,
    branding,
  };
  return { kind: 'page', status, html: bytesOf(<Page {...frame}>{children}</Page>, DOCTYPE) };
}

/** The field that proves a form came from one of our own pages. */
export const Token = ({ asked }: { asked: Pick<Asked, 'csrf'> }) => (
  <input type="hidden" name="_csrf" value={asked.csrf ?? ''} />
);
