import { z } from 'zod';

/** What an authority decides about the checks of its commentary. */
export interface CheckSettings {
  /** Abbreviations that its readers know, with their meaning. */
  glossary: Readonly<Record<string, string>>;
  /** Counts of people below this are too small to publish; null for no such check. */
  disclosureThreshold: number | null;
  /** The most words that one section should have; null for no guide. */
  lengthGuide: number | null;
}

/** Name of the setting that holds them. */
export const CHECKS_SETTING = 'commentaryChecks';

/**
 * Where nobody has decided otherwise: counts below five are held back, as national statistics commonly do, and a section is
 * a page that a councillor still reads.
 */
export const standardChecks: CheckSettings = { glossary: {}, disclosureThreshold: 5, lengthGuide: 250 };

const schema = z.object({
  glossary: z.record(z.string().min(1).max(20), z.string().min(1).max(200)).optional(),
  disclosureThreshold: z.int().min(2).max(1000).nullable().optional(),
  lengthGuide: z.int().min(20).max(5000).nullable().optional(),
});

/**
 * The settings as stored, what is not decided as standard; a value that is none of ours is as good as nothing.
 * @example checkSettings({ lengthGuide: 150 }).disclosureThreshold // 5
 */
export function checkSettings(stored: unknown): CheckSettings {
  const read = schema.safeParse(stored);
  if (!read.success) return standardChecks;
  const { glossary, disclosureThreshold, lengthGuide } = read.data;
  return {
    glossary: glossary ?? standardChecks.glossary,
    disclosureThreshold:
      disclosureThreshold === undefined ? standardChecks.disclosureThreshold : disclosureThreshold,
    lengthGuide: lengthGuide === undefined ? standardChecks.lengthGuide : lengthGuide,
  };
}
