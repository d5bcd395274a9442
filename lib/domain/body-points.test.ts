import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  besides,
  bodyJoints,
  isPerson,
  isSeenFromBehind,
  mergeLooks,
  regionOf,
  squareAround,
} from './body-points.ts';
import { seen, standing } from './testing/body.ts';

const picture = { width: 600, height: 800 };

describe('several looks at one body', () => {
  it('are put in the order of the first, so that shoulders do not meet in the middle', () => {
    const first = standing();
    const exchanged = {
      ...first,
      leftShoulder: first.rightShoulder,
      rightShoulder: first.leftShoulder,
    };
    const merged = mergeLooks(first, exchanged);
    expect(merged.leftShoulder.x).toBeCloseTo(first.leftShoulder.x);
    expect(merged.rightShoulder.x).toBeCloseTo(first.rightShoulder.x);
  });

  it('are as sure of a joint as the least sure of them', () => {
    const unsure = { ...standing(), leftAnkle: seen(340, 700, 0.1) };
    expect(mergeLooks(standing(), unsure).leftAnkle.score).toBe(0.1);
  });

  it('believe the surer one about a place', () => {
    const elsewhere = { ...standing(), nose: seen(0, 0, 0.01) };
    expect(mergeLooks(standing(), elsewhere).nose.x).toBeGreaterThan(299);
  });
});

describe('a person', () => {
  it('is one who is seen from shoulders to hips, with a face', () => {
    expect(isPerson(standing())).toBe(true);
  });

  it('may have her face cut off when her legs are there', () => {
    expect(isPerson({ ...standing(), nose: seen(300, 0, 0.05) })).toBe(true);
  });

  it('is no blouse on a hanger', () => {
    const blouse = standing(0.7);
    for (const joint of bodyJoints) {
      if (!/Shoulder|Hip|Elbow|Wrist/.test(joint)) blouse[joint] = seen(300, 400, 0.15);
    }
    expect(isPerson(blouse)).toBe(false);
  });

  it('is no pair of jeans and no teapot', () => {
    const jeans = { ...standing(), leftShoulder: seen(380, 60, 0.15) };
    expect(isPerson(jeans)).toBe(false);
    expect(isPerson(standing(0.1))).toBe(false);
  });

  it('is never wider than any body', () => {
    expect(isPerson({ ...standing(), leftShoulder: seen(900, 220) })).toBe(false);
  });

  it('seen from behind has left and right exchanged', () => {
    const { leftShoulder, rightShoulder, leftHip, rightHip, ...rest } = standing();
    expect(isSeenFromBehind(standing())).toBe(false);
    expect(
      isSeenFromBehind({
        ...rest,
        leftShoulder: rightShoulder,
        rightShoulder: leftShoulder,
        leftHip: rightHip,
        rightHip: leftHip,
      }),
    ).toBe(true);
  });
});

describe('where to look', () => {
  it('is the box of what was seen, and nowhere when too little was', () => {
    expect(regionOf(Object.values(standing()))).toEqual({
      left: 220,
      top: 130,
      width: 160,
      height: 590,
    });
    expect(regionOf(Object.values(standing(0.2)))).toBeNull();
  });

  it('is a square about the same middle', () => {
    fc.assert(
      fc.property(
        fc.record({
          left: fc.integer({ min: -500, max: 500 }),
          top: fc.integer({ min: -500, max: 500 }),
          width: fc.integer({ min: 1, max: 2000 }),
          height: fc.integer({ min: 1, max: 2000 }),
        }),
        fc.double({ min: 1, max: 2, noNaN: true }),
        (region, factor) => {
          const square = squareAround(region, factor);
          expect(square.width).toBe(square.height);
          expect(square.left + square.width / 2).toBeCloseTo(region.left + region.width / 2);
          expect(square.top + square.height / 2).toBeCloseTo(region.top + region.height / 2);
          expect(square.width).toBeGreaterThanOrEqual(Math.max(region.width, region.height));
        },
      ),
    );
  });

  it('is on both sides of somebody in the middle, and not on a sliver', () => {
    const rooms = besides(picture, standing());
    expect(rooms).toHaveLength(2);
    expect(rooms[0]).toMatchObject({ left: 0, top: 0, height: 800 });
    expect(besides({ width: 420, height: 800 }, standing())).toHaveLength(1);
  });
});
