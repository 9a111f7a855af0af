/** One row of the benchmark, in a browser's worker. */
import { timeRuns, type BenchRequest } from './bench-core.ts';

addEventListener('message', ({ data }: MessageEvent<[string[], BenchRequest]>) => {
  const [documents, request] = data;
  postMessage(timeRuns(documents, request));
});
