import type { UpdateView } from '../../../workflow/queries/update-view.ts';
import { sizeInWords } from '../../wording/size.ts';
import { updateAddress } from './update-address.ts';

export function EvidenceList({ view }: { view: UpdateView }) {
  const { evidence } = view;
  if (evidence.length === 0) return <p class="govuk-body">No evidence yet.</p>;
  return (
    <ul class="govuk-list govuk-list--bullet">
      {evidence.map(({ id, title, url, file }) => (
        <li key={id}>
          <a
            class="govuk-link"
            href={url ?? `${updateAddress(view)}/evidence/${id}/file`}
            {...(url === null ? {} : { rel: 'noopener noreferrer' })}
          >
            {title}
          </a>
          {file === null ? ' (link)' : ` (${file.name}, ${sizeInWords(file.size)})`}
        </li>
      ))}
    </ul>
  );
}
