import { defineConfig } from 'vitest/config';

/** Plain Node, except where a file asks for a DOM in its first comment. */
const common = { environment: 'node', testTimeout: 20_000 };
/** Rooms whose modules keep no state: loaded once for all their tests, which halves the time. */
const stateless = 'tests/unit/{build,charts,cli,engine,worker}/**/*.test.{ts,tsx}';

/** Unit and property tests. */
export default defineConfig({
  test: {
    coverage: { include: ['src/**'], reporter: ['text', 'html'] },
    projects: [
      {
        test: {
          ...common,
          name: 'stateless',
          include: [stateless],
          isolate: false,
          pool: 'threads',
        },
      },
      {
        test: {
          ...common,
          name: 'other rooms',
          include: ['tests/{unit,golden}/**/*.test.{ts,tsx}'],
          exclude: [stateless],
        },
      },
    ],
  },
});
