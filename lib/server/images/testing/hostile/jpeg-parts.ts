/** One segment of a JPEG: marker, length, data. `length` may be a lie. */
export function jpegSegment(marker: number, data: Uint8Array, length = data.length + 2): Buffer {
  return Buffer.concat([Buffer.from([0xff, marker, (length >> 8) & 255, length & 255]), data]);
}

/** The same JPEG with more segments behind its first two bytes. */
export function withSegments(jpeg: Uint8Array, segments: readonly Uint8Array[]): Buffer {
  return Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);
}

/** Where a marker stands for the first time; the picture has it. */
export function indexOfMarker(jpeg: Uint8Array, ...markers: number[]): number {
  for (let at = 2; ; ) {
    const marker = jpeg[at + 1];
    if (jpeg[at] !== 0xff || marker === undefined) throw new Error('no such marker');
    if (markers.includes(marker)) return at;
    at += 2 + (jpeg[at + 2] ?? 0) * 256 + (jpeg[at + 3] ?? 0);
  }
}

/** The same JPEG, which claims another size. */
export function claimingSize(jpeg: Uint8Array, width: number, height: number): Buffer {
  const copy = Buffer.from(jpeg);
  const frame = indexOfMarker(copy, 0xc0, 0xc1, 0xc2);
  copy.writeUInt16BE(height, frame + 5);
  copy.writeUInt16BE(width, frame + 7);
  return copy;
}
