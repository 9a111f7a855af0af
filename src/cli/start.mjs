/**
 * `npm start`: installs, builds and serves the site, whatever of that is still to be done.
 * Options: `--port N`, `--host ADDRESS`; the environment's BASE sets the sub-path (`BASE=/x/`).
 */
import { checkNode, install } from './prepare.mjs';

checkNode();
await install();
const { register } = await import('tsx/esm/api');
register();
const { main } = await import('./serve.ts');
await main(process.argv.slice(2));
