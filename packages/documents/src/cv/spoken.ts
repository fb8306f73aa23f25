import { fold } from './fold.ts';
import { isSensitive } from './sensitive.ts';
import { beginsWithWorkVerb } from './work-verbs.ts';

/**
 * What somebody says that they can do or did, in sentences: "Je sais tenir une caisse et rendre la monnaie", "J'accueillais
 * le public", "j'ai préparé des repas". One label a thing, in the words of the CV, without "je". What is said of a life
 * rather than of work gives nothing: a verb that is none of work, or "mon", "ma", "mes".
 */
export function spokenSkills(line: string): string[] {
  const plain = line.replace(byEar, "j'ai").replace(/(?<=\p{Ll} )é(?= \p{Ll})/gu, 'et');
  if (!firstPerson.test(plain)) return [];
  return plain
    .split(/[.!?;]+(?:\s+|$)|\s+(?=puis |ensuite )/i)
    .filter((sentence) => !isSensitive(sentence))
    .flatMap((sentence) => clausesOf(sentence).flatMap(labelsOfClause))
    .slice(0, mostLabels);
}

/** "Jai", "jé", "g": as people write "j'ai" who write by ear. */
const byEar = /(?<![\p{L}'’])(?:jai|j['’ ]?é|gé?)(?= \p{Ll}{2})/giu;

const mostLabels = 20;
const mostWords = 9;
const firstPerson = /(?:^|[^\p{L}])(?:je |j['’ ]|g |jé )/iu;

/** "je servais les clients, je faisais la caisse": each "je" begins a clause; what stands before the first tells nothing. */
function clausesOf(sentence: string): string[] {
  return sentence
    .split(/(?:^|[^\p{L}'’])(?=(?:je|j['’ ]|g(?= f)|jé(?= f))\s?\p{L})/iu)
    .map((clause) => clause.replace(/^[^\p{L}]+|\s+(?:et|puis|mais)\s*$/gu, ''))
    .filter((clause) => /^(?:je |j['’ ]|g |jé )/i.test(clause));
}

const adverbs = '(?:(?:aussi|également|bien|très bien|déjà|toujours|souvent|surtout|un peu) )*';
/** What follows is done, whatever its first word is. */
const toldPlainly = new RegExp(
  `^(?:je (?:sais ${adverbs}(?:faire |me servir d(?:e |['’])|utiliser )?|peux (?:faire )?|maîtrise ${adverbs}|maitrise |connais ${adverbs}|utilise |suis ${adverbs}(?:capable d(?:e |['’])|à l['’]aise (?:avec|sur) |habitu[ée]+ à |form[ée]+ (?:à|au|aux) )|` +
    `fais(?:ais)? ${adverbs}|m['’ ]occup(?:e|ais) d(?:e |u |es |['’])|étais charg[ée]+ d(?:e |u |es |['’]))|j['’ ](?:ai eu |ai |avais |étais )(?:la |une )?(?:responsabilité|charge|gestion|responsable|en charge) d(?:e |u |es |['’])|(?:j['’ ]?ai|g|jé) ${adverbs}(?:appris (?:à )?|été charg[ée]+ d(?:e |u |es |['’])|fait |fé |fais |une (?:bonne )?(?:maîtrise|connaissance|pratique|expérience) d(?:e |u |es |['’])))`,
  'iu',
);
const howLong = /^(?:\d+|un|deux|trois|quatre|cinq|six) (?:ans?|mois|semaines?|jours?)\s+(?:de |d['’]|en )?/i;

function labelsOfClause(clause: string): string[] {
  const told = toldPlainly.exec(clause);
  const said = told
    ? clause.slice(told[0].length)
    : clause.replace(new RegExp(`^(?:je |j['’ ]?ai |j['’ ])${adverbs}`, 'iu'), '');
  const pieces = said
    .replace(/\s*\([^()]*\)/g, '')
    .replace(howLong, '')
    .split(/\s*[,:]\s*|\s+et\s+(?:puis\s+)?/)
    .map((piece) =>
      piece
        .replace(
          /^(?:à |d['’]|de (?=\p{L}+(?:er|ir|re) )|et |aussi |également |les? (?!\p{L}+ (?:matin|soir))|la |l['’]|des |du |une? )+/iu,
          '',
        )
        .trim(),
    );
  // "et j'ai préparé les repas": what begins no work ends what was told.
  const known = told ? pieces : beginsWithWorkVerb(pieces[0] ?? '') ? pieces : [];
  return known.map(shortened).flatMap(withTool).filter(isThingDone);
}

/** "livrais des produits frais aux restaurants avec un camion": with what and for whom is left out of a long one. */
function shortened(piece: string): string {
  return piece.split(/\s+/).length <= mostWords
    ? piece
    : piece.replace(/^(\S+(?: \S+){2,8}?) (?:avec|aux?|chez|pour|dans|jusqu).*$/i, '$1');
}

/** "passer les commandes sur le logiciel Mercalys" holds a task and a tool. */
function withTool(piece: string): string[] {
  const found =
    /^(.+?)\s+(?:sur|avec|dans|sous)\s+(?:le logiciel |l['’]outil |la machine )?(\p{Lu}[\p{L}\d]+(?: \p{Lu}[\p{L}\d]*| \d+)*)$/u.exec(
      piece,
    );
  return found ? [found[1] ?? '', found[2] ?? ''] : [piece];
}

function isThingDone(piece: string): boolean {
  const folded = fold(piece);
  return (
    piece.length >= 3 &&
    piece.split(/\s+/).length <= mostWords &&
    !ownLife.test(folded) &&
    !/^(?:de \d|du \d|en \d|le \w+ (?:matin|soir)|depuis|pendant|pour|chez|dans|avec|comme|sans|que|qui|mais|quand|ou\b|tout|rien|vite|plus|\d)/.test(
      folded,
    )
  );
}

/** What is said of oneself, of time or of a language. */
const ownLife =
  /\b(?:(?:mon|ma|mes)(?! (?:camion|camionnette|vehicule|tournee|poste|clients?|machines?|rayon|caisse|stock|chantier|commandes?|outils?|materiel|equipe|secteur))|moi|me|notre|nos|son|sa|ses|ans|travail|emploi|stage|formation|permis|code|francais|anglais|arabe|espagnol|langues?)\b|^(?:partie|preuve|face|attention|beaucoup|deux?|trois)\b/;
