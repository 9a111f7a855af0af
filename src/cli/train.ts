/**
 * Trains a model in the terminal: `npm run -s train -- --step 0`. Prints what the reference
 * program prints, byte for byte, or with --json one object at full precision. A mistake in
 * the options or the data gives one line on stderr and exit code 2.
 */
import { readOptions, USAGE, UsageError, type TrainOptions } from './train-options.ts';
import { inReferenceForm, readData, run } from './train-run.ts';

// A reader such as `head` may leave before the end; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

try {
  const options = readOptions(process.argv.slice(2));
  process.stdout.write(options === 'help' ? USAGE : train(options));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`train: ${error.message}\n`);
  process.exitCode = 2;
}

function train(options: TrainOptions): string {
  const { documents, warnings } = readData(options.data);
  for (const warning of warnings) process.stderr.write(`train: warning: ${warning}\n`);
  const progress = process.stderr.isTTY ? showProgress(options.steps) : undefined;
  const result = run(documents, options, progress);
  if (progress) process.stderr.write('\r\u001b[K');
  return options.json ? `${JSON.stringify(result.report)}\n` : inReferenceForm(result);
}

/** One line that is written over, ten times a second at most. */
function showProgress(steps: number): (done: number) => void {
  let shown = 0;
  return (done) => {
    if (performance.now() - shown < 100) return;
    shown = performance.now();
    process.stderr.write(`\rstep ${done} / ${steps}`);
  };
}
