import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';

const policy =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** Tells the browser that the built page may ask nobody for anything. */
const asksNobody: Plugin = {
  name: 'asks-nobody',
  apply: 'build',
  transformIndexHtml: (html) =>
    html.replace('<head>', `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`),
};

// One HTML file, so that it can be opened from anywhere.
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  plugins: [viteSingleFile(), asksNobody],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  preview: { host: '127.0.0.1' },
  build: { target: 'es2022', emptyOutDir: true },
});
