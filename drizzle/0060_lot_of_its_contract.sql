-- A lot is of the buyer of its contract and a company of a lot is of both: one key says all of it at once, where each column had a
-- key of its own and nothing held them together. Entering open data spends a third of its time on such keys.
UPDATE lot l SET buyer_id = c.buyer_id FROM contract c WHERE c.id = l.contract_id AND l.buyer_id <> c.buyer_id;
--> statement-breakpoint
UPDATE lot_holder h SET contract_id = l.contract_id, buyer_id = l.buyer_id FROM lot l
  WHERE l.id = h.lot_id AND (h.contract_id, h.buyer_id) <> (l.contract_id, l.buyer_id);
--> statement-breakpoint
ALTER TABLE contract ADD CONSTRAINT contract_of_buyer UNIQUE (id, buyer_id);
--> statement-breakpoint
ALTER TABLE lot ADD CONSTRAINT lot_of_contract UNIQUE (id, contract_id, buyer_id);
--> statement-breakpoint
ALTER TABLE lot DROP CONSTRAINT lot_contract_id_fkey, DROP CONSTRAINT lot_buyer_id_fkey,
  ADD CONSTRAINT lot_contract_fkey FOREIGN KEY (contract_id, buyer_id) REFERENCES contract (id, buyer_id) ON DELETE CASCADE;
--> statement-breakpoint
ALTER TABLE lot_holder DROP CONSTRAINT lot_holder_lot_id_fkey, DROP CONSTRAINT lot_holder_contract_id_fkey,
  DROP CONSTRAINT lot_holder_buyer_id_fkey,
  ADD CONSTRAINT lot_holder_lot_fkey FOREIGN KEY (lot_id, contract_id, buyer_id) REFERENCES lot (id, contract_id, buyer_id) ON DELETE CASCADE;
--> statement-breakpoint
-- Names in one order on every base, which a program can put them in too.
CREATE OR REPLACE FUNCTION app.refresh_contract_words(contracts uuid[]) RETURNS void LANGUAGE sql SET search_path = public AS $$
  UPDATE contract c SET words = w.words
  FROM (
    SELECT k.id, app.plain(concat_ws(' ', k.object, k.reference, b.name,
      (SELECT string_agg(DISTINCT o.name COLLATE "C", ' ') FROM lot_holder h JOIN organisation o ON o.id = h.organisation_id WHERE h.contract_id = k.id),
      (SELECT string_agg(DISTINCT l.object COLLATE "C", ' ') FROM lot l WHERE l.contract_id = k.id AND l.object <> k.object))) AS words
    FROM contract k JOIN organisation b ON b.id = k.buyer_id WHERE k.id = ANY (contracts)
  ) w
  WHERE c.id = w.id AND c.words IS DISTINCT FROM w.words
$$;
