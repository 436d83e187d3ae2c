ALTER TABLE `reward` RENAME COLUMN `coupon` TO `terms`;--> statement-breakpoint
UPDATE `reward` SET `terms` = json_set(`terms`, '$.kind', 'coupon');
