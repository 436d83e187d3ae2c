CREATE TRIGGER wallet_entry_no_update BEFORE UPDATE ON wallet_entry BEGIN SELECT RAISE(ABORT, 'immutable: wallet entries are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER wallet_entry_no_delete BEFORE DELETE ON wallet_entry BEGIN SELECT RAISE(ABORT, 'immutable: wallet entries are never deleted'); END;
