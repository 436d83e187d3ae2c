ALTER TABLE `point_lot` ADD `available_at` integer;--> statement-breakpoint
ALTER TABLE `wallet` ADD `owed` integer DEFAULT 0 NOT NULL CONSTRAINT "wallet_owed_not_negative" CHECK("owed" >= 0);
