/**
 * `npm test`: installs what is missing, then runs every check there is.
 * `npm run check` (`--quick`): types, lint and unit tests at once.
 */
import { checkNode, install } from './prepare.mjs';

checkNode();
await install();
const { register } = await import('tsx/esm/api');
register();
const { main } = await import('./test.ts');
process.exitCode = await main(process.argv.slice(2));
