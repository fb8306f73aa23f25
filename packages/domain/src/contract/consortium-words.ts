import { defineWords } from '../shared/words.ts';

/** Co-contractors who share an obligation, and hours that they transfer: what things are called, and why one was refused. */
export const consortiumWords = defineWords({
  fr: {
    'contract.group_not_found': 'Aucun groupement sur cette clause, ou vous n’en êtes pas.',
    'contract.group_too_small': 'Un groupement compte au moins deux entreprises.',
    'contract.group_member_twice': 'Une entreprise est deux fois dans le groupement.',
    'contract.group_member_not_holder': 'Une de ces entreprises ne tient pas ce lot : corrigez d’abord le lot.',
    'contract.group_lead_missing': 'Dites qui est le mandataire.',
    'contract.group_lead_not_member': 'Le mandataire est une des entreprises du groupement.',
    'contract.group_member_engaged':
      'Une entreprise que vous retirez a un transfert signé ou en attente : elle reste dans le groupement.',
    'contract.group_changed_meanwhile': 'Les parts viennent de changer. Rechargez la page.',
    'contract.group_ended':
      'Ce groupement est dissous : plus rien ne s’y partage. L’équipe des clauses peut annuler la dissolution.',
    'contract.group_not_ended': 'Ce groupement n’est pas dissous. Rechargez la page.',
    'contract.group_end_reason_missing': 'Écrivez pourquoi le groupement est dissous : les entreprises le liront.',
    'contract.group_end_unread': 'Cochez la case pour dire que vous avez lu ce qui change.',
    'contract.group_end_in_future': 'Un groupement est dissous au plus tard aujourd’hui.',
    'contract.group_end_before_contract':
      'Le marché a été notifié le {day} : le groupement n’a pas pu être dissous avant.',
    'contract.group_end_before_transfer':
      'Deux entreprises ont signé un transfert le {day} : le groupement est dissous ce jour-là ou après.',
    'contract.share_malformed': 'Écrivez une part, de 0 à 100 %, ou des heures.',
    'contract.group_shares_off': 'Les parts font {sumPercent} % : il en faut 100.',
    'contract.fixed_shares_off':
      'Les heures fixées font {sumCentihours} : il en faut {dueCentihours}, l’obligation entière.',
    'contract.transfer_not_found': 'Ce transfert n’existe pas, ou n’est pas à vous.',
    'contract.transfer_hours_malformed': 'Écrivez des heures, au-dessus de zéro.',
    'contract.transfer_price_out_of_range': 'Une heure se paie de 0 à 500 euros.',
    'contract.transfer_reason_missing': 'Écrivez pourquoi, en quelques mots.',
    'contract.transfer_other_missing': 'Dites avec quelle entreprise.',
    'contract.transfer_paper_missing': 'Joignez le papier signé des deux entreprises.',
    'contract.transfer_with_self': 'Un transfert se fait entre deux entreprises.',
    'contract.transfer_not_member': 'Une de ces entreprises n’est pas du groupement.',
    'contract.transfer_in_future': 'Un transfert s’est signé au plus tard aujourd’hui.',
    'contract.transfer_over_done':
      'L’entreprise qui reprend les heures n’en a que {heldCentihours} de validées et encore à elle : on ne cède pas plus que ce qui est fait.',
    'contract.transfer_over_due':
      'L’entreprise qui paie ne doit que {effectiveCentihours} : elle ne peut pas en faire reprendre plus.',
    'contract.transfer_other_side':
      'L’autre entreprise n’a plus de quoi tenir ce transfert : ses heures validées ou sa part ont changé. Parlez-lui.',
    'contract.transfer_changed_meanwhile': 'Ce transfert n’attend plus. Rechargez la page.',
    'contract.transfer_twice': 'Le même transfert attend déjà une signature.',
    'contract.transfer_not_yours_to_sign': 'C’est à l’autre entreprise de signer ou de refuser.',
    'contract.transfer_not_yours_to_withdraw': 'Seule l’entreprise qui propose un transfert le reprend.',
    'contract.share_mode.fixed': 'heures fixées pour chacune',
    'contract.share_mode.bps': 'pourcentage',
    'contract.share_mode.invoiced': 'selon ce que chacune facture',
    'contract.liability.joint': 'conjoint',
    'contract.liability.joint_lead_liable': 'conjoint, mandataire solidaire',
    'contract.liability.several': 'solidaire',
    'contract.transfer_state.waiting': 'attend une signature',
    'contract.transfer_state.signed': 'signé des deux',
    'contract.transfer_state.refused': 'refusé',
    'contract.transfer_state.withdrawn': 'repris',
    'contract.transfer_state.lapsed': 'sans suite : le groupement est dissous',
  },
  en: {
    'contract.group_not_found': 'No consortium on this clause, or you are not part of it.',
    'contract.group_too_small': 'A consortium has at least two companies.',
    'contract.group_member_twice': 'A company is in the consortium twice.',
    'contract.group_member_not_holder': 'One of these companies does not hold this lot: correct the lot first.',
    'contract.group_lead_missing': 'Say which company leads.',
    'contract.group_lead_not_member': 'The lead is one of the companies of the consortium.',
    'contract.group_member_engaged':
      'A company that you take out has a transfer signed or waiting: it stays in the consortium.',
    'contract.group_changed_meanwhile': 'The shares have just changed. Reload the page.',
    'contract.group_ended':
      'This consortium has ended: nothing is shared in it any more. The clause team can take the end back.',
    'contract.group_not_ended': 'This consortium has not ended. Reload the page.',
    'contract.group_end_reason_missing': 'Write why the consortium ends: the companies will read it.',
    'contract.group_end_unread': 'Tick the box to say that you have read what changes.',
    'contract.group_end_in_future': 'A consortium ends today at the latest.',
    'contract.group_end_before_contract':
      'The contract was notified on {day}: the consortium cannot have ended before.',
    'contract.group_end_before_transfer':
      'Two companies signed a transfer on {day}: the consortium ends on that day or later.',
    'contract.share_malformed': 'Write a share, from 0 to 100%, or hours.',
    'contract.group_shares_off': 'The shares make {sumPercent}%: 100 are needed.',
    'contract.fixed_shares_off':
      'The fixed hours make {sumCentihours}: {dueCentihours} are needed, the whole obligation.',
    'contract.transfer_not_found': 'This transfer does not exist, or is not yours.',
    'contract.transfer_hours_malformed': 'Write hours, above zero.',
    'contract.transfer_price_out_of_range': 'An hour is paid from 0 to 500 euros.',
    'contract.transfer_reason_missing': 'Write why, in a few words.',
    'contract.transfer_other_missing': 'Say with which company.',
    'contract.transfer_paper_missing': 'Attach the paper that both companies signed.',
    'contract.transfer_with_self': 'A transfer is between two companies.',
    'contract.transfer_not_member': 'One of these companies is not in the consortium.',
    'contract.transfer_in_future': 'A transfer was signed today at the latest.',
    'contract.transfer_over_done':
      'The company that takes the hours over holds only {heldCentihours} validated: no more than what is done is transferred.',
    'contract.transfer_over_due':
      'The company that pays owes only {effectiveCentihours}: it cannot have more taken over.',
    'contract.transfer_other_side':
      'The other company can no more keep this transfer: its validated hours or its share changed. Talk to it.',
    'contract.transfer_changed_meanwhile': 'This transfer waits no more. Reload the page.',
    'contract.transfer_twice': 'The same transfer waits for a signature already.',
    'contract.transfer_not_yours_to_sign': 'It is for the other company to sign or to refuse.',
    'contract.transfer_not_yours_to_withdraw': 'Only the company that proposes a transfer takes it back.',
    'contract.share_mode.fixed': 'hours fixed for each',
    'contract.share_mode.bps': 'percentage',
    'contract.share_mode.invoiced': 'by what each invoices',
    'contract.liability.joint': 'joint',
    'contract.liability.joint_lead_liable': 'joint, lead liable for all',
    'contract.liability.several': 'several',
    'contract.transfer_state.waiting': 'waits for a signature',
    'contract.transfer_state.signed': 'signed by both',
    'contract.transfer_state.refused': 'refused',
    'contract.transfer_state.withdrawn': 'taken back',
    'contract.transfer_state.lapsed': 'without effect: the consortium has ended',
  },
});
