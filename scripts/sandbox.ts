// `npm run sandbox -- [options]`: the stand-in for the provider alone. `--help` lists its options.
import { startChild } from './child.ts';
import { runCommand } from './command.ts';
import { givenEnv } from './local-env.ts';
import { inProject, projectRoot } from './project.ts';

await runCommand(
  async (life) => {
    const sandbox = startChild(
      process.execPath,
      [inProject('sandbox/main.ts'), ...process.argv.slice(2)],
      { env: givenEnv(), cwd: projectRoot, output: 'terminal' },
    );
    life.cleanUp(() => sandbox.stop());
    return sandbox.ended;
  },
  { codeWhenStopped: 0 },
);
