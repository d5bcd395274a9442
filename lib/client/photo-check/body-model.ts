import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { loadGraphModelSync } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';
import { type BodyPoint, type BodyPoints, bodyJoints } from '#lib/domain/body-points.ts';
import type { Look } from './find-body.ts';
import { MODEL_SIDE, modelInput } from './model-input.ts';

/*
 * Addresses for the bundler, which serves the files from our own origin under the hash of what is in
 * them. They are written as paths because the packages' exports hide the files.
 */
const model = {
  topology: new URL(
    '../../../node_modules/@vladmandic/human/models/movenet-lightning.json',
    import.meta.url,
  ),
  weights: new URL(
    '../../../node_modules/@vladmandic/human/models/movenet-lightning.bin',
    import.meta.url,
  ),
};
const wasm = {
  plain: new URL(
    '../../../node_modules/@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm',
    import.meta.url,
  ),
  simd: new URL(
    '../../../node_modules/@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm',
    import.meta.url,
  ),
};

interface ModelFile {
  modelTopology: object;
  weightsManifest: { weights: tf.io.WeightsManifestEntry[] }[];
}

/** MoveNet Lightning on WebAssembly. Rejects where that cannot run or a file does not arrive. */
export async function loadBodyModel(): Promise<Look> {
  const [parts] = await Promise.all([fetchModel(), startWebAssembly()]);
  const graph = loadGraphModelSync(parts);
  return (pixels, square, shown) => {
    const input = modelInput(pixels, square, shown);
    const answer = tf.tidy(() => {
      const tensor = tf.tensor(input, [1, MODEL_SIDE, MODEL_SIDE, 3], 'int32');
      const [output] = [graph.execute(tensor)].flat();
      return output ? output.dataSync() : new Float32Array();
    });
    const point = (joint: number): BodyPoint => ({
      x: square.left + (answer[joint * 3 + 1] ?? 0) * square.width,
      y: square.top + (answer[joint * 3] ?? 0) * square.height,
      score: answer[joint * 3 + 2] ?? 0,
    });
    return Object.fromEntries(bodyJoints.map((name, joint) => [name, point(joint)])) as BodyPoints;
  };
}

async function startWebAssembly(): Promise<void> {
  // Threads would start workers from blob addresses, which a strict content policy forbids.
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths({
    'tfjs-backend-wasm.wasm': wasm.plain.href,
    'tfjs-backend-wasm-simd.wasm': wasm.simd.href,
    'tfjs-backend-wasm-threaded-simd.wasm': wasm.simd.href,
  });
  if (!(await tf.setBackend('wasm'))) throw new Error('WebAssembly does not start here.');
  await tf.ready();
}

async function fetchModel(): Promise<tf.io.IOHandlerSync> {
  const [topology, weights] = await Promise.all([
    fetchWhole(model.topology).then((response) => response.json() as Promise<ModelFile>),
    fetchWhole(model.weights).then((response) => response.arrayBuffer()),
  ]);
  return tf.io.fromMemorySync({
    modelTopology: topology.modelTopology,
    weightSpecs: topology.weightsManifest.flatMap((group) => group.weights),
    weightData: weights,
  });
}

async function fetchWhole(address: URL): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address.pathname} answered ${response.status}.`);
  return response;
}
