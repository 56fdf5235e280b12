// Builds what the browser loads: one stylesheet (or two), small scripts, one font. Names carry a hash of their content.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import esbuild from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const target = ['chrome87', 'safari14', 'firefox85'];
const oneSheetLimit = 12 * 1024; // look.md 5.8: CSS 12 kB compressed

// ASCII and the few signs Indonesian typesetting needs; arrows and ticks are icons.
const fontText = `${String.fromCharCode(...Array.from({ length: 95 }, (_, i) => i + 32))}“”’–—…·×½é`;

/**
 * Writes css, scripts, font, favicon and manifest.json into `outDir` and returns the manifest (file names without a folder).
 * `theme` holds a region's three colours; the promise is rejected when a text pair falls below WCAG AA.
 * @param {string} outDir
 * @param {{ theme?: import('./tokens/tokens.ts').RegionTheme }} [options]
 */
export async function buildAssets(outDir, options = {}) {
  await mkdir(outDir, { recursive: true });
  const font = await buildFont(outDir);
  const sheets = await buildCss(outDir, font, options.theme); // first: when a theme is refused, nothing else is under way
  const [
    script,
    staffScript,
    visitWorker,
    counterScript,
    crewScript,
    mapScript,
    reportScript,
    placeScript,
    mapCss,
    mark,
  ] = await Promise.all([
    buildScript(outDir, 'client/citizen.client.ts', 'skrip'),
    buildScript(outDir, 'client/staff.client.ts', 'skrip-petugas'),
    buildScript(outDir, 'client/visit-worker.client.ts', 'pekerja-tinjau'),
    buildScript(outDir, '../forms/client/counter.client.ts', 'skrip-loket'),
    buildScript(outDir, 'crew/crew.client.ts', 'skrip-lapangan'),
    buildScript(outDir, 'board/map.client.ts', 'skrip-peta'),
    buildScript(outDir, 'client/report.client.ts', 'skrip-lapor'),
    buildScript(outDir, 'report/place-map.client.ts', 'skrip-peta-tempat'),
    buildMapCss(outDir),
    writeHashed(outDir, 'tanda', 'svg', markSvg),
  ]);
  const scripts = {
    script,
    staffScript,
    visitWorker,
    counterScript,
    crewScript,
    mapScript,
    reportScript,
    placeScript,
  };
  const manifest = { ...sheets, ...scripts, mapCss, font, mark };
  await writeWhole(join(outDir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

const markSvg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" rx="9" fill="#06303F"/><path d="M20 5 35 20 20 35 5 20z" fill="#F2C35B"/><path d="M20 13 27 20 20 27 13 20z" fill="#06303F"/></svg>';

async function buildCss(outDir, font, theme) {
  const tokens = await loadTokens();
  const face = `@font-face{font-family:"Plus Jakarta Sans";font-weight:400 700;font-display:optional;src:url("${font}") format("woff2")}`;
  const [citizen, staff] = await Promise.all([collectCss((path) => !isStaff(path)), collectCss(isStaff)]);
  const head = `${face}\n${tokens.tokensCss(theme)}`;
  const whole = await minifyCss(`${head}\n${citizen}\n${staff}`);
  if (gzipSync(whole, { level: 9 }).length <= oneSheetLimit)
    return { css: await writeHashed(outDir, 'gaya', 'css', whole) };
  return {
    css: await writeHashed(outDir, 'gaya', 'css', await minifyCss(`${head}\n${citizen}`)),
    staffCss: await writeHashed(outDir, 'gaya-petugas', 'css', await minifyCss(staff)),
  };
}

/** The look of the map library, its pictures of markers left out: ours are drawn, and have their own looks after it. */
async function buildMapCss(outDir) {
  const css = await readFile(createRequire(import.meta.url).resolve('leaflet/dist/leaflet.css'), 'utf8');
  const bare = css.replace(/[^{}]*\{[^{}]*url\([^{}]*\}/g, '');
  const ours = await readFile(join(here, 'board/sketch.map.css'), 'utf8');
  return writeHashed(outDir, 'gaya-peta', 'css', await minifyCss(`${bare}\n${ours}`));
}

const isStaff = (path) => path.startsWith('staff/');

/** base first, then every component in alphabetical order, print last. */
async function collectCss(wanted) {
  const paths = (await readdir(here, { recursive: true }))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.css') && !path.endsWith('.map.css') && wanted(path))
    .sort((a, b) => rank(a) - rank(b) || a.localeCompare(b, 'en'));
  return (await Promise.all(paths.map((path) => readFile(join(here, path), 'utf8')))).join('\n');
}

function rank(path) {
  if (path === 'base/base.css') return 0;
  return path === 'base/print.css' ? 2 : 1;
}

async function minifyCss(css) {
  const result = await esbuild.transform(css, { loader: 'css', minify: true, target, legalComments: 'none' });
  return result.code;
}

/** tokens and contrast are TypeScript; bundled on the fly so that this file runs on plain Node. */
async function loadTokens() {
  const result = await esbuild.build({
    entryPoints: [join(here, 'tokens/contrast.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    logLevel: 'silent',
  });
  const code = Buffer.from(result.outputFiles[0].contents).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}

async function buildScript(outDir, entry, name) {
  const result = await esbuild.build({
    entryPoints: [join(here, entry)],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2020',
    legalComments: 'none',
  });
  return writeHashed(outDir, name, 'js', result.outputFiles[0].text);
}

/** The subset is named after its inputs, so a second build finds it and skips the slow part. */
async function buildFont(outDir) {
  const require = createRequire(import.meta.url);
  const source = await readFile(
    require.resolve('@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2'),
  );
  const name = `huruf-${hash(Buffer.concat([source, Buffer.from(fontText)]))}.woff2`;
  const path = join(outDir, name);
  if (await isWhole(path)) return name;
  const { default: subsetFont } = await import('subset-font');
  const axes = { wght: { min: 400, max: 700, default: 400 } };
  await writeWhole(path, await subsetFont(source, fontText, { targetFormat: 'woff2', variationAxes: axes }));
  return name;
}

async function writeHashed(outDir, name, extension, content) {
  const fileName = `${name}-${hash(content)}.${extension}`;
  await writeWhole(join(outDir, fileName), content);
  return fileName;
}

function hash(content) {
  return createHash('sha256').update(content).digest('hex').slice(0, 10);
}

/** An interrupted build once left an empty font that every later build took for done. */
async function isWhole(path) {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && found.size > 0;
}

/** Written aside and renamed: readers and builds at the same moment see the whole file or none. */
async function writeWhole(path, content) {
  const draft = `${path}.${process.pid}.part`;
  await writeFile(draft, content);
  await rename(draft, path);
}
