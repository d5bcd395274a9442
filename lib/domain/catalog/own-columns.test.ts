import { describe, expect, it } from 'vitest';
import { looksLikeOurs, ownFields, ownHeaders, proposeMapping } from './own-columns.ts';

const proposed = (...headers: string[]) => {
  const mapping = proposeMapping(headers);
  return headers.map((header) => mapping[header]);
};

describe('what columns are about', () => {
  it.each([
    [
      'English',
      ['SKU', 'Product name', 'Colour', 'Size', 'Retail price', 'Qty', 'EAN', 'Image URL'],
    ],
    [
      'German',
      ['Artikelnummer', 'Bezeichnung', 'Farbe', 'Größe', 'Preis', 'Bestand', 'EAN', 'Bild'],
    ],
    [
      'French',
      [
        'Référence',
        'Désignation',
        'Couleur',
        'Taille',
        'Prix TTC',
        'Quantité',
        'Code-barres',
        'Photo',
      ],
    ],
    [
      'Spanish',
      ['Referencia', 'Nombre', 'Color', 'Talla', 'PVP', 'Existencias', 'Código de barras', 'Foto'],
    ],
    ['Dutch', ['Artikelcode', 'Naam', 'Kleur', 'Maat', 'Prijs', 'Voorraad', 'EAN', 'Afbeelding']],
    [
      'Italian',
      ['Codice', 'Nome', 'Colore', 'Taglia', 'Prezzo', 'Giacenza', 'Codice a barre', 'Immagine'],
    ],
  ])('is proposed from their headers in %s', (language, headers) => {
    const key = language === 'English' ? 'sku' : 'key';
    expect(proposed(...headers)).toEqual([
      key,
      'title',
      'colour',
      'size',
      'price',
      'stock',
      'barcode',
      'pictures',
    ]);
  });

  it('may be said with units, numbers and marks', () => {
    expect(proposed('Preis (brutto) *', 'Image 1', 'Image 2', 'product_name')).toEqual([
      'price',
      'pictures',
      'pictures',
      'title',
    ]);
  });

  it('is proposed once: the likelier column counts, and then the first', () => {
    expect(proposed('Sale price', 'Price', 'Title', 'Name')).toEqual([
      null,
      'price',
      'title',
      null,
    ]);
  });

  it('is not proposed where the header says nothing', () => {
    expect(proposed('Lagerplatz', 'foo', '')).toEqual([null, null, null]);
  });

  it('is known of our own', () => {
    const headers = Object.values(ownHeaders);
    expect(proposed(...headers)).toEqual(ownFields.map((field) => field));
    expect(looksLikeOurs(headers)).toBe(true);
    expect(looksLikeOurs(['Title', 'Price', 'Size', 'Stock', 'Colour', 'SKU'])).toBe(false);
  });
});
