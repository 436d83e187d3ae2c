CREATE TABLE `kept_version` (
	`id` text PRIMARY KEY NOT NULL,
	`page_id` text NOT NULL,
	`revision` integer NOT NULL,
	`definition` text NOT NULL,
	`name` text,
	`reason` text NOT NULL,
	`changes` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`page_id`) REFERENCES `page`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `kept_version_revision` ON `kept_version` (`page_id`,`revision`);--> statement-breakpoint
CREATE TABLE `page_presence` (
	`page_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`tab_id` text NOT NULL,
	`selected_id` text,
	`seen_at` integer NOT NULL,
	PRIMARY KEY(`page_id`, `staff_id`, `tab_id`),
	FOREIGN KEY (`page_id`) REFERENCES `page`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
