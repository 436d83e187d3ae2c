CREATE TABLE `decision` (
	`member_id` text NOT NULL,
	`day` text NOT NULL,
	`tool_id` text NOT NULL,
	`action` text NOT NULL,
	`status` text NOT NULL,
	`rule` text NOT NULL,
	`campaign_id` text NOT NULL,
	`times` integer NOT NULL,
	`first_at` integer NOT NULL,
	`last_at` integer NOT NULL,
	`trace` text NOT NULL,
	PRIMARY KEY(`member_id`, `day`, `tool_id`, `action`, `status`, `rule`)
);
--> statement-breakpoint
CREATE INDEX `decision_day` ON `decision` (`day`,`status`);--> statement-breakpoint
CREATE TABLE `exclusivity_group` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`created_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `exclusivity_member` (
	`group_id` text NOT NULL,
	`subject_id` text NOT NULL,
	`subject_kind` text NOT NULL,
	`campaign_id` text NOT NULL,
	PRIMARY KEY(`group_id`, `subject_id`),
	FOREIGN KEY (`group_id`) REFERENCES `exclusivity_group`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaign`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `exclusivity_member_campaign` ON `exclusivity_member` (`campaign_id`);--> statement-breakpoint
CREATE TABLE `participation_limit` (
	`subject_id` text PRIMARY KEY NOT NULL,
	`subject_kind` text NOT NULL,
	`campaign_id` text NOT NULL,
	`per_day` integer,
	`in_all` integer,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaign`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "participation_limit_positive" CHECK(("participation_limit"."per_day" is null or "participation_limit"."per_day" > 0) and ("participation_limit"."in_all" is null or "participation_limit"."in_all" > 0))
);
--> statement-breakpoint
CREATE INDEX `participation_limit_campaign` ON `participation_limit` (`campaign_id`);--> statement-breakpoint
CREATE TABLE `risk_list_entry` (
	`list` text NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`note` text NOT NULL,
	`added_by` text NOT NULL,
	`added_at` integer NOT NULL,
	PRIMARY KEY(`list`, `kind`, `value`),
	FOREIGN KEY (`added_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `risk_rule` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`campaign_id` text,
	`terms` text NOT NULL,
	`is_enabled` integer DEFAULT true NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaign`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `risk_rule_campaign` ON `risk_rule` (`campaign_id`);