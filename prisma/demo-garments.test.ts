import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { demoShops } from './demo-collection.ts';
import { demoGarments } from './demo-garments.ts';
import { demoSizeCharts } from './demo-size-charts.ts';

const pictures = path.resolve(import.meta.dirname, '../public/demo');

describe('the demo collection', () => {
  it('shows every garment picture that there is, each as a garment of its own', () => {
    const first = demoGarments.map(({ pictures: [main] }) => path.basename(main?.file ?? ''));
    expect(first.toSorted()).toEqual(readdirSync(path.join(pictures, 'garments')).toSorted());
  });

  it('names only pictures that are there, and says what each one shows', () => {
    const all = demoGarments.flatMap((garment) => garment.pictures);
    expect(all.filter(({ file }) => !existsSync(path.join(pictures, file)))).toEqual([]);
    expect(all.filter(({ alt }) => alt.length < 10)).toEqual([]);
  });

  it('hangs in a chosen order, without gaps', () => {
    const slugs = demoGarments.map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(24);
    expect(slugs[0]).toBe('star-dress-cream');
    expect(slugs.at(-1)).toBe('boxy-tee-black');
  });

  it('fills both shops and all three kinds', () => {
    for (const { slug } of demoShops) {
      const own = demoGarments.filter(({ shop }) => shop === slug);
      expect(own.length).toBeGreaterThanOrEqual(10);
    }
    expect(new Set(demoGarments.map(({ category }) => category)).size).toBe(3);
  });

  it('sells out of sizes that its chart has', () => {
    const wrong = demoGarments.flatMap(({ slug, chart, soldOut = [] }) => {
      const sizes: string[] = demoSizeCharts[chart].rows.map(({ size }) => size);
      return soldOut.filter((size) => !sizes.includes(size)).map((size) => `${slug} ${size}`);
    });
    expect(wrong).toEqual([]);
    expect(demoGarments.filter(({ soldOut }) => soldOut).length).toBeGreaterThan(5);
  });

  it('measures each size larger than the one before', () => {
    for (const { rows } of Object.values(demoSizeCharts)) {
      for (const [place, { values }] of rows.entries()) {
        const before: readonly number[] = rows[place - 1]?.values ?? [0, 0, 0];
        expect(values[0]).toBeGreaterThan(before[0] ?? 0);
        expect(values.every((value, column) => value >= (before[column] ?? 0))).toBe(true);
      }
    }
  });
});
