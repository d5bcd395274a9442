import 'server-only';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { loadGraphModelSync } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';
import { type BodyPoint, type BodyPoints, bodyJoints } from '#lib/domain/body-points.ts';

/** The side of the square that the model reads. */
export const MODEL_SIDE = 192;

/** Where the model sees a body in a square of RGB bytes; from 0 to 1 across and down. */
export type FindPoints = (square: Uint8Array) => BodyPoints;

interface ModelFile {
  modelTopology: object;
  weightsManifest: { weights: tf.io.WeightsManifestEntry[] }[];
}

/** From the working directory, which is the project's: a bundler gives modules other addresses. */
const packages = path.join(process.cwd(), 'node_modules');
const model = path.join(packages, '@vladmandic/human/models/movenet-lightning');
const wasm = path.join(packages, '@tensorflow/tfjs-backend-wasm/dist/');

let loading: Promise<FindPoints> | undefined;

/**
 * MoveNet Lightning on WebAssembly, the same as in the browser's photo check. Loaded once a process, on
 * first use (0.3 s); then 15 to 30 ms a look, in which nothing else runs. Rejects where that cannot run.
 */
export function bodyModel(): Promise<FindPoints> {
  loading ??= load();
  return loading;
}

async function load(): Promise<FindPoints> {
  return keepingProcessListeners(loadModel);
}

/**
 * The WebAssembly loader listens for rejections that nobody handles and throws them on, which would end
 * the process for a mistake that has nothing to do with it.
 */
async function keepingProcessListeners<T>(work: () => Promise<T>): Promise<T> {
  const events = ['uncaughtException', 'unhandledRejection'] as const;
  const before = new Set(events.flatMap((event) => process.rawListeners(event)));
  try {
    return await work();
  } finally {
    for (const event of events) {
      for (const listener of process.rawListeners(event)) {
        if (!before.has(listener)) process.removeListener(event, listener as () => void);
      }
    }
  }
}

async function loadModel(): Promise<FindPoints> {
  // Threads would take the cores that answer requests.
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths(wasm);
  if (!(await tf.setBackend('wasm'))) throw new Error('WebAssembly does not start here.');
  await tf.ready();
  const [topology, weights] = await Promise.all([
    readFile(`${model}.json`, 'utf8'),
    readFile(`${model}.bin`),
  ]);
  const file = JSON.parse(topology) as ModelFile;
  const graph = loadGraphModelSync(
    tf.io.fromMemorySync({
      modelTopology: file.modelTopology,
      weightSpecs: file.weightsManifest.flatMap((group) => group.weights),
      weightData: new Uint8Array(weights).buffer,
    }),
  );
  return (square) => {
    const answer = tf.tidy(() => {
      const tensor = tf.tensor(Int32Array.from(square), [1, MODEL_SIDE, MODEL_SIDE, 3], 'int32');
      const [output] = [graph.execute(tensor)].flat();
      return output ? output.dataSync() : new Float32Array();
    });
    const point = (joint: number): BodyPoint => ({
      x: answer[joint * 3 + 1] ?? 0,
      y: answer[joint * 3] ?? 0,
      score: answer[joint * 3 + 2] ?? 0,
    });
    return Object.fromEntries(bodyJoints.map((name, joint) => [name, point(joint)])) as BodyPoints;
  };
}
