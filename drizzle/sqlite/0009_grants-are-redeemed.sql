CREATE TABLE `redemption` (
	`id` text PRIMARY KEY NOT NULL,
	`grant_id` text NOT NULL,
	`campaign_id` text NOT NULL,
	`order_ref` text NOT NULL,
	`cost_fen` integer NOT NULL,
	`reversed_fen` integer DEFAULT 0 NOT NULL,
	`lines` text NOT NULL,
	`payer_hash` text,
	`device_hash` text,
	`address_hash` text,
	`idempotency` text NOT NULL,
	`redeemed_at` integer NOT NULL,
	FOREIGN KEY (`grant_id`) REFERENCES `reward_grant`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaign`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "redemption_bounded" CHECK("redemption"."reversed_fen" between 0 and "redemption"."cost_fen")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `redemption_idempotency_unique` ON `redemption` (`idempotency`);--> statement-breakpoint
CREATE INDEX `redemption_grant` ON `redemption` (`grant_id`);--> statement-breakpoint
CREATE INDEX `redemption_order` ON `redemption` (`order_ref`);--> statement-breakpoint
CREATE INDEX `redemption_campaign` ON `redemption` (`campaign_id`,`redeemed_at`);--> statement-breakpoint
CREATE TABLE `reversal` (
	`id` text PRIMARY KEY NOT NULL,
	`grant_id` text NOT NULL,
	`redemption_id` text,
	`amount_fen` integer NOT NULL,
	`reason` text NOT NULL,
	`idempotency` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`grant_id`) REFERENCES `reward_grant`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`redemption_id`) REFERENCES `redemption`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reversal_positive" CHECK("reversal"."amount_fen" >= 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reversal_idempotency_unique` ON `reversal` (`idempotency`);--> statement-breakpoint
CREATE INDEX `reversal_grant` ON `reversal` (`grant_id`);--> statement-breakpoint
CREATE INDEX `reversal_redemption` ON `reversal` (`redemption_id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_account` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`owner_id` text NOT NULL,
	`balance_fen` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "account_not_negative" CHECK("__new_account"."kind" in ('source', 'overdraft') or "__new_account"."balance_fen" >= 0)
);
--> statement-breakpoint
INSERT INTO `__new_account`("id", "kind", "owner_id", "balance_fen", "created_at") SELECT "id", "kind", "owner_id", "balance_fen", "created_at" FROM `account`;--> statement-breakpoint
DROP TABLE `account`;--> statement-breakpoint
ALTER TABLE `__new_account` RENAME TO `account`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `account_owner_kind` ON `account` (`owner_id`,`kind`);--> statement-breakpoint
CREATE TABLE `__new_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`debit_account_id` text NOT NULL,
	`credit_account_id` text NOT NULL,
	`amount_fen` integer NOT NULL,
	`merchant_fen` integer DEFAULT 0 NOT NULL,
	`cause` text NOT NULL,
	`cause_id` text NOT NULL,
	`reverses` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`debit_account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`credit_account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "entry_bearer" CHECK("__new_entry"."merchant_fen" between 0 and "__new_entry"."amount_fen"),
	CONSTRAINT "entry_positive" CHECK("__new_entry"."amount_fen" > 0),
	CONSTRAINT "entry_two_sided" CHECK("__new_entry"."debit_account_id" <> "__new_entry"."credit_account_id")
);
--> statement-breakpoint
INSERT INTO `__new_entry`("id", "debit_account_id", "credit_account_id", "amount_fen", "cause", "cause_id", "created_at") SELECT "id", "debit_account_id", "credit_account_id", "amount_fen", "cause", "cause_id", "created_at" FROM `entry`;--> statement-breakpoint
DROP TABLE `entry`;--> statement-breakpoint
ALTER TABLE `__new_entry` RENAME TO `entry`;--> statement-breakpoint
CREATE UNIQUE INDEX `entry_cause` ON `entry` (`cause`,`cause_id`);--> statement-breakpoint
CREATE INDEX `entry_debit` ON `entry` (`debit_account_id`);--> statement-breakpoint
CREATE INDEX `entry_credit` ON `entry` (`credit_account_id`);--> statement-breakpoint
CREATE INDEX `entry_reverses` ON `entry` (`reverses`) WHERE "entry"."reverses" is not null;--> statement-breakpoint
ALTER TABLE `reward` ADD `bearer` text DEFAULT '{"kind":"platform"}' NOT NULL;--> statement-breakpoint
ALTER TABLE `reward` ADD `tax_class` text DEFAULT 'exempt' NOT NULL;--> statement-breakpoint
CREATE TABLE `__new_reward_grant` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`reward_id` text NOT NULL,
	`campaign_id` text NOT NULL,
	`tool_id` text NOT NULL,
	`state` text NOT NULL,
	`given` text NOT NULL,
	`reserved_fen` integer NOT NULL,
	`redeemed_fen` integer DEFAULT 0 NOT NULL,
	`locked_by` text,
	`locked_until` integer,
	`idempotency` text NOT NULL,
	`granted_at` integer NOT NULL,
	`expires_at` integer,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reward_id`) REFERENCES `reward`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaign`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tool_id`) REFERENCES `tool`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "grant_cost" CHECK("__new_reward_grant"."reserved_fen" >= 0 and "__new_reward_grant"."redeemed_fen" >= 0),
	CONSTRAINT "grant_lock" CHECK(("__new_reward_grant"."state" = 'locked') = ("__new_reward_grant"."locked_by" is not null))
);
--> statement-breakpoint
INSERT INTO `__new_reward_grant`("id", "member_id", "reward_id", "campaign_id", "tool_id", "state", "given", "reserved_fen", "idempotency", "granted_at", "expires_at") SELECT "id", "member_id", "reward_id", "campaign_id", "tool_id", "state", "given", "reserved_fen", "idempotency", "granted_at", "expires_at" FROM `reward_grant`;--> statement-breakpoint
DROP TABLE `reward_grant`;--> statement-breakpoint
ALTER TABLE `__new_reward_grant` RENAME TO `reward_grant`;--> statement-breakpoint
CREATE UNIQUE INDEX `reward_grant_idempotency_unique` ON `reward_grant` (`idempotency`);--> statement-breakpoint
CREATE INDEX `grant_member` ON `reward_grant` (`member_id`,`granted_at`);--> statement-breakpoint
CREATE INDEX `grant_campaign` ON `reward_grant` (`campaign_id`,`granted_at`);--> statement-breakpoint
CREATE INDEX `grant_reward` ON `reward_grant` (`reward_id`);--> statement-breakpoint
CREATE INDEX `grant_granted` ON `reward_grant` (`granted_at`);--> statement-breakpoint
CREATE INDEX `grant_tool` ON `reward_grant` (`tool_id`,`granted_at`);--> statement-breakpoint
CREATE INDEX `grant_lapsing` ON `reward_grant` (`expires_at`) WHERE "reward_grant"."state" = 'granted';--> statement-breakpoint
CREATE INDEX `grant_locked` ON `reward_grant` (`locked_until`) WHERE "reward_grant"."state" = 'locked';