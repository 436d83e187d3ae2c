CREATE TABLE `order_party` (
	`party` text NOT NULL,
	`hash` text NOT NULL,
	`last_at` integer NOT NULL,
	PRIMARY KEY(`party`, `hash`)
);
--> statement-breakpoint
CREATE TABLE `order_refusal` (
	`member_id` text NOT NULL,
	`order_ref` text NOT NULL,
	`grant_id` text NOT NULL,
	`reason` text NOT NULL,
	`details` text NOT NULL,
	`times` integer NOT NULL,
	`first_at` integer NOT NULL,
	`last_at` integer NOT NULL,
	PRIMARY KEY(`member_id`, `order_ref`, `grant_id`, `reason`)
);
--> statement-breakpoint
CREATE INDEX `order_refusal_last` ON `order_refusal` (`last_at`);--> statement-breakpoint
CREATE TABLE `order_request` (
	`member_id` text NOT NULL,
	`key` text NOT NULL,
	`input_hash` text NOT NULL,
	`answer` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`member_id`, `key`)
);
--> statement-breakpoint
CREATE TABLE `shop_order` (
	`order_ref` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`state` text NOT NULL,
	`lines` text NOT NULL,
	`coupons` text NOT NULL,
	`pay_fen` integer NOT NULL,
	`refunded_fen` integer DEFAULT 0 NOT NULL,
	`returned` text NOT NULL,
	`payer_hash` text,
	`device_hash` text,
	`address_hash` text,
	`locked_until` integer NOT NULL,
	`placed_at` integer NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "shop_order_refund" CHECK("shop_order"."refunded_fen" between 0 and "shop_order"."pay_fen")
);
--> statement-breakpoint
CREATE INDEX `shop_order_member` ON `shop_order` (`member_id`,`placed_at`);--> statement-breakpoint
CREATE INDEX `shop_order_payer` ON `shop_order` (`payer_hash`,`placed_at`) WHERE "shop_order"."payer_hash" is not null;--> statement-breakpoint
CREATE INDEX `shop_order_device` ON `shop_order` (`device_hash`,`placed_at`) WHERE "shop_order"."device_hash" is not null;--> statement-breakpoint
CREATE INDEX `shop_order_address` ON `shop_order` (`address_hash`,`placed_at`) WHERE "shop_order"."address_hash" is not null;--> statement-breakpoint
CREATE TABLE `split_window` (
	`party` text PRIMARY KEY NOT NULL,
	`minutes` integer NOT NULL,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL,
	FOREIGN KEY (`set_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "split_window_positive" CHECK("split_window"."minutes" > 0)
);
