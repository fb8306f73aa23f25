import { type Occupation, occupation } from '../occupation.ts';

const outdoors = [
  'travail en extérieur',
  'port des équipements de protection',
  'entretien du matériel',
  'travail en équipe',
];

export const greenSpaces: readonly Occupation[] = [
  work('A1203', 'Entretien des espaces verts', {
    titles:
      'jardinier; jardinière; agent d’entretien des espaces verts; agente des espaces verts; ouvrier paysagiste; ouvrière paysagiste; jardinier paysagiste',
    close: 'A1202 A1414',
    next: 'A1205',
    skills:
      'tonte; taille; débroussaillage; plantation; désherbage; arrosage automatique; engazonnement; soufflage des feuilles',
  }),
  work('A1202', 'Entretien des espaces naturels', {
    titles:
      'agent d’entretien des espaces naturels; agente d’entretien des espaces naturels; ouvrier rivière; écogarde; agent de sentiers',
    close: 'A1203',
    next: 'K2303',
    skills:
      'débroussaillage; entretien des berges; entretien de sentiers; fauchage; clôture; lutte contre les plantes invasives',
  }),
  work('A1201', 'Bûcheronnage et élagage', {
    titles: 'élagueur; élagueuse; bûcheron; bûcheronne; élagueur grimpeur; arboriste grimpeur',
    close: 'A1205',
    next: 'A1203 A1414',
    skills: 'tronçonneuse; abattage; élagage; grimper; broyage de branches; démontage d’arbres; travail en hauteur',
  }),
  work('A1205', 'Sylviculture', {
    titles: 'ouvrier forestier; ouvrière forestière; sylviculteur; sylvicultrice; ouvrier sylvicole',
    close: 'A1201',
    next: 'A1203 A1414',
    skills: 'plantation; débroussaillage; tronçonneuse; dégagement de plants; éclaircie; reconnaissance des essences',
  }),
  work('A1414', 'Maraîchage et horticulture', {
    titles:
      'ouvrier maraîcher; ouvrière maraîchère; maraîcher bio; ouvrier horticole; ouvrière horticole; agent de pépinière',
    close: 'A1203',
    next: 'A1201 A1205',
    skills:
      'semis; repiquage; récolte; désherbage manuel; irrigation; conditionnement de légumes; préparation de paniers',
  }),
];

function work(...[code, label, written]: Parameters<typeof occupation>): Occupation {
  return occupation(code, label, written, outdoors);
}
