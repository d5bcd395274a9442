import { expect, it, vi } from 'vitest';

const nameIn = async (text: string) => {
  vi.resetModules();
  const { statementName } = await import('./kept-statements.ts');
  return statementName({ sql: text });
};

it('gives a statement the same name in every process, whatever was asked before', async () => {
  const name = await nameIn('/* kept */ SELECT 1');
  vi.resetModules();
  const { statementName } = await import('./kept-statements.ts');
  const other = statementName({ sql: '/* kept */ SELECT 2' });
  expect(statementName({ sql: '/* kept */ SELECT 1' })).toBe(name);
  expect(name).toMatch(/^kept-[0-9a-f]{16}$/);
  expect(other).not.toBe(name);
});

it('names nothing that is not to be kept', async () => {
  expect(await nameIn('SELECT 1')).toBe('');
});
