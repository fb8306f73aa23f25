/**
 * How a folded French word sounds, roughly: "magazinier" and "magasinier", "elektrisien" and "electricien",
 * "chofeur" and "chauffeur" have one key. Rule of the house: it only brings words together that letters keep apart.
 */
export function phoneticKey(word: string): string {
  return sounds.reduce((key, [letters, sound]) => key.replace(letters, sound), word);
}

/** In this order: groups of letters before single ones, then silent letters, then doubled ones. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/(?:sc?h|ch)/g, '9'],
  [/h/g, ''],
  [/sc(?=[eiy])/g, 's'],
  [/c(?=[eiy])/g, 's'],
  [/(?:qu?|ck|cc|c)/g, 'k'],
  [/gu(?=[eiy])/g, 'g'],
  [/ge(?=[ao])|g(?=[eiy])/g, 'j'],
  [/ti(?=on|el)/g, 'si'],
  [/x/g, 'ks'],
  [/e?au/g, 'o'],
  [/oi/g, 'wa'],
  [/(?:ain|ein|aim|yn|ym|im|in)(?![aeiouynm123])/g, '1'],
  [/(?:an|am|en|em)(?![aeiouynm123])/g, '2'],
  [/(?:on|om)(?![aeiouynm123])/g, '3'],
  // Before "eu" becomes "e": the end of "chauffeur" is heard, that of "boulanger" is not.
  [/(?:er|ez|et|ee|es)$/g, 'e'],
  [/(?:oeu|eu)/g, 'e'],
  [/(?:ai|ei|ay)/g, 'e'],
  [/y/g, 'i'],
  [/z/g, 's'],
  [/(.)\1+/g, '$1'],
  [/(?<=..)[etdsp]$/g, ''],
];
