import type { Metadata } from 'next';
import { NotForYou } from '#components/account/not-for-you.tsx';
import { Guide } from '#components/merchant/home/guide.tsx';
import { ShowGuide } from '#components/merchant/home/guide-switch.tsx';
import { Overview } from '#components/merchant/home/overview.tsx';
import { PageHeading } from '#components/ui/heading.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { mayAs } from '#lib/domain/shop-role.ts';
import { getShopHome } from '#lib/server/use-cases/get-shop-home.ts';
import { memberAtDoor } from '../at-door.ts';

export const metadata: Metadata = { title: 'Overview' };

interface Props {
  params: Promise<{ shop: string }>;
}

/** A shop's home: the way to begin, and once that is gone, how things stand. */
export default async function ShopPage({ params }: Props) {
  const { shop: slug } = await params;
  const { actor, member } = await memberAtDoor(slug, '');
  if (!member) return <NotForYou room="shop" email={actor.email} />;
  const home = await getShopHome(actor, slug);
  const { guide } = home;
  const path = `/merchant/${slug}`;
  const mayHide = mayAs(member.role, 'EDITOR');
  const begun = guide?.steps.some(({ done }) => !done) ?? false;
  return (
    <>
      {begun ? (
        <PageHeading
          title="First steps"
          lead="From here to a garment that shoppers can try on. What is done is seen by itself, whoever of you does it."
        />
      ) : (
        <PageHeading
          title={guide ? 'Your shop is set up' : 'Overview'}
          lead={guide ? 'A garment is published and was tried on.' : undefined}
          actions={
            !guide && (
              <LinkButton variant="secondary" href={`/garments?shop=${slug}`}>
                See your shop
              </LinkButton>
            )
          }
        />
      )}
      {guide && <Guide home={home} guide={guide} shop={{ slug, path }} mayHide={mayHide} />}
      {!begun && <Overview home={home} path={path} />}
      {!guide && mayHide && <ShowGuide />}
    </>
  );
}
