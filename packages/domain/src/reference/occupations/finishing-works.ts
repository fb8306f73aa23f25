import { type Occupation, occupation } from '../occupation.ts';

const finishing = ['lecture de plan', 'prise de mesures', 'protection des surfaces', 'travail en site occupé'];

/** What is done once the shell of a building stands. */
export const finishingWorks: readonly Occupation[] = [
  work('F1601', 'Plâtrerie et décor en plâtre', {
    titles: 'plâtrier; plâtrière; staffeur; staffeuse; plâtrier traditionnel',
    close: 'F1604 F1606',
    next: '',
    skills: 'enduit au plâtre; projection de plâtre; staff; moulures; pose de carreaux de plâtre; ponçage',
  }),
  work('F1602', 'Électricité du bâtiment', {
    titles:
      'électricien; électricienne; électricien du bâtiment; monteur électricien; aide-électricien; tireur de câbles',
    close: 'F1605 I1309',
    next: 'F1202',
    skills:
      'tirage de câbles; pose d’appareillage; raccordement de tableau; saignées; dépannage électrique; courants faibles; norme NF C 15-100',
  }),
  work('F1603', 'Plomberie et chauffage', {
    titles: 'plombier; plombière; plombier chauffagiste; installateur sanitaire; aide-plombier; monteur en chauffage',
    close: 'I1203 I1308',
    next: 'F1202',
    skills:
      'soudure cuivre; raccordement PER et multicouche; pose de sanitaires; pose de radiateurs; recherche de fuite; évacuation des eaux usées',
  }),
  work('F1604', 'Pose de cloisons et d’agencements', {
    titles: 'plaquiste; jointeur; jointeuse; bandeur; poseur de cloisons; poseur de faux plafonds; agenceur',
    close: 'F1607 F1601',
    next: 'F1606 F1609',
    skills:
      'pose de plaques de plâtre; ossature métallique; bandes à joints; faux plafonds; doublage; pose de portes intérieures',
  }),
  work('F1605', 'Montage de réseaux électriques et de télécoms', {
    titles: 'monteur réseaux; monteuse réseaux; raccordeur fibre optique; technicien fibre; monteur éclairage public',
    close: 'F1602',
    next: 'F1202 F1705 I1501',
    skills:
      'raccordement fibre optique; tirage de câbles; éclairage public; travail en hauteur; soudure optique; ouverture de chambre',
  }),
  work('F1606', 'Peinture en bâtiment', {
    titles: 'peintre en bâtiment; peintre; peintre intérieur; peintre façadier; aide-peintre; peintre décorateur',
    close: 'F1601 F1609 F1611 I1203',
    next: 'F1202 F1604 F1608',
    skills:
      'préparation des supports; enduit de lissage; ponçage; peinture au rouleau; peinture au pistolet; pose de papier peint; toile de verre',
  }),
  work('F1607', 'Pose de menuiseries et de fermetures', {
    titles:
      'poseur de menuiseries; poseuse de menuiseries; menuisier poseur; menuisière poseuse; poseur de fenêtres; poseur de stores',
    close: 'F1501 F1604 I1203',
    next: 'F1202',
    skills:
      'pose de fenêtres; pose de portes; réglage de quincaillerie; vitrage; joints d’étanchéité; dépose de menuiseries',
  }),
  work('F1608', 'Pose de carrelage et de revêtements rigides', {
    titles: 'carreleur; carreleuse; carreleur mosaïste; aide-carreleur; poseur de faïence',
    close: 'F1609 F1703',
    next: 'F1611',
    skills: 'pose de carrelage; pose de faïence; chape; découpe de carreaux; joints; ragréage',
  }),
  work('F1609', 'Pose de sols souples et de parquets', {
    titles: 'solier; solière; solier moquettiste; poseur de parquet; poseuse de sols souples; poseur de moquette',
    close: 'F1606',
    next: 'F1608',
    skills: 'ragréage; pose de lino; soudure de lés; pose de parquet; pose de plinthes; dépose de revêtement',
  }),
];

function work(...[code, label, written]: Parameters<typeof occupation>): Occupation {
  return occupation(code, label, written, finishing);
}
