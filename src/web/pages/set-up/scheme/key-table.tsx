import { keyNotesOf, keyOf } from '../../../../domain/status/key.ts';
import type { StatusScheme } from '../../../../domain/status/scheme.ts';
import { StatusTag } from '../../../components/status-tag/status-tag.tsx';
import { KeyOfRules } from './key-of-rules.tsx';

/** The key of a scheme as reports print it: made from its rules. */
export const KeyTable = ({ scheme }: { scheme: StatusScheme }) => (
  <KeyOfRules
    caption={`Key: ${scheme.name}`}
    heading="Status"
    rows={keyOf(scheme).map(({ outcome, sentence }) => ({
      key: outcome.id,
      given: <StatusTag outcome={outcome} />,
      when: sentence,
    }))}
    notes={keyNotesOf(scheme)}
  />
);
