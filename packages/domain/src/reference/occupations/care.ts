import { type Occupation, occupation } from '../occupation.ts';

const withPeople = ['écoute', 'discrétion', 'règles d’hygiène', 'transmission des informations', 'travail en équipe'];

/** Hospitals, homes for elderly people, childcare, help at home. */
export const care: readonly Occupation[] = [
  work('J1301', 'Services hospitaliers', {
    titles:
      'ASH; agent des services hospitaliers; agente des services hospitaliers; agent de service hôtelier; ASL; brancardier; brancardière; agent hôtelier hospitalier',
    close: 'G1502 K1304 K2204 K1302',
    next: 'J1305 J1501 K1303',
    skills:
      'bionettoyage; distribution des repas; brancardage; gestion du linge; désinfection; entretien des chambres; circuit des déchets de soins',
  }),
  work('J1501', 'Soins d’hygiène et de confort', {
    titles: 'aide-soignant; aide-soignante; AS; DEAS; auxiliaire de soins; aide-soignant de nuit',
    close: 'K1302 K1301',
    next: 'J1304',
    skills:
      'toilette; aide à la prise des repas; surveillance des constantes; transfert de patient; prévention des escarres; accompagnement de fin de vie',
  }),
  work('K1302', 'Aide aux adultes à domicile', {
    titles:
      'auxiliaire de vie; auxiliaire de vie sociale; AVS; assistante de vie aux familles; ADVF; DEAES; assistant de vie',
    close: 'J1301 K1303 K1304',
    next: 'G1502 J1304 J1501 K1301',
    skills:
      'aide à la toilette; aide à la prise des repas; préparation de repas; ménage courant; courses; accompagnement aux sorties; lève-personne',
  }),
  work('K1303', 'Garde d’enfants', {
    titles:
      'garde d’enfants à domicile; assistant maternel; assistante maternelle; nounou; baby-sitter; auxiliaire parentale',
    close: 'J1301 K1302 K1304',
    next: 'G1502 J1304 J1501',
    skills: 'éveil de l’enfant; change; préparation de repas; sortie d’école; aide aux devoirs; sécurité de l’enfant',
  }),
  work('J1304', 'Puériculture', {
    titles:
      'auxiliaire de puériculture; agent de crèche; agente de crèche; AP; aide-auxiliaire; animatrice petite enfance; CAP petite enfance',
    close: 'J1501 K1301 K1303',
    next: '',
    skills:
      'éveil de l’enfant; change; préparation de biberons; accueil des parents; sécurité de l’enfant; entretien du matériel',
  }),
  work('K1301', 'Accompagnement médicosocial', {
    titles:
      'accompagnant éducatif et social; AES; AMP; aide médico-psychologique; surveillant de nuit; maître de maison',
    close: 'K1302 J1501',
    next: 'J1304',
    skills:
      'accompagnement au quotidien; animation d’activités; aide à la toilette; projet personnalisé; gestion des conflits; écrits professionnels',
  }),
  work('J1305', 'Transport sanitaire', {
    titles: 'ambulancier; ambulancière; auxiliaire ambulancier; DEA ambulancier; conducteur de VSL',
    close: 'J1301 N4105',
    next: '',
    skills:
      'conduite de véhicule sanitaire; premiers secours; brancardage; désinfection du véhicule; accueil du patient; dossier administratif',
  }),
];

function work(...[code, label, written]: Parameters<typeof occupation>): Occupation {
  return occupation(code, label, written, withPeople);
}
