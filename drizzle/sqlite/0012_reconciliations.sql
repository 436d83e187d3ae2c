CREATE TABLE `reconciliation` (
	`id` text PRIMARY KEY NOT NULL,
	`day` text NOT NULL,
	`ran_at` integer NOT NULL,
	`duration_ms` integer,
	`checked` text,
	`difference_count` integer,
	`differences` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reconciliation_day_unique` ON `reconciliation` (`day`);