import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Posted } from '../asked-of.ts';
import type { UploadedFile } from '../route.ts';

/** Characters of a whole form: a measure's three texts, or a grid of a thousand rows, with room. */
export const FORM_LIMIT = 2_000_000;
const MOST_FIELDS = 20_000;
const FILE_LIMIT = 20_000_000;
const MOST_FILES = 5;

/** Forms, with files only where a route takes them; all within limits of size and number. */
export async function readForms(server: FastifyInstance): Promise<void> {
  await server.register(multipart, {
    limits: {
      fileSize: FILE_LIMIT,
      files: MOST_FILES,
      fields: 500,
      fieldSize: FORM_LIMIT,
      fieldNameSize: 200,
      parts: 600,
    },
  });
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: FORM_LIMIT },
    (_request, body, done) => {
      const form = new URLSearchParams(String(body));
      if (form.size > MOST_FIELDS) return done(tooLong());
      done(null, { form, files: {} } satisfies Posted);
    },
  );
}

const tooLong = () => Object.assign(new Error('too many fields'), { statusCode: 413 });

/** Reads a form that came with files; the parts are gone through once, and what is too long ends it. */
export async function readParts(request: FastifyRequest): Promise<Posted> {
  const form = new URLSearchParams();
  const files: Record<string, UploadedFile[]> = {};
  for await (const part of request.parts()) {
    if (part.type === 'field') form.append(part.fieldname, String(part.value));
    else {
      const bytes = await part.toBuffer();
      // Browsers send a nameless, empty file where none was chosen.
      if (part.filename === '' && bytes.length === 0) continue;
      const file = { name: part.filename, mediaType: part.mimetype, bytes };
      files[part.fieldname] = [...(files[part.fieldname] ?? []), file];
    }
  }
  return { form, files };
}
