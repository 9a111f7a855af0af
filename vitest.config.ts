import { defineConfig } from 'vitest/config';

/** Unit and property tests; plain Node, except where a file asks for a DOM in its first comment. */
export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/golden/**/*.test.ts'],
    environment: 'node',
    testTimeout: 20_000,
    coverage: { include: ['src/**'], reporter: ['text', 'html'] },
  },
});
