import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { NOTICE } from './asked-of.ts';
import type { Answer, Cookie } from './route.ts';
import type { ServerSettings } from './settings.ts';

/** Puts an answer of a page on its way. */
export function send(reply: FastifyReply, answered: Answer, { secure }: ServerSettings): FastifyReply {
  const put = ({ name, value, seconds }: Cookie) =>
    reply.setCookie(name, value, {
      path: '/',
      httpOnly: true,
      secure,
      sameSite: 'lax',
      ...(seconds === null ? {} : { maxAge: seconds }),
    });
  switch (answered.kind) {
    case 'redirect':
      for (const one of answered.cookies ?? []) put(one);
      if (answered.notice !== undefined) put({ name: NOTICE, value: answered.notice, seconds: 30 });
      return reply.redirect(answered.to, 303);
    case 'json':
      return reply.status(answered.status ?? 200).send(answered.value);
    case 'file': {
      const name = answered.name.replace(/[^\w. -]/g, '-');
      const etag = answered.headers?.etag;
      // Whoever has these very bytes is told so, and gets no second copy.
      if (etag !== undefined && heldAlready(reply, etag)) {
        return reply
          .status(304)
          .headers({ ...answered.headers })
          .send();
      }
      return reply
        .header('content-disposition', `${answered.inline ? 'inline' : 'attachment'}; filename="${name}"`)
        .headers({ ...answered.headers })
        .type(answered.mediaType)
        .send(Buffer.from(answered.bytes));
    }
    case 'stream':
      return reply
        .header('content-disposition', `attachment; filename="${answered.name.replace(/[^\w. -]/g, '-')}"`)
        .type(answered.mediaType)
        .send(Readable.from(answered.chunks));
    case 'page':
      // Said once: the page that shows it takes it away.
      if (reply.request.cookies?.[NOTICE] !== undefined) put({ name: NOTICE, value: '', seconds: 0 });
      return reply
        .status(answered.status ?? 200)
        .headers({ ...answered.headers })
        .type('text/html; charset=utf-8')
        .send(answered.html);
  }
}

const heldAlready = ({ request }: FastifyReply, etag: string): boolean =>
  (request.headers['if-none-match'] ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
