// Run by hand after npm has written the lockfile: node scripts/complete-lockfile.ts
//
// npm leaves a package's builds for other systems out of the lockfile when the registry it asked
// does not hold them (a mirror that is a step behind), and `npm ci` then refuses the lockfile
// everywhere. An entry with the version alone is enough for npm to skip it here and to find it on
// the system that needs it.
import { readFileSync, writeFileSync } from 'node:fs';
import { inProject } from './project.ts';

export interface LockedPackage {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}
export type LockedPackages = Record<string, LockedPackage>;

/** Entries for the optional dependencies that have none, by their place in the lockfile. */
export function missingEntries(packages: LockedPackages): LockedPackages {
  const places = Object.keys(packages);
  const missing: LockedPackages = {};
  for (const dependent of Object.values(packages)) {
    for (const [name, version] of Object.entries(dependent.optionalDependencies ?? {})) {
      const place = `node_modules/${name}`;
      if (places.some((one) => one === place || one.endsWith(`/${place}`))) continue;
      missing[place] = {
        version,
        ...platformOf(name),
        ...(dependent.dev && { dev: true }),
        optional: true,
      };
    }
  }
  return missing;
}

/** The system in the name of a prebuilt package, as `swc-linux-arm64-musl`. */
function platformOf(name: string): Pick<LockedPackage, 'os' | 'cpu' | 'libc'> {
  const match =
    /(android|darwin|win32|freebsd|linux|wasm32)-(arm64|arm|x64|ia32|riscv64|ppc64|s390x|wasi)(?:-(\w+))?/.exec(
      name,
    );
  if (!match) throw new Error(`${name} does not say which system it is for. Add it by hand.`);
  const [, os = '', cpu = '', kind] = match;
  if (os === 'wasm32') return { cpu: ['wasm32'] };
  const libc = os !== 'linux' ? undefined : kind === 'musl' ? 'musl' : kind ? 'glibc' : undefined;
  return { cpu: [cpu], os: [os], ...(libc && { libc: [libc] }) };
}

if (import.meta.main) {
  const file = inProject('package-lock.json');
  const lockfile: { packages: LockedPackages } = JSON.parse(readFileSync(file, 'utf8'));
  const missing = missingEntries(lockfile.packages);
  const { '': root = {}, ...others } = { ...lockfile.packages, ...missing };
  const sorted = Object.entries(others).sort(([a], [b]) => (a < b ? -1 : 1));
  lockfile.packages = { '': root, ...Object.fromEntries(sorted) };
  writeFileSync(file, `${JSON.stringify(lockfile, null, 2)}\n`);
  process.stdout.write(`${Object.keys(missing).length} entries added.\n`);
}
