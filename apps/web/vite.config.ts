import adapter from '@sveltejs/adapter-node';
import type { Config } from '@sveltejs/kit/vite';
import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';

/**
 * Scripts and styles come from us alone. Kit adds a nonce to its own inline script at each request.
 * `style-src-attr`: floating pieces are placed by a style attribute; an attribute cannot bring a rule of its own.
 */
const directives: NonNullable<NonNullable<Config['csp']>['directives']> = {
  'default-src': ['none'],
  'script-src': ['self'],
  'style-src': ['self'],
  'style-src-attr': ['unsafe-inline'],
  'img-src': ['self', 'data:', 'blob:'],
  'font-src': ['self'],
  'connect-src': ['self'],
  'manifest-src': ['self'],
  'frame-src': ['self'],
  'form-action': ['self'],
  'frame-ancestors': ['none'],
  'base-uri': ['none'],
  'object-src': ['none'],
};

export default defineConfig({
  plugins: [
    tailwindcss(),
    sveltekit({
      adapter: adapter({ out: 'build' }),
      csp: { mode: 'auto', directives },
      compilerOptions: { runes: true },
    }),
  ],
  // The policy lets no font come from a data: address, so nothing is inlined.
  build: { assetsInlineLimit: 0 },
  server: { proxy: { '/api': process.env.API_URL ?? 'http://127.0.0.1:3000' } },
});
