import { Badge, type Tone } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeading, SectionHeading } from '#components/ui/heading.tsx';
import { LinkToCopy } from '#components/ui/link-to-copy.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import { ProgressLine } from '#components/ui/progress-line.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { Specimen, SpecimenGrid, Specimens } from './specimen.tsx';

const tones: Tone[] = ['neutral', 'info', 'success', 'warning', 'danger'];
const kinds = ['info', 'success', 'warning', 'danger'] as const;

export function Messages() {
  return (
    <Specimens id="messages" title="Notices and states">
      <SpecimenGrid>
        {kinds.map((kind) => (
          <Specimen key={kind} name={`notice, ${kind}`}>
            <Notice
              kind={kind}
              title="Here is what has happened"
              actions={
                <Button variant="secondary" size="small">
                  What to do
                </Button>
              }
            >
              One sentence that says what it means for you.
            </Notice>
          </Specimen>
        ))}
        <Specimen name="notice, words only">
          <Notice>Only a sentence.</Notice>
        </Specimen>
        <Specimen name="link to copy">
          <LinkToCopy title="Your link is ready" link="https://shop.example/share/Wd3kq">
            It works until Saturday.
          </LinkToCopy>
        </Specimen>
        <Specimen name="badges">
          <div className="flex flex-wrap gap-2">
            {tones.map((tone) => (
              <Badge key={tone} tone={tone}>
                {tone}
              </Badge>
            ))}
          </div>
        </Specimen>
        <Specimen name="progress line">
          <div className="py-3">
            <ProgressLine label="Something is under way" />
            <ProgressBar label="Something is two thirds done" part={2 / 3} />
          </div>
        </Specimen>
        <Specimen name="skeletons">
          <div className="grid grid-cols-[6rem_1fr] gap-4">
            <Skeleton className="aspect-3/4" />
            <div className="grid content-start gap-2">
              <Skeleton className="h-5" />
              <Skeleton className="h-5 w-2/3" />
            </div>
          </div>
        </Specimen>
        <Specimen name="card">
          <Card>What must stand apart.</Card>
        </Specimen>
      </SpecimenGrid>
      <Specimen name="page heading and section heading">
        <div className="grid gap-8">
          <PageHeading
            title="My looks"
            lead="A sentence that says what is here, and for whom it is kept."
            actions={
              <>
                <Button variant="secondary">Select</Button>
                <Button>Try something on</Button>
              </>
            }
          />
          <SectionHeading
            actions={
              <a href="#messages" className="text-sm text-link">
                All of them
              </a>
            }
          >
            More like this
          </SectionHeading>
        </div>
      </Specimen>
      <Specimen name="empty state">
        <EmptyState title="Nothing here yet" action={<Button>Look around</Button>}>
          A sentence that says how something gets here.
        </EmptyState>
      </Specimen>
    </Specimens>
  );
}
