import { fold } from './fold.ts';

/**
 * Verbs of work, most of them those that begin the activities of the official table of occupations. Verbs of a life rather
 * than of a job (to stop, to leave, to live, to learn, to look for) are left out: what follows them is nobody's skill.
 */
const regular = (
  'accompagner accrocher acheminer actualiser affecter aider aiguiser ajuster alimenter amenager analyser animer appliquer approvisionner ' +
  'archiver arroser arrimer assembler assister assurer atteler bacher balayer brancher braser broder broyer cabler calculer caler calibrer ' +
  'carreler changer charger chauffer chiffrer classer clouer coffrer coiffer coller collecter commander completer conditionner conseiller ' +
  'contacter controler coordonner couler couper creer creuser cuisiner debarrasser deblayer deboucher debroussailler decaper decharger ' +
  'decorer decouper degager delimiter demonter depanner deposer depoussierer desherber desosser dessiner desinfecter diagnostiquer distribuer ' +
  'doser dresser editer elaguer elinguer emballer embaucher empiler encadrer encaisser enduire enregistrer enseigner entretenir eplucher ' +
  'equiper essayer essuyer etiqueter etudier evacuer evaluer expedier expliquer fabriquer facturer fermer ferrer filmer fixer former ' +
  'gerer graver habiller identifier imprimer indexer informer initier inspecter installer isoler jointoyer laver livrer lubrifier maconner ' +
  'maitriser manipuler manoeuvrer manutentionner masquer melanger mesurer monter mouler nettoyer niveler numeriser organiser orienter ' +
  'palettiser parametrer paver peigner percer peser piloter planifier planter plier pointer polir poncer poser positionner pousser ' +
  'preparer presenter proceder programmer promener proposer raboter raccorder ramasser ranger rapporter rediger regler relancer relever ' +
  'remblayer remplacer renseigner reparer reperer repasser repiquer reserver restaurer retoucher reviser saisir saler sceller ' +
  'secher seconder selectionner semer sensibiliser servir signaler signer soigner souder stimuler stocker superviser surveiller ' +
  'tailler tapisser taper teindre terrasser tester tirer tondre tracer traiter transmettre transporter trier tronconner ' +
  'usiner utiliser valider vendre verifier verser vidanger vider visser'
).split(' ');

/** Forms that the endings below do not give. */
const irregular = (
  'accueillir accueille accueillais accueilli conduire conduis conduisais conduit construire construit coudre couds cousais cousu ' +
  'cueillir cueille cueillais cueilli cuire cuit cuisais debattre decouvrir entretiens entretenais entretenu etablir etablis etablissais etabli faire ' +
  'fais faisais fait mettre mets mettais mis ouvrir ouvre ouvrais ouvert peindre peins peignais peint prendre prenais pris ' +
  'recevoir recois recevais recu remettre remets remettais remis remplir remplis remplissais rempli rendre rends rendais rendu repondre reponds ' +
  'repondais repondu reassortir saisis saisissais saisi sers servais servi suivre tenir tiens tenais tenu tenue traduire traduis traduisais traduit ' +
  'transmets transmettais transmis vends vendais vendu tonds tondais tondu teins enduis enduisais enduit reunir fournir garnir batir demolir ' +
  'nourrir clore cloturer cloture cloturais enfourner petrir faconner'
).split(' ');

const forms: ReadonlySet<string> = new Set([
  ...irregular,
  ...regular.flatMap((verb) => {
    if (!verb.endsWith('er')) return [verb];
    const root = verb.slice(0, -2);
    const soft = root.endsWith('g') ? `${root}e` : root;
    return [verb, `${root}e`, `${root}es`, `${root}ee`, `${soft}ais`, `${soft}ait`, `${root.replace(/y$/, 'i')}e`];
  }),
]);

/** Whether the first word is a verb of work: to do it, doing it, or having done it ("tenir", "je tenais", "tenu"). */
export function beginsWithWorkVerb(text: string): boolean {
  return forms.has(/^[a-z]+/.exec(fold(text))?.[0] ?? '');
}
