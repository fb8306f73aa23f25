/**
 * The words of `isSensitive` as people write them who write by ear: "arivé en france", "carte de sejours", "casier
 * judicière". Text and patterns are brought to one spelling: no doubled letter, no silent end, one letter a sound.
 */
const heard: readonly RegExp[] = [
  /\bariv en frans\b/,
  /\bnationalit(?! d)/,
  /\b(?:cart|titr|permi|autorisation) d sejour/,
  /\bresepis\b/,
  /\b(?:statu|refugi) (?:d )?(?:refugi|politik|statutr)/,
  /\b(?:demand\w*|droi) d asil/,
  /\bprotection subsidi/,
  /\btrav\w* andicap|\bje sui andicap|\breconu andicap/,
  /\b(?:are|longu|lon|grav) maladi\b/,
  /\bs[ck]?isofren/,
  /\b(?:su|sou) control judisi|\bcasi judisi|\bbrasele electroni/,
  /\bcondan\w* (?:en|a|pour|au)\b|\bpa d condanation/,
  /\bincarser|\bsortan d prison/,
  /\bsindical(?!i)/,
  /\bsan domisil/,
  /\bselibat/,
  /\bconcubin|\bdivors/,
  /\bmusulman|\bcatolik|\bcretien\b|\bevangelik|\bramadan/,
  /\balcolik|\btoxicoman|\bepilepti|\bdiabetik/,
];

export function soundsSensitive(folded: string): boolean {
  const spelt = byEar(folded);
  return heard.some((words) => words.test(spelt));
}

/** Takes folded text: lower case, no accents. */
function byEar(folded: string): string {
  return folded
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/([a-z])\1/g, '$1')
    .replace(/ph/g, 'f')
    .replace(/h/g, '')
    .replace(/qu|k/g, 'k')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/y/g, 'i')
    .replace(/z/g, 's')
    .replace(/ai|ei/g, 'e')
    .replace(/(?:que|ques|c)\b/g, 'k')
    .replace(/(?<=[a-z])(?:es|er|ee|ie|ez|[est])\b/g, (end) => (end === 'ie' ? 'i' : ''))
    .replace(/([a-z])\1/g, '$1')
    .trim();
}
