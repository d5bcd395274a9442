import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { loadGraphModelSync } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';
import type { RgbaImage } from '../dressing/image.ts';
import type { Keypoint } from './keypoints.ts';

/** The side of the square that MoveNet Lightning reads. */
const INPUT = 192;

/** A rectangle of the picture, in its pixels; it may reach outside. */
export interface Crop {
  x: number;
  y: number;
  width: number;
  height: number;
}

export type Pose = (image: RgbaImage, crop: Crop) => Keypoint[];

interface ModelFile {
  modelTopology: object;
  weightsManifest: { weights: tf.io.WeightsManifestEntry[] }[];
}

const require = createRequire(import.meta.url);

async function readModel(): Promise<tf.io.IOHandlerSync> {
  // The package's exports hide its files, but not its main module, which lies beside them.
  const root = dirname(dirname(require.resolve('@vladmandic/human')));
  const stem = join(root, 'models', 'movenet-lightning');
  const [json, weights] = await Promise.all([
    readFile(`${stem}.json`, 'utf8'),
    readFile(`${stem}.bin`),
  ]);
  const model = JSON.parse(json) as ModelFile;
  return tf.io.fromMemorySync({
    modelTopology: model.modelTopology,
    weightSpecs: model.weightsManifest.flatMap((group) => group.weights),
    weightData: new Uint8Array(weights).buffer,
  });
}

/**
 * A square of the picture as the model reads it: R, G and B from 0 to 255, averaged over as many
 * pixels as fall on one. What lies outside of the picture is mid grey.
 */
export function readSquare(image: RgbaImage, x0: number, y0: number, side: number): Int32Array {
  const { width, height, data } = image;
  const scale = side / INPUT;
  const taps = Math.min(8, Math.max(1, Math.round(scale)));
  const n = taps * taps;
  const columns = new Int32Array(INPUT * taps);
  for (let k = 0; k < columns.length; k++) {
    const x = Math.floor(x0 + ((k + 0.5) / taps) * scale);
    columns[k] = x < 0 || x >= width ? -1 : 4 * x;
  }
  const sums = new Int32Array(INPUT * 3);
  const out = new Int32Array(INPUT * INPUT * 3);
  for (let oy = 0; oy < INPUT; oy++) {
    sums.fill(0);
    for (let ty = 0; ty < taps; ty++) {
      const y = Math.floor(y0 + (oy + (ty + 0.5) / taps) * scale);
      const row = y < 0 || y >= height ? -1 : 4 * y * width;
      for (let ox = 0, k = 0; ox < INPUT; ox++) {
        let r = 0;
        let g = 0;
        let b = 0;
        for (const end = k + taps; k < end; k++) {
          const column = columns[k]!;
          if (row < 0 || column < 0) {
            r += 128;
            g += 128;
            b += 128;
            continue;
          }
          r += data[row + column]!;
          g += data[row + column + 1]!;
          b += data[row + column + 2]!;
        }
        sums[ox * 3] = sums[ox * 3]! + r;
        sums[ox * 3 + 1] = sums[ox * 3 + 1]! + g;
        sums[ox * 3 + 2] = sums[ox * 3 + 2]! + b;
      }
    }
    for (let k = 0; k < sums.length; k++) out[oy * INPUT * 3 + k] = Math.round(sums[k]! / n);
  }
  return out;
}

/** MoveNet Lightning on WebAssembly: the only thing read from a person is seventeen joints. */
export async function loadMoveNet(): Promise<Pose> {
  const wasm = dirname(require.resolve('@tensorflow/tfjs-backend-wasm'));
  setWasmPaths(wasm + sep);
  setThreadsCount(1);
  await tf.setBackend('wasm');
  await tf.ready();
  const handler = await readModel();
  const model = loadGraphModelSync(handler);

  return (image, crop) => {
    const side = Math.max(crop.width, crop.height);
    const x0 = crop.x - (side - crop.width) / 2;
    const y0 = crop.y - (side - crop.height) / 2;
    const rgb = readSquare(image, x0, y0, side);
    const values = tf.tidy(() => {
      const answer = model.execute(tf.tensor(rgb, [1, INPUT, INPUT, 3], 'int32')) as tf.Tensor;
      return answer.dataSync();
    });
    return Array.from({ length: 17 }, (_, joint) => ({
      x: x0 + values[joint * 3 + 1]! * side,
      y: y0 + values[joint * 3]! * side,
      score: values[joint * 3 + 2]!,
    }));
  };
}
