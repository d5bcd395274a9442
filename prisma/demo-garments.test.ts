import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { wornBy } from '#lib/domain/worn-by.ts';
import { demoHouseModels, demoShops } from './demo-collection.ts';
import { demoGarments } from './demo-garments.ts';
import { demoSizeCharts } from './demo-size-charts.ts';
import { demoWorn } from './demo-worn.ts';

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

  it('shows every worn picture that there is, beside the garment that it says is worn', () => {
    const worn = demoGarments.flatMap(({ pictures: [main, ...others] }) =>
      others.map((other) => ({ ...other, main })),
    );
    expect(worn.map(({ file }) => path.basename(file)).toSorted()).toEqual(
      readdirSync(path.join(pictures, 'worn')).toSorted(),
    );
    const garmentOf = (file = '') => path.basename(file).replace(/^[fm]\d-/, '');
    expect(worn.filter(({ file, main }) => garmentOf(file) !== garmentOf(main?.file))).toEqual([]);
    expect(worn.filter(({ alt }) => !wornBy(alt, demoHouseModels))).toEqual([]);
  });

  it('shows every garment by itself and worn', () => {
    expect(demoGarments.filter(({ pictures: own }) => own.length < 2)).toEqual([]);
  });

  it('says of a worn picture the model whose picture it is', () => {
    for (const { file, model } of Object.values(demoWorn).filter((one) => one !== undefined)) {
      const person = demoHouseModels.find(({ name }) => name === model);
      expect(file.slice(0, 2)).toBe(path.basename(person?.file ?? '', '.webp'));
    }
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
