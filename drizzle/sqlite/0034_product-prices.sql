CREATE TABLE `product_price` (
	`product_id` text NOT NULL,
	`since` integer NOT NULL,
	`price_fen` integer NOT NULL,
	PRIMARY KEY(`product_id`, `since`),
	FOREIGN KEY (`product_id`) REFERENCES `product`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `product_price` (`product_id`, `since`, `price_fen`) SELECT `id`, `updated_at`, `price_fen` FROM `product`;
