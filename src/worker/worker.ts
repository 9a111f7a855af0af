import { serve } from './serve.ts';
import type { ToWorker } from './protocol.ts';

// The page says where it is served from by the worker's name.
const base = self.name;

const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

const server = serve(
  { post: (message, transfer) => self.postMessage(message, { transfer }) },
  async (id) => {
    const response = await fetch(`${base}data/${encodeURIComponent(id)}.txt`);
    if (!response.ok) throw new Error(`${id}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  },
  {
    now: () => performance.now(),
    breathe: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        channel.port2.postMessage(null);
      }),
  },
);

self.onmessage = ({ data }: MessageEvent<ToWorker>) => server.receive(data);
