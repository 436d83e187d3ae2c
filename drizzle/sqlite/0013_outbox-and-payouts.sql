CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`topic` text NOT NULL,
	`payload` text NOT NULL,
	`idempotency` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`due_at` integer NOT NULL,
	`leased_by` text,
	`last_error` text,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	CONSTRAINT "outbox_ended" CHECK(("outbox"."state" = 'waiting') = ("outbox"."ended_at" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_idempotency_unique` ON `outbox` (`idempotency`);--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`due_at`) WHERE "outbox"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX `outbox_dead` ON `outbox` (`id`) WHERE "outbox"."state" = 'dead';--> statement-breakpoint
CREATE INDEX `outbox_done` ON `outbox` (`ended_at`) WHERE "outbox"."state" = 'done';--> statement-breakpoint
CREATE TABLE `payout` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`amount_fen` integer NOT NULL,
	`state` text NOT NULL,
	`attempt` integer DEFAULT 1 NOT NULL,
	`account` text,
	`reason` text,
	`handed_at` integer,
	`batch_id` text,
	`day` text NOT NULL,
	`idempotency` text NOT NULL,
	`input_hash` text NOT NULL,
	`requested_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`batch_id`) REFERENCES `payout_batch`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "payout_positive" CHECK("payout"."amount_fen" > 0),
	CONSTRAINT "payout_handed" CHECK("payout"."state" not in ('paying', 'paid') or "payout"."handed_at" is not null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `payout_idempotency_unique` ON `payout` (`idempotency`);--> statement-breakpoint
CREATE INDEX `payout_member` ON `payout` (`member_id`,`day`);--> statement-breakpoint
CREATE INDEX `payout_state` ON `payout` (`state`,`id`);--> statement-breakpoint
CREATE INDEX `payout_batch_of` ON `payout` (`batch_id`);--> statement-breakpoint
CREATE TABLE `payout_batch` (
	`id` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`total_fen` integer NOT NULL,
	`csv` text NOT NULL,
	`manifest` text NOT NULL,
	`signature` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`downloaded_at` integer,
	FOREIGN KEY (`created_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "payout_batch_not_empty" CHECK("payout_batch"."count" > 0 and "payout_batch"."total_fen" > 0)
);
