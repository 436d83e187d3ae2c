CREATE TABLE `chance_balance` (
	`tool_id` text NOT NULL,
	`member_id` text NOT NULL,
	`balance` integer NOT NULL,
	PRIMARY KEY(`tool_id`, `member_id`),
	FOREIGN KEY (`tool_id`) REFERENCES `tool`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "chance_balance_not_negative" CHECK("chance_balance"."balance" >= 0)
);
--> statement-breakpoint
CREATE TABLE `chance_entry` (
	`tool_id` text NOT NULL,
	`member_id` text NOT NULL,
	`cause` text NOT NULL,
	`cause_id` text NOT NULL,
	`amount` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`tool_id`, `member_id`, `cause`, `cause_id`),
	FOREIGN KEY (`tool_id`) REFERENCES `tool`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "chance_entry_moves" CHECK("chance_entry"."amount" <> 0)
);
--> statement-breakpoint
CREATE TABLE `draw` (
	`member_id` text NOT NULL,
	`key` text NOT NULL,
	`tool_id` text NOT NULL,
	`revision` integer NOT NULL,
	`seed` text NOT NULL,
	`drawn` text NOT NULL,
	`given` text NOT NULL,
	`why` text,
	`draws_before` integer NOT NULL,
	`losses_before` integer NOT NULL,
	`drawn_at` integer NOT NULL,
	PRIMARY KEY(`member_id`, `key`)
);
--> statement-breakpoint
CREATE INDEX `draw_tool` ON `draw` (`tool_id`,`drawn_at`);--> statement-breakpoint
CREATE TABLE `tool_version` (
	`tool_id` text NOT NULL,
	`revision` integer NOT NULL,
	`config` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`tool_id`, `revision`),
	FOREIGN KEY (`tool_id`) REFERENCES `tool`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
