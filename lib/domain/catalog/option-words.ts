/** What shops call the choices of a garment, in the languages their files come in. */

const words = (text: string) => new Set(text.split(/\s*,\s*/));

const colourNames = words(
  'color, colour, colors, colours, color name, colour name, shade, farbe, farbton, couleur, coloris, ' +
    'color del producto, kleur, colore, cor, färg, farve, farge, väri, kolor, barva, renk',
);

const oneSizes = words(
  'default title, default, one size, one-size, onesize, one size fits all, one size fits most, os, o/s, ' +
    'osfa, free size, einheitsgröße, einheitsgrösse, onesize fits all, taille unique, tu, t.u., ' +
    'talla única, talla unica, única, unica, taglia unica, één maat, een maat, one',
);

const plain = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

export const isColourOption = (name: string): boolean => colourNames.has(plain(name));

/** "One size" in any words is no size: what comes in one has nothing to choose. */
export function sizeOf(text: string): string {
  const size = text.replace(/\s+/g, ' ').trim();
  return oneSizes.has(plain(size)) ? '' : size;
}

/**
 * What stands for a colour in a garment's key: the same for "Écru " and "ecru", and never empty for a
 * colour that is not.
 */
export function colourKey(colour: string): string {
  const letters = colour
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return letters || encodeURIComponent(colour.trim());
}

/** `handle`, or `handle#colour` for what comes in colours. */
export function importKeyOf(style: string, colour: string | undefined): string {
  return colour ? `${style}#${colourKey(colour)}` : style;
}

/**
 * Which of a garment's colours a picture's words are about: "Light blue, back" is about "Light blue"
 * and not about "Blue". Null when they name none, or several.
 */
export function colourNamedIn(text: string, colours: readonly string[]): string | null {
  const said = `-${colourKey(text)}-`;
  const named = colours.filter((colour) => said.includes(`-${colourKey(colour)}-`));
  const whole = named.filter(
    (colour) =>
      !named.some(
        (other) => other !== colour && `-${colourKey(other)}-`.includes(`-${colourKey(colour)}-`),
      ),
  );
  return whole.length === 1 ? (whole[0] ?? null) : null;
}
