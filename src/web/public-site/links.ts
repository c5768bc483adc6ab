/** Where the pages of editions are: on the server, or beside each other in a folder. */
export interface EditionLinks {
  list: string;
  edition: (id: string) => string;
  file: (id: string, name: string) => string;
  measure: (id: string, address: string) => string;
  /** Where those who work here sign in to read more of it; absent in a folder of files. */
  signIn?: (id: string) => string;
}

/** On the server, under a path: `/published` for everybody, `/reports` for those who may read it before. */
export const serverLinks = (root: '/published' | '/reports'): EditionLinks => ({
  list: root,
  edition: (id) => `${root}/${id}`,
  file: (id, name) => `${root}/${id}/files/${name}`,
  measure: (id, address) => `${root}/${id}/measures/${address}`,
  signIn: (id) => `/sign-in?next=${encodeURIComponent(`${root}/${id}`)}`,
});

/** From a page in a folder to the folder's beginning. */
export type Up = '' | '../' | '../../';

/** In a folder of frozen files, seen from a page that lies so deep in it. */
export const folderLinks = (up: Up): EditionLinks => ({
  list: `${up}index.html`,
  edition: (id) => `${up}${id}/index.html`,
  file: (id, name) => `${up}${id}/files/${name}`,
  measure: (id, address) => `${up}${id}/measures/${address}.html`,
});
