import {
  type BodyPoint,
  type BodyPoints,
  bodyJoints,
  type Region,
  regionOf,
} from '#lib/domain/body-points.ts';
import type { GarmentCategory } from '#lib/domain/category.ts';
import type { BodyFinding } from '#lib/domain/photo-check.ts';
import type { Size } from '#lib/domain/picture-fit.ts';
import { Figure } from './photo-check-figure.tsx';
import type { PhotoCheck } from './use-photo-check.ts';

interface PhotoCheckDrawingProps {
  check: PhotoCheck;
  category: GarmentCategory;
}

/**
 * The framing guide over the photo: how to stand while nobody was found, and else what was found.
 * Only drawn; the words beside the photo say the same.
 */
export default function PhotoCheckDrawing({ check, category }: PhotoCheckDrawingProps) {
  if (check.kind === 'none' || check.kind === 'refused') return null;
  if (check.kind === 'looking') return <WhereToStand category={category} />;
  const { report } = check;
  if (report.kind !== 'looked_at' || report.verdict.person !== 'looked_for') return null;
  return report.body ? (
    <FoundBody body={report.body} category={category} />
  ) : (
    <WhereToStand category={category} />
  );
}

function WhereToStand({ category }: { category: GarmentCategory }) {
  return (
    <svg
      aria-hidden="true"
      viewBox={category === 'UPPER_BODY' ? '10.5 3 39 52' : '0 0 60 80'}
      className="pointer-events-none absolute inset-0 size-full animate-fade"
    >
      <Figure className="fill-none stroke-ink/60 [stroke-width:3] [&>*]:[vector-effect:non-scaling-stroke]" />
      <Figure className="fill-none stroke-paper [stroke-dasharray:4_3] [stroke-width:1.5] [&>*]:[vector-effect:non-scaling-stroke]" />
    </svg>
  );
}

type Found = Extract<BodyFinding, { kind: 'body' }>;

function FoundBody({
  body: { points, frame },
  category,
}: {
  body: Found;
  category: GarmentCategory;
}) {
  const lines: [BodyPoint, BodyPoint][] = [
    [points.leftShoulder, points.rightShoulder],
    [points.leftHip, points.rightHip],
    [points.leftShoulder, points.leftHip],
    [points.rightShoulder, points.rightHip],
  ];
  if (category !== 'UPPER_BODY') {
    lines.push(
      [points.leftHip, points.leftKnee],
      [points.rightHip, points.rightKnee],
      [points.leftKnee, points.leftAnkle],
      [points.rightKnee, points.rightAnkle],
    );
  }
  const path = lines.map(([from, to]) => `M${from.x} ${from.y}L${to.x} ${to.y}`).join('');
  const region = regionOf(shownBy(points, category));
  const corners = region ? bracketsAround(region, frame) : '';
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      className="pointer-events-none absolute inset-0 size-full animate-fade fill-none [&>*]:[vector-effect:non-scaling-stroke]"
    >
      <path
        d={path + corners}
        className="stroke-ink/60 [stroke-linecap:round] [stroke-width:3.5]"
      />
      <path d={path + corners} className="stroke-paper [stroke-linecap:round] [stroke-width:1.5]" />
    </svg>
  );
}

/** A top ends at the hips, whatever else of its wearer is in the picture. */
function shownBy(points: BodyPoints, category: GarmentCategory): BodyPoint[] {
  return bodyJoints
    .filter((joint) => category !== 'UPPER_BODY' || !/Knee|Ankle/.test(joint))
    .map((joint) => points[joint]);
}

/** The four corners of a frame that leaves the body some room, within the photo. */
function bracketsAround(region: Region, frame: Size): string {
  const room = 0.06 * Math.max(region.width, region.height);
  const inset = 0.02 * frame.width;
  const left = Math.max(inset, region.left - room);
  const top = Math.max(inset, region.top - room);
  const right = Math.min(frame.width - inset, region.left + region.width + room);
  const bottom = Math.min(frame.height - inset, region.top + region.height + room);
  const arm = 0.12 * Math.min(right - left, bottom - top);
  return [
    `M${left} ${top + arm}V${top}H${left + arm}`,
    `M${right - arm} ${top}H${right}V${top + arm}`,
    `M${right} ${bottom - arm}V${bottom}H${right - arm}`,
    `M${left + arm} ${bottom}H${left}V${bottom - arm}`,
  ].join('');
}
