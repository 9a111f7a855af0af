/**
 * Browsers for tests and screenshots: Playwright's own, or the system's, or, when neither is
 * there, freshly installed ones.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { chromium, firefox, type LaunchOptions } from 'playwright-core';
import { root, run, status } from './prepare.mjs';

export type BrowserName = 'chromium' | 'firefox';

/** Where a browser is. Playwright drives the system's Firefox by another protocol than its own. */
export interface FoundBrowser {
  name: BrowserName;
  origin: 'playwright' | 'system';
  path: string;
}

const COMMANDS: Record<BrowserName, string[]> = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  firefox: ['firefox-esr', 'firefox'],
};

const APPLICATIONS: Record<BrowserName, string[]> = {
  chromium: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ],
  firefox: [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
};

/** No sandbox is needed for our own pages; no call home; glyphs where the metrics put them. */
const CHROMIUM_FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

const FIREFOX_PREFERENCES = {
  // A page kept for "back" can no longer be reached by the driver: going back loads it anew.
  'browser.sessionhistory.max_total_viewers': 0,
  'fission.bfcacheInParent': false,
  'app.update.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'gfx.text.subpixel-position.force-enabled': true,
};

export function findBrowser(name: BrowserName): FoundBrowser | null {
  const own = { chromium, firefox }[name].executablePath();
  if (own && existsSync(own)) return { name, origin: 'playwright', path: own };
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const paths = COMMANDS[name].flatMap((command) => folders.map((folder) => join(folder, command)));
  const path = [...paths, ...APPLICATIONS[name]].find((candidate) => existsSync(candidate));
  return path ? { name, origin: 'system', path } : null;
}

/** How Playwright starts it. `preferences` are Firefox's, added to ours. */
export function launchOptions(
  { name, origin, path }: FoundBrowser,
  preferences: Record<string, string | number | boolean> = {},
): LaunchOptions {
  const env = { ...process.env, ...FONTCONFIG } as Record<string, string>;
  const executablePath = origin === 'system' ? path : undefined;
  if (name === 'chromium') return { executablePath, args: CHROMIUM_FLAGS, env };
  return {
    executablePath,
    channel: origin === 'system' ? 'moz-firefox' : undefined,
    firefoxUserPrefs: { ...FIREFOX_PREFERENCES, ...preferences },
    env,
  };
}

const FONTCONFIG = { FONTCONFIG_FILE: resolve(root, 'tests/fontconfig/fonts.conf') };

const NAMES: BrowserName[] = ['chromium', 'firefox'];

/** The oldest system Firefox that Playwright's driver can talk to: with `network.addDataCollector`. */
const OLDEST_FIREFOX = 143;

/** Whether a browser can be driven. What does not tell its version is taken to be new enough. */
function isNewEnough({ name, origin, path }: FoundBrowser): boolean {
  if (name !== 'firefox' || origin === 'playwright') return true;
  const major = /(\d+)\./.exec(versionOf(path))?.[1];
  return major === undefined || Number(major) >= OLDEST_FIREFOX;
}

const missing = () =>
  NAMES.filter((name) => {
    const browser = findBrowser(name);
    return !browser || !isNewEnough(browser);
  });

/** Finds or installs every browser, says so in one line; false when one can't be had. */
export async function ensureBrowsers(): Promise<boolean> {
  let how = '';
  let words = '';
  for (const [name, install] of INSTALLERS) {
    if (missing().length === 0) break;
    const end = status(`Installing ${missing().join(' and ')} with ${name}`);
    words += await install(missing());
    end();
    if (missing().length === 0) how = `, just installed with ${name}`;
  }
  const found = NAMES.map(findBrowser);
  console.log(`Browsers: ${found.map((each, i) => describe(each, NAMES[i])).join('; ')}${how}.`);
  if (missing().length > 0) console.error(words.trim().split('\n').slice(-12).join('\n'));
  return missing().length === 0;
}

type Installer = (names: BrowserName[]) => Promise<string>;

/** Ways to come by a browser, each giving what the installing program said. */
const INSTALLERS: [name: string, install: Installer][] = [
  [
    'Playwright',
    async (names) => {
      const program = resolve(root, 'node_modules/playwright-core/cli.js');
      const args = [program, 'install', ...names];
      return (await run(process.execPath, args, { quiet: true, timeout: 300_000 })).output;
    },
  ],
  [
    'apt-get',
    async (names) => {
      if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return '';
      const packages = names.map(
        (name) => ({ chromium: 'chromium', firefox: 'firefox-esr' })[name],
      );
      const fonts = ['fonts-liberation', 'fonts-dejavu-core'];
      const args = ['install', '-y', '--no-install-recommends', ...packages, ...fonts];
      const options = { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' } };
      const update = await run('apt-get', ['update'], options);
      return update.output + (await run('apt-get', args, options)).output;
    },
  ],
];

function describe(browser: FoundBrowser | null, name: BrowserName): string {
  if (!browser) return `${name} not found and could not be installed`;
  const { origin, path } = browser;
  if (!isNewEnough(browser))
    return `${versionOf(path)} (${path}) is too old, ${OLDEST_FIREFOX} or newer is needed`;
  return origin === 'playwright' ? `${name} (Playwright's own)` : `${versionOf(path)} (${path})`;
}

function versionOf(path: string): string {
  try {
    return execFileSync(path, ['--version'], { encoding: 'utf8', stdio: 'pipe' })
      .trim()
      .replace(/ built on.*/, '');
  } catch {
    return 'version unknown';
  }
}
