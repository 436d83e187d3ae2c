CREATE INDEX `chance_balance_member` ON `chance_balance` (`member_id`);--> statement-breakpoint
CREATE INDEX `chance_entry_member` ON `chance_entry` (`member_id`);