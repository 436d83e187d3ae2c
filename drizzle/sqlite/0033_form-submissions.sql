CREATE TABLE `form_submission` (
	`id` text PRIMARY KEY NOT NULL,
	`tool_id` text NOT NULL,
	`member_id` text NOT NULL,
	`key` text NOT NULL,
	`revision` integer NOT NULL,
	`sealed` text NOT NULL,
	`consented_at` integer,
	`submitted_at` integer NOT NULL,
	FOREIGN KEY (`tool_id`) REFERENCES `tool`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `form_submission_request` ON `form_submission` (`member_id`,`key`);--> statement-breakpoint
CREATE INDEX `form_submission_tool` ON `form_submission` (`tool_id`,`id`);--> statement-breakpoint
CREATE TABLE `form_submission_term` (
	`submission_id` text NOT NULL,
	`tool_id` text NOT NULL,
	`term` text NOT NULL,
	PRIMARY KEY(`submission_id`, `term`),
	FOREIGN KEY (`submission_id`) REFERENCES `form_submission`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `form_submission_term_of` ON `form_submission_term` (`tool_id`,`term`);