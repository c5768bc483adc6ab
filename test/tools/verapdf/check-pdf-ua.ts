import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export interface PdfUaResult {
  file: string;
  compliant: boolean;
  /** Rules tried on objects, all in all: a number that only a real check reaches. */
  checks: number;
  failures: { clause: string; message: string }[];
}

export interface Unavailable {
  unavailable: string;
}

const run = promisify(execFile);
const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../../..');
const source = join(here, 'CheckPdfUa.java');

/** Holds the veraPDF library and every profile, but no JAXB implementation and no command line. */
const library = join(root, 'node_modules/@opendataloader/pdf/lib/opendataloader-pdf-cli.jar');
/** Debian's libjaxb-java: without it veraPDF says of every profile that it is not supported. */
const jaxb = ['jaxb-runtime', 'jaxb-core', 'jaxb-impl', 'istack-commons-runtime', 'txw2'].map(
  (name) => `/usr/share/java/${name}.jar`,
);

let prepared: Promise<string | Unavailable> | null = null;

/** Checks files against PDF/UA-1 with veraPDF, all in one Java process. */
export async function checkPdfUa(files: readonly string[]): Promise<PdfUaResult[] | Unavailable> {
  prepared ??= prepare();
  const classes = await prepared;
  if (typeof classes !== 'string') return classes;
  if (files.length === 0) return [];
  const classPath = [library, classes, ...jaxb].join(':');
  const { stdout } = await run('java', ['-Xmx1g', '-cp', classPath, 'CheckPdfUa', ...files], {
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as PdfUaResult);
}

/** Why the check cannot run here, or null. Asks only for what is installed; nothing is compiled yet. */
export async function missingTool(): Promise<string | null> {
  for (const tool of ['java', 'javac']) {
    const present = await run(tool, ['-version']).then(
      () => true,
      () => false,
    );
    if (!present) return `${tool} is not installed (Debian: default-jdk-headless)`;
  }
  if (!existsSync(library)) return 'the development dependency @opendataloader/pdf is not installed';
  const absent = jaxb.find((jar) => !existsSync(jar));
  return absent ? `${absent} is not installed (Debian: libjaxb-java)` : null;
}

/** The folder of compiled classes: one for each wording of the source and version of the compiler. */
async function prepare(): Promise<string | Unavailable> {
  const missing = await missingTool();
  if (missing !== null) return { unavailable: missing };
  const { stdout, stderr } = await run('javac', ['-version']);
  const edition = createHash('sha256')
    .update(readFileSync(source))
    .update(`${stdout}${stderr}`)
    .digest('hex');
  const classes = join(root, 'node_modules/.cache/outturn-verapdf', edition.slice(0, 16));
  const done = join(classes, 'compiled');
  if (!existsSync(done)) {
    mkdirSync(classes, { recursive: true });
    await run('javac', ['-cp', library, '-d', classes, source]);
    writeFileSync(done, '');
  }
  return classes;
}
