CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'immutable: ledger entries are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'immutable: ledger entries are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER page_version_no_update BEFORE UPDATE ON page_version BEGIN SELECT RAISE(ABORT, 'immutable: page versions are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER page_version_no_delete BEFORE DELETE ON page_version BEGIN SELECT RAISE(ABORT, 'immutable: page versions are never deleted'); END;
