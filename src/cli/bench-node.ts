/**
 * One row of the benchmark, in a process of its own: a request as argument, times on stdout; or
 * `bare`, for the memory of a process that does nothing.
 */
import { existsSync, readFileSync } from 'node:fs';
import { parseDocuments } from '../engine/documents.ts';
import { timeRuns, type BenchRequest } from './bench-core.ts';

/** The most memory this process has had, MB. `maxRSS` begins with what the parent had. */
function peakRss(): number {
  if (!existsSync('/proc/self/status')) return process.resourceUsage().maxRSS / 1024;
  const [, kilobytes] = /VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

const [, , request, data] = process.argv;
if (request === 'bare') {
  process.stdout.write(String(peakRss()));
  process.exit();
}
const { documents } = parseDocuments(readFileSync(data));
const times = timeRuns(documents, JSON.parse(request) as BenchRequest);
process.stdout.write(JSON.stringify({ ...times, rss: peakRss() }));
