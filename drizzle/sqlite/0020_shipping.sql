CREATE TABLE `address_reminder` (
	`id` text PRIMARY KEY NOT NULL,
	`grant_id` text NOT NULL,
	`step` integer,
	`day` text NOT NULL,
	`staff_id` text,
	`reminded_at` integer NOT NULL,
	`delivered_at` integer,
	FOREIGN KEY (`grant_id`) REFERENCES `reward_grant`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `address_reminder_day` ON `address_reminder` (`grant_id`,`day`);--> statement-breakpoint
CREATE UNIQUE INDEX `address_reminder_step` ON `address_reminder` (`grant_id`,`step`);--> statement-breakpoint
CREATE TABLE `shipment` (
	`id` text PRIMARY KEY NOT NULL,
	`list_id` text NOT NULL,
	`grant_id` text NOT NULL,
	`state` text NOT NULL,
	`carrier` text,
	`tracking_number` text,
	`redemption_id` text,
	`shipped_at` integer,
	`reason` text,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`list_id`) REFERENCES `shipment_list`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`grant_id`) REFERENCES `reward_grant`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`redemption_id`) REFERENCES `redemption`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "shipment_tracked" CHECK(("shipment"."state" in ('shipped', 'returned')) = ("shipment"."tracking_number" is not null))
);
--> statement-breakpoint
CREATE INDEX `shipment_list_of` ON `shipment` (`list_id`);--> statement-breakpoint
CREATE INDEX `shipment_grant` ON `shipment` (`grant_id`);--> statement-breakpoint
CREATE INDEX `shipment_state` ON `shipment` (`state`,`id`);--> statement-breakpoint
CREATE INDEX `shipment_tracking` ON `shipment` (`tracking_number`);--> statement-breakpoint
CREATE TABLE `shipment_list` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`campaign_id` text,
	`reward_id` text,
	`count` integer NOT NULL,
	`csv` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaign`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reward_id`) REFERENCES `reward`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "shipment_list_not_empty" CHECK("shipment_list"."count" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `shipment_list_number_unique` ON `shipment_list` (`number`);--> statement-breakpoint
ALTER TABLE `campaign` ADD `collects_until` integer;--> statement-breakpoint
ALTER TABLE `delivery_address` ADD `shipment_id` text;