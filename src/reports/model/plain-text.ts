// For renderers, which may not reach into the domain: commentary as plain text, the same in every format.
export { plainText } from '../../domain/commentary/plain-text.ts';
