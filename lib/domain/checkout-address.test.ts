import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkoutAddress, isCheckoutTemplate, readHandedOver } from './checkout-address.ts';

describe('the address of a shop’s checkout', () => {
  it('has the lines where the template wants them', () => {
    const lines = [
      { reference: '40123', quantity: 2 },
      { reference: 'TEE M/W, "new"', quantity: 1 },
    ];
    expect(checkoutAddress('https://shop.example/cart/{lines}?from=fitting', lines)).toBe(
      'https://shop.example/cart/40123:2,TEE%20M%2FW%2C%20%22new%22:1?from=fitting',
    );
    expect(checkoutAddress('/demo-checkout?lines={lines}', lines.slice(0, 1))).toBe(
      '/demo-checkout?lines=40123:2',
    );
  });

  it('is refused unless it is https or a path of our own', () => {
    for (const template of [
      'http://shop.example/cart/{lines}',
      'javascript:alert("{lines}")',
      'data:text/html,{lines}',
      '//shop.example/{lines}',
      '/\\shop.example/{lines}',
      '/.//shop.example/{lines}',
      '/x/..//shop.example/{lines}',
      '/\t/shop.example/{lines}',
      'shop.example/{lines}',
      'https://someone:secret@shop.example/{lines}',
      'https://shop.example/cart',
      'https://{lines}.example/cart',
      'https://{lines}/cart',
      '',
    ]) {
      expect(isCheckoutTemplate(template), template).toBe(false);
      expect(checkoutAddress(template, [{ reference: 'A', quantity: 1 }])).toBeNull();
    }
  });

  it('never leads anywhere else, whatever a shop calls its variants', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (reference) => {
        const lines = [{ reference, quantity: 3 }];
        const away = checkoutAddress('https://shop.example/cart/{lines}', lines) ?? '';
        expect(new URL(away).origin).toBe('https://shop.example');
        const here = checkoutAddress('/demo-checkout?lines={lines}', lines) ?? '';
        expect(new URL(here, 'https://ours.example').origin).toBe('https://ours.example');
        expect(new URL(here, 'https://ours.example').searchParams.size).toBe(1);
      }),
    );
  });
});

describe('what was handed over', () => {
  it('is read back as it was given', () => {
    const reference = fc.stringMatching(/^[^,]+$/);
    fc.assert(
      fc.property(
        fc.array(fc.record({ reference, quantity: fc.integer({ min: 1, max: 99 }) })),
        (lines) => {
          const address = checkoutAddress('/demo-checkout?lines={lines}', lines) ?? '';
          const { searchParams } = new URL(address, 'https://ours.example');
          expect(readHandedOver(searchParams.get('lines') ?? '')).toEqual(
            lines.map((line) => ({ ...line, reference: line.reference.toWellFormed() })),
          );
        },
      ),
    );
  });

  it('is nothing where there is no line in it', () => {
    for (const text of ['', 'A', 'A:', ':2', 'A:0', 'A:100', 'A:two', ',,']) {
      expect(readHandedOver(text)).toEqual([]);
    }
  });
});
