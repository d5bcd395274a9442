import { describe, expect, it } from 'vitest';
import { checkParameters, toWireBody, tryOnParametersSchema } from './parameters.ts';
import { PARAMETERS } from './testing/scripted-fetch.ts';

const kindOf = (change: Record<string, unknown>) =>
  checkParameters({ ...PARAMETERS, ...change }).kind;

describe('the parameters of a try-on', () => {
  it('fills in the defaults of the API page', () => {
    const { seed: _, ...required } = PARAMETERS;
    expect(toWireBody(tryOnParametersSchema.parse(required))).toEqual({
      model_image: PARAMETERS.modelImage,
      cloth_image: PARAMETERS.clothImage,
      category: 'Upper body',
      num_inference_steps: 25,
      guidance_scale: 2,
      seed: -1,
      base64: false,
    });
  });

  it.each([
    { category: 'Lower body' },
    { category: 'Dress' },
    { numInferenceSteps: 20 },
    { numInferenceSteps: 100 },
    { guidanceScale: 1 },
    { guidanceScale: 7.5 },
    { guidanceScale: 25 },
    { seed: -1 },
    { seed: 0 },
    { seed: 999_999_999_999_999 },
    { base64: true },
    { modelImage: 'http://127.0.0.1:4010/assets/a.png' },
    { modelImage: 'data:image/png;base64,iVBORw0KGgo=' },
  ])('takes %j', (change) => {
    expect(kindOf(change)).toBe('valid');
  });

  it.each([
    { category: 'upper body' },
    { category: undefined },
    { numInferenceSteps: 19 },
    { numInferenceSteps: 101 },
    { numInferenceSteps: 25.5 },
    { numInferenceSteps: '25' },
    { guidanceScale: 0.99 },
    { guidanceScale: 25.01 },
    { guidanceScale: Number.NaN },
    { seed: -2 },
    { seed: 1_000_000_000_000_000 },
    { seed: 1.5 },
    { base64: 'true' },
    { modelImage: undefined },
    { modelImage: '' },
    { modelImage: '/photo.jpg' },
    { modelImage: 'ftp://shop.example/photo.jpg' },
    { modelImage: 'file:///etc/passwd' },
    { modelImage: 'https://user:word@shop.example/photo.jpg' },
    { modelImage: `https://shop.example/${'a'.repeat(9000)}` },
    { modelImage: 'data:text/html;base64,PGI+' },
    { modelImage: 'data:image/png;base64,' },
    { clothImage: 'data:image/png;base64,<b>' },
    { prompt: 'a word that the model does not know' },
  ])('refuses %j', (change) => {
    expect(kindOf(change)).toBe('invalid');
  });

  it('names the fields at fault without repeating private addresses', () => {
    const check = checkParameters({ ...PARAMETERS, modelImage: 'ftp://secret', seed: -9 });
    expect(check).toMatchObject({ kind: 'invalid' });
    const complaint = check.kind === 'invalid' ? check.complaint : '';
    expect(complaint).toContain('modelImage: must be');
    expect(complaint).toContain('seed: ');
    expect(complaint).not.toContain('secret');
  });
});
