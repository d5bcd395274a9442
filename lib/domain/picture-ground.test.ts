import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Colour,
  edgeColour,
  emptyMargins,
  groundColour,
  type Pixels,
} from './picture-ground.ts';

const WALL: Colour = { r: 240, g: 238, b: 230 };
const COAT: Colour = { r: 30, g: 40, b: 60 };

function paint(width: number, height: number, colourAt: (x: number, y: number) => Colour): Pixels {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const { r, g, b } = colourAt(x, y);
      data.set([r, g, b], (y * width + x) * 3);
    }
  }
  return { data, width, height };
}

describe('groundColour', () => {
  it('is the colour around the garment, even where a sleeve touches the border', () => {
    const pixels = paint(300, 400, (x, y) => (y > 100 && y < 180 && x < 200 ? COAT : WALL));
    expect(groundColour(pixels)).toEqual(WALL);
  });

  it('is the colour of a picture of one colour', () => {
    const channel = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(fc.record({ r: channel, g: channel, b: channel }), (colour) => {
        expect(groundColour(paint(20, 30, () => colour))).toEqual(colour);
      }),
    );
  });
});

describe('edgeColour', () => {
  it('is measured on each edge for itself', () => {
    const pixels = paint(100, 100, (x) => (x < 50 ? WALL : COAT));
    expect(edgeColour(pixels, 'left')).toEqual(WALL);
    expect(edgeColour(pixels, 'right')).toEqual(COAT);
    expect(edgeColour(pixels, 'top')).toEqual({ r: 135, g: 139, b: 145 });
  });
});

describe('emptyMargins', () => {
  const person = paint(300, 400, (x, y) =>
    x >= 120 && x < 210 && y >= 50 && y < 380 ? COAT : WALL,
  );

  it('ends where somebody begins', () => {
    const { left, right, top, bottom } = emptyMargins(person);
    expect(left).toBeGreaterThanOrEqual(117);
    expect(left).toBeLessThanOrEqual(120);
    expect(right).toBeGreaterThanOrEqual(87);
    expect(right).toBeLessThanOrEqual(90);
    expect(top).toBeGreaterThanOrEqual(46);
    expect(top).toBeLessThanOrEqual(50);
    expect(bottom).toBeGreaterThanOrEqual(16);
    expect(bottom).toBeLessThanOrEqual(20);
  });

  it('counts a wall that darkens downwards as empty', () => {
    const pixels = paint(100, 200, (x, y) =>
      y >= 60 && x > 40 && x < 60 ? COAT : { r: 250 - y, g: 250 - y, b: 250 - y },
    );
    expect(emptyMargins(pixels).top).toBeGreaterThanOrEqual(58);
    expect(emptyMargins(pixels).top).toBeLessThanOrEqual(60);
  });

  it('finds none around somebody who fills the picture', () => {
    const stripes = paint(90, 120, (x, y) => (((x >> 3) + (y >> 3)) % 2 === 0 ? COAT : WALL));
    expect(emptyMargins(stripes)).toEqual({ left: 0, right: 0, top: 0, bottom: 0 });
  });

  it('never takes a whole picture for margin', () => {
    const { left, right, top, bottom } = emptyMargins(paint(100, 100, () => WALL));
    expect(left + right).toBeLessThan(100);
    expect(top + bottom).toBeLessThan(100);
  });
});
