CREATE TABLE `alert` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`facts` text NOT NULL,
	`raised_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `alert_key_unique` ON `alert` (`key`);--> statement-breakpoint
CREATE TABLE `alert_seen` (
	`staff_id` text PRIMARY KEY NOT NULL,
	`alert_id` text NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `help` (
	`helper_id` text NOT NULL,
	`helped_id` text NOT NULL,
	`day` text NOT NULL,
	`times` integer NOT NULL,
	PRIMARY KEY(`helper_id`, `helped_id`, `day`)
);
--> statement-breakpoint
CREATE INDEX `help_helped` ON `help` (`helped_id`,`day`);--> statement-breakpoint
CREATE INDEX `help_day` ON `help` (`day`);--> statement-breakpoint
CREATE TABLE `member_origin` (
	`member_id` text NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`last_day` text NOT NULL,
	PRIMARY KEY(`member_id`, `kind`, `value`)
);
--> statement-breakpoint
CREATE INDEX `member_origin_day` ON `member_origin` (`last_day`);