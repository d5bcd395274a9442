/** What a garment is called where it must not be taken for its sister in another colour. */

export interface Named {
  title: string;
  colour: string;
}

/** "Breton tee in navy stripe"; a colour that the title has already is not said twice. */
export function garmentName({ title, colour }: Named): string {
  const said = colour.toLowerCase();
  return said && !title.toLowerCase().includes(said) ? `${title} in ${said}` : title;
}

/** The garment of a look, and for an outfit what is under it second. */
export function lookName({ garment, under }: { garment: Named; under: { garment: Named } | null }) {
  const name = garmentName(garment);
  return under ? `${name} with ${garmentName(under.garment)}` : name;
}
