-- The CV bank grows: several CVs a person, saved searches and their alerts, pools and shortlists, what was not found.
-- One CV an occupation: confirming another for the same one takes its place. What is confirmed for none is one as well.
CREATE UNIQUE INDEX cv_one_per_occupation ON cv (participant_id, rome_code) NULLS NOT DISTINCT WHERE status = 'confirmed';
--> statement-breakpoint
-- Only a CV that a person confirmed may be the one that goes out.
ALTER TABLE cv ADD CONSTRAINT cv_current_is_confirmed CHECK (NOT current OR status = 'confirmed');
