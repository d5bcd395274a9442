import { describe, expect, it } from 'vitest';
import { inferCategory } from './infer-category.ts';

const byTitle = (title: string) => {
  const { value, because } = inferCategory({ title });
  return because === 'unknown' ? 'unknown' : value;
};

describe('what something can be tried on as', () => {
  it.each([
    'Wrap dress',
    'Shirt dress',
    'T-shirt dress in organic cotton',
    'Maxi dress with belt',
    'Slip dress, cream',
    'Apron dress',
    'Sweater dress',
    'Jersey dress',
    'Evening gown',
    'Linen jumpsuit',
    'Denim dungarees',
    'Black and white dress',
    'Midi dress cap sleeves',
    'Halden – Sundress “Ada”',
    'Hemdblusenkleid aus Leinen',
    'Kleid mit Gürtel',
    'Spaghettiträger-Kleid',
    'Sommerkleid Blumenmuster',
    'Latzhose',
    'Robe longue fleurie',
    'Robe en lin',
    'Robe d’été',
    'Robe chemise',
    'Combinaison à manches longues',
    'Vestido camisero',
    'Vestido de punto',
    'Mono largo',
    'Zomerjurk met print',
    'Vestito lungo in seta',
    'Abito lungo',
  ])('a dress: %s', (title) => {
    expect(byTitle(title)).toBe('DRESS');
  });

  it.each([
    'Dress shirt',
    'Oxford shirt',
    'Tank top',
    'Striped tee',
    'Jean jacket',
    'Denim jacket with dress lining',
    'Suit jacket',
    'Polo-neck jumper',
    'Pull-on jacket',
    'Shirt short sleeve',
    'T-Shirt',
    'Crop top',
    'Trench coat',
    'Long-sleeved bodysuit',
    'Hoodie “Rock star”',
    'Jersey top',
    'Strickpullover',
    'Hemd',
    'Leinenbluse',
    'Wintermantel',
    'Spaghettiträger-Top',
    'Chemise en jean',
    'Pull en laine',
    'Veste sans manches',
    'Débardeur côtelé',
    'Camiseta de algodón',
    'Chaqueta vaquera',
    'Sudadera con capucha',
    'Overhemd',
    'Gebreide trui',
    'Camicia di lino',
    'Maglione a collo alto',
    'Giacca',
  ])('a top: %s', (title) => {
    expect(byTitle(title)).toBe('UPPER_BODY');
  });

  it.each([
    'Pleated skirt',
    'Dress pants',
    'Pull-on trousers',
    'Suit trousers',
    'Wide-leg jeans',
    'Jeans boot cut',
    'Denim shorts',
    'Cargo sweatpants',
    'Sweat shorts',
    'Culottes',
    'Faltenrock',
    'Röcke',
    'Stoffhose mit Bügelfalte',
    'Hosenrock',
    'Jupe plissée',
    'Jupe-culotte',
    'Pantalon en velours',
    'Falda midi',
    'Pantalones de lino',
    'Spijkerbroek',
    'Spijkerrok',
    'Gonna a pieghe',
    'Pantaloni in lino',
  ])('something for the legs: %s', (title) => {
    expect(byTitle(title)).toBe('LOWER_BODY');
  });

  it.each([
    'Top-handle bag',
    'Belt for dress',
    'Leather belt with brass buckle',
    'High-top sneakers',
    'Dress shoes',
    'Skirt hanger',
    'Garment bag',
    'Boxer shorts',
    'Straw hat',
    'Bucket hat in denim',
    'Silver ring',
    'Gift card',
    'Scented candle',
    'Wool scarf',
    'Sports bra',
    'Dress pattern',
    'Dog sweater',
    'Body lotion',
    'Pantyhose',
    'Handtasche',
    'Ledergürtel',
    'Strumpfhose',
    'Unterhemd',
    'Kleiderbügel',
    'Hosenträger',
    'Geschenkgutschein',
    'Duftkerze',
    'Sac à main',
    'Ceinture en cuir',
    'Boucles d’oreilles',
    'Carte cadeau',
    'Bolso de mano',
    'Cinturón de piel',
    'Zapatos',
    'Tarjeta regalo',
    'Leren riem',
    'Vloerkleed',
    'Borsa a tracolla',
    'Scarpe da ginnastica',
    'Orecchini',
  ])('nothing to try on: %s', (title) => {
    expect(byTitle(title)).toBeNull();
  });

  it.each([
    '',
    'Ada',
    'Skirt suit',
    'Pant suit',
    'Dressing gown',
    'Robe',
    'Kimono',
    'Robe de chambre',
    'Bikini top',
    'Pyjamas',
    'Dress and jacket',
    'Dress & jacket set',
    'Hosenanzug',
    'Badeanzug',
    'Traje de baño',
    'Abito',
    'Tuta',
    'Conjunto de falda y top',
    'Leopard print',
    'Barock',
  ])('not clear: %s', (title) => {
    expect(byTitle(title)).toBe('unknown');
  });

  it.each([
    ['Apparel & Accessories > Clothing > Dresses', 'DRESS'],
    ['2271', 'DRESS'],
    ['2271 - Apparel & Accessories > Clothing > Dresses', 'DRESS'],
    ['5182', 'DRESS'],
    ['212', 'UPPER_BODY'],
    ['204', 'LOWER_BODY'],
    ['1581', 'LOWER_BODY'],
    ['207', 'LOWER_BODY'],
    ['Apparel & Accessories > Clothing > Outerwear > Coats & Jackets', 'UPPER_BODY'],
    ['Apparel & Accessories > Clothing > Clothing Tops > T-Shirts', 'UPPER_BODY'],
    ['Apparel & Accessories > Clothing > Shirts & Tops', 'UPPER_BODY'],
    ['Apparel & Accessories > Clothing > One-Pieces > Jumpsuits & Rompers', 'DRESS'],
    ['Apparel & Accessories > Clothing > Wedding & Bridal Party Dresses', 'DRESS'],
    ['Apparel & Accessories > Clothing > Activewear > Activewear Pants > Leggings', 'LOWER_BODY'],
    ['Apparel & Accessories > Clothing > Pants', 'LOWER_BODY'],
    ['gid://shopify/TaxonomyCategory/aa-1-4', 'DRESS'],
    ['aa-1-13-7', 'UPPER_BODY'],
    ['aa-1-12-4', 'LOWER_BODY'],
    ['aa-1-10-2-13', 'UPPER_BODY'],
    ['Bekleidung & Accessoires > Bekleidung > Kleider', 'DRESS'],
    ['Bekleidung & Accessoires > Bekleidung > Überbekleidung > Mäntel & Jacken', 'UPPER_BODY'],
    ['Vêtements et accessoires > Vêtements > Jupes', 'LOWER_BODY'],
    ['Apparel & Accessories > Shoes', null],
    ['187', null],
    ['3032', null],
    ['aa-2-6', null],
    ['aa-1-6-3', null],
    ['aa-1-18', null],
    ['hg-3-14', null],
    ['Apparel & Accessories > Clothing > Underwear & Socks > Undershirts', null],
    ['Apparel & Accessories > Clothing > Lingerie > Bodysuits', null],
    ['Apparel & Accessories > Clothing Accessories > Belts', null],
    ['Animals & Pet Supplies > Pet Supplies > Pet Apparel > Pet Dresses', null],
    ['Home & Garden > Decor > Home Fragrances > Candles', null],
    ['Food, Beverages & Tobacco > Beverages', null],
    ['Gift Cards', null],
  ])('by its category: %s', (productCategory, value) => {
    expect(inferCategory({ productCategory, title: 'Ada' })).toEqual({
      value,
      because: 'product_category',
    });
  });

  it.each([
    'Apparel & Accessories > Clothing',
    'Apparel & Accessories > Clothing > Suits > Skirt Suits',
    'Apparel & Accessories > Clothing > Outfit Sets',
    'Apparel & Accessories > Clothing > Swimwear',
    'Apparel & Accessories > Clothing > Sleepwear & Loungewear > Robes',
    'aa-1-11',
    '166',
    '1604',
    '99999999',
    'Uncategorized',
  ])('not by a category that says too little: %s', (productCategory) => {
    expect(inferCategory({ productCategory, title: 'Ada' }).because).toBe('unknown');
    expect(inferCategory({ productCategory, title: 'Wrap dress' })).toEqual({
      value: 'DRESS',
      because: 'title',
    });
  });

  it('takes the taxonomy before all words', () => {
    const clues = { productCategory: '212', productType: 'Dresses', title: 'Wrap dress' };
    expect(inferCategory(clues)).toEqual({ value: 'UPPER_BODY', because: 'product_category' });
  });

  it.each([
    ['Blouses', 'Ada', 'UPPER_BODY'],
    ['Women > Dresses > Maxi', 'Ada', 'DRESS'],
    ['Damen / Kleider', 'Ada', 'DRESS'],
    ['Shirts & Tops', 'Ada', 'UPPER_BODY'],
    ['Accessories', 'Ada', null],
    ['Bottoms', 'Ada', 'LOWER_BODY'],
    ['gift card', 'Gift card, 50 €', null],
  ])('takes the shop’s type: %s', (productType, title, value) => {
    expect(inferCategory({ productType, title })).toEqual({ value, because: 'product_type' });
  });

  it.each([
    ['Shirts', 'Shirt dress'],
    ['Dresses', 'Belt for dress'],
    ['Accessories', 'Denim shirt'],
  ])('does not decide between the type %s and the title %s', (productType, title) => {
    expect(inferCategory({ productType, title }).because).toBe('unknown');
  });

  it('looks at tags when there is nothing else, and only if they agree', () => {
    expect(inferCategory({ title: 'Ada', tags: ['new', 'Dresses', 'midi dress'] })).toEqual({
      value: 'DRESS',
      because: 'tags',
    });
    expect(inferCategory({ title: 'Ada', tags: ['Dresses', 'Shirts'] }).because).toBe('unknown');
    expect(inferCategory({ title: 'Skirt suit', tags: ['Skirts'] }).because).toBe('unknown');
  });
});
