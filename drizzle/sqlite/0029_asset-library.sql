CREATE TABLE `asset_folder` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `asset_folder_name_unique` ON `asset_folder` (`name`);--> statement-breakpoint
CREATE TABLE `asset_use` (
	`hash` text NOT NULL,
	`page_id` text NOT NULL,
	`place` text NOT NULL,
	PRIMARY KEY(`hash`, `page_id`, `place`),
	FOREIGN KEY (`page_id`) REFERENCES `page`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `asset_use_page` ON `asset_use` (`page_id`,`place`);--> statement-breakpoint
CREATE TABLE `asset_use_read` (
	`page_id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`version_hash` text,
	FOREIGN KEY (`page_id`) REFERENCES `page`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `asset` ADD `name` text;--> statement-breakpoint
ALTER TABLE `asset` ADD `folder_id` text REFERENCES asset_folder(id);--> statement-breakpoint
ALTER TABLE `asset` ADD `cut_from` text;--> statement-breakpoint
ALTER TABLE `asset` ADD `placeholder` text;--> statement-breakpoint
ALTER TABLE `asset` ADD `tint` text;--> statement-breakpoint
ALTER TABLE `asset` ADD `phone_bytes` integer;--> statement-breakpoint
ALTER TABLE `asset` ADD `deleted_at` integer;--> statement-breakpoint
CREATE INDEX `asset_created` ON `asset` (`created_at`,`hash`);--> statement-breakpoint
CREATE INDEX `asset_folder_of` ON `asset` (`folder_id`);