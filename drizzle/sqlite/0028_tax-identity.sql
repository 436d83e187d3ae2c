CREATE TABLE `tax_identity` (
	`member_id` text PRIMARY KEY NOT NULL,
	`sealed` text NOT NULL,
	`consented_at` integer NOT NULL,
	`declared_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
