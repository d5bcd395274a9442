import { oneLine } from './cell-values.ts';

/**
 * What the columns of a shop's own table can be about. One line is a size; lines with the same key are
 * one garment, without a key those with the same title and colour.
 */
export const ownFields = [
  'key',
  'style',
  'title',
  'description',
  'category',
  'status',
  'colour',
  'material',
  'productType',
  'tags',
  'price',
  'currency',
  'pictures',
  'pictureTexts',
  'sizeChart',
  'size',
  'stock',
  'sku',
  'barcode',
  'externalId',
] as const;
export type OwnField = (typeof ownFields)[number];

/** By the header of the column; null for one that is only kept. Several columns may have pictures. */
export type ColumnMapping = Readonly<Record<string, OwnField | null>>;

/** As our own files call them, which are read without asking. */
export const ownHeaders = {
  key: 'Garment',
  style: 'Style',
  title: 'Title',
  description: 'Description',
  category: 'Kind',
  status: 'Status',
  colour: 'Colour',
  material: 'Material',
  productType: 'Type',
  tags: 'Tags',
  price: 'Price',
  currency: 'Currency',
  pictures: 'Pictures',
  pictureTexts: 'Picture texts',
  sizeChart: 'Size chart',
  size: 'Size',
  stock: 'Stock',
  sku: 'SKU',
  barcode: 'Barcode',
  externalId: 'Checkout ID',
} as const satisfies Record<OwnField, string>;

/** What shops call them, the likelier first, in lower case and without accents. */
const synonyms: Record<OwnField, string> = {
  key: `garment, key, handle, product id, parent sku, parent id, style code, style number, item number,
    article number, artikelnummer, artikelnr, artikel nr, art nr, modellnummer, produkt id, reference, ref,
    reference produit, referencia, artikelcode, codice articolo, codice, id`,
  style: `style, model, group, item group id, modell, stil, modele, modelo, modello, gruppe`,
  title: `title, name, product name, product title, product, item name, titel, bezeichnung, produktname,
    artikelname, artikelbezeichnung, artikel, produkt, nom, titre, nom du produit, designation, nombre,
    titulo, producto, naam, productnaam, omschrijving kort, nome, titolo, prodotto`,
  description: `description, body, body html, long description, text, details, beschreibung,
    produktbeschreibung, langtext, artikelbeschreibung, descriptif, descripcion, beschrijving,
    omschrijving, descrizione`,
  category: `kind, garment kind, fitting room kind`,
  status: `status, state, published, active, visibility, sichtbar, aktiv, statut, estado, stato`,
  colour: `colour, color, color name, colour name, farbe, farbname, couleur, coloris, kleur, colore`,
  material: `material, fabric, composition, materialzusammensetzung, stoff, obermaterial, matiere,
    composicion, materiaal, materiale, composizione, tejido, tessuto`,
  productType: `type, product type, category, categories, product category, kategorie, warengruppe,
    produktart, produkttyp, categorie, type de produit, categoria, tipo, tipo de producto, soort,
    productsoort`,
  tags: `tags, keywords, labels, schlagworte, schlagworter, stichworte, mots cles, etiquetas, trefwoorden,
    parole chiave, etichette`,
  price: `price, retail price, rrp, sale price, regular price, preis, verkaufspreis, vk, vk brutto,
    brutto vk, bruttopreis, prix, prix ttc, prix de vente, precio, pvp, prijs, verkoopprijs, prezzo`,
  currency: `currency, currency code, wahrung, devise, moneda, valuta`,
  pictures: `pictures, picture, images, image, image url, image link, image src, photo, photos, bild,
    bilder, bild url, bildlink, produktbild, photo url, visuel, imagen, imagenes, foto, afbeelding,
    afbeeldingen, immagine, immagini`,
  pictureTexts: `picture texts, alt, alt text, image alt, image alt text, bildtext, alternativtext`,
  sizeChart: `size chart, size guide, grossentabelle, masstabelle, guide des tailles, guia de tallas,
    maattabel, tabella taglie`,
  size: `size, sizes, variant, option, grosse, groesse, konfektionsgrosse, taille, talla, maat, taglia`,
  stock: `stock, quantity, qty, inventory, stock quantity, on hand, available, bestand, lagerbestand,
    menge, lager, stock disponible, quantite, existencias, cantidad, voorraad, giacenza, quantita`,
  sku: `sku, variant sku, item sku, article sku, lieferantennummer, bestellnummer`,
  barcode: `barcode, ean, gtin, upc, ean code, gtin ean, ean13, strichcode, code barre, code barres,
    codigo de barras, streepjescode, codice a barre`,
  externalId: `checkout id, variant id, external id, varianten id`,
};

const plain = (header: string): string =>
  oneLine(
    header
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/ß/g, 'ss')
      .replace(/\[.*?\]|\(.*?\)/g, ' ')
      .replace(/[^\p{L}\p{N}]+/gu, ' '),
  );

const known = new Map(
  ownFields.flatMap((field) =>
    synonyms[field].split(',').map((word, rank) => [oneLine(word), { field, rank }] as const),
  ),
);

/**
 * What each column is most likely about, by its header. Nothing is proposed twice, but for pictures
 * ("Image 1", "Image 2").
 */
export function proposeMapping(headers: readonly string[]): Record<string, OwnField | null> {
  const found = headers.map((header) => {
    const words = plain(header);
    return known.get(words) ?? known.get(words.replace(/ ?\d+$/, ''));
  });
  const entries = headers.map((header, i): [string, OwnField | null] => {
    const mine = found[i];
    if (!mine) return [header, null];
    const better = found.findIndex(
      (other, o) =>
        other?.field === mine.field &&
        (other.rank < mine.rank || (other.rank === mine.rank && o < i)),
    );
    return [header, better >= 0 && mine.field !== 'pictures' ? null : mine.field];
  });
  return Object.fromEntries(entries);
}

/** Files that we wrote, or that were made after them. */
export function looksLikeOurs(headers: readonly string[]): boolean {
  const ours = new Set<string>(Object.values(ownHeaders));
  const matching = headers.filter((header) => ours.has(header));
  return (
    headers.includes(ownHeaders.key) && headers.includes(ownHeaders.title) && matching.length >= 5
  );
}
