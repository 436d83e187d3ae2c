CREATE TABLE `template` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`content` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`created_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `template_kind` ON `template` (`kind`);--> statement-breakpoint
CREATE INDEX `template_created_by` ON `template` (`created_by`);--> statement-breakpoint
CREATE TABLE `template_use` (
	`staff_id` text NOT NULL,
	`key` text NOT NULL,
	`request` text NOT NULL,
	`page_id` text,
	`campaign_id` text,
	`used_at` integer NOT NULL,
	PRIMARY KEY(`staff_id`, `key`),
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
