/** From the files of the packages to the files of the site. Pure functions, no files. */
import { createHash } from 'node:crypto';
import { parseDocuments } from '../engine/documents.ts';

/** What the site knows of a data set; the titles are interface text and live elsewhere. */
export interface DataSet {
  id: string;
  /** BCP 47 language of the documents, and ISO 15924 script. */
  language: string;
  script: string;
  direction: 'ltr' | 'rtl';
  file: string;
  documents: number;
  /** Different symbols, without the boundary. */
  symbols: number;
  bytes: number;
  sha256: string;
  source: { package: string; version: string; path: string; licence: string; note: string };
}

/** The names of a list of the US Social Security Administration: `Emma,F,18770`, by line. */
export function namesOf(list: string): string[] {
  return list
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => line.slice(0, line.indexOf(',')).toLowerCase());
}

/** CLDR's territories that are none: "unknown region" and two made-up ones for testing. */
const NOT_TERRITORIES = new Set(['ZZ', 'XA', 'XB']);

/**
 * Territory names in the order of their two-letter codes. Left out: regions with numbers
 * (001 is the world), alternative forms (`US-alt-short`), and codes that are no territory.
 */
export function territoriesOf(names: Readonly<Record<string, string>>): string[] {
  return Object.keys(names)
    .filter((code) => /^[A-Z]{2}$/.test(code) && !NOT_TERRITORIES.has(code))
    .sort()
    .map((code) => names[code]);
}

/** One document a line, the last line ended too. */
export function fileOf(documents: readonly string[]): string {
  return documents.map((document) => `${document}\n`).join('');
}

/** What can be counted in a file, counted. */
export function measuresOf(
  content: string,
): Pick<DataSet, 'documents' | 'symbols' | 'bytes' | 'sha256'> {
  const { documents, vocabulary } = parseDocuments(content);
  return {
    documents: documents.length,
    symbols: vocabulary.length,
    bytes: Buffer.byteLength(content),
    sha256: createHash('sha256').update(content).digest('hex'),
  };
}
