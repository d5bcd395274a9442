import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** The arrows of docs/architecture.md, walked: who may import what. */

const root = import.meta.dirname;

/** What everything may stand on: the wire, the words and the rules. */
const ground = ['lib/contracts', 'lib/words', 'lib/domain'];

/** A folder, and the folders that its files may import from. The first that fits a file counts. */
const arrows: [layer: string, mayImport: string[]][] = [
  ['lib/domain', ['lib/domain']],
  ['lib/words', ['lib/words', 'lib/domain']],
  ['lib/contracts', ground],
  ['lib/client', ['lib/client', ...ground]],
  ['lib/server', ['lib/server', ...ground]],
  ['components', ['components', 'lib/client', ...ground]],
  ['app', ['app', 'components', 'lib/client', 'lib/server', ...ground]],
  ['sandbox', ['sandbox']],
  ['prisma', ['prisma', 'lib/server', ...ground]],
  ['bench', ['bench', 'scripts', 'lib/client', 'lib/server', ...ground]],
  ['scripts', ['scripts', 'bench', 'prisma', 'lib/server', 'sandbox', ...ground]],
  ['e2e', ['e2e', 'scripts', 'prisma', ...ground]],
  ['next.config.mjs', ['lib/contracts']],
  ['instrumentation.ts', ['lib/server']],
  ['instrumentation-client.ts', ['lib/client']],
  ['proxy.ts', ['lib/server', ...ground]],
];

/** Packages that only these layers may name. */
const packageHomes: [packages: RegExp, layers: string[]][] = [
  [
    /^(@prisma\/|pg$|sharp$|@vercel\/blob|pino$|prom-client$|nodemailer|@zxcvbn-ts\/)/,
    ['lib/server', 'scripts', 'bench', 'sandbox'],
  ],
  [/^(react-dom|swr|radix-ui|lucide-react|sonner)($|\/)/, ['components', 'lib/client', 'app']],
  [/^next($|\/)/, ['components', 'lib/client', 'app', 'lib/server', 'proxy.ts', 'next.config.mjs']],
];

const isTest = (file: string) =>
  /\.(test|integration|contract)\.tsx?$/.test(file) || file.includes('/testing/');

function sourceFiles(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) {
      const skip = ['node_modules', '.next', '.data', '.git', 'generated', 'public', 'docs'];
      return skip.includes(entry.name) ? [] : sourceFiles(file);
    }
    return /\.(ts|tsx|mjs)$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [file] : [];
  });
}

const files = sourceFiles('.');

function importsOf(file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const pattern =
    /(?:^|\n)\s*(?:import|export)\b[^'"\n;]*?(?:\{[^}]*\}[^'"\n;]*?)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? '');
}

/** Where in the project an import leads; undefined for a package. */
function targetOf(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('#')) return specifier.slice(1);
  if (!specifier.startsWith('.')) return undefined;
  return path.posix.join(path.posix.dirname(file), specifier);
}

const inside = (file: string, layer: string) => file === layer || file.startsWith(`${layer}/`);
const layerOf = (file: string) => arrows.find(([layer]) => inside(file, layer));

describe('the architecture', () => {
  it('is read from real imports', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(importsOf('app/api/try-ons/route.ts')).toContain(
      '#lib/server/use-cases/submit-try-on.ts',
    );
  });

  it('lets imports point one way only', () => {
    const wrong = files
      .filter((file) => !isTest(file))
      .flatMap((file) => {
        const layer = layerOf(file);
        if (!layer) return [];
        return importsOf(file)
          .map((specifier) => targetOf(file, specifier))
          .filter((target) => target !== undefined)
          .filter((target) => !layer[1].some((allowed) => inside(target, allowed)))
          .map((target) => `${file} → ${target}`);
      });
    expect(wrong).toEqual([]);
  });

  it('keeps packages in the layers they belong to', () => {
    const wrong = files
      .filter((file) => !isTest(file))
      .flatMap((file) =>
        importsOf(file)
          .filter((specifier) => targetOf(file, specifier) === undefined)
          .filter((specifier) =>
            packageHomes.some(
              ([packages, layers]) =>
                packages.test(specifier) &&
                layerOf(file) !== undefined &&
                !layers.some((layer) => inside(file, layer)),
            ),
          )
          .map((specifier) => `${file} → ${specifier}`),
      );
    expect(wrong).toEqual([]);
  });

  it('marks every server module as server-only', () => {
    const unmarked = files
      .filter((file) => inside(file, 'lib/server') && !isTest(file))
      .filter((file) => !importsOf(file).includes('server-only'));
    expect(unmarked).toEqual([]);
  });

  it('reads process.env in one place', () => {
    const readers = files
      .filter((file) => ['app', 'components', 'lib'].some((layer) => inside(file, layer)))
      .filter((file) => !isTest(file) && file !== 'lib/server/env.ts')
      .filter((file) => readFileSync(path.join(root, file), 'utf8').includes('process.env'));
    expect(readers).toEqual([]);
  });

  it('lets no test that shares its process put another in the place of a module', () => {
    const replacing = files
      .filter((file) => inside(file, 'lib') || inside(file, 'bench'))
      .filter((file) => file.endsWith('.integration.ts'))
      .filter((file) =>
        /\bvi\.(mock|doMock|hoisted|stubEnv|stubGlobal)\(/.test(
          readFileSync(path.join(root, file), 'utf8'),
        ),
      );
    expect(replacing, 'these belong to app/, see vitest.config.ts').toEqual([]);
  });

  it('keeps raw SQL in the repositories', () => {
    const raw = files
      .filter((file) => inside(file, 'lib/server') || inside(file, 'app'))
      .filter((file) => !inside(file, 'lib/server/repositories') && !isTest(file))
      .filter((file) =>
        /\$(queryRaw|executeRaw)/.test(readFileSync(path.join(root, file), 'utf8')),
      );
    expect(raw).toEqual([]);
  });
});
