import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { loadGraphModelSync } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';
import { type RgbaImage, resample } from '../dressing/image.ts';
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
    const square = resample(image, x0, y0, side, side, INPUT, INPUT);
    const rgb = new Int32Array(INPUT * INPUT * 3);
    for (let i = 0; i < INPUT * INPUT; i++) {
      rgb[i * 3] = square.data[i * 4]!;
      rgb[i * 3 + 1] = square.data[i * 4 + 1]!;
      rgb[i * 3 + 2] = square.data[i * 4 + 2]!;
    }
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
