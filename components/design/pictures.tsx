import { FullPicture } from '#components/ui/full-picture.tsx';
import { Picture, type PictureSource } from '#components/ui/picture.tsx';
import { SeveralPictures } from './several-pictures.tsx';
import { Specimen, SpecimenGrid, Specimens } from './specimen.tsx';

interface PicturesProps {
  /** Some garment's. */
  picture: PictureSource | null;
}

/** An address that nobody answers: the name is reserved for that (RFC 2606). */
const lost: PictureSource = { url: 'https://lost.invalid/a.jpg', width: 3, height: 4 };

export function Pictures({ picture }: PicturesProps) {
  return (
    <Specimens
      id="pictures"
      title="Pictures"
      lead="Always in a frame of 3:4, so that nothing moves when one arrives."
    >
      <SpecimenGrid>
        <Specimen name="cover">
          <Picture picture={picture} alt="A garment" sizes="20rem" />
        </Specimen>
        <Specimen name="whole">
          <Picture picture={picture} alt="A garment, whole" sizes="20rem" fit="whole" />
        </Specimen>
        <Specimen name="loading, or none">
          <Picture picture={null} alt="" />
        </Specimen>
        <Specimen name="failed">
          <Picture picture={lost} alt="A garment that did not come" />
        </Specimen>
        <Specimen name="full picture">
          <div className="relative">
            <Picture picture={picture} alt="A garment" sizes="20rem" />
            {picture && (
              <FullPicture
                name="one"
                picture={picture}
                alt="A garment"
                className="absolute top-3 right-3"
              />
            )}
          </div>
        </Specimen>
        {picture && (
          <Specimen name="several in full">
            <SeveralPictures picture={picture} />
          </Specimen>
        )}
      </SpecimenGrid>
    </Specimens>
  );
}
