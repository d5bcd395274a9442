/**
 * What lies around the subject of a picture, measured on its pixels: the colour to pad it with, and
 * how much of each edge is empty.
 */

import type { Margins } from './picture-fit.ts';

/** Rows of RGB, one byte a channel, without gaps: `data.length` is width × height × 3. */
export type Pixels = { data: Uint8Array; width: number; height: number };

export type Colour = { r: number; g: number; b: number };

export type Edge = 'left' | 'right' | 'top' | 'bottom';

/** How deep the border is that counts as edge, as a share of that side. */
const BORDER_SHARE = 0.02;
/** Lines looked at across a picture, and pixels looked at along a line: enough for its ground. */
const SAMPLES = 128;
/** A pixel that differs by more than this in any channel is not ground. */
const GROUND_TOLERANCE = 24;
/** Dust and JPEG noise, as a share of a line. */
const SPECKS_SHARE = 0.01;
/** A margin is never taken for more than this share of the picture. */
const MAX_MARGIN_SHARE = 0.4;

/**
 * The colour that a product picture stands on. The median, because a sleeve that touches the border
 * must not tint it.
 */
export function groundColour(pixels: Pixels): Colour {
  const edges: Edge[] = ['left', 'right', 'top', 'bottom'];
  return medianColour(
    pixels,
    edges.flatMap((edge) => borderOffsets(pixels, edge)),
  );
}

/** The mean colour of one edge: what a strip beside it must have to be least noticed. */
export function edgeColour(pixels: Pixels, edge: Edge): Colour {
  const offsets = borderOffsets(pixels, edge);
  const mean = (channel: number) =>
    Math.round(
      offsets.reduce((sum, at) => sum + (pixels.data[at + channel] ?? 0), 0) / offsets.length,
    );
  return { r: mean(0), g: mean(1), b: mean(2) };
}

/**
 * How many rows or columns along each edge show one colour only. A wall that changes from row to
 * row is still empty; a head that reaches into a row ends the margin.
 */
export function emptyMargins(pixels: Pixels): Margins {
  return {
    left: emptyLines(pixels, 'left'),
    right: emptyLines(pixels, 'right'),
    top: emptyLines(pixels, 'top'),
    bottom: emptyLines(pixels, 'bottom'),
  };
}

function emptyLines(pixels: Pixels, edge: Edge): number {
  const lines = linesFrom(pixels, edge);
  const most = Math.floor(lines * MAX_MARGIN_SHARE);
  const step = Math.ceil(lines / SAMPLES);
  let empty = 0;
  for (
    let line = 0;
    line < most && isEmpty(pixels, lineOffsets(pixels, edge, line));
    line += step
  ) {
    // Up to the line that was looked at: what lies between it and the next is not known yet.
    empty = line + 1;
  }
  return empty;
}

function isEmpty(pixels: Pixels, line: number[]): boolean {
  const { data } = pixels;
  const { r, g, b } = medianColour(pixels, line);
  const others = line.filter(
    (at) =>
      Math.abs((data[at] ?? 0) - r) > GROUND_TOLERANCE ||
      Math.abs((data[at + 1] ?? 0) - g) > GROUND_TOLERANCE ||
      Math.abs((data[at + 2] ?? 0) - b) > GROUND_TOLERANCE,
  ).length;
  return others <= line.length * SPECKS_SHARE;
}

function borderOffsets(pixels: Pixels, edge: Edge): number[] {
  const depth = Math.max(1, Math.round(linesFrom(pixels, edge) * BORDER_SHARE));
  return Array.from({ length: depth }, (_, line) => lineOffsets(pixels, edge, line)).flat();
}

/** Where in `data` evenly spaced pixels begin of the row or column `line` away from the edge. */
function lineOffsets({ width, height }: Pixels, edge: Edge, line: number): number[] {
  const across = isVertical(edge);
  const start = {
    left: line * 3,
    right: (width - 1 - line) * 3,
    top: line * width * 3,
    bottom: (height - 1 - line) * width * 3,
  }[edge];
  const length = across ? height : width;
  const step = Math.max(1, Math.floor(length / SAMPLES));
  const stride = (across ? width : 1) * step * 3;
  return Array.from({ length: Math.ceil(length / step) }, (_, index) => start + index * stride);
}

function medianColour({ data }: Pixels, offsets: number[]): Colour {
  const median = (channel: number) => {
    const values = Uint8Array.from(offsets, (at) => data[at + channel] ?? 0).sort();
    return values[values.length >> 1] ?? 0;
  };
  return { r: median(0), g: median(1), b: median(2) };
}

/** How many lines there are from this edge to the one across. */
function linesFrom({ width, height }: Pixels, edge: Edge): number {
  return isVertical(edge) ? width : height;
}

function isVertical(edge: Edge): boolean {
  return edge === 'left' || edge === 'right';
}
