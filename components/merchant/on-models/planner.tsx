'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { sayError } from '#lib/client/problem-error.ts';
import { MAX_BULK } from '#lib/contracts/garment-table.ts';
import type { HouseModelView } from '#lib/contracts/photo.ts';
import { MAX_RENDERS, type RenderPlan, type RenderPlanBody } from '#lib/contracts/render.ts';
import { countNarrowings, printTable, type TableQuery } from '#lib/domain/garment-table.ts';
import { counted } from '../import/import-words.ts';
import { useTask } from '../import/use-task.ts';
import { useShop } from '../shop-context.tsx';
import { useChosen } from './chosen-garments.ts';
import { ModelChoice } from './model-choice.tsx';
import { PlanSummary } from './plan-summary.tsx';
import { usePlan } from './use-plan.ts';

interface PlannerProps {
  /** What the table was narrowed to where somebody came from. */
  query: TableQuery;
  /** Those that were ticked there are meant. */
  chosen: boolean;
  models: HouseModelView[];
}

/** So many house models are offered first: each of them is a picture of every garment. */
const FIRST = 2;

/** A run to be begun: which garments, on whom, and what that would come to. */
export function Planner({ query, chosen, models }: PlannerProps) {
  const { slug, path } = useShop();
  const router = useRouter();
  const [on, setOn] = useState(() => models.slice(0, FIRST).map((model) => model.slug));
  const [show, setShow] = useState(true);
  const task = useTask();
  const ids = useChosen(slug);
  const garments = garmentsOf(query, chosen ? ids : []);
  const body: RenderPlanBody | null = garments && on.length > 0 ? { garments, models: on } : null;
  const { plan, error, stale, again, start } = usePlan(body);
  const expected = plan ? plan.toMake + plan.free : 0;

  const begin = () =>
    void task
      .run(async () => {
        if (body) router.push(`${path}/on-models/${await start({ ...body, show, expected })}`);
      })
      .then((done) => {
        if (!done) again();
      });

  return (
    <div className="grid gap-8">
      <Step name="Garments">
        <p className="text-sm">
          {garments ? nameOf(garments, query, plan) : 'Looking …'}{' '}
          <Link href={`${path}/garments`} className="text-link">
            Choose in the list of garments
          </Link>
        </p>
      </Step>
      <Step name="House models">
        <ModelChoice models={models} chosen={on} onChange={setOn} />
      </Step>
      <Step name="What it comes to">
        {on.length === 0 ? (
          <p className="text-sm text-ink-soft">Choose a house model first.</p>
        ) : error && !plan ? (
          <Notice kind="danger" role="alert">
            {sayError(error)}
          </Notice>
        ) : plan ? (
          <PlanSummary plan={plan} stale={stale} />
        ) : (
          <Skeleton className="h-40" />
        )}
      </Step>
      {plan && (
        <div className="grid justify-items-start gap-3">
          <Checkbox
            label="Show each picture on its garment’s page as it comes. You can take any of them from there later."
            checked={show}
            onChange={(event) => setShow(event.target.checked)}
          />
          <Button
            size="large"
            disabled={task.busy || stale || expected === 0 || plan.tooMany}
            onClick={begin}
            className="max-sm:w-full"
          >
            {expected === 0 ? 'Nothing to make' : `Make ${counted(expected, 'picture')}`}
          </Button>
          {plan.tooMany && (
            <p className="text-sm text-danger">
              A run goes over {MAX_BULK.toLocaleString('en-GB')} garments and makes{' '}
              {MAX_RENDERS.toLocaleString('en-GB')} pictures at most. Choose fewer garments or house
              models.
            </p>
          )}
          {task.problem && (
            <p role="alert" className="text-sm text-danger">
              {task.problem}
            </p>
          )}
        </div>
      )}
    </div>
  );
}

function Step({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section aria-label={name} className="grid gap-3">
      <h3 className="font-medium">{name}</h3>
      {children}
    </section>
  );
}

/** @param ids ticked; null until they are known. */
function garmentsOf(query: TableQuery, ids: string[] | null): RenderPlanBody['garments'] | null {
  if (ids === null) return null;
  if (ids.length > 0) return { ids };
  const { sort: _, ...all } = query;
  return { all };
}

function nameOf(
  garments: RenderPlanBody['garments'],
  query: TableQuery,
  plan: RenderPlan | undefined,
): string {
  const count = plan ? counted(plan.garments, 'garment') : null;
  if ('ids' in garments) return `${counted(garments.ids.length, 'garment')} that you ticked.`;
  if (countNarrowings(query) === 0) return `All garments of the shop${count ? `: ${count}` : ''}.`;
  const narrowed = [...new URLSearchParams(printTable({ ...query, sort: '-updated' })).values()];
  return `${count ?? 'Garments'} that fit “${narrowed.join(', ')}”.`;
}
