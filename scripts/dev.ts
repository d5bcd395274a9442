import { runCommand } from './command.ts';
import { serve } from './start.ts';

await runCommand((life) => serve('dev', life), { codeWhenStopped: 0 });
