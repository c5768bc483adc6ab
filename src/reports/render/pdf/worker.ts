import { parentPort } from 'node:worker_threads';
import type { TypesetReply, TypesetRequest } from './messages.ts';
import { createTypesetter, type Typesetter } from './typesetter.ts';

let typeset: Typesetter | null = null;

parentPort?.on('message', ({ id, pageData, createdAt }: TypesetRequest) => {
  parentPort?.postMessage(answer(id, pageData, createdAt));
});

function answer(id: number, pageData: string, createdAt: number): TypesetReply {
  try {
    typeset ??= createTypesetter();
    return { id, bytes: typeset(pageData, createdAt) };
  } catch (error) {
    return { id, problem: error instanceof Error ? error.message : String(error) };
  }
}
