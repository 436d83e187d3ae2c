CREATE TABLE `rehearsal` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`source_hash` text NOT NULL,
	`migration_count` integer NOT NULL,
	`ahead_ms` integer NOT NULL,
	`points_each` integer NOT NULL,
	`started_by` text NOT NULL,
	`started_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`ready_at` integer,
	`closed_at` integer,
	`closed_why` text,
	`summary` text,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaign`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`started_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "rehearsal_closed" CHECK(("rehearsal"."closed_at" is null) = ("rehearsal"."closed_why" is null)),
	CONSTRAINT "rehearsal_window" CHECK("rehearsal"."ends_at" >= "rehearsal"."started_at")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rehearsal_open` ON `rehearsal` (`campaign_id`) WHERE "rehearsal"."closed_at" is null;--> statement-breakpoint
CREATE INDEX `rehearsal_campaign` ON `rehearsal` (`campaign_id`,`started_at`);