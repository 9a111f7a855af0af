/**
 * What must work before anything is installed: the check of Node's version, the one-line status,
 * running programs, and `npm ci`. Plain JavaScript, Node's own modules only.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

const OLDEST = [20, 19];

/** Leaves with a plain message when Node is too old to run what follows. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  console.error(
    `MicroGPT Visualized needs Node.js ${OLDEST.join('.')} or newer; this is ${process.versions.node}.\n` +
      'Install a newer one from https://nodejs.org and try again.',
  );
  process.exit(1);
}

/** @param {number} since milliseconds, as from Date.now() */
export function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

/**
 * Says in one line what is going on. On a terminal the line is rewritten in place, with the time
 * it has taken so far; elsewhere it is printed once.
 * @param {string} text
 * @returns {(done?: string) => void} call when it is over, with a line to keep in its place
 */
export function status(text) {
  const { isTTY } = process.stdout;
  const start = Date.now();
  const draw = () => process.stdout.write(`\r\x1b[2K${text} … ${seconds(start)}`);
  if (!isTTY) console.log(`${text} …`);
  else draw();
  const timer = isTTY ? setInterval(draw, 200) : undefined;
  return (done) => {
    clearInterval(timer);
    if (isTTY) process.stdout.write('\r\x1b[2K');
    if (done) console.log(done);
  };
}

/**
 * @typedef {object} RunOptions
 * @property {Record<string, string>} [env] added to this process's environment
 * @property {boolean} [quiet] keep the output back; it is in the result
 * @property {number} [timeout] milliseconds
 */

/**
 * Runs a program in the project's folder to its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} code 127 when it couldn't be started
 */
export function run(command, args, { env = {}, quiet = false, timeout } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      timeout,
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => done({ code: 127, output: `${command}: ${error.message}` }));
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}

/**
 * Runs npm: the one that started this process, or else the one on the path.
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function npm(args, options) {
  const script = process.env['npm_execpath'];
  if (script?.endsWith('.js')) return run(process.execPath, [script, ...args], options);
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options);
}

/** Installs what package-lock.json lists, unless that is what is there. */
export async function install() {
  const lock = resolve(root, 'package-lock.json');
  const stamp = resolve(root, 'node_modules/.installed');
  const npmsOwn = resolve(root, 'node_modules/.package-lock.json');
  const hash = createHash('sha256').update(readFileSync(lock)).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  // A contributor's own `npm install` leaves no stamp of ours, but it does leave a newer file.
  if (!existsSync(npmsOwn) || statSync(npmsOwn).mtimeMs < statSync(lock).mtimeMs) {
    const start = Date.now();
    const end = status('Installing packages (npm ci)');
    const options = ['--no-audit', '--no-fund', '--loglevel=error'];
    let { code, output } = await npm(['ci', ...options], { quiet: true });
    let how = '';
    if (code !== 0 && output.includes('EUSAGE')) {
      // The lock lacks an optional package, as npm leaves it when a registry doesn't have them all.
      ({ code, output } = await npm(['install', '--no-save', ...options], { quiet: true }));
      how = ' with npm install, as the lock file is not complete';
    }
    if (code !== 0) {
      end('Installing packages failed:');
      console.error(output);
      process.exit(1);
    }
    end(`Installed packages in ${seconds(start)}${how}.`);
  }
  writeFileSync(stamp, hash);
}
