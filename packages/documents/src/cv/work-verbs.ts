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
  'passer elaborer fideliser rassurer arracher avitailler badigeonner balayer ciseler composer comptabiliser confectionner consigner consulter ' +
  'convoyer cultiver curer deballer decoffrer decongeler decrasser demarcher demouler deplacer deployer desamianter devisser disposer ' +
  'ecouter effectuer emonder encoller enlever ensacher entreposer epiler epousseter estimer etaler evider executer exploiter faucher filtrer ' +
  'finaliser fraiser garder greffer gratter guider implanter injecter integrer inventorier irriguer lessiver lever lisser localiser louer lustrer manier ' +
  'maquiller maroufler marquer meuler modeler moissonner negocier panser parer participer patisser photographier piquer plaquer pomper pratiquer prelever ' +
  'prospecter purger ramoner rassembler ratisser ravitailler realiser recenser receptionner recharger recolter recruter recuperer recycler referencer ' +
  'renover repertorier respecter retirer rincer sabler sauvegarder scanner scier sculpter signaliser solliciter steriliser tamiser tourner tracter ' +
  'transferer transplanter tresser tuteurer valoriser ventiler vitrifier adapter dialoguer mobiliser concevoir developper optimiser ' +
  'usiner utiliser valider vendre verifier verser vidanger vider visser ' +
  'administrer affranchir affuter agencer agrafer alerter ameliorer apporter argumenter arranger astiquer automatiser baliser barder betonner bituminer bobiner boulonner ' +
  'bouturer brosser buter calfeutrer cintrer cirer coacher combler commercialiser communiquer compacter concasser configurer connecter consolider constater constituer ' +
  'contribuer copier corriger crepir debiter declarer declencher defourner defricher degivrer degraisser delivrer demarrer deneiger depecer depolluer depouiller ' +
  'desamorcer desosser detacher detartrer detecter determiner detourer diffuser diriger dispenser draguer drainer ebavurer ebrancher ecailler eclaircir egoutter eliminer ' +
  'emboiter emonder empaqueter encrer engazonner enrober essorer etancher etayer eteter eviscerer farcir ferrailler ficeler flasher formaliser forer galber goudronner ' +
  'graisser griller hacher hisser impermeabiliser incorporer inserer instruire interpreter jardiner jauger labourer lasurer ligaturer limer malaxer mener mixer modifier ' +
  'observer operer ordonnancer oxycouper pailler parquer pelleter photocopier piocher platrer plastifier plumer poudrer presser proteger pulveriser racler ragreer ' +
  'rainurer ravaler reboucher rechercher recruter recueillir regrouper reguler rejointoyer relier rempailler rempoter renforcer repandre repartir repiquer ' +
  'reporter reproduire riveter router saigner sangler sarcler scarifier secourir securiser souffler sulfater synchroniser taluter ' +
  'talocher transformer trancher veiller vendanger vitrer zinguer'
).split(' ');

/** Forms that the endings below do not give. */
const irregular = (
  'sortais accueillir accueille accueillais accueilli conduire conduis conduisais conduit construire construit coudre couds cousais cousu ' +
  'cueillir cueille cueillais cueilli cuire cuit cuisais debattre decouvrir entretiens entretenais entretenu etablir etablis etablissais etabli faire ' +
  'fais faisais fait mettre mets mettais mis ouvrir ouvre ouvrais ouvert peindre peins peignais peint prendre prenais pris ' +
  'recevoir recois recevais recu remettre remets remettais remis remplir remplis remplissais rempli rendre rends rendais rendu repondre reponds ' +
  'repondais repondu reassortir saisis saisissais saisi sers servais servi suivre tenir tiens tenais tenu tenue traduire traduis traduisais traduit ' +
  'transmets transmettais transmis vends vendais vendu tonds tondais tondu teins enduis enduisais enduit reunir fournir garnir batir demolir ' +
  'maintenir maintiens maintenais maintenu soutenir soutiens soutenu intervenir interviens produire produit produis reprendre resoudre vernir polir ' +
  'blanchir convertir definir epandre tordre traire prevenir promouvoir nourrir clore cloturer cloture cloturais enfourner petrir faconner'
).split(' ');

const forms: ReadonlySet<string> = new Set([
  ...irregular.flatMap((form) => (form.endsWith('ais') ? [form, form.replace(/s$/, 't')] : [form])),
  ...regular.flatMap((verb) => {
    if (!verb.endsWith('er')) return [verb];
    const root = verb.slice(0, -2);
    const soft = root.endsWith('g') ? `${root}e` : root;
    return [verb, `${root}e`, `${root}es`, `${root}ee`, `${soft}ais`, `${soft}ait`, `${root.replace(/y$/, 'i')}e`];
  }),
]);

/** Letters that French doubles are where most slips are: "netoyer", "balayé", "embaler". */
const once = (word: string): string => word.replace(/([a-z])\1/g, '$1');
const spelt: ReadonlySet<string> = new Set([...forms].filter((form) => form.length > 5).map(once));

/** Whether the first word is a verb of work: to do it, doing it, or having done it ("tenir", "je tenais", "tenu"). */
export function beginsWithWorkVerb(text: string): boolean {
  const first = /^\s*([a-z]+)/.exec(fold(text))?.[1] ?? '';
  return forms.has(first) || spelt.has(once(first));
}

/** "rassurer", "tenir": the verb of a task that a list tells, without its subject. */
export function isWorkInfinitive(folded: string): boolean {
  return /(?:er|ir|oir|re)$/.test(folded) && (forms.has(folded) || spelt.has(once(folded)));
}
