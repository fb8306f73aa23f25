/** Somewhere a person lives or works: a postal code, its town, the middle of it in degrees. */
export interface Place {
  postalCode: string;
  name: string;
  latitude: number;
  longitude: number;
}

/** Postal code, town, latitude, longitude. */
const written = `
75001 Paris 48.8626 2.3363; 75002 Paris 48.8679 2.3441; 75003 Paris 48.8631 2.3594; 75004 Paris 48.8542 2.3574
75005 Paris 48.8445 2.3499; 75006 Paris 48.8490 2.3327; 75007 Paris 48.8561 2.3124; 75008 Paris 48.8725 2.3126
75009 Paris 48.8769 2.3375; 75010 Paris 48.8760 2.3611; 75011 Paris 48.8594 2.3787; 75012 Paris 48.8352 2.4198
75013 Paris 48.8287 2.3625; 75014 Paris 48.8290 2.3271; 75015 Paris 48.8402 2.2936; 75016 Paris 48.8604 2.2621
75017 Paris 48.8873 2.3075; 75018 Paris 48.8927 2.3487; 75019 Paris 48.8869 2.3847; 75020 Paris 48.8632 2.4008
92000 Nanterre 48.8961 2.2067; 92100 Boulogne-Billancourt 48.8366 2.2391; 92110 Clichy 48.9035 2.3058
92120 Montrouge 48.8153 2.3165; 92130 Issy-les-Moulineaux 48.8235 2.2645; 92230 Gennevilliers 48.9345 2.2938
92240 Malakoff 48.8170 2.2969; 92700 Colombes 48.9225 2.2468; 93000 Bobigny 48.9077 2.4386
93100 Montreuil 48.8633 2.4482; 93130 Noisy-le-Sec 48.8913 2.4591; 93170 Bagnolet 48.8691 2.4227
93200 Saint-Denis 48.9296 2.3592; 93300 Aubervilliers 48.9122 2.3845; 93400 Saint-Ouen-sur-Seine 48.9098 2.3326
93500 Pantin 48.8983 2.4087; 93600 Aulnay-sous-Bois 48.9458 2.4933; 93700 Drancy 48.9234 2.4449
94000 Créteil 48.7837 2.4546; 94110 Arcueil 48.8059 2.3335; 94120 Fontenay-sous-Bois 48.8511 2.4740
94200 Ivry-sur-Seine 48.8128 2.3878; 94220 Charenton-le-Pont 48.8228 2.4076; 94270 Le Kremlin-Bicêtre 48.8092 2.3566
94400 Vitry-sur-Seine 48.7883 2.3941; 94600 Choisy-le-Roi 48.7643 2.4174; 94800 Villejuif 48.7929 2.3601
78190 Trappes 48.7750 1.9934; 91000 Évry-Courcouronnes 48.6295 2.4401; 95100 Argenteuil 48.9511 2.2410
95200 Sarcelles 48.9902 2.3816; 13001 Marseille 43.2999 5.3823; 31000 Toulouse 43.5964 1.4317
33000 Bordeaux 44.8572 -0.5737; 35000 Rennes 48.1120 -1.6819; 44000 Nantes 47.2316 -1.5483
59000 Lille 50.6317 3.0478; 63000 Clermont-Ferrand 45.7856 3.1155; 67000 Strasbourg 48.5713 7.7675
69001 Lyon 45.7699 4.8292; 84000 Avignon 43.9352 4.8407`;

/**
 * The few places that the product knows before the official table of communes is loaded: enough to measure distances
 * in and around Paris, and between large towns. Middles of communes, to a hundred metres (La Poste, open data).
 */
export const knownPlaces: readonly Place[] = written
  .trim()
  .split(/[;\n]/)
  .map((text) => {
    const [, postalCode = '', name = '', latitude, longitude] =
      /^\s*(\d{5}) (.+) (-?[\d.]+) (-?[\d.]+)$/.exec(text) ?? [];
    return { postalCode, name, latitude: Number(latitude), longitude: Number(longitude) };
  });

export function placeOfPostalCode(postalCode: string): Place | null {
  return knownPlaces.find((place) => place.postalCode === postalCode) ?? null;
}
