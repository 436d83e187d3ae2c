INSERT INTO tool_version (tool_id, revision, config, created_by, created_at)
SELECT id, revision, config, created_by, updated_at FROM tool;
--> statement-breakpoint
INSERT INTO chance_balance (tool_id, member_id, balance)
SELECT substr(e.scope, 6, length(e.scope) - 5 - length(':chance.earned')), e.key, e.used - coalesce(s.used, 0)
FROM counter e LEFT JOIN counter s ON s.scope = replace(e.scope, ':chance.earned', ':chance.spent') AND s.key = e.key
WHERE e.scope LIKE 'tool:%:chance.earned' AND e.used - coalesce(s.used, 0) > 0;
--> statement-breakpoint
INSERT INTO chance_entry (tool_id, member_id, cause, cause_id, amount, created_at)
SELECT substr(e.scope, 6, length(e.scope) - 5 - length(':chance.earned')), e.key, 'opening', 'counters', e.used - coalesce(s.used, 0), CAST(strftime('%s', 'now') AS integer) * 1000
FROM counter e LEFT JOIN counter s ON s.scope = replace(e.scope, ':chance.earned', ':chance.spent') AND s.key = e.key
WHERE e.scope LIKE 'tool:%:chance.earned' AND e.used - coalesce(s.used, 0) > 0;
--> statement-breakpoint
CREATE TRIGGER chance_entry_no_update BEFORE UPDATE ON chance_entry BEGIN SELECT RAISE(ABORT, 'immutable: chance entries are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER chance_entry_no_delete BEFORE DELETE ON chance_entry BEGIN SELECT RAISE(ABORT, 'immutable: chance entries are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER tool_version_no_update BEFORE UPDATE ON tool_version BEGIN SELECT RAISE(ABORT, 'immutable: a tool''s versions are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER tool_version_no_delete BEFORE DELETE ON tool_version BEGIN SELECT RAISE(ABORT, 'immutable: a tool''s versions are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER draw_no_update BEFORE UPDATE ON draw BEGIN SELECT RAISE(ABORT, 'immutable: draws are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER draw_no_delete BEFORE DELETE ON draw BEGIN SELECT RAISE(ABORT, 'immutable: draws are never deleted'); END;
