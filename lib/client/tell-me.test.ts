import { describe, expect, it } from 'vitest';
import { tellMeOf } from './tell-me.ts';

describe('the wish to be told', () => {
  it('is nothing without the browser', () => {
    expect(tellMeOf(null, 'on')).toBe('unavailable');
  });

  it('is asked for only once when it was refused', () => {
    expect(tellMeOf('default', null)).toBe('off');
    expect(tellMeOf('default', 'refused')).toBe('refused');
    expect(tellMeOf('denied', 'on')).toBe('refused');
  });

  it('needs both the permission and the wish', () => {
    expect(tellMeOf('granted', null)).toBe('off');
    expect(tellMeOf('granted', 'off')).toBe('off');
    expect(tellMeOf('granted', 'on')).toBe('on');
    expect(tellMeOf('default', 'on')).toBe('off');
  });
});
