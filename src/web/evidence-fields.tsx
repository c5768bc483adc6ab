import { evidenceTypes } from '../domain/round/evidence.ts';
import { FileUpload } from './components/file-upload/file-upload.tsx';
import { Input } from './components/input/input.tsx';

interface EvidenceFieldsProps {
  title: { name: string; label: string; hint: string };
  /** What was typed, by the name of the field. */
  typed: (name: string) => string;
  wrong: (name: string) => string | undefined;
}

/** A document or a link, and what it is: the fields are `file` and `url`, and that of its title. */
export const EvidenceFields = ({ title, typed, wrong }: EvidenceFieldsProps) => (
  <>
    <Input {...title} value={typed(title.name)} errorMessage={wrong(title.name)} />
    <FileUpload
      name="file"
      label="File"
      hint={`Up to 20 MB: ${Object.keys(evidenceTypes).join(', ')}`}
      errorMessage={wrong('file')}
    />
    <Input
      name="url"
      label="Or a link"
      hint="A whole address that begins with https://"
      value={typed('url')}
      errorMessage={wrong('url')}
    />
  </>
);
