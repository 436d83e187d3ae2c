CREATE TABLE `grant_batch` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`campaign_id` text NOT NULL,
	`reward_id` text NOT NULL,
	`reason` text NOT NULL,
	`is_under_limits` integer NOT NULL,
	`state` text NOT NULL,
	`source` text,
	`rule` text,
	`member_count` integer NOT NULL,
	`content_hash` text,
	`worst_fen` integer,
	`submitted_by` text,
	`submitted_at` integer,
	`decided_by` text,
	`decided_at` integer,
	`decision_reason` text,
	`stopped_by` text,
	`leased_by` text,
	`leased_until` integer,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaign`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reward_id`) REFERENCES `reward`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submitted_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "grant_batch_submitted" CHECK("grant_batch"."state" = 'draft' or ("grant_batch"."content_hash" is not null and "grant_batch"."worst_fen" is not null and "grant_batch"."submitted_by" is not null)),
	CONSTRAINT "grant_batch_second_person" CHECK("grant_batch"."decided_by" is null or "grant_batch"."decided_by" <> "grant_batch"."submitted_by")
);
--> statement-breakpoint
CREATE INDEX `grant_batch_running` ON `grant_batch` (`id`) WHERE "grant_batch"."state" = 'running';--> statement-breakpoint
CREATE INDEX `grant_batch_campaign` ON `grant_batch` (`campaign_id`);--> statement-breakpoint
CREATE TABLE `grant_batch_row` (
	`batch_id` text NOT NULL,
	`position` integer NOT NULL,
	`member_id` text NOT NULL,
	`remark` text NOT NULL,
	`result` text NOT NULL,
	`refusal` text,
	`grant_id` text,
	`settled_at` integer,
	`taking_back` text,
	`taken_back_by` text,
	`taken_back_reason` text,
	`taken_back_refusal` text,
	PRIMARY KEY(`batch_id`, `position`),
	FOREIGN KEY (`batch_id`) REFERENCES `grant_batch`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`grant_id`) REFERENCES `reward_grant`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`taken_back_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "grant_batch_row_granted" CHECK(("grant_batch_row"."result" = 'granted') = ("grant_batch_row"."grant_id" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `grant_batch_row_member` ON `grant_batch_row` (`batch_id`,`member_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `grant_batch_row_grant` ON `grant_batch_row` (`grant_id`) WHERE "grant_batch_row"."grant_id" is not null;--> statement-breakpoint
CREATE INDEX `grant_batch_row_result` ON `grant_batch_row` (`batch_id`,`result`,`position`);--> statement-breakpoint
CREATE INDEX `grant_batch_row_asked` ON `grant_batch_row` (`batch_id`,`position`) WHERE "grant_batch_row"."taking_back" = 'asked';--> statement-breakpoint
CREATE TABLE `member_tag` (
	`member_id` text NOT NULL,
	`tag` text NOT NULL,
	PRIMARY KEY(`member_id`, `tag`),
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `member_tag_tag` ON `member_tag` (`tag`,`member_id`);--> statement-breakpoint
ALTER TABLE `member` ADD `city` text;--> statement-breakpoint
ALTER TABLE `member` ADD `level` text;--> statement-breakpoint
CREATE INDEX `member_city` ON `member` (`city`);--> statement-breakpoint
CREATE INDEX `member_level` ON `member` (`level`);