import { Heart, Trash2 } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import type { ButtonLook } from '#components/ui/button-class.ts';
import { ChoiceLinks } from '#components/ui/choice-links.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import type { PictureSource } from '#components/ui/picture.tsx';
import { Specimen, SpecimenGrid, Specimens } from './specimen.tsx';
import { Toggles } from './toggles.tsx';

const variants = ['primary', 'secondary', 'quiet', 'danger', 'onPicture'] as const;
const sizes: NonNullable<ButtonLook['size']>[] = ['small', 'medium', 'large'];

interface ButtonsProps {
  picture: PictureSource | null;
}

export function Buttons({ picture }: ButtonsProps) {
  return (
    <Specimens
      id="buttons"
      title="Buttons and choices"
      lead="One primary a view. What goes somewhere is a LinkButton; what takes something away for good is danger."
    >
      <SpecimenGrid>
        {variants.map((variant) => (
          <Specimen key={variant} name={variant}>
            <div
              className={`grid justify-items-start gap-3 ${variant === 'onPicture' ? 'rounded-picture bg-ink-soft p-3' : ''}`}
            >
              {sizes.map((size) => (
                <Button key={size} variant={variant} size={size}>
                  {size}
                </Button>
              ))}
              <Button variant={variant} disabled>
                disabled
              </Button>
              <Button variant={variant} aria-disabled>
                busy
              </Button>
              <Button variant={variant}>
                <Heart aria-hidden /> with a sign
              </Button>
              <Button variant={variant} aria-label="Delete" className="w-11 px-0">
                <Trash2 aria-hidden />
              </Button>
            </div>
          </Specimen>
        ))}
        <Specimen name="wide">
          <Button wide>Add to bag</Button>
        </Specimen>
        <Specimen name="long words in little room">
          <Button wide className="max-w-48">
            Try it on with another photo of yours
          </Button>
        </Specimen>
        <Toggles picture={picture} />
        <Specimen name="LinkButton">
          <div className="flex flex-wrap gap-2">
            <LinkButton href="#buttons">Browse</LinkButton>
            <LinkButton href="#buttons" variant="secondary">
              My looks
            </LinkButton>
          </div>
        </Specimen>
        <Specimen name="ChoiceLinks">
          <ChoiceLinks
            label="Kind"
            choices={[
              { href: '#tops', name: 'Tops', here: true },
              { href: '#bottoms', name: 'Bottoms', here: false },
              { href: '#dresses', name: 'Dresses', here: false },
            ]}
          />
        </Specimen>
      </SpecimenGrid>
    </Specimens>
  );
}
