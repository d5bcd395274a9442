import type { GarmentCategory } from '../category.ts';

/**
 * What shops call things, in English, German, French, Spanish, Dutch and Italian, written without
 * accents and in lower case. `NONE` is what nobody can try on; `UNCLEAR` is what could be several kinds
 * at once (a suit) or is too little to tell.
 */
export type Kind = GarmentCategory | 'NONE' | 'UNCLEAR';

/**
 * Which of two nouns says what a thing is: the last in "shirt dress" and "Hemdblusenkleid", the first
 * in "robe chemise". `any` are words that several languages share.
 */
export type NounOrder = 'last' | 'first' | 'any';

const list = (text: string) => text.trim().split(/\s*[,\n]\s*/);

export const kindWords: [kind: Kind, order: NounOrder, words: string[]][] = [
  [
    'DRESS',
    'last',
    list(`dress, dresses, gown, gowns, frock, frocks, sundress, sundresses, minidress, shirtdress
      nightdress, nightgown, nightgowns, pinafore, dungarees, overall, overalls, romper, rompers
      playsuit, playsuits, jumpsuit, jumpsuits, one pieces, unitard, catsuit, kaftan, caftan, abaya
      kleid, kleider, dirndl, latzhose, nachthemd, einteiler, jurk, jurken, jurkje, jurkjes, tuinbroek`),
  ],
  [
    'DRESS',
    'first',
    list(`robes longues, robes courtes, robe longue, robe courte, robe midi, robe maxi, robe mini
      robe en, robe a, robe d, robe de, robe droite, robe fluide, robe portefeuille, robe chemise
      robe pull, robe bustier, robe dos, robe sans, robe imprimee, robe fleurie, robe patineuse
      robe trapeze, robe evasee, robe noire, robe blanche, robe rouge, robe bleue, robe verte, robe femme
      combinaison, combinaisons, combishort, combipantalon, salopette, salopettes, chemise de nuit
      vestido, vestidos, mono largo, mono corto, mono de, peto, vestito, vestiti, abito lungo
      abito midi, abito corto, camicia da notte`),
  ],
  [
    'LOWER_BODY',
    'last',
    list(`bottoms, skirt, skirts, miniskirt, miniskirts, skort, skorts, trousers, pants, sweatpants
      slacks, leggings, jeggings, treggings, chinos, joggers, jogger, culottes, boardshorts, shorts
      rock, rocke, hose, hosen, unterteile, unterteil, rok, rokken, broek, broeken, broekje, rokje`),
  ],
  [
    'LOWER_BODY',
    'first',
    list(`jupe, jupes, jupe culotte, minijupe, pantalon, pantalons, pantacourt, short en, short de, falda, faldas
      minifalda, pantalones, vaqueros, vaquero, mallas, gonna, gonne, minigonna, pantalone, pantaloni
      pantaloncini`),
  ],
  ['LOWER_BODY', 'any', list('jeans, bermuda, bermudas, chino, legging')],
  [
    'UPPER_BODY',
    'last',
    list(`tops, shirt, shirts, t shirt, t shirts, tshirt, tshirts, tee, tees, sweatshirt, overshirt
      overshirts, sweatshirts, blouse, blouses, sweater, sweaters, jumper, jumpers, hoodie, hoodies
      hoody, cardi, turtleneck, turtlenecks, tank top, tank tops, crop top, crop tops, camisole
      camisoles, cami, camis, tunic, tunics, henley, jacket, jackets, coat, coats, overcoat, raincoat
      waistcoat, peacoat, trench coat, trenchcoat, parka, parkas, windbreaker, windbreakers, anorak
      vest, vests, shacket, kimono jacket, bodysuit, bodysuits, rash guard, rash guards
      bluse, blusen, hemd, hemden, pulli, pullis, jacke, jacken, mantel, weste, westen, oberteil
      oberteile, sakko, sakkos, strickjacke, kapuzenpullover, kapuzenjacke, bloes, bloesje, hemdje
      overhemd, overhemden, trui, truien, jas, jassen, jasje, vestje, colbert, mouwloos hemd`),
  ],
  [
    'UPPER_BODY',
    'first',
    list(`chemise, chemises, chemisier, chemisiers, haut, hauts, tee shirt, tee shirts
      debardeur, debardeurs, veste, vestes, manteau, manteaux, blouson, blousons
      doudoune, doudounes, tunique, tuniques, caraco, maillot de corps
      camisa, camisas, camiseta, camisetas, blusa, blusas, sueter, sudadera, sudaderas, chaqueta
      chaquetas, abrigo, abrigos, cazadora, cazadoras, chaleco, chalecos
      camicia, camicie, camicetta, camicette, maglia, maglie, maglietta, magliette, maglione, maglioni
      felpa, felpe, giacca, giacche, cappotto, cappotti, giubbotto, giubbotti, canotta, giacchetto`),
  ],
  [
    'UPPER_BODY',
    'any',
    list(`polo, polos, pullover, pullovers, cardigan, cardigans, blazer, blazers, bolero
      bustier, corset, gilet, gilets, poncho, ponchos, cape, capes, tanktop, longsleeve`),
  ],
  [
    'UNCLEAR',
    'last',
    list(`set, sets, one piece, two piece, two pieces, co ord, co ords, coord, outfit, outfits, bundle, suit
      suits, pantsuit, tuxedo, tuxedos, tracksuit, tracksuits, swimsuit, swimsuits, swimwear, bikini
      bikinis, robe, robes, bathrobe, dressing gown, dressing gowns, bath gown, hospital gown, kimono
      kimonos, costume, costumes, uniform, uniforms, sleepwear, loungewear, nightwear, onesie, onesies
      activewear, sportswear, outerwear, tights, slip, slips, wetsuit, snowsuit, sari, saris, saree
      lehenga, lehengas, leotard, leotards, clothing, apparel, culotte
      anzug, anzuge, hosenanzug, schlafanzug, schlafanzuge, badeanzug, badeanzuge, bademode, bademantel
      tragerrock, kleiderrock, zweiteiler, bekleidung, kleidung, pak, badpak, badjas, kamerjas, kleding`),
  ],
  [
    'UNCLEAR',
    'first',
    list(`robe de chambre, peignoir, tailleur, tailleurs, ensemble, ensembles, maillot de bain
      maillots de bain, vetements, traje, trajes, traje de bano, banador, conjunto, conjuntos, ropa
      abito, abiti, completo, completi, tuta, tute, costume da bagno, accappatoio, vestaglia
      abbigliamento`),
  ],
  ['UNCLEAR', 'any', list('pyjama, pyjamas, pajama, pajamas, pijama, pigiama, kombi, smoking')],
  [
    'NONE',
    'any',
    list(`accessories, accessory, accessoires, accessoire, accesorios, accessori, zubehor
      tote, totes, clutch, clutches, sneaker, sneakers, sandals, mules, loafers, pumps, espadrilles
      bonnet, beret, berets, parfum, parfums, lingerie, bralette, bralettes, tanga, boxer
      boxers, boxershorts, boxer shorts, boxer briefs, foulard, foulards, pashmina, collier, colliers, bracelet, bracelets, poster
      posters`),
  ],
  [
    'NONE',
    'last',
    list(`bag, bags, handbag, handbags, backpack, backpacks, wallet, wallets, purse, purses, pouch
      belt, belts, shoe, shoes, boot, boots, bootie, booties, heels, trainers, slippers, flats, clogs
      hat, hats, cap, caps, beanie, beanies, headband, headbands, headdress, hairband, scrunchie
      scrunchies, hair clip, hair clips, scarf, scarves, shawl, shawls, snood, glove, gloves, mittens
      necktie, neck tie, bow tie, silk tie, sunglasses, glasses, watch, watches, jewelry, jewellery
      necklace, necklaces, earring, earrings, ring, rings, brooch, brooches, anklet, pendant, cufflinks
      socks, sock, hosiery, pantyhose, stockings, bra, bras, panties, briefs, thong, thongs, underwear, knickers
      undershirt, undershirts, underpants, undergarments, shapewear, petticoat, suspenders, garter
      gift card, gift cards, gift voucher, voucher, vouchers, candle, candles, mug, mugs, soap, lotion
      hand cream, perfume, fragrance, body mist, room mist, book, books, notebook, blanket, blankets, throw, cushion
      cushions, pillow, pillows, bedding, sheets, pillowcase, towel, towels, rug, rugs, umbrella, umbrellas, keyring, keychain, hanger, hangers
      garment bag, dress form, dress pattern, sewing pattern, patterns, laundry bag, brush, sticker
      stickers, apron, aprons, dog coat, dog jacket, dog sweater, dog hoodie, pet coat, pet sweater
      doll dress, doll dresses, insoles, laces, headwear, toys
      tasche, taschen, rucksack, rucksacke, geldborse, gurtel, schuh, schuhe, stiefel, stiefeletten
      sandalen, hausschuhe, hut, hute, mutze, mutzen, kappe, stirnband, schal, schals, tuch, tucher
      halstuch, handschuhe, krawatte, fliege, hosentrager, sonnenbrille, brille, uhr, uhren, schmuck
      halskette, kette, ketten, ohrringe, armband, armbander, socken, strumpfe, strumpfhose
      strumpfhosen, unterwasche, unterhose, unterhosen, unterhemd, unterhemden, unterrock, bh, bhs
      wasche, gutschein, gutscheine, geschenkkarte, geschenkgutschein, kerze, kerzen, tasse, seife
      duft, buch, decke, kissen, handtuch, schirm, bugel, kleiderbugel, kleidersack, schnittmuster
      schurze, buste, schneiderbuste
      tas, tassen, rugzak, portemonnee, riem, riemen, schoen, schoenen, laarzen, muts, mutsen, pet
      hoed, sjaal, sjaals, handschoenen, stropdas, zonnebril, horloge, sieraden, ketting, oorbellen
      sokken, panty, ondergoed, onderbroek, cadeaubon, cadeaukaart, kaars, kaarsen, handdoek, kussen
      vloerkleed, tafelkleed`),
  ],
  [
    'NONE',
    'first',
    list(`sac, sacs, sac a main, pochette, portefeuille, ceinture, ceintures, chaussure, chaussures
      bottes, bottines, baskets, chapeau, chapeaux, casquette, casquettes, echarpe, echarpes, gant
      gants, cravate, lunettes, montre, montres, bijou, bijoux, bague, bagues, boucles d oreilles
      chaussettes, collant, collants, soutien gorge, culotte menstruelle, sous vetements, carte cadeau
      carte cadeaux, bougie, bougies, savon, livre, coussin, serviette, tablier, porte cles
      bolso, bolsos, mochila, cartera, cinturon, cinturones, zapato, zapatos, zapatillas, botas, botines
      sandalias, sombrero, gorra, gorro, bufanda, panuelo, guantes, corbata, gafas, reloj, joyas
      pendientes, collares, pulsera, pulseras, anillo, anillos, calcetines, medias, sujetador, bragas
      calzoncillos, tarjeta regalo, tarjeta de regalo, vela, velas, jabon, libro, cojin, toalla, delantal
      borsa, borse, borsetta, zaino, portafoglio, cintura, cinture, scarpa, scarpe, stivali, stivaletti
      sandali, cappello, cappelli, berretto, sciarpa, sciarpe, guanti, cravatta, occhiali, orologio
      gioielli, collana, collane, orecchini, anello, anelli, bracciale, bracciali, calze, calzini
      collant, reggiseno, mutande, intimo, buono regalo, carta regalo, candela, candele, sapone, libro
      cuscino, asciugamano, grembiule`),
  ],
];

/** Words that say something only when nothing else does: "high top", "jersey dress", "denim jacket". */
export const weakWords: [kind: Kind, words: string[]][] = [
  [
    'UPPER_BODY',
    list('top, tank, body, bodies, jersey, jerseys, fleece, sweat, sweats, pull, pulls'),
  ],
  ['LOWER_BODY', list('jean, short')],
];

/** How German and Dutch words, and some English ones, end: "Hemdblusenkleid", "spijkerbroek". */
export const kindEndings: [kind: Kind, endings: string[]][] = [
  [
    'NONE',
    list(`tasche, taschen, schuhe, schuh, stiefel, mutze, hut, schal, tuch, gurtel, kette, ringe
      schmuck, gutschein, karte, kerze, kissen, decke, bugel, socken, strumpfe, strumpfhose
      strumpfhosen, unterhose, unterhosen, unterhemd, unterrock, wasche, brille, beutel, sack, tas
      schoenen, laarzen, sokken, ondergoed, onderbroek, schurze, bag, shoes, boots, socks`),
  ],
  ['UNCLEAR', list('anzug, anzuge, bademantel, set, pak, badjas')],
  [
    'DRESS',
    list(
      'kleid, kleider, dirndl, latzhose, nachthemd, overall, jurk, jurken, jurkje, dress, dresses',
    ),
  ],
  [
    'LOWER_BODY',
    list(`hose, hosen, rock, rocke, jeans, leggings, shorts, broek, broeken, rok, rokken, skirt, skirts
      trousers, pants`),
  ],
  [
    'UPPER_BODY',
    list(`hemd, hemden, bluse, blusen, shirt, shirts, pullover, pulli, jacke, jacken, mantel, weste
      westen, blazer, oberteil, sakko, top, trui, truien, jas, jassen, blouse, vest, jacket, coat
      hoodie, sweater`),
  ],
];

/** Words that end so and are none of it. */
export const notCompounds = new Set(
  list(`address, redress, undress, barock, shamrock, bedrock, punkrock, barok, laptop, desktop, rooftop
    hilltop, nonstop, flattop, hightop, pyjas, harvest, invest, sunset, offset, asset, reset, onset
    upset, chose, those, whose, atlas, canvas, christmas, handbuch`),
);

/** How a thing is made, in words that could be things themselves: "dress, cap sleeves". */
export const detailWords = list(`short sleeve, short sleeves, short sleeved, cap sleeve, cap sleeves
  boot cut, boot leg, ring detail, belt loop, belt loops, scarf print, scarf neck, high top, low top
  top stitched, top quality, slip on, pull on, watch plaid, black watch, cape sleeve, cape sleeves`);

/** What stands after one of these is about the thing and not the thing: "belt for a dress". */
export const turningWords = new Set(
  list(`with, for, in, from, by, without, featuring, mit, fur, aus, im, ohne, von, zum, zur, avec, pour
    con, para, sin, met, voor, van, uit, zonder, per, senza`),
);

/** "Dress and jacket" is two things, "black and white" none. Dutch "en" joins, French and Spanish turns. */
export const joiningWords = new Set(list('and, und, et, y, e, en'));
