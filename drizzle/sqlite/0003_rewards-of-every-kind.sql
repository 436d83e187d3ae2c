CREATE TABLE `delivery_address` (
	`grant_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`phone` text NOT NULL,
	`region` text NOT NULL,
	`detail` text NOT NULL,
	`consented_at` integer NOT NULL,
	FOREIGN KEY (`grant_id`) REFERENCES `reward_grant`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `voucher_code` (
	`id` text PRIMARY KEY NOT NULL,
	`reward_id` text NOT NULL,
	`code` text NOT NULL,
	`grant_id` text,
	`imported_at` integer NOT NULL,
	FOREIGN KEY (`reward_id`) REFERENCES `reward`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `voucher_code_grant_id_unique` ON `voucher_code` (`grant_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `voucher_code_once` ON `voucher_code` (`reward_id`,`code`);--> statement-breakpoint
CREATE INDEX `voucher_code_free` ON `voucher_code` (`reward_id`,`grant_id`);--> statement-breakpoint
CREATE TABLE `product` (
	`id` text PRIMARY KEY NOT NULL,
	`sku` text NOT NULL,
	`title` text NOT NULL,
	`image` text NOT NULL,
	`price_fen` integer NOT NULL,
	`list_price_fen` integer NOT NULL,
	`stock` integer NOT NULL,
	`link` text NOT NULL,
	`group_name` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `product_sku_unique` ON `product` (`sku`);--> statement-breakpoint
CREATE INDEX `product_group` ON `product` (`group_name`,`sku`);--> statement-breakpoint
CREATE INDEX `product_created` ON `product` (`created_at`);--> statement-breakpoint
CREATE TABLE `hold` (
	`id` text PRIMARY KEY NOT NULL,
	`tool_id` text NOT NULL,
	`key` text NOT NULL,
	`campaign_id` text NOT NULL,
	`reward_id` text NOT NULL,
	`count_left` integer NOT NULL,
	`left_fen` integer NOT NULL,
	`until` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`tool_id`) REFERENCES `tool`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaign`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reward_id`) REFERENCES `reward`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "hold_not_negative" CHECK("hold"."count_left" >= 0 and "hold"."left_fen" >= 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `hold_tool` ON `hold` (`tool_id`,`key`);--> statement-breakpoint
CREATE INDEX `hold_until` ON `hold` (`until`);--> statement-breakpoint
CREATE TABLE `tool_row` (
	`tool_id` text NOT NULL,
	`key` text NOT NULL,
	`value` text NOT NULL,
	`revision` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`tool_id`, `key`),
	FOREIGN KEY (`tool_id`) REFERENCES `tool`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `point_lot` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`points` integer NOT NULL,
	`left_points` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "point_lot_bounded" CHECK("point_lot"."left_points" >= 0 and "point_lot"."left_points" <= "point_lot"."points")
);
--> statement-breakpoint
CREATE INDEX `point_lot_member` ON `point_lot` (`member_id`,`expires_at`);--> statement-breakpoint
CREATE INDEX `point_lot_expires` ON `point_lot` (`expires_at`);--> statement-breakpoint
CREATE TABLE `wallet` (
	`member_id` text NOT NULL,
	`unit` text NOT NULL,
	`balance` integer NOT NULL,
	PRIMARY KEY(`member_id`, `unit`),
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "wallet_not_negative" CHECK("wallet"."balance" >= 0)
);
--> statement-breakpoint
CREATE TABLE `wallet_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`unit` text NOT NULL,
	`amount` integer NOT NULL,
	`cause` text NOT NULL,
	`cause_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "wallet_entry_moves" CHECK("wallet_entry"."amount" <> 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `wallet_entry_cause` ON `wallet_entry` (`cause`,`cause_id`,`unit`);--> statement-breakpoint
CREATE INDEX `wallet_entry_member` ON `wallet_entry` (`member_id`,`created_at`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_reward_grant` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`reward_id` text NOT NULL,
	`campaign_id` text NOT NULL,
	`tool_id` text NOT NULL,
	`state` text NOT NULL,
	`given` text NOT NULL,
	`reserved_fen` integer NOT NULL,
	`idempotency` text NOT NULL,
	`granted_at` integer NOT NULL,
	`expires_at` integer,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reward_id`) REFERENCES `reward`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaign`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tool_id`) REFERENCES `tool`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_reward_grant`("id", "member_id", "reward_id", "campaign_id", "tool_id", "state", "given", "reserved_fen", "idempotency", "granted_at", "expires_at") SELECT "id", "member_id", "reward_id", "campaign_id", "tool_id", "state", (SELECT json_object('kind', 'coupon', 'amountFen', json_extract(`terms`, '$.amountFen'), 'thresholdFen', json_extract(`terms`, '$.thresholdFen')) FROM `reward` WHERE `reward`.`id` = `reward_id`), "reserved_fen", "idempotency", "granted_at", "expires_at" FROM `reward_grant`;--> statement-breakpoint
DROP TABLE `reward_grant`;--> statement-breakpoint
ALTER TABLE `__new_reward_grant` RENAME TO `reward_grant`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `reward_grant_idempotency_unique` ON `reward_grant` (`idempotency`);--> statement-breakpoint
CREATE INDEX `grant_member` ON `reward_grant` (`member_id`,`granted_at`);--> statement-breakpoint
CREATE INDEX `grant_campaign` ON `reward_grant` (`campaign_id`,`granted_at`);--> statement-breakpoint
CREATE INDEX `grant_reward` ON `reward_grant` (`reward_id`);--> statement-breakpoint
CREATE INDEX `grant_granted` ON `reward_grant` (`granted_at`);--> statement-breakpoint
CREATE INDEX `grant_tool` ON `reward_grant` (`tool_id`,`granted_at`);--> statement-breakpoint
ALTER TABLE `asset` ADD `width` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `asset` ADD `height` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `asset` ADD `bytes` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `asset` ADD `avif_at` integer;--> statement-breakpoint
ALTER TABLE `reward` ADD `stock_per_day` integer;