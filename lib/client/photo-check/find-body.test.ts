import { describe, expect, it } from 'vitest';
import { type BodyPoints, bodyJoints } from '#lib/domain/body-points.ts';
import { standing } from '#lib/domain/testing/body.ts';
import { findBody, type Look } from './find-body.ts';
import { painted } from './testing/pixels.ts';

const picture = painted(1200, 800, () => 128);
const nobody = standing(0.05);

function shifted(byX: number, scale = 1): BodyPoints {
  const points = standing();
  for (const joint of bodyJoints) {
    const { x, y, score } = points[joint];
    points[joint] = { x: byX + scale * x, y: scale * y, score };
  }
  return points;
}

/** A model that sees whom it is told of, where they are shown, the first one first. */
function modelSeeing(...people: BodyPoints[]): Look {
  return (_, __, shown) =>
    people.find(({ nose }) => nose.x >= shown.left && nose.x < shown.left + shown.width) ?? nobody;
}

describe('finding a body', () => {
  it('finds nobody where there is nobody', () => {
    expect(findBody(picture, modelSeeing())).toEqual({ kind: 'nobody' });
  });

  it('finds one person, alone', () => {
    expect(findBody(picture, modelSeeing(shifted(100)))).toMatchObject({
      kind: 'body',
      somebodyElse: false,
      frame: { width: 1200, height: 800 },
    });
  });

  it('notices somebody beside her', () => {
    const both = modelSeeing(shifted(500), shifted(0));
    expect(findBody(picture, both)).toMatchObject({ kind: 'body', somebodyElse: true });
  });

  it('takes no poster on the wall for somebody', () => {
    const poster = modelSeeing(shifted(500), shifted(0, 0.3));
    expect(findBody(picture, poster)).toMatchObject({ somebodyElse: false });
  });

  it('believes two looks, not one', () => {
    let looks = 0;
    const flickering: Look = () => (looks++ === 0 ? shifted(100) : nobody);
    expect(findBody(picture, flickering)).toEqual({ kind: 'nobody' });
  });
});
