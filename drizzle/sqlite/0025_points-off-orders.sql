CREATE TABLE `points_rule` (
	`id` text PRIMARY KEY NOT NULL,
	`is_on` integer NOT NULL,
	`campaign_id` text NOT NULL,
	`reward_id` text NOT NULL,
	`step_points` integer NOT NULL,
	`step_fen` integer NOT NULL,
	`most_ppm` integer NOT NULL,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaign`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reward_id`) REFERENCES `reward`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "points_rule_steps" CHECK("points_rule"."step_points" > 0 and "points_rule"."step_fen" > 0),
	CONSTRAINT "points_rule_part" CHECK("points_rule"."most_ppm" between 1 and 1000000)
);
--> statement-breakpoint
CREATE TABLE `points_use` (
	`grant_id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`order_ref` text NOT NULL,
	`points` integer NOT NULL,
	`lots` text NOT NULL,
	`given_back` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`grant_id`) REFERENCES `reward_grant`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "points_use_bounded" CHECK("points_use"."points" > 0 and "points_use"."given_back" between 0 and "points_use"."points")
);
--> statement-breakpoint
CREATE INDEX `points_use_member` ON `points_use` (`member_id`);