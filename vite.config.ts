import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { codeLinesPlugin } from './src/build/code-lines.ts';
import { contentPlugins } from './src/build/mdx.ts';
import { prerenderPlugin } from './src/build/prerender.ts';
import { programListingPlugin } from './src/build/program-listing.ts';
import { programsPlugin } from './src/build/programs.ts';
import { referencesPlugins } from './src/build/references.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig(({ isPreview }) => ({
  root,
  /** Sub-path the site is served under: `BASE=/somewhere/ npm run build`. */
  base: process.env['BASE'] ?? '/',
  appType: isPreview ? 'mpa' : 'custom',
  plugins: [
    ...contentPlugins(root),
    codeLinesPlugin(),
    ...referencesPlugins(root),
    programListingPlugin(root),
    programsPlugin(root),
    react(),
    prerenderPlugin(root, process.env['ORIGIN'] ?? null),
  ],
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1000,
  },
}));
