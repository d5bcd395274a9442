import { ChoiceLinks } from '#components/ui/choice-links.tsx';
import { type ReviewState, reviewStates, stateWords } from './review-words.ts';

/** Narrows the list to one way of ending. */
export function StateFilter({ current }: { current: ReviewState | null }) {
  return (
    <ChoiceLinks
      label="Filter by state"
      className="text-sm"
      choices={[
        { href: '/admin', name: 'All', here: current === null },
        ...reviewStates.map((state) => ({
          href: `/admin?state=${state}`,
          name: stateWords[state].name,
          here: current === state,
        })),
      ]}
    />
  );
}
