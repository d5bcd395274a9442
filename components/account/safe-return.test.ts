import { describe, expect, it } from 'vitest';
import { safeReturn } from './safe-return.ts';

describe('safeReturn', () => {
  it('keeps a path of this site with its query', () => {
    expect(safeReturn('/garments/tee?try-on=1')).toBe('/garments/tee?try-on=1');
  });

  it('takes the path of a whole address, wherever that points', () => {
    expect(safeReturn('http://localhost:3000/looks')).toBe('/looks');
    expect(safeReturn('https://evil.example/looks')).toBe('/looks');
    expect(safeReturn('//evil.example/looks')).toBe('/looks');
    expect(safeReturn('/\\evil.example')).toBe('/');
  });

  it('never gives an address that a browser takes for another site', () => {
    for (const away of ['https://evil.example//evil.example', 'javascript:alert(1)', 'http://']) {
      expect(safeReturn(away)).toBe('/');
    }
  });

  it('goes to the given page when nothing usable came along', () => {
    expect(safeReturn(undefined, '/looks')).toBe('/looks');
    expect(safeReturn(['/a', '/b'])).toBe('/');
  });
});
