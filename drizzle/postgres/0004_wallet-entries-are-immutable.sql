CREATE TRIGGER wallet_entry_no_update BEFORE UPDATE ON wallet_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER wallet_entry_no_delete BEFORE DELETE OR TRUNCATE ON wallet_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
