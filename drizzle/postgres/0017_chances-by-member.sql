CREATE INDEX "chance_balance_member" ON "chance_balance" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "chance_entry_member" ON "chance_entry" USING btree ("member_id");